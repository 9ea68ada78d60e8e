from __future__ import annotations

import re
from typing import Literal

import pytest
from msgspec.structs import replace

from tests.support.results import make_result
from thidua_cli.reports.shortening import display_width, short_names
from thidua_cli.reports.terminal import render_standings
from thidua_cli.reports.terminal.layout import Screen

CASES = {
    "plain": make_result(),
    "hostile": make_result(hostile=True),
    "long": make_result(units=60, persons=400, long_names=True),
    "one": make_result(units=1, persons=1),
    "empty": make_result(units=0, persons=0),
    "nobody": make_result(nobody_eligible=True),
}
FILES = ("result.json", "xep-hang.html", "bao-cao.docx")


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 132])
@pytest.mark.parametrize("case", CASES)
def test_no_line_is_wider_than_the_screen(case: str, width: int, lang: Literal["vi", "en"]) -> None:
    """Whatever the names, nothing runs over the edge."""
    text = render_standings(CASES[case], width=width, lang=lang, files=FILES, out_dir="ket-qua")
    assert [] == [line for line in text.split("\n") if display_width(line) > width]


@pytest.mark.parametrize("case", CASES)
def test_plain_text_has_no_control_characters(case: str) -> None:
    """Without colour the text can be redirected: nothing but line ends steers anything."""
    text = render_standings(CASES[case], files=FILES, out_dir="ket-qua")
    assert set() == {char for char in text if ord(char) < 32 or 127 <= ord(char) < 160} - {"\n"}


def test_a_name_cannot_steer_the_terminal() -> None:
    """Escape sequences and direction marks in a name are taken out."""
    result = make_result(units=1, persons=0)
    named = replace(result, units=[replace(result.units[0], name="Phường\x1b[31m\u202e An\nLộc")])
    assert "Phường [31m An Lộc" in render_standings(named)


def test_colour_only_adds_to_the_text() -> None:
    """With the colours taken out the coloured text is the plain one."""
    coloured = render_standings(CASES["plain"], colour=True, files=FILES, out_dir="ket-qua")
    plain = render_standings(CASES["plain"], files=FILES, out_dir="ket-qua")
    assert coloured != plain
    assert plain == re.sub(r"\x1b\[[\d;]*m", "", coloured)


def test_a_unit_shows_rank_signs_and_score() -> None:
    """One line says rank, name, a sign per criterion and the score."""
    lines = render_standings(CASES["plain"]).split("\n")
    line = next(line for line in lines if "Phường An Lạc" in line)
    assert ["4", "Phường", "An", "Lạc", "✓", "✗", "✓", "✓", "✓", "99,97"] == line.split()


def test_ties_are_marked() -> None:
    """A shared rank has its mark, an own rank has none."""
    lines = render_standings(CASES["plain"]).split("\n")
    ranked = [line.split()[0] for line in lines if re.match(r"\d", line)]
    assert ["1=", "1=", "3"] == ranked[:3]


def test_a_rank_that_the_score_does_not_tell_is_explained_once() -> None:
    """Where all have 100 the tie-breaker stands below the first unit of each rank, and nowhere else."""
    wards = render_standings(CASES["plain"]).split("\n\n")[1].split("\n")
    third = next(number for number, line in enumerate(wards) if line.startswith("3 "))
    assert 1 == " ".join(wards[:third]).count("Hạng theo")
    assert 1 == sum("Hạng theo Chỉ số CCHC: 92,5 (hạng dưới: " in line for line in wards)
    assert not any("Hạng theo Điểm" in line or "Hạng theo Đạt" in line for line in wards)


def test_a_unit_that_met_everything_and_is_left_out_has_its_reason() -> None:
    """Beyond the quota a unit that met everything is told why it is not proposed."""
    result = CASES["plain"]
    left_out = [unit.id for unit in result.units if unit.all_met]
    reasons = [one.reason for one in result.exclusions if one.unit in left_out and one.individual is None]
    text = " ".join(render_standings(result).split())
    assert reasons
    assert len(reasons) == text.count("- Không đề nghị: Đạt tất cả tiêu chí")


def test_what_was_missed_follows_its_unit() -> None:
    """The line below a unit says which criterion it missed and by how many cases."""
    text = " ".join(render_standings(CASES["plain"]).split())
    expected = (
        "99,97 ✗ TC2 Sớm và đúng hạn: 343/347 hồ sơ (98,85%), yêu cầu ≥ 99%; cần bớt 1 hồ sơ quá hạn 5 Xã Bình Thạnh"
    )
    assert expected in text


def test_english_says_the_same_in_english() -> None:
    """The English screen keeps the plan's names and speaks English around them."""
    text = " ".join(render_standings(CASES["plain"], lang="en").split())
    assert "✗ TC2 Sớm và đúng hạn: 343/347 hồ sơ (98,85%), needs ≥ 99%; 1 short" in text
    assert "Persons: 21 of 39 are eligible" in text


def test_a_narrow_screen_gives_signs_their_own_line() -> None:
    """Where names and signs do not fit beside each other, the signs follow below with their labels."""
    lines = render_standings(CASES["plain"], width=40).split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("4 ") and "An Lạc" in line)
    assert "TC1 ✓  TC2 ✗  TC3 ✓  TC4 ✓  TC5 ✓" == lines[at + 1].strip()


def test_findings_are_grouped_with_counts_and_first_place() -> None:
    """Fifteen warnings of one kind take one entry that says how many there are."""
    text = render_standings(CASES["plain"])
    assert 1 == text.count("có 2 dòng trong cùng hệ thống")
    assert "! 15 lần, ví dụ: Hồ sơ 000.00.14.H20-210301-0000" in text
    assert 1 == text.count("Không có nguồn nào khác")
    assert "4 lỗi, 32 cảnh báo, 0 thông tin" in text


def test_only_so_many_kinds_of_findings() -> None:
    """Errors come first, and what is left out is said."""
    text = " ".join(render_standings(CASES["plain"], max_findings=4).split())
    assert 4 == text.count("✗ Cột (3)") + text.count("✗ Trạng thái") + text.count("✗ Không xác định") + text.count(
        "✗ Không đọc được"
    )
    assert "… và 6 loại lưu ý khác" in text


def test_proposals_say_money_and_council() -> None:
    """The sum of rewards stands there, and a case for the council says why."""
    text = " ".join(render_standings(CASES["plain"]).split())
    assert "Tổng cộng: 23 trường hợp, 11.250.000 đồng. Trình Hội đồng xem xét: " in text
    assert "! Phường An Lộc; Phường An Thạnh. Trình Hội đồng: Đồng hạng 1" in text
    assert "tổng tiền thưởng từ 11.250.000 đến 13.050.000 đồng" in text


def test_nobody_proposed_is_said() -> None:
    """Without proposals a sentence stands in their place."""
    assert "Không có tập thể, cá nhân nào được đề nghị." in render_standings(CASES["nobody"])


def test_many_persons_are_counted_not_listed() -> None:
    """At most twenty persons of a kind are named, the rest is counted."""
    text = render_standings(CASES["long"], width=400)
    listed = [line for line in text.split("\n") if line.startswith("✓ ") and "(" in line]
    assert 20 == len(listed)
    eligible = sum(person.eligible for person in CASES["long"].individuals)
    assert f"… và {eligible - 20} trường hợp khác" in text


def test_files_are_named_with_what_they_are() -> None:
    """The last lines say where the files lie and what each one is."""
    lines = render_standings(CASES["plain"], files=FILES, out_dir="ket-qua").split("\n")
    assert "Kết quả nằm trong thư mục ket-qua" == lines[-4]
    assert ["bao-cao.docx", "báo cáo kết quả phong trào"] == lines[-1].split(maxsplit=1)


def test_no_files_no_place() -> None:
    """Where nothing was written nothing is said about files."""
    assert "Kết quả nằm" not in render_standings(CASES["plain"])


def test_cut_names_keep_what_tells_them_apart() -> None:
    """Names that differ in their last letter differ on the screen too."""
    names = [f"Ủy ban nhân dân phường An Bình {letter} thành phố Hồng Ngự" for letter in "AB"]
    names += ["Phường An Bình A", "Phường An Bình B"]
    for width in (8, 12, 20, 30, 60):
        assert 4 == len(set(short_names(names, width).values()))


def test_short_names_are_short_where_that_is_safe() -> None:
    """A long name is cut in the middle to the columns there are."""
    assert {"Phòng Tài nguyên và Môi trường": "Phòng Tài…trường"} == short_names(["Phòng Tài nguyên và Môi trường"], 18)


def test_combining_marks_take_no_column() -> None:
    """Letters with separate marks are counted as they look."""
    assert 8 == display_width("Hồng Ngự")
    assert 5 == display_width("x\u0302\u0301yzwv")


def test_long_words_are_broken() -> None:
    """A word wider than the screen is cut into lines."""
    assert ["a" * 20, "a" * 20, "a" * 5] == Screen(20).wrap("a" * 45)
