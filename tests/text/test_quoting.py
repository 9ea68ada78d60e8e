from __future__ import annotations

import pytest

from thidua_cli.text.quoting import KINDS, WITHHELD, masked, quoted, sheet_name

MAY_BE_SAID = {
    "date": ["31/02/2021", "2021-13-45", "32/13/2021 25:00", "08:30 05/12/2021", "13/2021"],
    "number": ["12", "1.234,5", "12 hồ sơ?", "98,5%", "-3", "1.200.000"],
    "word": [
        *("Chuyển liên thông", "Mức độ 7", "Hoàn thành tốt nhiệm vụ năm 2020", "Lưu Hồ Sơ", "HO SO TRE HAN"),
        *("giai đoạn 2021-2025", "Đã trả ngày 12/03/2021 08:30", "Trưởng phòng Nội vụ"),
    ],
    "code": ["000.01.41.H20-210301-0007", "1", "HS-001", "2021030100000007", "H20.41-210301-0001", "210301000712"],
    "unit": [
        *("Phường An Lọc", "P. Tân Hội", "An Lọc", "UBND xã Nguyễn Văn Thảnh", "Phòng Tài chính - Kế hoạch"),
        *("Phường 2", "Phường Trần Hưng Đạo", "Xã An Bình, huyện Cao Lãnh"),
    ],
    "head": [
        *("Ngày hẹn trả", "Năm 2021 > Điểm", "6 tháng đầu năm", "Họ và tên", "Số điện thoại", "Văn bản đến, đi"),
        *("ĐỊA BÀN", "BÁO CÁO NĂM 2020-2021", "Đường dây nóng", "C “Tổng số”"),
    ],
    "title": ["Rà soát thủ tục, tiết kiệm 120.000.000 đồng năm 2021", "Mô hình ngày thứ Sáu 12/03/2021"],
    "person": ["Lê Văn Sáu"],
}
TELLS_SOMEBODY = ["0912345678", "0912.345.678", "+84 912 345 678", "079123456789", "341234567", "a.b@thu.vn"]
LIVES = ["Số 12 đường Hùng Vương, phường An Lộc", "Ấp 3, xã An Bình", "Khóm Mỹ Chánh, phường An Lộc"]
NAMES = ["Nguyễn Văn An", "NGUYỄN THỊ MẪU", "nguyen van a", "Ông Trần Bình", "Quàng Thị Xuân", "trần minh hải"]
MAY_NOT = {
    **{kind: [*TELLS_SOMEBODY, *LIVES] for kind in sorted(KINDS)},
    "date": [*TELLS_SOMEBODY, *LIVES, *NAMES, "chưa trả"],
    "number": [*TELLS_SOMEBODY, *LIVES, *NAMES, "12 Nguyễn Huệ"],
    "word": [*TELLS_SOMEBODY, *LIVES, *NAMES, "12/5 Nguyễn Huệ", "B1234567"],
    "code": [*TELLS_SOMEBODY, *LIVES, *NAMES, "12/03/2021", "Kênh"],
    "unit": [*TELLS_SOMEBODY, *LIVES, *NAMES, "Phường An Lộc 0912345678"],
    "head": [*TELLS_SOMEBODY, *LIVES, *NAMES, "Zqwx Kjhg Mnbv", "Người nộp: Trần B", "12 Nguyễn Huệ"],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in MAY_BE_SAID.items() for text in texts])
def test_what_looks_like_its_column_is_quoted(kind: str, text: str) -> None:
    """A word that could be the column's own is said as it stands, spelt wrong or not."""
    assert text == quoted(kind, text)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in MAY_NOT.items() for text in texts])
def test_what_tells_somebody_is_never_quoted(kind: str, text: str) -> None:
    """A telephone, an identity number, an address, an e-mail or a name under any head is withheld."""
    assert WITHHELD == quoted(kind, text).lstrip("+")


def test_each_head_of_a_path_is_looked_at_by_itself() -> None:
    """One head that is somebody's leaves the others as they are."""
    assert f"Hồ sơ >{WITHHELD}> Tổng số" == quoted("head", "Hồ sơ > Nguyễn Thị Mẫu > Tổng số")


def test_reported_text_loses_what_reaches_somebody() -> None:
    """Telephones, e-mails, numbers, names after "bà" and houses go out of a sentence; days and money stay."""
    said = masked("Hỏi bà Lê Thị Thử, 12 Lê Hồng Phong, 0912 345 678 hay a@thu.vn, từ 12/03/2021, 120.000.000 đồng")
    assert "Hỏi bà …, …, … hay … từ 12/03/2021, 120.000.000 đồng" == said


@pytest.mark.parametrize("name", ["Nguyễn Văn A", "mot cua 0912345678", "Chị Thử 0988 777 666"])
def test_a_sheet_called_after_somebody_is_said_by_its_number(name: str) -> None:
    """The place can still be found, and nobody is named."""
    assert "Trang 3" == sheet_name(name, 3)


@pytest.mark.parametrize("name", ["Sheet1", "Phường An Lạc", "Biểu 06a", "Quý I-2021", "20210301_export", "Hà Nội"])
def test_other_sheets_keep_their_names(name: str) -> None:
    """What says nothing of anybody is said."""
    assert name == sheet_name(name, 3)
