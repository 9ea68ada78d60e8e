"""The persons put forward in the invented year, and the authors of its initiatives. Every name is invented."""

from __future__ import annotations

from dataclasses import dataclass

from units_2021 import UNITS, officers

EXCELLENT, GOOD, PLAIN = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
)


@dataclass(frozen=True)
class Person:
    """One person put forward; ``initiative`` is what their own row says, beside the list of initiatives."""

    name: str
    position: str
    unit: str
    classification: str
    initiative: str = ""

    @property
    def woman(self) -> bool:
        """The invented names of women carry the usual middle name."""
        return "Thị" in self.name


def authors(unit_index: int) -> tuple[str, str]:
    """Who wrote a unit's first and second initiative: its second and third officer."""
    _, second, third = officers(unit_index)
    return second, third


def put_forward() -> list[Person]:
    """Everyone put forward, in the order of the units."""
    return [
        *_officer("Phường An Lộc", (1, "Công chức Tư pháp - Hộ tịch", EXCELLENT, "")),
        *_officer("Phường An Lộc", (0, "Công chức Văn phòng - Thống kê", GOOD, "Bảng hướng dẫn có hình")),
        Person("Phan Văn Chánh", "Phó Chủ tịch UBND phường", "Phường An Lộc", EXCELLENT, "Lịch tiếp dân tại khóm"),
        *_officer("Phường An Thạnh", (1, "Công chức Địa chính - Xây dựng", GOOD, "")),
        *_officer("Phường An Lạc", (2, "Công chức Văn hóa - Xã hội", GOOD, "Phát phiếu hẹn tại nhà cho người già")),
        Person("Ngô Thị Lành", "Chủ tịch UBND phường", "Phường An Lạc", EXCELLENT, "Một ngày cùng bộ phận một cửa"),
        *_officer("Phường An Bình A", (1, "Công chức Tư pháp - Hộ tịch", GOOD, "")),
        *_officer("Phường An Bình B", (1, "Công chức Văn phòng - Thống kê", PLAIN, "")),
        *_officer("Xã Bình Thạnh", (1, "Công chức Địa chính - Nông nghiệp", EXCELLENT, "")),
        *_officer("Xã Tân Hội", (2, "Công chức Tư pháp - Hộ tịch", GOOD, "")),
        Person("Trần Quốc Thịnh", "Chánh Văn phòng", "Văn phòng HĐND và UBND", EXCELLENT, "Họp không giấy"),
        *_officer("Văn phòng HĐND và UBND", (1, "Chuyên viên", EXCELLENT, "")),
        *_officer("Phòng Nội vụ", (1, "Chuyên viên", EXCELLENT, ""), (2, "Chuyên viên", GOOD, "")),
        *_officer("Phòng Tư pháp", (1, "Chuyên viên", GOOD, "")),
        # Two colleagues of one name: what rests on the name cannot be told apart.
        *_officer("Phòng Tài chính - Kế hoạch", (2, "Chuyên viên", GOOD, ""), (2, "Kế toán", EXCELLENT, "")),
        *_officer("Phòng Tài nguyên và Môi trường", (0, "Chuyên viên", GOOD, "Tra cứu hồ sơ đất bằng tin nhắn")),
        *_officer("Phòng Lao động - Thương binh và Xã hội", (2, "Chuyên viên", GOOD, "")),
        Person("Lê Minh Quân", "Phó Trưởng phòng", "Phòng Văn hóa và Thông tin", GOOD, "Trang tin cải cách"),
        *_officer("Phòng Giáo dục và Đào tạo", (1, "Chuyên viên", EXCELLENT, "")),
        *_officer("Phòng Y tế", (1, "Chuyên viên", GOOD, "")),
        *_officer("Thanh tra thành phố", (1, "Thanh tra viên", GOOD, "")),
        *_officer("Phòng Kinh tế", (1, "Chuyên viên", GOOD, "")),
        Person("Võ Thị Cẩm Tiên", "Trưởng phòng", "Phòng Quản lý đô thị", EXCELLENT, "Hẹn giờ khảo sát hiện trường"),
    ]  # fmt: skip


def _officer(unit: str, *whom: tuple[int, str, str, str]) -> list[Person]:
    index = next(i for i, known in enumerate(UNITS) if known.name == unit)
    names = officers(index)
    return [
        Person(names[number], position, unit, classification, initiative)
        for number, position, classification, initiative in whom
    ]
