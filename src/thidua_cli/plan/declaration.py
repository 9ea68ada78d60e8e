"""What a plan file may say: every key with its shape and its Vietnamese description. The one declaration.

The loader reads by it and the JSON Schema is written from it, so neither knows a key that the other does not.
"""

from __future__ import annotations

from typing import Any

from thidua_cli.plan.requirements import RequirementShape
from thidua_cli.plan.scalars import AMOUNT, BOOL, DAY, DONG, NUMBER, SHARE, WHOLE
from thidua_cli.plan.shapes import (
    Choice,
    Key,
    ListOf,
    MapOf,
    Object,
    Text,
    optional,
)
from thidua_cli.text.glossary import word, words

_VERDICTS = ("met", "not_met", "no_data", "not_applicable")

_FILES = {name.removesuffix(".docx"): said for name, said in words("file").items() if name.endswith(".docx")}
_DOCUMENTS = {"default": words("signature")["default"], **_FILES}
_SIGNED = {**_DOCUMENTS, **words("signature")}
_TEXT = Text()
_BLANK = Text(blank=True)
_ID = Text(ident=True)
_COUNT = Choice(words("count"), "unknown_count")
_REQUIREMENT = RequirementShape()

_SETTINGS = Object(
    {
        **{name: optional(Choice(words(f"setting.{name}")), str(doc)) for name, doc in words("setting").items()},
        "par_index_columns": optional(
            ListOf(Choice(words("par_column")), 1),
            "Các cột điểm Chỉ số CCHC theo thứ tự ưu tiên; cột đầu tiên có số liệu được dùng.",
        ),
    }
)

_MEASURE = Object(
    {
        "name": Key(_TEXT, "Tên đầy đủ của chỉ tiêu."),
        "short_name": optional(_BLANK, "Tên ngắn dùng trên đầu cột của bảng."),
        "kind": Key(
            Choice({"ratio": "tỷ lệ: tổng tử số chia tổng mẫu số", "value": "giá trị: tổng các số đếm"}),
            "Loại chỉ tiêu.",
        ),
        "numerator": Key(ListOf(_COUNT, 1), "Tử số: các số đếm cộng lại."),
        "denominator": optional(ListOf(_COUNT), "Mẫu số: các số đếm cộng lại (chỉ dùng cho ratio)."),
        "against": optional(_COUNT, "Số đếm mà các dòng của nó là trường hợp không đạt (để truy về từng dòng)."),
        "unit": optional(_BLANK, "Đơn vị đếm trong câu văn: hồ sơ, nhiệm vụ, điểm."),
        "shortfall": optional(_BLANK, "Câu nói phần còn thiếu; {n} là số trường hợp."),
    }
)

_CRITERION = Object(
    {
        "id": Key(_ID, "Mã tiêu chí, ví dụ tc1."),
        "title": Key(_TEXT, "Tên gọn của tiêu chí."),
        "short_title": optional(_BLANK, "Tên rất ngắn dùng trên đầu cột của bảng."),
        "citation": Key(_TEXT, "Nguyên văn câu của kế hoạch phát động phong trào."),
        "weight": Key(NUMBER, "Trọng số (lớn hơn 0)."),
        "applies_to": optional(Choice(words("applies_to")), "Áp dụng cho đơn vị nào (mặc định: all)."),
        "requirements": Key(ListOf(_REQUIREMENT, 1), "Các yêu cầu phải đạt đồng thời, ví dụ “on_time >= 99 %”."),
    }
)

_PERSON_CRITERION = Object(
    {
        "id": Key(_ID, "Mã tiêu chí cá nhân, ví dụ i1."),
        "title": Key(_TEXT, "Tên gọn của tiêu chí."),
        "citation": Key(_TEXT, "Nguyên văn câu của kế hoạch phát động phong trào."),
        "kind": Key(Choice(words("person_kind")), "Xét theo cách nào."),
        "accepted": optional(ListOf(_TEXT), "classification: các mức xếp loại được chấp nhận."),
        "requirement": optional(_REQUIREMENT, "dossiers và initiatives: yêu cầu phải đạt."),
    }
)

_ROUNDING = Choice(words("rounding"))

_GROUP = Object(
    {
        "id": Key(_ID, "Mã khối thi đua, ví dụ xa-phuong."),
        "name": Key(_TEXT, "Tên khối thi đua như trong danh mục đơn vị."),
        "quota": optional(
            AMOUNT, "Số tập thể được khen của khối: số nguyên, hoặc tỷ lệ như 20 %; để trống: không giới hạn."
        ),
        "quota_rounding": optional(_ROUNDING, "Cách làm tròn khi quota là tỷ lệ (mặc định: down)."),
    }
)

_AWARD = Object(
    {
        "id": Key(_ID, "Mã hình thức khen thưởng."),
        "name": Key(_TEXT, "Tên hình thức, ví dụ Giấy khen."),
        "recipient": Key(Choice(words("recipient")), "Tặng cho tập thể hay cá nhân."),
        "authority": Key(_TEXT, "Người có thẩm quyền tặng."),
        "base_salary_multiple": Key(NUMBER, "Mức thưởng bằng mấy lần lương cơ sở."),
        "round_up_to": Key(DONG, "Làm tròn lên bội số này (đồng)."),
        "rounding": optional(
            Choice({"after": "nhân rồi làm tròn lên", "before_doubling": "làm tròn mức cá nhân rồi nhân đôi"}),
            "Thứ tự làm tròn (mặc định: after).",
        ),
        "source": optional(_BLANK, "Căn cứ của mức thưởng."),
    }
)

_DECISION = Object(
    {
        "decision": Key(
            Choice({"include": "đưa vào đề nghị", "exclude": "đưa ra khỏi đề nghị"}), "Quyết định của Hội đồng."
        ),
        "unit": Key(_TEXT, "Tên đơn vị."),
        "individual": optional(_TEXT, "Họ và tên cá nhân; bỏ trống nếu là tập thể."),
        "author": Key(_TEXT, "Ai quyết định."),
        "reason": Key(_TEXT, "Lý do."),
    }
)

_AWARDS = Object(
    {
        "money_date": Key(DAY, "Ngày dự kiến ký quyết định khen thưởng; mức lương cơ sở lấy theo ngày này."),
        "forms": Key(ListOf(_AWARD), "Các hình thức khen thưởng."),
        "individual_quota": optional(AMOUNT, "Số cá nhân được khen: số nguyên, hoặc tỷ lệ; để trống: không giới hạn."),
        "individual_quota_rounding": optional(_ROUNDING, "Cách làm tròn khi là tỷ lệ (mặc định: down)."),
        "max_leader_share": optional(SHARE, "Tỷ lệ lãnh đạo tối đa trong số cá nhân được khen; để trống: chỉ báo cáo."),
        "achievement_words": optional(
            ListOf(_TEXT), "Chữ gọi thành tích của phong trào trong danh sách khen thưởng đã nhận (không khen hai lần)."
        ),
        "women_first": optional(BOOL, "Khi bằng nhau ở mức giới hạn thì chọn nữ (true) hay trình Hội đồng (false)."),
        "decisions": optional(
            ListOf(_DECISION), "Quyết định của Hội đồng: đưa vào hoặc đưa ra, có người quyết định và lý do."
        ),
    }
)

_DATED = Object(
    {
        "valid_from": Key(DAY, "Ngày bắt đầu có hiệu lực."),
        "value": Key(DONG, "Mức tiền."),
        "unit": Key(_TEXT, "Đơn vị tính."),
        "source": Key(_TEXT, "Văn bản quy định."),
    }
)

_SIGNATORY = Object(
    {
        "prefix": optional(_BLANK, "TM., KT., TL., TUQ.; để trống nếu ký trực tiếp."),
        "title": Key(_TEXT, "Chức vụ, viết in hoa như trên văn bản."),
        "name": optional(_BLANK, "Họ và tên; để trống nếu điền tay."),
    }
)

_COUNCIL = Object(
    {
        "name": Key(_TEXT, "Tên Hội đồng."),
        "members": optional(
            ListOf(
                Object(
                    {
                        "name": optional(_BLANK, "Họ và tên; để trống nếu điền tay."),
                        "role": optional(_BLANK, "Chức danh trong Hội đồng."),
                    }
                )
            ),
            "Thành viên Hội đồng.",
        ),
        "quorum": optional(SHARE, "Tỷ lệ thành viên phải có mặt, ví dụ 2/3."),
        "pass_rate": optional(SHARE, "Tỷ lệ phiếu tán thành phải đạt, ví dụ 1/2 hoặc 70 %."),
        "pass_base": optional(
            Choice({"total": "trên tổng số thành viên", "present": "trên số có mặt"}), "Tính tỷ lệ phiếu trên số nào."
        ),
        "note": optional(_BLANK, "Lời nhắc cho người chuẩn bị họp; không in ra văn bản."),
        "symbol": optional(_TEXT, "Ký hiệu của Hội đồng trên biên bản (mặc định: HĐTĐKT)."),
        "meets": optional(
            Choice(
                {
                    "before_proposal": "họp trước khi trình: biên bản là một căn cứ của tờ trình",
                    "after_proposal": "họp sau khi trình",
                }
            ),
            "Hội đồng họp trước hay sau tờ trình (mặc định: before_proposal).",
        ),
    }
)

_OF_DOCUMENTS = Object(
    {
        "place": Key(_TEXT, "Địa danh trên dòng ngày tháng."),
        "superior": Key(_TEXT, "Cơ quan chủ quản trên đầu văn bản."),
        "office": Key(_TEXT, "Cơ quan soạn thảo."),
        "office_symbol": optional(_TEXT, "Ký hiệu cơ quan soạn thảo, ví dụ PNV."),
        "authority": Key(_TEXT, "Cơ quan ban hành quyết định."),
        "chairman": Key(_TEXT, "Người có thẩm quyền quyết định."),
        "document_year": optional(WHOLE, "Năm trên dòng ngày tháng của văn bản (mặc định: năm của kế hoạch + 1)."),
        "launch": optional(_BLANK, "Đoạn văn về việc phát động phong trào."),
        "participants": optional(_BLANK, "Đối tượng tham gia."),
        "fund": optional(_BLANK, "Nguồn tiền thưởng."),
        "authority_symbol": optional(_TEXT, "Ký hiệu cơ quan ban hành quyết định (mặc định: UBND)."),
        "plan": optional(
            _BLANK,
            "Kế hoạch phát động, trích dẫn đầy đủ số, ngày, tên; {plan} ở legal_bases và launch thay cho câu này.",
        ),
        "addressees": optional(MapOf(ListOf(_TEXT), _DOCUMENTS), "Kính gửi, theo từng văn bản."),
        "steering": optional(_BLANK, "Đoạn văn về chỉ đạo, tuyên truyền; để trống thì báo cáo có chỗ để điền."),
        "proposer": optional(_BLANK, "Quyết định theo đề nghị của ai, ví dụ Trưởng phòng Nội vụ."),
        "payer": optional(_BLANK, "Ai chi tiền thưởng."),
        "executors": optional(ListOf(_TEXT), "Ai chịu trách nhiệm thi hành quyết định, mỗi dòng một chức danh."),
        "legal_bases": optional(
            MapOf(ListOf(_TEXT), _DOCUMENTS), "Căn cứ pháp lý theo từng văn bản, mỗi dòng một căn cứ."
        ),
        "signatories": optional(MapOf(_SIGNATORY, _SIGNED), "Người ký theo từng văn bản."),
        "recipients": optional(MapOf(ListOf(_TEXT), _DOCUMENTS), "Nơi nhận theo từng văn bản."),
        "council": optional(_COUNCIL, "Hội đồng Thi đua - Khen thưởng."),
    }
)

_KNOWN_UNIT = Object(
    {
        "name": Key(_TEXT, "Tên đầy đủ của đơn vị."),
        "aliases": optional(ListOf(_TEXT), "Các cách viết khác gặp trong số liệu."),
        "group": optional(_TEXT, "Khối thi đua (mã hoặc tên trong groups)."),
        "valid_from": optional(DAY, "Đơn vị có từ ngày."),
        "valid_to": optional(DAY, "Đơn vị có đến hết ngày."),
        "successor": optional(_TEXT, "Đơn vị kế tục sau ngày valid_to."),
    }
)

_VOCABULARY = Object(
    {
        "headers": optional(MapOf(ListOf(_TEXT), ident=False), "Chữ trên đầu cột: “loại_bảng.trường” hoặc “trường”."),
        "statuses": optional(MapOf(ListOf(_TEXT), words("status")), "Chữ trạng thái hồ sơ theo từng nhóm trạng thái."),
        "systems": optional(
            MapOf(Choice(words("system")), ident=False), "Tên tệp (hoặc mẫu như mot-cua*.xlsx) thuộc hệ thống nào."
        ),
        "units": optional(ListOf(_KNOWN_UNIT), "Các đơn vị, tên gọi khác, ngày đổi tên."),
    }
)

MAPPING = Object({"vocabulary": Key(_VOCABULARY, "Từ ngữ của địa phương.")})
"""A mapping file: the vocabulary section on its own."""

_EXAMPLE = Object(
    {
        "name": Key(_TEXT, "Ví dụ nói về điều gì."),
        "counts": Key(
            MapOf(NUMBER, words("count"), code="unknown_count"),
            "Số đếm của đơn vị; số nào không ghi là không có số liệu.",
        ),
        "expected": Key(
            MapOf(Choice({key: word(key).lower() for key in _VERDICTS})),
            "Kết quả mong đợi theo mã tiêu chí (hoặc mã chỉ tiêu).",
        ),
        "assessed": optional(BOOL, "Đơn vị có được đánh giá Chỉ số CCHC không (mặc định: true)."),
    }
)

PLAN = Object(
    {
        "id": Key(_ID, "Mã của kế hoạch."),
        "title": Key(_TEXT, "Tên phong trào thi đua."),
        "theme": Key(_TEXT, "Chủ đề của phong trào."),
        "year": Key(WHOLE, "Năm thi đua."),
        "issuer": Key(_TEXT, "Cơ quan phát động."),
        "period": Key(
            Object({"from": Key(DAY, "Ngày đầu kỳ."), "to": Key(DAY, "Ngày cuối kỳ; số liệu chốt đến hết ngày này.")}),
            "Kỳ thi đua.",
        ),
        "settings": optional(_SETTINGS, "Cách tính: những lựa chọn mà lời văn của kế hoạch để ngỏ."),
        "measures": Key(MapOf(_MEASURE), "Các chỉ tiêu, tính từ số đếm."),
        "criteria": Key(ListOf(_CRITERION, 1), "Các tiêu chí của tập thể."),
        "individual_criteria": optional(ListOf(_PERSON_CRITERION), "Các tiêu chí của cá nhân."),
        "groups": Key(ListOf(_GROUP, 1), "Các khối thi đua."),
        "standings": Key(ListOf(_ID, 1), "Thứ tự xếp hạng: xét lần lượt từ trên xuống."),
        "awards": Key(_AWARDS, "Khen thưởng."),
        "base_salary": Key(ListOf(_DATED), "Mức lương cơ sở theo thời gian."),
        "documents": Key(_OF_DOCUMENTS, "Nội dung dùng cho các văn bản Word."),
        "vocabulary": optional(_VOCABULARY, "Từ ngữ của địa phương: đầu cột, trạng thái, tên đơn vị."),
        "examples": optional(ListOf(_EXAMPLE), "Ví dụ để tự kiểm tra kế hoạch (thidua plan test)."),
    }
)
"""The whole file."""

Raw = dict[str, Any]
"""What :data:`PLAN` reads: plain values by key."""
