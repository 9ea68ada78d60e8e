from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.support.results import make_result
from thidua_cli.reports import prospects, wording
from thidua_cli.reports.achievements import person_achievement, unit_achievement
from thidua_cli.result import InitiativeInfo, MeasureResult, Result
from thidua_cli.result_base import VERDICT_SYMBOLS
from thidua_cli.result_inputs import RowRef
from thidua_cli.result_values import Exact
from thidua_cli.text.glossary import words

RESULT = make_result()


def measure(result: Result, unit: int, criterion: int, number: int = 0) -> MeasureResult:
    """One measure by position."""
    return result.units[unit].criteria[criterion].measures[number]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234567, "1.234.567"),
        (0, "0"),
        ("98.79", "98,79"),
        ("100.00", "100"),
        ("98.50", "98,5"),
        ("1234.5", "1.234,5"),
        ("-3.25", "-3,25"),
        ("245/248", "245/248"),
        ("", ""),
        (None, ""),
    ],
)
def test_figures_take_vietnamese_marks(value: Exact | None, text: str) -> None:
    """Thousands take a dot, decimals a comma, and no digit is rounded."""
    assert text == wording.decimal_text(value)


def test_a_ratio_reads_counts_case_and_share() -> None:
    """Counts, what is counted, and the share stand together."""
    info = wording.measures(RESULT)["on_time"]
    assert "343/347 hồ sơ (98,85%)" == wording.ratio_text(measure(RESULT, 3, 1, 1), info)


def test_a_value_reads_without_denominator() -> None:
    """An index is a number of points, not a share of one."""
    info = wording.measures(RESULT)["par_index"]
    assert "92,5 điểm" == wording.ratio_text(measure(RESULT, 0, 3), info)


def test_a_figure_that_is_missing_is_an_ellipsis() -> None:
    """Where nothing was counted the text says so instead of zero."""
    empty = replace(measure(RESULT, 0, 3), numerator=None, value=None)
    assert ("…", "…") == (wording.figure(empty), wording.ratio_text(empty))


@pytest.mark.parametrize(
    ("score", "shown"),
    [
        ("100", "100,00"),
        ("99.9375", "99,94"),
        ("99.999", "99,99"),
        ("0.0010", "0,01"),
        ("80", "80,00"),
        ("?", "?"),
    ],
)
def test_scores_have_two_decimals_and_reach_no_end_by_rounding(score: str, shown: str) -> None:
    """Every score shows two decimals; only 100 reads as 100, and only 0 as 0."""
    assert shown == wording.score_text(replace(RESULT.units[0], score=score))


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(2, 3, "66,67%"), (19_999, 20_000, "99,99%"), (1, 30_000, "0,01%"), (5, 5, "100%"), (0, 4, "0%"), (0, 0, "")],
)
def test_shares_are_rounded_one_way(part: int, whole: int, shown: str) -> None:
    """A share is rounded as the result's figures are; all is 100% and nothing 0%, and no other share is."""
    assert shown == wording.share_text(part, whole)


def test_every_verdict_has_its_own_sign_and_word() -> None:
    """The four verdicts differ in sign and in word, so that nothing depends on colour."""
    assert 4 == len(set(VERDICT_SYMBOLS.values()))
    assert 4 == len({wording.verdict_word(verdict) for verdict in VERDICT_SYMBOLS})
    assert "✗ Không đạt" == wording.verdict_text("not_met")


def test_unknown_reasons_stand_for_themselves() -> None:
    """A reason that has no words yet is shown as it is."""
    assert ("something_new", "") == (wording.reason_text("something_new"), wording.reason_text(None))


def test_kinds_of_tables_have_words() -> None:
    """Every kind of table has words."""
    from thidua_cli.intake.tables import Kind

    assert set() == set(Kind) - set(words("kind"))


def test_fields_of_tables_have_words() -> None:
    """Every field that a table may have has words."""
    from thidua_cli.intake.tables import FIELDS

    assert set() == {name for names in FIELDS.values() for name in names} - set(words("field"))


def test_what_was_missed_says_by_how_many_cases() -> None:
    """A requirement that was missed reads with figure, threshold and the cases that are lacking."""
    missed = prospects.missed(RESULT.units[3], RESULT)
    expected = "Sớm và đúng hạn: 343/347 hồ sơ (98,85%), yêu cầu ≥ 99%; cần bớt 1 hồ sơ quá hạn"
    assert [expected] == [one.text for one in missed]


def test_undecided_says_why() -> None:
    """Without enough data the reason stands in the sentence."""
    missed = prospects.missed(RESULT.units[4], RESULT)
    assert ["Chỉ số CCHC: bảng số liệu không có dòng của đơn vị"] == [one.text for one in missed]


def test_a_shared_rank_is_said() -> None:
    """Equals share a rank, and the words say it."""
    assert ("Đồng hạng 1", "Hạng 3") == (wording.rank_text(RESULT.units[0]), wording.rank_text(RESULT.units[2]))


def test_the_achievement_of_a_unit_is_one_sentence_of_its_figures() -> None:
    """Only what was met is told, as one sentence."""
    text = unit_achievement(RESULT.units[0], RESULT)
    assert text.startswith("Hoàn thành 13/13 nhiệm vụ; 125/125 hồ sơ (100%) thực hiện trên phần mềm")
    assert text.endswith("có 1 sáng kiến, giải pháp, mô hình mới, cách làm hay được công nhận.")
    assert "sớm hạn" not in unit_achievement(RESULT.units[3], RESULT)


def test_the_achievement_of_a_person_names_their_initiative() -> None:
    """Classification, dossiers and the initiative's title make the sentence."""
    person = next(p for p in RESULT.individuals if p.eligible)
    expected = (
        "Hoàn thành tốt nhiệm vụ; giải quyết 121/121 hồ sơ (100%) sớm hạn và đúng hạn; có sáng kiến “Tổ hỗ trợ nộp hồ "
        "sơ trực tuyến tại nhà số 5”."
    )
    assert expected == person_achievement(person, RESULT)


def test_nothing_achieved_is_no_sentence() -> None:
    """Nothing met gives no text, not a lone full stop."""
    assert "" == wording.sentence([])


@pytest.mark.parametrize(("amount", "text"), [(900000, "900.000"), (13950000, "13.950.000"), (None, "…")])
def test_money(amount: int | None, text: str) -> None:
    """Amounts take dots; an amount that is not known is left to a person."""
    assert text == wording.money(amount)


def test_money_in_words() -> None:
    """Amounts in words begin with a capital and end with the currency."""
    assert "Chín trăm nghìn đồng" == wording.money_words(900000)


@pytest.mark.parametrize(
    ("iso", "short", "long"),
    [
        ("2021-12-31", "31/12/2021", "ngày 31 tháng 12 năm 2021"),
        ("2022-02-05", "05/02/2022", "ngày 05 tháng 02 năm 2022"),
        ("2022-03-15", "15/03/2022", "ngày 15 tháng 3 năm 2022"),
        ("soon", "soon", "soon"),
    ],
)
def test_dates_follow_the_decree(iso: str, short: str, long: str) -> None:
    """Days below ten and the months January and February take a leading zero in words."""
    assert (short, long) == (wording.date_text(iso), wording.date_words(iso))


@pytest.mark.parametrize(
    ("operator", "words"),
    [
        (">=", "từ 99% trở lên"),
        (">", "trên 99%"),
        ("=", "đạt 99%"),
        ("<=", "không quá 99%"),
        ("<", "dưới 99%"),
    ],
)
def test_thresholds_in_words(operator: str, words: str) -> None:
    """Each comparison has its own phrase."""
    one = replace(measure(RESULT, 3, 1, 1), operator=operator)
    assert words == wording.threshold_words(one)


@pytest.mark.parametrize(
    ("recognised", "words"), [(True, "Được công nhận"), (False, "Không được công nhận"), (None, "Chưa rõ")]
)
def test_whether_an_initiative_is_recognised(recognised: bool | None, words: str) -> None:
    """What the table does not say is said to be unclear."""
    place = RowRef(code="", file="a.xlsx", sheet="S", row=1)
    initiative = InitiativeInfo(unit="u", title="t", author="a", effect="", recognised=recognised, source=place)
    assert words == wording.recognised_word(initiative)


def test_a_place_is_said_as_far_as_it_is_known() -> None:
    """File, sheet and cell follow each other, and what is not known is left out."""
    assert "mot-cua.xlsx, trang Sheet1, ô B17" == wording.place_text("mot-cua.xlsx", "Sheet1", "B17")
    assert "mot-cua.xlsx" == wording.place_text("mot-cua.xlsx")


def test_tie_breakers_have_words() -> None:
    """The order of standings can be said in words, measures by their names."""
    words = [wording.tie_breaker_word(one, RESULT) for one in RESULT.plan.standings]
    assert "đạt tất cả tiêu chí" == words[0]
    assert "Chỉ số cải cách hành chính" == words[3]


def test_english_words_for_the_screen() -> None:
    """The screen can speak English where the reports stay Vietnamese."""
    assert "list of dossiers" == wording.coded("kind", "dossiers", "en")
    assert ("a logbook outside the software", "") == (
        wording.coded("system", "logbook", "en"),
        wording.coded("system", None),
    )
    assert "Joint rank 1" == wording.rank_text(RESULT.units[0], "en")
