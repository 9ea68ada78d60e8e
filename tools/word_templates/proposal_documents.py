"""Bodies of the proposal (tờ trình), its list (danh sách), the draft decision (quyết định) and the rollout list."""

from __future__ import annotations

from tools.word_templates.blocks import (
    BLANK_DATE,
    WHOLE_DATE,
    addressed,
    appendix,
    award_lists,
    bases,
    body,
    closing,
    head,
    intro,
    list_body,
    loop_table,
    office_head,
    reasons_table,
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

ATTACHED_PROPOSAL = "(Kèm theo Tờ trình số        /TTr-{{ ky_hieu_phong }} " + BLANK_DATE + " của {{ phong }})"
ATTACHED_DECISION = "(Kèm theo Quyết định số        /QĐ-{{ ky_hieu_uy_ban }} " + BLANK_DATE + " của {{ chu_tich }})"
MINUTES = "Biên bản số        /BB-{{ ky_hieu_hoi_dong }} " + WHOLE_DATE + " của {{ hoi_dong }}"


def proposal() -> str:
    """Tờ trình of the office to the chairman."""
    return (
        office_head("/TTr-{{ ky_hieu_phong }}")
        + title(
            "TỜ TRÌNH",
            "Về {% if co_de_nghi or co_truong_hop %}việc đề nghị khen thưởng thành tích trong{% else %}kết quả xét "
            "khen thưởng{% endif %} {{ phong_trao }}",
        )
        + addressed()
        + bases("{% if loop.last and not bien_ban_truoc %}.{% else %};{% endif %}")
        + control("if bien_ban_truoc")
        + para("CanCu", "Căn cứ " + MINUTES + ".")
        + control("endif")
        + para("DeMuc", "1. Tổ chức thực hiện phong trào")
        + control("if trien_khai")
        + body("{{ trien_khai }}")
        + control("endif")
        + control("if chu_de and chu_de not in trien_khai")
        + body("Chủ đề của phong trào: “{{ chu_de }}”.")
        + control("endif")
        + body(
            "Số liệu tính từ ngày {{ ngay_dau_ky }} đến hết ngày {{ ngay_chot }}; {{ so_don_vi }} đơn vị thuộc "
            "{{ so_khoi }} khối thi đua được xét ({{ cac_khoi }})."
        )
        + para("DeMuc", "2. Kết quả thực hiện")
        + body(
            "{{ ket_qua_chung }}{% if tong_hop_cau %} {{ tong_hop_cau }}{% endif %}"
            "{% if chua_doi_chieu %} {{ chua_doi_chieu }}{% endif %}"
        )
        + intro(
            "Kết quả theo từng tiêu chí{% if co_chua_ket_luan %} (lý do chưa đủ số liệu nêu tại Báo cáo){% endif %}:"
        )
        + control("for tc in tieu_chi")
        + list_body(
            "- {{ tc.nhan }} ({{ tc.yeu_cau }}): {% if tc.chua_biet %}{{ tc.so_chua_du }}/{{ tc.so_ap_dung }} đơn vị "
            "chưa đủ số liệu{% else %}{{ tc.so_dat }}/{{ tc.so_ap_dung }} đơn vị đạt ({{ tc.ty_le }})"
            "{% if tc.so_chua_du != '0' %}, {{ tc.so_chua_du }} đơn vị chưa đủ số liệu{% endif %}{% endif %}."
        )
        + control("endfor")
        + control("if gioi_thieu_cau")
        + body("{{ gioi_thieu_cau }}")
        + control("endif")
        + _request()
        + _enclosed()
        + closing("{{ phong }} kính trình {{ chu_tich }} xem xét, quyết định./.")
        + signature()
        + section(first_hidden=True, last=True)
    )


def _request() -> str:
    return (
        para("DeMuc", "3. Đề nghị khen thưởng")
        + control("if co_de_nghi")
        + intro(
            "{{ phong }} kính đề nghị {{ chu_tich }} tặng {{ ten_hinh_thuc }} cho {{ so_luong_khen }} đã có thành tích "
            "xuất sắc trong {{ phong_trao }} (có danh sách kèm theo), cụ thể:"
        )
        + control("else")
        + intro("{{ khong_ai }}, cụ thể:")
        + control("endif")
        + control("for k in khoi")
        + list_body("- Khối {{ k.ten }}: {{ k.de_nghi }}")
        + control("endfor")
        + list_body("- Cá nhân: {{ de_nghi_ca_nhan }}")
        + control("if co_de_nghi")
        + body(
            "Tổng tiền thưởng đề nghị: {{ tong_tien }} đồng (bằng chữ: {{ tong_tien_chu }}), {{ cach_tinh_tien }}; "
            "trích từ {{ nguon_tien }}."
        )
        + control("endif")
        + control("if co_truong_hop")
        + body(
            "{% if co_de_nghi %}Ngoài ra, có{% else %}Có{% endif %} {{ truong_hop_cau }}{% if co_de_nghi %}, chưa tính "
            "vào số lượng và tiền thưởng đề nghị nêu trên{% endif %}; từng trường hợp nêu tại mục III của Danh sách"
            "{% if hoi_dong_chua_hop %}, do {{ hoi_dong }} họp xét trước khi Tờ trình được ký{% endif %}."
        )
        + control("if tien_hoi_dong")
        + body("{{ tien_hoi_dong }}")
        + control("endif")
        + control("endif")
        + control("if khong_de_nghi_cau")
        + body("{{ khong_de_nghi_cau }}")
        + control("endif")
    )


def _enclosed() -> str:
    return intro(
        "Hồ sơ gửi kèm gồm: Danh sách đề nghị khen thưởng; Báo cáo kết quả {{ phong_trao }} và các phụ lục"
        "{% if bien_ban_truoc %}; Biên bản họp của {{ hoi_dong }}{% endif %}"
        "{% if co_de_nghi %}; dự thảo Quyết định khen thưởng{% endif %}."
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
        + control("if co_truong_hop")
        + para("DeMuc", "III. TRƯỜNG HỢP TRÌNH HỘI ĐỒNG XEM XÉT")
        + control("if tien_hoi_dong")
        + body("{{ tien_hoi_dong }}")
        + control("endif")
        + control("for lc in lua_chon")
        + intro("- {{ lc.ten }}: {{ lc.noi_dung }}")
        + _equals()
        + para("SauBang")
        + control("endfor")
        + control("if co_truong_hop_khac")
        + control("if lua_chon")
        + intro("- Các trường hợp khác:")
        + control("endif")
        + reasons_table(TEXT_LANDSCAPE, "th", "truong_hop_khac", "Lý do trình Hội đồng", "{{ cot_truong_hop }}")
        + control("endif")
        + control("endif")
        + control("if co_khong_de_nghi")
        + para("DeMuc", "{% if co_truong_hop %}IV{% else %}III{% endif %}. ĐẠT CÁC TIÊU CHÍ NHƯNG KHÔNG ĐƯỢC ĐỀ NGHỊ")
        + reasons_table(TEXT_LANDSCAPE, "kd", "khong_de_nghi", "Lý do không đề nghị", "{{ cot_khong_de_nghi }}")
        + control("endif")
        + section(landscape=True, first_hidden=True, last=True)
    )


def _equals() -> str:
    """Those tied at a quota, with what they achieved."""
    return loop_table(
        columns(TEXT_LANDSCAPE, 12, 56, 62, 0),
        ["STT", "Tập thể, cá nhân", "{{ lc.cot }}", "Thành tích"],
        "d in lc.dong",
        [
            ("BangGiua", "{{ d.stt }}"),
            ("BangChu", "{{ d.ten }}"),
            ("BangChu", "{{ d.vi_tri }}"),
            ("BangDeu", "{{ d.thanh_tich }}"),
        ],
        caption="Các trường hợp bằng nhau ở giới hạn số lượng",
    )


def decision() -> str:
    """Draft decision of the chairman, its list as appendix."""
    top = control("for dong in uy_ban_dong") + para("CoQuanBanHanh", "{{ dong }}") + control("endfor")
    return (
        head([], [top], "/QĐ-{{ ky_hieu_uy_ban }}")
        + para("TenLoai", "QUYẾT ĐỊNH")
        + para(
            "TrichYeu", "Về việc tặng {{ ten_hinh_thuc }} cho {{ doi_tuong_khen }} có thành tích trong {{ phong_trao }}"
        )
        + para("KeNgan")
        + para("QuyetDinh", "{{ chu_tich_hoa }}")
        + bases(";")
        + para("CanCu", "Căn cứ " + MINUTES + ";")
        + para(
            "CanCu",
            "Theo đề nghị của {{ nguoi_de_nghi }} tại Tờ trình số        /TTr-{{ ky_hieu_phong }} " + WHOLE_DATE + ".",
        )
        + para("QuyetDinh", "QUYẾT ĐỊNH:")
        + _articles()
        + signature()
        + section(first_hidden=True)
        + control("if not mot_nguoi")
        + appendix("Phụ lục", "DANH SÁCH {{ doi_tuong_khen_hoa }} ĐƯỢC TẶNG {{ ten_hinh_thuc_hoa }}", ATTACHED_DECISION)
        + _awarded()
        + control("endif")
        + section(first_hidden=True, restart=True, last=True)
    )


def _articles() -> str:
    return (
        para(
            "Dieu",
            run("Điều 1. ", bold=True),
            "Tặng {{ ten_hinh_thuc }} của {{ chu_tich }} cho {% if mot_nguoi %}{{ mot_nguoi }}{% else %}"
            "{{ so_luong_khen }}{% endif %} đã có thành tích xuất sắc trong {{ phong_trao }}"
            "{% if not mot_nguoi %} (có danh sách kèm theo){% endif %}.",
        )
        + para(
            "Dieu",
            run("Điều 2. ", bold=True),
            "Mức tiền thưởng: {{ muc_thuong }}. Tổng tiền thưởng là {{ tong_tien }} đồng (bằng chữ: "
            "{{ tong_tien_chu }}), trích từ {{ nguon_tien }}; {{ noi_chi }} chịu trách nhiệm chi theo quy định.",
        )
        + para(
            "Dieu",
            run("Điều 3. ", bold=True),
            "{{ thi_hanh }} và {% if not mot_nguoi %}các {% endif %}{{ doi_tuong_khen }} "
            "có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này "
            "kể từ ngày ký./.",
            properties=KEEP + "<w:keepLines/>",
        )
    )


def _awarded() -> str:
    """Who is commended, by unit: number, name, position and unit, form."""
    return (
        control("if co_tap_the")
        + para("DeMuc", "{% if co_ca_nhan %}I. {% endif %}TẬP THỂ")
        + loop_table(
            columns(TEXT_PORTRAIT, 12, 0, 50, 26),
            ["STT", "Tên tập thể", "Khối thi đua", "Hình thức"],
            "tt in tap_the",
            [
                ("BangGiua", "{{ tt.stt }}"),
                ("BangChu", "{{ tt.ten }}"),
                ("BangChu", "{{ tt.khoi }}"),
                ("BangGiua", "{{ tt.hinh_thuc }}"),
            ],
            caption="Tập thể được khen thưởng",
        )
        + control("endif")
        + control("if co_ca_nhan")
        + para("DeMuc", "{% if co_tap_the %}II. {% endif %}CÁ NHÂN")
        + loop_table(
            columns(TEXT_PORTRAIT, 12, 52, 0, 26),
            ["STT", "Họ và tên", "Chức vụ, đơn vị", "Hình thức"],
            "cn in ca_nhan",
            [
                ("BangGiua", "{{ cn.stt }}"),
                ("BangChu", "{{ cn.ten }}"),
                ("BangChu", "{{ cn.chuc_vu_don_vi }}"),
                ("BangGiua", "{{ cn.hinh_thuc }}"),
            ],
            caption="Cá nhân được khen thưởng",
        )
        + control("endif")
    )


def rollout() -> str:
    """Danh mục of initiatives and role models, appended to the report; landscape."""
    attached = "(Kèm theo Báo cáo số        /BC-{{ ky_hieu_phong }} " + BLANK_DATE + " của {{ phong }})"
    name = "DANH MỤC MÔ HÌNH, SÁNG KIẾN, CÁCH LÀM HAY VÀ ĐIỂN HÌNH TIÊN TIẾN ĐỀ XUẤT NHÂN RỘNG"
    ideas = (
        "I. MÔ HÌNH, SÁNG KIẾN, GIẢI PHÁP {% if co_chon_nhan_rong %}ĐƯỢC CHỌN NHÂN RỘNG{% else %}ĐƯỢC CÔNG NHẬN, TRÌNH "
        "LỰA CHỌN NHÂN RỘNG{% endif %}"
    )
    none = (
        "{% if co_chon_nhan_rong %}Không có mô hình, sáng kiến, giải pháp nào được chọn nhân rộng.{% else %}Không có "
        "mô hình, sáng kiến, giải pháp nào được công nhận.{% endif %}"
    )
    return (
        appendix("Phụ lục {{ phu_luc_nhan_rong }}", name, attached)
        + para("DeMuc", ideas)
        + _either("co_sang_kien", _initiatives(), none)
        + para("DeMuc", "II. ĐIỂN HÌNH TIÊN TIẾN LÀ TẬP THỂ")
        + _either(
            "co_dien_hinh_tap_the",
            _model_units(),
            "Không có tập thể nào vừa được đề nghị vừa đứng đầu khối thi đua.",
        )
        + para("DeMuc", "III. ĐIỂN HÌNH TIÊN TIẾN LÀ CÁ NHÂN")
        + _either("co_dien_hinh_ca_nhan", _model_persons(), "{{ dien_hinh_ca_nhan_cau }}")
        + section(landscape=True, first_hidden=True, last=True)
    )


def _either(flag: str, filled: str, empty: str) -> str:
    """A table where there is something, a sentence where there is nothing."""
    return control(f"if {flag}") + filled + control("else") + body(empty) + control("endif")


def _initiatives() -> str:
    """What the data say, else blanks to fill: effect, scope, who carries it out; a blank to choose where none is."""
    widths = columns(TEXT_LANDSCAPE, 12, 0, 42, 34, 48, 30, 36)
    heads = [
        "STT",
        "Tên mô hình, sáng kiến, giải pháp",
        "Đơn vị",
        "Tác giả",
        "Hiệu quả",
        "Phạm vi",
        "Tổ chức thực hiện",
    ]
    cells = [
        para("BangGiua", "{{ sk.stt }}"),
        para("BangDeu", "{{ sk.ten }}"),
        para("BangChu", "{{ sk.don_vi }}"),
        para("BangChu", "{{ sk.tac_gia }}"),
        _known("co_hieu_qua", "{{ sk.hieu_qua }}"),
        _known("co_pham_vi", "{{ sk.pham_vi }}"),
        _known("co_to_chuc", "{{ sk.to_chuc }}"),
    ]
    return table(
        widths,
        [
            row([para("BangDau", word) for word in heads], widths, head=True),
            control_row("for sk in sang_kien", widths),
            row(cells, widths),
            control_row("endfor", widths),
        ],
        caption="Mô hình, sáng kiến, giải pháp đề xuất nhân rộng",
    )


def _known(flag: str, text: str) -> str:
    return control(f"if {flag}") + para("BangChu", text) + control("else") + para("BangDien") + control("endif")


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
        columns(TEXT_LANDSCAPE, 12, 50, 70, 0),
        ["STT", "Họ và tên", "Chức vụ, đơn vị", "Kết quả nổi bật"],
        "dh in dien_hinh_ca_nhan",
        [
            ("BangGiua", "{{ dh.stt }}"),
            ("BangChu", "{{ dh.ten }}"),
            ("BangChu", "{{ dh.chuc_vu_don_vi }}"),
            ("BangDeu", "{{ dh.thanh_tich }}"),
        ],
        caption="Điển hình tiên tiến là cá nhân",
    )
