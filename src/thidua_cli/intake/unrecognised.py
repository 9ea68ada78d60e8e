"""What is said of a header that was not good enough, and what a mapping file may teach of it."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_cli.findings import Finding
from thidua_cli.intake.layout.headers import is_personal
from thidua_cli.intake.layout.known_reports import Report
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.words import header_words
from thidua_cli.intake.tables import UnrecognisedSheet
from thidua_cli.text.glossary import called, columns_called
from thidua_cli.text.language import Message, t

_RUNNING = frozenset({"stt", "tt", "so tt", "so thu tu", "no"})
"""Heads of running numbers: nothing to teach."""


def unrecognised(
    file: str, sheet: str, nearest: Recognition | None, *, clear: bool
) -> tuple[Finding, UnrecognisedSheet]:
    """The finding for a header that was not good enough: plainly of its kind but for a column, or not even that."""
    if nearest is not None and clear:
        return missing_column(file, sheet, nearest, nearest.missing), remark(file, sheet, nearest, nearest.missing)
    near = nearest if nearest is not None and nearest.score >= 3 else None
    kind = near.kind if near else None
    missing = near.missing if near else ()
    header = near.block.range() if near else ""
    lacks = columns_called(missing) if missing else t("a known header")
    params = {"nearest": called("kind", kind) if kind else "", "missing": lacks}
    finding = Finding("unrecognised_sheet", params, file, sheet, header)
    return finding, UnrecognisedSheet(file, sheet, kind, missing, header, _heads(near) if near else ())


def remark(file: str, sheet: str, found: Recognition, missing: tuple[str, ...]) -> UnrecognisedSheet:
    """A sheet whose table is not used for want of some columns."""
    return UnrecognisedSheet(file, sheet, found.kind, missing, found.block.range(), _heads(found))


def missing_column(file: str, sheet: str, found: Recognition, missing: Sequence[str]) -> Finding:
    """The finding about a table of a known kind that lacks some columns."""
    params = {"kind": called("kind", found.kind), "column": columns_called(missing)}
    return Finding("missing_column", params, file, sheet, found.block.range())


def known_report(file: str, sheet: str, report: Report, header: str = "") -> tuple[Finding, UnrecognisedSheet]:
    """What is said of a report that is known and not used."""
    return _unused(report.what, report.why, UnrecognisedSheet(file, sheet, header=header))


def part_of_dossiers(
    file: str, sheet: str, found: Recognition, missing: Sequence[str], which: str
) -> tuple[Finding, UnrecognisedSheet]:
    """What is said of a list of some dossiers that lacks what would tell which they are: nothing rests on it."""
    what = t("a list of only {part}", part=called("partial", which))
    why = t("it lacks the column {column}", column=columns_called(missing))
    said = UnrecognisedSheet(file, sheet, found.kind, tuple(missing), found.block.range(), _heads(found))
    return _unused(what, why, said)


def _unused(what: Message, why: Message, said: UnrecognisedSheet) -> tuple[Finding, UnrecognisedSheet]:
    return Finding("known_but_unused", {"what": what, "why": why}, said.file, said.sheet, said.header), said


def _heads(found: Recognition) -> tuple[str, ...]:
    """The words of a header that mean nothing yet, column by column; personal columns are none of them."""
    known = set(found.fields.values())
    unknown = [path for column, path in sorted(found.block.paths.items()) if column not in known]
    said = [(path, header_words(path[-1])) for path in unknown]
    return tuple(" > ".join(path) for path, words in said if not is_personal(words) and words not in _RUNNING)
