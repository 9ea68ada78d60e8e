"""File by file, with a journal: for folders that hold other things too, and systems that cannot swap whole folders.

Everything is written into a folder inside first. Then a journal says what goes where, and each file takes its place in
one step. If one is in the way (Windows does not replace a file that a program has open), the files already placed are
put back, each in one step too. If the run is killed in between, the next one finds the journal and goes on: forward, or
back where that was the way. The journal's end is that its file is removed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import msgspec

from thidua_cli.outputs.keeping import free_name, is_inside
from thidua_cli.outputs.messages import cannot_write, half_done

FOLDER = ".thidua-run"
_JOURNAL = "journal.json"


class Journal(msgspec.Struct):
    """What is under way. ``back``: the old files are being put back; ``created``: names that had no file before."""

    names: list[str]
    created: list[str]
    kept: dict[str, str]
    back: bool = False


def place(folder: Path, files: Mapping[str, bytes], kept: Mapping[str, str]) -> None:
    """Put files into a folder, all or none; ``kept`` maps those that are moved aside first to their new names."""
    work = folder / FOLDER
    try:
        journal = _prepare(folder, work, files, kept)
    except OSError as error:
        _remove(work)
        raise cannot_write(Path(error.filename2 or error.filename or folder), error) from error
    except BaseException:
        _remove(work)
        raise
    try:
        _forward(folder, work, journal)
    except OSError as error:
        way = Path(error.filename2 or error.filename or folder)
        _give_up(folder, work, journal)
        raise cannot_write(way, error) from error
    except BaseException:
        _give_up(folder, work, journal)
        raise
    _end(work)


def interrupted(folder: Path) -> bool:
    """Whether a run was killed while it placed its files, or before."""
    return (folder / FOLDER).is_dir() and not (folder / FOLDER).is_symlink()


def recover(folder: Path) -> None:
    """End what a killed run began: forward if it was placing its files, back if it was putting the old ones back."""
    work = folder / FOLDER
    if not interrupted(folder):
        return
    try:
        journal = _read_journal(work)
    except (OSError, ValueError, RecursionError):
        _remove(work)  # it had not begun to place anything
        return
    if journal.back:
        _back(folder, work, journal)
    else:
        _note_edited(folder, work, journal)
        _forward(folder, work, journal)
    _end(work)


def _read_journal(work: Path) -> Journal:
    journal = msgspec.json.decode((work / _JOURNAL).read_bytes(), type=Journal)
    if not all(map(is_inside, (*journal.names, *journal.created, *journal.kept, *journal.kept.values()))):
        raise ValueError(_JOURNAL)  # not of this program's making
    return journal


def _note_edited(folder: Path, work: Path, journal: Journal) -> None:
    """A file that somebody saved after the run was killed is kept too, before the new one takes its place."""
    for name in journal.names:
        old, now = work / "old" / name, folder / name
        waits = (work / "new" / name).exists() and name not in journal.kept
        if waits and now.exists() and (not old.exists() or now.read_bytes() != old.read_bytes()):
            journal.kept[name] = free_name(folder, name, journal.kept.values())
    _note(work, journal)


def _prepare(folder: Path, work: Path, files: Mapping[str, bytes], kept: Mapping[str, str]) -> Journal:
    """Write everything that is needed to go forward and to go back; nothing outside of ``work`` is touched."""
    for name, data in sorted(files.items(), key=lambda item: item[0].endswith(".json")):
        if (folder / name).is_dir():
            raise IsADirectoryError(21, "là một thư mục / is a folder", str(folder / name))
        new = work / "new" / name
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(data)
    created = [name for name in files if not os.path.lexists(folder / name)]
    for name in files:
        if name not in created:
            old = work / "old" / name
            old.parent.mkdir(parents=True, exist_ok=True)
            copy(folder / name, old)
    # Results come last: what they say of the other files is true as soon as they stand there.
    names = sorted(files, key=lambda name: name.endswith(".json"))
    journal = Journal(names, created, dict(kept))
    _note(work, journal)
    return journal


def _note(work: Path, journal: Journal) -> None:
    part = work / f"{_JOURNAL}.part"
    part.write_bytes(msgspec.json.encode(journal))
    part.replace(work / _JOURNAL)


def _forward(folder: Path, work: Path, journal: Journal) -> None:
    for name in journal.names:
        new, target = work / "new" / name, folder / name
        if not new.exists():
            continue  # placed already
        target.parent.mkdir(parents=True, exist_ok=True)
        if name in journal.kept and not (folder / journal.kept[name]).exists():
            copy(target, folder / journal.kept[name])
        new.replace(target)


def _give_up(folder: Path, work: Path, journal: Journal) -> None:
    """Put back what was there; where even that is hindered, the next run does it."""
    journal.back = True
    try:
        _note(work, journal)
        _back(folder, work, journal)
    except OSError as error:
        raise half_done(Path(error.filename2 or error.filename or folder), error) from error
    _end(work)


def _back(folder: Path, work: Path, journal: Journal) -> None:
    for name in journal.names:
        if (work / "new" / name).exists():
            continue  # never placed: what stands there is the old file
        if name in journal.created:
            (folder / name).unlink(missing_ok=True)
        elif (work / "old" / name).exists():
            (work / "old" / name).replace(folder / name)
    for name in journal.kept.values():
        (folder / name).unlink(missing_ok=True)
    for parent in {(folder / name).parent for name in journal.created} - {folder}:
        with contextlib.suppress(OSError):
            parent.rmdir()


def _end(work: Path) -> None:
    """The run is whole, or the old one is: from here on nothing is to be done again."""
    with contextlib.suppress(OSError):
        (work / _JOURNAL).unlink(missing_ok=True)
    _remove(work)


def _remove(work: Path) -> None:
    shutil.rmtree(work, ignore_errors=True)


def copy(source: Path, target: Path) -> None:
    """A second name for the same file where the system has that, else a copy.

    On Windows always a copy: there a second name of a file that a program has open cannot be removed.
    """
    if os.name != "nt":
        with contextlib.suppress(OSError, NotImplementedError):
            os.link(source, target, follow_symlinks=False)
            return
    shutil.copy2(source, target, follow_symlinks=False)
