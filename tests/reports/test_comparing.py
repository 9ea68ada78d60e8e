"""Two results side by side: the clauses of the plan that differ, and where a stored result is not what follows."""

from __future__ import annotations

import time
from collections.abc import Iterator

import msgspec
import pytest
from msgspec.structs import replace

from tests.support.results import make_result
from thidua_cli.reports.comparing import compare, verification
from thidua_cli.reports.differing import differences
from thidua_cli.reports.terminal.compare import render_comparison, render_verification
from thidua_cli.result import Exclusion, Result
from thidua_cli.result_plan import DecisionInfo, RequirementInfo
from thidua_cli.text.glossary import words

OLD = make_result()


def _changed(**plan: object) -> Result:
    return replace(OLD, plan=replace(OLD.plan, sha256="1" * 64, **plan))


def _with_threshold(threshold: str) -> Result:
    """The same under another requirement of the third criterion, which the second unit then fails."""
    criteria = list(OLD.plan.criteria)
    third = criteria[2]
    requirement = replace(third.requirements[0], threshold=threshold)
    criteria[2] = replace(third, requirements=[requirement, *third.requirements[1:]])
    new = _changed(criteria=criteria)
    units = list(new.units)
    failed = [replace(one, verdict="not_met") if one.id == third.id else one for one in units[1].criteria]
    units[1] = replace(units[1], criteria=failed)
    return replace(new, units=units)


def test_a_changed_threshold_is_named_with_whose_verdict_it_turned() -> None:
    """The clause says criterion, measure, requirement old and new, and the unit whose verdict is another."""
    new = _with_threshold("60")
    text = " ".join(render_comparison(compare(OLD, new), new).split())
    third = OLD.plan.criteria[2]
    measure = next(info.short_name for info in OLD.plan.measures if info.id == third.requirements[0].measure)
    named = f"◆ TC3 {third.short_title}, {measure}, mức yêu cầu: ≥ 50% → ≥ 60%."
    assert f"{named} Đổi kết luận: {OLD.units[1].name}." in text


def test_a_threshold_that_turns_nothing_says_so() -> None:
    """A changed requirement that decides nobody's verdict is named with that."""
    new = replace(_with_threshold("51"), units=OLD.units)
    assert "Không có kết luận nào thay đổi." in render_comparison(compare(OLD, new), new)


def test_other_clauses_are_named() -> None:
    """Weights, places, settings and the order of ranking are told from old to new."""
    criteria = [replace(OLD.plan.criteria[0], weight="30"), *OLD.plan.criteria[1:]]
    groups = [replace(OLD.plan.groups[0], quota="7"), *OLD.plan.groups[1:]]
    new = _changed(criteria=criteria, groups=groups, standings=["score"], settings={**OLD.plan.settings, "x": "y"})
    clauses = {change.clause: (change.before, change.after) for change in compare(OLD, new).plan}
    assert (OLD.plan.criteria[0].weight, "30") == clauses["weight"]
    assert (OLD.plan.groups[0].quota, "7") == clauses["quota"]
    assert ("", "y") == clauses["setting"]
    assert (", ".join(OLD.plan.standings), "score") == clauses["standings"]


def test_decisions_limits_for_leaders_and_taught_words_are_named() -> None:
    """What else decides who is proposed or read is told: gone, come, or from old to new; not against older results."""
    decision = DecisionInfo(decision="exclude", unit="Phòng Y tế", individual=None, author="Hội đồng", reason="Đã khen")
    before = _changed(proposal_words=["x"], taught_words=["Phòng Y tế còn được ghi là “PYT”."])
    after = {"max_leader_share": "40", "women_first": True, "decisions": [decision], "proposal_words": ["x"]}
    new = _changed(**after)
    new = replace(new, plan=replace(new.plan, sha256="2" * 64))
    text = " ".join(render_comparison(compare(before, new), new).split())
    assert "Tỷ lệ lãnh đạo trong số cá nhân: – → ≤ 40%." in text
    assert "Cá nhân bằng nhau ở mức giới hạn: trình Hội đồng → chọn nữ trước." in text
    assert "Quyết định đưa ra Phòng Y tế: – → Hội đồng: Đã khen." in text
    assert "Từ ngữ dạy thêm: Phòng Y tế còn được ghi là “PYT” → –." in text
    assert () == compare(OLD, new).plan


def test_measures_without_a_short_name_are_named_and_none_twice() -> None:
    """No raw id of a measure stands on the screen, and one that is called as its criterion is named once."""
    long = [replace(info, short_name="") for info in OLD.plan.measures]
    third = OLD.plan.criteria[2]
    name = next(info.name for info in OLD.plan.measures if info.id == third.requirements[0].measure)
    old = replace(OLD, plan=replace(OLD.plan, measures=long))
    new = _with_threshold("60")
    new = replace(new, plan=replace(new.plan, measures=long), units=new.units[1:])
    text = " ".join(render_comparison(compare(old, new), new).split())
    assert f"{third.short_title}, {name}, mức" in text
    assert f", {name}: " in text
    assert not [info.id for info in long if f" {info.id}" in text]
    criteria = [*new.plan.criteria[:2], replace(new.plan.criteria[2], short_title=name), *new.plan.criteria[3:]]
    alike = replace(new, plan=replace(new.plan, criteria=criteria))
    assert f"◆ TC3 {name}, mức yêu cầu" in " ".join(render_comparison(compare(old, alike), alike).split())


def test_an_english_reader_is_told_findings_and_counts_in_english() -> None:
    """Names of findings, their texts and what is counted are said in English, not in both languages."""
    unit, finding = (
        OLD.units[0],
        replace(OLD.findings[0], name="Trùng", name_en="Twice", message="Một", message_en="One"),
    )
    criterion = unit.criteria[1]
    measure = replace(criterion.measures[-1], counts={**criterion.measures[-1].counts, "early": 1})
    changed = replace(criterion, measures=[*criterion.measures[:-1], measure])
    units = [replace(unit, criteria=[unit.criteria[0], changed, *unit.criteria[2:]]), *OLD.units[1:]]
    old = replace(OLD, findings=[replace(finding, message="Hai", message_en="Two"), *OLD.findings[1:]])
    new = replace(OLD, findings=[finding, *OLD.findings[1:]], units=units)
    new = replace(new, plan=replace(new.plan, counts_en={"early": "resolved early"}))
    told = verification(replace(old, plan=new.plan), new, "en")
    text = " ".join(render_verification(told, new, lang="en").split())
    assert "finding “Twice”" in text
    assert "Two → One" in text
    assert "resolved early 1" in text
    assert "Hai" not in text
    assert OLD.plan.counts["early"] not in text


def _proposing(state: str, reward: int = 900_000) -> Result:
    """The first unit tied at its rank and alone in what is proposed: outright, for the council, or by nothing."""
    first = replace(OLD.units[0], tied=state == "council", council_review=False)
    made = replace(OLD.proposals[0], unit=first.id, individual=None, reward_vnd=reward, reason="Bằng nhau.")
    made = replace(made, council_review=state == "council")
    out = [Exclusion(unit=first.id, individual=None, reason="Đã khen.", decided=True)]
    units = [first, *(replace(unit, council_review=False) for unit in OLD.units[1:])]
    persons = [replace(one, council_review=False) for one in OLD.individuals]
    proposals = [] if state == "no" else [made]
    return replace(OLD, units=units, individuals=persons, proposals=proposals, exclusions=[] if proposals else out)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("no", "council", "+ {who}: không đề nghị → trình Hội đồng Bằng nhau."),
        ("council", "proposed", "+ {who}: trình Hội đồng → đề nghị, 900.000 đồng Bằng nhau."),
        ("proposed", "council", "- {who}: đề nghị, 900.000 đồng → trình Hội đồng Bằng nhau."),
        ("council", "no", "- {who}: trình Hội đồng → không đề nghị Đã khen."),
    ],
)
def test_who_is_put_before_the_council_is_not_called_proposed(before: str, after: str, said: str) -> None:
    """Each change of state is told with the reason that now holds; money stands with outright proposals alone."""
    new = _proposing(after)
    text = " ".join(render_comparison(compare(_proposing(before), new), new).split())
    award = next(one.name for one in OLD.plan.awards if one.id == OLD.proposals[0].award)
    assert said.format(who=f"{OLD.units[0].name}, {award}") in text
    assert ("đồng hạng" in text) is ("council" in {before, after})


def test_another_reward_is_told_from_old_to_new() -> None:
    """A proposal that pays another amount is the same state with both amounts; a case for the council is no change."""
    new = _proposing("proposed", 950_000)
    text = " ".join(render_comparison(compare(_proposing("proposed"), new), new).split())
    assert ": đề nghị, 900.000 đồng → đề nghị, 950.000 đồng" in text
    assert not compare(_proposing("council"), _proposing("council", 950_000)).proposals


def test_plans_that_differ_in_words_alone_are_called_so() -> None:
    """A plan of other bytes with the same clauses decides nothing else, and that is said."""
    new = _changed(theme="Khác")
    assert () == compare(OLD, new).plan
    assert "chỉ khác nhau về lời văn" in " ".join(render_comparison(compare(OLD, new), new).split())


def test_figures_that_read_alike_tell_the_counts_that_differ() -> None:
    """Where a share is the same and its parts are not, the parts are told and not “197/199 → 197/199”."""
    unit = OLD.units[0]
    criterion = unit.criteria[1]
    measure = criterion.measures[-1]
    early = replace(measure, counts={**measure.counts, "early": 1})
    changed = replace(criterion, measures=[*criterion.measures[:-1], early])
    new = replace(OLD, units=[replace(unit, criteria=[unit.criteria[0], changed, *unit.criteria[2:]]), *OLD.units[1:]])
    figures = compare(OLD, new).figures
    assert [f"{OLD.plan.counts['early']} 1"] == [figure.after for figure in figures]


def test_a_difference_is_said_of_unit_criterion_figure_and_source() -> None:
    """Of an edited figure the unit, the criterion, the measure, the figure and its sheet are named, no path."""
    unit = OLD.units[0]
    criterion = unit.criteria[1]
    measure = replace(criterion.measures[0], numerator=1)
    edited = replace(criterion, measures=[measure, *criterion.measures[1:]])
    units = [replace(unit, criteria=[unit.criteria[0], edited, *unit.criteria[2:]]), *OLD.units[1:]]
    text = " ".join(render_verification(verification(replace(OLD, units=units), OLD), OLD).split())
    source = criterion.measures[0].sources[0]
    assert f"≠ {unit.name}, TC2 {OLD.plan.criteria[1].short_title}, " in text
    assert f"[{source.file}, trang {source.sheet}" in text
    assert f": 1 → {criterion.measures[0].numerator}" in text
    assert "units[" not in text


def test_a_finding_that_was_taken_out_is_one_difference() -> None:
    """Of lists the entries are compared by what they are called: one that is missing does not shift the others."""
    found = verification(replace(OLD, findings=OLD.findings[1:]), OLD).differences
    assert [("–", "có")] == [(one.before, one.after) for one in found]
    assert found[0].where.startswith(f"lưu ý “{OLD.findings[0].name}”")


def _with_persons_criterion(number: int, **changes: object) -> Result:
    """The same under another criterion for persons, on which the first person's verdict is another."""
    criteria = list(OLD.plan.individual_criteria)
    criteria[number] = replace(criteria[number], **changes)
    person = OLD.individuals[0]
    verdicts = [
        replace(one, verdict="no_data" if one.verdict != "no_data" else "met") if one.id == criteria[number].id else one
        for one in person.criteria
    ]
    turned = replace(person, eligible=not person.eligible, criteria=verdicts)
    return replace(_changed(individual_criteria=criteria), individuals=[turned, *OLD.individuals[1:]])


@pytest.mark.parametrize(
    ("number", "changes", "clause", "said"),
    [
        (0, {"accepted": ["Hoàn thành nhiệm vụ"]}, "accepted", "các mức xếp loại được chấp nhận"),
        (
            1,
            {"requirement": RequirementInfo(measure="on_time", operator=">=", threshold="95", percent=True)},
            "requirement",
            "mức yêu cầu: ≥ 99% → ≥ 95%. Đổi kết luận đối với 1 cá nhân.",
        ),
    ],
)
def test_a_changed_criterion_for_persons_is_named(
    number: int, changes: dict[str, object], clause: str, said: str
) -> None:
    """Where persons become eligible by another criterion of theirs, that clause is told, never “in words alone”."""
    new = _with_persons_criterion(number, **changes)
    comparison = compare(OLD, new)
    person = OLD.individuals[0]
    assert [(clause, ((person.unit, person.name),))] == [(one.clause, one.persons) for one in comparison.plan]
    text = " ".join(render_comparison(comparison, new).split())
    assert said in text
    assert "lời văn" not in text


def test_measures_awards_and_persons_criteria_are_compared_both_ways() -> None:
    """A clause that either plan lacks is a change: empty on that side, whichever of both is the newer."""
    plan = OLD.plan
    measure = replace(plan.measures[0], numerator=["tasks_open"])
    new = _changed(
        measures=[measure, *plan.measures[1:]],
        awards=plan.awards[1:],
        individual_criteria=plan.individual_criteria[:-1],
        period_end="2021-11-30",
    )
    forth, back = compare(OLD, new).plan, compare(new, OLD).plan
    assert {"measure", "award", "criterion", "period"} == {one.clause for one in forth}
    assert {(one.clause, one.before, one.after) for one in forth} == {
        (one.clause, one.after, one.before) for one in back
    }


def test_figures_that_a_measures_definition_moves_come_of_the_plan() -> None:
    """From the same inputs, a unit that moved under another definition of a measure moved by the plan."""
    new = _changed(measures=[replace(OLD.plan.measures[0], numerator=["tasks_open"]), *OLD.plan.measures[1:]])
    unit = new.units[0]
    measure = replace(unit.criteria[0].measures[0], numerator=1)
    criterion = replace(unit.criteria[0], verdict="not_met", measures=[measure])
    units = [replace(unit, score="1.0000", criteria=[criterion, *unit.criteria[1:]]), *new.units[1:]]
    assert ["plan"] == [change.cause for change in compare(OLD, replace(new, units=units)).units]


def test_plans_alike_in_their_clauses_are_not_alike_in_words_alone_where_somebody_moved() -> None:
    """What the result does not carry of a plan may move persons: then nothing is said of words alone."""
    person = replace(OLD.individuals[0], eligible=not OLD.individuals[0].eligible)
    new = replace(_changed(), individuals=[person, *OLD.individuals[1:]])
    text = " ".join(render_comparison(compare(OLD, new), new).split())
    assert "lời văn" not in text
    assert "quyết định của Hội đồng" in text


def _fields(kind: object, seen: set[object]) -> Iterator[str]:
    """The keys of a struct and of all that it holds, as ``result.json`` has them."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in seen:
        seen.add(kind)
        for field in msgspec.structs.fields(kind):
            yield field.encode_name
            yield from _fields(field.type, seen)
    for part in getattr(kind, "__args__", ()):
        yield from _fields(part, seen)


def test_every_field_of_a_result_has_words_in_both_languages() -> None:
    """No difference is said with a key of ``result.json``: each field is a phrase, another one in Vietnamese."""
    fields = words("result")
    assert {name.removesuffix("_en") for name in _fields(Result, set())} == set(fields)
    assert [] == [name for name, said in fields.items() if "_" in said.text("en") or said.text("vi") == said.text("en")]


def test_places_are_said_in_the_language_asked_for() -> None:
    """In English a difference names sheet, cell and field in English, and in Vietnamese none of them in English."""
    one = replace(OLD.inputs[0].sheets[0], rows=1)
    sheets = [one, *OLD.inputs[0].sheets[1:]]
    found = replace(OLD.findings[0], file="a.xlsx", sheet="S", cell="B2")
    new = replace(OLD, inputs=[replace(OLD.inputs[0], sheets=sheets), *OLD.inputs[1:]])
    english, vietnamese = (
        " ".join(one.where for one in differences(replace(OLD, findings=[]), replace(new, findings=[found]), lang))
        for lang in ("en", "vi")
    )
    assert "trang " not in english
    assert "number of rows" in english
    assert "a.xlsx, sheet S, cell B2" in english
    assert "số dòng" in vietnamese
    assert "a.xlsx, trang S, ô B2" in vietnamese


def test_differences_among_many_findings_take_no_longer_than_their_number() -> None:
    """Four times as many findings do not take nine times as long (they took sixteen times)."""

    def seconds(count: int) -> float:
        many = [replace(OLD.findings[0], file="a.xlsx", sheet="S", cell=f"B{row}") for row in range(count)]
        began = time.process_time()
        assert len(list(differences(replace(OLD, findings=many), replace(OLD, findings=many[1:])))) == 1
        return time.process_time() - began

    assert min(seconds(4000) for _ in range(2)) < 9 * max(min(seconds(1000) for _ in range(2)), 0.02)
