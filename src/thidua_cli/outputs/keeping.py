"""What must not be overwritten: documents that people edited since they were written, and files of their own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

import msgspec

from thidua_cli.errors import DataError
from thidua_cli.intake.opening.own import own_kind
from thidua_cli.marks import is_as_written
from thidua_cli.outputs.messages import of_another_period, of_another_year
from thidua_cli.result import Result

RESULT = "result.json"
SUFFIX = "-da-sua"
"""Put to the name of an edited file that is kept."""
_SCHEMA = re.compile(rb'\s*\{\s*"schema":\s*"thidua-[a-z]+/\d')


def refuse_other_period(folder: Path, result: Result) -> None:
    """Raise OutputError where data that are all of another year or period would replace a result that rests on its own.

    Of another year tables that name no time may have been judged; of another period nothing was.
    """
    from thidua_cli.reports.other_year import judged, other_years, unjudged
    from thidua_cli.result_file import from_json

    years = other_years(result)
    if not years and not unjudged(result):
        return
    try:
        before = from_json((folder / RESULT).read_bytes(), RESULT)
    except (OSError, DataError):
        return  # nothing is there, or nothing that anybody can read
    if years and not other_years(before):
        raise of_another_year(folder, years, result.plan.year)
    if not years and judged(before):
        raise of_another_period(folder, date.fromisoformat(result.as_of), date.fromisoformat(before.as_of))


def is_inside(name: str) -> bool:
    """Whether a name that stands in a file, which somebody may have edited, leads to nowhere but below its folder."""
    path = Path(name)
    return not path.is_absolute() and not path.drive and ".." not in path.parts


class _Manifest(msgspec.Struct):
    """As much of a result as says what was written with it."""

    files: dict[str, str | None] = {}


def manifest(folder: Path) -> Mapping[str, str | None]:
    """Which files the folder's last run wrote beside its result, with their hashes; nothing where that is not known."""
    try:
        files = msgspec.json.decode((folder / RESULT).read_bytes(), type=_Manifest).files
        return {name: said for name, said in files.items() if is_inside(name)}
    except (OSError, ValueError, RecursionError):
        return {}


def edited(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """The files in the way that are not as the program wrote them, each with the new name that it is kept under."""
    known: Mapping[str, str | None] | None = None
    kept: dict[str, str] = {}
    for name, data in files.items():
        path = folder / name
        try:
            there = path.read_bytes()
        except OSError:
            continue  # nothing is there, or it cannot be read: then writing says why
        if there == data or _as_written(name, there):
            continue
        known = manifest(folder) if known is None else known
        if known.get(name) != hashlib.sha256(there).hexdigest():
            kept[name] = free_name(folder, name, {*files, *kept.values()})
    return kept


def _as_written(name: str, data: bytes) -> bool:
    """Whether nobody had a hand in a file: by its seal; results by their schema; PDFs that nobody added to."""
    if name.endswith(".json"):
        return _SCHEMA.match(data[:200]) is not None
    if name.endswith(".pdf"):
        return data.count(b"%%EOF") == 1 and "thidua-output".encode("utf-16-be").hex().upper().encode() in data
    return is_as_written(data)


def free_name(folder: Path, name: str, taken: Collection[str]) -> str:
    """A name for a file that is kept, which no other has."""
    path = PurePosixPath(name)
    number = 1
    while True:
        tail = SUFFIX if number == 1 else f"{SUFFIX}-{number}"
        new = str(path.with_name(f"{path.stem}{tail}{path.suffix}"))
        if new not in taken and not (folder / new).exists():
            return new
        number += 1


def left_over(folder: Path, files: Mapping[str, bytes], family: Iterable[str]) -> list[str]:
    """The files of an earlier run that this run leaves as they are, if it writes a result of its own."""
    if RESULT not in files:
        return []
    names = dict.fromkeys((*manifest(folder), *family))
    return [name for name in names if name not in files and own_kind(folder / name) is not None]
