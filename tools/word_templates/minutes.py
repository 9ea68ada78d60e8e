"""Body of the council's minutes (biên bản)."""

from __future__ import annotations

from tools.word_templates.blocks import (
    WHOLE_DATE,
    body,
    closing,
    head,
    intro,
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
    run,
    section,
    table,
)

_LEADER = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_PORTRAIT}"/></w:tabs>'


def blank(words: str = "", *, keep: bool = False) -> str:
    """A body paragraph that ends in dots up to the right margin, for a person to fill."""
    return para("NoiDung", f"{words}\t", properties=(KEEP if keep else "") + _LEADER)


def minutes() -> str:
    """Draft minutes of the council: what was reported, cases, votes left to fill in, conclusion."""
    return (
        head(
            [para("CoQuanChuQuan", "{{ cap_tren_hoa }}")],
            [_council_name()],
            "/BB-HĐTĐKT",
        )
        + title("BIÊN BẢN", "Họp xét khen thưởng {{ phong_trao }}")
        + _present()
        + _reported()
        + _cases()
        + _votes()
        + para("DeMuc", "4. Kết luận")
        + blank()
        + blank()
        + blank()
        + closing(
            "Cuộc họp kết thúc vào …… giờ ……, "
            + WHOLE_DATE
            + ". Biên bản đã được đọc lại cho những người dự họp cùng nghe, thống nhất và ký tên./."
        )
        + _two_signatures()
        + section(first_hidden=True, last=True)
    )


def _council_name() -> str:
    """The council's name in balanced lines, one paragraph."""
    lines = "{% for dong in hoi_dong_dong %}{{ dong }}{% if not loop.last %}|{% endif %}{% endfor %}"
    return para("CoQuanBanHanh", lines).replace("|", '</w:t><w:br/><w:t xml:space="preserve">')


def _present() -> str:
    widths = columns(TEXT_PORTRAIT, 12, 58, 50, 0)
    return (
        body("Thời gian bắt đầu: …… giờ ……, " + WHOLE_DATE + ".")
        + blank("Địa điểm: ")
        + blank("Chủ trì: ")
        + blank("Thư ký: ")
        + intro("Thành phần dự họp:")
        + loop_table(
            widths,
            ["STT", "Họ và tên", "Chức danh trong Hội đồng", "Có mặt/vắng mặt"],
            "tv in thanh_vien",
            [
                ("BangGiua", "{{ tv.stt }}"),
                ("BangChu", "{{ tv.ten }}"),
                ("BangChu", "{{ tv.vai_tro }}"),
                ("BangGiua", ""),
            ],
            caption="Thành phần dự họp",
        )
        + para("SauBang")
        + body(
            "Tổng số thành viên Hội đồng: {% if so_thanh_vien %}{{ so_thanh_vien }}{% else %}……{% endif %}; có mặt: "
            "……; vắng mặt: …… (lý do: ……………………)."
        )
        + body("{{ dieu_kien_hop }}")
        + control("if ghi_chu_hoi_dong")
        + body(run("Ghi chú: {{ ghi_chu_hoi_dong }}", italic=True))
        + control("endif")
    )


def _reported() -> str:
    return (
        para("DeMuc", "1. Báo cáo kết quả phong trào")
        + intro("{{ phong }} báo cáo {{ hoi_dong }} kết quả {{ phong_trao }}:")
        + body("{{ ket_qua_chung }}")
        + control("for tc in tieu_chi")
        + body("- {{ tc.nhan }} ({{ tc.ten }}): {{ tc.ket_qua }}")
        + control("endfor")
        + control("if co_de_nghi")
        + body(
            "{{ phong }} đề nghị tặng {{ ten_hinh_thuc }} cho {{ so_luong_khen }}, tổng tiền thưởng {{ tong_tien }} "
            "đồng (bằng chữ: {{ tong_tien_chu_thuong }})."
        )
        + control("else")
        + body("Không có tập thể, cá nhân nào đạt đủ điều kiện để đề nghị tặng {{ ten_hinh_thuc }}.")
        + control("endif")
    )


def _cases() -> str:
    return (
        para("DeMuc", "2. Các trường hợp trình Hội đồng xem xét")
        + control("if co_truong_hop")
        + control("for th in truong_hop")
        + para("DeMucNho", "2.{{ th.stt }}. {{ th.ten }}{% if th.vi_tri %} ({{ th.vi_tri }}){% endif %}")
        + body("Nội dung cần xem xét: {{ th.ly_do }}")
        + control("if th.so_lieu")
        + body("Số liệu: {{ th.so_lieu }}")
        + control("endif")
        + intro("Phương án: {{ th.phuong_an }}")
        + blank("Hội đồng quyết định: ")
        + control("endfor")
        + control("else")
        + body("Không có trường hợp nào.")
        + control("endif")
    )


def _votes() -> str:
    widths = columns(TEXT_PORTRAIT, 12, 0, 24, 24, 20, 30)
    return (
        para("DeMuc", "3. Biểu quyết")
        + control("if co_bieu_quyet")
        + intro("{{ dieu_kien_thong_qua }} Kết quả như sau:")
        + loop_table(
            widths,
            ["STT", "Tập thể/cá nhân", "Số phiếu tán thành", "Không tán thành", "Tỷ lệ (%)", "Kết quả"],
            "bq in bieu_quyet",
            [("BangGiua", "{{ bq.stt }}"), ("BangChu", "{{ bq.ten }}"), *[("BangGiua", "")] * 4],
            caption="Kết quả biểu quyết",
        )
        + para("SauBang")
        + control("else")
        + body("Không có tập thể, cá nhân nào để biểu quyết.")
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
