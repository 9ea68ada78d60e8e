"""Mistakes in a plan: each names file, line, column, what was expected and the nearest valid word."""

from __future__ import annotations

import re

import pytest

from tests.plan.plan_texts import SMALL, builtin_text, changed, place_of, refusal


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        ("\nstandings:", "\nstanding:", "standing:", "không có khóa “standing” ở đây. Có phải “standings”?"),
        ("  compare: day", "  compar: day", "compar:", "không có khóa “compar” ở đây. Có phải “compare”?"),
        ("    weight: 20", "    weigth: 20", "weigth:", "không có khóa “weigth” ở đây. Có phải “weight”?"),
        ("compare: day", "compare: dya", "dya", "“dya” không phải giá trị hợp lệ. Có phải “day”?"),
        (
            "- online_34 >= 50 %",
            "- online_43 >= 50 %",
            "online_43",
            "không có chỉ tiêu “online_43”. Có phải “online_34”?",
        ),
        (
            "[tasks_completed]",
            "[task_completed]",
            "task_completed]",
            "không có số đếm “task_completed”. Có phải “tasks_completed”?",
        ),
        (
            "criteria_share, score,",
            "criteria_share, scor,",
            "scor,",
            "không xếp hạng theo “scor” được. Có phải “score”?",
        ),
        ("year: 2021", "year: hai mốt", "hai mốt", "“year” cần một số (ví dụ 2021), không phải “hai mốt”."),
        ("  to: 31/12/2021", "  to: 30/02/2021", "30/02/2021", "“to” cần một ngày có thật"),
        (
            "  to: 31/12/2021",
            "  to: 31/12/2020",
            "31/12/2020",
            "ngày kết thúc (31/12/2020) trước ngày bắt đầu (01/01/2021).",
        ),
        ("year: 2021", "year: 2023", "2023\n", "năm 2023 không nằm trong kỳ thi đua"),
        ("    weight: 20", "    weight: 0", "0\n    requirements", "trọng số phải lớn hơn 0, không phải 0."),
        (
            "- on_time >= 99 %",
            "- on_time >= 99",
            "on_time >= 99\n",
            "viết mức yêu cầu kèm dấu %, ví dụ “on_time >= 99 %”.",
        ),
        (
            "- on_time >= 99 %",
            "- on_time >= 199 %",
            "on_time >= 199",
            "mức yêu cầu phần trăm phải từ 0 đến 100, không phải 199.",
        ),
        ("- on_time >= 99 %", "- on_time >= 0 %", "on_time >= 0", "phải lớn hơn 0"),
        ("- on_time >= 99 %", "- on_time 99 %", "on_time 99", "phải có dạng “chỉ tiêu phép-so-sánh mức yêu cầu”"),
        (
            "- par_index >= 80",
            "- par_index >= 80 %",
            "par_index >= 80 %",
            "không phải tỷ lệ: viết mức yêu cầu không có dấu %.",
        ),
        ("- on_software = 100 %", "- on_time = 100 %", "on_time >= 99 %", "“on_time” đã dùng ở dòng"),
        ("- id: tc2", "- id: tc1", "tc1\n    title: Hồ sơ", "“tc1” đã dùng ở dòng"),
        ("- id: i5", "- id: tc5", "tc5\n    title: Có sáng kiến", "“tc5” đã dùng ở dòng"),
        ("- id: tc1", "- id: Tiêu chí 1", "Tiêu chí 1", "không dùng làm mã được"),
        ("name: Phòng, ban", "name: Xã, phường", "Xã, phường\n\n", "“Xã, phường” đã dùng ở dòng"),
        ("    shortfall: cần bớt {n} hồ", "    shortfall: cần bớt {x} hồ", "cần bớt {x}", "không có “{x}”."),
        (
            "  money_date: 31/12/2021",
            "  money_date: 31/12/2018",
            "31/12/2018",
            "không có mức lương cơ sở nào có hiệu lực vào ngày 31/12/2018",
        ),
        (
            "base_salary_multiple: 0.6",
            "base_salary_multiple: 0",
            "0\n      round_up_to",
            "“base_salary_multiple” phải lớn hơn 0.",
        ),
        (
            "round_up_to: 10000",
            "round_up_to: 100.00",
            "100.00\n",
            "“round_up_to” cần một số (ví dụ 1.490.000), không phải “100.00”.",
        ),
        ("women_first: false", "women_first: sai", "sai\n", "cần true (có) hoặc false (không), không phải “sai”."),
        ("quorum: 2/3", "quorum: 3/2", "3/2\n", "“quorum” phải lớn hơn 0 và không quá 1"),
        ("quorum: 2/3", "quorum: 2/0", "2/0", "“quorum” cần một số"),
        ("    quyet-dinh: {", "    quyet-din: {", "quyet-din:", "Có phải “quyet-dinh”?"),
        (
            "  headers: {}",
            "  headers: {dossiers.du: [x]}",
            "dossiers.du:",
            "không có trường “dossiers.du” trong các bảng số liệu. Có phải “dossiers.due”?",
        ),
        ("  statuses: {}", "  statuses: {resolvd: [x]}", "resolvd", "Có phải “resolved”?"),
        ("  systems: {}", "  systems: {a.csv: logbok}", "logbok", "Có phải “logbook”?"),
        (
            "aliases: [An Lạc]",
            "aliases: [An Lộc]",
            "An Lộc], group: xa-phuong, valid_to: 30/06/2025, successor: Phường Thường",
            "đã thuộc đơn vị “Phường An Lộc”",
        ),
        (
            "successor: Phường Thường Lạc",
            "successor: Phường Thường Lộc",
            "Phường Thường Lộc",
            "Có phải “Phường Thường Lạc”?",
        ),
        ("aliases: [P. Nội vụ, Phòng NV], group: phong-ban", "group: phong-bang", "phong-bang", "Có phải “phong-ban”?"),
        (
            "valid_from: 01/11/2020, valid_to: 30/06/2025",
            "valid_from: 01/11/2020, valid_to: 01/01/2019",
            "01/01/2019",
            "trước valid_from (01/11/2020)",
        ),
        (
            "expected: {on_time: met,",
            "expected: {on_tim: met,",
            "on_tim:",
            "không có tiêu chí hoặc chỉ tiêu “on_tim”. Có phải “on_time”?",
        ),
        ("expected: {on_time: met,", "expected: {on_time: mett,", "mett,", "Có phải “met”?"),
        (
            "counts: {received: 500,",
            "counts: {receved: 500,",
            "receved:",
            "không có số đếm “receved”. Có phải “received”?",
        ),
        (
            "applies_to: assessed",
            "applies_to: [assessed]",
            "[assessed]",
            "“applies_to” cần một giá trị, không phải danh sách hay nhóm khóa; chữ có dấu phẩy hoặc dấu hai chấm",
        ),
        (
            "numerator: [on_software]",
            "numerator: on_software",
            "on_software\n    denominator",
            "“numerator” cần một danh sách",
        ),
        ("[early, on_time, late]", "[]", "[]\n", "là tỷ lệ (ratio) nên phải có “denominator”"),
    ],
)
def test_one_mistake_is_one_line_with_its_place(old: str, new: str, at: str, said: str) -> None:
    """A single mistake names the file, its line and column, what is wrong, and the nearest valid word."""
    text = changed(old, new)
    message = refusal(text).message.text()
    assert said in message
    assert message.startswith("ke-hoach.yaml, dòng ")
    assert "\n" not in message
    if "ratio" not in said:
        assert message.startswith(f"ke-hoach.yaml, {place_of(text, at)}: ")


def test_a_comma_in_a_name_is_said_to_want_quotation_marks() -> None:
    """Within braces the rest of a name behind its comma is no key: the message shows how the name is to be written."""
    text = SMALL.replace("name: Chung}", "name: Phòng, ban chuyên môn}")
    said = 'chữ có dấu phẩy thì đặt trong dấu ngoặc kép: name: "Phòng, ban chuyên môn".'
    assert (
        f"{place_of(text, 'ban chuyên')}: “ban chuyên môn” không có dấu hai chấm; {said}"
        in refusal(text).message.text()
    )
    colon = SMALL.replace("name: Chung}", "name: [Lưu: VT]}")
    assert "chữ có dấu phẩy hoặc dấu hai chấm thì đặt trong dấu ngoặc kép" in refusal(colon).message.text()


def test_a_missing_key_is_explained_in_the_readers_language() -> None:
    """What a key is for is said in English to who reads English, in Vietnamese else, within one sentence."""
    message = refusal("year: 2021\n").message
    assert "the key “theme” is missing: Theme of the movement." in message.text("en")
    assert "thiếu khóa “theme”: Chủ đề của phong trào." in message.text()
    assert not re.search("[à-ỹ]", message.text("en").casefold())


def test_an_id_names_one_thing_only() -> None:
    """A criterion cannot take the id of a measure, since examples and overrides name both."""
    text = changed("- id: tc2", "- id: on_time")
    place = place_of(text, "on_time\n    title: Hồ sơ")
    assert f"{place}: “on_time” đã dùng ở dòng" in refusal(text).message.text()


def test_several_mistakes_come_in_one_message_in_the_order_of_the_file() -> None:
    """Mistakes of form and of meaning are listed together, each with its place."""
    text = (
        changed("year: 2021", "yaer: 2021")
        .replace("- on_time >= 99 %", "- ontime >= 99 %")
        .replace("kind: value", "kind: vale", 1)
    )
    error = refusal(text)
    lines = error.message.text().splitlines()
    assert "ke-hoach.yaml: có 3 lỗi:" == lines[0]
    places = [int(line.split("dòng ")[1].split(",")[0]) for line in lines[1:]]
    assert sorted(places) == places
    assert 3 == len(places)
    assert "ke-hoach.yaml: 3 mistakes" in error.message.text("en")


def test_a_list_of_known_words_is_said_once() -> None:
    """Where several mistakes have the same words to choose from, the first names them; a far word is no suggestion."""
    text = changed("numerator: [on_software]", "numerator: [paid_online]").replace(
        "[early, on_time, late]", "[surveyed]"
    )
    said = refusal(text).message.text()
    assert 1 == said.count("pending_overdue")
    assert "không có số đếm “surveyed”. Các số đếm: như trên." in said
    assert "Có phải" not in said


def test_a_missing_key_is_named_with_its_meaning() -> None:
    """A key that must stand there is named with what it is for."""
    assert (
        "thiếu khóa “theme”: Chủ đề của phong trào."
        in refusal(
            changed("theme: Thành phố Hồng Ngự quyết tâm duy trì và nâng cao Chỉ số cải cách hành chính năm 2021\n", "")
        ).message.text()
    )


@pytest.mark.parametrize("key", ["title:", "theme:", "issuer:"])
def test_a_required_key_left_blank_is_a_mistake(key: str) -> None:
    """A required key with nothing behind it is said to be empty."""
    lines = [line if not line.startswith(key) else key for line in builtin_text().splitlines()]
    assert f"“{key[:-1]}” không được để trống." in refusal("\n".join(lines)).message.text()


def test_a_person_criterion_says_what_its_kind_needs() -> None:
    """A criterion by classification needs accepted ones, one by dossiers a requirement."""
    without = changed("    kind: dossiers\n    requirement: on_time >= 99 %\n", "    kind: dossiers\n")
    assert "phải có “requirement”" in refusal(without).message.text()
    other = changed("    kind: dossiers\n", "    kind: classification\n")
    message = refusal(other).message.text()
    assert "phải có “accepted”" in message
    assert "“requirement” không dùng cho tiêu chí cá nhân loại “classification”." in message


def test_many_mistakes_are_cut_off_with_their_number() -> None:
    """More mistakes than anyone reads at once are counted, not printed."""
    text = builtin_text() + "".join(f"khoa-la-{number}: 1\n" for number in range(40))
    message = refusal(text).message.text()
    assert "ke-hoach.yaml: có 40 lỗi" in message
    assert message.endswith("… và 15 lỗi khác.")


def test_braces_in_a_mistyped_word_do_not_break_the_message() -> None:
    """A word with braces is quoted as it stands."""
    assert "“d{a}y”" in refusal(changed("compare: day", "compare: d{a}y")).message.text()
