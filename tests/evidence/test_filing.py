"""Who filed online: the portal's list and its own words, channel columns, levels, and what covers a unit."""

from __future__ import annotations

import pytest

from tests.support.tables import Row, codes, counts, dossier, dossiers, evidence, finding
from thidua_cli.intake.sheet import CellValue
from thidua_cli.intake.tables import System

LOC, A = "phuong-an-loc", "phuong-an-binh-a"
OTHER = "Phường An Bình A"


def without_channel(*rows: Row) -> list[Row]:
    """The same rows in a table without a channel column."""
    return [{name: value for name, value in row.items() if name != "channel"} for row in rows]


@pytest.mark.parametrize("word", ["Trực tiếp", "Bưu chính công ích", "Tại Bộ phận Một cửa"])
def test_the_portals_own_word_rules_over_its_list(word: str) -> None:
    """A dossier that the portal's list holds, and says was filed in person, was not filed online; that is a finding."""
    for one_stop in ("Trực tiếp", "Trực tuyến"):
        found = evidence(
            dossiers([dossier(1, channel=one_stop)]),
            dossiers([dossier(1, channel=word)], System.PUBLIC_SERVICE),
        )
        assert (0, 1) == (counts(found)["online_34"], counts(found)["not_online_34"])
        assert ("public_service.xlsx", "G2") == (
            finding(found, "portal_says_direct").file,
            finding(found, "portal_says_direct").cell,
        )


def test_a_word_of_the_portal_that_nobody_knows_is_undecided() -> None:
    """The list says online, its own word says something unknown: neither is taken."""
    found = evidence(dossiers([dossier(1)]), dossiers([dossier(1, channel="Kênh 9")], System.PUBLIC_SERVICE))
    assert 1 == len(found.facts[LOC].undecided)


def test_a_portals_list_speaks_for_the_units_it_names() -> None:
    """Of a unit that neither a portal's list nor a channel column covers, nothing is known of its filing."""
    rows = without_channel(dossier(1), dossier(2), dossier(3, unit=OTHER))
    found = evidence(dossiers(rows), dossiers([dossier(1, channel=None)], System.PUBLIC_SERVICE))
    assert (1, 1, None) == (counts(found)["online_34"], counts(found)["not_online_34"], counts(found, A)["online_34"])
    assert "no_channel" == found.facts[A].counts["online_34"].reason


def test_a_list_of_the_portal_without_units_covers_whose_codes_it_holds() -> None:
    """A portal's list that names no unit speaks for the units whose dossiers it holds."""
    rows = without_channel(dossier(1), dossier(2))
    listed = [{k: v for k, v in row.items() if k != "unit"} for row in without_channel(dossier(1))]
    found = evidence(dossiers(rows), dossiers(listed, System.PUBLIC_SERVICE))
    assert 1 == counts(found)["online_34"]


def test_an_empty_channel_column_says_nothing() -> None:
    """A channel column without a word in it is as good as none."""
    found = evidence(dossiers([dossier(n, channel=None) for n in (1, 2)]))
    assert (None, "no_channel") == (counts(found)["online_34"], found.facts[LOC].counts["online_34"].reason)


def test_blank_cells_beside_filled_ones_are_undecided() -> None:
    """Some rows say how they were filed: the others may have been filed either way, and a finding says how many."""
    found = evidence(dossiers([dossier(1, channel="Trực tuyến"), dossier(2, channel=None), dossier(3, channel=None)]))
    assert (1, 0, 2) == (counts(found)["online_34"], counts(found)["not_online_34"], len(found.facts[LOC].undecided))
    assert (2, "G3") == (finding(found, "blank_channel").count, finding(found, "blank_channel").cell)


def test_a_second_table_without_the_column_is_undecided_too() -> None:
    """The first half's export has a channel column, the second half's has none: how those came is open."""
    tables = [
        dossiers([dossier(1, channel="Trực tuyến")], file="a.xlsx"),
        dossiers(without_channel(dossier(2)), file="b.xlsx"),
    ]
    assert 1 == len(evidence(*tables).facts[LOC].undecided)


def test_where_the_portal_covers_the_unit_blanks_are_not_online() -> None:
    """The portal's list of the unit says who filed online; a blank cell of the software then hides nothing."""
    rows = [dossier(1, channel=None), dossier(2, channel="Trực tiếp")]
    found = evidence(dossiers(rows), dossiers([dossier(3, channel=None)], System.PUBLIC_SERVICE))
    assert (1, 2, 0) == (counts(found)["online_34"], counts(found)["not_online_34"], len(found.facts[LOC].undecided))


def test_a_logbook_files_nothing_online() -> None:
    """What only a handwritten book holds was not filed online, though the book has no column for it."""
    found = evidence(
        dossiers([dossier(1, channel="Trực tuyến")]), dossiers(without_channel(dossier(2)), System.LOGBOOK)
    )
    assert (1, 1, 0) == (counts(found)["online_34"], counts(found)["not_online_34"], len(found.facts[LOC].undecided))


@pytest.mark.parametrize("tick", ["x", "X", "v", "✓"])
def test_a_column_of_ticks_says_no_by_an_empty_cell(tick: str) -> None:
    """In a column that holds nothing but ticks, no tick is no."""
    found = evidence(dossiers([dossier(1, channel=tick), dossier(2, channel=None)]))
    assert (1, 1) == (counts(found)["online_34"], counts(found)["not_online_34"])


@pytest.mark.parametrize(("channel", "level"), [("Kênh 9", 2), ("Kênh 9", "Mức độ 1"), ("Trực tuyến", 2)])
def test_no_channel_makes_a_low_level_count(channel: CellValue, level: CellValue) -> None:
    """Level 1 or 2 is never online at level 3 or 4, whatever the channel says or hides."""
    found = evidence(dossiers([dossier(1, channel=channel, level=level), dossier(2, channel="Trực tiếp")]))
    assert (0, 2) == (counts(found)["online_34"], counts(found)["not_online_34"])
    assert [] == list(found.facts[LOC].undecided)


def test_a_table_that_does_not_say_its_system_proves_no_share() -> None:
    """Dossiers of no known system are timed; on the software, and filed how, is not known of their unit."""
    found = evidence(dossiers([dossier(1)], file="a.xlsx"), dossiers([dossier(2)], None, file="b.xlsx"))
    assert (2, 2, None, None) == tuple(counts(found)[n] for n in ("received", "early", "on_software", "online_34"))
    assert "system_unknown" == found.facts[LOC].counts["on_software"].reason
    assert 0 == counts(found, A)["on_software"]


def test_a_code_that_the_software_holds_asks_for_no_other_system() -> None:
    """A dossier of the one-stop list stands in a book of no known system too: it is on the software."""
    found = evidence(dossiers([dossier(1)], file="a.xlsx"), dossiers([dossier(1)], None, file="b.xlsx"))
    assert (1, 1) == (counts(found)["received"], counts(found)["on_software"])


def test_findings_stay_silent_where_all_is_said() -> None:
    """Lists that say everything raise none of these."""
    found = evidence(dossiers([dossier(1)]), dossiers([dossier(1, channel=None)], System.PUBLIC_SERVICE))
    assert not codes(found) & {"blank_channel", "portal_says_direct", "partial_list", "code_in_two_units"}
