"""Reports that products, offices and portals print beside the forms of the circulars, one small writer for each.

Their heads are those of software in use; numbers are texts, a rate is "99.5%" or empty, dates are DD/MM/YYYY HH:mm:ss.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.layout.forms import UNITS, Form, Row
from tests.layout.printed import MOTTO, Head, printed

DONE: Head = ("Đã xử lý", ("Tổng số", "Trước hạn", "Trong hạn", "Quá hạn"))
OPEN: Head = ("Đang xử lý", ("Tổng số", "Trong hạn", "Quá hạn"))


def _of_units(*cells: str) -> list[Row]:
    """One numbered row for each unit, all with the same cells."""
    return [[str(number), unit, *cells] for number, unit in enumerate(UNITS, 1)]


def code(number: int) -> str:
    """A dossier code of the system."""
    return f"000.05.41.H20-210201-{number:04d}"


def register() -> Form:
    """Sổ theo dõi hồ sơ: the legal form of the one-stop software, of the unit in its title."""
    heads: list[Head] = [
        *("STT", "Mã hồ sơ", "Nội dung hồ sơ", "Số lượng (bộ)", "Họ tên chủ hồ sơ", "Địa chỉ", "Số điện thoại"),
        ("Ngày, tháng, năm", ("Nhận hồ sơ", "Hẹn trả kết quả")),
        ("Trả kết quả", ("Ngày nhận kết quả", "Bên giao", "Bên nhận")),
        "Ghi chú",
    ]
    who = ("Lê Văn Ví Dụ", "Khóm 1", "0900000000", "01/02/2021 08:00:00", "05/02/2021 17:00:00")
    gone = ("04/02/2021 09:00:00", "Trần A", "Lê Văn Ví Dụ", "")
    body: list[Row] = [[str(n), code(n), "Chứng thực bản sao", "1", *who, *gone] for n in (1, 2, 3)]
    return printed("SỔ THEO DÕI HỒ SƠ CỦA UBND PHƯỜNG AN LỘC", heads, body, name="SỔ THEO DÕI HỒ SƠ CỦA UBND PHƯ")


def late_done() -> Form:
    """Phụ lục I: dossiers resolved late, units as rows across the table."""
    heads = ("STT", "Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày có kết quả", "Đơn vị giải quyết", "Ghi chú")
    days = ("01/03/2021 08:00:00", "11/03/2021 17:00:00", "13/03/2021 09:00:00")
    body: list[Row] = [[UNITS[0]]]
    body += [[str(n), code(n), *days, UNITS[0], ""] for n in (1, 2)]
    title = "DANH SÁCH ĐƠN VỊ, CÁ NHÂN CHẬM TRỄ TRONG VIỆC GIẢI QUYẾT HỒ SƠ TTHC"
    return printed(title, heads, body, above=(["Phụ lục I"],))


def late_running() -> Form:
    """Phụ lục II: dossiers that run late, with the officer who holds them."""
    heads = ("STT", "Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Cán bộ đang xử lý", "Đơn vị giải quyết", "Ghi chú")
    days = ("01/12/2021 08:00:00", "11/12/2021 17:00:00")
    body: list[Row] = [[str(n), code(n), *days, "Trần A", UNITS[0], ""] for n in (1, 2)]
    return printed("DANH SÁCH HỒ SƠ ĐANG GIẢI QUYẾT QUÁ HẠN", heads, body, above=(["Phụ lục II"],))


def late_running_counts() -> Form:
    """Phụ lục II of the units: how many dossiers run late."""
    heads = ("STT", "Đơn vị", "Số hồ sơ quá hạn")
    return printed("THỐNG KÊ HỒ SƠ ĐANG GIẢI QUYẾT QUÁ HẠN", heads, _of_units("2"), above=(["Phụ lục II"],), total=True)


def late_running_persons() -> Form:
    """Phụ lục II with the unit and person that are late in one column."""
    heads = ("STT", "Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Đơn vị/cá nhân giải quyết quá hạn", "Ghi chú")
    days = ("01/12/2021 08:00:00", "11/12/2021 17:00:00")
    body: list[Row] = [[str(n), code(n), *days, unit, ""] for n, unit in enumerate(UNITS, 1)]
    return printed("DANH SÁCH HỒ SƠ QUÁ HẠN ĐANG GIẢI QUYẾT", heads, body, above=(["Phụ lục II"],))


def progress_766() -> Form:
    """Tiến độ giải quyết after Decision 766: "Trong hạn" under done means on time."""
    new: Head = ("Trong kỳ", ("Tổng số", "Trực tuyến", "Trực tiếp", "BCCI"))
    heads: list[Head] = ["STT", "Đơn vị", ("Tiếp nhận", ("Tổng số", "Kỳ trước chuyển sang", new)), DONE, OPEN]
    cells = ("105", "5", "100", "60", "39", "1", "100", "50", "49", "1", "5", "5", "0")
    title = "THEO DÕI TIẾN ĐỘ GIẢI QUYẾT - THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTG NGÀY 23/06/2022"
    return printed(title, heads, _of_units(*cells), total=True)


def by_unit() -> Form:
    """Tổng hợp theo đơn vị: "Trong kỳ" holds what was filed in person only."""
    heads: list[Head] = [
        *("STT", "Đơn vị", ("Tiếp nhận", ("Tổng số", "Kỳ trước", "Trong kỳ", "Qua mạng", "Qua BCCI"))),
        ("Đã xử lý", ("Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tỷ lệ trước hạn, đúng hạn")),
        ("Đang xử lý", ("Trong hạn", "Quá hạn")),
        *("Bổ sung", "Dừng xử lý", "Yêu cầu thực hiện nghĩa vụ tài chính", "Trả lại/ Rút HS"),
    ]
    cells = ("105", "5", "39", "60", "1", "100", "50", "49", "1", "99%", "3", "1", "1", "0", "0", "0")
    title = "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC"
    return printed(title, heads, _of_units(*cells), total=True)


def details() -> Form:
    """Chi tiết tiếp nhận và trả kết quả: "Đúng hạn" under the running ones too."""
    heads: list[Head] = [
        *("STT", "Đơn vị", "Tổng số"),
        ("Hồ sơ đã xử lý", ("Trước hạn", "Đúng hạn", "Quá hạn", "Tỷ lệ trước hạn và đúng hạn")),
        ("Hồ sơ đang xử lý", ("Đúng hạn", "Quá hạn")),
    ]
    title = "BẢNG THỐNG KÊ CHI TIẾT VIỆC TIẾP NHẬN VÀ TRẢ KẾT QUẢ"
    return printed(title, heads, _of_units("105", "50", "49", "1", "99.00 %", "5", "0"), total=True)


def from_portal() -> Form:
    """Nộp từ Cổng dịch vụ công: late reception beside late handling."""
    late = "Tổng số hồ sơ giải quyết quá hạn đang xử lý"
    heads = (
        *("STT", "Đơn vị", "Tổng số hồ sơ tiếp nhận, giải quyết", "Tổng số hồ sơ xử lý đúng hạn"),
        *("Tổng số hồ sơ chậm được tiếp nhận", late, f"{late} (Tính lũy kế từ kỳ trước)"),
    )
    title = "DANH SÁCH TỔNG HỢP KẾT QUẢ TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ TRỰC TUYẾN NỘP TỪ CỔNG DỊCH VỤ CÔNG TỈNH"
    return printed(title, heads, _of_units("60", "59", "3", "1", "2"), total=True)


def by_level(share: str = "Tỷ lệ hồ sơ trực tuyến") -> Form:
    """Trực tuyến theo mức độ: two rows of levels under each unit."""
    heads: list[Head] = [
        *("STT", "Đơn vị", "Tổng số hồ sơ", ("Trong đó", ("Trực tuyến", "Trực tiếp", "BCCI")), share),
        ("Đánh giá", ("Số TTHC đạt", "Số TTHC không đạt", "Số TTHC không xuất hiện hồ sơ")),
    ]
    body: list[Row] = []
    for number, unit in enumerate(UNITS, 1):
        body += [
            [str(number), unit, "100", "60", "39", "1", "60%", "5", "1", "2"],
            ["", "Toàn trình", "70", "50", "20", "0", "71.43%", "4", "0", "1"],
            ["", "Một phần", "30", "10", "19", "1", "33.33%", "1", "1", "1"],
        ]
    return printed("TÌNH HÌNH TIẾP NHẬN HỒ SƠ TRỰC TUYẾN THEO MỨC ĐỘ", heads, body)


def by_level_with_target() -> Form:
    """The same with the target of the year in the head."""
    return by_level("Tỷ lệ hồ sơ trực tuyến (chỉ tiêu: 50%)")


def online_targets() -> Form:
    """Chỉ tiêu trực tuyến: the share filed online against the year's target."""
    heads = ("STT", "Đơn vị", "Chỉ tiêu giao (%)", "Tổng số hồ sơ", "Số hồ sơ trực tuyến", "Tỷ lệ (%)", "Đánh giá")
    return printed("KẾT QUẢ THỰC HIỆN CHỈ TIÊU HỒ SƠ TRỰC TUYẾN", heads, _of_units("50", "100", "60", "60%", "Đạt"))


def payments() -> Form:
    """Thanh toán: how fees were paid, which is no way of filing."""
    heads: list[Head] = [
        *("STT", "Đơn vị", "Tổng số hồ sơ", "Hồ sơ thu phí"),
        ("Thanh toán", ("Trực tiếp", "Trực tuyến")),
        "Tỷ lệ thanh toán trực tuyến",
    ]
    title = "THỐNG KÊ THANH TOÁN PHÍ, LỆ PHÍ HỒ SƠ"
    return printed(title, heads, _of_units("100", "50", "20", "30", "60%"), total=True)


def digitised() -> Form:
    """Số hóa: how many dossiers and results were digitised."""
    heads: list[Head] = [
        *("STT", "Đơn vị", "Tổng số hồ sơ tiếp nhận"),
        ("Số hóa", ("Hồ sơ số hóa thành phần", "Kết quả được số hóa", "Tỷ lệ số hóa")),
        "Tỷ lệ tái sử dụng",
    ]
    return printed("THỐNG KÊ SỐ HÓA HỒ SƠ, KẾT QUẢ TTHC", heads, _of_units("100", "90", "95", "95%", "10%"), total=True)


def satisfaction() -> Form:
    """Hài lòng: what applicants say of the officers who received them."""
    two = ("Số phiếu", "Tỷ lệ")
    heads: list[Head] = [
        *("STT", "Đơn vị", "Công chức tiếp nhận", "Tổng số phiếu"),
        *(("Rất hài lòng", two), ("Hài lòng", two), ("Không hài lòng", two)),
    ]
    body = _of_units("Trần A", "100", "80", "80%", "19", "19%", "1", "1%")
    return printed("KẾT QUẢ ĐÁNH GIÁ SỰ HÀI LÒNG CỦA NGƯỜI DÂN, DOANH NGHIỆP", heads, body)


def ranking_766() -> Form:
    """The ranking after Decision 766: points, no counts."""
    heads = (
        *("Hạng", "Tên Đơn vị, Cơ quan", "Cấp Đơn vị", "Mã Đơn vị", "Công khai (18đ)", "Tiến độ (20đ)"),
        *("DVC TT (12đ)", "Số hóa (22đ)", "Thanh toán (10đ)", "Hài lòng (18đ)", "TỔNG ĐIỂM (100đ)", "Xếp loại"),
    )
    points = (11.85, 19.7, 6.72, 13.05, 7.02, 18, 76.34, "Khá")
    body: list[Row] = [[n, unit, "Cấp Xã", f"H20.41.0{n}", *points] for n, unit in enumerate(UNITS, 1)]
    title = "BẢNG XẾP HẠNG CHẤT LƯỢNG PHỤC VỤ CÁC ĐƠN VỊ TRỰC THUỘC TỈNH"
    return printed(title, heads, body, days=None, above=())


def detail_766() -> Form:
    """The detail behind that ranking: numerator, denominator, points as "3.86 / 6"."""
    heads = ("STT", "Tên Đơn vị, Cơ quan", "Chỉ số thành phần", "Tử số", "Mẫu số", "Tỷ lệ", "Điểm")
    body: list[Row] = [
        [n, unit, "Tỷ lệ hồ sơ giải quyết đúng hạn", 90, 100, "90 %", "3.86 / 6"] for n, unit in enumerate(UNITS, 1)
    ]
    return printed("CHI TIẾT CHỈ SỐ TIẾN ĐỘ GIẢI QUYẾT", heads, body, days=None, above=())


def cluster_scores() -> Form:
    """A cluster's score sheet: what the commune gave itself, bonus, what the province gave; another block below."""
    heads = ("Cụm thi đua", "Tên xã, phường", "Địa phương chấm", "Điểm thưởng", "Tỉnh chấm", "Tổng điểm", "Xếp loại")
    body: list[Row] = [["Cụm 1" if n == 1 else "", unit, 95, 2, 93, 95, "Tốt"] for n, unit in enumerate(UNITS, 1)]
    body += [[], ["TỔNG HỢP THEO CỤM"], ["Cụm thi đua", "Số đơn vị", "Điểm bình quân"], ["Cụm 1", 3, 95]]
    return printed("BẢNG TỔNG HỢP ĐIỂM THI ĐUA CỦA CỤM", heads, body, days=None, above=())


def by_status() -> Form:
    """By status, with VNeID filings and the total in one cell: "12 / 340"."""
    heads = (
        *("STT", "Đơn vị", "Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý"),
        *("Yêu cầu bổ sung giấy tờ", "Đã xử lý xong", "Đã trả kết quả", "Hồ sơ VNeID/tổng hồ sơ"),
    )
    return printed("THỐNG KÊ HỒ SƠ THEO TRẠNG THÁI", heads, _of_units("2", "8", "0", "10", "1", "40", "60", "12 / 121"))


def land_office() -> Form:
    """A land office's list of returned dossiers: header on row 7, parcels beside the code."""
    heads = (
        *("STT", "Mã Hồ Sơ", "Chủ Sử Dụng", "Địa Chỉ", "Tờ", "Thửa", "Loại Hồ Sơ", "Số Biên Lai", "Ngày Hẹn"),
        *("Ngày Trả Kết Quả", "Người Nhận", "Ghi Chú"),
    )
    parcel = ("Lê Văn Ví Dụ", "Khóm 1", "12", "34", "Trích lục", "", "05/02/2021", "04/02/2021", "Lê Văn Ví Dụ", "")
    body: list[Row] = [[n, code(n), *parcel] for n in (1, 2, 3)]
    titles: list[Row] = [["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Độc lập - Tự do - Hạnh phúc"], []]
    days: Row = ["TỪ NGÀY 01/01/2021 ĐẾN NGÀY 31/12/2021"]
    form = printed("DANH SÁCH HỒ SƠ ĐÃ TRẢ KẾT QUẢ - PHƯỜNG AN LỘC", heads, body, days=days, above=titles)
    return Form([*form.titles, []], form.heads, form.merges, form.body, "DS_Tra_KQ", form.below)


def monthly_slip() -> Form:
    """A month's slip of one unit: what is counted stands in rows."""
    body: list[Row] = [
        ["I", "Tiếp nhận", ""],
        ["1", "Tiếp nhận trong tháng", "100"],
        ["2", "Từ tháng trước chuyển sang", "5"],
        ["II", "Trả kết quả", ""],
        ["1", "Trả kết quả trước hạn", "50"],
        ["2", "Trả kết quả đúng hạn", "49"],
        ["3", "Trả kết quả quá hạn", "1"],
        ["III", "Chuyển sang tháng sau", "5"],
    ]
    above: list[Row] = [["UBND PHƯỜNG AN LỘC"]]
    title = "BÁO CÁO TÌNH HÌNH TIẾP NHẬN VÀ TRẢ KẾT QUẢ"
    return printed(title, ("TT", "Nội dung", "Kết quả"), body, days=["Tháng 3 năm 2021"], above=above)


def quarterly_06a() -> Form:
    """A quarter's form II.06a: index row without brackets, waiting dossiers inside "Đúng hạn"."""
    inside = "Đúng hạn (Bao gồm cả hồ sơ chờ bổ sung và trả lại/xin rút)"
    new: Head = ("Trong kỳ", ("Trực tuyến", "Trực tiếp, dịch vụ bưu chính"))
    heads: list[Head] = [
        *("STT", "Đơn vị", ("Số lượng hồ sơ tiếp nhận", ("Tổng số", new, "Từ kỳ trước"))),
        ("Số lượng hồ sơ đã giải quyết", ("Tổng số", "Trước hạn", inside, "Quá hạn")),
        ("Số lượng hồ sơ đang giải quyết", ("Tổng số", "Trong hạn", "Quá hạn")),
    ]
    index: Row = [str(number) for number in range(1, 14)]
    body = [index, *_of_units("105", "60", "40", "5", "100", "50", "49", "1", "5", "5", "0")]
    title = "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC"
    return printed(title, heads, body, days=["Kỳ báo cáo: Quý I/2021"], above=(["Biểu số II.06a/VPCP/KSTT"],))


def one_sided(title: str, state: str = "Đã trả kết quả") -> Form:
    """A list of some dossiers by its title: received late, handled on time only, handled late only."""
    heads = ("STT", "Tên thủ tục", "Người nộp", "Ngày nhận", "Ngày hẹn trả", "Tình trạng", "Ghi chú")
    cells = ("Chứng thực bản sao", "Lê Văn Ví Dụ", "01/02/2021 08:00:00", "05/02/2021 17:00:00", state, "")
    body: list[Row] = [[str(n), *cells] for n in (1, 2, 3)]
    return printed(title, heads, body, above=(MOTTO, ["UBND PHƯỜNG AN LỘC"]))


def fees() -> Form:
    """Fees collected, dossier by dossier kind."""
    heads = ("STT", "Đơn vị", "Số hồ sơ", "Số tiền phí", "Số tiền lệ phí", "Tổng số tiền")
    return printed("BÁO CÁO THU PHÍ, LỆ PHÍ", heads, _of_units("100", "200000", "100000", "300000"), total=True)


def copies() -> Form:
    """Certified copies: how many, what they brought in."""
    heads = ("STT", "Đơn vị", "Số lượng bản sao", "Số lượng chữ ký", "Số tiền")
    return printed("THỐNG KÊ SAO Y, CHỨNG THỰC", heads, _of_units("100", "20", "300000"), total=True)


def day_report() -> Form:
    """A day's report: what came in and went out on that day."""
    heads: list[Head] = [
        *("STT", "Đơn vị", "Tiếp nhận trong ngày", "Có kết quả trong ngày", "Trả kết quả trong ngày"),
        ("Đang xử lý", ("Trong hạn", "Quá hạn")),
    ]
    cells = _of_units("10", "8", "7", "5", "0")
    return printed("BÁO CÁO NGÀY", heads, cells, days=["Ngày 15/03/2021"], total=True)


def postal() -> Form:
    """Filing and returning by post."""
    heads: list[Head] = [
        *("STT", "Đơn vị", "Tổng số hồ sơ"),
        ("Dịch vụ bưu chính công ích", ("Số hồ sơ tiếp nhận qua BCCI", "Số hồ sơ trả kết quả qua BCCI")),
    ]
    title = "THỐNG KÊ HỒ SƠ TIẾP NHẬN, TRẢ KẾT QUẢ QUA DỊCH VỤ BƯU CHÍNH CÔNG ÍCH"
    return printed(title, heads, _of_units("100", "5", "7"), total=True)


def cross_boundary() -> Form:
    """Received for other places ("phi địa giới")."""
    heads = ("STT", "Đơn vị tiếp nhận", "Tổng số hồ sơ", "Số hồ sơ tiếp nhận phi địa giới", "Tỷ lệ")
    title = "THỐNG KÊ HỒ SƠ TIẾP NHẬN PHI ĐỊA GIỚI HÀNH CHÍNH"
    return printed(title, heads, _of_units("100", "4", "4%"), total=True)


def award_import() -> Form:
    """The import list of an award product: persons and collectives under one head; never a register."""
    heads = (
        *("STT", "Phân loại khen thưởng", "Tên tập thể/cá nhân/hộ gia đình", "Chức vụ", "Đơn vị công tác"),
        *("Danh hiệu thi đua/Hình thức khen thưởng", "Phân loại đối tượng"),
    )
    body: list[Row] = [
        [1, "Tập thể", UNITS[0], "", "", "Giấy khen", "Tập thể"],
        [2, "Cá nhân", "Lê Thị Hòa", "Chủ tịch", UNITS[0], "Giấy khen", "Lãnh đạo"],
    ]
    return printed("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", heads, body, days=None, above=())


def parts_of_a_ledger() -> Form:
    """Heads of a home-made report: "Số đầu kỳ", "Tồn cuối", "Sớm / Đúng / Trễ"."""
    heads: list[Head] = [
        *("STT", "Tên cơ quan làm việc", "Tổng", "Tiếp nhận", "Kỳ trước chuyển qua"),
        ("Hồ sơ đã giải quyết", ("Số hồ sơ", "Sớm", "Đúng", "Trễ")),
        *("Hồ sơ trả lại", "Tồn cuối"),
    ]
    return printed("THỐNG KÊ HỒ SƠ MỘT CỬA", heads, _of_units("105", "100", "5", "100", "50", "49", "1", "0", "5"))


def ledger_of_the_period() -> Form:
    """The same with the stock at the period's beginning and end, and all late ones in one column."""
    heads = ("STT", "Đơn vị", "Số đầu kỳ", "Nhận trong kỳ", "Đã giải quyết", "Tổng số trễ hạn", "Tồn cuối")
    return printed("THỐNG KÊ HỒ SƠ MỘT CỬA", heads, _of_units("5", "100", "100", "1", "5"))


def _of_fields(*heads_between: Head) -> list[Head]:
    return [
        *("STT", *heads_between),
        ("Tiếp nhận", ("Tổng số", "Kỳ trước", "Trong kỳ", "Qua mạng", "Qua BCCI")),
        ("Đã xử lý", ("Trước hạn", "Đúng hạn", "Quá hạn", "Tỷ lệ trước hạn, đúng hạn")),
        ("Đang xử lý", ("Trong hạn", "Quá hạn")),
        *("Bổ sung", "Trả lại/ Rút HS"),
    ]


def by_field() -> Form:
    """Tổng hợp theo lĩnh vực, of the unit in the line above."""
    cells = ("105", "5", "39", "60", "1", "50", "49", "1", "99%", "4", "1", "0", "0")
    body: list[Row] = [["1", "Hộ tịch", *cells], ["2", "Chứng thực", *cells]]
    above: list[Row] = [["UBND PHƯỜNG AN LỘC"]]
    title = "TÌNH HÌNH TIẾP NHẬN VÀ GIẢI QUYẾT TTHC THEO LĨNH VỰC"
    return printed(title, _of_fields("Lĩnh vực"), body, above=above, total=True)


def by_procedure() -> Form:
    """Tổng hợp theo thủ tục, of the unit in the line above, with the level of each procedure."""
    cells = ("Toàn trình", "105", "5", "39", "60", "1", "50", "49", "1", "99%", "4", "1", "0", "0")
    body: list[Row] = [["1", "Đăng ký khai sinh", *cells], ["2", "Chứng thực bản sao", *cells]]
    above: list[Row] = [["UBND PHƯỜNG AN LỘC"]]
    title = "TÌNH HÌNH TIẾP NHẬN VÀ GIẢI QUYẾT TTHC"
    return printed(title, _of_fields("Thủ tục", "Mức độ"), body, above=above, total=True)


def hanoi_merger() -> Form:
    """Hanoi's merged report: online filings by kind, late ones with and without a letter of apology."""
    heads: list[Head] = [
        *("STT", "Đơn vị giải quyết TTHC"),
        (
            "Hồ sơ tiếp nhận",
            (
                *("Tổng số", "Tiếp nhận trực tuyến toàn trình", "Tiếp nhận trực tuyến một phần"),
                *("Tiếp nhận trực tuyến hình thức khác", "Trực tiếp", "BCCI", "Tiếp nhận phi địa giới"),
                "Kỳ trước chuyển qua",
            ),
        ),
        (
            "Hồ sơ đã giải quyết",
            (
                *("Tổng số", "Đúng và trước hạn", "Quá hạn (đã có thư xin lỗi)"),
                "Quá hạn (chưa có thư xin lỗi)",
            ),
        ),
        ("Hồ sơ đang giải quyết", ("Tổng số", "Chưa đến hạn", "Quá hạn")),
        *("Hồ sơ dừng xử lý", "Hồ sơ TT chờ tiếp nhận", "Hồ sơ không được tiếp nhận", "Hồ sơ rút"),
    ]
    received = ("105", "40", "20", "0", "39", "1", "0", "5")
    cells = (*received, "100", "99", "1", "0", "5", "5", "0", "0", "0", "0", "0")
    return printed("TỔNG HỢP KẾT QUẢ GIẢI QUYẾT TTHC THEO ĐƠN VỊ", heads, _of_units(*cells), total=True)


def empty_first_column() -> Form:
    """Form 07a/BTP: nothing in column A, so that the row numbers stand in column B."""
    form = progress_766()

    def moved(rows: Sequence[Row]) -> list[Row]:
        return [["", *row] if row else [] for row in rows]

    merges = [(top, left + 1, bottom, right + 1) for top, left, bottom, right in form.merges]
    return Form(moved(form.titles), moved(form.heads), merges, moved(form.body), form.name, moved(form.below))


def public_service_centre() -> Form:
    """Form II.06a of a public service centre, as since 2025, with its waiting dossiers named in two heads."""
    new: Head = ("Trong kỳ", ("Trực tuyến", "Trực tiếp, dịch vụ bưu chính"))
    heads: list[Head] = [
        *("STT", "Lĩnh vực, công việc giải quyết theo cấp"),
        ("Số hồ sơ nhận giải quyết", ("Tổng số", new, "Kỳ trước")),
        ("Số hồ sơ đã giải quyết", ("Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn")),
        ("Hồ sơ đang xử lý", ("Tổng số", "Trong hạn (Bao gồm cả hồ sơ chờ bổ sung và hồ sơ khác)", "Quá hạn")),
    ]
    index = [f"({number})" for number in range(1, 14)]
    index[2], index[6], index[10] = "(3)=(4)+(5)+(6)", "(7)=(8)+(9)+(10)", "(11)=(12)+(13)"
    cells = ("105", "60", "40", "5", "100", "50", "49", "1", "5", "5", "0")
    body: list[Row] = [[*index], ["1", "Hộ tịch", *cells], ["2", "Chứng thực", *cells]]
    above: list[Row] = [["Biểu số II.06a/VPCP/KSTT"], ["- Đơn vị báo cáo: Trung tâm PVHCC phường An Lộc"]]
    above.append(["- Đơn vị nhận báo cáo: UBND tỉnh Đồng Tháp"])
    title = "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
    return printed(title, heads, body, days=["Kỳ báo cáo: năm 2021"], above=above)
