"""The units of fake results: raw counts from a seed, judged and ranked as the contract says, in a few lines."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from fractions import Fraction

from tests.support.result_plan import CRITERIA, MEASURES, PLAN, QUOTAS, ROOMS, WARDS
from thidua_cli.result import CriterionResult, MeasureResult, UnitResult, Verdict
from thidua_cli.result_inputs import OpenRow, RowRef, Source
from thidua_cli.result_plan import CriterionInfo, RequirementInfo
from thidua_cli.result_values import Exact
from thidua_cli.text.figures import score_text

_WARD_NAMES = (
    "Phường An Lộc,Phường An Thạnh,Phường An Lạc,Phường An Bình A,Phường An Bình B,Xã Bình Thạnh,Xã Tân Hội".split(",")
)
_ROOM_NAMES = (
    "Văn phòng HĐND và UBND;Phòng Nội vụ;Phòng Tư pháp;Phòng Tài chính - Kế hoạch;Phòng Tài nguyên và Môi trường;"
    "Phòng Lao động - Thương binh và Xã hội;Phòng Văn hóa và Thông tin;Phòng Giáo dục và Đào tạo;Phòng Y tế;"
    "Thanh tra thành phố;Phòng Kinh tế;Phòng Quản lý đô thị"
).split(";")
HOSTILE = [
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "{{7*7}}",
    "../x",
    "A & B <b>",
    "Phòng \"Đặc biệt\" 'một'",
    "Rấtdài" * 30,
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "-2+3",
    "\t=1+1",
    "{% for x in range(9) %}",
]
_LONG = " trực thuộc Ủy ban nhân dân thành phố Hồng Ngự, phụ trách địa bàn các khóm ven sông Tiền và vùng biên giới"
FILES = {"dossiers": "mot-cua.xlsx", "other": "so-lieu-khac.xlsx", "units": "don-vi.xlsx"}


@dataclass
class Draft:
    """One unit before judging: its raw counts (None: no data; absent par_index: not assessed)."""

    id: str
    name: str
    group: str
    assessed: bool
    counts: dict[str, Fraction | None]
    undecided: int = 0
    reason: str = "no_row"
    criteria: list[CriterionResult] = field(default_factory=list)
    score: Fraction = Fraction(0)
    rank: int = 1
    tied: bool = False
    decided_by: str | None = None


def make_drafts(
    rng: random.Random, units: int, *, nobody_eligible: bool, long_names: bool, hostile: bool
) -> list[Draft]:
    """So many units, judged and ranked."""
    drafts = _drafts(rng, units, nobody_eligible=nobody_eligible)
    _rename(drafts, long_names=long_names, hostile=hostile)
    for draft in drafts:
        draft.criteria = [_criterion(draft, info) for info in CRITERIA]
        draft.score = _score(draft)
    _rank(drafts)
    return drafts


def _drafts(rng: random.Random, units: int, *, nobody_eligible: bool) -> list[Draft]:
    names = [(name, WARDS) for name in _WARD_NAMES] + [(name, ROOMS) for name in _ROOM_NAMES]
    extra = units - len(names)
    names += [(f"{'Xã' if n % 2 else 'Phòng'} số {n + 1:03d}", WARDS if n % 2 else ROOMS) for n in range(extra)]
    drafts = []
    for index, (name, group) in enumerate(names[:units]):
        counts = _counts(rng, index % 10)
        if nobody_eligible and counts["tasks_assigned"]:
            counts["tasks_completed"] = counts["tasks_assigned"] - 1
        draft = Draft(f"don-vi-{index + 1:03d}", name, group, index % 10 != 9, counts)
        draft.undecided = 12 if index % 10 == 7 else 0
        if index % 10 == 8:
            _no_cases(draft)
        drafts.append(draft)
    return drafts


def _counts(rng: random.Random, profile: int) -> dict[str, Fraction | None]:
    """Profiles 0 and 1 are twins that meet all; 2 misses by one case; 5 lacks its index; others vary."""
    if profile in (0, 1):
        received, late, online, offline, tasks, index, ideas = 125, 0, 80, 0, 13, Fraction("92.5"), 1
    else:
        received = rng.randint(90, 1400)
        timed = received - received // 20
        late = {2: timed // 100 + 1, 3: 0, 6: timed // 100}.get(profile, rng.randint(0, timed // 40))
        online = {2: received * 3 // 5, 3: (received + 1) // 2, 4: received // 2 - 3}.get(profile, received * 2 // 3)
        offline = 2 if profile == 6 else 0
        tasks = rng.randint(5, 14)
        index = Fraction(rng.randint(7600, 9700), 100)
        ideas = 0 if profile == 4 else rng.randint(1, 3)
    timed = received - received // 20
    early = (timed - late) * 3 // 5
    return {
        "received": Fraction(received),
        "on_software": Fraction(received - offline),
        "online_34": Fraction(online),
        "early": Fraction(early),
        "on_time": Fraction(timed - late - early),
        "late": Fraction(late),
        "pending": Fraction(received - timed),
        "pending_overdue": Fraction(0),
        "tasks_assigned": Fraction(tasks),
        "tasks_completed": Fraction(tasks - (1 if profile == 6 else 0)),
        "par_index": None if profile == 5 else index,
        "initiatives_recognised": Fraction(ideas),
    }


def _no_cases(draft: Draft) -> None:
    for name in ("received", "on_software", "online_34", "early", "on_time", "late", "pending"):
        draft.counts[name] = Fraction(0)


def _rename(drafts: list[Draft], *, long_names: bool, hostile: bool) -> None:
    for index, draft in enumerate(drafts):
        if hostile:
            draft.name = f"{HOSTILE[index % len(HOSTILE)]} {draft.name if index % 3 else index}"
        if long_names:
            draft.name += _LONG


def _exact(value: Fraction | None) -> Exact | None:
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else decimal_text(value, None)


def decimal_text(value: Fraction, threshold: Fraction | None) -> str:
    """Two decimals, or as many as keep the value on its own side of the threshold."""
    for places in range(2, 40):
        scaled = round(value * 10**places)
        shown = Fraction(scaled, 10**places)
        if threshold is None or (shown >= threshold) == (value >= threshold):
            text = f"{scaled // 10**places}.{scaled % 10**places:0{places}d}"
            return text.rstrip("0").rstrip(".")
    raise AssertionError


def _criterion(draft: Draft, info: CriterionInfo) -> CriterionResult:
    judged = [_judge(draft, requirement, info) for requirement in info.requirements]
    verdicts = [measure.verdict for measure, _ in judged]
    order: tuple[Verdict, ...] = ("not_met", "no_data", "met")
    verdict: Verdict = next((v for v in order if v in verdicts), "not_applicable")
    shares = [share for _, share in judged if share is not None]
    reason = next((measure.reason for measure, _ in judged if measure.verdict == verdict), None)
    attainment = None if verdict == "not_applicable" else str(min(shares, default=Fraction(0)))
    return CriterionResult(
        id=info.id, verdict=verdict, reason=reason, attainment=attainment, measures=[measure for measure, _ in judged]
    )


def _judge(draft: Draft, need: RequirementInfo, info: CriterionInfo) -> tuple[MeasureResult, Fraction | None]:
    measure = next(m for m in MEASURES if m.id == need.measure)
    threshold = Fraction(need.threshold) / (100 if need.percent else 1)
    numerator = _sum(draft, measure.numerator)
    denominator = _sum(draft, measure.denominator) if measure.denominator else Fraction(1)
    verdict: Verdict = "not_applicable"
    reason: str | None = None
    share: Fraction | None = None
    value: Fraction | None = None
    undecided = draft.undecided if need.measure == "on_time" else 0
    if info.applies_to == "assessed" and not draft.assessed:
        reason, numerator = "not_assessed", None
    elif numerator is None or denominator is None:
        verdict, reason, share = "no_data", draft.reason, Fraction(0)
    elif denominator == 0:
        reason = "no_cases"
    else:
        value = numerator / denominator
        verdict = "met" if value >= threshold else "not_met"
        share = min(Fraction(1), value / threshold)
        if undecided:
            verdict, reason, share = "no_data", "undecided", Fraction(0)
    names = [*measure.numerator, *(n for n in measure.denominator if n not in measure.numerator)]
    against, total, unsure = _rows(draft, need.measure, undecided)
    shown = None if value is None else decimal_text(value * (100 if need.percent else 1), Fraction(need.threshold))
    result = MeasureResult(
        id=measure.id,
        verdict=verdict,
        reason=reason,
        numerator=_exact(numerator),
        denominator=None if numerator is None or denominator is None else int(denominator),
        undecided=undecided,
        value=shown,
        operator=need.operator,
        threshold=need.threshold,
        percent=need.percent,
        shortfall=_shortfall(verdict, need.measure, numerator, denominator, threshold),
        counts={name: _exact(draft.counts.get(name)) for name in names},
        sources=_sources(need.measure, denominator if measure.denominator else Fraction(1)),
        against=against,
        against_total=total,
        undecided_rows=unsure,
    )
    return result, share


def _sum(draft: Draft, names: list[str]) -> Fraction | None:
    values = [draft.counts[name] for name in names]
    return None if any(v is None for v in values) else sum((v for v in values if v is not None), Fraction(0))


def _shortfall(
    verdict: str, measure: str, numerator: Fraction | None, denominator: Fraction | None, threshold: Fraction
) -> int | None:
    if verdict == "met":
        return 0
    if verdict != "not_met" or measure == "par_index" or numerator is None or denominator is None:
        return None
    lack = threshold * denominator - numerator
    return -(-lack.numerator // lack.denominator)


def _rows(draft: Draft, measure: str, undecided: int) -> tuple[list[RowRef], int, list[OpenRow]]:
    counts = draft.counts
    total = {
        "on_time": counts["late"],
        "on_software": (counts["received"] or 0) - (counts["on_software"] or 0),
        "task_completion": (counts["tasks_assigned"] or 0) - (counts["tasks_completed"] or 0),
    }.get(measure, Fraction(0))
    file = FILES["other"] if measure == "task_completion" else FILES["dossiers"]
    sheet = "Nhiệm vụ" if measure == "task_completion" else "Sheet1"
    number = int(total or 0)
    base = int(draft.id[-3:]) * 1000

    def row(offset: int, shift: int) -> RowRef:
        code = f"000.00.14.H20-2106{offset % 28 + 1:02d}-{base + offset + shift:06d}"
        name = code if measure != "task_completion" else f"Nhiệm vụ số {offset + 1} của kế hoạch"
        return RowRef(code=name, file=file, sheet=sheet, row=base + 17 + offset + shift)

    unsure = [row(n, 500) for n in range(undecided)]
    open_rows = [OpenRow(code=one.code, file=one.file, sheet=one.sheet, row=one.row) for one in unsure]
    return [row(n, 0) for n in range(min(number, 100))], number, open_rows


def _sources(measure: str, rows: Fraction | None) -> list[Source]:
    if measure in ("on_software", "on_time", "online_34"):
        return [Source(file=FILES["dossiers"], sheet="Sheet1", rows=int(rows or 0), cells=[])] if rows else []
    sheet = {"task_completion": "Nhiệm vụ", "par_index": "Chỉ số", "initiatives": "Sáng kiến"}[measure]
    cells = ["E7"] if measure == "par_index" else []
    return [Source(file=FILES["other"], sheet=sheet, rows=max(1, int(rows or 1)), cells=cells)]


def _score(draft: Draft) -> Fraction:
    applying = [c for c in draft.criteria if c.attainment is not None]
    total = sum((Fraction(c.attainment or 0) for c in applying), Fraction(0))
    return 100 * total / len(applying) if applying else Fraction(0)


def _met(draft: Draft) -> tuple[int, int]:
    verdicts = [c.verdict for c in draft.criteria if c.verdict != "not_applicable"]
    return verdicts.count("met"), len(verdicts)


def _standing_key(draft: Draft) -> tuple[Fraction, ...]:
    met, applying = _met(draft)
    index = draft.counts["par_index"] if draft.assessed else None
    received, online = draft.counts["received"] or Fraction(0), draft.counts["online_34"] or Fraction(0)
    share = Fraction(met, applying) if applying else Fraction(0)
    timed = sum((draft.counts[name] or Fraction(0) for name in ("early", "on_time", "late")), Fraction(0))
    on_time = (timed - (draft.counts["late"] or 0)) / timed if timed else Fraction(-1)
    return (
        Fraction(int(met == applying and applying > 0)),
        share,
        draft.score,
        Fraction(-1) if index is None else index,
        online / received if received else Fraction(-1),
        on_time,
    )


def _rank(drafts: list[Draft]) -> None:
    for group in (WARDS, ROOMS):
        members = [d for d in drafts if d.group == group]
        keys = [_standing_key(d) for d in members]
        for draft, key in zip(members, keys, strict=True):
            draft.rank = 1 + sum(other > key for other in keys)
            draft.tied = keys.count(key) > 1
            better = [other for other in keys if other > key]
            next_to = min(better) if better else max((other for other in keys if other < key), default=key)
            draft.decided_by = next((n for n, a, b in zip(PLAN.standings, key, next_to, strict=True) if a != b), None)


def unit_result(draft: Draft) -> UnitResult:
    """The unit as the result holds it."""
    met, applying = _met(draft)
    reasons = []
    all_met = met == applying and applying > 0
    failed = any(c.verdict == "not_met" for c in draft.criteria) or (all_met and draft.rank > QUOTAS[draft.group])
    if not failed and any(c.reason == "no_cases" for c in draft.criteria):
        reasons.append("Đơn vị không phát sinh hồ sơ: Hội đồng quyết định có xét khen thưởng hay không.")
    if not failed and draft.undecided and any(c.verdict == "no_data" for c in draft.criteria):
        reasons.append(f"Còn {draft.undecided} hồ sơ chưa xác định được: kết quả có thể thay đổi.")
    return UnitResult(
        id=draft.id,
        name=draft.name,
        group=draft.group,
        rank=draft.rank,
        tied=draft.tied,
        score=score_text(draft.score),
        all_met=all_met,
        criteria_met=met,
        criteria_applicable=applying,
        council_review=bool(reasons),
        council_reasons=reasons,
        assessed=draft.assessed,
        decided_by=draft.decided_by,
        criteria=draft.criteria,
    )
