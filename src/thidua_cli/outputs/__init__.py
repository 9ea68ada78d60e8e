"""Files written whole or not at all: everything is rendered first, then put beside its place and moved into it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from thidua_cli.outputs.inputs import refuse_inputs
from thidua_cli.outputs.messages import cannot_write

__all__ = ["check_writable", "refuse_inputs", "write_file", "write_files"]


def write_files(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write some files into a folder, made if it is missing. Raises OutputError; then no file was changed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        waiting = _stage(folder, files)
    except OSError as error:
        raise cannot_write(folder, error) from error
    written: list[Path] = []
    target = folder
    try:
        for name, temporary in waiting.items():
            target = folder / name
            Path(temporary).replace(target)
            written.append(target)
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        _discard(waiting)
    return written


def write_file(path: Path, data: bytes) -> Path:
    """Write one file whole or not at all. Raises OutputError."""
    return write_files(path.parent, {path.name: data})[0]


def check_writable(folder: Path) -> None:
    """Fail before the work is done, not after it: raises OutputError if the folder cannot be written to."""
    existing = folder
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    if not existing.is_dir():
        raise cannot_write(folder, NotADirectoryError(20, "không phải thư mục / not a folder"))
    try:
        with tempfile.TemporaryFile(dir=existing):
            pass
    except OSError as error:
        raise cannot_write(folder, error) from error


def _stage(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    waiting: dict[str, str] = {}
    try:
        for name, data in files.items():
            handle, temporary = tempfile.mkstemp(dir=folder, prefix=".thidua-", suffix=".tmp")
            waiting[name] = temporary
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            Path(temporary).chmod(0o666 & ~_umask())
    except BaseException:
        _discard(waiting)
        raise
    return waiting


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _discard(waiting: Mapping[str, str]) -> None:
    for temporary in waiting.values():
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
