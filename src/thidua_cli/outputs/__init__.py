"""The one place that writes: one run's files all or none, never over an input, never over what people edited.

The way is told in ``docs/decisions/one-runs-files.md``. :func:`write_files` locks the folder, ends what an interrupted
run left (:mod:`recovery <thidua_cli.outputs.placing>`), sets aside what people edited, and swaps: the whole folder at
once where the system can (:mod:`thidua_cli.outputs.whole`), else file by file with a journal
(:mod:`thidua_cli.outputs.placing`).
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from thidua_cli.outputs import placing, whole
from thidua_cli.outputs.inputs import refuse_hashes, refuse_inputs
from thidua_cli.outputs.keeping import edited, left_over, refuse_other_period
from thidua_cli.outputs.lock import is_locked, locked
from thidua_cli.outputs.messages import cannot_write, half_done, not_a_folder
from thidua_cli.system.scratch import clear_dead

__all__ = [
    "Written",
    "check_writable",
    "refuse_hashes",
    "refuse_inputs",
    "refuse_other_period",
    "write_file",
    "write_files",
]


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing: the files, what was there and is kept under a new name, what stays of another run."""

    paths: list[Path]
    kept: dict[str, str]
    """Old name to new name of each file that was there and was not as this program had written it."""
    stale: list[str]
    """Files that an earlier run wrote into the folder and this one did not."""


def write_files(
    folder: Path, files: Mapping[str, bytes], *, overwrite: bool = False, family: Collection[str] = ()
) -> Written:
    """Write one run's files into a folder, made if it is missing: all of them, or none.

    Names may lead into sub-folders (forward slashes). A file there that is not as the program wrote it (edited since,
    or somebody's own) is kept under a new name unless ``overwrite`` is said. ``family`` are the names of all files that
    runs of this kind may write; those that are there of an earlier run, and not written now, are told. Raises
    OutputError, which names the file in the way; then the earlier run's files stand as they were.
    """
    made = _make(folder)
    try:
        with locked(folder):
            settle(folder)
            kept = {} if overwrite else edited(folder, files)
            stale = left_over(folder, files, family)
            if not whole.swap(folder, files, kept):
                placing.place(folder, files, kept)
    except BaseException:
        _unmake(made)
        raise
    return Written([folder / name for name in files], kept, stale)


def write_file(path: Path, data: bytes, *, overwrite: bool = False) -> Written:
    """Write one file whole or not at all, like :func:`write_files`."""
    return write_files(path.parent, {path.name: data}, overwrite=overwrite)


def check_writable(folder: Path) -> None:
    """Fail before the work is done, not after it: raises OutputError if the folder cannot be written to.

    What an interrupted run left in it is ended first, so that whoever reads the folder finds one run's files; what it
    left among the system's temporary files is removed.
    """
    clear_dead()
    existing = folder
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    if not existing.is_dir():
        raise not_a_folder(folder, existing)
    try:
        with tempfile.TemporaryFile(dir=existing):
            pass
    except OSError as error:
        raise cannot_write(folder, error) from error
    if existing == folder and any(look(folder) for look in (placing.interrupted, whole.interrupted, is_locked)):
        with locked(folder):
            settle(folder)


def settle(folder: Path) -> None:
    """End what a run that was killed left behind, in a folder that is locked."""
    try:
        whole.clear(folder)
        placing.recover(folder)
    except OSError as error:
        raise half_done(Path(error.filename2 or error.filename or folder), error) from error


def _make(folder: Path) -> list[Path]:
    """Make a folder; gives the folders that were not there before, the innermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        _unmake(missing)
        raise cannot_write(folder, error) from error
    return missing


def _unmake(folders: list[Path]) -> None:
    """Take away again the empty folders that a failure would leave behind."""
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()
