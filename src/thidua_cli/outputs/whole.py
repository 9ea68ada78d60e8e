"""The whole folder at once: Linux can exchange two folders in one step, so that no moment shows files of two runs.

The new files are written into a folder beside, what else the folder holds gets a second name there, and the two folders
change places. Only a folder of results proper is swapped so: files of this program alone, no sub-folders, no links, not
the working folder.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from thidua_cli.intake.opening.own import own_kind
from thidua_cli.outputs import lock
from thidua_cli.outputs.messages import cannot_write

_MARK = ".thidua-new"
"""Stands in a folder that is being prepared, and is taken away once it is in its place."""
_MOST_CARRIED = 500
_AT_FDCWD = -100
_EXCHANGE = 2
_FULL = {28, 122}
"""ENOSPC and EDQUOT: the other way would not get further."""


def swap(folder: Path, files: Mapping[str, bytes], kept: Mapping[str, str]) -> bool:
    """Exchange the folder for one with these files; False where that cannot be done here and nothing was changed."""
    folder = folder.resolve()
    work = _beside(folder)
    if not _is_ours_alone(folder, files):
        return False
    try:
        if not _prepare(folder, work, files, kept) or not _exchange(work, folder):
            _remove(work)
            return False
    except OSError as error:
        _remove(work)
        if error.errno in _FULL:
            raise cannot_write(folder, error) from error
        return False
    except BaseException:
        # Interrupted: after the exchange the mark is on the other side, and the next run clears what is left.
        if (work / _MARK).exists():
            _remove(work)
        raise
    _finish(folder, work)
    return True


def interrupted(folder: Path) -> bool:
    """Whether a run was killed before or after it swapped the folder."""
    folder = folder.resolve()
    return _beside(folder).is_dir() or (folder / _MARK).exists()


def clear(folder: Path) -> None:
    """Take away what a killed run left: the folder it was preparing, or the old one that it had not yet removed."""
    folder = folder.resolve()
    work = _beside(folder)
    if (work / _MARK).exists():
        _remove(work)
    elif work.is_dir():
        _finish(folder, work)
    (folder / _MARK).unlink(missing_ok=True)


def _beside(folder: Path) -> Path:
    return folder.parent / f".{folder.name}.thidua"


def _is_ours_alone(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Whether the folder may change places: results alone, with plain rights, and nobody works in it."""
    here = Path.cwd().resolve()
    if (
        sys.platform != "linux"
        or len(files) == 1
        or folder == here
        or folder in here.parents
        or os.path.ismount(folder)
    ):
        return False
    entries = list(os.scandir(folder))
    if len(entries) > _MOST_CARRIED or not all(entry.is_file(follow_symlinks=False) for entry in entries):
        return False
    carried = [entry for entry in entries if entry.name not in files and entry.name not in (lock.NAME, _MARK)]
    return _has_plain_rights(folder) and all(own_kind(Path(entry.path)) is not None for entry in carried)


def _has_plain_rights(folder: Path) -> bool:
    """Whether a new folder would have the same owner and rights as this one."""
    facts = folder.stat()
    try:
        special = [name for name in os.listxattr(folder) if name != "security.selinux"]
    except OSError:
        special = []
    return facts.st_uid == os.geteuid() and not special and not facts.st_mode & (stat.S_ISGID | stat.S_ISVTX)


def _prepare(folder: Path, work: Path, files: Mapping[str, bytes], kept: Mapping[str, str]) -> bool:
    """Fill the folder beside; False where it would belong to another group of people."""
    work.mkdir()
    (work / _MARK).touch()
    facts = folder.stat()
    if work.stat().st_gid != facts.st_gid:
        return False
    for name, data in files.items():
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).write_bytes(data)
    for path in folder.iterdir():
        if path.name not in files:
            os.link(path, work / path.name, follow_symlinks=False)
    for name, new in kept.items():
        os.link(folder / name, work / new, follow_symlinks=False)
    work.chmod(stat.S_IMODE(facts.st_mode))
    return True


def _finish(folder: Path, work: Path) -> None:
    """The new folder is in its place: save what somebody put into the old one meanwhile, and remove that."""
    for entry in list(os.scandir(work)):
        target = folder / entry.name
        if not os.path.lexists(target) and entry.name not in (lock.NAME, _MARK):
            with contextlib.suppress(OSError):
                Path(entry.path).rename(target)
    with contextlib.suppress(OSError):
        (folder / _MARK).unlink(missing_ok=True)
    _remove(work)


def _remove(work: Path) -> None:
    shutil.rmtree(work, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or the drive cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    rename.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0)
