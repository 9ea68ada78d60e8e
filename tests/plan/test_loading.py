"""Files that are no plan, and how values are read."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from tests.plan.plan_texts import SMALL, builtin_text, refusal
from thidua_cli.errors import PlanError
from thidua_cli.plan import loading
from thidua_cli.plan.loading import builtin_plan_path, load_plan, load_plan_text
from thidua_cli.plan.mapping import with_mapping
from thidua_cli.plan.nodes import MAX_BYTES


def test_the_least_plan_loads_with_the_models_defaults() -> None:
    """A plan that says only what is required takes the defaults for everything else."""
    plan = load_plan_text(SMALL, "nho.yaml")
    assert (date(2022, 1, 1), date(2022, 12, 31)) == (plan.period_start, plan.period_end)
    assert "day" == plan.settings.compare
    assert 2023 == plan.documents.document_year
    assert () == plan.examples


def test_numbers_are_exact_from_their_text() -> None:
    """A threshold of 99,5 % is 199/200 and nothing near it."""
    assert Fraction(199, 200) == load_plan_text(SMALL, "nho.yaml").criteria[0].requirements[0].threshold


@pytest.mark.parametrize(
    ("written", "value", "percent"),
    [("3", Fraction(3), False), ("20 %", Fraction(1, 5), True), ("12,5%", Fraction(1, 8), True)],
)
def test_a_quota_is_a_number_or_a_share(written: str, value: Fraction, percent: bool) -> None:
    """A quota reads as a number, or as a share where it has a percent sign."""
    text = SMALL.replace("name: Chung", f'name: Chung, quota: "{written}"')
    group = load_plan_text(text, "nho.yaml").groups[0]
    assert (value, percent) == (group.quota, group.quota_percent)


@pytest.mark.parametrize("written", ["1490000", "1.490.000", "1 490 000"])
def test_money_takes_the_usual_separators(written: str) -> None:
    """An amount in dong may have dots or spaces between thousands."""
    text = SMALL.replace(
        "base_salary: []", f"base_salary: [{{valid_from: 2019-07-01, value: {written}, unit: đ, source: s}}]"
    )
    assert Fraction(1490000) == load_plan_text(text, "nho.yaml").base_salary[0].value


@pytest.mark.parametrize("written", ["on_time ≥ 99 %", "on_time>=99%", " on_time  >=  99.0 % "])
def test_requirements_may_be_spaced_and_signed_freely(written: str) -> None:
    """Spaces and the typographic sign do not matter to a requirement."""
    requirement = load_plan_text(SMALL.replace("on_time >= 99,5 %", written), "nho.yaml").criteria[0].requirements[0]
    assert (">=", Fraction(99, 100)) == (requirement.operator, requirement.threshold)


def test_words_keep_their_text_whatever_yaml_makes_of_them() -> None:
    """A title that YAML would take for a truth value or a time stays the text that was written."""
    assert "no" == load_plan_text(SMALL.replace("Một chủ đề", "no"), "nho.yaml").theme
    assert "12:30" == load_plan_text(SMALL.replace("Một chủ đề", "12:30"), "nho.yaml").theme


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter(tmp_path: Path) -> None:
    """A plan saved by Windows Notepad loads the same."""
    path = tmp_path / "ke-hoach.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert "Phong trào nhỏ" == load_plan(path).title


def test_the_plan_in_a_wheel_is_found_beside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package finds its own copy of the plan, a checkout the one at the top."""
    checkout = builtin_plan_path()
    package = tmp_path / "site-packages" / "thidua_cli"
    (package / "plan").mkdir(parents=True)
    (package / "criteria.yaml").write_text("id: x", encoding="utf-8")
    monkeypatch.setattr(loading, "__file__", str(package / "plan" / "loading.py"))
    assert (package / "criteria.yaml").resolve() == builtin_plan_path()
    assert ("criteria.yaml", True) == (checkout.name, checkout.is_file())


def test_a_missing_file_is_one_message(tmp_path: Path) -> None:
    """A path that leads nowhere is named by its file name, without the folders."""
    with pytest.raises(PlanError) as caught:
        load_plan(tmp_path / "khong-co.yaml")
    assert caught.value.message.text().startswith("khong-co.yaml: không mở được tệp kế hoạch")
    assert str(tmp_path) not in caught.value.message.text() + caught.value.message.text("en")
    assert 4 == caught.value.exit_code


def test_a_folder_is_one_message(tmp_path: Path) -> None:
    """A folder in place of a plan is refused; a plan of another name in it is named."""
    with pytest.raises(PlanError, match=r"là thư mục, trong đó không có kế hoạch tên criteria\.yaml"):
        load_plan(tmp_path)
    (tmp_path / "p.yaml").write_text("id: a\n", encoding="utf-8")
    with pytest.raises(PlanError) as refused:
        load_plan(tmp_path)
    assert str(refused.value.hint).endswith(f"ví dụ: {tmp_path / 'p.yaml'}")


def test_a_mistake_says_how_to_check_the_file_again(tmp_path: Path) -> None:
    """The command after a mistake names the plan by its whole path; a mapping file is no plan to check."""
    path = tmp_path / "p.yaml"
    path.write_text("id: a\n", encoding="utf-8")
    with pytest.raises(PlanError) as refused:
        load_plan(path)
    assert str(refused.value.hint).endswith(f"thidua plan check {path}")
    with pytest.raises(PlanError) as refused:
        with_mapping(load_plan(), path)
    assert "thidua" not in str(refused.value.hint)


def test_a_file_in_another_encoding_says_where(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are named by line and column."""
    path = tmp_path / "p.yaml"
    path.write_bytes(b"id: a\ntitle: \xe0x\n")
    with pytest.raises(PlanError, match=r"p\.yaml, dòng 2, cột 8: .*UTF-8"):
        load_plan(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """A file far larger than any plan is refused."""
    path = tmp_path / "p.yaml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(PlanError, match=r"lớn hơn 1\.024 KB"):
        load_plan(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "không có nội dung"),
        ("# chỉ có lời chú\n", "không có nội dung"),
        ("- a\n- b\n", "cần các dòng dạng"),
        ("chỉ một câu\n", "cần các dòng dạng"),
        ("id: [a\ntitle: b\n", "không đúng cú pháp YAML: thiếu dấu phẩy hoặc dấu đóng ngoặc"),
        ("id:\n\ttitle: b\n", "không đúng cú pháp YAML: không dùng phím Tab"),
        ("id: a\ntitle: Lưu: VT\n", "không đúng cú pháp YAML: câu có dấu hai chấm phải đặt trong ngoặc kép"),
        ("id: a\ntitle\ntheme: b\n", "không đúng cú pháp YAML: thiếu dấu hai chấm sau tên khóa"),
        ("id: %a\n", "không đúng cú pháp YAML: giá trị bắt đầu bằng ký tự đặc biệt"),
        ('id: "a\n', "không đúng cú pháp YAML: thiếu dấu đóng ngoặc"),
        ("id: a\n  b: c\n d: e\n", "không đúng cú pháp YAML"),
        ("id: >=a\n", "không đúng cú pháp YAML: giá trị bắt đầu bằng > hoặc |"),
        ("id: x\ntitle: a\x00b\n", "dòng 2, cột 9: không đúng cú pháp YAML: có ký tự điều khiển"),
        ("id: a\n---\nid: b\n", "chỉ được có một văn bản"),
        ("id: &a x\ntitle: *a\n", "dấu neo"),
        ("id: !!python/object:os.system x\n", "thẻ"),
        ("id: " + "[" * 40 + "]" * 40, "quá sâu"),
        ("? [a, b]\n: c\n", "tên khóa phải là chữ"),
    ],
)
def test_what_is_no_plain_yaml_is_one_message(text: str, said: str) -> None:
    """Whatever YAML or the plan refuses ends in one message with line and column."""
    error = refusal(text)
    assert said in error.message.text()
    assert "dòng" in error.message.text()
    assert "line" in error.message.text("en")


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    """Nested anchors never get to grow."""
    bomb = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    assert refusal(bomb).message.text().startswith("ke-hoach.yaml, dòng 1, cột 4:")


def test_a_key_written_twice_names_both_lines() -> None:
    """A duplicate key names its line and the first one's."""
    error = refusal(SMALL + "theme: Hai\n")
    assert "dòng 17, cột 1: khóa “theme” lặp lại (lần đầu ở dòng 3)." in error.message.text()


def test_the_builtin_text_is_utf8_with_unix_line_ends() -> None:
    """The plan in the repository is plain UTF-8 text without tabs."""
    assert not {"\r", "\t", "\ufeff"} & set(builtin_text())
