"""What a verdict carries beside itself: attainment, shortfall, counts, tables, rows, what open rows may make of it."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from itertools import count, product
from operator import eq, ge, gt, le, lt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.tables import PLAN
from thidua_cli.evidence.model import MAX_ROWS_LISTED, Count, Origin, Place, UndecidedCase, Unit, UnitFacts
from thidua_cli.judging.verdicts import MeasureVerdict, Outlook, judge_criterion, judge_requirement, total
from thidua_cli.plan.model import Criterion, Measure, Plan, Requirement

COMPARED = {"=": eq, ">=": ge, ">": gt, "<=": le, "<": lt}
NAMES = ("early", "on_time", "late", "received")


def said(*figures: object) -> tuple[object, ...]:
    """Some figures side by side."""
    return figures


def judged(
    over: int | Fraction,
    under: int | None,
    operator: str,
    threshold: Fraction,
    *,
    cases: tuple[UndecidedCase, ...] = (),
    shortfall: str = "còn {n}",
    zero: str = "not_applicable",
) -> MeasureVerdict:
    """The verdict on early over received (or on early alone) under one requirement."""
    kind = ("value", ()) if under is None else ("ratio", ("received",))
    measure = Measure("m", "M", kind[0], ("early",), kind[1], shortfall=shortfall)  # type: ignore[arg-type]
    settings = dataclasses.replace(PLAN.settings, zero_cases=zero)  # type: ignore[arg-type]
    plan: Plan = dataclasses.replace(PLAN, measures={"m": measure}, settings=settings)
    facts = UnitFacts({"early": Count(Fraction(over)), "received": Count(Fraction(under or 0))}, cases)
    return judge_requirement(Requirement("m", operator, threshold, percent=False), facts, plan)  # type: ignore[arg-type]


OPERATORS = st.sampled_from([*COMPARED])
THRESHOLDS = st.sampled_from([Fraction(n, 2) for n in range(5)])


@given(st.integers(0, 5), st.one_of(st.none(), st.integers(0, 5)), OPERATORS, THRESHOLDS)
def test_attainment_and_shortfall_say_how_far_it_is(
    over: int, under: int | None, operator: str, threshold: Fraction
) -> None:
    """Attainment is the share that is reached, the shortfall the least number of cases with which it would be met."""
    found = judged(over, under, operator, threshold)
    if under == 0:
        assert ("not_applicable", "no_cases", None, None, None) == (
            found.verdict, found.reason, found.attainment, found.shortfall, found.value,
        )  # fmt: skip
        return
    whole = Fraction(1 if under is None else under)
    value = over / whole
    assert (value, over, whole) == said(found.value, found.numerator, found.denominator)
    assert ("met" if COMPARED[operator](value, threshold) else "not_met", None) == (found.verdict, found.reason)
    if found.verdict == "met":
        assert (1, 0) == said(found.attainment, found.shortfall)
        return
    reached = value / threshold if value < threshold else threshold / value if value else Fraction(0)
    assert reached == found.attainment
    change = -1 if value > threshold or operator in ("<", "<=") else 1
    tried = (n for n in count() if COMPARED[operator]((over + change * n) / whole, threshold))
    reachable = operator != "=" or (threshold * whole).denominator == 1
    assert (next(tried) if reachable else None) == found.shortfall


def test_no_shortfall_is_said_where_cases_do_not_say_it() -> None:
    """A plan without words for it has none; nor has a unit whose rows are not all read, nor one without cases."""
    case = UndecidedCase(frozenset({frozenset({"early"}), frozenset[str]()}), Place("c", "f", "S", 1))
    assert 1 == judged(1, 2, ">=", Fraction(1)).shortfall
    assert judged(1, 2, ">=", Fraction(1), shortfall="").shortfall is None
    undecided = judged(0, 4, ">=", Fraction(1), cases=(case,))
    assert ("not_met", None, 1) == (undecided.verdict, undecided.shortfall, undecided.undecided)


@pytest.mark.parametrize(("zero", "attainment"), [("met", 1), ("not_met", 0)])
def test_no_cases_attain_what_the_plan_makes_of_them(zero: str, attainment: int) -> None:
    """Where the plan calls no case met or not met, that counts."""
    found = judged(0, 0, ">=", Fraction(1), zero=zero)
    assert (zero, "no_cases", attainment) == said(found.verdict, found.reason, found.attainment)
    assert (0 if zero == "met" else None) == found.shortfall
    assert attainment == judged(3, 0, ">=", Fraction(1), zero=zero).attainment


WAY = st.frozensets(st.sampled_from(["early", "received"]))
WAYS = st.frozensets(WAY, min_size=1, max_size=4)


@settings(max_examples=300)
@given(st.integers(0, 3), st.integers(0, 3), st.lists(st.tuples(WAYS, WAY), max_size=3), OPERATORS, THRESHOLDS)
def test_the_worst_and_the_best_are_readings_and_none_is_beyond(
    over: int,
    under: int,
    rows: list[tuple[frozenset[frozenset[str]], frozenset[str]]],
    operator: str,
    threshold: Fraction,
) -> None:
    """Where open rows decide, the two ends are readings, no other is worse or better, and each has its verdict."""
    ways = [item for item, _ in rows]
    cases = tuple(UndecidedCase(item, Place("c", "f", "S", row), shown) for row, (item, shown) in enumerate(rows))
    shown = [sum(name in counted for _, counted in rows) for name in ("early", "received")]
    found = judged(over + shown[0], under + shown[1], operator, threshold, cases=cases)
    assert sum(len(item) > 1 for item in ways) == found.undecided
    if found.reason != "undecided":
        assert (None, None) == (found.worst, found.best)
        return
    assert ("no_data", 0, None) == said(found.verdict, found.attainment, found.shortfall)
    readings = [
        (Fraction(over + sum("early" in way for way in one)), Fraction(under + sum("received" in way for way in one)))
        for one in product(*ways)
    ]
    worst, best = found.worst, found.best
    assert worst is not None
    assert best is not None
    sums = [top - threshold * bottom for top, bottom in readings]
    ends = [one.numerator - threshold * one.denominator for one in (worst, best)]
    assert ends == ([max(sums), min(sums)] if operator in ("<", "<=") else [min(sums), max(sums)])
    for end in (worst, best):
        assert (end.numerator, end.denominator) in readings
        met = bool(end.denominator) and COMPARED[operator](end.numerator / (end.denominator or 1), threshold)
        assert (("met" if met else "not_met") if end.denominator else "not_applicable") == end.verdict
    assert isinstance(worst, Outlook)


MERGED = frozenset({"early", "on_time"})


@pytest.mark.parametrize(
    ("names", "early", "expected"),
    [
        (("early", "on_time", "late"), None, 12),
        (("on_time", "late", "early"), 4, 12),
        (("early", "on_time"), None, 9),
        (("early",), None, None),
        (("early", "late"), None, None),
        (("late", "received"), None, 18),
    ],
)
def test_a_merged_count_stands_for_its_parts_together(
    names: tuple[str, ...], early: int | None, expected: int | None
) -> None:
    """Where a form gives early and on time in one figure, they are known together and not apart."""
    counts = {"early": Count(None, "merged") if early is None else Count(Fraction(early))}
    counts |= {"on_time": Count(None, "merged"), "late": Count(Fraction(3)), "received": Count(Fraction(15))}
    found = total(UnitFacts(counts, merged={MERGED: Count(Fraction(9))}), names)
    assert (expected, None if expected is not None else "merged") == (found.value, found.reason)


def test_counts_that_are_known_apart_are_not_taken_together() -> None:
    """A merged figure beside figures of its parts is not used."""
    counts = {name: Count(Fraction(2)) for name in NAMES}
    found = total(UnitFacts(counts, merged={MERGED: Count(Fraction(9))}), ("early", "on_time", "late"))
    assert 6 == found.value
    shown = on_time(UnitFacts(counts, merged={MERGED: Count(Fraction(9))}))
    assert (("early", 2), ("on_time", 2), ("late", 2), ("early_or_on_time", 9)) == said(*shown.counts)
    plan = dataclasses.replace(PLAN, measures={"on_time": Measure("m", "M", "value", ("early", "on_time"))})
    whole = judge_requirement(shown.requirement, UnitFacts(counts, merged={MERGED: Count(Fraction(9))}), plan)
    assert ["early", "on_time", "early_or_on_time"] == [name for name, _ in whole.counts]
    plan = dataclasses.replace(PLAN, measures={"on_time": Measure("m", "M", "value", ("early", "late"))})
    part = judge_requirement(shown.requirement, UnitFacts(counts, merged={MERGED: Count(Fraction(9))}), plan)
    assert ["early", "late"] == [name for name, _ in part.counts]


def on_time(facts: UnitFacts) -> MeasureVerdict:
    """The verdict on the built-in plan's share on time."""
    (requirement,) = [r for c in PLAN.criteria for r in c.requirements if r.measure == "on_time"]
    return judge_requirement(requirement, facts, PLAN)


def test_an_unknown_count_leaves_its_tables_and_reason() -> None:
    """The first unknown part gives the reason, "unreadable" where it gives none; all parts give their tables."""
    here, there = Origin("a.xlsx", "S", 3), Origin("b.xlsx", "S", 4)
    counts = {
        "early": Count(Fraction(1), origins=(there,)),
        "on_time": Count(Fraction(1)),
        "late": Count(None, "partial", (here,)),
    }
    found = on_time(UnitFacts(counts))
    assert ("no_data", "partial", None, None, 0) == said(
        found.verdict, found.reason, found.numerator, found.denominator, found.attainment,
    )  # fmt: skip
    assert (here, there) == found.origins
    assert found.value is None
    assert "unreadable" == on_time(UnitFacts({**counts, "late": Count(None)})).reason
    assert "no_row" == on_time(UnitFacts({**counts, "early": Count(None, "no_row")})).reason


LISTED = Origin("list.xlsx", "S", 5)
CELL_B = Origin("form.xlsx", "S", 1, ("B5",))
CELL_C = Origin("form.xlsx", "S", 1, ("C5", "B5"))


@pytest.mark.parametrize(
    ("early", "on_time_", "late", "tables"),
    [
        ((LISTED,), (LISTED,), (LISTED,), (dataclasses.replace(LISTED, rows=15),)),
        ((CELL_B,), (CELL_C,), (), (Origin("form.xlsx", "S", 1, ("B5", "C5")),)),
        ((), (), (dataclasses.replace(CELL_B, rows=3),), (Origin("form.xlsx", "S", 3, ("B5",)),)),
        ((dataclasses.replace(CELL_B, rows=3),), (CELL_C,), (), (Origin("form.xlsx", "S", 3, ("B5", "C5")),)),
        ((LISTED,), (CELL_B,), (), (CELL_B, LISTED)),
    ],
)
def test_the_tables_behind_a_share(
    early: tuple[Origin, ...], on_time_: tuple[Origin, ...], late: tuple[Origin, ...], tables: tuple[Origin, ...]
) -> None:
    """Rows of a list add up, once for the whole; figures of a form stand in one row, each cell named once."""
    counts = {
        name: Count(Fraction(1), origins=origins) for name, origins in zip(NAMES, (early, on_time_, late), strict=False)
    }
    assert tables == on_time(UnitFacts(counts)).origins
    assert tables == total(UnitFacts(counts), ("early", "on_time", "late")).origins


def test_a_numerators_own_tables_are_named_too() -> None:
    """What is filed online may stand in a table of its own; the form's cells of both figures are joined."""
    measure = Measure("m", "M", "ratio", ("early",), ("received",))
    plan = dataclasses.replace(PLAN, measures={"m": measure})
    portal = Origin("dvc.xlsx", "S", 2)
    requirement = Requirement("m", ">=", Fraction(1, 2), percent=True)

    def tables(over: tuple[Origin, ...], under: tuple[Origin, ...]) -> tuple[Origin, ...]:
        counts = {"early": Count(Fraction(1), origins=over), "received": Count(Fraction(2), origins=under)}
        return judge_requirement(requirement, UnitFacts(counts), plan).origins

    assert (portal, LISTED) == tables((portal, LISTED), (LISTED,))
    assert (Origin("form.xlsx", "S", 2, ("C5", "B5")),) == tables((CELL_B,), (dataclasses.replace(CELL_C, rows=2),))
    assert (Origin("form.xlsx", "S", 2, ("B5", "C5")),) == tables((dataclasses.replace(CELL_C, rows=2),), (CELL_B,))


def test_what_stands_against_a_unit_and_what_is_open_is_listed_up_to_a_limit() -> None:
    """A hundred rows at most, in order, with how many there are; where the count is not known, those known of."""
    places = tuple(Place(f"c{row:03}", "f", "S", row) for row in range(120))
    counts = {name: Count(Fraction(1)) for name in NAMES} | {"late": Count(Fraction(120), None, (), places, 7)}
    cases = [UndecidedCase(frozenset({frozenset({"late"}), frozenset[str]()}), place) for place in reversed(places)]
    found = on_time(UnitFacts(counts, cases))
    assert (places[:MAX_ROWS_LISTED], 120) == (found.against, found.against_total)
    assert (places[:MAX_ROWS_LISTED], 120) == (found.undecided_places, found.undecided)
    unknown = on_time(UnitFacts({**counts, "late": Count(None, "partial", (), places, 7)}, cases))
    assert (7, 120) == (unknown.against_total, unknown.undecided)
    plain = dataclasses.replace(PLAN.measures["on_time"], against=None)
    plan = dataclasses.replace(PLAN, measures={**PLAN.measures, "on_time": plain})
    none = judge_requirement(found.requirement, UnitFacts(counts), plan)
    assert ((), 0) == (none.against, none.against_total)
    lacking = dataclasses.replace(plain, against="pending")
    plan = dataclasses.replace(PLAN, measures={"on_time": lacking})
    assert 0 == judge_requirement(found.requirement, UnitFacts(counts), plan).against_total


UNIT = Unit("u", "U", "Xã, phường", assessed=True)
CRITERIA = {criterion.id: criterion for criterion in PLAN.criteria}


def test_where_evidence_is_asked_for_only_a_covered_share_counts() -> None:
    """A share on the software without another source is no data under that setting; what has no cases has none."""
    plan = dataclasses.replace(PLAN, settings=dataclasses.replace(PLAN.settings, software_evidence="required"))
    (requirement,) = [r for r in CRITERIA["tc2"].requirements if r.measure == "on_software"]

    def reason(on_software: int, received: int, *, other: bool = False, **changed: tuple[str, ...]) -> str | None:
        measure = dataclasses.replace(PLAN.measures["on_software"], **changed)  # type: ignore[arg-type]
        counts = {"on_software": Count(Fraction(on_software)), "received": Count(Fraction(received))}
        facts = UnitFacts({**counts, "late": Count(Fraction(1))}, other_system=other)
        found = judge_requirement(requirement, facts, dataclasses.replace(plan, measures={"on_software": measure}))
        assert (found.shortfall is None) == (found.verdict in ("no_data", "not_applicable"))
        return found.reason

    assert ["no_evidence", "no_evidence", "no_cases"] == [reason(5, 5), reason(1, 5), reason(0, 0)]
    assert [None, None, None] == [
        reason(5, 5, other=True), reason(5, 5, numerator=("late",)), reason(5, 5, denominator=("late",)),
    ]  # fmt: skip


def test_a_criterion_that_does_not_apply_has_empty_figures() -> None:
    """Of a unit that is not assessed nothing is judged; other criteria do not ask whether it is."""
    aside = dataclasses.replace(UNIT, assessed=False)
    counts = {name: Count(Fraction(1)) for name in ("par_index", "tasks_assigned", "tasks_completed", "tasks_open")}
    found = judge_criterion(CRITERIA["tc4"], aside, UnitFacts(counts), PLAN)
    (measure,) = found.measures
    assert ("not_applicable", "not_assessed", None) == (found.verdict, found.reason, found.attainment)
    empty = MeasureVerdict(
        requirement=CRITERIA["tc4"].requirements[0],
        measure=PLAN.measures["par_index"],
        verdict="not_applicable",
        reason="not_assessed",
        numerator=None,
        denominator=None,
        undecided=0,
        attainment=None,
        shortfall=None,
        counts=(),
        origins=(),
        against=(),
        against_total=0,
        undecided_places=(),
    )
    assert empty == measure
    assert "met" == judge_criterion(CRITERIA["tc1"], aside, UnitFacts(counts), PLAN).verdict


@pytest.mark.parametrize(
    ("early", "received", "verdict", "attainment"),
    [(1, 2, "not_met", Fraction(1, 2)), (0, 0, "not_met", Fraction(1, 4)), (4, 4, "not_met", Fraction(1, 4))],
)
def test_requirements_that_do_not_apply_drop_out(early: int, received: int, verdict: str, attainment: Fraction) -> None:
    """A criterion attains the least of what applies of it."""
    measures = {
        "a": Measure("a", "A", "ratio", ("early",), ("received",)),
        "b": Measure("b", "B", "value", ("late",)),
    }
    requirements = (
        Requirement("a", ">=", Fraction(1), percent=True),
        Requirement("b", ">=", Fraction(4), percent=False),
    )
    criterion = Criterion("c", "C", "", Fraction(1), requirements)
    plan = dataclasses.replace(PLAN, measures=measures)
    late = 2 if received == 2 else 1
    counts = {"early": early, "received": received, "late": late}
    facts = UnitFacts({name: Count(Fraction(value)) for name, value in counts.items()})
    found = judge_criterion(criterion, UNIT, facts, plan)
    assert (verdict, attainment) == (found.verdict, found.attainment)
    nothing = UnitFacts({name: Count(Fraction(0)) for name in counts})
    alone = dataclasses.replace(criterion, requirements=requirements[:1])
    none = judge_criterion(alone, UNIT, nothing, plan)
    assert ("not_applicable", "no_cases", None) == (none.verdict, none.reason, none.attainment)
