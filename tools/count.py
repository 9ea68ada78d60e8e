"""How much code there is, room by room: ``make count``, or ``make count REV=v1`` beside an earlier commit.

``code`` are lines with code on them: no blank ones, comments or docstrings. ``told`` are lines of docstrings; ``all``
is what ``wc -l`` counts. Data files (TOML, templates, catalogues) are no code.
"""

from __future__ import annotations

import ast
import io
import subprocess
import sys
import tokenize
from collections import Counter
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
SOURCE = PurePosixPath("src/thidua_cli")
_NO_CODE = {
    *(tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT),
    *(tokenize.ENCODING, tokenize.ENDMARKER),
}


def counted(text: str) -> Counter[str]:
    """Lines of one module: ``code``, ``told`` and ``all``."""
    told = {
        line
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    code = {line for one in tokens if one.type not in _NO_CODE for line in range(one.start[0], one.end[0] + 1)}
    return Counter(code=len(code - told), told=len(told), all=len(text.splitlines()))


def rooms(revision: str = "") -> dict[str, Counter[str]]:
    """The lines of each room, of the files as they lie here or as a commit has them."""
    found: dict[str, Counter[str]] = {}
    for name in _git("ls-tree", "-r", "--name-only", revision or "HEAD", "--", str(SOURCE)).splitlines():
        if name.endswith(".py"):
            path = ROOT / name
            text = _git("show", f"{revision}:{name}") if revision else path.read_text("utf-8") if path.exists() else ""
            room = PurePosixPath(name).relative_to(SOURCE).parent.as_posix()
            found.setdefault(room, Counter()).update(counted(text))
    return found


def _git(*words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


def main(revision: str) -> None:
    """Print the table: rooms by size, the sum last, each beside what it was."""
    now, before = rooms(), rooms(revision) if revision else {}
    names = sorted({*now, *before}, key=lambda room: -now.get(room, Counter())["code"])
    print(f"{'room':28}{'code':>8}{'told':>8}{'all':>8}" + (f"{'code then':>12}{'all then':>10}" if before else ""))
    for room in names:
        _print(room, now.get(room, Counter()), before.get(room, Counter()))
    _print("sum", sum(now.values(), Counter()), sum(before.values(), Counter()))


def _print(room: str, here: Mapping[str, int], there: Mapping[str, int]) -> None:
    line = f"{room:28}{here['code']:8,}{here['told']:8,}{here['all']:8,}"
    print(line + (f"{there['code']:12,}{there['all']:10,}" if there else ""))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
