from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace

from tests.support.results import make_result
from thidua_cli.findings import CATALOGUE
from thidua_cli.reports.cases import cases, outright
from thidua_cli.reports.shortening import short_names
from thidua_cli.reports.terminal import render_details, render_standings
from thidua_cli.text.wrapping import display_width

CASES = {
    "plain": make_result(),
    "hostile": make_result(hostile=True),
    "long": make_result(units=60, persons=400, long_names=True),
    "one": make_result(units=1, persons=1),
    "empty": make_result(units=0, persons=0),
    "nobody": make_result(nobody_eligible=True),
}
FILES = ("result.json", "xep-hang.html", "bao-cao.docx")
COMMANDS = {"check": "thidua check so-lieu --fix-list can-sua.xlsx", "details": "thidua score so-lieu --details"}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 132])
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("render", [render_standings, render_details])
def test_no_line_is_wider_than_the_screen(
    render: Callable[..., str], case: str, width: int, lang: Literal["vi", "en"]
) -> None:
    """Whatever the names, nothing runs over the edge."""
    text = render(CASES[case], width=width, lang=lang, files=FILES, out_dir="ket-qua", commands=COMMANDS)
    copied = {f"    {command}" for command in COMMANDS.values()}
    assert [] == [line for line in text.split("\n") if display_width(line) > width and line not in copied]


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
    wards = render_details(CASES["plain"]).split("\n\n")[1].split("\n")
    third = next(number for number, line in enumerate(wards) if line.startswith("3 "))
    assert 1 == " ".join(wards[:third]).count("Hạng theo")
    assert 1 == sum("Hạng theo Chỉ số CCHC: 92,5 (hạng dưới: " in line for line in wards)
    assert not any("Hạng theo Điểm" in line or "Hạng theo Đạt" in line for line in wards)


def test_a_unit_that_met_everything_and_is_left_out_has_its_reason() -> None:
    """Beyond the quota a unit that met everything is told why it is not proposed."""
    result = CASES["plain"]
    left_out = [unit.id for unit in result.units if unit.all_met]
    reasons = [one.reason for one in result.exclusions if one.unit in left_out and one.individual is None]
    text = " ".join(render_details(result).split())
    assert reasons
    assert len(reasons) == text.count("- Không đề nghị: Đạt tất cả tiêu chí")


def test_what_was_missed_follows_its_unit() -> None:
    """The line below a unit says which criterion it missed and by how many cases."""
    text = " ".join(render_details(CASES["plain"]).split())
    expected = (
        "99,97 ✗ TC2 Sớm và đúng hạn: 343/347 hồ sơ (98,85%), yêu cầu ≥ 99%; cần bớt 1 hồ sơ quá hạn 5 Xã Bình Thạnh"
    )
    assert expected in text


def test_english_says_the_same_in_english() -> None:
    """The English screen keeps the plan's names and speaks English around them."""
    text = " ".join(render_details(CASES["plain"], lang="en").split())
    assert "✗ TC2 Sớm và đúng hạn: 343/347 (98.85%), needs ≥ 99%; 1 short" in text
    assert "Persons: 21 of 39 are eligible" in text


def test_a_narrow_screen_gives_signs_their_own_line() -> None:
    """Where names and signs do not fit beside each other, the signs follow below with their labels."""
    lines = render_standings(CASES["plain"], width=40).split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("4 ") and "An Lạc" in line)
    assert "TC1 ✓  TC2 ✗  TC3 ✓  TC4 ✓  TC5 ✓" == lines[at + 1].strip()


def test_findings_are_grouped_with_counts_and_first_place() -> None:
    """Fifteen warnings of one kind take one entry that says how many there are."""
    text = render_details(CASES["plain"])
    assert 1 == text.count("có 2 dòng trong cùng hệ thống")
    assert "! 15 lần, ví dụ: Hồ sơ 000.00.14.H20-210301-0000" in text
    assert 1 == text.count("Không có nguồn nào khác")
    assert "4 lỗi, 32 cảnh báo, 0 thông tin" in text


def test_only_so_many_kinds_of_findings() -> None:
    """Twelve kinds are shown, and how many are left out is said."""
    plain = CASES["plain"]
    many = [
        replace(plain.findings[0], code=code, severity="warning", message="Thử.") for code in sorted(CATALOGUE)[:20]
    ]
    text = " ".join(render_details(replace(plain, findings=many)).split())
    assert 12 == text.count("! Thử.")
    assert "… và 8 loại lưu ý khác" in text


def test_proposals_say_money_and_council() -> None:
    """The sum of rewards stands there, and a case for the council says why."""
    text = " ".join(render_details(CASES["plain"]).split())
    assert "Tổng cộng: 23 trường hợp, 11.250.000 đồng. Trình Hội đồng xem xét: " in text
    assert "! Phường An Lộc; Phường An Thạnh. Trình Hội đồng: Đồng hạng 1" in text
    assert "tổng tiền thưởng từ 11.250.000 đến 13.050.000 đồng" in text


def test_details_name_every_case_of_the_council() -> None:
    """As many cases are named below the proposals as are counted, units and persons without a proposal too."""
    result = CASES["plain"]
    open_unit = replace(result.units[-1], council_review=True, council_reasons=["Chưa đủ số liệu."])
    result = replace(result, units=[*result.units[:-1], open_unit])
    text = " ".join(render_details(result).split("Tổng cộng")[1].split("Lưu ý")[0].split())
    named = [part.split(". Trình Hội đồng:")[0].split("; ") for part in text.split(" ! ")[1:]]
    assert len(cases(result)) == sum(map(len, named))
    assert [open_unit.name] in named


def test_nobody_proposed_is_said() -> None:
    """Without proposals a sentence stands in their place."""
    assert "Không có tập thể, cá nhân nào được đề nghị." in render_standings(CASES["nobody"])


def test_many_persons_are_counted_not_listed() -> None:
    """At most twenty persons of a kind are named, the rest is counted."""
    text = render_details(CASES["long"], width=400)
    listed = [line for line in text.split("\n") if line.startswith("✓ ") and "(" in line]
    assert 20 == len(listed)
    eligible = sum(person.eligible for person in CASES["long"].individuals)
    assert f"… và {eligible - 20} trường hợp khác" in text


def test_files_are_named_with_what_they_are() -> None:
    """The details say where the files lie and what each one is."""
    lines = render_details(CASES["plain"], files=FILES, out_dir="ket-qua").split("\n")
    at = lines.index("Kết quả nằm trong thư mục ket-qua")
    assert ["bao-cao.docx", "báo cáo kết quả phong trào"] == lines[at + 3].split(maxsplit=1)


@pytest.mark.parametrize("render", [render_standings, render_details])
def test_no_files_no_place(render: Callable[..., str]) -> None:
    """Where nothing was written nothing is said about files."""
    text = render(CASES["plain"])
    assert not re.search("Kết quả nằm|Đã ghi|Mở trang", text)


@pytest.mark.parametrize("width", [80, 120])
def test_many_units_and_persons_take_one_page(width: int) -> None:
    """60 units and 400 persons are told within 90 lines, 20 units within 50."""
    for units, persons, most in ((60, 400, 90), (20, 100, 50)):
        result = make_result(units=units, persons=persons)
        text = render_standings(result, width=width, files=FILES, out_dir="ket-qua", commands=COMMANDS)
        assert len(text.split("\n")) <= most


def test_the_page_tells_everything_else_in_numbers() -> None:
    """Behind the standings stand persons, proposals, money and findings by kind in numbers, and no person's name."""
    result = CASES["plain"]
    text = " ".join(render_standings(result).split())
    assert "Cá nhân: 21/39 người đủ điều kiện. Đề nghị khen thưởng: 2 tập thể, 21 cá nhân; " in text
    assert "tiền thưởng 11.250.000 đồng. Trình Hội đồng xem xét: " in text
    assert "tiền thưởng có thể tới 13.050.000 đồng." in text
    assert "Lưu ý: 4 lỗi, 32 cảnh báo, 0 thông tin." in text
    assert re.search(r"! .*Hồ sơ trùng \(15\)", text)
    assert [] == [person.name for person in result.individuals if person.name in text]


def test_a_unit_that_is_proposed_or_for_the_council_has_its_sign() -> None:
    """Behind the scores stand the signs of what is proposed, and the legend says what they mean."""
    result = CASES["plain"]
    lines = render_standings(result).split("\n")
    signs = {line[5:25].strip(): line[-1] for line in lines if re.match(r"\d", line)}
    asked = {case.unit for case in cases(result) if case.individual is None}
    sure = {one.unit for one in outright(result) if one.individual is None}
    names = {unit.id: unit.name[:20].strip() for unit in result.units}
    assert asked
    assert sure
    assert {names[unit] for unit in asked} == {name for name, sign in signs.items() if sign == "!"}
    assert {names[unit] for unit in sure} == {name for name, sign in signs.items() if sign == "•"}
    assert "• đề nghị khen thưởng; ! trình Hội đồng." in " ".join(lines)


def test_what_decided_among_equals_stands_below_the_group() -> None:
    """One line says the tie-breaker with the figure of each rank that it decided."""
    wards = render_standings(CASES["plain"]).split("\n\n")[1]
    assert re.search(r"\d\n· Hạng xét theo Chỉ số CCHC: 1\. 92,5; 3\. 84,59; .*\Z", wards, flags=re.DOTALL)


def test_a_rank_that_the_scores_belie_is_explained() -> None:
    """Where a unit of a higher score stands behind, the share of criteria met says why."""
    first, second = (
        replace(CASES["plain"].units[0], id=name, name=name, rank=rank, tied=False, all_met=False, score=score)
        for name, rank, score in (("A", 1, "75"), ("B", 2, "75.95"))
    )
    pair = [
        replace(first, criteria_met=3, criteria_applicable=4, decided_by="criteria_share"),
        replace(second, criteria_met=2, criteria_applicable=4, decided_by="criteria_share"),
    ]
    text = render_standings(replace(CASES["plain"], units=pair, individuals=[], proposals=[], exclusions=[]))
    assert "· Hạng xét theo Tỷ lệ tiêu chí đạt: 1. 3/4; 2. 2/4" in text


def test_the_last_lines_are_what_to_do_next() -> None:
    """The commands stand there as they can be typed, last the page's path; without anything to mend no mending."""
    clean = replace(CASES["plain"], findings=[])
    for result, steps in ((CASES["plain"], 3), (clean, 2)):
        text = render_standings(result, files=FILES, out_dir="ket-qua", commands=COMMANDS)
        last = text.split("\n")[-steps:]
        assert [line for line in COMMANDS.values() if line in text] == [
            line.split(":", 1)[1].strip() for line in last[:-1]
        ]
        assert last[-1].endswith(str(Path("ket-qua") / "xep-hang.html"))
        assert "Đã ghi 3 tệp vào ket-qua. Việc tiếp theo:" == text.split("\n")[-steps - 1]


def test_cut_names_keep_what_tells_them_apart() -> None:
    """Names that differ in their last letter differ on the screen too."""
    names = [f"Ủy ban nhân dân phường An Bình {letter} thành phố Hồng Ngự" for letter in "AB"]
    names += ["Phường An Bình A", "Phường An Bình B"]
    for width in (8, 12, 20, 30, 60):
        assert 4 == len(set(short_names(names, width).values()))


def test_short_names_are_short_where_that_is_safe() -> None:
    """A long name is cut in the middle to the columns there are."""
    assert {"Phòng Tài nguyên và Môi trường": "Phòng Tài…trường"} == short_names(["Phòng Tài nguyên và Môi trường"], 18)
    assert 16 >= display_width(short_names(["Phường " + "統計" * 20], 16).popitem()[1])
