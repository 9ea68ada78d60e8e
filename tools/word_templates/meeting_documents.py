"""Bodies of the council's minutes (biên bản) and of the report on results (báo cáo)."""

from __future__ import annotations

from tools.word_templates.blocks import (
    BLANK_DATE,
    appendix,
    body,
    closing,
    council_table,
    head,
    intro,
    loop_table,
    office_head,
    recipients,
    signature,
    signer,
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
            + BLANK_DATE
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
        body("Thời gian bắt đầu: …… giờ ……, " + BLANK_DATE + ".")
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
        + para("TenHinh", "Biểu đồ: {{ bd.ten }}")
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
        + body(run("{{ tc.nhan }}: ", bold=True), "“{{ tc.trich }}”.")
        + body("{{ tc.ket_qua }}")
        + control("if tc.khong_dat")
        + body("Chưa đạt: {{ tc.khong_dat }}.")
        + control("endif")
        + _pictures("tc.bieu_do")
        + control("endfor")
    )


def _matrix() -> str:
    widths = columns(TEXT_LANDSCAPE, 10, 42, 13, 60, 25, 65, 14, 0)
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
