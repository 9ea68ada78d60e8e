"""Body of the council's minutes (biên bản)."""

from __future__ import annotations

from tools.word_templates.blocks import (
    WHOLE_DATE,
    body,
    closing,
    head,
    intro,
    list_body,
    loop_table,
    recipients,
    signer,
    title,
)
from tools.word_templates.markup import (
    KEEP,
    TEXT_PORTRAIT,
    columns,
    control,
    para,
    row,
    section,
    table,
)

_LEADER = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_PORTRAIT}"/></w:tabs>'


def blank(words: str = "", *, keep: bool = False) -> str:
    """A body paragraph that ends in dots up to the right margin, for a person to fill."""
    return para("NoiDung", f"{words}\t", properties=(KEEP if keep else "") + _LEADER)


def minutes() -> str:
    """Draft minutes of the council after form 1.9: who was there, what was said, ballots, result, conclusion."""
    return (
        head(
            [para("CoQuanChuQuan", "{{ cap_tren_hoa }}")],
            [_council_name()],
            "/BB-{{ ky_hieu_hoi_dong }}",
            dated=False,
        )
        + title("BIÊN BẢN", "Họp xét khen thưởng {{ phong_trao }}")
        + _present()
        + _course()
        + _ballots()
        + para("DeMuc", "4. Kết luận của chủ tọa")
        + control("if co_bieu_quyet_tap_the")
        + blank("Số tập thể được thông qua (bằng số và bằng chữ): ", keep=True)
        + control("endif")
        + control("if co_bieu_quyet_ca_nhan")
        + blank("Số cá nhân được thông qua (bằng số và bằng chữ): ", keep=True)
        + control("endif")
        + control("if co_bieu_quyet_tap_the or co_bieu_quyet_ca_nhan")
        + intro(
            "Hội đồng thống nhất đề nghị {{ chu_tich }} tặng {{ ten_hinh_thuc }} cho các tập thể, cá nhân được thông "
            "qua; tổng tiền thưởng: ………………… đồng."
        )
        + control("endif")
        + blank("Ý kiến kết luận: ", keep=True)
        + closing(
            "Cuộc họp kết thúc vào …… giờ ……, "
            + WHOLE_DATE
            + ". Biên bản đã được đọc lại cho những người dự họp cùng nghe và nhất trí thông qua./."
        )
        + _two_signatures()
        + section(first_hidden=True, last=True)
    )


def _council_name() -> str:
    """The council's name in balanced lines, one paragraph."""
    lines = "{% for dong in hoi_dong_dong %}{{ dong }}{% if not loop.last %}|{% endif %}{% endfor %}"
    return para("CoQuanBanHanh", lines).replace("|", '</w:t><w:br/><w:t xml:space="preserve">')


def _present() -> str:
    widths = columns(TEXT_PORTRAIT, 12, 0, 60, 40)
    return (
        body("Thời gian bắt đầu: …… giờ ……, " + WHOLE_DATE + ".")
        + blank("Địa điểm: ")
        + intro("Thành phần tham dự:")
        + loop_table(
            widths,
            ["STT", "Họ và tên", "Chức danh trong Hội đồng", "Có mặt/vắng mặt"],
            "tv in thanh_vien",
            [
                ("BangGiua", "{{ tv.stt }}"),
                ("BangDien", "{{ tv.ten }}"),
                ("BangChu", "{{ tv.vai_tro }}"),
                ("BangDien", ""),
            ],
            caption="Thành phần tham dự",
        )
        + para("SauBang")
        + body(
            "Tổng số thành viên Hội đồng: {% if so_thanh_vien %}{{ so_thanh_vien }}{% else %}……{% endif %}; có mặt: "
            "……; vắng mặt: …… (lý do: ……………………). {{ dieu_kien_hop }}"
        )
        + blank("Khách mời, người báo cáo: ")
        + blank("Chủ tọa: ")
        + blank("Thư ký: ")
        + para("DeMuc", "NỘI DUNG")
    )


def _course() -> str:
    return (
        para("DeMuc", "1. Báo cáo của {{ phong }}")
        + body("{{ ket_qua_chung }}{% if gioi_thieu_cau %} {{ gioi_thieu_cau }}{% endif %}")
        + control("if co_de_nghi")
        + body(
            "{{ phong }} đề nghị tặng {{ ten_hinh_thuc }} cho {{ so_luong_khen }}, tổng tiền thưởng {{ tong_tien }} "
            "đồng (bằng chữ: {{ tong_tien_chu }})."
        )
        + control("endif")
        + control("if khong_tap_the")
        + body("{{ khong_tap_the }}")
        + control("endif")
        + control("if khong_ca_nhan")
        + body("{{ khong_ca_nhan }}")
        + control("endif")
        + control("if khong_de_nghi_cau")
        + body("{{ khong_de_nghi_cau }}")
        + control("endif")
        + control("if co_truong_hop")
        + intro("Có {{ truong_hop_cau }}:")
        + control("for lc in lua_chon")
        + list_body("- {{ lc.ten }}: {{ lc.noi_dung }}")
        + control("endfor")
        + control("for th in nhom_truong_hop")
        + list_body("- {{ th.ten }}{% if th.vi_tri %} ({{ th.vi_tri }}){% endif %}: {{ th.ly_do }}")
        + control("endfor")
        + control("endif")
        + para("DeMuc", "2. Thảo luận")
        + blank("Ý kiến của các thành viên: ")
        + blank()
        + blank()
        + control("if co_truong_hop")
        + blank("Ý kiến về các trường hợp Hội đồng xem xét: ")
        + blank()
        + control("endif")
    )


def _ballots() -> str:
    return (
        para("DeMuc", "3. Bỏ phiếu")
        + control("if co_bieu_quyet_tap_the or co_bieu_quyet_ca_nhan")
        + body("{{ dieu_kien_thong_qua }}")
        + blank("Tổ kiểm phiếu gồm: ")
        + body("Số phiếu phát ra: ……; số phiếu thu về: ……; số phiếu hợp lệ: ……; số phiếu không hợp lệ: …….")
        + control("if lua_chon")
        + blank("Cách chọn khi số trường hợp đạt tỷ lệ nhiều hơn số suất, hoặc bằng phiếu ở suất cuối: ")
        + control("endif")
        + _votes("bieu_quyet_tap_the", "a) Tập thể", "Khối thi đua")
        + _votes("bieu_quyet_ca_nhan", "b) Cá nhân", "Chức vụ, đơn vị")
        + control("else")
        + body("Không có tập thể, cá nhân nào để bỏ phiếu.")
        + control("endif")
    )


def _votes(words: str, name: str, place: str) -> str:
    persons = words.endswith("ca_nhan")
    widths = columns(TEXT_PORTRAIT, 12, 37 if persons else 0, 0 if persons else 28, 14, 14, 12, 13)
    cells = [
        ("BangNhoGiua", "{{ d.stt }}"),
        ("BangNho", "{{ d.ten }}"),
        ("BangNho", "{{ d.vi_tri }}"),
        ("BangDien", ""),
        ("BangDien", ""),
        ("BangDien", ""),
        ("BangDien", ""),
    ]
    return (
        control(f"if co_{words}")
        + para("DeMucNho", name)
        + control(f"for bq in {words}")
        + para("TenBang", "{{ bq.tieu_de }}")
        + loop_table(
            widths,
            [
                "STT",
                "Họ và tên" if persons else "Tên tập thể",
                place,
                "Số phiếu tán thành",
                "Không tán thành",
                "Tỷ lệ (%)",
                "Kết quả",
            ],
            "d in bq.dong",
            cells,
            caption="Kết quả bỏ phiếu",
            head_style="BangNhoDau",
        )
        + para("SauBang")
        + control("endfor")
        + control("endif")
    )


def _two_signatures() -> str:
    widths = columns(TEXT_PORTRAIT, 82, 0)
    secretary = para("QuyenHan", "{{ chuc_danh_thu_ky }}") + para("HoTen", "{{ ten_thu_ky }}")
    rows = [row([secretary, signer()], widths), row([recipients(), para("NoiNhan")], widths)]
    return para("SauBang", properties=KEEP) + table(
        widths,
        [cells.replace('<w:vAlign w:val="center"/>', '<w:vAlign w:val="top"/>') for cells in rows],
        lines=False,
        caption="Chữ ký của thư ký và chủ trì, nơi nhận",
    )
