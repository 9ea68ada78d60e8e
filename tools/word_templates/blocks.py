"""Blocks that several documents share: the head, the signature block, the head of an appendix, the list tables."""

from __future__ import annotations

from collections.abc import Sequence

from tools.word_templates.markup import (
    KEEP,
    TEXT_LANDSCAPE,
    TEXT_PORTRAIT,
    columns,
    control,
    control_row,
    para,
    row,
    run,
    table,
)

BLANK_DATE = "ngày      tháng      năm {{ nam_van_ban }}"
WHOLE_DATE = "\u00a0".join(BLANK_DATE.split(" ")).replace("{{\u00a0nam_van_ban\u00a0}}", "{{ nam_van_ban }}")
"""The same for running text: no line breaks inside it."""
OPEN_DATE = "ngày      tháng      năm           "
"""The same where the year is not known beforehand either."""
NUMBER = "Số:        "


def head(above: Sequence[str], below: Sequence[str], symbol: str, *, dated: bool = True, about: str = "") -> str:
    """Names of the superior and the issuing body, national title, number and date line, with their drawn lines.

    Minutes (form 1.9 of the decree) have no date line (``dated``): time and place stand in their body. A letter (form
    1.5) has no title of its own: what it is ``about`` stands under its number. It is sent when it is needed, in the
    year or after it.
    """
    widths = columns(TEXT_PORTRAIT, 72, 0)
    left = "".join([*above, *below, para("KeNgan")])
    right = (
        para("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + para("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + para("KeDai")
    )
    second = [
        para("SoKyHieu", NUMBER + symbol) + (para("TrichYeuCongVan", about) if about else ""),
        para("DiaDanh", "{{ dia_danh }}, " + (OPEN_DATE if about else BLANK_DATE)) if dated else para("DiaDanh"),
    ]
    cells = row([left, right], widths).replace('<w:vAlign w:val="center"/>', '<w:vAlign w:val="top"/>')
    return table(widths, [cells, row(second, widths)], lines=False, caption="Phần đầu văn bản")


def office_head(symbol: str, about: str = "") -> str:
    """The head of what the office itself issues."""
    above, below = [para("CoQuanChuQuan", "{{ cap_tren_hoa }}")], [para("CoQuanBanHanh", "{{ phong_hoa }}")]
    return head(above, below, symbol, about=about)


def title(kind: str, about: str) -> str:
    """Name of the kind of document, what it is about, and the line below."""
    return para("TenLoai", kind) + para("TrichYeu", about) + para("KeNgan") + para("SauBang")


def bases(last: str = "{% if loop.last %}.{% else %};{% endif %}") -> str:
    """The legal bases, one a line."""
    return control("for can_cu in cac_can_cu") + para("CanCu", "{{ can_cu }}" + last) + control("endfor")


def body(*parts: str) -> str:
    """A paragraph of the body."""
    return para("NoiDung", *parts)


def intro(*parts: str) -> str:
    """A paragraph that announces what follows and stays with it."""
    return para("NoiDung", *parts, properties=KEEP)


def closing(*parts: str) -> str:
    """The last paragraph of the body, kept with the signature block that follows."""
    return para("NoiDung", *parts, properties=KEEP + "<w:keepLines/>")


def signature() -> str:
    """“Nơi nhận” beside the signature, never torn apart."""
    widths = columns(TEXT_PORTRAIT, 82, 0)
    cells = row([recipients(), signer()], widths).replace('<w:vAlign w:val="center"/>', '<w:vAlign w:val="top"/>')
    return para("SauBang", properties=KEEP) + table(widths, [cells], lines=False, caption="Nơi nhận và chữ ký")


def recipients() -> str:
    """“Nơi nhận:” and its list."""
    return (
        para("NoiNhanDau", "Nơi nhận:")
        + control("for noi in noi_nhan")
        + para("NoiNhan", "- {{ noi }}{% if loop.last %}.{% else %};{% endif %}")
        + control("endfor")
    )


def signer() -> str:
    """The lines of authority and the name, with room for the signature between."""
    return (
        control("for dong in chuc_danh_ky")
        + para("QuyenHan", "{{ dong }}")
        + control("endfor")
        + para("HoTen", "{{ nguoi_ky }}")
    )


def appendix(number: str, name: str, attached: str) -> str:
    """The head of an appendix: its word, its name, what it is attached to."""
    return para("PhuLuc", number) + para("TenPhuLuc", name) + para("KemTheo", attached)


def loop_table(
    widths: Sequence[int],
    heads: Sequence[str],
    loop: str,
    cells: Sequence[tuple[str, str]],
    *,
    caption: str,
    total: Sequence[str] = (),
    head_style: str = "BangDau",
) -> str:
    """A table with a head that repeats and one row per item of ``loop``; ``total`` rows come last."""
    return table(
        widths,
        [
            row([para(head_style, word) for word in heads], widths, head=True),
            control_row(f"for {loop}", widths),
            row([para(style, text) for style, text in cells], widths),
            control_row("endfor", widths),
            *total,
        ],
        caption=caption,
    )


def _total_row(widths: Sequence[int], words: str) -> str:
    return row([para("BangCong", words)], widths, spans=[len(widths)])


def addressed(first: str = "Kính gửi: ") -> str:
    """Kính gửi: one addressee in a line, several one below the other."""
    return (
        control("if kinh_gui|length == 1")
        + para("KinhGui", first + "{% for noi in kinh_gui %}{{ noi }}{% endfor %}.")
        + control("else")
        + para("KinhGui", first.strip())
        + control("for noi in kinh_gui")
        + para("KinhGuiDong", "- {{ noi }}{% if loop.last %}.{% else %};{% endif %}")
        + control("endfor")
        + control("endif")
    )


def list_body(text: str) -> str:
    """A paragraph of a list, which stays whole."""
    return para("NoiDung", text, properties="<w:keepLines/>")


def award_lists() -> str:
    """The lists of the annex: collectives, persons, cases for the council, who met everything and is not proposed."""
    return (
        para("DeMuc", "I. TẬP THỂ")
        + control("if co_tap_the")
        + _collectives()
        + control("else")
        + body("{{ khong_tap_the }}")
        + control("endif")
        + para("DeMuc", "II. CÁ NHÂN")
        + control("if co_ca_nhan")
        + _persons()
        + control("else")
        + body("{{ khong_ca_nhan }}")
        + control("endif")
        + control("if co_de_nghi")
        + grand_total()
        + control("endif")
    )


def grand_total() -> str:
    """The total of both lists, in figures and words."""
    return body(
        run("Tổng cộng: {{ so_luong_khen }}; tổng tiền thưởng {{ tong_tien }} đồng ", bold=True),
        run("(bằng chữ: {{ tong_tien_chu }}).", italic=True),
    )


def _collectives() -> str:
    widths = columns(TEXT_LANDSCAPE, 12, 50, 28, 16, 0, 22, 25)
    return loop_table(
        widths,
        ["STT", "Tên tập thể", "Khối thi đua", "Xếp hạng", "Thành tích", "Hình thức", "Tiền thưởng (đồng)"],
        "tt in tap_the",
        [
            ("BangGiua", "{{ tt.stt }}"),
            ("BangChu", "{{ tt.ten }}"),
            ("BangChu", "{{ tt.khoi }}"),
            ("BangGiua", "{{ tt.hang }}"),
            ("BangDeu", "{{ tt.thanh_tich }}"),
            ("BangGiua", "{{ tt.hinh_thuc }}"),
            ("BangSo", "{{ tt.tien }}"),
        ],
        caption="Danh sách tập thể đề nghị tặng Giấy khen",
        total=[
            _total_row(
                widths,
                "Cộng: {{ so_tap_the }} tập thể; tiền thưởng {{ tong_tien_tap_the }} đồng "
                "(bằng chữ: {{ tong_tien_tap_the_chu }})",
            )
        ],
    )


def _persons() -> str:
    widths = columns(TEXT_LANDSCAPE, 12, 42, 30, 44, 0, 22, 25)
    return loop_table(
        widths,
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Thành tích", "Hình thức", "Tiền thưởng (đồng)"],
        "cn in ca_nhan",
        [
            ("BangGiua", "{{ cn.stt }}"),
            ("BangChu", "{{ cn.ten }}"),
            ("BangChu", "{{ cn.chuc_vu }}"),
            ("BangChu", "{{ cn.don_vi }}"),
            ("BangDeu", "{{ cn.thanh_tich }}"),
            ("BangGiua", "{{ cn.hinh_thuc }}"),
            ("BangSo", "{{ cn.tien }}"),
        ],
        caption="Danh sách cá nhân đề nghị tặng Giấy khen",
        total=[
            _total_row(
                widths,
                "Cộng: {{ so_ca_nhan }} cá nhân; tiền thưởng {{ tong_tien_ca_nhan }} đồng "
                "(bằng chữ: {{ tong_tien_ca_nhan_chu }})",
            )
        ],
    )


def reasons_table(total: int, item: str, words: str, reason: str, place: str) -> str:
    """Units and persons with where they stand and a reason: the cases, or who is not proposed."""
    inner = total / (1440 / 25.4)
    return loop_table(
        columns(total, 12, 0.24 * inner, 0.26 * inner, 0),
        ["STT", "Tập thể, cá nhân", place, reason],
        f"{item} in {words}",
        [
            ("BangGiua", f"{{{{ {item}.stt }}}}"),
            ("BangChu", f"{{{{ {item}.ten }}}}"),
            ("BangChu", f"{{{{ {item}.vi_tri }}}}"),
            ("BangDeu", f"{{{{ {item}.ly_do }}}}"),
        ],
        caption=reason,
    )
