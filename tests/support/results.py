"""Fake results for the tests of reports: faithful to the contract and consistent in themselves, made from a seed."""

from __future__ import annotations

import random
from fractions import Fraction

from msgspec.structs import replace

from tests.support.result_plan import AWARD_PERSON, AWARD_UNIT, PLAN, QUOTAS, ROOMS, WARDS
from tests.support.result_units import FILES, HOSTILE, Draft, decimal_text, make_drafts, unit_result
from thidua_cli.findings import Finding
from thidua_cli.result import (
    SCHEMA,
    Exclusion,
    FindingInfo,
    IndividualResult,
    InitiativeInfo,
    PersonCriterionResult,
    ProgramInfo,
    Proposal,
    Result,
    UnitResult,
    Verdict,
)
from thidua_cli.result_inputs import InputInfo, RowRef, SheetInfo, Source
from thidua_cli.result_values import System
from thidua_cli.text.glossary import called
from thidua_cli.text.language import Param, t

_FAMILY = "Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ".split()
_MIDDLE = "Văn Thị Hữu Ngọc Minh Thanh Kim Quốc".split()
_GIVEN = "An Ánh Bình Châu Dũng Đức Giang Hạnh Khánh Lan Mỹ Nga Phúc Quân Sơn Tâm Uyên Vinh Xuân Yến".split()


def make_result(
    units: int = 19,
    persons: int = 39,
    *,
    seed: int = 1,
    nobody_eligible: bool = False,
    long_names: bool = False,
    hostile: bool = False,
    persons_limit: int | None = None,
) -> Result:
    """A result of ``units`` units and ``persons`` persons; the same arguments give the same result.

    ``nobody_eligible``: no unit meets all criteria, no person is eligible, nothing is proposed.
    ``long_names``: names of 120 letters and more.
    ``persons_limit``: the quota of persons; where more are eligible, all of them are tied.
    ``hostile``: markup, formulas, templates and paths stand in names, titles and findings.
    """
    rng = random.Random(seed)  # noqa: S311 - fixtures, not secrets
    drafts = make_drafts(rng, units, nobody_eligible=nobody_eligible, long_names=long_names, hostile=hostile)
    results = [unit_result(draft) for draft in sorted(drafts, key=lambda d: (d.group != WARDS, d.rank, d.name))]
    initiatives = _initiatives(drafts, hostile=hostile)
    people = _persons(rng, results, persons, initiatives, nobody_eligible=nobody_eligible, hostile=hostile)
    return Result(
        schema=SCHEMA,
        plan=replace(
            PLAN,
            title=PLAN.title + " <b>&{{7*7}}" if hostile else PLAN.title,
            individual_quota="" if persons_limit is None else str(persons_limit),
        ),
        as_of="2021-12-31",
        inputs=_inputs(hostile=hostile),
        units=results,
        individuals=people,
        proposals=_proposals(results, people, persons_limit),
        findings=_findings(results, hostile=hostile),
        exclusions=_exclusions(results, people),
        initiatives=initiatives,
        program=ProgramInfo(name="thidua-cli", version="0.1.0"),
    )


def _initiatives(drafts: list[Draft], *, hostile: bool) -> list[InitiativeInfo]:
    made: list[InitiativeInfo] = []
    for index, draft in enumerate(drafts):
        known = int(draft.counts["initiatives_recognised"] or 0)
        rest: list[bool | None] = [None] if index % 4 == 3 else [False] if index % 4 == 2 else []
        for number, recognised in enumerate([True] * known + rest):
            row = len(made) + 5
            title = HOSTILE[row % len(HOSTILE)] if hostile else f"Tổ hỗ trợ nộp hồ sơ trực tuyến tại nhà số {row}"
            made.append(
                InitiativeInfo(
                    unit=draft.id,
                    title=title,
                    author=_person_name(row * 7 + number),
                    effect="Rút ngắn thời gian giải quyết, giảm số lần đi lại của người dân.",
                    recognised=recognised,
                    source=RowRef(code=title, file=FILES["other"], sheet="Sáng kiến", row=row),
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
            name = f"{HOSTILE[number % len(HOSTILE)]} {name}"
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
    value = decimal_text(Fraction(on_time * 100, handled), Fraction(99)) if handled else None
    classified: Verdict = "met" if classification != "Hoàn thành nhiệm vụ" else "not_met"
    dossier_sources = [Source(file=FILES["dossiers"], sheet="Sheet1", rows=handled, cells=[])] if handled else []
    place = Source(file=FILES["other"], sheet="Cá nhân", rows=1, cells=[f"F{number + 6}"])
    rows: list[tuple[str, Verdict, int | None, int | None, str | None, list[Source]]] = [
        ("i1", classified, None, None, None, [place]),
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
            (leader and not unit.all_met, "Là lãnh đạo của đơn vị không đạt đủ tiêu chí."),
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
        gender="female" if "Thị" in name else "male",
        classification=classification,
        reasons=reasons,
        source=RowRef(code="", file=FILES["other"], sheet="Cá nhân", row=number + 6),
    )


def _proposals(units: list[UnitResult], people: list[IndividualResult], limit: int | None) -> list[Proposal]:
    made = []
    for unit in units:
        if not _in_quota(unit):
            continue
        peers = sum(u.group == unit.group and u.rank == unit.rank and u.all_met for u in units)
        left = QUOTAS[unit.group] - (unit.rank - 1)
        reason, review, places = "Đạt tất cả các tiêu chí áp dụng, trong số lượng được xét.", unit.council_review, None
        if peers > left:
            reason, review, places = f"Đồng hạng {unit.rank} ở giới hạn số lượng: Hội đồng lựa chọn.", True, left
        made.append(
            _proposal(AWARD_UNIT, unit.id, None, 900000, (" ".join(unit.council_reasons) or reason, review, places))
        )
    eligible = [person for person in people if person.eligible]
    tied = limit is not None and len(eligible) > limit
    words = ("Đạt tất cả các tiêu chí đối với cá nhân.", tied, limit if tied else None)
    made += [_proposal(AWARD_PERSON, person.unit, person, 450000, words) for person in eligible]
    return made


def _in_quota(unit: UnitResult) -> bool:
    return unit.all_met and unit.rank <= QUOTAS[unit.group]


def _proposal(
    award: str, unit: str, person: IndividualResult | None, reward: int, words: tuple[str, bool, int | None]
) -> Proposal:
    return Proposal(
        award=award,
        unit=unit,
        individual=person.name if person else None,
        reward_vnd=reward,
        council_review=words[1],
        reason=words[0],
        position=person.position if person else None,
        source_row=person.source.row if person else None,
        places_left=words[2],
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
        Exclusion(unit=p.unit, individual=p.name, reason=" ".join(p.reasons), source_row=p.source.row)
        for p in people
        if not p.eligible
    ]


def _findings(units: list[UnitResult], *, hostile: bool) -> list[FindingInfo]:
    bad = HOSTILE[0] if hostile else "UBND xã Thường Lạc"
    main, other = FILES["dossiers"], FILES["other"]
    nearest = {"nearest": called("kind", "tasks"), "missing": called("field", "unit")}
    swapped: dict[str, Param] = {"column": "Ngày nhận", "count": 9, "outcome": "9"}
    sums: dict[str, Param] = {
        "left": "(3)",
        "stated": "120",
        "right": "(4)+(5)+(6)",
        "computed": "119",
        "difference": "1",
    }
    unknown: dict[str, Param] = {"name": bad, "count": 4, "suggestion": ""}
    unread: dict[str, Param] = {"value": "31/02/2021", "column": "Ngày hẹn trả", "count": 1}
    made = [
        Finding("unknown_unit", unknown, main, "Sheet1", "C88"),
        Finding("unknown_status", {"value": "Đang luân chuyển", "count": 3}, main, "Sheet1", "J41", count=3),
        Finding("unreadable_date", unread, main, "Sheet1", "F97"),
        Finding("ambiguous_date", swapped, main, "Sheet1", "E7:E2104", count=9),
        Finding("missing_due_date", {"count": 12}, main, "Sheet1", "F120", count=12),
        Finding("sum_mismatch", sums, "bieu-06.xlsx", "Biểu 06a", "C12"),
        Finding("unrecognised_sheet", nearest, other, HOSTILE[1] if hostile else "Ghi chú"),
    ]
    kept = t("ended {moment}", moment="09/03/2021")
    for number in range(15):
        code = f"000.00.14.H20-2103{number + 1:02d}-{number:04d}"
        owner = units[number % len(units)].id if units else ""
        twice: dict[str, Param] = {"code": code, "count": 2, "kept": kept}
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
        hint_en=one.hint("en"),
        count=one.count,
        name=one.name(),
    )


def _inputs(*, hostile: bool) -> list[InputInfo]:
    columns = {"code": "B", "unit": "C", "received": "E", "due": "F", "ended": "G", "status": "J"}
    rows: list[tuple[str, str, System | None, str, int, str, dict[str, str]]] = [
        ("Sheet1", "dossiers", "one_stop", "A5:L6", 12345, "title", columns),
        ("Nhiệm vụ", "tasks", None, "A4:E4", 180, "", {"unit": "B", "task": "C", "result": "D"}),
        ("Chỉ số", "par_index", None, "A3:E4", 17, "", {"unit": "B", "score_final": "E"}),
        ("Sáng kiến", "initiatives", None, "A4:F4", 30, "", {"unit": "B", "title": "C", "recognised": "E"}),
        ("Cá nhân", "individuals", None, "A5:H5", 39, "", {"name": "B", "unit": "D", "classification": "F"}),
        ("Danh mục", "units", None, "A2:D2", 19, "", {"unit": "B", "group": "C", "assessed": "D"}),
    ]
    names = [FILES["dossiers"], *[FILES["other"]] * 4, FILES["units"]]
    made: list[InputInfo] = []
    for name in dict.fromkeys(names):
        sheets = [
            SheetInfo(sheet=s, kind=k, system=system, header=h, rows=r, system_from=source, fields=fields)
            for at, (s, k, system, h, r, source, fields) in enumerate(rows)
            if names[at] == name
        ]
        shown = f"../{name}" if hostile and name == FILES["units"] else name
        made.append(InputInfo(file=shown, sha256=f"{len(name):02x}" * 32, sheets=sheets))
    return made
