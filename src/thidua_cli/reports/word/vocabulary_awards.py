"""The template words about proposals, the council, rollout and the data."""

from __future__ import annotations

from thidua_cli.reports.word.entries import NUMBER, Word, flag, list_of

_COLLECTIVE = (
    NUMBER,
    Word("ten", "tên tập thể", "Phường An Lộc"),
    Word("khoi", "khối thi đua", "Xã, phường"),
    Word("hang", "thứ hạng", "1"),
    Word("thanh_tich", "thành tích, một câu có số liệu", "Hoàn thành 13/13 nhiệm vụ; …"),
)
_PERSON = (
    NUMBER,
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
    flag("co_de_nghi", "có tập thể hoặc cá nhân được đề nghị"),
    flag("co_tap_the", "có tập thể được đề nghị"),
    flag("co_ca_nhan", "có cá nhân được đề nghị"),
    list_of("tap_the", "tt", "các tập thể được đề nghị", *_COLLECTIVE, *_AWARD),
    list_of("ca_nhan", "cn", "các cá nhân được đề nghị", *_PERSON, *_AWARD),
    Word("so_tap_the", "số tập thể được đề nghị", "02"),
    Word("so_ca_nhan", "số cá nhân được đề nghị", "21"),
    Word("so_luong_khen", "số tập thể và cá nhân được đề nghị", "02 tập thể và 21 cá nhân"),
    Word("co_cau_ca_nhan", "lãnh đạo và người trực tiếp công tác", "21 người, trong đó 03 người là lãnh đạo và …"),
    Word("doi_tuong_khen", "ai được đề nghị", "tập thể, cá nhân"),
    Word("doi_tuong_khen_hoa", "ai được đề nghị, in hoa", "TẬP THỂ, CÁ NHÂN"),
    Word("ten_hinh_thuc", "hình thức khen thưởng", "Giấy khen"),
    Word("ten_hinh_thuc_hoa", "hình thức khen thưởng, in hoa", "GIẤY KHEN"),
    Word("muc_thuong", "mức tiền thưởng", "tập thể 900.000 đồng, cá nhân 450.000 đồng"),
    Word("cach_tinh_tien", "mức tiền thưởng và cách tính", "mức thưởng tập thể 900.000 đồng (0,6 lần …)"),
    *_money("tong_tien_tap_the", "các tập thể"),
    *_money("tong_tien_ca_nhan", "các cá nhân"),
    *_money("tong_tien", "tất cả tập thể, cá nhân"),
    Word("tong_tien_chu_thuong", "tổng tiền thưởng bằng chữ, viết thường chữ đầu", "một triệu tám trăm nghìn đồng"),
    list_of(
        "khong_de_nghi",
        "kd",
        "các đơn vị, cá nhân không được đề nghị",
        NUMBER,
        Word("ten", "tên", "Phòng Y tế"),
        Word("ly_do", "lý do", "Đạt 4/5 tiêu chí áp dụng."),
    ),
)

COUNCIL = (
    flag("co_truong_hop", "có trường hợp trình hội đồng"),
    Word("so_truong_hop", "số trường hợp trình hội đồng", "02"),
    Word("truong_hop_tien", "tiền thưởng tăng thêm nếu được tán thành, một câu; để trống nếu không có"),
    list_of(
        "truong_hop",
        "th",
        "các trường hợp trình hội đồng",
        NUMBER,
        Word("ten", "tên tập thể, cá nhân", "Phường An Thạnh"),
        Word("vi_tri", "khối và thứ hạng, hoặc chức vụ và đơn vị", "khối Xã, phường, đồng hạng 1"),
        Word("ly_do", "lý do", "Đơn vị không phát sinh hồ sơ: Hội đồng quyết định …"),
        Word("so_lieu", "số liệu", "Hoàn thành 13/13 nhiệm vụ; …"),
        Word("phuong_an", "các phương án", "tán thành đề nghị tặng Giấy khen; hoặc …"),
    ),
    list_of(
        "thanh_vien",
        "tv",
        "thành viên hội đồng, tên để trống nếu kế hoạch không ghi",
        NUMBER,
        Word("ten", "họ và tên", ""),
        Word("vai_tro", "chức danh trong hội đồng", "Chủ tịch Hội đồng"),
    ),
    Word("so_thanh_vien", "số thành viên, để trống nếu kế hoạch không ghi", "05"),
    Word("dieu_kien_hop", "điều kiện để cuộc họp hợp lệ, một câu", "Cuộc họp hợp lệ khi có ít nhất 2/3 …"),
    Word("dieu_kien_thong_qua", "điều kiện để được thông qua, một câu", "Trường hợp được thông qua khi có trên 1/2 …"),
    Word("ghi_chu_hoi_dong", "ghi chú của kế hoạch về hội đồng", "Tỷ lệ theo quy chế của Hội đồng; …"),
    flag("co_bieu_quyet", "có tập thể, cá nhân để biểu quyết"),
    list_of(
        "bieu_quyet",
        "bq",
        "các tập thể, cá nhân để biểu quyết",
        NUMBER,
        Word("ten", "tên, kèm đơn vị hoặc ghi chú", "Phường An Thạnh (trường hợp trình Hội đồng)"),
        Word("ghi_chu", "ghi chú", "trường hợp trình Hội đồng"),
    ),
)

ROLLOUT = (
    Word("nhan_rong_cau", "đề xuất nhân rộng, một câu", "Đề xuất nhân rộng 28 mô hình, sáng kiến, …"),
    flag("co_sang_kien", "có sáng kiến được công nhận"),
    list_of(
        "sang_kien",
        "sk",
        "các mô hình, sáng kiến, giải pháp được công nhận",
        NUMBER,
        Word("ten", "tên", "Tổ hỗ trợ nộp hồ sơ trực tuyến tại nhà"),
        Word("don_vi", "đơn vị", "Phường An Lộc"),
        Word("tac_gia", "tác giả", "Nguyễn Văn An"),
        Word("hieu_qua", "hiệu quả", "Rút ngắn thời gian giải quyết"),
        Word("ghi_chu", "ghi chú", "Được công nhận"),
    ),
    flag("co_dien_hinh_tap_the", "có điển hình tiên tiến là tập thể"),
    list_of("dien_hinh_tap_the", "dh", "tập thể đạt tất cả tiêu chí và đứng đầu khối", *_COLLECTIVE),
    flag("co_dien_hinh_ca_nhan", "có điển hình tiên tiến là cá nhân"),
    list_of("dien_hinh_ca_nhan", "dh", "cá nhân được đề nghị khen thưởng", *_PERSON, *_AWARD),
)

DATA = (
    flag("co_phat_hien", "có lỗi, cảnh báo về số liệu"),
    Word("phat_hien_chung", "số lỗi và cảnh báo, một câu", "Khi đọc số liệu có 4 lỗi và 25 cảnh báo; …"),
    list_of(
        "phat_hien",
        "ph",
        "các vấn đề chính về số liệu",
        NUMBER,
        Word("muc_do", "mức độ", "Cảnh báo"),
        Word("noi_dung", "nội dung", "Hồ sơ … có 2 dòng trong cùng hệ thống"),
        Word("vi_tri", "tệp, trang, ô", "mot-cua.xlsx, trang Sheet1, ô B17"),
    ),
    Word("so_tep", "số tệp dữ liệu", "03"),
    flag("co_nguon", "có bảng số liệu"),
    list_of(
        "nguon",
        "ng",
        "các bảng số liệu đã đọc",
        NUMBER,
        Word("tep", "tệp", "mot-cua.xlsx"),
        Word("trang", "trang", "Sheet1"),
        Word("noi_dung", "bảng này là gì", "Danh sách hồ sơ, phần mềm một cửa điện tử"),
        Word("vung", "vùng dòng tiêu đề", "A5:L6"),
        Word("so_dong", "số dòng", "12.345"),
    ),
    list_of(
        "tep",
        "t",
        "các tệp dữ liệu",
        NUMBER,
        Word("ten", "tên tệp", "mot-cua.xlsx"),
        Word("ma", "mã kiểm tra SHA-256", "5f0c2d…"),
    ),
    list_of("quy_uoc", "q", "các quy ước tính, mỗi mục một câu", example="So sánh ngày kết thúc với ngày hẹn trả …"),
    Word("ma_ke_hoach", "mã của kế hoạch chấm điểm", "hong-ngu-cchc-2021"),
    Word("ma_kiem_tra_ke_hoach", "mã kiểm tra SHA-256 của kế hoạch", "5f0c2d…"),
    Word("chuong_trinh", "chương trình và phiên bản", "thidua-cli 0.1.0"),
)
