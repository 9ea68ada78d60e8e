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
    Word("chuc_vu_don_vi", "chức vụ và đơn vị", "Công chức, Phường An Lộc"),
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
        Word(f"{name}_chu", f"tổng tiền thưởng của {whose}, bằng chữ", "một triệu tám trăm nghìn đồng"),
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
    Word("de_nghi_ca_nhan", "đề nghị về cá nhân, một câu", "21 cá nhân (03 người là lãnh đạo và …); …"),
    Word(
        "khong_ai", "chưa, không có ai được đề nghị; để trống nếu có", "Chưa có tập thể, cá nhân nào được đề nghị ngay"
    ),
    Word("doi_tuong_khen", "ai được đề nghị", "tập thể, cá nhân"),
    Word("doi_tuong_khen_hoa", "ai được đề nghị, in hoa", "TẬP THỂ, CÁ NHÂN"),
    Word("ten_hinh_thuc", "hình thức khen thưởng", "Giấy khen"),
    Word("ten_hinh_thuc_hoa", "hình thức khen thưởng, in hoa", "GIẤY KHEN"),
    Word("muc_thuong", "mức tiền thưởng", "tập thể 900.000 đồng, cá nhân 450.000 đồng"),
    Word("cach_tinh_tien", "mức tiền thưởng và cách tính", "mức thưởng tập thể 900.000 đồng (0,6 lần …)"),
    *_money("tong_tien_tap_the", "các tập thể"),
    *_money("tong_tien_ca_nhan", "các cá nhân"),
    *_money("tong_tien", "tất cả tập thể, cá nhân"),
    list_of(
        "khong_de_nghi",
        "kd",
        "các đơn vị, cá nhân đạt tất cả, đủ điều kiện nhưng không được đề nghị",
        NUMBER,
        Word("ten", "tên", "Phòng Y tế"),
        Word("vi_tri", "khối và thứ hạng, hoặc chức vụ và đơn vị", "khối Phòng, ban, hạng 3"),
        Word("ly_do", "lý do", "Đạt mọi tiêu chí nhưng xếp hạng 3, ngoài giới hạn …"),
    ),
    Word("cot_khong_de_nghi", "đầu cột nói vị trí của những ai không được đề nghị", "Khối, thứ hạng"),
    flag("co_khong_de_nghi", "có ai đạt tất cả, đủ điều kiện mà không được đề nghị"),
    Word(
        "khong_de_nghi_cau", "những ai đạt tất cả, đủ điều kiện mà không được đề nghị, một câu; để trống nếu không có"
    ),
    Word("khong_tap_the", "vì sao không có tập thể được đề nghị, một câu; để trống nếu có", "Không có tập thể nào …"),
    Word("khong_ca_nhan", "vì sao không có cá nhân được đề nghị, một câu; để trống nếu có", "Không có cá nhân nào …"),
    Word("mot_nguoi", "tên của tập thể, cá nhân duy nhất được đề nghị; để trống nếu nhiều hơn một"),
    Word("tien_hoi_dong", "tiền thưởng mà các trường hợp trình hội đồng có thể thêm, một câu; để trống nếu không có"),
)

_CASE = (
    NUMBER,
    Word("ten", "tên tập thể, cá nhân", "Phường An Thạnh"),
    Word("vi_tri", "khối và thứ hạng, hoặc chức vụ và đơn vị", "khối Xã, phường, đồng hạng 1"),
    Word("ly_do", "lý do", "Không có hồ sơ trong số liệu để tính …; trình Hội đồng xem xét."),
)


def _ballot(name: str, whose: str) -> tuple[Word, Word]:
    return (
        flag(f"co_{name}", f"có {whose} để biểu quyết"),
        list_of(
            name,
            "bq",
            f"các phần của phiếu biểu quyết về {whose}",
            Word("tieu_de", "phần này gồm ai, chọn bao nhiêu", "Chọn không quá 02 trong 05 tập thể bằng nhau"),
            list_of(
                "dong",
                "d",
                f"các {whose}",
                NUMBER,
                Word("ten", "tên", "Phường An Thạnh"),
                Word("vi_tri", "khối, hoặc chức vụ và đơn vị", "Xã, phường"),
            ),
        ),
    )


COUNCIL = (
    flag("bien_ban_truoc", "biên bản của hội đồng có trước tờ trình, là một căn cứ"),
    flag("hoi_dong_chua_hop", "hội đồng họp trước tờ trình, và còn trường hợp phải xét"),
    flag("co_truong_hop", "có trường hợp trình hội đồng"),
    Word("so_truong_hop", "số trường hợp trình hội đồng", "02"),
    Word("truong_hop_cau", "bao nhiêu trường hợp, chọn được nhiều nhất bao nhiêu; để trống nếu không có"),
    list_of("truong_hop", "th", "các trường hợp trình hội đồng", *_CASE),
    list_of(
        "lua_chon",
        "lc",
        "những chỗ bằng nhau ở giới hạn số lượng",
        Word("ten", "khối, hoặc cá nhân", "Khối Xã, phường"),
        Word("noi_dung", "bao nhiêu bằng nhau, còn bao nhiêu suất", "05 tập thể bằng nhau, còn 02 suất; …"),
        Word("cot", "đầu cột nói vị trí", "Khối, thứ hạng"),
        list_of(
            "dong",
            "d",
            "những ai bằng nhau",
            NUMBER,
            Word("ten", "tên", "Phường An Thạnh"),
            Word("vi_tri", "khối và thứ hạng, hoặc chức vụ và đơn vị", "khối Xã, phường, đồng hạng 1"),
            Word("thanh_tich", "thành tích, một câu có số liệu", "Hoàn thành 13/13 nhiệm vụ; …"),
        ),
    ),
    list_of(
        "nhom_truong_hop",
        "th",
        "các trường hợp ấy, cùng một lý do thì nói chung",
        Word("ten", "tên các tập thể, cá nhân", "Phường An Thạnh và Phường An Lạc"),
        Word("vi_tri", "khối và thứ hạng, hoặc chức vụ và đơn vị, nếu chỉ một", "khối Xã, phường, hạng 1"),
        Word("ly_do", "lý do", "Chưa đủ số liệu để kết luận …"),
    ),
    flag("co_truong_hop_khac", "có trường hợp khác ngoài những chỗ bằng nhau"),
    Word("cot_truong_hop", "đầu cột nói vị trí của các trường hợp khác", "Chức vụ, đơn vị"),
    list_of("truong_hop_khac", "th", "các trường hợp khác ngoài những chỗ bằng nhau", *_CASE),
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
    Word("dieu_kien_thong_qua", "điều kiện để được thông qua, một câu", "Tập thể, cá nhân được thông qua khi …"),
    *_ballot("bieu_quyet_tap_the", "tập thể"),
    *_ballot("bieu_quyet_ca_nhan", "cá nhân"),
)

ROLLOUT = (
    Word("nhan_rong_cau", "đề xuất nhân rộng, một câu", "Đề xuất nhân rộng, biểu dương: 28 mô hình, …"),
    flag("co_chon_nhan_rong", "số liệu có cột chọn nhân rộng"),
    flag("co_sang_kien", "có sáng kiến để nhân rộng"),
    list_of(
        "sang_kien",
        "sk",
        "các mô hình, sáng kiến, giải pháp được chọn (hoặc được công nhận, nếu không có cột chọn)",
        NUMBER,
        Word("ten", "tên, trong ngoặc kép", "“Tổ hỗ trợ nộp hồ sơ trực tuyến tại nhà”"),
        Word("don_vi", "đơn vị", "Phường An Lộc"),
        Word("tac_gia", "tác giả", "Nguyễn Văn An"),
        Word("hieu_qua", "hiệu quả", "Rút ngắn thời gian giải quyết"),
        Word("pham_vi", "phạm vi nhân rộng", "Toàn thành phố"),
        Word("to_chuc", "đơn vị tổ chức thực hiện", "Văn phòng …"),
    ),
    flag("co_hieu_qua", "số liệu có ghi hiệu quả"),
    flag("co_pham_vi", "số liệu có ghi phạm vi"),
    flag("co_to_chuc", "số liệu có ghi ai tổ chức thực hiện"),
    Word("phu_luc_nhan_rong", "số của phụ lục này trong các phụ lục của báo cáo", "III"),
    flag("co_dien_hinh_tap_the", "có điển hình tiên tiến là tập thể"),
    list_of("dien_hinh_tap_the", "dh", "tập thể đạt tất cả tiêu chí và đứng đầu khối", *_COLLECTIVE),
    flag("co_dien_hinh_ca_nhan", "có điển hình tiên tiến là cá nhân"),
    Word("dien_hinh_ca_nhan_cau", "cá nhân điển hình khi không liệt kê thành bảng, một câu", "Không có cá nhân nào …"),
    list_of("dien_hinh_ca_nhan", "dh", "cá nhân được đề nghị khen thưởng", *_PERSON, *_AWARD),
)

DATA = (
    flag("co_so_lieu_luu_y", "có số liệu cần lưu ý của đơn vị được đề nghị hoặc trình hội đồng"),
    list_of(
        "so_lieu_luu_y",
        "sl",
        "số liệu cần lưu ý của các đơn vị được đề nghị, trình hội đồng",
        NUMBER,
        Word("don_vi", "tên đơn vị", "Phường An Lạc"),
        Word("noi_dung", "nội dung", "Hồ sơ … có 2 dòng trong cùng hệ thống."),
    ),
)

OWED = (
    Word("so_don_vi_thieu", "số đơn vị còn phải bổ sung, sửa số liệu", "05"),
    list_of(
        "don_vi_thieu",
        "dv",
        "các đơn vị còn phải bổ sung, sửa số liệu",
        NUMBER,
        Word("ten", "tên đơn vị", "Phòng Y tế"),
        Word("khoi", "khối thi đua", "Phòng, ban"),
        Word("so_noi_dung", "số nội dung cần bổ sung", "2"),
        Word("noi_dung", "các nội dung ấy, cách nhau bằng dấu chấm phẩy", "Sáng kiến, mô hình và kết quả công nhận …"),
        list_of(
            "muc",
            "m",
            "từng nội dung cần bổ sung",
            NUMBER,
            Word("noi_dung", "cần bổ sung, sửa gì, ở đâu", "Sửa ô K12, trang “Một cửa”, tệp mot-cua.xlsx: …"),
            Word("tieu_chi", "các tiêu chí chờ nội dung này", "TC2, TC3"),
            Word("tinh_trang", "tình trạng", "Không đọc được ngày …"),
        ),
    ),
)
