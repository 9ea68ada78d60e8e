"""The invented year in figures: what each of the 19 units of Hồng Ngự city did in 2021, and what it is to show.

Names of units are real, everything else is invented. The figures are chosen so that each verdict of the contract
happens at least once; ``samples/README.md`` says what to expect of each unit.
"""

from __future__ import annotations

from dataclasses import dataclass

WARDS = "Xã, phường"
ROOMS = "Phòng, ban"


@dataclass(frozen=True)
class Year:
    """One unit's year. Counts are of dossiers received in 2021 unless said otherwise.

    ``early + on_time + late + pending + withdrawn`` are received in the period and stand in the one-stop software;
    ``refused`` (at the door) and ``carried`` (received in 2020, returned on the due day in 2021) come on top.
    ``online`` of the received ones were filed online at level 3 or 4; ``logbook`` ones stand in no software,
    ``awaiting`` ones on the portal alone, not yet accepted.
    """

    name: str
    group: str
    other_names: str = ""
    early: int = 0
    on_time: int = 0
    late: int = 0
    pending: int = 0
    overdue: int = 0
    """How many of the pending ones were due before the end of the year."""
    withdrawn: int = 0
    refused: int = 0
    carried: int = 0
    online: int = 0
    logbook: int = 0
    awaiting: int = 0
    tasks: int = 8
    tasks_done: int = 8
    index_self: str = ""
    index_appraised: str = ""
    initiatives: tuple[tuple[str, str], ...] = ()
    """(title, what the council said)"""
    spellings: tuple[str, ...] = ()

    @property
    def on_software(self) -> int:
        """Received in the period and entered in the one-stop software."""
        return self.early + self.on_time + self.late + self.pending + self.withdrawn


RECOGNISED = "Công nhận"
RECOGNISED_AT_WORK = "Đã công nhận, áp dụng hiệu quả"
REJECTED = "Không công nhận"

# fmt: off
UNITS: tuple[Year, ...] = (
    Year(
        "Phường An Lộc", WARDS, "UBND phường An Lộc; P. An Lộc", early=196, on_time=71, late=1, pending=18,
        overdue=1, refused=3, carried=6, online=190, awaiting=3, tasks=12, tasks_done=12, index_self="92,50",
        index_appraised="89,75", initiatives=(
        ("Mô hình “Ngày thứ Sáu không viết”: công chức điền thay tờ khai cho người cao tuổi", RECOGNISED_AT_WORK),
        ("Nhóm Zalo khóm nhắc lịch nhận kết quả", RECOGNISED),),
        spellings=("UBND phường An Lộc", "Phường An Lộc", "P. An Lộc"),
    ),
    Year(
        "Phường An Thạnh", WARDS, "UBND phường An Thạnh", early=178, on_time=60, late=2, pending=12, refused=2,
        carried=4, online=151, tasks=12, tasks_done=12, index_self="90", index_appraised="87,2",
        initiatives=(("Góc tự phục vụ: máy tính và mã QR cho người dân tự nộp hồ sơ trực tuyến", RECOGNISED_AT_WORK),),
        spellings=("UBND phường An Thạnh", "Phường An Thạnh", "Uỷ ban nhân dân phường An Thạnh"),
    ),
    Year(
        "Phường An Lạc", WARDS, "UBND phường An Lạc", early=140, on_time=54, late=2, pending=14, refused=1,
        carried=3, online=126, tasks=11, tasks_done=11, index_self="88,5", index_appraised="85",
        initiatives=(("Trả kết quả tại nhà cho người khuyết tật", RECOGNISED),),
        spellings=("UBND phường An Lạc", "Phường An Lạc", "PHƯỜNG AN LẠC"),
    ),
    Year(
        "Phường An Bình A", WARDS, "UBND phường An Bình A; Xã An Bình A", early=150, on_time=76, late=0, pending=17,
        refused=2, carried=4, online=139, logbook=1, tasks=11, tasks_done=11, index_self="89",
        index_appraised="86,4", initiatives=(("Tủ hồ sơ mẫu có hình ảnh tại nơi tiếp nhận", RECOGNISED),),
        spellings=("UBND phường An Bình A", "Phường An Bình A", "P.An Bình A"),
    ),
    Year(
        "Phường An Bình B", WARDS, "UBND phường An Bình B; Xã An Bình B", early=116, on_time=47, late=0, pending=18,
        overdue=2, refused=1, carried=2, online=90, tasks=10, tasks_done=10, index_self="86",
        index_appraised="83,1",
        initiatives=(("Tổ hỗ trợ nộp hồ sơ trực tuyến tại khóm vào tối thứ Ba", RECOGNISED_AT_WORK),),
        spellings=("UBND phường An Bình B", "Phường An Bình B"),
    ),
    Year(
        "Xã Bình Thạnh", WARDS, "UBND xã Bình Thạnh", early=128, on_time=55, late=1, pending=16, withdrawn=2,
        refused=2, carried=5, online=118, tasks=10, tasks_done=10, index_self="84,25", index_appraised="79,75",
        initiatives=(("Chuyến đò một cửa: tiếp nhận hồ sơ lưu động ở cồn", RECOGNISED),),
        spellings=("UBND xã Bình Thạnh", "Xã Bình Thạnh"),
    ),
    Year(
        "Xã Tân Hội", WARDS, "UBND xã Tân Hội", early=70, on_time=28, late=1, pending=11, refused=1, carried=0,
        online=66, tasks=10, tasks_done=10, index_self="85", index_appraised="81,5",
        initiatives=(("Bảng theo dõi hồ sơ bằng màu tại bộ phận một cửa", RECOGNISED),),
        spellings=("UBND xã Tân Hội", "Xã Tân Hội", "XÃ TÂN HỘI"),
    ),
    Year(
        "Văn phòng HĐND và UBND", ROOMS, "VP HĐND&UBND; Văn phòng HĐND-UBND", early=120, on_time=52, late=1,
        pending=15, refused=1, carried=3, online=133, tasks=14, tasks_done=14, index_self="93",
        index_appraised="91,4", initiatives=(("Phiếu hẹn điện tử gửi qua tin nhắn", RECOGNISED_AT_WORK),),
        spellings=("Văn phòng HĐND và UBND", "VP HĐND&UBND"),
    ),
    Year(
        "Phòng Nội vụ", ROOMS, "Phòng NV", early=38, on_time=17, late=0, pending=4, online=40, tasks=13,
        tasks_done=13, index_self="91", index_appraised="88",
        initiatives=(("Bộ câu hỏi tự chấm công tác cải cách hành chính hằng quý", RECOGNISED),),
        spellings=("Phòng Nội vụ", "PHÒNG NỘI VỤ"),
    ),
    Year(
        "Phòng Tư pháp", ROOMS, "", early=92, on_time=48, late=1, pending=9, online=90, tasks=9, tasks_done=9,
        index_self="90,5", index_appraised="88,5",
        initiatives=(("Danh mục hỏi đáp hộ tịch dùng chung cho bảy xã, phường", RECOGNISED),),
        spellings=("Phòng Tư pháp", "P. Tư pháp"),
    ),
    Year(
        "Phòng Tài chính - Kế hoạch", ROOMS, "Phòng TC-KH; Phòng Tài chính Kế hoạch", early=121, on_time=49, late=1,
        pending=13, refused=1, carried=2, online=120, tasks=10, tasks_done=10, index_self="87",
        index_appraised="84,6", initiatives=(("Đăng ký hộ kinh doanh trong một ngày", RECOGNISED_AT_WORK),),
        spellings=("Phòng Tài chính - Kế hoạch", "Phòng TC-KH"),
    ),
    Year(
        "Phòng Tài nguyên và Môi trường", ROOMS, "Phòng TN&MT; P. TNMT", early=208, on_time=122, late=11,
        pending=30, overdue=6, refused=3, carried=9, online=152, tasks=12, tasks_done=12, index_self="84",
        index_appraised="80,5", initiatives=(("Sơ đồ thửa đất in sẵn kèm phiếu hẹn", REJECTED),),
        spellings=("Phòng Tài nguyên và Môi trường", "Phòng TN&MT"),
    ),
    Year(
        "Phòng Lao động - Thương binh và Xã hội", ROOMS, "Phòng LĐ-TB&XH; Phòng LĐTBXH", early=96, on_time=40,
        late=1, pending=8, carried=2, online=88, tasks=10, tasks_done=9, index_self="86", index_appraised="82,75",
        initiatives=(("Chi trả trợ cấp qua tài khoản theo đăng ký tại một cửa", RECOGNISED),),
        spellings=("Phòng Lao động - Thương binh và Xã hội", "Phòng LĐ-TB&XH"),
    ),
    Year(
        "Phòng Văn hóa và Thông tin", ROOMS, "Phòng VH&TT; Phòng Văn hoá và Thông tin", early=44, on_time=20,
        late=0, pending=4, online=45, tasks=9, tasks_done=9,
        initiatives=(("Bản tin loa khóm “Một phút cải cách”", RECOGNISED),),
        spellings=("Phòng Văn hóa và Thông tin", "Phòng Văn hoá và Thông tin", "Phòng VH&TT"),
    ),
    Year(
        "Phòng Giáo dục và Đào tạo", ROOMS, "Phòng GD&ĐT", early=70, on_time=29, late=1, pending=8, online=63,
        tasks=10, tasks_done=10, index_self="84", index_appraised="80",
        initiatives=(("Chuyển trường trực tuyến giữa hai cấp học", RECOGNISED),),
        spellings=("Phòng Giáo dục và Đào tạo", "Phòng GD&ĐT"),
    ),
    Year(
        "Phòng Y tế", ROOMS, "", early=7, on_time=4, late=0, pending=1, online=6, tasks=7, tasks_done=7,
        initiatives=(), spellings=("Phòng Y tế",),
    ),
    Year(
        "Thanh tra thành phố", ROOMS, "Thanh tra TP", tasks=8, tasks_done=8, index_self="87",
        index_appraised="85,2", initiatives=(("Sổ tay điện tử giải quyết đơn thư", RECOGNISED),),
        spellings=("Thanh tra thành phố",),
    ),
    Year(
        "Phòng Kinh tế", ROOMS, "", early=92, on_time=48, late=1, pending=9, online=90, tasks=11, tasks_done=11,
        index_self="91", index_appraised="88,5",
        initiatives=(("Hẹn giờ cấp giấy phép bán lẻ rượu, thuốc lá", RECOGNISED),),
        spellings=("Phòng Kinh tế", "PHÒNG KINH TẾ"),
    ),
    Year(
        "Phòng Quản lý đô thị", ROOMS, "Phòng QLĐT", early=84, on_time=41, late=1, pending=15, overdue=1, refused=2,
        carried=4, online=58, tasks=12, tasks_done=12, index_self="85,5",
        initiatives=(("Bản đồ số cấp giấy phép xây dựng", RECOGNISED),),
        spellings=("Phòng Quản lý đô thị", "Phòng QLĐT"),
    ),
)
# fmt: on

PERSON_NAMES: tuple[str, ...] = (
    "Nguyễn Thị Bích Thủy",
    "Trần Văn Đức",
    "Lê Hoàng Phúc",
    "Phạm Thị Ngọc Hân",
    "Võ Minh Khôi",
    "Đặng Thị Út",
    "Huỳnh Quốc Hòa",
    "Bùi Thị Quý",
    "Ngô Văn Ửng",
    "Đỗ Thị Ái",
    "Dương Thành Ý",
    "Phan Thị Ánh Tuyết",
    "Lâm Chí Cường",
    "Mai Thị Diễm",
    "Trương Văn Ẩn",
    "Hồ Thị Mỹ Duyên",
    "Lý Hoài Nam",
    "Châu Ngọc Ê",
    "Tô Thị Thu Ba",
    "Cao Hữu Đạt",
    "Đinh Thị Kim Oanh",
    "Thái Văn Ơn",
    "La Thị Xuân",
    "Kiều Văn Ích",
    "Vương Thị Yến",
    "Quách Văn Út",
    "Tạ Thị Ưng",
    "Lương Văn Áng",
    "Hà Thị Ồng",
    "Đoàn Minh Triết",
)
"""Invented names of officers; each unit takes its three from here (see :func:`officers`)."""

APPLICANT = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Ví Dụ", "Phạm Thị Giả Định")
"""Invented applicants: they stand in the exports, as real ones do, and must appear in no output."""


def officers(unit_index: int) -> tuple[str, str, str]:
    """The three officers who handle a unit's dossiers; late ones are the first officer's."""
    count = len(PERSON_NAMES)
    return (
        PERSON_NAMES[unit_index % count],
        PERSON_NAMES[(unit_index + 7) % count],
        PERSON_NAMES[(unit_index + 17) % count],
    )


WARD_WORK = (
    ("Đăng ký khai sinh", "Hộ tịch"),
    ("Cấp bản sao trích lục hộ tịch", "Hộ tịch"),
    ("Xác nhận tình trạng hôn nhân", "Hộ tịch"),
    ("Chứng thực bản sao từ bản chính", "Chứng thực"),
    ("Hỗ trợ chi phí mai táng", "Bảo trợ xã hội"),
)
ROOM_WORK: dict[str, tuple[str, str]] = {
    "Văn phòng HĐND và UBND": ("Cấp bản sao văn bản từ hồ sơ lưu trữ", "Văn thư, lưu trữ"),
    "Phòng Nội vụ": ("Đăng ký hoạt động tôn giáo tập trung", "Tôn giáo"),
    "Phòng Tư pháp": ("Thay đổi, cải chính hộ tịch", "Hộ tịch"),
    "Phòng Tài chính - Kế hoạch": ("Đăng ký thành lập hộ kinh doanh", "Thành lập và hoạt động của hộ kinh doanh"),
    "Phòng Tài nguyên và Môi trường": ("Đăng ký biến động quyền sử dụng đất", "Đất đai"),
    "Phòng Lao động - Thương binh và Xã hội": ("Trợ cấp xã hội hằng tháng", "Bảo trợ xã hội"),
    "Phòng Văn hóa và Thông tin": ("Cấp giấy phép kinh doanh karaoke", "Văn hóa"),
    "Phòng Giáo dục và Đào tạo": ("Chuyển trường đối với học sinh", "Giáo dục"),
    "Phòng Y tế": ("Cấp giấy chứng nhận an toàn thực phẩm", "An toàn thực phẩm"),
    "Phòng Kinh tế": ("Cấp giấy phép bán lẻ rượu", "Lưu thông hàng hóa"),
    "Phòng Quản lý đô thị": ("Cấp giấy phép xây dựng nhà ở riêng lẻ", "Xây dựng"),
}


def work(unit_index: int) -> tuple[tuple[str, str], ...]:
    """Procedures and fields that a unit handles."""
    unit = UNITS[unit_index]
    return WARD_WORK if unit.group == WARDS else (ROOM_WORK[unit.name],)
