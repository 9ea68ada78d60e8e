"""The parts of the context about rollout, contested figures, the year before and what units still owe."""

from __future__ import annotations

from fractions import Fraction

from thidua_cli.reports import states, wording
from thidua_cli.reports.numbering import count, upper_first
from thidua_cli.reports.owing import owed_by_units
from thidua_cli.reports.prospects import finding_units
from thidua_cli.reports.quoting import quoted
from thidua_cli.reports.totals import total
from thidua_cli.reports.word.awards import Awards
from thidua_cli.reports.word.facts import Record, ratios
from thidua_cli.result import Result
from thidua_cli.text.figures import decimal_text
from thidua_cli.text.vietnamese import sort_key

_PERSONS_SHOWN = 20
"""More persons than these are not told a second time beside the list of those proposed."""
_ALL_SAID = 2
_CONTESTED = frozenset({"error", "warning"})


def contested(result: Result, awards: Awards) -> Record:
    """Findings about the figures of those whom the council looks at: one row a text, with its units."""
    wanted = {one.unit for one in result.proposals} | {one.unit for one in awards.cases}
    said: dict[str, dict[str, list[str]]] = {}
    for one in result.findings:
        for name in wanted.intersection(finding_units(one)) if one.severity in _CONTESTED else ():
            said.setdefault(name, {}).setdefault(one.code, []).append(one.message.rstrip("."))
    units: dict[str, list[str]] = {}
    for unit in result.units:
        if unit.id in said:
            units.setdefault(wording.sentence(map(_first, said[unit.id].values())), []).append(unit.name)
    return {
        "co_so_lieu_luu_y": bool(units),
        "so_lieu_luu_y": [
            {"stt": str(number), "don_vi": ", ".join(names), "noi_dung": text}
            for number, (text, names) in enumerate(units.items(), 1)
        ],
        "phu_luc_nhan_rong": "III" if units else "II",
    }


def _first(messages: list[str]) -> str:
    """Several findings of one kind: two are both said; of more, the first and how many more there are."""
    different = list(dict.fromkeys(messages))
    if len(different) <= _ALL_SAID:
        return "; ".join(different)
    return f"{different[0]} (và {wording.decimal_text(len(different) - 1)} lưu ý khác cùng loại)"


def owed(result: Result) -> Record:
    """What each unit still owes: the units with something, and each thing with its criteria and why."""
    units = owed_by_units(result)
    return {
        "so_don_vi_thieu": count(len(units)),
        "don_vi_thieu": [
            {
                "stt": str(number),
                "ten": one.unit.name,
                "khoi": one.unit.group,
                "so_noi_dung": str(len(one.owed)),
                "noi_dung": upper_first("; ".join(dict.fromkeys(owed.what.text().rstrip(".") for owed in one.owed))),
                "muc": [
                    {
                        "stt": str(place),
                        "noi_dung": upper_first(owed.what.text()),
                        "tieu_chi": ", ".join(owed.criteria),
                        "tinh_trang": upper_first(owed.why.text()),
                    }
                    for place, owed in enumerate(one.owed, 1)
                ],
            }
            for number, one in enumerate(units, 1)
        ],
    }


def rollout(result: Result, awards: Awards) -> Record:
    """Initiatives and role models; where a column says which are to be carried on, those alone."""
    place = {unit.id: number for number, unit in enumerate(result.units)}
    chosen = any(one.rollout is not None for one in result.initiatives)
    wanted = sorted(
        (one for one in result.initiatives if one.recognised and (one.rollout or not chosen)),
        key=lambda one: (place.get(one.unit, len(place)), sort_key(one.title)),
    )
    models, persons = awards.model_units(), awards.persons()
    return {
        "nhan_rong_cau": states.rollout(
            chosen=chosen, initiatives=len(wanted), units=len(models), persons=len(persons)
        ),
        "co_chon_nhan_rong": chosen,
        "co_sang_kien": bool(wanted),
        "sang_kien": [
            {
                "stt": str(number),
                "ten": quoted(one.title),
                "don_vi": awards.unit_name(one.unit),
                "tac_gia": one.author,
                "hieu_qua": one.effect,
                "pham_vi": one.scope,
                "to_chuc": one.implementer,
            }
            for number, one in enumerate(wanted, 1)
        ],
        "co_hieu_qua": any(one.effect for one in wanted),
        "co_pham_vi": any(one.scope for one in wanted),
        "co_to_chuc": any(one.implementer for one in wanted),
        "co_dien_hinh_tap_the": bool(models),
        "dien_hinh_tap_the": models,
        "co_dien_hinh_ca_nhan": 0 < len(persons) <= _PERSONS_SHOWN,
        "dien_hinh_ca_nhan": persons if len(persons) <= _PERSONS_SHOWN else [],
        "dien_hinh_ca_nhan_cau": states.many_persons(len(persons))
        if persons
        else states.nobody(states.side(result, "individual")),
    }


def compared(result: Result, previous: Result | None) -> Record:
    """The figures of the year before beside this year's, for what both years measure."""
    if previous is None:
        return {"co_so_sanh": False, "nam_truoc": str(result.plan.year - 1), "so_sanh": []}
    before = {info.id for info in ratios(previous)}
    rows = [_counted("Số đơn vị được xét", len(previous.units), len(result.units), "đơn vị")]
    met = [sum(unit.all_met for unit in one.units) for one in (previous, result)]
    rows.append(_counted("Số đơn vị đạt tất cả các tiêu chí áp dụng", met[0], met[1], "đơn vị"))
    for info in ratios(result):
        old, new = total(previous.units, info.id), total(result.units, info.id)
        if info.id in before and old.denominator and new.denominator:
            change = (new.numerator / new.denominator - old.numerator / old.denominator) * 100
            rows.append(_row(info.name, old.share, new.share, _change(change, "điểm phần trăm")))
    ideas = [sum(bool(one.recognised) for one in each.initiatives) for each in (previous, result)]
    rows.append(_counted("Số sáng kiến, giải pháp, mô hình được công nhận", ideas[0], ideas[1], "sáng kiến"))
    return {"co_so_sanh": True, "nam_truoc": str(previous.plan.year), "so_sanh": rows}


def _counted(name: str, old: int, new: int, unit: str) -> Record:
    texts = wording.decimal_text(old), wording.decimal_text(new)
    return _row(name, *texts, _change(Fraction(new - old), unit))


def _row(name: str, old: str, new: str, change: str) -> Record:
    return {"ten": name, "truoc": old, "nay": new, "tang_giam": change}


def _change(change: Fraction, unit: str) -> str:
    if not change:
        return "không đổi"
    size = wording.decimal_text(decimal_text(abs(change), 2, (Fraction(0),)))
    return f"{'tăng' if change > 0 else 'giảm'} {size} {unit}"
