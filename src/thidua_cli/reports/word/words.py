"""The words that a Word template may use: the one vocabulary of all six files, with meaning and example.

``check`` holds templates against it, ``guide`` prints it as ``docs/templates.md``, and a test holds the context that
fills the templates against it, so that none of the three can drift from the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "flag", "list", "picture"]
KIND_NAMES: Mapping[str, str] = {
    "text": "chữ",
    "flag": "có/không",
    "list": "danh sách",
    "picture": "hình",
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its name, what it stands for (Vietnamese), an example, and for a list the words of each item.

    A list without ``fields`` is a list of plain text. ``item`` is the name that the built-in templates give an item.
    """

    name: str
    meaning: str
    example: str = ""
    kind: Kind = "text"
    fields: tuple[Word, ...] = ()
    item: str = ""


def _flag(name: str, meaning: str) -> Word:
    return Word(name, meaning, kind="flag")


def _list(name: str, item: str, meaning: str, *fields: Word, example: str = "") -> Word:
    return Word(name, meaning, example, "list", fields, item)


_NUMBER = Word("stt", "số thứ tự", "1")
_CHART = (
    Word("hinh", "hình biểu đồ", kind="picture"),
    Word("ten", "tên biểu đồ", "Điểm tổng hợp và thứ hạng, khối Xã, phường"),
)

MOVEMENT = (
    Word("nam", "năm của phong trào", "2021"),
    Word("phong_trao", "tên phong trào, viết thường chữ đầu", "phong trào thi đua chuyên đề … năm 2021"),
    Word("chu_de", "chủ đề của phong trào", "Thành phố Hồng Ngự quyết tâm duy trì và nâng cao Chỉ số …"),
    Word("co_quan_phat_dong", "cơ quan phát động", "Ủy ban nhân dân thành phố Hồng Ngự"),
    Word("trien_khai", "đoạn văn về việc phát động, lấy từ kế hoạch", "Thực hiện Kế hoạch số …"),
    Word("doi_tuong", "đối tượng tham gia", "tập thể, cán bộ, công chức, viên chức …"),
    Word("ngay_dau_ky", "ngày đầu kỳ", "01/01/2021"),
    Word("ngay_cuoi_ky", "ngày cuối kỳ", "31/12/2021"),
    Word("ngay_chot", "ngày chốt số liệu", "31/12/2021"),
)

OFFICES = (
    Word("nam_van_ban", "năm ghi trên văn bản", "2022"),
    Word("dia_danh", "địa danh", "Hồng Ngự"),
    Word("cap_tren", "cơ quan chủ quản", "Ủy ban nhân dân thành phố Hồng Ngự"),
    Word("cap_tren_hoa", "cơ quan chủ quản ở đầu văn bản, in hoa", "UBND THÀNH PHỐ HỒNG NGỰ"),
    Word("phong", "cơ quan trình", "Phòng Nội vụ"),
    Word("phong_hoa", "cơ quan trình, in hoa", "PHÒNG NỘI VỤ"),
    Word("phong_thuong", "cơ quan trình, viết thường chữ đầu", "phòng Nội vụ"),
    Word("ky_hieu_phong", "ký hiệu của cơ quan trình", "PNV"),
    Word("uy_ban", "cơ quan ban hành quyết định", "Ủy ban nhân dân thành phố Hồng Ngự"),
    _list("uy_ban_dong", "dong", "cơ quan ban hành quyết định, in hoa, từng dòng", example="ỦY BAN NHÂN DÂN"),
    Word("chu_tich", "người có thẩm quyền khen thưởng", "Chủ tịch Ủy ban nhân dân thành phố Hồng Ngự"),
    Word("chu_tich_hoa", "như trên, in hoa", "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HỒNG NGỰ"),
    Word("hoi_dong", "tên hội đồng", "Hội đồng Thi đua - Khen thưởng thành phố Hồng Ngự"),
    Word("hoi_dong_hoa", "tên hội đồng, in hoa", "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG THÀNH PHỐ HỒNG NGỰ"),
    _list("hoi_dong_dong", "dong", "tên hội đồng, in hoa, từng dòng", example="THI ĐUA - KHEN THƯỞNG"),
    Word("nguon_tien", "nguồn tiền thưởng", "Quỹ thi đua, khen thưởng"),
)

DOCUMENT = (
    _list(
        "cac_can_cu",
        "can_cu",
        "căn cứ pháp lý của văn bản này, mỗi mục một dòng, chưa có dấu cuối dòng",
        example="Căn cứ Luật Thi đua, Khen thưởng …",
    ),
    _list("chuc_danh_ky", "dong", "các dòng quyền hạn, chức vụ của người ký, in hoa", example="TRƯỞNG PHÒNG"),
    Word("nguoi_ky", "họ tên người ký, để trống nếu kế hoạch không ghi"),
    Word("chuc_danh_thu_ky", "chức danh thư ký, in hoa", "THƯ KÝ"),
    Word("ten_thu_ky", "họ tên thư ký, để trống nếu kế hoạch không ghi"),
    _list("noi_nhan", "noi", "nơi nhận, chưa có gạch đầu dòng và dấu cuối dòng", example="Như trên"),
)

_CELL = (
    Word("gia_tri", "số liệu", "98,79%"),
    Word("so_luong", "tử số và mẫu số, để trống nếu không phải tỷ lệ", "1.225/1.240"),
    Word("ket_qua", "kết quả", "Không đạt"),
    _flag("dat", "yêu cầu này đạt"),
)
_UNIT = (
    _NUMBER,
    Word("ten", "tên đơn vị", "Phường An Lạc"),
    Word("khoi", "khối thi đua", "Xã, phường"),
    Word("hang", "thứ hạng", "2"),
    Word("hang_chu", "thứ hạng bằng chữ", "đồng hạng 2"),
    Word("diem", "điểm", "97,25"),
    Word("ket_qua", "kết quả chung", "Đạt 4/5"),
    Word("tieu_chi_dat", "số tiêu chí đạt trên số áp dụng", "4/5"),
    _flag("dat", "đạt tất cả tiêu chí áp dụng"),
    _list("o", "o", "các ô số liệu, theo thứ tự của cot", *_CELL),
    Word("ghi_chu", "ghi chú", "Đạt tất cả tiêu chí; đồng hạng"),
)

RESULTS = (
    Word("so_don_vi", "số đơn vị được xét", "19"),
    Word("so_khoi", "số khối thi đua", "02"),
    Word("so_don_vi_dat", "số đơn vị đạt tất cả tiêu chí", "08"),
    Word("cac_khoi", "các khối và số đơn vị", "khối Xã, phường: 07 đơn vị; khối Phòng, ban: 12 đơn vị"),
    Word("ket_qua_chung", "kết quả chung, một câu", "Trong 19 đơn vị được xét: 08 đơn vị đạt tất cả …"),
    Word("thu_tu_xet", "thứ tự xét khi xếp hạng", "đạt tất cả tiêu chí; tỷ lệ tiêu chí đạt; điểm; …"),
    Word("chu_giai_bang", "chú giải của bảng tổng hợp", "mỗi ô gồm số liệu và kết quả; …"),
    _list("bieu_do_chung", "bd", "biểu đồ số đơn vị theo kết quả từng tiêu chí", *_CHART),
    _list(
        "tieu_chi",
        "tc",
        "các tiêu chí của kế hoạch",
        Word("nhan", "số của tiêu chí", "Tiêu chí 2"),
        Word("ten", "tên tiêu chí", "Hồ sơ trên phần mềm một cửa điện tử và đúng hạn"),
        Word("trich", "câu chữ của kế hoạch", "Có 100% hồ sơ được thực hiện phần mềm một cửa điện tử …"),
        Word("ket_qua", "số đơn vị đạt, số liệu cao nhất và thấp nhất", "15/17 đơn vị thuộc diện áp dụng đạt …"),
        Word("khong_dat", "tên các đơn vị chưa đạt", "Phường An Lạc và Phòng Y tế"),
        Word("cach_tinh", "cách tính", "Tỷ lệ … = (…) / (…); yêu cầu ≥ 99%."),
        _list("bieu_do", "bd", "biểu đồ khoảng cách tới yêu cầu", *_CHART),
    ),
    _list(
        "cot",
        "c",
        "các cột của bảng tổng hợp: mỗi yêu cầu một cột",
        Word("nhan", "số của tiêu chí", "Tiêu chí 2"),
        Word("ten", "tên ngắn của số đo", "Sớm, đúng hạn"),
        Word("yeu_cau", "yêu cầu", "≥ 99%"),
    ),
    _list(
        "khoi",
        "k",
        "các khối thi đua có đơn vị",
        Word("ten", "tên khối", "Xã, phường"),
        Word("so_don_vi", "số đơn vị", "07"),
        Word("so_dat", "số đơn vị đạt tất cả tiêu chí", "03"),
        Word("chi_tieu", "chỉ tiêu khen thưởng, để trống nếu không có", "2 tập thể"),
        _list("don_vi", "dv", "các đơn vị theo thứ hạng", *_UNIT),
        Word("dong_hang", "các đơn vị đồng hạng, để trống nếu không có", "hạng 1: Phường An Lộc và Phường An Thạnh"),
        Word("de_nghi", "đề nghị của khối, một câu", "02 tập thể: Phường An Lộc (hạng 1) và …"),
        _list("bieu_do", "bd", "biểu đồ điểm và thứ hạng", *_CHART),
    ),
    _flag("co_chua_ket_luan", "có đơn vị chưa đủ số liệu"),
    _list(
        "chua_ket_luan",
        "dv",
        "các đơn vị chưa đủ số liệu",
        Word("ten", "tên đơn vị", "Phòng Y tế"),
        Word("ly_do", "lý do", "Tiêu chí 4, chỉ số: bảng số liệu không có dòng của đơn vị"),
    ),
    _flag("co_han_che", "có tiêu chí chưa đạt hoặc chưa đủ số liệu"),
    _list(
        "han_che",
        "hc",
        "các tiêu chí chưa đạt, chưa đủ số liệu",
        _NUMBER,
        Word("don_vi", "tên đơn vị", "Phường An Lạc"),
        Word("khoi", "khối thi đua", "Xã, phường"),
        Word("nhan", "số của tiêu chí", "Tiêu chí 2"),
        Word("noi_dung", "số liệu và số còn thiếu", "Sớm, đúng hạn: 1.225/1.240 hồ sơ (98,79%), yêu cầu ≥ 99%; cần …"),
        Word("nguon", "tệp, trang và các dòng", "mot-cua.xlsx, trang Sheet1 (1.240 dòng); dòng 17, 18"),
    ),
)

_COLLECTIVE = (
    _NUMBER,
    Word("ten", "tên tập thể", "Phường An Lộc"),
    Word("khoi", "khối thi đua", "Xã, phường"),
    Word("hang", "thứ hạng", "1"),
    Word("thanh_tich", "thành tích, một câu có số liệu", "Hoàn thành 13/13 nhiệm vụ; …"),
)
_PERSON = (
    _NUMBER,
    Word("ten", "họ và tên", "Nguyễn Văn An"),
    Word("chuc_vu", "chức vụ", "Công chức"),
    Word("don_vi", "đơn vị công tác", "Phường An Lộc"),
    Word("thanh_tich", "thành tích, một câu có số liệu", "Hoàn thành tốt nhiệm vụ; giải quyết 121/121 hồ sơ …"),
)
_AWARD = (
    Word("hinh_thuc", "hình thức khen thưởng", "Giấy khen"),
    Word("tien", "tiền thưởng", "900.000"),
    Word("ly_do", "lý do đề nghị", "Đạt tất cả các tiêu chí áp dụng."),
)


def _money(name: str, whose: str) -> tuple[Word, Word]:
    return (
        Word(name, f"tổng tiền thưởng của {whose}", "1.800.000"),
        Word(f"{name}_chu", f"tổng tiền thưởng của {whose}, bằng chữ", "Một triệu tám trăm nghìn đồng"),
    )


AWARDS = (
    _flag("co_de_nghi", "có tập thể hoặc cá nhân được đề nghị"),
    _flag("co_tap_the", "có tập thể được đề nghị"),
    _flag("co_ca_nhan", "có cá nhân được đề nghị"),
    _list("tap_the", "tt", "các tập thể được đề nghị", *_COLLECTIVE, *_AWARD),
    _list("ca_nhan", "cn", "các cá nhân được đề nghị", *_PERSON, *_AWARD),
    Word("so_tap_the", "số tập thể được đề nghị", "02"),
    Word("so_ca_nhan", "số cá nhân được đề nghị", "21"),
    Word("so_luong_khen", "số tập thể và cá nhân được đề nghị", "02 tập thể và 21 cá nhân"),
    Word("co_cau_ca_nhan", "lãnh đạo và người trực tiếp công tác", "21 người, trong đó 03 người là lãnh đạo và …"),
    Word("ten_hinh_thuc", "hình thức khen thưởng", "Giấy khen"),
    Word("ten_hinh_thuc_hoa", "hình thức khen thưởng, in hoa", "GIẤY KHEN"),
    Word("muc_thuong", "mức tiền thưởng", "tập thể 900.000 đồng, cá nhân 450.000 đồng"),
    Word("cach_tinh_tien", "mức tiền thưởng và cách tính", "mức thưởng tập thể 900.000 đồng (0,6 lần …)"),
    *_money("tong_tien_tap_the", "các tập thể"),
    *_money("tong_tien_ca_nhan", "các cá nhân"),
    *_money("tong_tien", "tất cả tập thể, cá nhân"),
    Word("tong_tien_chu_thuong", "tổng tiền thưởng bằng chữ, viết thường chữ đầu", "một triệu tám trăm nghìn đồng"),
    _list(
        "khong_de_nghi",
        "kd",
        "các đơn vị, cá nhân không được đề nghị",
        _NUMBER,
        Word("ten", "tên", "Phòng Y tế"),
        Word("ly_do", "lý do", "Đạt 4/5 tiêu chí áp dụng."),
    ),
)

COUNCIL = (
    _flag("co_truong_hop", "có trường hợp trình hội đồng"),
    Word("so_truong_hop", "số trường hợp trình hội đồng", "02"),
    Word("truong_hop_tien", "tiền thưởng tăng thêm nếu được tán thành, một câu; để trống nếu không có"),
    _list(
        "truong_hop",
        "th",
        "các trường hợp trình hội đồng",
        _NUMBER,
        Word("ten", "tên tập thể, cá nhân", "Phường An Thạnh"),
        Word("vi_tri", "khối và thứ hạng, hoặc chức vụ và đơn vị", "khối Xã, phường, đồng hạng 1"),
        Word("ly_do", "lý do", "Đơn vị không phát sinh hồ sơ: Hội đồng quyết định …"),
        Word("so_lieu", "số liệu", "Hoàn thành 13/13 nhiệm vụ; …"),
        Word("phuong_an", "các phương án", "tán thành đề nghị tặng Giấy khen; hoặc …"),
    ),
    _list(
        "thanh_vien",
        "tv",
        "thành viên hội đồng, tên để trống nếu kế hoạch không ghi",
        _NUMBER,
        Word("ten", "họ và tên", ""),
        Word("vai_tro", "chức danh trong hội đồng", "Chủ tịch Hội đồng"),
    ),
    Word("so_thanh_vien", "số thành viên, để trống nếu kế hoạch không ghi", "05"),
    Word("dieu_kien_hop", "điều kiện để cuộc họp hợp lệ, một câu", "Cuộc họp hợp lệ khi có ít nhất 2/3 …"),
    Word("dieu_kien_thong_qua", "điều kiện để được thông qua, một câu", "Trường hợp được thông qua khi có trên 1/2 …"),
    Word("ghi_chu_hoi_dong", "ghi chú của kế hoạch về hội đồng", "Tỷ lệ theo quy chế của Hội đồng; …"),
    _flag("co_bieu_quyet", "có tập thể, cá nhân để biểu quyết"),
    _list(
        "bieu_quyet",
        "bq",
        "các tập thể, cá nhân để biểu quyết",
        _NUMBER,
        Word("ten", "tên, kèm đơn vị hoặc ghi chú", "Phường An Thạnh (trường hợp trình Hội đồng)"),
        Word("ghi_chu", "ghi chú", "trường hợp trình Hội đồng"),
    ),
)

ROLLOUT = (
    Word("nhan_rong_cau", "đề xuất nhân rộng, một câu", "Đề xuất nhân rộng 28 mô hình, sáng kiến, …"),
    _flag("co_sang_kien", "có sáng kiến được công nhận"),
    _list(
        "sang_kien",
        "sk",
        "các mô hình, sáng kiến, giải pháp được công nhận",
        _NUMBER,
        Word("ten", "tên", "Tổ hỗ trợ nộp hồ sơ trực tuyến tại nhà"),
        Word("don_vi", "đơn vị", "Phường An Lộc"),
        Word("tac_gia", "tác giả", "Nguyễn Văn An"),
        Word("hieu_qua", "hiệu quả", "Rút ngắn thời gian giải quyết"),
        Word("ghi_chu", "ghi chú", "Được công nhận"),
    ),
    _flag("co_dien_hinh_tap_the", "có điển hình tiên tiến là tập thể"),
    _list("dien_hinh_tap_the", "dh", "tập thể đạt tất cả tiêu chí và đứng đầu khối", *_COLLECTIVE),
    _flag("co_dien_hinh_ca_nhan", "có điển hình tiên tiến là cá nhân"),
    _list("dien_hinh_ca_nhan", "dh", "cá nhân được đề nghị khen thưởng", *_PERSON, *_AWARD),
)

DATA = (
    _flag("co_phat_hien", "có lỗi, cảnh báo về số liệu"),
    Word("phat_hien_chung", "số lỗi và cảnh báo, một câu", "Khi đọc số liệu có 4 lỗi và 25 cảnh báo; …"),
    _list(
        "phat_hien",
        "ph",
        "các vấn đề chính về số liệu",
        _NUMBER,
        Word("muc_do", "mức độ", "Cảnh báo"),
        Word("noi_dung", "nội dung", "Hồ sơ … có 2 dòng trong cùng hệ thống"),
        Word("vi_tri", "tệp, trang, ô", "mot-cua.xlsx, trang Sheet1, ô B17"),
    ),
    Word("so_tep", "số tệp dữ liệu", "03"),
    _flag("co_nguon", "có bảng số liệu"),
    _list(
        "nguon",
        "ng",
        "các bảng số liệu đã đọc",
        _NUMBER,
        Word("tep", "tệp", "mot-cua.xlsx"),
        Word("trang", "trang", "Sheet1"),
        Word("noi_dung", "bảng này là gì", "Danh sách hồ sơ, phần mềm một cửa điện tử"),
        Word("vung", "vùng dòng tiêu đề", "A5:L6"),
        Word("so_dong", "số dòng", "12.345"),
    ),
    _list(
        "tep",
        "t",
        "các tệp dữ liệu",
        _NUMBER,
        Word("ten", "tên tệp", "mot-cua.xlsx"),
        Word("ma", "mã kiểm tra SHA-256", "5f0c2d…"),
    ),
    _list("quy_uoc", "q", "các quy ước tính, mỗi mục một câu", example="So sánh ngày kết thúc với ngày hẹn trả …"),
    Word("ma_ke_hoach", "mã của kế hoạch chấm điểm", "hong-ngu-cchc-2021"),
    Word("ma_kiem_tra_ke_hoach", "mã kiểm tra SHA-256 của kế hoạch", "5f0c2d…"),
    Word("chuong_trinh", "chương trình và phiên bản", "thidua-cli 0.1.0"),
)

SECTIONS: Mapping[str, tuple[Word, ...]] = {
    "Phong trào": MOVEMENT,
    "Cơ quan, người có thẩm quyền": OFFICES,
    "Căn cứ, chữ ký, nơi nhận (khác nhau theo từng văn bản)": DOCUMENT,
    "Kết quả": RESULTS,
    "Đề nghị khen thưởng": AWARDS,
    "Hội đồng": COUNCIL,
    "Nhân rộng": ROLLOUT,
    "Số liệu và cách tính": DATA,
}
LOOP = ("index", "first", "last", "length")
"""What ``loop`` offers inside a list."""


def template_words() -> Mapping[str, Word]:
    """Every word of the templates by name."""
    return {word.name: word for words in SECTIONS.values() for word in words}


def every_word(words: Mapping[str, Word] | None = None) -> Iterator[tuple[str, Word]]:
    """Every word with its path (``khoi.don_vi.ten``), lists after their own name."""

    def walk(prefix: str, word: Word) -> Iterator[tuple[str, Word]]:
        path = f"{prefix}{word.name}"
        yield path, word
        for field in word.fields:
            yield from walk(f"{path}.", field)

    for word in (template_words() if words is None else words).values():
        yield from walk("", word)
