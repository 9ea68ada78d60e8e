"""Body of the report on results (báo cáo)."""

from __future__ import annotations

from tools.word_templates.blocks import (
    BLANK_DATE,
    appendix,
    body,
    closing,
    council_table,
    intro,
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


def report() -> str:
    """Report on results: overview, every unit against every criterion, standings, shortfalls, proposals, appendices."""
    return (
        office_head("/BC-{{ ky_hieu_phong }}")
        + title("BÁO CÁO", "Kết quả {{ phong_trao }}")
        + _rollout_of_movement()
        + _results()
        + section(first_hidden=True)
        + _matrix()
        + section(landscape=True)
        + _standings()
        + _limits()
        + _proposals()
        + section()
        + _sources()
        + section(first_hidden=True, restart=True)
        + _methods()
        + section(first_hidden=True, restart=True, last=True)
    )


def _rollout_of_movement() -> str:
    return (
        para("DeMuc", "I. TÌNH HÌNH TRIỂN KHAI")
        + control("if trien_khai")
        + body("{{ trien_khai }}")
        + control("endif")
        + control("if chu_de and chu_de not in trien_khai")
        + body("Chủ đề của phong trào: “{{ chu_de }}”.")
        + control("endif")
        + control("if doi_tuong")
        + body("Đối tượng tham gia: {{ doi_tuong }}.")
        + control("endif")
        + body(
            "Có {{ so_don_vi }} đơn vị thuộc {{ so_khoi }} khối thi đua được xét ({{ cac_khoi }}). Số liệu tính từ "
            "ngày {{ ngay_dau_ky }} đến ngày {{ ngay_cuoi_ky }}, chốt đến hết ngày {{ ngay_chot }}, tổng hợp từ "
            "{{ so_tep }} tệp dữ liệu (Phụ lục I); cách tính nêu tại Phụ lục II."
        )
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
        + body("{{ ket_qua_chung }}")
        + _pictures("bieu_do_chung")
        + para("DeMucNho", "2. Kết quả theo từng tiêu chí")
        + control("for tc in tieu_chi")
        + intro(run("{{ tc.nhan }}: ", bold=True), "“{{ tc.trich }}”.")
        + para(
            "NoiDung",
            "{{ tc.ket_qua }}{% if tc.khong_dat %} Chưa đạt: {{ tc.khong_dat }}.{% endif %}",
            properties="<w:keepLines/>",
        )
        + _pictures("tc.bieu_do")
        + control("endfor")
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
        para("DeMucNho", "3. Bảng tổng hợp kết quả của từng đơn vị theo từng tiêu chí")
        + control("for k in khoi")
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
    widths = columns(TEXT_PORTRAIT, 20, 0, 24, 22, 40)
    return (
        para("DeMucNho", "4. Xếp hạng theo từng khối thi đua")
        + body("Thứ tự xét: {{ thu_tu_xet }}. Các đơn vị bằng nhau ở mọi điều kiện thì đồng hạng.")
        + control("for k in khoi")
        + para("TenBang", "Xếp hạng khối {{ k.ten }}")
        + loop_table(
            widths,
            ["Xếp hạng", "Đơn vị", "Tiêu chí đạt", "Điểm", "Ghi chú"],
            "dv in k.don_vi",
            [
                ("BangGiua", "{{ dv.hang }}"),
                ("BangChu", "{{ dv.ten }}"),
                ("BangGiua", "{{ dv.tieu_chi_dat }}"),
                ("BangGiua", "{{ dv.diem }}"),
                ("BangChu", "{{ dv.ghi_chu }}"),
            ],
            caption="Xếp hạng trong khối thi đua",
        )
        + para("SauBang")
        + control("if k.dong_hang")
        + body("Đồng hạng: {{ k.dong_hang }}.")
        + control("endif")
        + _pictures("k.bieu_do")
        + control("endfor")
    )


def _limits() -> str:
    widths = columns(TEXT_PORTRAIT, 12, 44, 0, 46)
    found = columns(TEXT_PORTRAIT, 12, 22, 0, 48)
    return (
        para("DeMuc", "III. HẠN CHẾ")
        + para("DeMucNho", "1. Tiêu chí chưa đạt, chưa đủ số liệu")
        + control("if co_han_che")
        + loop_table(
            widths,
            ["STT", "Đơn vị", "Nội dung chưa đạt và số còn thiếu", "Nguồn số liệu"],
            "hc in han_che",
            [
                ("BangGiua", "{{ hc.stt }}"),
                ("BangChu", "{{ hc.don_vi }}"),
                ("BangChu", "{{ hc.nhan }}: {{ hc.noi_dung }}"),
                ("BangNho", "{{ hc.nguon }}"),
            ],
            caption="Tiêu chí chưa đạt, chưa đủ số liệu",
        )
        + para("SauBang")
        + control("else")
        + body("Tất cả các đơn vị đạt mọi tiêu chí áp dụng.")
        + control("endif")
        + para("DeMucNho", "2. Vấn đề về số liệu cần lưu ý")
        + control("if co_phat_hien")
        + intro("{{ phat_hien_chung }}")
        + loop_table(
            found,
            ["STT", "Mức độ", "Vấn đề và cách xử lý", "Vị trí"],
            "ph in phat_hien",
            [
                ("BangGiua", "{{ ph.stt }}"),
                ("BangGiua", "{{ ph.muc_do }}"),
                ("BangChu", "{{ ph.noi_dung }}"),
                ("BangNho", "{{ ph.vi_tri }}"),
            ],
            caption="Vấn đề về số liệu cần lưu ý",
        )
        + para("SauBang")
        + control("else")
        + body("Không có vấn đề về số liệu ảnh hưởng đến kết quả.")
        + control("endif")
    )


def _proposals() -> str:
    return (
        para("DeMuc", "IV. MÔ HÌNH, SÁNG KIẾN, ĐIỂN HÌNH ĐỀ XUẤT NHÂN RỘNG")
        + body("{{ nhan_rong_cau }}")
        + para("DeMuc", "V. ĐỀ XUẤT KHEN THƯỞNG, KIẾN NGHỊ")
        + control("if co_de_nghi")
        + body(
            "Đề nghị {{ chu_tich }} tặng {{ ten_hinh_thuc }} cho {{ so_luong_khen }} (danh sách kèm theo Tờ trình), "
            "tổng tiền thưởng {{ tong_tien }} đồng (bằng chữ: {{ tong_tien_chu_thuong }})."
        )
        + control("for k in khoi")
        + body("- Khối {{ k.ten }}: {{ k.de_nghi }}")
        + control("endfor")
        + control("else")
        + body("Không có tập thể, cá nhân nào đạt đủ điều kiện để đề nghị tặng {{ ten_hinh_thuc }}.")
        + control("endif")
        + control("if co_truong_hop")
        + intro("Trình {{ hoi_dong }} xem xét {{ so_truong_hop }} trường hợp:")
        + council_table(TEXT_PORTRAIT)
        + para("SauBang")
        + control("endif")
        + body(
            "Kiến nghị các cơ quan, đơn vị khắc phục hạn chế nêu tại mục III; rà soát, cập nhật đầy đủ số liệu và tiếp "
            "tục duy trì, nhân rộng các mô hình, cách làm hiệu quả."
        )
        + closing("Trên đây là báo cáo kết quả {{ phong_trao }}, {{ phong }} kính báo cáo./.")
        + signature()
    )


def _attached() -> str:
    return "(Kèm theo Báo cáo số        /BC-{{ ky_hieu_phong }} " + BLANK_DATE + " của {{ phong }})"


def _sources() -> str:
    tables = columns(TEXT_PORTRAIT, 12, 44, 32, 0, 22, 18)
    files = columns(TEXT_PORTRAIT, 12, 50, 0)
    return (
        appendix("Phụ lục I", "NGUỒN SỐ LIỆU", _attached())
        + control("if co_nguon")
        + loop_table(
            tables,
            ["STT", "Tệp", "Trang", "Nội dung", "Vùng tiêu đề", "Số dòng"],
            "ng in nguon",
            [
                ("BangNhoGiua", "{{ ng.stt }}"),
                ("BangNho", "{{ ng.tep }}"),
                ("BangNho", "{{ ng.trang }}"),
                ("BangNho", "{{ ng.noi_dung }}"),
                ("BangNhoGiua", "{{ ng.vung }}"),
                ("BangNhoGiua", "{{ ng.so_dong }}"),
            ],
            caption="Các bảng số liệu đã dùng",
            head_style="BangNhoDau",
        )
        + para("TenBang", "Mã kiểm tra (SHA-256) của từng tệp")
        + loop_table(
            files,
            ["STT", "Tệp", "Mã SHA-256"],
            "t in tep",
            [("BangNhoGiua", "{{ t.stt }}"), ("BangNho", "{{ t.ten }}"), ("BangNho", "{{ t.ma }}")],
            caption="Mã kiểm tra của từng tệp",
            head_style="BangNhoDau",
            total=[
                row(
                    [
                        para("BangNhoGiua"),
                        para("BangNho", "Kế hoạch chấm điểm {{ ma_ke_hoach }}"),
                        para("BangNho", "{{ ma_kiem_tra_ke_hoach }}"),
                    ],
                    files,
                )
            ],
        )
        + control("else")
        + body("Không có tệp số liệu nào.")
        + control("endif")
    )


def _methods() -> str:
    return (
        appendix("Phụ lục II", "CÁCH TÍNH", _attached())
        + control("for tc in tieu_chi")
        + body(run("{{ tc.nhan }}: ", bold=True), "{{ tc.cach_tinh }}")
        + control("endfor")
        + control("if quy_uoc")
        + body("Quy ước tính:")
        + control("for q in quy_uoc")
        + body("- {{ q }}")
        + control("endfor")
        + control("endif")
        + body("Chương trình tính: {{ chuong_trinh }}.")
    )
