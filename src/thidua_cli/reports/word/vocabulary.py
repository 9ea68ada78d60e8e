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
    Word("ke_hoach", "kế hoạch phát động, trích dẫn đầy đủ", "Kế hoạch số …/KH-UBND ngày … của …"),
    Word("chi_dao", "đoạn văn về chỉ đạo, tuyên truyền; để trống nếu tệp kế hoạch không ghi"),
    Word("doi_tuong", "đối tượng tham gia", "tập thể, cán bộ, công chức, viên chức …"),
    Word("ngay_dau_ky", "ngày đầu kỳ", "01/01/2021"),
    Word("ngay_cuoi_ky", "ngày cuối kỳ", "31/12/2021"),
    Word("ngay_chot", "ngày chốt số liệu", "31/12/2021"),
    Word("ke_hoach_da_dung", "kế hoạch mà chương trình đã chấm theo, năm và nơi lấy", "Kế hoạch năm 2021: … (…)."),
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
    Word("noi_chi", "ai chi tiền thưởng", "Phòng Tài chính - Kế hoạch"),
    Word("nguoi_de_nghi", "quyết định theo đề nghị của ai", "Trưởng phòng Nội vụ"),
    Word("thi_hanh", "ai chịu trách nhiệm thi hành quyết định", "Chánh Văn phòng …, Trưởng phòng …"),
    Word("ky_hieu_uy_ban", "ký hiệu của cơ quan ban hành quyết định", "UBND"),
    Word("ky_hieu_hoi_dong", "ký hiệu của hội đồng", "HĐTĐKT"),
)

DOCUMENT = (
    list_of(
        "cac_can_cu",
        "can_cu",
        "căn cứ pháp lý của văn bản này, mỗi mục một dòng, chưa có dấu cuối dòng",
        example="Căn cứ Luật Thi đua, Khen thưởng …",
    ),
    list_of("kinh_gui", "noi", "nơi kính gửi", example="Chủ tịch Ủy ban nhân dân thành phố Hồng Ngự"),
    Word(
        "trien_khai",
        "đoạn văn về việc phát động; ghi “Kế hoạch nêu trên” nếu phần căn cứ đã trích dẫn đầy đủ",
        "Thực hiện Kế hoạch số …",
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
    list_of(
        "cot_tong_hop",
        "c",
        "các cột của bảng tổng hợp theo khối: mỗi tỷ lệ một cột",
        Word("ten", "tên ngắn của tỷ lệ", "Sớm, đúng hạn"),
        Word("don_vi", "đơn vị tính", "hồ sơ"),
    ),
    list_of(
        "tong_hop",
        "t",
        "các dòng của bảng tổng hợp: mỗi khối một dòng, dòng cuối là tổng cộng",
        Word("ten", "tên khối, hoặc Tổng cộng", "Xã, phường"),
        Word("so_don_vi", "số đơn vị", "7"),
        Word("so_dat", "số đơn vị đạt tất cả tiêu chí", "3"),
        Word("ty_le_dat", "tỷ lệ đơn vị đạt tất cả tiêu chí", "42,86%"),
        list_of(
            "o",
            "o",
            "các ô, theo thứ tự của cot_tong_hop",
            Word("so_luong", "tử số và mẫu số", "1.225/1.240"),
            Word("ty_le", "tỷ lệ", "98,79%"),
        ),
    ),
    Word("tong_hop_cau", "các tỷ lệ của toàn phong trào, một câu", "Tỷ lệ …: 1.225/1.240 hồ sơ (98,79%); …"),
    Word("tong_hop_thieu", "số liệu tổng hợp còn thiếu của bao nhiêu đơn vị; để trống nếu đủ"),
    list_of(
        "uu_diem", "u", "các ưu điểm, mỗi mục một câu", example="12/19 đơn vị (63,16%) đạt tất cả các tiêu chí áp dụng."
    ),
    Word("chu_giai_bang", "chú giải của bảng tổng hợp", "mỗi ô gồm số liệu và kết quả; …"),
    list_of("bieu_do_chung", "bd", "biểu đồ số đơn vị theo kết quả từng tiêu chí", *_CHART),
    list_of(
        "tieu_chi",
        "tc",
        "các tiêu chí của kế hoạch",
        Word("nhan", "số của tiêu chí", "Tiêu chí 2"),
        Word("ten", "tên tiêu chí", "Hồ sơ trên phần mềm một cửa điện tử và đúng hạn"),
        Word("trich", "câu chữ của kế hoạch", "Có 100% hồ sơ được thực hiện phần mềm một cửa điện tử …"),
        Word("yeu_cau", "yêu cầu", "trên phần mềm = 100%; sớm, đúng hạn ≥ 99%"),
        Word("so_ap_dung", "số đơn vị thuộc diện áp dụng", "17"),
        Word("so_dat", "số đơn vị đạt", "15"),
        Word("ty_le", "tỷ lệ đạt trên số đơn vị áp dụng", "88,24%"),
        Word("so_khong_dat", "số đơn vị không đạt", "1"),
        Word("so_chua_du", "số đơn vị chưa đủ số liệu", "1"),
        Word("so_khong_ap_dung", "số đơn vị không áp dụng", "2"),
        Word(
            "so_lieu", "số liệu cao nhất và thấp nhất, để trống nếu không có", "Tỷ lệ …: cao nhất 100% (12 đơn vị), …"
        ),
        Word("khong_dat", "tên các đơn vị không đạt", "Phường An Lạc và Phòng Y tế"),
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
        Word("chi_tieu", "số lượng được xét của khối, để trống nếu không giới hạn", "2"),
        list_of("don_vi", "dv", "các đơn vị theo thứ hạng", *_UNIT),
        Word("dong_hang", "các đơn vị đồng hạng, để trống nếu không có", "hạng 1: Phường An Lộc và Phường An Thạnh"),
        Word("de_nghi", "đề nghị của khối, một câu", "02 tập thể: Phường An Lộc (hạng 1) và …"),
        list_of("bieu_do", "bd", "biểu đồ điểm và thứ hạng", *_CHART),
    ),
    flag("co_chua_ket_luan", "có đơn vị chưa đủ số liệu"),
    Word("so_chua_ket_luan", "số đơn vị chưa đủ số liệu", "02"),
    list_of(
        "chua_ket_luan",
        "dv",
        "các đơn vị chưa đủ số liệu",
        NUMBER,
        Word("ten", "tên đơn vị", "Phòng Y tế"),
        Word("ly_do", "lý do", "Tiêu chí 4 – Chỉ số CCHC: bảng số liệu không có dòng của đơn vị."),
    ),
    flag("co_han_che", "có tiêu chí không đạt"),
    list_of(
        "han_che",
        "hc",
        "các đơn vị có tiêu chí không đạt",
        NUMBER,
        Word("don_vi", "tên đơn vị", "Phường An Lạc"),
        Word("khoi", "khối thi đua", "Xã, phường"),
        Word("noi_dung", "số liệu và số còn thiếu", "Sớm, đúng hạn: 1.225/1.240 hồ sơ (98,79%), yêu cầu ≥ 99%; …"),
        Word("nguyen_nhan", "các trường hợp là nguyên nhân, để trống nếu không có", "15 hồ sơ giải quyết quá hạn"),
    ),
    flag("co_so_sanh", "có kết quả của năm trước để so sánh"),
    Word("nam_truoc", "năm trước", "2020"),
    list_of(
        "so_sanh",
        "ss",
        "các dòng so sánh với năm trước",
        Word("ten", "nội dung", "Số đơn vị được xét"),
        Word("truoc", "năm trước", "18"),
        Word("nay", "năm nay", "19"),
        Word("tang_giam", "tăng, giảm", "tăng 1 đơn vị"),
    ),
)
