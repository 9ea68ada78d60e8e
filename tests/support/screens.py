"""What a screen says, looked at apart from where its lines end; and the lines that are too wide for it."""

from __future__ import annotations

import re
from pathlib import Path

from thidua_cli.calling import COMMANDS
from thidua_cli.text.wrapping import display_width

WIDTH = 80
_BULLET = re.compile(r"^(?:\[ \]|[^\w\s./“\"'<(\[{-]|\d+\.) ")
_COMMAND = re.compile(rf"(?:\S*python\S* -m )?\S*thidua\S* (?:{'|'.join(COMMANDS)})\b")


def flat(text: str) -> str:
    """The text in one line."""
    return " ".join(text.split())


def too_wide(text: str) -> list[str]:
    """The lines wider than the screen that are not one command, one path or one word alone."""
    return [line for line in text.splitlines() if display_width(line) > WIDTH and not _whole(line)]


def _whole(line: str) -> bool:
    said = _BULLET.sub("", line.strip())
    return " " not in said or _COMMAND.match(said) is not None or Path(said.rstrip(".:;,")).exists()
