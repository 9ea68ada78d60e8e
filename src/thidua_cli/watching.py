"""What ``thidua watch`` waits for: a change of the files that a run reads, which then stands still.

Looked at again and again instead of being told by the system: the systems tell nothing of folders on another machine,
where the data of offices lie, and there are few files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from thidua_cli.intake.opening import is_table_name
from thidua_cli.reports.rendering import FAMILY

Seen = dict[Path, tuple[int, int, bool]]
"""Of each file the time of its last change, its size, and whether it can be opened."""


def look(places: Sequence[Path], out: Path | None, *, opened: bool) -> Seen:
    """The files of some places (files, folders) as they are now; what the run itself writes into ``out`` is none.

    Files are opened only where a run has failed (``opened``): one that another program holds says nothing when it is
    let go, but to open it is in the way of a program that is about to replace it.
    """
    own = {(out / name).resolve() for name in FAMILY} if out is not None else set()
    seen: Seen = {}
    for path in _files(places):
        try:
            facts = path.stat()
        except OSError:
            continue
        if path.resolve() not in own:
            seen[path] = (facts.st_mtime_ns, facts.st_size, not opened or _can_be_opened(path))
    return seen


def next_change(look_now: Callable[[], Seen], before: Seen, pause: Callable[[], None]) -> Seen:
    """Wait until the files are others than ``before``, and the same twice: a file half written is still growing."""
    last = before
    while True:
        pause()
        now = look_now()
        if now == last != before:
            return now
        last = now


def as_left(before: Seen, after: Seen) -> Seen:
    """The files as they were before a run, with what could be opened after it: what changed meanwhile still counts."""
    return {path: (*facts[:2], after.get(path, facts)[2]) for path, facts in before.items()}


def changed(before: Seen, after: Seen) -> list[str]:
    """The names of the files that came, went or changed."""
    differing = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    return sorted({path.name for path in differing})


def _files(places: Iterable[Path]) -> Iterable[Path]:
    for place in places:
        if not place.is_dir():
            yield place
            continue
        for where, folders, names in os.walk(place):
            folders[:] = [name for name in folders if not name.startswith(".")]
            yield from (Path(where) / name for name in names if _matters(name))


def _matters(name: str) -> bool:
    """Tables, plans and vocabularies, Word templates; not the files by which programs say that one is open."""
    return is_table_name(name) or (name.lower().endswith((".yaml", ".docx")) and not name.startswith((".", "~")))


def _can_be_opened(path: Path) -> bool:
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False
