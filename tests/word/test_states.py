from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from tests.word.claims import facts, false_sentences, most_money, wrong_figures
from tests.word.situations import SITUATIONS, documents, situation
from tests.word.support import rendered, result, text
from thidua_cli.reports.cases import cases, sums
from thidua_cli.reports.states import side
from thidua_cli.reports.word import render_docx
from thidua_cli.result import Result

FAKES = ("city", "one unit", "nobody", "crowd")


def _all() -> list[tuple[str, Result, dict[str, bytes]]]:
    real = [(name, situation(name), documents(name)) for name in SITUATIONS]
    return real + [(name, result(name), rendered(name)) for name in FAKES]


@pytest.mark.parametrize("number", range(len(SITUATIONS) + len(FAKES)))
def test_no_document_says_a_false_sentence(number: int) -> None:
    """In every state each sentence that says of somebody that there is none is of a known form, and true."""
    name, one, made = _all()[number]
    wrong = {file: false for file, content in made.items() if (false := false_sentences(text(content), facts(one)))}

    assert {} == wrong, name


@pytest.mark.parametrize("number", range(len(SITUATIONS) + len(FAKES)))
def test_every_figure_of_a_sentence_is_the_results(number: int) -> None:
    """Every number of collectives, persons, units, places and dong, and every share, is one that result.json gives."""
    name, one, made = _all()[number]
    wrong = {file: found for file, content in made.items() if (found := wrong_figures(text(content), facts(one)))}

    assert {} == wrong, name


@pytest.mark.parametrize("number", range(len(SITUATIONS) + len(FAKES)))
def test_the_most_money_is_what_the_places_allow(number: int) -> None:
    """The range of money ends where the places left end, not where everybody tied is paid; all files say the same."""
    _, one, made = _all()[number]
    most = most_money(facts(one))
    said = {
        found[1]
        for content in made.values()
        for found in re.finditer(r"nhiều nhất (?:là )?([\d.]+) đồng \(", text(content))
    }

    assert most == sums(one).more_reward
    assert said == ({f"{most:,}".replace(",", ".")} if most else set())


@pytest.mark.parametrize("number", range(len(SITUATIONS) + len(FAKES)))
def test_the_persons_put_forward_are_all_accounted_for(number: int) -> None:
    """The sentence on the persons put forward counts each once; nobody put forward, no sentence."""
    _, one, made = _all()[number]
    shown = text(made["to-trinh.docx"])
    found = re.search(r"Có ([\d.]+) cá nhân được giới thiệu xét khen thưởng(, đều .*|: .*)", shown)

    assert bool(found) == bool(one.individuals)
    if found and found[2].startswith(": "):
        parts = [int(part.replace(".", "")) for part in re.findall(r"(?:: |, )([\d.]+) ", found[2])]
        assert sum(parts) == len(one.individuals) == int(found[1].replace(".", ""))


def test_every_unit_and_person_stands_in_one_state() -> None:
    """However the proposals fall, each unit and person is counted once."""
    for _, one, _ in _all():
        assert len(one.units) == side(one, "unit").total
        assert len(one.individuals) == side(one, "individual").total


def test_the_situations_are_what_they_are_called() -> None:
    """The sets reach the states that they are named after, so that the walk above leaves none out."""
    assert side(situation("tied"), "unit").tied == 7
    assert side(situation("some tied"), "unit").proposed == 5
    assert side(situation("excluded"), "unit").excluded == 8
    assert side(situation("nobody"), "unit").failed == 8
    assert side(situation("undecided"), "unit").open == 8
    assert side(situation("one"), "unit").proposed == 1
    assert side(situation("one person"), "individual").proposed == 1
    assert side(situation("nobody"), "individual").proposed == 0


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_decision_is_drafted_only_where_somebody_is_commended(name: str) -> None:
    """No draft decision is issued while nobody is proposed outright."""
    assert bool(sums(situation(name)).number) == ("quyet-dinh.docx" in documents(name))


def test_a_tie_says_how_many_places_are_left_for_how_many() -> None:
    """The minutes let members choose as many as there are places, and persons stand with position and unit."""
    shown = text(documents("tied")["bien-ban.docx"])

    assert "Chọn không quá 02 trong 05 tập thể bằng nhau, khối Xã, phường" in shown
    assert "Chọn không quá 02 trong 04 cá nhân cùng đủ điều kiện" in shown
    assert "Chuyên viên, Phòng Tư pháp" in shown


@pytest.mark.parametrize("file", ["to-trinh.docx", "danh-sach.docx", "bien-ban.docx", "bao-cao.docx"])
def test_who_met_everything_and_is_not_proposed_is_named_with_the_reason(file: str) -> None:
    """A unit beyond the quota reads in each of these why it is not proposed."""
    shown = text(documents("tied")[file])

    assert "Thanh tra thành phố" in shown
    assert "xếp hạng 3, ngoài giới hạn 1 tập thể" in shown


def test_only_who_can_still_be_proposed_is_a_case() -> None:
    """Who failed a criterion, stands beyond the quota or has no data at all is not put before the council."""
    for _, one, made in _all():
        failed = {unit.id for unit in one.units if any(c.verdict == "not_met" for c in unit.criteria)}
        assert not failed & {case.unit for case in cases(one) if case.individual is None}
        assert made


def test_no_title_stands_in_two_pairs_of_quotation_marks() -> None:
    """A title that holds quotation marks gets no others around it."""
    for name in SITUATIONS:
        for content in documents(name).values():
            assert not re.search(r"“[^”]*“|[\"„]", text(content)), name


def test_a_doubt_about_rows_of_several_units_stands_in_the_annex_for_each() -> None:
    """A finding that names several units is among the contested figures of all of them that the council looks at."""
    one = result()
    finding = replace(one.findings[0], severity="error", unit=None, message="Trùng mã giữa hai đơn vị.")
    wanted = list(dict.fromkeys(proposal.unit for proposal in one.proposals))[:2]
    doubtful = replace(one, findings=[replace(finding, units=wanted)])
    names = ", ".join(unit.name for unit in one.units if unit.id in wanted)

    assert names in text(render_docx(doubtful, "bao-cao", charts={}))
