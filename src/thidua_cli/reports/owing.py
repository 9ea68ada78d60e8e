"""What each unit still owes before it can be judged: read from a result alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua_cli.reports import wording
from thidua_cli.result import FindingInfo, MeasureResult, Result, UnitResult

EMPTY = frozenset({"no_table", "empty_table", "no_row", "no_one_stop"})
"""Reasons of “no data” that say that something was not handed in; the others are about what was."""
_SOURCES = (
    (("tasks_assigned", "tasks_completed"), "kết quả thực hiện nhiệm vụ (nhiem-vu.xlsx)"),
    (("par_index",), "điểm Chỉ số cải cách hành chính (chi-so-cchc.xlsx)"),
    (("initiatives_recognised",), "sáng kiến, mô hình và kết quả công nhận (sang-kien.xlsx)"),
)
_DOSSIERS = "danh sách hồ sơ hoặc biểu tổng hợp xuất từ phần mềm một cửa, cổng dịch vụ công"
_NO_CASES = "xác nhận không phát sinh hồ sơ trong kỳ, hoặc nộp danh sách hồ sơ"


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that a unit owes: what, for which criteria, why; ``empty`` where it was not handed in at all."""

    what: str
    criteria: tuple[str, ...]
    why: str
    empty: bool


@dataclass(frozen=True, slots=True)
class UnitOwes:
    """One unit with all that it owes; nothing where it is complete."""

    unit: UnitResult
    owed: Sequence[Owed]


def owing(result: Result) -> list[UnitOwes]:
    """Every unit in the order of the result, with what it still owes."""
    return [UnitOwes(unit, [*_of_measures(unit, result), *_of_findings(unit, result)]) for unit in result.units]


def unfilled(result: Result) -> list[UnitOwes]:
    """The units that a kind of table is still missing for."""
    missing = (UnitOwes(one.unit, [owed for owed in one.owed if owed.empty]) for one in owing(result))
    return [one for one in missing if one.owed]


def _of_measures(unit: UnitResult, result: Result) -> list[Owed]:
    found: dict[tuple[str, str, bool], list[str]] = {}
    for criterion in unit.criteria:
        for measure in criterion.measures:
            said = _what(measure, result)
            if said is not None:
                found.setdefault(said, []).append(wording.criterion_label(criterion.id))
    return [Owed(what, tuple(dict.fromkeys(labels)), why, empty) for (what, why, empty), labels in found.items()]


def _what(measure: MeasureResult, result: Result) -> tuple[str, str, bool] | None:
    if measure.verdict == "no_data":
        why = wording.reason_text(measure.reason, "vi")
        return _source(measure, result), why, measure.reason in EMPTY
    if measure.reason == "no_cases":
        return _NO_CASES, "không có dòng nào của đơn vị", False
    return None


def _source(measure: MeasureResult, result: Result) -> str:
    counts = {*wording.measures(result)[measure.id].numerator}
    return next((words for names, words in _SOURCES if counts & {*names}), _DOSSIERS)


def _of_findings(unit: UnitResult, result: Result) -> Iterable[Owed]:
    """What is wrong in the tables of this unit and must be mended."""
    for finding in result.findings:
        if unit.id in (finding.unit, *finding.units) and finding.severity == "error":
            yield Owed(finding.hint or "sửa số liệu", (), f"{_place(finding)}{finding.message}", empty=False)


def _place(finding: FindingInfo) -> str:
    place = ", ".join(part for part in (finding.file, finding.sheet, finding.cell and f"ô {finding.cell}") if part)
    return f"[{place}] " if place else ""
