"""Fake results for the tests of reports: faithful to the contract and consistent in themselves, made from a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from fractions import Fraction

from msgspec.structs import replace

from tests.support.result_plan import AWARD_PERSON, AWARD_UNIT, CRITERIA, MEASURES, PLAN, QUOTAS, ROOMS, WARDS
from thidua_cli.findings import Finding
from thidua_cli.result import (
    SCHEMA,
    CriterionInfo,
    CriterionResult,
    Exact,
    Exclusion,
    FindingInfo,
    IndividualResult,
    InitiativeInfo,
    InputInfo,
    MeasureResult,
    PersonCriterionResult,
    ProgramInfo,
    Proposal,
    RequirementInfo,
    Result,
    RowRef,
    SheetInfo,
    Source,
    UnitResult,
    Verdict,
)

_WARD_NAMES = (
    "Phường An Lộc,Phường An Thạnh,Phường An Lạc,Phường An Bình A,Phường An Bình B,Xã Bình Thạnh,Xã Tân Hội".split(",")
)
_ROOM_NAMES = (
    "Văn phòng HĐND và UBND;Phòng Nội vụ;Phòng Tư pháp;Phòng Tài chính - Kế hoạch;Phòng Tài nguyên và Môi trường;"
    "Phòng Lao động - Thương binh và Xã hội;Phòng Văn hóa và Thông tin;Phòng Giáo dục và Đào tạo;Phòng Y tế;"
    "Thanh tra thành phố;Phòng Kinh tế;Phòng Quản lý đô thị"
).split(";")
_FAMILY = "Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ".split()
_MIDDLE = "Văn Thị Hữu Ngọc Minh Thanh Kim Quốc".split()
_GIVEN = "An Ánh Bình Châu Dũng Đức Giang Hạnh Khánh Lan Mỹ Nga Phúc Quân Sơn Tâm Uyên Vinh Xuân Yến".split()
_HOSTILE = [
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
_FILES = {"dossiers": "mot-cua.xlsx", "other": "so-lieu-khac.xlsx", "units": "don-vi.xlsx"}


@dataclass
class _Draft:
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


def make_result(
    units: int = 19,
    persons: int = 39,
    *,
    seed: int = 1,
    nobody_eligible: bool = False,
    long_names: bool = False,
    hostile: bool = False,
) -> Result:
    """A result of ``units`` units and ``persons`` persons; the same arguments give the same result.

    ``nobody_eligible``: no unit meets all criteria, no person is eligible, nothing is proposed.
    ``long_names``: names of 120 letters and more.
    ``hostile``: markup, formulas, templates and paths stand in names, titles and findings.
    """
    rng = random.Random(seed)  # noqa: S311 - fixtures, not secrets
    drafts = _drafts(rng, units, nobody_eligible=nobody_eligible)
    _rename(drafts, long_names=long_names, hostile=hostile)
    for draft in drafts:
        draft.criteria = [_criterion(draft, info) for info in CRITERIA]
        draft.score = _score(draft)
    _rank(drafts)
    results = [_unit(draft) for draft in sorted(drafts, key=lambda d: (d.group != WARDS, d.rank, d.name))]
    initiatives = _initiatives(drafts, hostile=hostile)
    people = _persons(rng, results, persons, initiatives, nobody_eligible=nobody_eligible, hostile=hostile)
    return Result(
        schema=SCHEMA,
        plan=replace(PLAN, title=PLAN.title + " <b>&{{7*7}}") if hostile else PLAN,
        as_of="2021-12-31",
        inputs=_inputs(hostile=hostile),
        units=results,
        individuals=people,
        proposals=_proposals(results, people),
        findings=_findings(results, hostile=hostile),
        exclusions=_exclusions(results, people),
        initiatives=initiatives,
        program=ProgramInfo(name="thidua-cli", version="0.1.0"),
    )


def _drafts(rng: random.Random, units: int, *, nobody_eligible: bool) -> list[_Draft]:
    names = [(name, WARDS) for name in _WARD_NAMES] + [(name, ROOMS) for name in _ROOM_NAMES]
    extra = units - len(names)
    names += [(f"{'Xã' if n % 2 else 'Phòng'} số {n + 1:03d}", WARDS if n % 2 else ROOMS) for n in range(extra)]
    drafts = []
    for index, (name, group) in enumerate(names[:units]):
        counts = _counts(rng, index % 10)
        if nobody_eligible and counts["tasks_assigned"]:
            counts["tasks_completed"] = counts["tasks_assigned"] - 1
        draft = _Draft(f"don-vi-{index + 1:03d}", name, group, index % 10 != 9, counts)
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


def _no_cases(draft: _Draft) -> None:
    for name in ("received", "on_software", "online_34", "early", "on_time", "late", "pending"):
        draft.counts[name] = Fraction(0)


def _rename(drafts: list[_Draft], *, long_names: bool, hostile: bool) -> None:
    for index, draft in enumerate(drafts):
        if hostile:
            draft.name = f"{_HOSTILE[index % len(_HOSTILE)]} {draft.name if index % 3 else index}"
        if long_names:
            draft.name += _LONG


def _exact(value: Fraction | None) -> Exact | None:
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else _decimal(value, None)


def _decimal(value: Fraction, threshold: Fraction | None) -> str:
    """Two decimals, or as many as keep the value on its own side of the threshold."""
    for places in range(2, 40):
        scaled = round(value * 10**places)
        shown = Fraction(scaled, 10**places)
        if threshold is None or (shown >= threshold) == (value >= threshold):
            text = f"{scaled // 10**places}.{scaled % 10**places:0{places}d}"
            return text.rstrip("0").rstrip(".")
    raise AssertionError


def _criterion(draft: _Draft, info: CriterionInfo) -> CriterionResult:
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


def _judge(draft: _Draft, need: RequirementInfo, info: CriterionInfo) -> tuple[MeasureResult, Fraction | None]:
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
    shown = None if value is None else _decimal(value * (100 if need.percent else 1), Fraction(need.threshold))
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


def _sum(draft: _Draft, names: list[str]) -> Fraction | None:
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


def _rows(draft: _Draft, measure: str, undecided: int) -> tuple[list[RowRef], int, list[RowRef]]:
    counts = draft.counts
    total = {
        "on_time": counts["late"],
        "on_software": (counts["received"] or 0) - (counts["on_software"] or 0),
        "task_completion": (counts["tasks_assigned"] or 0) - (counts["tasks_completed"] or 0),
    }.get(measure, Fraction(0))
    file = _FILES["other"] if measure == "task_completion" else _FILES["dossiers"]
    sheet = "Nhiệm vụ" if measure == "task_completion" else "Sheet1"
    number = int(total or 0)
    base = int(draft.id[-3:]) * 1000

    def row(offset: int, shift: int) -> RowRef:
        code = f"000.00.14.H20-2106{offset % 28 + 1:02d}-{base + offset + shift:06d}"
        name = code if measure != "task_completion" else f"Nhiệm vụ số {offset + 1} của kế hoạch"
        return RowRef(code=name, file=file, sheet=sheet, row=base + 17 + offset + shift)

    return [row(n, 0) for n in range(min(number, 100))], number, [row(n, 500) for n in range(undecided)]


def _sources(measure: str, rows: Fraction | None) -> list[Source]:
    if measure in ("on_software", "on_time", "online_34"):
        return [Source(file=_FILES["dossiers"], sheet="Sheet1", rows=int(rows or 0), cells=[])] if rows else []
    sheet = {"task_completion": "Nhiệm vụ", "par_index": "Chỉ số", "initiatives": "Sáng kiến"}[measure]
    cells = ["E7"] if measure == "par_index" else []
    return [Source(file=_FILES["other"], sheet=sheet, rows=max(1, int(rows or 1)), cells=cells)]


def _score(draft: _Draft) -> Fraction:
    applying = [c for c in draft.criteria if c.attainment is not None]
    total = sum((Fraction(c.attainment or 0) for c in applying), Fraction(0))
    return 100 * total / len(applying) if applying else Fraction(0)


def _met(draft: _Draft) -> tuple[int, int]:
    verdicts = [c.verdict for c in draft.criteria if c.verdict != "not_applicable"]
    return verdicts.count("met"), len(verdicts)


def _standing_key(draft: _Draft) -> tuple[Fraction, ...]:
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


def _rank(drafts: list[_Draft]) -> None:
    for group in (WARDS, ROOMS):
        members = [d for d in drafts if d.group == group]
        keys = [_standing_key(d) for d in members]
        for draft, key in zip(members, keys, strict=True):
            draft.rank = 1 + sum(other > key for other in keys)
            draft.tied = keys.count(key) > 1


def _unit(draft: _Draft) -> UnitResult:
    met, applying = _met(draft)
    reasons = []
    if any(c.reason == "no_cases" for c in draft.criteria):
        reasons.append("Đơn vị không phát sinh hồ sơ: Hội đồng quyết định có xét khen thưởng hay không.")
    if draft.undecided:
        reasons.append(f"Còn {draft.undecided} hồ sơ chưa xác định được: kết quả có thể thay đổi.")
    return UnitResult(
        id=draft.id,
        name=draft.name,
        group=draft.group,
        rank=draft.rank,
        tied=draft.tied,
        score=_decimal(draft.score, Fraction(100)),
        all_met=met == applying and applying > 0,
        criteria_met=met,
        criteria_applicable=applying,
        council_review=bool(reasons),
        council_reasons=reasons,
        assessed=draft.assessed,
        criteria=draft.criteria,
    )


def _initiatives(drafts: list[_Draft], *, hostile: bool) -> list[InitiativeInfo]:
    made: list[InitiativeInfo] = []
    for index, draft in enumerate(drafts):
        known = int(draft.counts["initiatives_recognised"] or 0)
        rest: list[bool | None] = [None] if index % 4 == 3 else [False] if index % 4 == 2 else []
        for number, recognised in enumerate([True] * known + rest):
            row = len(made) + 5
            title = _HOSTILE[row % len(_HOSTILE)] if hostile else f"Tổ hỗ trợ nộp hồ sơ trực tuyến tại nhà số {row}"
            made.append(
                InitiativeInfo(
                    unit=draft.id,
                    title=title,
                    author=_person_name(row * 7 + number),
                    effect="Rút ngắn thời gian giải quyết, giảm số lần đi lại của người dân.",
                    recognised=recognised,
                    source=RowRef(code=title, file=_FILES["other"], sheet="Sáng kiến", row=row),
                )
            )
    return made


def _person_name(number: int) -> str:
    given, middle = _GIVEN[number % len(_GIVEN)], _MIDDLE[(number // 3) % len(_MIDDLE)]
    return f"{_FAMILY[(number // 2) % len(_FAMILY)]} {middle} {given}"


def _persons(
    rng: random.Random,
    units: list[UnitResult],
    persons: int,
    initiatives: list[InitiativeInfo],
    *,
    nobody_eligible: bool,
    hostile: bool,
) -> list[IndividualResult]:
    made = []
    for number in range(persons if units else 0):
        unit = units[number % len(units)]
        leader = number % 5 == 0
        own = [i for i in initiatives if i.unit == unit.id and i.recognised]
        name = own[0].author if own and number < len(units) else _person_name(number + 40)
        if hostile:
            name = f"{_HOSTILE[number % len(_HOSTILE)]} {name}"
        handled = rng.choice([0, 60, 121, 240])
        late = rng.choice([0, 0, 1, 3]) if handled else 0
        classification = "Hoàn thành nhiệm vụ" if nobody_eligible or number % 7 == 6 else "Hoàn thành tốt nhiệm vụ"
        made.append(
            _person((name, unit, classification, number), leader=leader, dossiers=(handled, late), idea=bool(own))
        )
    return made


def _person(
    who: tuple[str, UnitResult, str, int], *, leader: bool, dossiers: tuple[int, int], idea: bool
) -> IndividualResult:
    name, unit, classification, number = who
    handled, late = dossiers
    on_time = handled - late
    ratio: Verdict = "not_applicable" if not handled else "met" if on_time * 100 >= 99 * handled else "not_met"
    value = _decimal(Fraction(on_time * 100, handled), Fraction(99)) if handled else None
    classified: Verdict = "met" if classification != "Hoàn thành nhiệm vụ" else "not_met"
    dossier_sources = [Source(file=_FILES["dossiers"], sheet="Sheet1", rows=handled, cells=[])] if handled else []
    place = Source(file=_FILES["other"], sheet="Cá nhân", rows=1, cells=[f"F{number + 6}"])
    rows: list[tuple[str, Verdict, int | None, int | None, str | None, list[Source]]] = [
        ("i1", classified, None, None, classification, [place]),
        ("i2", ratio, on_time if handled else None, handled or None, value, dossier_sources),
        ("i5", "met" if idea else "not_met", None, None, None, [place]),
    ]
    criteria = [
        PersonCriterionResult(
            id=id_,
            verdict=verdict,
            reason="no_cases" if verdict == "not_applicable" else None,
            numerator=numerator,
            denominator=denominator,
            value=shown,
            sources=sources,
        )
        for id_, verdict, numerator, denominator, shown, sources in rows
    ]
    reasons = [
        words
        for condition, words in [
            (classified == "not_met", f"Xếp loại “{classification}”."),
            (ratio == "not_met", f"Có {late} hồ sơ quá hạn trong {handled} hồ sơ đã giải quyết."),
            (not idea, "Chưa có sáng kiến được công nhận."),
            (leader and not unit.all_met, "Là lãnh đạo của đơn vị chưa đạt tất cả tiêu chí."),
        ]
        if condition
    ]
    return IndividualResult(
        name=name,
        unit=unit.id,
        position=("Trưởng phòng" if unit.group == ROOMS else "Chủ tịch UBND") if leader else "Công chức",
        eligible=not reasons,
        criteria=criteria,
        leader=leader,
        gender="Nữ" if "Thị" in name else "Nam",
        classification=classification,
        reasons=reasons,
        source=RowRef(code="", file=_FILES["other"], sheet="Cá nhân", row=number + 6),
    )


def _proposals(units: list[UnitResult], people: list[IndividualResult]) -> list[Proposal]:
    made = []
    for unit in units:
        if not _in_quota(unit):
            continue
        peers = sum(u.group == unit.group and u.rank == unit.rank and u.all_met for u in units)
        straddles = unit.rank - 1 + peers > QUOTAS[unit.group]
        reason = "Đạt tất cả các tiêu chí áp dụng, trong số lượng được xét."
        if straddles:
            reason = f"Đồng hạng {unit.rank} tại ngưỡng số lượng được xét: Hội đồng quyết định."
        words = (" ".join(unit.council_reasons) or reason, straddles or unit.council_review)
        made.append(_proposal(AWARD_UNIT, unit.id, None, 900000, words))
    for person in people:
        if person.eligible:
            words = ("Đạt tất cả các tiêu chí đối với cá nhân.", False)
            made.append(_proposal(AWARD_PERSON, person.unit, person, 450000, words))
    return made


def _in_quota(unit: UnitResult) -> bool:
    return unit.all_met and unit.rank <= QUOTAS[unit.group]


def _proposal(award: str, unit: str, person: IndividualResult | None, reward: int, words: tuple[str, bool]) -> Proposal:
    return Proposal(
        award=award,
        unit=unit,
        individual=person.name if person else None,
        reward_vnd=reward,
        council_review=words[1],
        reason=words[0],
        position=person.position if person else None,
        source_row=person.source.row if person else None,
    )


def _exclusions(units: list[UnitResult], people: list[IndividualResult]) -> list[Exclusion]:
    made = [
        Exclusion(
            unit=u.id,
            individual=None,
            reason="Đạt tất cả tiêu chí nhưng xếp sau số lượng được xét của khối."
            if u.all_met
            else f"Đạt {u.criteria_met}/{u.criteria_applicable} tiêu chí áp dụng.",
        )
        for u in units
        if not _in_quota(u)
    ]
    return made + [
        Exclusion(unit=p.unit, individual=p.name, reason=" ".join(p.reasons)) for p in people if not p.eligible
    ]


def _findings(units: list[UnitResult], *, hostile: bool) -> list[FindingInfo]:
    bad = _HOSTILE[0] if hostile else "UBND xã Thường Lạc"
    main, other = _FILES["dossiers"], _FILES["other"]
    nearest: dict[str, str | int] = {
        "nearest_vi": "nhiệm vụ",
        "nearest_en": "tasks",
        "missing_vi": "đơn vị",
        "missing_en": "unit",
    }
    swapped: dict[str, str | int] = {
        "column": "Ngày nhận",
        "count": 9,
        "outcome_vi": "không đổi kết quả",
        "outcome_en": "no change",
    }
    sums: dict[str, str | int] = {
        "left": "(3)",
        "stated": "120",
        "right": "(4)+(5)+(6)",
        "computed": "119",
        "difference": "1",
    }
    unknown: dict[str, str | int] = {"name": bad, "count": 4, "suggestion_vi": "", "suggestion_en": ""}
    unread: dict[str, str | int] = {"value": "31/02/2021", "column": "Ngày hẹn trả", "count": 1}
    made = [
        Finding("unknown_unit", unknown, main, "Sheet1", "C88"),
        Finding("unknown_status", {"value": "Đang luân chuyển", "count": 3}, main, "Sheet1", "J41", count=3),
        Finding("unreadable_date", unread, main, "Sheet1", "F97"),
        Finding("ambiguous_date", swapped, main, "Sheet1", "E7:E2104", count=9),
        Finding("missing_due_date", {"count": 12}, main, "Sheet1", "F120", count=12),
        Finding("sum_mismatch", sums, "bieu-06.xlsx", "Biểu 06a", "C12"),
        Finding("unrecognised_sheet", nearest, other, _HOSTILE[1] if hostile else "Ghi chú"),
    ]
    for number in range(15):
        code = f"000.00.14.H20-2103{number + 1:02d}-{number:04d}"
        owner = units[number % len(units)].id if units else ""
        twice: dict[str, str | int] = {"code": code, "count": 2, "kept": f"B{number + 900}"}
        made.append(Finding("duplicate_dossier", twice, main, "Sheet1", f"B{number + 17}", owner))
    for unit in units[::3]:
        made.append(Finding("software_share_unverified", {}, unit=unit.id))
        made.append(Finding("self_score_used", {"score": "82,5"}, other, "Chỉ số", "C9", unit=unit.id))
    return [_finding(one) for one in sorted(made, key=Finding.sort_key)]


def _finding(one: Finding) -> FindingInfo:
    return FindingInfo(
        code=one.code,
        severity=one.severity.value,
        message=one.message(),
        file=one.file or None,
        sheet=one.sheet or None,
        cell=one.cell or None,
        unit=one.unit or None,
        hint=one.hint(),
        message_en=one.message("en"),
        count=one.count,
    )


def _inputs(*, hostile: bool) -> list[InputInfo]:
    columns = {"code": "B", "unit": "C", "received": "E", "due": "F", "ended": "G", "status": "J"}
    rows = [
        ("Sheet1", "dossiers", "one_stop", "A5:L6", 12345, "title", columns),
        ("Nhiệm vụ", "tasks", None, "A4:E4", 180, "", {"unit": "B", "task": "C", "result": "D"}),
        ("Chỉ số", "par_index", None, "A3:E4", 17, "", {"unit": "B", "score_final": "E"}),
        ("Sáng kiến", "initiatives", None, "A4:F4", 30, "", {"unit": "B", "title": "C", "recognised": "E"}),
        ("Cá nhân", "individuals", None, "A5:H5", 39, "", {"name": "B", "unit": "D", "classification": "F"}),
        ("Danh mục", "units", None, "A2:D2", 19, "", {"unit": "B", "group": "C", "assessed": "D"}),
    ]
    names = [_FILES["dossiers"], *[_FILES["other"]] * 4, _FILES["units"]]
    made: list[InputInfo] = []
    for name in dict.fromkeys(names):
        sheets = [
            SheetInfo(sheet=s, kind=k, system=system, header=h, rows=r, system_from=source, fields=fields)
            for at, (s, k, system, h, r, source, fields) in enumerate(rows)
            if names[at] == name
        ]
        shown = f"../{name}" if hostile and name == _FILES["units"] else name
        made.append(InputInfo(file=shown, sha256=f"{len(name):02x}" * 32, sheets=sheets))
    return made
