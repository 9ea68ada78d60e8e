"""Every sentence that names a mistake in a plan file: Vietnamese and English ``str.format`` templates by code."""

from __future__ import annotations

from collections.abc import Mapping

MESSAGES: Mapping[str, tuple[str, str]] = {
    # frames
    "one": ("{name}, dòng {line}, cột {column}: {text}", "{name}, line {line}, column {column}: {text}"),
    "many": ("{name}: kế hoạch có {count} lỗi:", "{name}: the plan has {count} mistakes:"),
    "item": ("  dòng {line}, cột {column}: {text}", "  line {line}, column {column}: {text}"),
    "more": ("  … và {count} lỗi khác.", "  … and {count} more."),
    "nearest": (" Có phải “{near}”?", " Did you mean “{near}”?"),
    "hint": (
        "Sửa tệp rồi kiểm tra lại: thidua plan check {name}",
        "Correct the file, then check it again: thidua plan check {name}",
    ),
    # the file and its YAML
    "unopened": ("không mở được tệp kế hoạch ({why}).", "the plan file cannot be opened ({why})."),
    "too_large": ("tệp kế hoạch lớn hơn {limit} KB.", "the plan file is larger than {limit} KB."),
    "encoding": (
        "tệp không phải văn bản UTF-8; hãy lưu lại bằng bảng mã UTF-8.",
        "the file is not UTF-8 text; save it again as UTF-8.",
    ),
    "yaml": ("không đúng cú pháp YAML: {meaning} ({why}).", "not valid YAML ({why})."),
    "empty": ("tệp kế hoạch không có nội dung.", "the plan file is empty."),
    "documents": ("tệp kế hoạch chỉ được có một văn bản YAML.", "a plan file holds one YAML document only."),
    "alias": (
        "kế hoạch không dùng dấu neo (&) và bí danh (*) của YAML; hãy viết đủ nội dung.",
        "anchors (&) and aliases (*) of YAML are not used in a plan; write the content out.",
    ),
    "tag": ("kế hoạch không dùng thẻ (!) của YAML.", "tags (!) of YAML are not used in a plan."),
    "deep": ("nội dung lồng nhau quá sâu.", "the content is nested too deeply."),
    "key_not_text": ("tên khóa phải là chữ.", "a key must be plain text."),
    "duplicate_key": (
        "khóa “{key}” lặp lại (lần đầu ở dòng {line}).",
        "the key “{key}” stands twice (first on line {line}).",
    ),
    # keys and shapes
    "unknown_key": (
        "không có khóa “{word}” ở đây.{near} Các khóa hợp lệ: {known}.",
        "there is no key “{word}” here.{near} Valid keys: {known}.",
    ),
    "missing_key": ("thiếu khóa “{key}” ({doc}).", "the key “{key}” is missing."),
    "not_mapping": ("“{key}” cần các dòng dạng “khóa: giá trị”.", "“{key}” needs lines of the form “key: value”."),
    "not_list": (
        "“{key}” cần một danh sách (mỗi mục một dòng bắt đầu bằng “- ”, hoặc [a, b]).",
        "“{key}” needs a list (one item a line, beginning with “- ”, or [a, b]).",
    ),
    "not_scalar": ("“{key}” cần một giá trị, không phải danh sách hay nhóm khóa.", "“{key}” needs a single value."),
    "empty_list": ("“{key}” phải có ít nhất một mục.", "“{key}” needs at least one item."),
    "empty_text": ("“{key}” không được để trống.", "“{key}” must not be empty."),
    "bad_id": (
        "“{value}” không dùng làm mã được: chỉ dùng a–z không dấu, chữ số, gạch nối và gạch dưới.",
        "“{value}” cannot be an id: use a–z, digits, hyphen and underscore only.",
    ),
    "bad_number": (
        "“{key}” cần một số (ví dụ {example}), không phải “{value}”.",
        "“{key}” needs a number, not “{value}”.",
    ),
    "bad_date": (
        "“{key}” cần một ngày có thật dạng 2021-12-31 hoặc 31/12/2021, không phải “{value}”.",
        "“{key}” needs a real date such as 2021-12-31 or 31/12/2021, not “{value}”.",
    ),
    "bad_bool": (
        "“{key}” cần true (có) hoặc false (không), không phải “{value}”.",
        "“{key}” needs true or false, not “{value}”.",
    ),
    "bad_choice": (
        "“{word}” không phải giá trị hợp lệ.{near} Các giá trị hợp lệ: {known}.",
        "“{word}” is not a valid value.{near} Valid values: {known}.",
    ),
    "bad_requirement": (
        (
            "yêu cầu “{value}” phải có dạng “chỉ tiêu phép-so-sánh mức yêu cầu”, ví dụ “on_time >= 99 %” "
            "(phép so sánh: >=, >, =, <=, <)."
        ),
        (
            "the requirement “{value}” must read “measure operator threshold”, such as “on_time >= 99 %” "
            "(operators: >=, >, =, <=, <)."
        ),
    ),
    # meaning
    "unknown_measure": (
        "không có chỉ tiêu “{word}”.{near} Các chỉ tiêu đã khai báo: {known}.",
        "there is no measure “{word}”.{near} Declared measures: {known}.",
    ),
    "unknown_count": (
        "không có số đếm “{word}”.{near} Các số đếm: {known}.",
        "there is no count “{word}”.{near} Counts: {known}.",
    ),
    "unknown_standing": (
        "không xếp hạng theo “{word}” được.{near} Dùng: {known}.",
        "“{word}” cannot rank units.{near} Use: {known}.",
    ),
    "unknown_group": (
        "không có khối thi đua “{word}”.{near} Các khối: {known}.",
        "there is no group “{word}”.{near} Groups: {known}.",
    ),
    "unknown_unit": (
        "không có đơn vị “{word}” trong vocabulary.units.{near}",
        "there is no unit “{word}” in vocabulary.units.{near}",
    ),
    "unknown_expected": (
        "không có tiêu chí hoặc chỉ tiêu “{word}”.{near} Dùng: {known}.",
        "there is no criterion or measure “{word}”.{near} Use: {known}.",
    ),
    "unknown_header": (
        (
            "không có trường “{word}” trong các bảng số liệu.{near} Viết “loại_bảng.trường” hoặc “trường”; "
            "các loại bảng và trường: {known}."
        ),
        "there is no table field “{word}”.{near} Write “kind.field” or “field”; kinds and fields: {known}.",
    ),
    "duplicate": (
        "“{value}” đã dùng ở dòng {line}; mỗi {what} chỉ khai báo một lần.",
        "“{value}” is already used on line {line}.",
    ),
    "year_outside_period": (
        "năm {year} không nằm trong kỳ thi đua ({start} – {end}).",
        "the year {year} lies outside the period ({start} – {end}).",
    ),
    "period_reversed": (
        "ngày kết thúc ({end}) trước ngày bắt đầu ({start}).",
        "the last day ({end}) lies before the first ({start}).",
    ),
    "weight": ("trọng số phải lớn hơn 0, không phải {value}.", "a weight must be above 0, not {value}."),
    "percent_needed": (
        "chỉ tiêu “{measure}” là tỷ lệ: viết mức yêu cầu kèm dấu %, ví dụ “{measure} {operator} {value} %”.",
        "the measure “{measure}” is a ratio: write the threshold with %, such as “{measure} {operator} {value} %”.",
    ),
    "percent_refused": (
        "chỉ tiêu “{measure}” không phải tỷ lệ: viết mức yêu cầu không có dấu %.",
        "the measure “{measure}” is not a ratio: write the threshold without %.",
    ),
    "percent_range": (
        "mức yêu cầu phần trăm phải từ 0 đến 100, không phải {value}.",
        "a percentage must lie between 0 and 100, not {value}.",
    ),
    "threshold_zero": (
        "mức yêu cầu của phép so sánh “{operator}” phải lớn hơn 0 để tính được mức độ đạt.",
        "the threshold of “{operator}” must be above 0, so that attainment can be computed.",
    ),
    "fraction_range": (
        "“{key}” phải lớn hơn 0 và không quá 1 (ví dụ 2/3 hoặc 70 %).",
        "“{key}” must be above 0 and at most 1 (such as 2/3 or 70 %).",
    ),
    "ratio_denominator": (
        "chỉ tiêu “{measure}” là tỷ lệ (ratio) nên phải có “denominator” (mẫu số).",
        "the measure “{measure}” is a ratio and needs a denominator.",
    ),
    "value_denominator": (
        "chỉ tiêu “{measure}” là giá trị (value) nên không có “denominator” (mẫu số).",
        "the measure “{measure}” is a value and has no denominator.",
    ),
    "placeholder": (
        "câu chỉ dùng được chỗ điền {{n}}, không có “{{{word}}}”.",
        "a sentence may only use the blank {{n}}, not “{{{word}}}”.",
    ),
    "person_accepted": (
        "tiêu chí cá nhân theo xếp loại (classification) phải có “accepted”: các mức xếp loại được chấp nhận.",
        "a person's criterion by classification needs “accepted”.",
    ),
    "person_requirement": (
        "tiêu chí cá nhân loại “{kind}” phải có “requirement”, ví dụ “{example}”.",
        "a person's criterion of the kind “{kind}” needs a “requirement”, such as “{example}”.",
    ),
    "person_unused": (
        "“{key}” không dùng cho tiêu chí cá nhân loại “{kind}”.",
        "“{key}” is not used by a person's criterion of the kind “{kind}”.",
    ),
    "quota_whole": (
        "số lượng khen thưởng phải là số nguyên không âm hoặc tỷ lệ như 20 %, không phải {value}.",
        "a quota must be a whole number or a share such as 20 %, not {value}.",
    ),
    "no_base_salary": (
        "không có mức lương cơ sở nào có hiệu lực vào ngày {day} (awards.money_date); thêm mức đó vào base_salary.",
        "no base salary is in force on {day} (awards.money_date); add it to base_salary.",
    ),
    "positive": ("“{key}” phải lớn hơn 0.", "“{key}” must be above 0."),
    "doubling_unit": (
        "cách làm tròn before_doubling chỉ dùng cho tập thể (recipient: unit).",
        "the rounding before_doubling is for collectives only (recipient: unit).",
    ),
    "dates_reversed": (
        "valid_to ({end}) trước valid_from ({start}).",
        "valid_to ({end}) lies before valid_from ({start}).",
    ),
    "alias_taken": (
        "tên “{value}” đã thuộc đơn vị “{owner}” (dòng {line}) trong cùng thời gian.",
        "the name “{value}” already belongs to “{owner}” (line {line}) at the same time.",
    ),
}
"""Templates by code; doubled braces stand for braces that users see."""

YAML_MEANINGS: tuple[tuple[str, str], ...] = (
    ("tab character", "không dùng phím Tab, hãy thụt đầu dòng bằng dấu cách"),
    ("mapping values are not allowed", "câu có dấu hai chấm phải đặt trong ngoặc kép, hoặc dòng trên thụt sai"),
    ("expected ','", "thiếu dấu phẩy hoặc dấu đóng ngoặc ] }"),
    ("end of stream", "thiếu dấu đóng ngoặc hoặc ngoặc kép"),
    ("expected ':'", "thiếu dấu hai chấm sau tên khóa"),
    ("expected key", "dòng thụt đầu không thẳng với các dòng cùng nhóm, hoặc thừa chữ sau ngoặc kép"),
    ("expected '-'", "mục của danh sách phải bắt đầu bằng “- ” và thẳng hàng với các mục khác"),
    ("block end", "dòng thụt đầu không thẳng với các dòng cùng nhóm"),
    ("comment or line break", "giá trị bắt đầu bằng > hoặc | phải đặt trong ngoặc kép"),
    ("cannot start any token", "giá trị bắt đầu bằng ký tự đặc biệt phải đặt trong ngoặc kép"),
    ("comment from value", "dấu # phải cách chữ đứng trước nó"),
    ("chomping", "giá trị bắt đầu bằng > hoặc | phải đặt trong ngoặc kép"),
    ("characters are not allowed", "có ký tự điều khiển không nhìn thấy"),
    ("not allowed", "có ký tự không được phép"),
)
"""What the YAML library's reasons mean to a person: (part of the reason, Vietnamese)."""

YAML_MEANING = "xem lại dấu ngoặc, dấu hai chấm và cách thụt đầu dòng ở chỗ này hoặc dòng ngay trên"
"""For any other reason."""
