"""The styles of the templates: one per component of a document, as Decree 30/2020/NĐ-CP (Appendix I) sets them.

Sizes are half-points, spacing twips. Staff see the Vietnamese names; the ids stay stable, since the lines under titles
are measured by them (``reports/word/lines.py``).
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.word_templates.markup import NAMESPACES

FONT = "Times New Roman"
_FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
INDENT = 720
"""First-line indent of the body: 1,27 cm."""


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style.

    ``line`` is the line spacing in 240ths (240 single; twips if ``rule`` is exact), ``extra`` raw paragraph XML.
    """

    id: str
    name: str
    size: int
    bold: bool = False
    italic: bool = False
    align: str = "left"
    first_line: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    keep: bool = False
    outline: int | None = None
    extra: str = ""


def _line(style: str, name: str) -> Style:
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    return Style(style, name, 8, align="center", before=50, extra=border)


_BODY = {"align": "both", "first_line": INDENT, "after": 120}
_HEADING = {**_BODY, "before": 120}

STYLES = (
    Style("QuocHieu", "Quốc hiệu", 24, bold=True, align="center"),
    Style("TieuNgu", "Tiêu ngữ", 26, bold=True, align="center"),
    Style("CoQuanChuQuan", "Cơ quan chủ quản", 24, align="center"),
    Style("CoQuanBanHanh", "Cơ quan ban hành", 24, bold=True, align="center"),
    _line("KeDai", "Đường kẻ dài bằng chữ"),
    _line("KeNgan", "Đường kẻ một phần ba đến một nửa chữ"),
    Style("SoKyHieu", "Số, ký hiệu", 26, align="center", before=60),
    Style("TrichYeuCongVan", "Trích yếu công văn", 24, align="center", before=60),
    Style("DiaDanh", "Địa danh, thời gian", 26, italic=True, align="center", before=60),
    Style("TenLoai", "Tên loại văn bản", 28, bold=True, align="center", before=240, keep=True),
    Style("TrichYeu", "Trích yếu", 28, bold=True, align="center", keep=True),
    Style("KinhGui", "Kính gửi", 26, align="center", before=240, after=120),
    Style("KinhGuiDong", "Kính gửi (từng dòng)", 26, align="center", after=60),
    Style("CanCu", "Căn cứ", 26, italic=True, **_BODY),  # type: ignore[arg-type]
    Style("NoiDung", "Nội dung", 26, **_BODY),  # type: ignore[arg-type]
    Style("DeMuc", "Đề mục", 26, bold=True, keep=True, outline=0, **_HEADING),  # type: ignore[arg-type]
    Style("DeMucNho", "Đề mục nhỏ", 26, bold=True, keep=True, outline=1, **_HEADING),  # type: ignore[arg-type]
    Style("Dieu", "Điều", 26, **_BODY),  # type: ignore[arg-type]
    Style("QuyetDinh", "Quyết định (dòng giữa)", 26, bold=True, align="center", before=120, after=120, keep=True),
    Style("QuyenHan", "Quyền hạn, chức vụ người ký", 26, bold=True, align="center", keep=True),
    Style("HoTen", "Họ tên người ký", 26, bold=True, align="center", before=1160),
    Style("NoiNhanDau", "Nơi nhận (từ đầu)", 24, bold=True, italic=True, keep=True),
    Style("NoiNhan", "Nơi nhận (danh sách)", 22),
    Style("PhuLuc", "Phụ lục (số)", 28, bold=True, align="center", keep=True, outline=0),
    Style("TenPhuLuc", "Phụ lục (tên)", 28, bold=True, align="center", keep=True),
    Style("KemTheo", "Phụ lục (kèm theo)", 26, italic=True, align="center", after=120, keep=True),
    Style("BangDau", "Bảng, dòng đầu", 24, bold=True, align="center", before=40, after=40, keep=True),
    Style("BangChu", "Bảng, chữ", 24, before=40, after=40),
    Style("BangDeu", "Bảng, chữ căn đều", 24, align="both", before=40, after=40),
    Style("BangGiua", "Bảng, giữa ô", 24, align="center", before=40, after=40),
    Style("BangDien", "Bảng, ô để điền", 24, align="center", before=40, after=40),
    Style("BangSo", "Bảng, số", 24, align="right", before=40, after=40),
    Style("BangCong", "Bảng, dòng cộng", 24, bold=True, align="center", before=40, after=40, keep=True),
    Style("BangCongSo", "Bảng, số cộng", 24, bold=True, align="right", before=40, after=40, keep=True),
    Style("BangNho", "Bảng, chữ nhỏ", 22, before=20, after=20),
    Style("BangNhoGiua", "Bảng, chữ nhỏ giữa ô", 22, align="center", before=20, after=20),
    Style("BangNhoDau", "Bảng, chữ nhỏ dòng đầu", 22, bold=True, align="center", before=20, after=20, keep=True),
    Style("TenBang", "Tên bảng, biểu đồ", 26, italic=True, align="center", before=120, after=60, keep=True),
    Style("TenHinh", "Tên hình", 26, italic=True, align="center", after=120),
    Style("HinhAnh", "Hình, biểu đồ", 28, align="center", before=60, after=60),
    Style("SauBang", "Khoảng cách sau bảng", 12),
    Style("NgatTrang", "Ngắt phần", 2, line=20, rule="exact"),
    Style("DieuKhien", "Dòng điều khiển", 24),
)


def _style_xml(style: Style) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        f"{'<w:keepNext/><w:keepLines/>' if style.keep else ''}{style.extra}"
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{style.line}" '
        f'w:lineRule="{style.rule}"/>'
        f"{f'<w:ind w:firstLine={chr(34)}{style.first_line}{chr(34)}/>' if style.first_line else ''}"
        f'<w:jc w:val="{style.align}"/>'
        f"{f'<w:outlineLvl w:val={chr(34)}{style.outline}{chr(34)}/>' if style.outline is not None else ''}"
        f"</w:pPr><w:rPr>{'<w:b/><w:bCs/>' if style.bold else ''}{'<w:i/><w:iCs/>' if style.italic else ''}"
        f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/></w:rPr></w:style>'
    )


def styles_xml() -> str:
    """The part ``word/styles.xml``."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:rPr>{_FONTS}<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:style>'
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    header = (
        '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>'
    )
    return f"<w:styles {NAMESPACES}>{defaults}{normal}{table}{header}{''.join(map(_style_xml, STYLES))}</w:styles>"
