"""Persons: one key everywhere, leaders, the same row twice, decisions and earlier awards on them."""

from __future__ import annotations

import pytest

from tests.support.tables import Row, codes, dossier, dossiers, evidence, finding, table
from thidua_cli.evidence.model import Evidence
from thidua_cli.intake.tables import Kind

HOA: Row = {
    "unit": "Phường An Lộc",
    "name": "Trần Thị Hoa",
    "position": "Công chức",
    "classification": "Hoàn thành tốt nhiệm vụ",
    "initiative": "Mã QR",
}


def late_of(found: Evidence) -> int:
    """How many late dossiers the one person has."""
    (person,) = found.persons
    assert person.timed is not None
    return int(person.timed["late"].value or 0)


@pytest.mark.parametrize(
    "officer",
    [
        "Bà Trần Thị Hoa",
        "TRAN THI HOA",
        "Trần Thị Hoa (hoa.tt)",
        "hoatt.anloc - Trần Thị Hoa",
        "Trần Thị Hoa - Công chức",
    ],
)
def test_officers_are_found_under_every_spelling(officer: str) -> None:
    """Titles, logins, notes and missing accents do not hide a person's late dossiers."""
    rows = [dossier(n, officer=officer, ended="20/03/2021") for n in (1, 2)]
    assert 2 == late_of(evidence(dossiers(rows), table(Kind.INDIVIDUALS, [HOA])))


def test_dossiers_under_several_spellings_add_up() -> None:
    """One officer under two spellings has the dossiers of both."""
    rows = [dossier(1, officer="Trần Thị Hoa"), dossier(2, officer="Tran Thi Hoa", ended="20/03/2021")]
    assert 1 == late_of(evidence(dossiers(rows), table(Kind.INDIVIDUALS, [HOA])))


def test_a_spelling_that_may_be_two_persons_is_said() -> None:
    """Without accents it may be Hoa or Hòa: neither is judged by it."""
    rows = [dossier(1, officer="Tran Thi Hoa", ended="20/03/2021")]
    found = evidence(dossiers(rows), table(Kind.INDIVIDUALS, [HOA, {**HOA, "name": "Trần Thị Hòa"}]))
    assert [True, True] == [person.ambiguous for person in found.persons]
    assert "ambiguous_person" in codes(found)


def test_one_person_in_two_rows_is_one() -> None:
    """The same row twice, once with a title, is one person and a finding."""
    found = evidence(table(Kind.INDIVIDUALS, [HOA, {**HOA, "name": "Bà Trần Thị Hoa (Một cửa)"}]))
    assert [False] == [person.ambiguous for person in found.persons]
    assert 1 == finding(found, "duplicate_row").count


def test_two_persons_of_one_name_stay_two() -> None:
    """Another position in the same list is another person, and nothing that rests on the name is judged."""
    found = evidence(table(Kind.INDIVIDUALS, [HOA, {**HOA, "position": "Kế toán"}]))
    assert [True, True] == [person.ambiguous for person in found.persons]
    assert "duplicate_row" not in codes(found)


def test_the_years_list_of_persons_rules() -> None:
    """Of a half-year's and the year's row of one person the later classification counts."""
    half = table(Kind.INDIVIDUALS, [{**HOA, "classification": "Hoàn thành nhiệm vụ"}], file="6 thang 2021.xlsx")
    year = table(Kind.INDIVIDUALS, [HOA], file="nam 2021.xlsx")
    (person,) = evidence(half, year).persons
    assert "Hoàn thành tốt nhiệm vụ" == person.classification


@pytest.mark.parametrize(
    ("fields", "leader", "said"),
    [
        ({"position": "TP. Nội vụ"}, True, False),
        ({"position": "Công chức"}, False, False),
        ({"position": "Đầu mối"}, None, True),
        ({"position": "Đầu mối", "leader": "Không"}, False, False),
        ({"position": "Công chức", "leader": "Các cấp lãnh đạo từ phó phòng trở lên"}, True, False),
        ({"position": None, "leader": "Người trực tiếp công tác"}, False, False),
        ({"position": None}, None, True),
        ({"position": "Công chức", "leader": "Xyz"}, None, False),
    ],
)
def test_leaders_by_position_or_class(fields: Row, leader: bool | None, said: bool) -> None:
    """A leader is known by position or by what the table says; what neither says clearly is not known, and said."""
    found = evidence(table(Kind.INDIVIDUALS, [{**HOA, **fields}], fields=("position",)))
    assert leader is found.persons[0].leader
    assert said == ("unclear_position" in codes(found))


def test_an_answer_that_is_no_title_is_not_known() -> None:
    """A registration is neither a title nor a no: the finding says so, and the person is not judged by it."""
    found = evidence(table(Kind.INDIVIDUALS, [{**HOA, "initiative": "Đăng ký 01 sáng kiến"}]))
    assert (None, None) == (found.persons[0].own_initiative, found.persons[0].authored)
    assert "unknown_answer" in codes(found)


@pytest.mark.parametrize(
    "author", ["ThS. Trần Thị Hoa", "TRAN THI HOA", "Trần Thị Hoa (Phó phòng)", "Lê An, Trần Thị Hoa"]
)
def test_authors_are_found_by_the_same_key(author: str) -> None:
    """A recognised initiative is theirs under any spelling of the name."""
    ideas = [{"unit": "Phường An Lộc", "title": "Mô hình A", "recognised": "Công nhận", "author": author}]
    found = evidence(table(Kind.INITIATIVES, ideas), table(Kind.INDIVIDUALS, [{**HOA, "initiative": "Không"}]))
    assert found.persons[0].authored is True


def test_a_classification_of_another_year_is_said() -> None:
    """It is used, with a finding."""
    found = evidence(table(Kind.INDIVIDUALS, [{**HOA, "classification": "Hoàn thành tốt nhiệm vụ (năm 2020)"}]))
    assert "Hoàn thành tốt nhiệm vụ" == found.persons[0].classification
    assert "classification_of_another_year" in codes(found)


@pytest.mark.parametrize("name", ["Bà Trần Thị Hoa", "TRAN THI HOA", "Trần Thị Hoa (Công chức)"])
def test_decisions_and_awards_carry_the_listed_name(name: str) -> None:
    """What the council decides on a person, and what a person has, is matched by the same key."""
    decided = {"unit": "Phường An Lộc", "name": name, "decision": "Loại", "author": "Hội đồng", "reason": "Kỷ luật"}
    award = {"unit": "Phường An Lộc", "name": name, "achievement": "Cải cách hành chính năm 2021", "number": "1"}
    tables = table(Kind.COUNCIL_DECISIONS, [decided]), table(Kind.EARLIER_AWARDS, [award])
    found = evidence(*tables, table(Kind.INDIVIDUALS, [HOA]))
    assert ["Trần Thị Hoa"] == [entry.individual for entry in found.decisions]
    assert ["Trần Thị Hoa"] == [entry.individual for entry in found.earlier_awards]
    assert "unmatched_decision" not in codes(found)


@pytest.mark.parametrize(
    ("achievement", "year", "for_movement"),
    [
        ("Phong trào cải cách hành chính năm 2021", "2022", True),
        ("Phong trào cải cách hành chính năm 2020", "2021", False),
        ("Phong trào cải cách hành chính", "2021", True),
        ("Phong trào cải cách hành chính", "15/01/2022", None),
        ("Phong trào cải cách hành chính", None, None),
        ("Phong trào cải cách hành chính", "2019", False),
        ("Phòng, chống dịch", "2022", False),
    ],
)
def test_which_movement_an_earlier_award_was_for(achievement: str, year: str | None, for_movement: bool | None) -> None:
    """The year that the achievement names decides; one given in the next year may be for this one, and is said."""
    row = {"unit": "Phường An Lộc", "achievement": achievement, "year": year, "number": "12/QĐ-UBND"}
    found = evidence(table(Kind.EARLIER_AWARDS, [row], fields=("year",)))
    assert for_movement is found.earlier_awards[0].for_movement
    assert (for_movement is None) == ("earlier_award_unclear" in codes(found))
