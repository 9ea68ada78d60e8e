"""Decisions of the council and earlier awards as the sheets and the plan have them, and what is said of the unclear."""

from __future__ import annotations

import dataclasses

import pytest

from tests.support.tables import PLAN, Row, codes, evidence, finding, table
from thidua_cli.evidence.similar_names import _alike, _one_edit
from thidua_cli.intake.tables import Kind, Table
from thidua_cli.plan.model import CouncilDecision, Plan
from thidua_cli.text.language import Message

UNIT = "Phường An Lộc"
ROW: Row = {"unit": UNIT, "decision": "Loại", "author": "Hội đồng", "reason": "vi phạm"}


def sheet(*rows: Row) -> Table:
    """The council's own sheet."""
    return table(Kind.COUNCIL_DECISIONS, [{**ROW, **row} for row in rows], file="hd.xlsx")


def planned(*decisions: CouncilDecision) -> Plan:
    """A plan with decisions of its own."""
    return dataclasses.replace(
        PLAN, awards=dataclasses.replace(PLAN.awards, decisions=decisions), source="ke-hoach.yaml"
    )


@pytest.mark.parametrize(
    ("row", "entries", "unclear"),
    [
        ({}, [(False, "vi phạm")], False),
        ({"decision": "Đưa vào"}, [(True, "vi phạm")], False),
        ({"decision": "Giữ nguyên"}, [], False),
        ({"decision": "Đồng ý"}, [], True),
        ({"decision": "Xem lại"}, [(None, "Xem lại")], True),
        ({"decision": ""}, [(None, "")], True),
        ({"author": ""}, [(None, "Loại")], True),
        ({"reason": ""}, [(None, "Loại")], True),
        ({"decision": "Đồng ý", "author": ""}, [], True),
    ],
)
def test_a_row_of_the_council(row: Row, entries: list[tuple[bool | None, str]], unclear: bool) -> None:
    """A clear one with author and reason decides; what stays needs nothing; anything else is a question, and said."""
    found = evidence(sheet(row))
    assert entries == [(one.include, one.reason) for one in found.decisions]
    assert all(
        (one.unit, one.individual, one.place.file, one.place.row) == ("phuong-an-loc", None, "hd.xlsx", 2)
        for one in found.decisions
    )
    assert unclear == ("unclear_decision" in codes(found))
    if unclear:
        said = finding(found, "unclear_decision")
        assert ("hd.xlsx", "B2", "phuong-an-loc") == (said.file, said.cell, said.unit)
        assert said.params["value"] == row.get("decision", "Loại") or isinstance(said.params["value"], Message)


def test_a_decision_on_a_person_names_them() -> None:
    """The name beside the unit says that the person is meant, and the unit is not."""
    (one,) = evidence(sheet({"name": "Lê Văn Sáu"})).decisions
    assert ("Lê Văn Sáu", "Hội đồng", False) == (one.individual, one.author, one.include)


def test_opposite_decisions_on_one_are_none() -> None:
    """Of two that contradict each other neither is applied, each is said; on another person it is no contradiction."""
    rows: list[Row] = [{"decision": "Đưa vào"}, {"author": "Chủ tịch"}, {"name": "Lê Văn Sáu"}]
    found = evidence(sheet(*rows))
    assert [None, None, False] == [one.include for one in found.decisions]
    words = [str(one.params["value"]) for one in found.findings if one.code == "unclear_decision"]
    english = [
        one.text("en")
        for one in (f.params["value"] for f in found.findings if f.code == "unclear_decision")
        if isinstance(one, Message)
    ]
    assert ["Put in (Hội đồng), against another decision", "Left out (Chủ tịch), against another decision"] == english
    assert 2 == len(words)
    same = evidence(sheet({"name": "Ông Lê Văn Sáu"}, {"name": "lê văn sáu", "decision": "Đưa vào"}))
    assert [None, None] == [one.include for one in same.decisions]
    agreeing = evidence(sheet({}, {"author": "Chủ tịch"}))
    assert [False, False] == [one.include for one in agreeing.decisions]
    assert "unclear_decision" not in codes(agreeing)


@pytest.mark.parametrize(
    ("unit", "applied"), [(UNIT, True), ("phuong-an-loc", True), ("UBND phường An Lộc", True), ("Xã Lạ", False)]
)
def test_a_decision_of_the_plan(unit: str, applied: bool) -> None:
    """Its unit in any spelling, or by id; one that means no unit is a finding at the plan, with its reason."""
    plan = planned(CouncilDecision("include", unit, "Lê Văn Sáu", "Hội đồng", "đột xuất"))
    found = evidence(plan=plan)
    if applied:
        (one,) = found.decisions
        assert ("phuong-an-loc", "Lê Văn Sáu", True, "Hội đồng", "đột xuất") == (
            one.unit, one.individual, one.include, one.author, one.reason,
        )  # fmt: skip
        assert "ke-hoach.yaml" == one.place.file
    else:
        said = finding(found, "unmatched_decision")
        assert ("ke-hoach.yaml", "Xã Lạ", "đột xuất") == (said.file, said.params["name"], said.params["reason"])
    barred = evidence(plan=planned(CouncilDecision("exclude", UNIT, None, "Hội đồng", "x")))
    assert [False] == [one.include for one in barred.decisions]


@pytest.mark.parametrize(
    ("achievement", "year", "number", "mine"),
    [
        ("Cải cách hành chính", "2021", "", True),
        ("Cải cách hành chính", "", "1/QĐ ngày 5/1/2021", True),
        ("Cải cách hành chính", "2022", "", None),
        ("Cải cách hành chính", "", "", None),
        ("Cải cách hành chính", "2020", "", False),
        ("Cải cách hành chính", "2023", "", False),
        ("Cải cách hành chính năm 2021", "2022", "", True),
        ("Cải cách hành chính năm 2020", "2021", "", False),
        ("Phòng, chống dịch", "2021", "", False),
    ],
)
def test_which_movement_an_earlier_award_was_for(achievement: str, year: str, number: str, mine: bool | None) -> None:
    """The year that its achievement names, else the one it was given in; of the next year's it is not known."""
    row: Row = {"unit": UNIT, "name": "Lê Văn Sáu", "achievement": achievement, "year": year, "number": number}
    found = evidence(table(Kind.EARLIER_AWARDS, [row], file="kt.xlsx"))
    (award,) = found.earlier_awards
    assert (mine, achievement, year, number) == (award.for_movement, award.achievement, award.year, award.number)
    assert ("phuong-an-loc", "Lê Văn Sáu", 2) == (award.unit, award.individual, award.place.row)
    assert (mine is None) == ("earlier_award_unclear" in codes(found))
    if mine is None:
        said = finding(found, "earlier_award_unclear")
        assert ("C2", "2021", "Lê Văn Sáu") == (said.cell, said.params["year"], said.params["name"])
        assert said.params["said"] == year or isinstance(said.params["said"], Message)


def test_an_award_without_a_column_for_the_achievement() -> None:
    """What the award is called stands in; where neither is there, the unit's cell is named."""
    found = evidence(table(Kind.EARLIER_AWARDS, [{"unit": UNIT, "award": "Giấy khen cải cách hành chính"}]))
    (award,) = found.earlier_awards
    assert ("Giấy khen cải cách hành chính", None) == (award.achievement, award.individual)
    assert "B2" == finding(found, "earlier_award_unclear").cell


LETTERS = "abc"


def edits(word: str) -> set[str]:
    """Every word that one slip makes of another: a letter left out, put in, changed, or two that changed places."""
    out = {word[:n] + word[n + 1 :] for n in range(len(word))}
    put = {word[:n] + letter + word[n:] for n in range(len(word) + 1) for letter in LETTERS}
    other = {word[:n] + letter + word[n + 1 :] for n in range(len(word)) for letter in LETTERS}
    turned = {word[:n] + word[n : n + 2][::-1] + word[n + 2 :] for n in range(len(word))}
    return out | put | other | turned


def test_one_slip_is_one_letter_or_two_that_changed_places() -> None:
    """All pairs of short words, against every slip there is."""
    words = [a + b + c + d for a in ("", *LETTERS) for b in ("", *LETTERS) for c in LETTERS for d in LETTERS]
    for one in set(words):
        for other in set(words):
            assert _one_edit(one, other) == (other in edits(one)), (one, other)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("an lộc", "an lộc", True),
        ("an lộc", "anlộc", True),
        ("an lộc", "an lọc", True),
        ("an lộc", "an lộ", True),
        ("an bình a", "an bình b", False),
        ("an lộc", "an", False),
        ("lộc", "lộp", False),
        ("an lộc", "ân phúc", False),
        ("tân hội", "tâm hộp", False),
        ("tân hội", "tân hộp", True),
    ],
)
def test_names_that_differ_by_a_slip(one: str, other: str, alike: bool) -> None:
    """One word of several with one slip; a last word of one letter tells units apart."""
    assert alike == _alike(one, other) == _alike(other, one)
