from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.word.decree30 import check
from tests.word.support import edited, result, text
from thidua_cli.errors import TemplateError
from thidua_cli.reports.documents import TEMPLATED
from thidua_cli.reports.word import (
    check_templates,
    render_docx,
    template_bytes,
    template_guide,
    template_words,
)
from thidua_cli.reports.word.check import mistakes
from thidua_cli.reports.word.context import build, for_document
from thidua_cli.reports.word.pictures import chart_source
from thidua_cli.reports.word.words import Word
from tools.make_templates import GUIDE
from tools.make_templates import build as build_templates

BODY = "word/document.xml"


def _problems(document: str, old: str, new: str) -> list[tuple[str, str]]:
    """Place and message of every mistake after one edit of a built-in template's body."""
    found = mistakes(edited(template_bytes(document)[0], BODY, old, new, 1))
    return [(mistake.place.said.text(), mistake.said.text()) for mistake in found]


def test_the_built_in_templates_are_those_that_the_script_makes() -> None:
    """The templates in the package are, to the byte, what the script builds."""
    assert {name: template_bytes(name)[0] for name in TEMPLATED} == build_templates()


def test_the_guide_is_the_one_that_the_vocabulary_makes() -> None:
    """The page of template words is generated from the code and up to date."""
    assert GUIDE.read_text(encoding="utf-8") == template_guide()


@pytest.mark.parametrize("name", TEMPLATED)
def test_the_built_in_templates_have_no_mistake(name: str) -> None:
    """Every built-in template uses known words alone."""
    assert [] == mistakes(template_bytes(name)[0])


def _differences(path: str, words: Mapping[str, Word], values: Mapping[str, object]) -> list[str]:
    """Where a context and the vocabulary disagree, in names and kinds."""
    made = [f"{path}{name}" for name in words.keys() ^ values.keys()]
    kinds = {str: "text", bool: "flag", list: "list"}
    for name in words.keys() & values.keys():
        word, value = words[name], values[name]
        if kinds.get(type(value), "picture") != word.kind:
            made.append(f"{path}{name} is no {word.kind}")
        for item in value if isinstance(value, list) else []:
            if isinstance(item, dict):
                made += _differences(f"{path}{name}.", {field.name: field for field in word.fields}, item)
    return made


@pytest.mark.parametrize("name", TEMPLATED)
def test_every_word_has_a_value_and_every_value_a_word(name: str) -> None:
    """The vocabulary and the context that fills the templates hold the same names and kinds."""
    values = {**build(result(), chart_source(result(), None)), **for_document(result(), name)}

    assert [] == _differences("", template_words(), values)


def test_an_unknown_word_is_named_with_its_paragraph_and_the_nearest() -> None:
    """A misspelled word is told with its place and the nearest valid word."""
    found = _problems("to-trinh", "{{ chu_tich }} xem", "{{ chu_tic }} xem")

    assert 1 == len(found)
    assert found[0][0].startswith("đoạn ")
    assert "không có từ “chu_tic”; gần nhất là “chu_tich”." == found[0][1]


def test_an_unknown_word_in_a_table_is_named_with_its_cell() -> None:
    """A misspelled word of a list's item is told with table, row and cell."""
    assert [("bảng 1, dòng 3, ô 5", "không có từ “tt.thanhtich”; gần nhất là “tt.thanh_tich”.")] == _problems(
        "danh-sach", "{{ tt.thanh_tich }}", "{{ tt.thanhtich }}"
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{%p for can_cu in cac_can_cu %}", "{%p for can_cu in cac_canh_cu %}", "không có từ “cac_canh_cu”"),
        ("{%p for can_cu in cac_can_cu %}", "{%p for can_cu in phong %}", "“phong” không phải là danh sách"),
        ("{%p endfor %}", "", "chưa được đóng bằng {% endfor %}"),
        ("{%p for can_cu in cac_can_cu %}", "", "không có khối mở tương ứng"),
        ("{{ phong }} kính", "phong }} kính", "không có dấu đi cùng"),
        ("{{ phong }} kính", "{{ phong + }} kính", "không đọc được"),
        ("{{ phong }} kính", "{% set x = 1 %} kính", "không dùng được lệnh “set”"),
        ("{{ phong }} kính", "{{ phong|khong_co }} kính", "không đọc được"),
        ("{%p if trien_khai %}", "{%tr if trien_khai %}", "chỉ dùng được trong bảng"),
        ("{%p for can_cu in cac_can_cu %}", "{%p for can_cu in range(9) %}", "viết theo dạng"),
    ],
)
def test_every_kind_of_mistake_has_its_message(old: str, new: str, message: str) -> None:
    """Each mistake of a template is told in its own words."""
    assert any(message in words for _, words in _problems("to-trinh", old, new))


def test_all_mistakes_of_all_files_come_at_once(tmp_path: Path) -> None:
    """One message lists the mistakes of every template in the folder."""
    for name, word in (("to-trinh", "{{ phongg }}"), ("bao-cao", "{{ namm }}")):
        broken = edited(template_bytes(name)[0], BODY, "{{ phong }}", word, 2)
        (tmp_path / f"{name}.docx").write_bytes(broken)

    with pytest.raises(TemplateError) as caught:
        check_templates(tmp_path)

    lines = caught.value.text().splitlines()
    assert "Các mẫu Word có 4 lỗi:" == lines[0]
    assert 2 == sum(line.startswith("to-trinh.docx, ") for line in lines)
    assert 2 == sum(line.startswith("bao-cao.docx, ") for line in lines)
    assert "the nearest is “phong”" in caught.value.text("en")


def test_a_file_that_is_no_word_file_is_named(tmp_path: Path) -> None:
    """A template that is no .docx is one message, no traceback."""
    (tmp_path / "to-trinh.docx").write_bytes(b"PK nothing")

    with pytest.raises(TemplateError, match=r"to-trinh\.docx, tệp: không phải tệp Word"):
        check_templates(tmp_path)


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    """A folder of templates that does not exist is one message."""
    with pytest.raises(TemplateError, match="không có thư mục mẫu này"):
        check_templates(tmp_path / "mau")


def test_a_folder_without_templates_is_named(tmp_path: Path) -> None:
    """A folder that holds no template is one message, not silence."""
    with pytest.raises(TemplateError, match="không có mẫu nào"):
        render_docx(result(), "to-trinh", templates=tmp_path)


def test_a_misnamed_template_is_named_with_the_nearest_name(tmp_path: Path) -> None:
    """A file whose name is nearly that of a template is told, so that it is not passed over in silence."""
    (tmp_path / "To_trinh.docx").write_bytes(template_bytes("to-trinh")[0])

    with pytest.raises(
        TemplateError, match=r"To_trinh\.docx, tên tệp: không phải tên mẫu; gần nhất là “to-trinh\.docx”"
    ):
        check_templates(tmp_path)


def test_a_zip_that_is_no_word_file_is_named(tmp_path: Path) -> None:
    """A package that lacks the parts of a Word file is one message, no traceback."""
    broken = edited(template_bytes("to-trinh")[0], "_rels/.rels", "officeDocument", "nothing")
    (tmp_path / "to-trinh.docx").write_bytes(broken)

    with pytest.raises(TemplateError, match="không phải tệp Word"):
        check_templates(tmp_path)


def test_the_office_can_write_its_own_words(tmp_path: Path) -> None:
    """A sentence changed in the office's template stands in the document; other documents keep the built-in one."""
    own = edited(template_bytes("to-trinh")[0], BODY, "kính trình", "trân trọng kính trình")
    (tmp_path / "to-trinh.docx").write_bytes(own)

    assert "Phòng Nội vụ trân trọng kính trình" in text(render_docx(result(), "to-trinh", templates=tmp_path))
    assert "QUYẾT ĐỊNH:" in text(render_docx(result(), "quyet-dinh", templates=tmp_path))


@pytest.mark.parametrize(
    "attack", ["{{ so_don_vi + 1 }}", "{{ ''.__class__ }}", "{{ phong.__class__.__mro__ }}", "{{ loop.__init__ }}"]
)
def test_a_template_cannot_reach_outside_its_words(tmp_path: Path, attack: str) -> None:
    """Attributes of Python objects cannot be reached from a template, and a wrong sum is one message."""
    own = edited(template_bytes("to-trinh")[0], BODY, "{{ phong }} kính", f"{attack} kính", 1)
    (tmp_path / "to-trinh.docx").write_bytes(own)

    with pytest.raises(TemplateError):
        render_docx(result(), "to-trinh", templates=tmp_path)


def test_tags_split_over_runs_are_read(tmp_path: Path) -> None:
    """A word that Word has split into several runs is still found and filled."""
    split = "{{ ph</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ong }} kính"
    own = edited(template_bytes("to-trinh")[0], BODY, "{{ phong }} kính", split, 1)
    (tmp_path / "to-trinh.docx").write_bytes(own)

    assert "Phòng Nội vụ kính" in text(render_docx(result(), "to-trinh", templates=tmp_path))


def test_lines_are_known_when_a_program_has_renamed_the_style_ids(tmp_path: Path) -> None:
    """A program that saves the template under other style ids does not spoil the drawn lines."""
    own = template_bytes("to-trinh")[0]
    for part in (BODY, "word/styles.xml"):
        own = edited(own, part, '"KeNgan"', '"ngkmtphn"')
    (tmp_path / "to-trinh.docx").write_bytes(own)

    assert [] == check(render_docx(result(), "to-trinh", templates=tmp_path))
