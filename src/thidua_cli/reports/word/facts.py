"""What the Word files say about units and criteria, as plain text: standings, cells, criteria, shortfalls, totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thidua_cli.reports import prospects, wording
from thidua_cli.reports.cases import met_but_excluded
from thidua_cli.reports.numbering import count, listed, lower_first, some, upper_first
from thidua_cli.reports.ranks import told_reasons
from thidua_cli.reports.totals import measure_of, share, total
from thidua_cli.result import MeasureResult, Result, UnitResult
from thidua_cli.result_plan import CriterionInfo, MeasureInfo

Record = dict[str, object]
_NAMES_SHOWN = 10
_CODES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to embed: its caption, the text in its place, size in millimetres; ``png`` draws it when needed."""

    title: str
    alt: str
    width_mm: float
    png: Callable[[], bytes]

    def __str__(self) -> str:
        return self.alt


def columns(result: Result) -> list[Record]:
    """The columns of the table of units against criteria: one per requirement."""
    infos = wording.measures(result)
    return [
        {
            "nhan": wording.criterion_name(criterion.id, result),
            "ten": _short(infos.get(need.measure), need.measure),
            "yeu_cau": wording.threshold_text(need),
        }
        for criterion in result.plan.criteria
        for need in criterion.requirements
    ]


def _short(info: MeasureInfo | None, measure: str) -> str:
    return (info.short_name or info.name) if info else measure


def _cells(unit: UnitResult, result: Result) -> list[Record]:
    made: list[Record] = []
    for criterion in result.plan.criteria:
        for need in criterion.requirements:
            measure = measure_of(unit, need.measure, criterion.id)
            valued = measure is not None and measure.value is not None
            made.append(
                {
                    "gia_tri": wording.figure(measure) if measure and valued else "–",
                    "so_luong": wording.counts_text(measure) if measure and valued and measure.percent else "",
                    "ket_qua": wording.verdict_word(measure.verdict if measure else "no_data"),
                    "dat": measure is not None and measure.verdict == "met",
                }
            )
    return made


def result_words(unit: UnitResult) -> str:
    """The unit's overall result in a few words."""
    if unit.all_met:
        return "Đạt tất cả"
    return f"Đạt {unit.criteria_met}/{unit.criteria_applicable}" if unit.criteria_applicable else "Không áp dụng"


def unit_records(units: Sequence[UnitResult], result: Result) -> list[Record]:
    """One record per unit, in the order given."""
    why = {unit: reason.text("vi") for unit, reason in told_reasons(result, units).items()}
    left_out = {one.unit for one in met_but_excluded(result) if one.individual is None}
    return [
        {
            "stt": str(number),
            "ten": unit.name,
            "khoi": unit.group,
            "hang": str(unit.rank),
            "hang_chu": lower_first(wording.rank_text(unit)),
            "diem": wording.score_text(unit),
            "ket_qua": result_words(unit),
            "tieu_chi_dat": f"{unit.criteria_met}/{unit.criteria_applicable}",
            "dat": unit.all_met,
            "o": _cells(unit, result),
            "ghi_chu": _note(unit, why.get(unit.id, ""), left_out=unit.id in left_out),
        }
        for number, unit in enumerate(units, 1)
    ]


def _note(unit: UnitResult, why: str, *, left_out: bool) -> str:
    """All met and a shared rank, what decided the rank where the score does not tell, and what comes of it."""
    applying = "" if unit.criteria_applicable == len(unit.criteria) else " áp dụng"
    parts = [f"Đạt tất cả tiêu chí{applying}" if unit.all_met else "", "đồng hạng" if unit.tied else "", why]
    parts.append("trình Hội đồng" if unit.council_review else "không được đề nghị" if left_out else "")
    return wording.sentence(parts, end="")


def criteria(result: Result) -> list[Record]:
    """One record per criterion: its words, how many met it, the best and worst figures, who missed it."""
    made: list[Record] = []
    for info in result.plan.criteria:
        verdicts = [_verdict(unit, info.id) for unit in result.units]
        missed = [unit.name for unit in result.units if _verdict(unit, info.id) == "not_met"]
        applying = len(verdicts) - verdicts.count("not_applicable")
        made.append(
            {
                "nhan": wording.criterion_name(info.id, result),
                "ten": info.title,
                "trich": upper_first(info.citation.rstrip(".;")),
                "yeu_cau": "; ".join(_needs(info, result)),
                "so_ap_dung": str(applying),
                "so_dat": str(verdicts.count("met")),
                "ty_le": share(verdicts.count("met"), applying) if verdicts.count("no_data") < applying else "–",
                "so_khong_dat": str(verdicts.count("not_met")),
                "so_chua_du": str(verdicts.count("no_data")),
                "so_khong_ap_dung": str(verdicts.count("not_applicable")),
                "chua_biet": verdicts.count("no_data") == applying > 0,
                "so_lieu": _figures(info, result),
                "khong_dat": some(missed, _NAMES_SHOWN, "đơn vị"),
            }
        )
    return made


def _needs(info: CriterionInfo, result: Result) -> Iterator[str]:
    infos = wording.measures(result)
    for need in info.requirements:
        name = lower_first(_short(infos.get(need.measure), need.measure))
        none = need.operator == "<=" and not Fraction(need.threshold)
        yield f"không có {name.removeprefix('số ')}" if none else f"{name} {wording.threshold_words(need)}"


def _verdict(unit: UnitResult, criterion: str) -> str:
    return next((one.verdict for one in unit.criteria if one.id == criterion), "no_data")


def _figures(info: CriterionInfo, result: Result) -> str:
    """The best and worst figures of a criterion's requirements; empty where no unit has any."""
    parts = [text for need in info.requirements if (text := _extremes(info.id, need.measure, result))]
    return ". ".join(parts) + "." if parts else ""


def _extremes(criterion: str, measure: str, result: Result) -> str:
    """“Tỷ lệ …: cao nhất 100% (12 đơn vị), thấp nhất 97,50% (Phường An Lạc)”; empty without a value."""
    judged = [(m, unit.name) for unit in result.units if (m := measure_of(unit, measure, criterion))]
    values = [(Fraction(str(m.numerator)) / (m.denominator or 1), m, name) for m, name in judged if _valued(m)]
    if not values:
        return ""
    info = wording.measures(result).get(measure)
    high, low = max(value for value, _, _ in values), min(value for value, _, _ in values)
    name = info.name if info else measure
    unit = f" {info.unit}" if info and info.unit and info.kind == "value" else ""
    if high == low:
        where = f" ở cả {count(len(values))} đơn vị có số liệu" if len(values) > 1 else f" ({values[0][2]})"
        return f"{name}: {wording.figure(values[0][1])}{unit}{where}"
    return f"{name}: cao nhất {_who(values, high, unit)}, thấp nhất {_who(values, low, unit)}"


def _valued(measure: MeasureResult) -> bool:
    return measure.value is not None and measure.numerator is not None and bool(measure.denominator)


def _who(values: Sequence[tuple[Fraction, MeasureResult, str]], wanted: Fraction, unit: str) -> str:
    found = [(measure, name) for value, measure, name in values if value == wanted]
    who = found[0][1] if len(found) == 1 else f"{count(len(found))} đơn vị"
    return f"{wording.figure(found[0][0])}{unit} ({who})"


def shortfalls(result: Result) -> list[Record]:
    """Every unit that missed a requirement: what, by how much, and the cases that are the cause."""
    made: list[Record] = []
    for unit in result.units:
        missed = [one for one in prospects.missed(unit, result) if one.measure.verdict == "not_met"]
        if missed:
            causes = [_cause(one.measure) for one in missed]
            made.append(
                {
                    "stt": str(len(made) + 1),
                    "don_vi": unit.name,
                    "khoi": unit.group,
                    "noi_dung": wording.sentence(one.text for one in missed),
                    "nguyen_nhan": wording.sentence(causes, end=""),
                }
            )
    return made


def _cause(measure: MeasureResult) -> str:
    """The cases against the unit: “15 hồ sơ giải quyết quá hạn”, with their codes where they are few."""
    if not measure.against_total:
        return ""
    told = f"{wording.decimal_text(measure.against_total)} {wording.against_words(measure.id)}"
    codes = [one.code for one in measure.against if one.code]
    return f"{told} ({', '.join(codes)})" if len(codes) == measure.against_total <= _CODES_SHOWN else told


def undecided(result: Result) -> list[Record]:
    """Units with a criterion that could not be judged, with the reasons in words."""
    found = [(unit, reasons) for unit in result.units if (reasons := list(_open(unit, result)))]
    return [
        {"stt": str(number), "ten": unit.name, "ly_do": wording.sentence(reasons)}
        for number, (unit, reasons) in enumerate(found, 1)
    ]


def _open(unit: UnitResult, result: Result) -> Iterator[str]:
    infos = wording.measures(result)
    for criterion in unit.criteria:
        if criterion.verdict != "no_data":
            continue
        label = wording.criterion_name(criterion.id, result)
        lacking = [m for m in criterion.measures if m.verdict == "no_data"]
        for measure in lacking:
            yield f"{label} – {prospects.missed_text(measure, infos.get(measure.id))}"
        if not lacking:
            yield f"{label}: {wording.reason_text(criterion.reason) or 'chưa đủ số liệu'}"


def ratios(result: Result) -> list[MeasureInfo]:
    """The plan's ratios, in the order in which criteria ask for them."""
    infos = wording.measures(result)
    asked = dict.fromkeys(need.measure for info in result.plan.criteria for need in info.requirements)
    return [infos[name] for name in asked if name in infos and infos[name].kind == "ratio"]


def totals(result: Result, groups: Mapping[str, Sequence[UnitResult]]) -> Record:
    """The table of totals: one column per ratio, one row per group and one for all; what is missing, in a sentence."""
    measures = ratios(result)
    rows = [*groups.items(), ("Tổng cộng", result.units)] if len(groups) > 1 else list(groups.items())
    missing = [(info, total(result.units, info.id).missing) for info in measures]
    gaps = [
        f"{lower_first(info.name)} chưa có số liệu của {count(number)} đơn vị" for info, number in missing if number
    ]
    return {
        "cot_tong_hop": [{"ten": info.short_name or info.name, "don_vi": info.unit} for info in measures],
        "tong_hop": [
            {
                "ten": name,
                "so_don_vi": str(len(units)),
                "so_dat": str(sum(unit.all_met for unit in units)),
                "ty_le_dat": share(sum(unit.all_met for unit in units), len(units)),
                "o": [
                    {"so_luong": total(units, info.id).counts, "ty_le": total(units, info.id).share}
                    for info in measures
                ],
            }
            for name, units in rows
        ],
        "tong_hop_thieu": f"Số liệu tổng hợp chưa đầy đủ: {'; '.join(gaps)}." if gaps else "",
        "tong_hop_cau": _spoken(result, measures),
    }


def _spoken(result: Result, measures: Sequence[MeasureInfo]) -> str:
    """The totals of all units: “Tỷ lệ hoàn thành nhiệm vụ: 180/182 nhiệm vụ (98,90%); …”."""
    found = [(info, total(result.units, info.id)) for info in measures]
    return wording.sentence(
        f"{lower_first(info.name)}: {one.counts} {info.unit} ({one.share})" for info, one in found if one.denominator
    )


def strengths(result: Result) -> list[str]:
    """What went well, one sentence each: units that met everything, criteria that all met, recognised initiatives."""
    made = []
    met, number = sum(unit.all_met for unit in result.units), len(result.units)
    if met:
        made.append(f"{met}/{number} đơn vị ({share(met, number)}) đạt tất cả các tiêu chí áp dụng.")
    everywhere = [info for info in result.plan.criteria if _everywhere(info, result)]
    if everywhere:
        names = [f"{wording.criterion_name(info.id, result)} ({lower_first(info.title)})" for info in everywhere]
        made.append(f"Mọi đơn vị thuộc diện áp dụng đều đạt {listed([lower_first(name) for name in names])}.")
    recognised = [one for one in result.initiatives if one.recognised]
    if recognised:
        units = count(len({one.unit for one in recognised}))
        made.append(f"Có {count(len(recognised))} sáng kiến, giải pháp, mô hình được công nhận tại {units} đơn vị.")
    return made


def _everywhere(info: CriterionInfo, result: Result) -> bool:
    """Whether the criterion applies to a unit and none to which it applies missed it or is not known."""
    verdicts = {_verdict(unit, info.id) for unit in result.units} - {"not_applicable"}
    return verdicts == {"met"}
