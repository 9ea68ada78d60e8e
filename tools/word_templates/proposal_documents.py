"""Bodies of the proposal (tờ trình), its list (danh sách), the draft decision (quyết định) and the rollout list."""

from __future__ import annotations

from tools.word_templates.blocks import (
    BLANK_DATE,
    WHOLE_DATE,
    appendix,
    award_lists,
    awarded_lists,
    bases,
    body,
    closing,
    council_table,
    head,
    intro,
    loop_table,
    office_head,
    signature,
    title,
)
from tools.word_templates.markup import KEEP, TEXT_LANDSCAPE, columns, control, para, run, section

ATTACHED_PROPOSAL = "(Kèm theo Tờ trình số        /TTr-{{ ky_hieu_phong }} " + BLANK_DATE + " của {{ phong }})"
ATTACHED_DECISION = "(Kèm theo Quyết định số        /QĐ-UBND " + BLANK_DATE + " của {{ chu_tich }})"


def proposal() -> str:
    """Tờ trình of the office to the chairman."""
    return (
        office_head("/TTr-{{ ky_hieu_phong }}")
        + title("TỜ TRÌNH", "Về việc đề nghị khen thưởng thành tích trong {{ phong_trao }}")
        + para("KinhGui", "Kính gửi: {{ chu_tich }}.")
        + bases()
        + body("{{ phong }} kính trình {{ chu_tich }} xem xét, khen thưởng thành tích trong {{ phong_trao }} như sau:")
        + _movement()
        + _results()
        + _request()
        + closing("{{ phong }} kính trình {{ chu_tich }} xem xét, quyết định./.")
        + signature()
        + section(first_hidden=True, last=True)
    )


def _movement() -> str:
    return (
        para("DeMuc", "1. Tình hình phát động và tổ chức thực hiện phong trào")
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
            "ngày {{ ngay_dau_ky }} đến ngày {{ ngay_cuoi_ky }}, chốt đến hết ngày {{ ngay_chot }}."
        )
    )


def _results() -> str:
    return (
        para("DeMuc", "2. Kết quả thực hiện")
        + body("{{ ket_qua_chung }}")
        + intro("Kết quả theo từng tiêu chí:")
        + control("for tc in tieu_chi")
        + body("- {{ tc.nhan }} ({{ tc.ten }}): {{ tc.ket_qua }}")
        + control("endfor")
        + control("if co_chua_ket_luan")
        + intro("Các đơn vị chưa đủ số liệu để kết luận ở một hoặc nhiều tiêu chí:")
        + control("for dv in chua_ket_luan")
        + body("- {{ dv.ten }}: {{ dv.ly_do }}.")
        + control("endfor")
        + control("endif")
    )


def _request() -> str:
    return (
        para("DeMuc", "3. Đề nghị khen thưởng")
        + control("if co_de_nghi")
        + intro(
            "Trên cơ sở kết quả nêu trên, {{ phong }} kính đề nghị {{ chu_tich }} tặng {{ ten_hinh_thuc }} cho "
            "{{ so_luong_khen }} đã có thành tích xuất sắc trong {{ phong_trao }} (có danh sách kèm theo)."
        )
        + control("for k in khoi")
        + body("- Khối {{ k.ten }}: {{ k.de_nghi }}")
        + control("endfor")
        + control("if co_ca_nhan")
        + body("- Cá nhân: {{ co_cau_ca_nhan }}.")
        + control("endif")
        + body(
            "Tổng số tiền thưởng đề nghị: {{ tong_tien }} đồng (bằng chữ: {{ tong_tien_chu_thuong }}), "
            "{{ cach_tinh_tien }}; trích từ {{ nguon_tien }}."
        )
        + control("else")
        + body(
            "Trên cơ sở kết quả nêu trên, không có tập thể, cá nhân nào đạt đủ điều kiện để đề nghị tặng "
            "{{ ten_hinh_thuc }}; không phát sinh tiền thưởng."
        )
        + control("endif")
        + control("if co_truong_hop")
        + intro(
            "Các trường hợp sau đây trình {{ hoi_dong }} xem xét trước khi quyết định (chưa tính vào số lượng và tiền "
            "thưởng nêu trên):"
        )
        + control("for th in truong_hop")
        + body("- {{ th.ten }}{% if th.vi_tri %} ({{ th.vi_tri }}){% endif %}: {{ th.ly_do }}")
        + control("endfor")
        + control("if truong_hop_tien")
        + body("{{ truong_hop_tien }}")
        + control("endif")
        + control("endif")
    )


def award_list() -> str:
    """Danh sách appended to the proposal; landscape."""
    name = "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ TẶNG {{ ten_hinh_thuc_hoa }}"
    return (
        appendix("Phụ lục", name, ATTACHED_PROPOSAL).replace(
            para("KemTheo", ATTACHED_PROPOSAL),
            para("TenPhuLuc", "Trong {{ phong_trao }}") + para("KemTheo", ATTACHED_PROPOSAL),
        )
        + award_lists()
        + para("DeMuc", "III. CÁC TRƯỜNG HỢP TRÌNH HỘI ĐỒNG XEM XÉT")
        + control("if co_truong_hop")
        + council_table(TEXT_LANDSCAPE)
        + control("if truong_hop_tien")
        + body("{{ truong_hop_tien }}")
        + control("endif")
        + control("else")
        + body("Không có trường hợp nào.")
        + control("endif")
        + section(landscape=True, first_hidden=True, last=True)
    )


def decision() -> str:
    """Draft decision of the chairman, its list as appendix."""
    top = control("for dong in uy_ban_dong") + para("CoQuanBanHanh", "{{ dong }}") + control("endfor")
    return (
        head([], [top], "/QĐ-UBND")
        + para("TenLoai", "QUYẾT ĐỊNH")
        + para(
            "TrichYeu",
            "Về việc {% if co_de_nghi %}tặng {{ ten_hinh_thuc }} cho {{ doi_tuong_khen }} có thành tích trong"
            "{% else %}công nhận kết quả{% endif %} {{ phong_trao }}",
        )
        + para("KeNgan")
        + para("QuyetDinh", "{{ chu_tich_hoa }}")
        + bases(";")
        + para(
            "CanCu",
            "Theo đề nghị của Trưởng {{ phong_thuong }} tại Tờ trình số        /TTr-{{ ky_hieu_phong }} "
            + WHOLE_DATE
            + ".",
        )
        + para("QuyetDinh", "QUYẾT ĐỊNH:")
        + _articles()
        + signature()
        + section(first_hidden=True)
        + control("if co_de_nghi")
        + appendix("Phụ lục", "DANH SÁCH {{ doi_tuong_khen_hoa }} ĐƯỢC TẶNG {{ ten_hinh_thuc_hoa }}", ATTACHED_DECISION)
        + awarded_lists()
        + control("endif")
        + section(landscape=True, first_hidden=True, restart=True, last=True)
    )


def _articles() -> str:
    return (
        control("if co_de_nghi")
        + para(
            "Dieu",
            run("Điều 1. ", bold=True),
            "Tặng {{ ten_hinh_thuc }} của {{ chu_tich }} cho {{ so_luong_khen }} đã có thành tích xuất sắc trong "
            "{{ phong_trao }} (có danh sách kèm theo).",
        )
        + para(
            "Dieu",
            run("Điều 2. ", bold=True),
            "Mức tiền thưởng: {{ muc_thuong }}. Tổng số tiền thưởng là {{ tong_tien }} đồng (bằng chữ: "
            "{{ tong_tien_chu_thuong }}), trích từ {{ nguon_tien }}.",
        )
        + control("else")
        + para(
            "Dieu",
            run("Điều 1. ", bold=True),
            "Công nhận kết quả {{ phong_trao }}. Không có tập thể, cá nhân nào đạt đủ điều kiện tặng "
            "{{ ten_hinh_thuc }}.",
        )
        + para("Dieu", run("Điều 2. ", bold=True), "Việc thực hiện Quyết định này không phát sinh tiền thưởng.")
        + control("endif")
        + para(
            "Dieu",
            run("Điều 3. ", bold=True),
            "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Trưởng {{ phong_thuong }}, Trưởng phòng Tài chính - "
            "Kế hoạch, thủ trưởng các cơ quan, đơn vị"
            "{% if co_de_nghi %} và các {{ doi_tuong_khen }} có tên tại Điều 1{% else %} có liên quan{% endif %} "
            "chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./.",
            properties=KEEP + "<w:keepLines/>",
        )
    )


def rollout() -> str:
    """Danh mục of initiatives and role models, appended to the report; landscape."""
    attached = "(Kèm theo Báo cáo số        /BC-{{ ky_hieu_phong }} " + BLANK_DATE + " của {{ phong }})"
    name = "DANH MỤC MÔ HÌNH, SÁNG KIẾN, CÁCH LÀM HAY VÀ ĐIỂN HÌNH TIÊN TIẾN ĐỀ XUẤT NHÂN RỘNG"
    return (
        appendix("Phụ lục", name, attached)
        + para("DeMuc", "I. MÔ HÌNH, SÁNG KIẾN, GIẢI PHÁP ĐƯỢC CÔNG NHẬN")
        + _either("co_sang_kien", _initiatives(), "Chưa có mô hình, sáng kiến, giải pháp nào được công nhận.")
        + para("DeMuc", "II. ĐIỂN HÌNH TIÊN TIẾN LÀ TẬP THỂ")
        + _either(
            "co_dien_hinh_tap_the",
            _model_units(),
            "Chưa có tập thể nào đạt tất cả các tiêu chí và dẫn đầu khối thi đua.",
        )
        + para("DeMuc", "III. ĐIỂN HÌNH TIÊN TIẾN LÀ CÁ NHÂN")
        + _either("co_dien_hinh_ca_nhan", _model_persons(), "Chưa có cá nhân nào đạt đủ các tiêu chí.")
        + section(landscape=True, first_hidden=True, last=True)
    )


def _either(flag: str, filled: str, empty: str) -> str:
    """A table where there is something, a sentence where there is nothing."""
    return control(f"if {flag}") + filled + control("else") + body(empty) + control("endif")


def _initiatives() -> str:
    return loop_table(
        columns(TEXT_LANDSCAPE, 12, 72, 44, 38, 0, 30),
        ["STT", "Tên mô hình, sáng kiến, giải pháp", "Đơn vị", "Tác giả", "Hiệu quả", "Ghi chú"],
        "sk in sang_kien",
        [
            ("BangGiua", "{{ sk.stt }}"),
            ("BangDeu", "{{ sk.ten }}"),
            ("BangChu", "{{ sk.don_vi }}"),
            ("BangChu", "{{ sk.tac_gia }}"),
            ("BangDeu", "{{ sk.hieu_qua }}"),
            ("BangChu", "{{ sk.ghi_chu }}"),
        ],
        caption="Mô hình, sáng kiến, giải pháp được công nhận",
    )


def _model_units() -> str:
    return loop_table(
        columns(TEXT_LANDSCAPE, 12, 62, 44, 24, 0),
        ["STT", "Tên tập thể", "Khối thi đua", "Xếp hạng", "Kết quả nổi bật"],
        "dh in dien_hinh_tap_the",
        [
            ("BangGiua", "{{ dh.stt }}"),
            ("BangChu", "{{ dh.ten }}"),
            ("BangChu", "{{ dh.khoi }}"),
            ("BangGiua", "{{ dh.hang }}"),
            ("BangDeu", "{{ dh.thanh_tich }}"),
        ],
        caption="Điển hình tiên tiến là tập thể",
    )


def _model_persons() -> str:
    return loop_table(
        columns(TEXT_LANDSCAPE, 12, 50, 44, 62, 0),
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Kết quả nổi bật"],
        "dh in dien_hinh_ca_nhan",
        [
            ("BangGiua", "{{ dh.stt }}"),
            ("BangChu", "{{ dh.ten }}"),
            ("BangChu", "{{ dh.chuc_vu }}"),
            ("BangChu", "{{ dh.don_vi }}"),
            ("BangDeu", "{{ dh.thanh_tich }}"),
        ],
        caption="Điển hình tiên tiến là cá nhân",
    )
