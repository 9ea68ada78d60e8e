"""Body of the report on results (báo cáo)."""

from __future__ import annotations

from tools.word_templates.blocks import (
    BLANK_DATE,
    addressed,
    appendix,
    body,
    closing,
    intro,
    list_body,
    loop_table,
    office_head,
    signature,
    title,
)
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
    section,
    table,
)
from tools.word_templates.minutes import blank


def report() -> str:
    """Report on results: steering, totals, criteria, standings, strengths, shortcomings, proposals, appendices."""
    return (
        office_head("/BC-{{ ky_hieu_phong }}")
        + title("BÁO CÁO", "Kết quả {{ phong_trao }}")
        + addressed()
        + _steering()
        + _results()
        + _standings()
        + _assessment()
        + _proposals()
        + section(first_hidden=True)
        + appendix("Phụ lục I", "KẾT QUẢ CỦA TỪNG ĐƠN VỊ THEO TỪNG TIÊU CHÍ", _attached())
        + _matrix()
        + section(landscape=True, first_hidden=True, restart=True)
        + control("if co_so_lieu_luu_y")
        + appendix(
            "Phụ lục II", "SỐ LIỆU CẦN LƯU Ý CỦA ĐƠN VỊ CÓ TẬP THỂ, CÁ NHÂN ĐƯỢC ĐỀ NGHỊ, TRÌNH HỘI ĐỒNG", _attached()
        )
        + _contested()
        + control("endif")
        + section(first_hidden=True, restart=True, last=True)
    )


def _steering() -> str:
    return (
        para("DeMuc", "I. CÔNG TÁC CHỈ ĐẠO, TUYÊN TRUYỀN")
        + control("if trien_khai")
        + body("{{ trien_khai }}")
        + control("endif")
        + control("if chu_de and chu_de not in trien_khai")
        + body("Chủ đề của phong trào: “{{ chu_de }}”.")
        + control("endif")
        + control("if doi_tuong")
        + body("Đối tượng tham gia: {{ doi_tuong }}.")
        + control("endif")
        + control("if chi_dao")
        + body("{{ chi_dao }}")
        + control("else")
        + blank("Văn bản chỉ đạo đã ban hành: ")
        + blank("Tuyên truyền, tập huấn: ")
        + blank("Kiểm tra, đôn đốc: ")
        + control("endif")
    )


def _pictures(charts: str) -> str:
    """Every chart of a list, each kept with its caption."""
    return (
        control(f"for bd in {charts}")
        + para("HinhAnh", "{{ bd.hinh }}", properties=KEEP)
        + para("TenHinh", "Biểu đồ {{ bd.so }}. {{ bd.ten }}")
        + control("endfor")
    )


def _results() -> str:
    return (
        para("DeMuc", "II. KẾT QUẢ THỰC HIỆN")
        + para("DeMucNho", "1. Kết quả chung")
        + body(
            "{{ ket_qua_chung }} Số liệu tính từ ngày {{ ngay_dau_ky }} đến hết ngày {{ ngay_chot }}, do các hệ thống "
            "và đơn vị cung cấp; nguồn của từng con số được lưu tại {{ phong }}. {{ ke_hoach_da_dung }}"
        )
        + control("if tong_hop_cau")
        + body("{{ tong_hop_cau }}{% if chua_doi_chieu %} {{ chua_doi_chieu }}{% endif %}")
        + control("endif")
        + _totals()
        + control("if tong_hop_thieu")
        + body("{{ tong_hop_thieu }}")
        + control("endif")
        + control("if co_so_sanh")
        + para("TenBang", "So sánh với năm {{ nam_truoc }}")
        + loop_table(
            columns(TEXT_PORTRAIT, 0, 26, 26, 46),
            ["Nội dung", "Năm {{ nam_truoc }}", "Năm {{ nam }}", "Tăng, giảm"],
            "ss in so_sanh",
            [
                ("BangChu", "{{ ss.ten }}"),
                ("BangGiua", "{{ ss.truoc }}"),
                ("BangGiua", "{{ ss.nay }}"),
                ("BangGiua", "{{ ss.tang_giam }}"),
            ],
            caption="So sánh với năm trước",
        )
        + para("SauBang")
        + control("endif")
        + para("DeMucNho", "2. Kết quả theo từng tiêu chí")
        + para("TenBang", "Số đơn vị theo kết quả từng tiêu chí")
        + _criteria_table()
        + para("SauBang")
        + control("for tc in tieu_chi")
        + control("if tc.so_lieu or tc.khong_dat or tc.bieu_do or tc.chua_biet")
        + para(
            "NoiDung",
            run("{{ tc.nhan }} ({{ tc.ten }}): ", bold=True),
            "{{ tc.so_lieu }}{% if tc.khong_dat %} Không đạt: {{ tc.khong_dat }}.{% endif %}"
            "{% if tc.chua_biet %}Chưa đơn vị nào đủ số liệu để kết luận.{% endif %}",
            properties="<w:keepLines/>",
        )
        + _pictures("tc.bieu_do")
        + control("endif")
        + control("endfor")
    )


def _criteria_table() -> str:
    """How many units met each criterion."""
    return loop_table(
        columns(TEXT_PORTRAIT, 0, 17, 12, 19, 15, 18, 17),
        ["Tiêu chí", "Đơn vị áp dụng", "Đạt", "Tỷ lệ đạt", "Không đạt", "Chưa đủ số liệu", "Không áp dụng"],
        "tc in tieu_chi",
        [
            ("BangNho", "{{ tc.nhan }}. {{ tc.ten }} ({{ tc.yeu_cau }})"),
            ("BangNhoGiua", "{{ tc.so_ap_dung }}"),
            ("BangNhoGiua", "{{ tc.so_dat }}"),
            ("BangNhoGiua", "{{ tc.ty_le }}"),
            ("BangNhoGiua", "{{ tc.so_khong_dat }}"),
            ("BangNhoGiua", "{{ tc.so_chua_du }}"),
            ("BangNhoGiua", "{{ tc.so_khong_ap_dung }}"),
        ],
        head_style="BangNhoDau",
        caption="Số đơn vị theo kết quả từng tiêu chí",
    )


def _totals() -> str:
    """Totals per group and for all: one column per ratio, counts and share."""
    heads = [
        para("BangNhoDau", "Khối thi đua"),
        para("BangNhoDau", "Số đơn vị"),
        para("BangNhoDau", "Đạt tất cả tiêu chí"),
        para("DieuKhien", "{%tc for c in cot_tong_hop %}"),
        para("BangNhoDau", "{{ c.ten }}{% if c.don_vi %} ({{ c.don_vi }}){% endif %}"),
        para("DieuKhien", "{%tc endfor %}"),
    ]
    cells = [
        para("BangNho", "{{ t.ten }}"),
        para("BangNhoGiua", "{{ t.so_don_vi }}"),
        para("BangNhoGiua", "{{ t.so_dat }} ({{ t.ty_le_dat }})"),
        para("DieuKhien", "{%tc for o in t.o %}"),
        para("BangNhoGiua", "{{ o.so_luong }}") + para("BangNhoGiua", "{{ o.ty_le }}"),
        para("DieuKhien", "{%tc endfor %}"),
    ]
    widths = columns(TEXT_PORTRAIT, 30, 15, 22, 3, 26, 0)
    return (
        para("TenBang", "Tổng hợp theo khối thi đua")
        + table(
            widths,
            [
                row(heads, widths, head=True),
                control_row("for t in tong_hop", widths),
                row(cells, widths),
                control_row("endfor", widths),
            ],
            caption="Tổng hợp theo khối thi đua",
            side=57,
        )
        + para("SauBang")
        + _pictures("bieu_do_chung")
    )


def _matrix() -> str:
    widths = columns(TEXT_LANDSCAPE, 10, 41, 13, 60, 25, 65, 17, 0)
    heads = [
        para("BangNhoDau", "STT"),
        para("BangNhoDau", "Đơn vị"),
        para("BangNhoDau", "Xếp hạng"),
        para("DieuKhien", "{%tc for c in cot %}"),
        para("BangNhoDau", "{{ c.nhan }}") + para("BangNhoDau", "{{ c.ten }}") + para("BangNhoDau", "{{ c.yeu_cau }}"),
        para("DieuKhien", "{%tc endfor %}"),
        para("BangNhoDau", "Điểm"),
        para("BangNhoDau", "Kết quả"),
    ]
    cells = [
        para("BangNhoGiua", "{{ dv.stt }}"),
        para("BangNho", "{{ dv.ten }}"),
        para("BangNhoGiua", "{{ dv.hang }}"),
        para("DieuKhien", "{%tc for o in dv.o %}"),
        para("BangNhoGiua", "{{ o.gia_tri }}")
        + control("if o.so_luong")
        + para("BangNhoGiua", "{{ o.so_luong }}")
        + control("endif")
        + para("BangNhoGiua", "{{ o.ket_qua }}"),
        para("DieuKhien", "{%tc endfor %}"),
        para("BangNhoGiua", "{{ dv.diem }}"),
        para("BangNhoGiua", "{{ dv.ket_qua }}"),
    ]
    return (
        control("for k in khoi")
        + para("TenBang", "Khối {{ k.ten }} ({{ k.so_don_vi }} đơn vị)")
        + table(
            widths,
            [
                row(heads, widths, head=True),
                control_row("for dv in k.don_vi", widths),
                row(cells, widths),
                control_row("endfor", widths),
            ],
            caption="Kết quả của từng đơn vị theo từng tiêu chí",
            side=57,
        )
        + control("endfor")
        + para("NoiDung", run("Ghi chú: {{ chu_giai_bang }}", italic=True))
    )


def _standings() -> str:
    widths = columns(TEXT_PORTRAIT, 15, 0, 17, 19, 66)
    return (
        para("DeMucNho", "3. Xếp hạng theo từng khối thi đua")
        + body(
            "Thứ tự xét: {{ thu_tu_xet }}. Điểm tính trên thang 100, theo mức độ thực hiện các tiêu chí áp dụng. Các "
            "đơn vị bằng nhau ở mọi điều kiện thì đồng hạng."
        )
        + control("for k in khoi")
        + para(
            "TenBang", "Xếp hạng khối {{ k.ten }}: {{ k.so_dat }}/{{ k.so_don_vi }} đơn vị đạt tất cả tiêu chí áp dụng"
        )
        + loop_table(
            widths,
            ["Xếp hạng", "Đơn vị", "Tiêu chí đạt", "Điểm", "Ghi chú"],
            "dv in k.don_vi",
            [
                ("BangNhoGiua", "{{ dv.hang }}"),
                ("BangNho", "{{ dv.ten }}"),
                ("BangNhoGiua", "{{ dv.tieu_chi_dat }}"),
                ("BangNhoGiua", "{{ dv.diem }}"),
                ("BangNho", "{{ dv.ghi_chu }}"),
            ],
            caption="Xếp hạng trong khối thi đua",
            head_style="BangNhoDau",
        )
        + para("SauBang")
        + _pictures("k.bieu_do")
        + control("endfor")
    )


def _assessment() -> str:
    lacking = columns(TEXT_PORTRAIT, 11, 36, 0, 56)
    return (
        para("DeMuc", "III. ĐÁNH GIÁ")
        + para("DeMucNho", "1. Ưu điểm")
        + control("for u in uu_diem")
        + list_body("- {{ u }}")
        + control("endfor")
        + blank("Ưu điểm khác: ")
        + para("DeMucNho", "2. Hạn chế")
        + control("if co_han_che")
        + loop_table(
            lacking,
            ["STT", "Đơn vị", "Nội dung không đạt và số còn thiếu", "Trường hợp cụ thể"],
            "hc in han_che",
            [
                ("BangNhoGiua", "{{ hc.stt }}"),
                ("BangNho", "{{ hc.don_vi }}"),
                ("BangNho", "{{ hc.noi_dung }}"),
                ("BangNho", "{{ hc.nguyen_nhan }}"),
            ],
            caption="Tiêu chí không đạt của từng đơn vị",
            head_style="BangNhoDau",
        )
        + para("SauBang")
        + control("else")
        + body("Không có đơn vị nào bị kết luận là không đạt một tiêu chí áp dụng.")
        + control("endif")
        + control("if co_chua_ket_luan")
        + para("TenBang", "Đơn vị chưa đủ số liệu để kết luận")
        + loop_table(
            columns(TEXT_PORTRAIT, 12, 52, 0),
            ["STT", "Đơn vị", "Tiêu chí và lý do"],
            "dv in chua_ket_luan",
            [("BangNhoGiua", "{{ dv.stt }}"), ("BangNho", "{{ dv.ten }}"), ("BangNho", "{{ dv.ly_do }}")],
            caption="Đơn vị chưa đủ số liệu để kết luận",
            head_style="BangNhoDau",
        )
        + para("SauBang")
        + control("endif")
        + control("if khong_du_dieu_kien")
        + body("{{ khong_du_dieu_kien }}")
        + control("endif")
        + para("DeMucNho", "3. Nguyên nhân, bài học kinh nghiệm, nhiệm vụ năm sau")
        + blank("Nguyên nhân của hạn chế: ")
        + blank()
        + blank("Bài học kinh nghiệm: ")
        + blank()
        + blank("Nhiệm vụ năm sau: ")
        + blank()
    )


def _proposals() -> str:
    return (
        para("DeMuc", "IV. ĐỀ XUẤT, KIẾN NGHỊ")
        + control("if co_de_nghi")
        + body(
            "Đề nghị {{ chu_tich }} tặng {{ ten_hinh_thuc }} cho {{ so_luong_khen }} (danh sách kèm theo Tờ trình), "
            "tổng tiền thưởng {{ tong_tien }} đồng (bằng chữ: {{ tong_tien_chu }})."
        )
        + control("endif")
        + control("if khong_tap_the")
        + body("{{ khong_tap_the }}")
        + control("endif")
        + control("if khong_ca_nhan")
        + body("{{ khong_ca_nhan }}")
        + control("endif")
        + control("if co_truong_hop")
        + body(
            "Trình {{ hoi_dong }}: {{ truong_hop_cau }}; từng trường hợp và lý do nêu tại Danh sách kèm theo Tờ trình."
        )
        + control("if tien_hoi_dong")
        + body("{{ tien_hoi_dong }}")
        + control("endif")
        + control("endif")
        + control("if khong_de_nghi_cau")
        + body("{{ khong_de_nghi_cau }}")
        + control("endif")
        + body("{{ nhan_rong_cau }}")
        + closing("Trên đây là báo cáo kết quả {{ phong_trao }}, {{ phong }} kính báo cáo./.")
        + signature()
    )


def _attached() -> str:
    return "(Kèm theo Báo cáo số        /BC-{{ ky_hieu_phong }} " + BLANK_DATE + " của {{ phong }})"


def _contested() -> str:
    return intro("Trước khi kết luận, Hội đồng xem xét các số liệu sau:") + loop_table(
        columns(TEXT_PORTRAIT, 12, 66, 0),
        ["STT", "Đơn vị", "Số liệu cần lưu ý"],
        "sl in so_lieu_luu_y",
        [("BangNhoGiua", "{{ sl.stt }}"), ("BangNho", "{{ sl.don_vi }}"), ("BangNho", "{{ sl.noi_dung }}")],
        caption="Số liệu cần lưu ý",
        head_style="BangNhoDau",
    )
