"""The template words about the movement, the offices, the document itself and the results of units."""

from __future__ import annotations

from thidua_cli.reports.word.entries import NUMBER, Word, flag, list_of

_CHART = (
    Word("so", "số của biểu đồ", "1"),
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
    list_of("uy_ban_dong", "dong", "cơ quan ban hành quyết định, in hoa, từng dòng", example="ỦY BAN NHÂN DÂN"),
    Word("chu_tich", "người có thẩm quyền khen thưởng", "Chủ tịch Ủy ban nhân dân thành phố Hồng Ngự"),
    Word("chu_tich_hoa", "như trên, in hoa", "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HỒNG NGỰ"),
    Word("hoi_dong", "tên hội đồng", "Hội đồng Thi đua - Khen thưởng thành phố Hồng Ngự"),
    Word("hoi_dong_hoa", "tên hội đồng, in hoa", "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG THÀNH PHỐ HỒNG NGỰ"),
    list_of("hoi_dong_dong", "dong", "tên hội đồng, in hoa, từng dòng", example="THI ĐUA - KHEN THƯỞNG"),
    Word("nguon_tien", "nguồn tiền thưởng", "Quỹ thi đua, khen thưởng"),
)

DOCUMENT = (
    list_of(
        "cac_can_cu",
        "can_cu",
        "căn cứ pháp lý của văn bản này, mỗi mục một dòng, chưa có dấu cuối dòng",
        example="Căn cứ Luật Thi đua, Khen thưởng …",
    ),
    list_of("chuc_danh_ky", "dong", "các dòng quyền hạn, chức vụ của người ký, in hoa", example="TRƯỞNG PHÒNG"),
    Word("nguoi_ky", "họ tên người ký, để trống nếu kế hoạch không ghi"),
    Word("chuc_danh_thu_ky", "chức danh thư ký, in hoa", "THƯ KÝ"),
    Word("ten_thu_ky", "họ tên thư ký, để trống nếu kế hoạch không ghi"),
    list_of("noi_nhan", "noi", "nơi nhận, chưa có gạch đầu dòng và dấu cuối dòng", example="Như trên"),
)

_CELL = (
    Word("gia_tri", "số liệu", "98,79%"),
    Word("so_luong", "tử số và mẫu số, để trống nếu không phải tỷ lệ", "1.225/1.240"),
    Word("ket_qua", "kết quả", "Không đạt"),
    flag("dat", "yêu cầu này đạt"),
)
_UNIT = (
    NUMBER,
    Word("ten", "tên đơn vị", "Phường An Lạc"),
    Word("khoi", "khối thi đua", "Xã, phường"),
    Word("hang", "thứ hạng", "2"),
    Word("hang_chu", "thứ hạng bằng chữ", "đồng hạng 2"),
    Word("diem", "điểm", "97,25"),
    Word("ket_qua", "kết quả chung", "Đạt 4/5"),
    Word("tieu_chi_dat", "số tiêu chí đạt trên số áp dụng", "4/5"),
    flag("dat", "đạt tất cả tiêu chí áp dụng"),
    list_of("o", "o", "các ô số liệu, theo thứ tự của cot", *_CELL),
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
    list_of("bieu_do_chung", "bd", "biểu đồ số đơn vị theo kết quả từng tiêu chí", *_CHART),
    list_of(
        "tieu_chi",
        "tc",
        "các tiêu chí của kế hoạch",
        Word("nhan", "số của tiêu chí", "Tiêu chí 2"),
        Word("ten", "tên tiêu chí", "Hồ sơ trên phần mềm một cửa điện tử và đúng hạn"),
        Word("trich", "câu chữ của kế hoạch", "Có 100% hồ sơ được thực hiện phần mềm một cửa điện tử …"),
        Word("ket_qua", "số đơn vị đạt, số liệu cao nhất và thấp nhất", "15/17 đơn vị thuộc diện áp dụng đạt …"),
        Word("khong_dat", "tên các đơn vị chưa đạt", "Phường An Lạc và Phòng Y tế"),
        Word("cach_tinh", "cách tính", "Tỷ lệ … = (…) / (…); yêu cầu ≥ 99%."),
        list_of("bieu_do", "bd", "biểu đồ khoảng cách tới yêu cầu", *_CHART),
    ),
    list_of(
        "cot",
        "c",
        "các cột của bảng tổng hợp: mỗi yêu cầu một cột",
        Word("nhan", "số của tiêu chí", "Tiêu chí 2"),
        Word("ten", "tên ngắn của số đo", "Sớm, đúng hạn"),
        Word("yeu_cau", "yêu cầu", "≥ 99%"),
    ),
    list_of(
        "khoi",
        "k",
        "các khối thi đua có đơn vị",
        Word("ten", "tên khối", "Xã, phường"),
        Word("so_don_vi", "số đơn vị", "07"),
        Word("so_dat", "số đơn vị đạt tất cả tiêu chí", "03"),
        Word("chi_tieu", "chỉ tiêu khen thưởng, để trống nếu không có", "2 tập thể"),
        list_of("don_vi", "dv", "các đơn vị theo thứ hạng", *_UNIT),
        Word("dong_hang", "các đơn vị đồng hạng, để trống nếu không có", "hạng 1: Phường An Lộc và Phường An Thạnh"),
        Word("de_nghi", "đề nghị của khối, một câu", "02 tập thể: Phường An Lộc (hạng 1) và …"),
        list_of("bieu_do", "bd", "biểu đồ điểm và thứ hạng", *_CHART),
    ),
    flag("co_chua_ket_luan", "có đơn vị chưa đủ số liệu"),
    list_of(
        "chua_ket_luan",
        "dv",
        "các đơn vị chưa đủ số liệu",
        Word("ten", "tên đơn vị", "Phòng Y tế"),
        Word("ly_do", "lý do", "Tiêu chí 4, chỉ số: bảng số liệu không có dòng của đơn vị"),
    ),
    flag("co_han_che", "có tiêu chí chưa đạt hoặc chưa đủ số liệu"),
    list_of(
        "han_che",
        "hc",
        "các tiêu chí chưa đạt, chưa đủ số liệu",
        NUMBER,
        Word("don_vi", "tên đơn vị", "Phường An Lạc"),
        Word("khoi", "khối thi đua", "Xã, phường"),
        Word("nhan", "số của tiêu chí", "Tiêu chí 2"),
        Word("noi_dung", "số liệu và số còn thiếu", "Sớm, đúng hạn: 1.225/1.240 hồ sơ (98,79%), yêu cầu ≥ 99%; cần …"),
        Word("nguon", "tệp, trang và các dòng", "mot-cua.xlsx, trang Sheet1 (1.240 dòng); dòng 17, 18"),
    ),
)
