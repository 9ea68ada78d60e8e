"""Where things lie in the checkout, and what git keeps of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The top of the checkout."""


def tracked_files() -> list[Path]:
    """Every file that git keeps, relative to the top; in an unpacked sdist, every file there is."""
    if not (ROOT / ".git").exists():
        return [path.relative_to(ROOT) for path in sorted(ROOT.rglob("*")) if path.is_file()]
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [path for name in listed.decode().split("\0") if name and (ROOT / (path := Path(name))).is_file()]


def read(name: str) -> str:
    """The text of a file at the top of the checkout."""
    return (ROOT / name).read_text(encoding="utf-8")
