"""The words and figures that every report shares, so that the same figure reads the same in every file.

Over the structs of :mod:`thidua_cli.result` only. Figures are already decimal strings that never cross their threshold
(the judging made them so): here only the marks change, nothing is rounded again. Vietnamese, and what the
terminal needs in English too, chosen by ``lang``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache
from typing import Any

from thidua_cli.combined import CombinedUnit
from thidua_cli.records import record
from thidua_cli.reports.amounts import (
    MARKS,
    date_text,
    date_words,
    decimal_text,
    money,
    money_range,
    money_words,
    share_text,
)
from thidua_cli.reports.remembering import once
from thidua_cli.reports.words import (
    AGAINST_WORDS,
    GENDER_WORDS,
    OPERATOR_SENTENCES,
    OPERATOR_SYMBOLS,
)
from thidua_cli.result import (
    InitiativeInfo,
    MeasureResult,
    PersonCriterionResult,
    Result,
    UnitResult,
)
from thidua_cli.result_base import VERDICT_SYMBOLS
from thidua_cli.result_plan import CriterionInfo, MeasureInfo, RequirementInfo
from thidua_cli.text import figures
from thidua_cli.text.glossary import called, word, words
from thidua_cli.text.language import Lang, Message, t

SEVERITIES = ("error", "warning", "info")
__all__ = [
    "VERDICT_SYMBOLS",
    "date_text",
    "date_words",
    "decimal_text",
    "money",
    "money_range",
    "money_words",
    "share_text",
]


def told(of: object, field: str, lang: Lang) -> Any:
    """A text that a result has in both languages; where it was made before it had, the Vietnamese one."""
    return (getattr(of, f"{field}_en") if lang == "en" else None) or getattr(of, field)


@record
class _Spoken(Message):
    """A text of a result as a message."""

    of: object = None

    def text(self, lang: str = "vi") -> str:
        """The text in one language."""
        return str(told(self.of, self.source, "en" if lang == "en" else "vi"))


def spoken(of: object, field: str) -> Message:
    """A text that a result has in both languages."""
    return _Spoken(field, of=of)


def verdict_word(verdict: str, lang: Lang = "vi") -> str:
    """“Đạt”, “Không đạt”, “Chưa đủ số liệu”, “Không áp dụng”."""
    return word(verdict, lang) if verdict in VERDICT_SYMBOLS else verdict


def verdict_symbol(verdict: str) -> str:
    """One sign that tells the verdicts apart without colour: ✓ ✗ ? –."""
    return VERDICT_SYMBOLS.get(verdict, verdict)


def verdict_text(verdict: str, lang: Lang = "vi") -> str:
    """Sign and word: “✓ Đạt”."""
    return f"{verdict_symbol(verdict)} {verdict_word(verdict, lang)}"


def legend(lang: Lang = "vi") -> str:
    """What the signs mean: “✓ đạt; ✗ không đạt; ? chưa đủ số liệu; – không áp dụng”."""
    return "; ".join(f"{sign} {verdict_word(verdict, lang).lower()}" for verdict, sign in VERDICT_SYMBOLS.items())


def reason_text(reason: str | None, lang: Lang = "vi") -> str:
    """A reason in words; a reason that is not in the table stands for itself, none is the empty text."""
    return called("reason", reason or "").text(lang)


def severity_word(severity: str, lang: Lang = "vi") -> str:
    """“Lỗi”, “Cảnh báo”, “Thông tin”."""
    return word(severity, lang) if severity in SEVERITIES else severity


def coded(section: str, code: str | None, lang: Lang = "vi") -> str:
    """What a code is called: a ``kind`` of table, a ``system``, a ``field`` … (a section of the glossary)."""
    return called(section, code or "").text(lang)


def operator_symbol(operator: str) -> str:
    """“≥” for ``>=`` and so on."""
    return OPERATOR_SYMBOLS.get(operator, operator)


def figure(measure: MeasureResult, lang: Lang = "vi") -> str:
    """The value with its marks: “98,79%” or “82,5”; “…” where there is none."""
    return "…" if measure.value is None else decimal_text(measure.value, lang) + ("%" if measure.percent else "")


def person_figure(criterion: PersonCriterionResult) -> str:
    """A person's criterion in figures: “120/121 hồ sơ (99,17%)” where it is a ratio, else the bare value.

    Empty where there is neither, or nothing to divide by.
    """
    if criterion.denominator == 0:
        return ""
    if criterion.numerator is not None and criterion.denominator is not None:
        share = f" ({decimal_text(criterion.value)}%)" if criterion.value is not None else ""
        return f"{decimal_text(criterion.numerator)}/{decimal_text(criterion.denominator)} hồ sơ{share}"
    return decimal_text(criterion.value)


def counts_text(measure: MeasureResult, lang: Lang = "vi") -> str:
    """“1.225/1.240”; for a value over 1 just “82,5”; empty where nothing was counted."""
    if measure.numerator is None:
        return ""
    if not measure.percent and measure.denominator in (None, 1):
        return decimal_text(measure.numerator, lang)
    return f"{decimal_text(measure.numerator, lang)}/{decimal_text(measure.denominator, lang)}"


def ratio_text(measure: MeasureResult, info: MeasureInfo | None = None, lang: Lang = "vi") -> str:
    """Counts, case word and share: “1.225/1.240 hồ sơ (98,79%)”, “82,5 điểm”; “…” without figures."""
    counts = counts_text(measure, lang)
    if not counts:
        return "…"
    share = f" ({figure(measure, lang)})" if measure.percent and measure.value is not None else ""
    return f"{_of_unit(counts, info, lang)}{share}"


def _of_unit(figures: str, info: MeasureInfo | None, lang: Lang) -> str:
    """With the word that the plan has for its cases; it has none in English."""
    return f"{figures} {info.unit}".rstrip() if info and lang == "vi" else figures


def threshold_text(asked: MeasureResult | RequirementInfo, lang: Lang = "vi") -> str:
    """“≥ 99%”."""
    return f"{operator_symbol(asked.operator)} {decimal_text(asked.threshold, lang)}{'%' if asked.percent else ''}"


def threshold_words(asked: MeasureResult | RequirementInfo) -> str:
    """“từ 99% trở lên”."""
    limit = decimal_text(asked.threshold) + ("%" if asked.percent else "")
    return OPERATOR_SENTENCES.get(asked.operator, asked.operator + " {}").format(limit)


def shortfall_text(measure: MeasureResult, info: MeasureInfo | None, lang: Lang = "vi") -> str:
    """“cần bớt 3 hồ sơ quá hạn”, “còn thiếu 0,25 điểm”; empty where it is met or cannot be said."""
    if info is None or measure.verdict != "not_met":
        return ""
    if info.shortfall:
        if not measure.shortfall:
            return ""
        count = decimal_text(measure.shortfall, lang)
        return (
            info.shortfall.replace("{n}", count) if lang == "vi" else t("{distance} short", distance=count).text(lang)
        )
    distance = difference(measure)
    if info.kind != "value" or not distance:
        return ""
    short, other, over = t("{distance} short"), t("{distance} off"), t("{distance} over")
    said = {">=": short, ">": short, "=": other}.get(measure.operator, over)
    shown = _of_unit(decimal_text(f"{abs(distance):f}", lang), info, lang)
    return replace(said, params={"distance": shown}).text(lang)


def difference(measure: MeasureResult) -> Decimal | None:
    """The value as it is shown less the threshold (of the two printed figures), without zeros at its end."""
    try:
        found = Decimal(measure.value or "") - Decimal(measure.threshold)
    except InvalidOperation:
        return None
    return found.normalize() if found.is_finite() else None


def against_words(measure_id: str) -> str:
    """What the rows that speak against a requirement are: “hồ sơ giải quyết quá hạn”."""
    return AGAINST_WORDS.get(measure_id, "trường hợp không đạt")


SCORE_DECIMALS = 2
"""Decimals of every score that is shown, except of two that are compared and would read alike."""
_ALL_DECIMALS = 4


def score_text(unit: UnitResult | CombinedUnit, lang: Lang = "vi") -> str:
    """A unit's score with two decimals, always: “99,94”, “100,00”; it reads 100 or 0 only where it is that."""
    return _score(unit.score, SCORE_DECIMALS, lang)


def scores_text(one: str, other: str, lang: Lang = "vi") -> tuple[str, str]:
    """Two scores to compare: with two decimals, or with all that the result gives where these read alike."""
    short, whole = (
        (_score(one, decimals, lang), _score(other, decimals, lang)) for decimals in (SCORE_DECIMALS, _ALL_DECIMALS)
    )
    return short if one == other or short[0] != short[1] else whole


@lru_cache(maxsize=1 << 14)
def _score(score: str, decimals: int, lang: Lang) -> str:
    try:
        exact = Fraction(score)
    except ValueError:
        return score
    text = figures.decimal_text(exact, decimals, (Fraction(100), Fraction(0)))
    return text if lang == "en" else text.translate(MARKS)


def rank_text(unit: UnitResult, lang: Lang = "vi") -> str:
    """“Hạng 2”, or “Đồng hạng 2” where it is shared."""
    return (t("Joint rank {rank}", rank=unit.rank) if unit.tied else t("Rank {rank}", rank=unit.rank)).text(lang)


def tie_breaker_word(tie_breaker: str, result: Result, lang: Lang = "vi") -> str:
    """What decides the order: “đạt tất cả tiêu chí”, “điểm”, or a measure's name."""
    if tie_breaker in words("ranking"):
        return called("ranking", tie_breaker).text(lang)
    info = measures(result).get(tie_breaker)
    return info.name if info else tie_breaker


@once
def units(result: Result) -> Mapping[str, UnitResult]:
    """The units by id."""
    return {unit.id: unit for unit in reversed(result.units)}


@once
def measures(result: Result) -> Mapping[str, MeasureInfo]:
    """The plan's measures by id."""
    return {info.id: info for info in result.plan.measures}


def count_words(result: Result, lang: Lang = "vi") -> Mapping[str, str]:
    """What the counts are called; a result of an older time has no English words."""
    return (result.plan.counts_en if lang == "en" else None) or result.plan.counts


def measure_named(measure_id: str, result: Result) -> str:
    """“Đúng hạn”: its short name, else the whole one; an id that the plan does not have stands for itself."""
    info = measures(result).get(measure_id)
    return (info.short_name or info.name) if info else measure_id


@once
def criteria(result: Result) -> Mapping[str, CriterionInfo]:
    """The plan's criteria by id."""
    return {info.id: info for info in result.plan.criteria}


def criterion_name(criterion_id: str, result: Result) -> str:
    """“Tiêu chí 2”: criteria by their number in the plan; an id that the plan does not have stands for itself."""
    ids = [info.id for info in result.plan.criteria]
    return f"Tiêu chí {ids.index(criterion_id) + 1}" if criterion_id in ids else criterion_label(criterion_id)


def criterion_label(criterion_id: str) -> str:
    """The short mark of a criterion in table heads: “TC2” for ``tc2``."""
    return criterion_id.upper()


def criterion_named(criterion_id: str, result: Result) -> str:
    """“TC2 Một cửa, đúng hạn”."""
    titles = {info.id: info.title for info in result.plan.individual_criteria}
    titles |= {info.id: info.short_title or info.title for info in result.plan.criteria}
    return f"{criterion_label(criterion_id)} {titles.get(criterion_id, '')}".strip()


def sentence(parts: Iterable[str], end: str = ".") -> str:
    """Parts joined by “; ”, the first letter a capital, closed by ``end``; empty without parts."""
    text = "; ".join(part for part in parts if part)
    return text[:1].upper() + text[1:] + end if text else ""


@lru_cache(maxsize=1 << 12)
def place_text(file: str | None, sheet: str | None = None, cell: str | None = None, lang: Lang = "vi") -> str:
    """A place in the inputs: “mot-cua.xlsx, trang Sheet1, ô B17”, as far as it is known."""
    inside = (sheet and t("sheet {sheet}", sheet=sheet).text(lang), cell and t("cell {cell}", cell=cell).text(lang))
    return ", ".join(filter(None, (file, *inside)))


def gender_word(gender: str) -> str:
    """“Nữ”, “Nam”; empty where the table does not say."""
    return GENDER_WORDS.get(gender, gender)


def recognised_word(initiative: InitiativeInfo) -> str:
    """Whether an initiative was recognised, in words."""
    return {True: "Được công nhận", False: "Không được công nhận", None: "Chưa rõ"}[initiative.recognised]
