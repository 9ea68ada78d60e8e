"""A part's stamp (``phan.json``): written last, it says that the part's results are whole and what they rest on."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec

from thidua_cli.batch.parts import STAMP
from thidua_cli.combined import Shape
from thidua_cli.outputs import Written, write_files
from thidua_cli.reports.rendering import CONDITIONAL, FAMILY
from thidua_cli.text.plain import published

SCHEMA = "thidua-part/1"


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """``key`` is the fingerprint of inputs, plan, day, version and formats; ``files`` maps each file to its sha256."""

    schema: str
    part: str
    shape: Shape
    key: str
    files: dict[str, str]


def write_part(
    folder: Path, part: str, shape: Shape, key: str, files: Mapping[str, bytes], *, overwrite: bool = False
) -> Written:
    """Write a part's files and its stamp, all or none. Raises OutputError; without a stamp nothing there is trusted."""
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    stamp = Stamp(schema=SCHEMA, part=part, shape=shape, key=key, files=sums)
    stamped = {**files, STAMP: published(stamp)}
    return write_files(folder, stamped, overwrite=overwrite, family=FAMILY)


def read_stamp(folder: Path, names: Collection[str]) -> Stamp | None:
    """The stamp of a part whose files are these, all there as they were written; None where anything is amiss."""
    try:
        stamp = msgspec.json.decode((folder / STAMP).read_bytes(), type=Stamp)
        wanted, there = set(names) - CONDITIONAL, set(stamp.files) - CONDITIONAL
        if (stamp.schema, stamp.part, there) != (SCHEMA, folder.name, wanted):
            return None
        same = all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == s for name, s in stamp.files.items())
    except (OSError, ValueError, RecursionError):
        return None
    return stamp if same else None
