"""An input is never written: asked before anything is, by every command that writes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from thidua_cli.outputs.messages import is_an_input


def refuse_inputs(targets: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Raise UsageError where a file that will be written is one of the inputs, by whatever name or link.

    Files are compared as the system knows them (device and number), so that links, other spellings of one name and
    short names of Windows are seen through; where the system gives no numbers, by their resolved paths. A folder among
    the inputs stands for nothing here: its files are given by themselves.
    """
    existing = [target for target in targets if os.path.lexists(target)]
    if not existing:
        return
    read: dict[object, str] = {}
    for path in inputs:
        for identity in _identities(path):
            read.setdefault(identity, path.name)
    for target in existing:
        for identity in _identities(target):
            if identity in read:
                raise is_an_input(read[identity], target)


def refuse_hashes(targets: Iterable[Path], hashes: Mapping[str, str]) -> None:
    """The same where the inputs' places are forgotten: ``hashes`` are the sha256 of what was read, with its name."""
    for target in targets:
        if target.is_file() and (name := hashes.get(hashlib.sha256(target.read_bytes()).hexdigest())) is not None:
            raise is_an_input(name, target)


def _identities(path: Path) -> list[object]:
    """What tells a file from all others; nothing for a folder and for what is not there."""
    try:
        facts = path.stat()
        if path.is_dir():
            return []
        resolved: list[object] = [os.path.normcase(path.resolve())]
    except (OSError, RuntimeError):
        return []
    return [*resolved, (facts.st_dev, facts.st_ino)] if facts.st_ino else resolved
