from __future__ import annotations

import pytest

from tests.word.decree30 import RULES, check
from tests.word.support import SETS, document, edited, rendered, result
from thidua_cli.reports.documents import LETTER, TEMPLATED
from thidua_cli.reports.word import DOCUMENTS, render_docx, template_bytes

BODY, STYLES, HEADER, FIRST = "word/document.xml", "word/styles.xml", "word/header1.xml", "word/header2.xml"


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("set_name", SETS)
def test_every_file_keeps_to_decree_30(name: str, set_name: str) -> None:
    """Every produced file, the stress sets included, passes the format checker."""
    content = rendered(set_name).get(f"{name}.docx")

    assert [] == ([] if content is None else check(content))


@pytest.mark.parametrize("set_name", SETS)
def test_the_letter_of_reminders_keeps_to_decree_30(set_name: str) -> None:
    """The letter to the units passes the same checker in every set, the stress sets included."""
    assert [] == check(render_docx(result(set_name), LETTER, charts={}))


@pytest.mark.parametrize("name", TEMPLATED)
def test_every_template_keeps_to_decree_30(name: str) -> None:
    """Every template passes the format checker before it is filled."""
    assert [] == check(template_bytes(name)[0], template=True)


def _style(style: str, old: str, new: str) -> tuple[str, str, str]:
    """An edit inside one style: from its id to the wanted words."""
    from tests.word.ooxml import WordFile
    from thidua_cli.reports.word import template_bytes as built_in

    xml = WordFile(built_in("bao-cao")[0]).archive.read(STYLES).decode()
    start = xml.index(f'w:styleId="{style}"')
    end = xml.index("</w:style>", start)
    before = xml[start:end]
    assert old in before
    return STYLES, before, before.replace(old, new)


SIZE_10 = '<w:sz w:val="20"/>'
BROKEN: list[tuple[str, str, tuple[str, str, str]]] = [
    ("paper", "to-trinh", (BODY, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')),
    ("margins", "to-trinh", (BODY, 'w:left="1701"', 'w:left="1134"')),
    ("fonts", "to-trinh", (STYLES, 'w:eastAsia="Times New Roman"', 'w:eastAsia="Arial"')),
    ("fonts", "to-trinh", (BODY, "<w:r><w:t", '<w:r><w:rPr><w:rFonts w:ascii="Calibri"/></w:rPr><w:t')),
    ("black", "to-trinh", (STYLES, '<w:color w:val="000000"/>', '<w:color w:val="FF0000"/>')),
    ("page_number", "to-trinh", (HEADER, " PAGE ", " DATE ")),
    ("page_number", "to-trinh", (STYLES, *_style("Header", '<w:jc w:val="center"/>', "")[1:])),
    ("page_number", "to-trinh", (BODY, 'w:fmt="decimal"', 'w:fmt="upperRoman"')),
    ("page_number", "to-trinh", (BODY, 'w:header="510"', 'w:header="1200"')),
    ("first_page_hidden", "to-trinh", (BODY, "<w:titlePg/>", "")),
    ("appendix_numbering", "bao-cao", (BODY, ' w:start="1"', "")),
    ("language", "to-trinh", (STYLES, '<w:lang w:val="vi-VN"', '<w:lang w:val="en-US"')),
    ("nation", "to-trinh", _style("QuocHieu", "<w:b/>", "")),
    ("motto", "to-trinh", _style("TieuNgu", '<w:sz w:val="26"/>', SIZE_10)),
    ("motto", "to-trinh", _style("KeDai", 'w:val="single"', 'w:val="none"')),
    ("head", "to-trinh", (BODY, "CỘNG HÒA", "CỘNG HOÀ")),
    ("agency", "to-trinh", _style("CoQuanBanHanh", "<w:b/>", "")),
    ("agency_line", "to-trinh", (BODY, "PHÒNG NỘI VỤ", "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN")),
    ("number_line", "to-trinh", (BODY, "/TTr-PNV", "/ TTr - PNV")),
    ("place_and_date", "to-trinh", _style("DiaDanh", "<w:i/>", "")),
    ("kind", "to-trinh", _style("TrichYeu", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>')),
    ("kind_line", "to-trinh", _style("KeNgan", 'w:val="single"', 'w:val="none"')),
    ("bases", "to-trinh", _style("CanCu", "<w:i/>", "")),
    ("body", "to-trinh", _style("NoiDung", '<w:jc w:val="both"/>', '<w:jc w:val="left"/>')),
    ("body", "to-trinh", _style("NoiDung", 'w:firstLine="720"', 'w:firstLine="300"')),
    ("body", "to-trinh", _style("NoiDung", 'w:before="0" w:after="120"', 'w:before="0" w:after="60"')),
    ("body", "to-trinh", _style("NoiDung", 'w:line="240"', 'w:line="480"')),
    ("body", "to-trinh", _style("NoiDung", '<w:sz w:val="26"/>', SIZE_10)),
    ("articles", "quyet-dinh", (BODY, '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Điều', "<w:r><w:t>Điều")),
    ("signature", "to-trinh", _style("QuyenHan", "<w:b/>", "")),
    ("recipients", "to-trinh", _style("NoiNhan", '<w:sz w:val="22"/>', '<w:sz w:val="28"/>')),
    ("archive_line", "to-trinh", (BODY, "- Lưu: VT", "- Như trên")),
    ("appendix", "danh-sach", _style("KemTheo", "<w:i/>", "")),
    ("appendix", "bao-cao", (BODY, ">Phụ lục II<", ">Phụ lục III<")),
    ("tables", "danh-sach", (BODY, "<w:tblHeader/>", "")),
    ("tables", "danh-sach", (BODY, "<w:cantSplit/>", "")),
    ("pictures", "bao-cao", (BODY, " descr=", " title=")),
    ("drawn_lines_only", "to-trinh", (BODY, "Kính gửi:", "_____")),
    ("end_mark", "to-trinh", (BODY, "./.", ".")),
    ("no_empty_pages", "to-trinh", (BODY, "</w:body>", "<w:sectPr/></w:body>")),
    ("controls_gone", "to-trinh", (BODY, 'w:val="KinhGui"', 'w:val="DieuKhien"')),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "name", "edit"), BROKEN)
def test_the_checker_fails_on_a_file_that_breaks_the_rule(rule: str, name: str, edit: tuple[str, str, str]) -> None:
    """One edit that breaks a rule makes the checker name that rule."""
    found = check(edited(document(name), *edit))

    assert rule in {text.split(":")[0] for text in found}


def test_every_rule_has_a_file_that_breaks_it() -> None:
    """No rule of the checker goes without a fixture that makes it fail."""
    assert {rule.__name__ for rule in RULES} == {rule for rule, _, _ in BROKEN}
