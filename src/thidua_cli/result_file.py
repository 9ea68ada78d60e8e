"""``result.json`` read back from disk, with messages for what is no result."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from thidua_cli.calling import shell_word, typed
from thidua_cli.errors import DataError, system_reason
from thidua_cli.result import SCHEMA, Result
from thidua_cli.text.language import Message, t
from thidua_cli.text.nearness import did_you_mean, nearest_file

FILE_NAME = "result.json"
_DATA = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv")
MOST_BYTES = 512 * 1024 * 1024
"""As for any other file that is read."""


class _Schema(msgspec.Struct):
    """As much of a result as says of which format it is."""

    schema: str = ""


def from_json(data: bytes, name: str) -> Result:
    """Read a result back. ``name`` is the file's name for messages; raises DataError if it is not a result.

    Every value is within the bounds of :mod:`thidua_cli.result_values`, and every day is one of the calendar, so that
    whoever has a result can compute with it.
    """
    try:
        schema = msgspec.json.decode(data, type=_Schema).schema
        if schema.startswith("thidua-result/") and schema != SCHEMA:
            raise _other_format(name, schema)
        if schema.startswith("thidua-") and schema != SCHEMA:
            raise _no_result(name, t("it is another output of the program"))
        result = msgspec.json.decode(data, type=Result)
        for day in (result.as_of, result.plan.period_start, result.plan.period_end):
            date.fromisoformat(day)
    except (ValueError, RecursionError) as error:  # msgspec's errors, undecodable bytes and days that are none, too
        raise _no_result(name, _why(str(error))) from error
    if result.schema != SCHEMA:
        raise _no_result(name, t("its format is not told"))
    return result


_UNKNOWN, _MISSING = "Object contains unknown field", "Object missing required field"


def _why(said: str) -> Message:
    """What a JSON library says of a text that it refuses, in words for people; the place stays."""
    if "truncated" in said:
        return t("it is empty or ends too early")
    if "malformed" in said or "utf" in said.lower():
        return t("it is no JSON text")
    for start, words in ((_UNKNOWN, t("something is in it that no result holds")), (_MISSING, t("a part is missing"))):
        if said.startswith(start):
            return t("{what}: {place}", what=words, place=said.removeprefix(start).strip()[:200])
    return t("a value is not as the program writes it: {place}", place=said.rpartition("at ")[2].strip()[:200])


def load(path: Path) -> Result:
    """Read ``result.json`` from disk; raises DataError if it cannot be read or is not a result."""
    try:
        if path.is_dir() and (inside := sorted(path.glob(f"*/{FILE_NAME}"))):
            raise _several(path, inside)
        if path.is_dir():
            next(path.iterdir(), None)  # a closed folder is not an empty one
        if path.exists() and not path.is_file():
            raise _no_result(path.name, t("there is no result.json in it") if path.is_dir() else t("not a file"))
        if path.stat().st_size > MOST_BYTES:
            raise _no_result(path.name, t("too large"))
        data = path.read_bytes()
    except OSError as error:
        near = did_you_mean(nearest_file(path) if isinstance(error, FileNotFoundError) else [])
        raise DataError(
            t("{name}: cannot be opened ({why}).{near}", name=path.name, why=system_reason(error), near=near),
            hint=t("Check the path to result.json."),
        ) from error
    if path.suffix.lower() != ".json" and not data.lstrip().startswith(b"{"):
        raise _other_file(path)
    return from_json(data, path.name)


def _no_result(name: str, why: Message) -> DataError:
    return DataError(
        t("{name}: not a result of thidua, or edited by hand ({why}).", name=name, why=why),
        hint=t("Choose the file result.json in the results folder; if it was edited, score the data again."),
    )


def _several(folder: Path, inside: Sequence[Path]) -> DataError:
    """The folder of a batch is given: each part in it has a result."""
    return DataError(
        t(
            "{folder} holds {count:result|results} of parts, and none of its own.",
            folder=folder,
            count=len(inside),
        ),
        hint=t("Name one of them, for example: {path}", path=shell_word(str(inside[0]))),
    )


def _other_file(path: Path) -> DataError:
    """An output beside the result, or data, is given in the result's place."""
    beside = path.parent / FILE_NAME
    if beside.is_file():
        hint = t("Name the result that lies beside it: {path}", path=shell_word(str(beside)))
    elif path.suffix.lower() in _DATA:
        hint = t(
            "The result is the file {name} that this writes: {score}", name=FILE_NAME, score=typed("score", str(path))
        )
    else:
        hint = t("Choose the file {name} in the results folder.", name=FILE_NAME)
    return DataError(t("{name} is a document or a table, not a result.", name=path.name), hint=hint)


def _other_format(name: str, schema: str) -> DataError:
    return DataError(
        t(
            "{name}: the result has the format {schema}, this version reads {known}.",
            name=name,
            schema=schema[:40],
            known=SCHEMA,
        ),
        hint=t("Score the data again with this version."),
    )
