"""What the Word files say about units and criteria, as plain text: standings, cells, shortfalls, sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thidua_cli.reports import wording
from thidua_cli.reports.word import figures
from thidua_cli.result import CriterionInfo, MeasureResult, Result, UnitResult

Record = dict[str, object]
_NAMES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to embed: its caption, the text in its place, size in millimetres; ``png`` draws it when needed."""

    title: str
    alt: str
    width_mm: float
    png: Callable[[], bytes]

    def __str__(self) -> str:
        return self.alt


def measure_of(unit: UnitResult, criterion: str, measure: str) -> MeasureResult | None:
    """One requirement of a unit as judged, or None."""
    for one in unit.criteria:
        if one.id == criterion:
            return next((m for m in one.measures if m.id == measure), None)
    return None


def columns(result: Result) -> list[Record]:
    """The columns of the table of units against criteria: one per requirement."""
    infos = wording.measures(result)
    made: list[Record] = []
    for criterion in result.plan.criteria:
        for need in criterion.requirements:
            info = infos.get(need.measure)
            limit = wording.decimal_text(need.threshold) + ("%" if need.percent else "")
            made.append(
                {
                    "nhan": wording.criterion_name(criterion.id, result),
                    "ten": (info.short_name or info.name) if info else need.measure,
                    "yeu_cau": f"{wording.operator_symbol(need.operator)} {limit}",
                }
            )
    return made


def _cells(unit: UnitResult, result: Result) -> list[Record]:
    made: list[Record] = []
    for criterion in result.plan.criteria:
        for need in criterion.requirements:
            measure = measure_of(unit, criterion.id, need.measure)
            counts = wording.counts_text(measure) if measure else ""
            made.append(
                {
                    "gia_tri": wording.figure(measure) if measure and measure.value is not None else "–",
                    "so_luong": counts if measure and measure.percent and measure.value is not None else "",
                    "ket_qua": wording.verdict_word(measure.verdict if measure else "no_data"),
                    "dat": bool(measure) and measure.verdict == "met",  # type: ignore[union-attr]
                }
            )
    return made


def result_words(unit: UnitResult) -> str:
    """The unit's overall result in a few words."""
    if unit.all_met:
        return "Đạt tất cả"
    if not unit.criteria_applicable:
        return "Không áp dụng"
    return f"Đạt {unit.criteria_met}/{unit.criteria_applicable}"


def unit_records(units: Sequence[UnitResult], result: Result) -> list[Record]:
    """One record per unit, in the order given."""
    return [
        {
            "stt": str(number),
            "ten": unit.name,
            "khoi": unit.group,
            "hang": str(unit.rank),
            "hang_chu": figures.lower_first(wording.rank_text(unit)),
            "diem": wording.score_text(unit),
            "ket_qua": result_words(unit),
            "tieu_chi_dat": f"{unit.criteria_met}/{unit.criteria_applicable}",
            "dat": unit.all_met,
            "o": _cells(unit, result),
            "ghi_chu": _note(unit),
        }
        for number, unit in enumerate(units, 1)
    ]


def _note(unit: UnitResult) -> str:
    parts = ["Đạt tất cả tiêu chí" if unit.all_met else "", "đồng hạng" if unit.tied else ""]
    parts.append("trình Hội đồng" if unit.council_review else "")
    return wording.sentence(parts, end="")


def overview(result: Result) -> str:
    """How many units met everything, missed something, could not be judged: one sentence."""
    total = len(result.units)
    if not total:
        return "Không có đơn vị nào được xét."
    met = sum(unit.all_met for unit in result.units)
    missed = sum(_has(unit, "not_met") for unit in result.units)
    open_ = sum(_has(unit, "no_data") and not _has(unit, "not_met") for unit in result.units)
    rest = total - met - missed - open_
    parts = [
        f"{figures.count(met)} đơn vị đạt tất cả các tiêu chí áp dụng" if met else "",
        f"{figures.count(missed)} đơn vị có tiêu chí chưa đạt" if missed else "",
        f"{figures.count(open_)} đơn vị chưa đủ số liệu để kết luận" if open_ else "",
        f"{figures.count(rest)} đơn vị không có tiêu chí áp dụng" if rest else "",
    ]
    none = "" if met else "không có đơn vị nào đạt tất cả các tiêu chí áp dụng; "
    return f"Trong {figures.count(total)} đơn vị được xét: {none}{'; '.join(part for part in parts if part)}."


def _has(unit: UnitResult, verdict: str) -> bool:
    return any(criterion.verdict == verdict for criterion in unit.criteria)


def criteria(result: Result) -> list[Record]:
    """One record per criterion: its words, how many met it, the best and worst figures, who missed it."""
    made: list[Record] = []
    for info in result.plan.criteria:
        missed = [unit.name for unit in result.units if _verdict(unit, info.id) == "not_met"]
        made.append(
            {
                "nhan": wording.criterion_name(info.id, result),
                "ten": info.title,
                "trich": figures.upper_first(info.citation.rstrip(".;")),
                "ket_qua": _criterion_sentence(info, result),
                "khong_dat": figures.some(missed, _NAMES_SHOWN, "đơn vị"),
                "cach_tinh": _method(info, result),
            }
        )
    return made


def _verdict(unit: UnitResult, criterion: str) -> str:
    return next((one.verdict for one in unit.criteria if one.id == criterion), "no_data")


def _criterion_sentence(info: CriterionInfo, result: Result) -> str:
    verdicts = [_verdict(unit, info.id) for unit in result.units]
    applying = len(verdicts) - verdicts.count("not_applicable")
    if not applying:
        return "không có đơn vị nào thuộc diện áp dụng."
    met = verdicts.count("met")
    parts = [f"{met}/{applying} đơn vị thuộc diện áp dụng đạt"]
    others = {"not_met": "chưa đạt", "no_data": "chưa đủ số liệu", "not_applicable": "không áp dụng"}
    for verdict, words in others.items():
        number = verdicts.count(verdict)
        if number:
            parts.append(f"{figures.count(number)} đơn vị {words}")
    best = [text for need in info.requirements if (text := _extremes(info.id, need.measure, result))]
    return ". ".join(["; ".join(parts), *best]) + "."


def _extremes(criterion: str, measure: str, result: Result) -> str:
    """“Sớm và đúng hạn: cao nhất 100% (12 đơn vị), thấp nhất 97,50% (Phường An Lạc)”; empty without two values."""
    judged = [(m, unit.name) for unit in result.units if (m := measure_of(unit, criterion, measure))]
    values = [(Fraction(str(m.numerator)) / (m.denominator or 1), m, name) for m, name in judged if _valued(m)]
    if not values:
        return ""
    info = wording.measures(result).get(measure)
    high, low = max(value for value, _, _ in values), min(value for value, _, _ in values)
    name = info.name if info else measure
    if high == low:
        return f"{name}: {wording.figure(values[0][1])}" + (" ở mọi đơn vị có số liệu" if len(values) > 1 else "")
    return f"{name}: cao nhất {_who(values, high)}, thấp nhất {_who(values, low)}"


def _valued(measure: MeasureResult) -> bool:
    return measure.value is not None and measure.numerator is not None and bool(measure.denominator)


def _who(values: Sequence[tuple[Fraction, MeasureResult, str]], wanted: Fraction) -> str:
    found = [(measure, name) for value, measure, name in values if value == wanted]
    who = found[0][1] if len(found) == 1 else f"{figures.count(len(found))} đơn vị"
    return f"{wording.figure(found[0][0])} ({who})"


def _method(info: CriterionInfo, result: Result) -> str:
    """How the criterion's figures are computed, from the plan's declared counts."""
    infos, parts = wording.measures(result), []
    for need in info.requirements:
        measure = infos.get(need.measure)
        if measure is None:
            continue
        top = " + ".join(result.plan.counts.get(name, name) for name in measure.numerator)
        below = " + ".join(result.plan.counts.get(name, name) for name in measure.denominator)
        formula = f"({top}) / ({below})" if below else top
        limit = wording.decimal_text(need.threshold) + ("%" if need.percent else "")
        parts.append(f"{measure.name} = {formula}; yêu cầu {wording.operator_symbol(need.operator)} {limit}")
    assessed = " Chỉ áp dụng đối với đơn vị được đánh giá Chỉ số." if info.applies_to == "assessed" else ""
    weight = f" Trọng số {wording.decimal_text(info.weight)}." if info.weight else ""
    return ". ".join(parts) + "." + weight + assessed


def shortfalls(result: Result) -> list[Record]:
    """Every requirement that a unit missed or that could not be judged, with its sources and rows."""
    made: list[Record] = []
    for unit in result.units:
        for one in wording.missed(unit, result):
            places = figures.sources(one.measure.sources)
            where = figures.rows(one.measure.against, one.measure.against_total)
            made.append(
                {
                    "stt": str(len(made) + 1),
                    "don_vi": unit.name,
                    "khoi": unit.group,
                    "nhan": wording.criterion_name(one.criterion.id, result),
                    "noi_dung": one.text + ".",
                    "nguon": "; ".join(part for part in (places, where) if part),
                }
            )
    return made


def undecided(result: Result) -> list[Record]:
    """Units with a criterion that could not be judged, with the reasons in words."""
    return [
        {"ten": unit.name, "ly_do": "; ".join(reasons)}
        for unit in result.units
        if (reasons := list(_open(unit, result)))
    ]


def _open(unit: UnitResult, result: Result) -> Iterator[str]:
    infos = wording.measures(result)
    for criterion in unit.criteria:
        if criterion.verdict != "no_data":
            continue
        label = wording.criterion_name(criterion.id, result)
        lacking = [m for m in criterion.measures if m.verdict == "no_data"]
        for measure in lacking:
            yield f"{label} – {wording.missed_text(measure, infos.get(measure.id))}"
        if not lacking:
            yield f"{label}: {wording.reason_text(criterion.reason) or 'chưa đủ số liệu'}"
