from __future__ import annotations

import pytest

from thidua_cli.intake.answers import leads
from thidua_cli.intake.people import person_key, split_authors

LEADERS = (
    "Chủ tịch UBND|Phó Chủ tịch UBND|Chủ tịch|PCT UBND|Trưởng phòng"
    "|Phó Trưởng phòng|Phó phòng|Chánh Văn phòng|Phó Chánh Văn phòng"
    "|Chánh Thanh tra|Phó Chánh Thanh tra thành phố|Quyền Trưởng phòng|Phụ trách phòng|Giám đốc|Phó Giám đốc Trung tâm"
    "|Bí thư Đảng ủy - Chủ tịch UBND phường|Phó Chủ tịch UBND, Trưởng Công an|Chủ tịch Uỷ ban nhân dân phường An Lạc"
    "|P. Trưởng phòng Nội vụ|Trưởng phòng Tài chính - Kế hoạch"
    "|Phó Chủ tịch thường trực UBND|Bí thư kiêm Chủ tịch xã|Lãnh đạo phòng"
    "|TP.|Phó TP|P.TP|T.Phòng|PCT|PGĐ|Phó GĐ|Phó CVP|CVP|Bí thư|Phó Bí thư Thường trực Đảng ủy|Hiệu trưởng"
    "|P. Hiệu trưởng"
    "|TP Nội vụ|TP. TCKH|PCT.UBND phường|Q. Chủ tịch|Truong phong|Chuyên viên - Phụ trách Phòng"
    "|PHÓ CHỦ TỊCH UBND PHƯỜNG|PTP|Chánh Văn phòng HĐND và UBND|Bí thư và Chủ tịch UBND|Công chức (Phó Trưởng phòng)"
)
OTHERS = (
    "Chủ tịch Hội Nông dân|Chủ tịch Công đoàn|Chủ tịch Hội đồng trường"
    "|Trưởng bộ phận|Phó Trưởng bộ phận|Tổ trưởng|Kế toán trưởng"
    "|Thư ký Chủ tịch|Chuyên viên Phòng Nội vụ"
    "|Chủ tịch Ủy ban Mặt trận Tổ quốc|Chủ tịch UBMTTQ|Chủ tịch HĐND|Chuyên viên|Viên chức"
    "|Công chức Văn phòng - Thống kê|Nguyên Chủ tịch UBND"
    "|Trưởng ban nhân dân khóm|Bí thư Chi đoàn|Bí thư Chi bộ khóm 1|CC TP-HT|Chuyên viên Văn phòng HĐND và UBND"
    "|Kế toán trưởng"
    "|Công chức Địa chính - Xây dựng - Đô thị và Môi trường|Chủ tịch UB. MTTQ|Trưởng Công an|Cong chuc"
    "|Chuyên viên Văn phòng|Trưởng khóm|Trợ lý Giám đốc|Chủ tịch Hội LHPN"
    "|Phó Chủ tịch Hội Cựu chiến binh|Chủ tịch Ủy ban MTTQ phường|Lái xe|Trưởng trạm"
)


@pytest.mark.parametrize("position", LEADERS.split("|"))
def test_heads_and_deputies_are_leaders(position: str) -> None:
    """Chairmen and deputies of People's Committees, heads and deputies of agencies are leaders."""
    assert leads(position) is True


@pytest.mark.parametrize("position", OTHERS.split("|"))
def test_other_positions_are_not(position: str) -> None:
    """Associations, unions, councils, sections and staff of a leader's office are not."""
    assert leads(position) is False


@pytest.mark.parametrize("position", ["", "Xyz", "TP-HT", "Trưởng ban", "Bí thư Chi bộ", "Đầu mối liên lạc"])
def test_what_may_lead_or_not_is_not_clear(position: str) -> None:
    """A position that is known neither as leading nor as not leading is neither."""
    assert leads(position) is None


@pytest.mark.parametrize(
    "name",
    [
        "Ông Nguyễn Văn Hoà",
        "NGUYỄN VĂN HÒA",
        "nguyễn  văn hòa",
        "Đ/c Nguyễn Văn Hòa",
        "Đ/c. Nguyễn Văn Hòa",
        "1. Nguyễn Văn Hòa",
        "ThS. Nguyễn Văn Hòa",
        "Th.S Nguyễn Văn Hòa",
        "Anh Nguyễn Văn Hòa",
        "Nguyễn Văn Hòa (Bí thư Chi đoàn)",
        "Nguyễn Văn Hòa - Công chức Tư pháp",
        "Nguyễn Văn Hòa, Phó phòng",
        "Công chức Tư pháp - Nguyễn Văn Hòa",
        "Nguyễn Văn Hòa (hoa.nv)",
        "hoanv.hn - Nguyễn Văn Hòa",
        "Nguyễn Văn Hòa_anloc",
        "Nguyễn Văn Hòa.anloc",
        "Nguyễn Văn Hòa <hoanv@dongthap.gov.vn>",
    ],
)
def test_one_person_has_one_key(name: str) -> None:
    """Spelling, case, titles, notes, logins and list number do not make another person."""
    assert "nguyễn văn hòa" == person_key(name)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Nguyễn An (1985)", "nguyễn an (1985)"),
        ("Nguyễn An, Lê Bình", "nguyễn an, lê bình"),
        ("an.tv", "an.tv"),
        ("Ông", "ông"),
    ],
)
def test_what_tells_persons_apart_stays(name: str, key: str) -> None:
    """A year, a second person and a name of an account that stands alone are not dropped."""
    assert key == person_key(name)


def test_diacritics_make_another_person() -> None:
    """Hòa and Hoa are two persons, and a family name is no honorific."""
    assert person_key("Nguyễn Văn Hòa") != person_key("Nguyễn Văn Hoa")
    assert "đoàn văn bà" == person_key("Đoàn Văn Bà")


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Đặng Thị Út", ["Đặng Thị Út"]),
        ("Ông Nguyễn An, Bà Trần Bình", ["Nguyễn An", "Trần Bình"]),
        ("Nguyễn Văn An - Chủ tịch UBND; Trần Thị Bình (Phó phòng)", ["Nguyễn Văn An", "Trần Thị Bình"]),
        ("1. Nguyễn Văn An\n2. Đ/c Lê Bình", ["Nguyễn Văn An", "Lê Bình"]),
        ("Nguyễn An và cộng sự", ["Nguyễn An"]),
        ("Nguyễn An và Lê Bình", ["Nguyễn An", "Lê Bình"]),
        ("Nhóm tác giả: Nguyễn An, Lê Bình", ["Nguyễn An", "Lê Bình"]),
        ("Nguyễn An / Lê Bình", ["Nguyễn An", "Lê Bình"]),
        (
            "Trương Phong, Đoàn Văn Cảnh, Phó Đức Chính, Tô Hội",
            ["Trương Phong", "Đoàn Văn Cảnh", "Phó Đức Chính", "Tô Hội"],
        ),
        ("Nguyễn An (1985), Nguyễn An (1990)", ["Nguyễn An (1985)", "Nguyễn An (1990)"]),
        ("Tập thể Phòng Nội vụ", []),
        ("UBND phường An Lạc", []),
        ("Nguyễn An, Nguyễn An", ["Nguyễn An"]),
        ("", []),
    ],
)
def test_authors_are_told_apart(text: str, authors: list[str]) -> None:
    """A cell's persons are separated from each other, from positions and from offices."""
    assert authors == split_authors(text)
