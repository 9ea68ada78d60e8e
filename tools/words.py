"""What the screen says, collected from the code into the gettext catalogues, which are compiled beside their sources.

``make words`` keeps every translation whose template is still in the code, adds the new ones empty and drops the rest;
with ``--check`` nothing is written, and the exit status is 1 where a catalogue is stale or a translation is missing.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from thidua_cli.cli.helping import METAVAR, WORD
from thidua_cli.findings import GROUPS
from thidua_cli.intake.layout.known_reports import NOT_PUT_FORWARD, REPORTS
from thidua_cli.intake.reading import PARTS, RULES, explained
from thidua_cli.plan.problems import MESSAGES, YAML_MEANINGS
from thidua_cli.text.data import templates_in
from thidua_cli.text.glossary import sections, words

SOURCE = Path(__file__).parents[1] / "src" / "thidua_cli"
LOCALE = SOURCE / "locale"
WIDTH = 120
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""The same code gives the same bytes, on every day."""


Template = tuple[str, str]
"""A text as the code has it, and the context that tells it from the same text elsewhere (often empty)."""


def templates() -> list[Template]:
    """Every template in code and data files, in the order of the alphabet: merges then rarely meet."""
    in_code = {found for path in SOURCE.rglob("*.py") for found in _in_code(path.read_text(encoding="utf-8"))}
    in_data = (
        GROUPS,
        RULES,
        REPORTS,
        NOT_PUT_FORWARD,
        *map(explained, PARTS),
        MESSAGES,
        YAML_MEANINGS,
        *map(words, sections()),
    )
    return sorted(in_code.union(*map(templates_in, in_data)))


def _in_code(code: str) -> Iterator[Template]:
    """What ``t`` and ``tc`` are called with (:mod:`thidua_cli.text.language`), and what click shows."""
    for node in ast.walk(ast.parse(code)):
        yield from _in_help(node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("t", "tc"):
            *context, text = (ast.literal_eval(part) for part in node.args)
            yield text, "".join(context)


def _in_help(node: ast.AST) -> Iterator[Template]:
    """A command's docstring, the text of an option, the words that stand for its value."""
    if isinstance(node, ast.FunctionDef):
        made_by = {ast.unparse(one.func).rpartition(".")[2] for one in node.decorator_list if isinstance(one, ast.Call)}
        if made_by & {"command", "group"}:
            yield ast.get_docstring(node) or "", ""
    for keyword in node.keywords if isinstance(node, ast.Call) else ():
        if keyword.arg in ("help", "metavar") and isinstance(keyword.value, ast.Constant):
            text = str(keyword.value.value)
            yield from [(text, "")] if keyword.arg == "help" else ((word, METAVAR) for word in WORD.findall(text))


def made(path: Path, wanted: list[Template]) -> tuple[bytes, bytes, list[str]]:
    """A catalogue as it should be, as source and compiled, and the templates that have no translation yet."""
    lang = path.parts[-3]
    with path.open("rb") as stream:
        old = read_po(stream, locale=lang)
    new = Catalog(locale=lang, charset="utf-8", fuzzy=False, creation_date=NO_DAY, revision_date=NO_DAY)
    for text, context in wanted:
        message = old.get(text, context or None)
        new.add(text, message.string if message is not None else "", context=context or None)
    head = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: %s\\n"\n\n' % lang.encode()
    source, compiled = io.BytesIO(), io.BytesIO()
    write_po(source, new, width=WIDTH, omit_header=True)
    write_mo(compiled, new)
    return (
        head + source.getvalue(),
        compiled.getvalue(),
        [str(message.id) for message in new if message.id and not message.string],
    )


def main(*, check: bool) -> int:
    """Write the catalogues, or only compare; says what is stale or missing."""
    wanted = templates()
    status = 0
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/thidua.po")):
        text, compiled, missing = made(path, wanted)
        binary = path.with_suffix(".mo")
        stale = path.read_bytes() != text or not binary.exists() or binary.read_bytes() != compiled
        if check and stale:
            print(f"{path.relative_to(SOURCE)} is not what the code says: run `make words`")
            status = 1
        if not check:
            path.write_bytes(text)
            binary.write_bytes(compiled)
        for template in missing:
            print(f"{path.parts[-3]}: no translation of {template!r}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
