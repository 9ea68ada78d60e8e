"""The plan part of fake results: the 2021 movement of Hồng Ngự city, in the plan's own words."""

from __future__ import annotations

from thidua_cli.result_plan import (
    AwardInfo,
    CouncilInfo,
    CouncilMember,
    CriterionInfo,
    DocumentsInfo,
    GroupInfo,
    MeasureInfo,
    PersonCriterionInfo,
    PlanInfo,
    RequirementInfo,
    SignatoryInfo,
)
from thidua_cli.result_values import Operator
from thidua_cli.text.glossary import words

WARDS = "Xã, phường"
ROOMS = "Phòng, ban"
QUOTAS = {WARDS: 1, ROOMS: 3}
AWARD_UNIT = "giay-khen-tap-the"
AWARD_PERSON = "giay-khen-ca-nhan"

_CHAIRMAN = "Chủ tịch Ủy ban nhân dân thành phố Hồng Ngự"
_BASES = """\
Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức \
Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019
Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003 và Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen \
thưởng ngày 16 tháng 11 năm 2013
Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số điều của Luật \
Thi đua, Khen thưởng""".splitlines()


def _measure(id_: str, names: tuple[str, str], counts: tuple[str, str], unit: str, shortfall: str) -> MeasureInfo:
    numerator, denominator = (part.split() for part in counts)
    kind = "ratio" if denominator else "value"
    return MeasureInfo(
        id=id_,
        name=names[0],
        short_name=names[1],
        kind="ratio" if kind == "ratio" else "value",
        unit=unit,
        numerator=numerator,
        denominator=denominator,
        shortfall=shortfall,
    )


MEASURES = [
    _measure(
        "task_completion",
        ("Tỷ lệ nhiệm vụ hoàn thành theo Kế hoạch cải cách hành chính", "Nhiệm vụ hoàn thành"),
        ("tasks_completed", "tasks_assigned"),
        "nhiệm vụ",
        "cần hoàn thành thêm {n} nhiệm vụ",
    ),
    _measure(
        "on_software",
        ("Tỷ lệ hồ sơ thực hiện trên phần mềm một cửa điện tử", "Trên phần mềm"),
        ("on_software", "received"),
        "hồ sơ",
        "cần đưa thêm {n} hồ sơ lên phần mềm",
    ),
    _measure(
        "on_time",
        ("Tỷ lệ hồ sơ trả kết quả sớm hạn và đúng hạn", "Sớm và đúng hạn"),
        ("early on_time", "early on_time late"),
        "hồ sơ",
        "cần bớt {n} hồ sơ quá hạn",
    ),
    _measure(
        "online_34",
        ("Tỷ lệ hồ sơ thực hiện qua dịch vụ công trực tuyến mức độ 3, mức độ 4", "Trực tuyến mức 3, 4"),
        ("online_34", "received"),
        "hồ sơ",
        "cần thêm {n} hồ sơ trực tuyến mức độ 3, mức độ 4",
    ),
    _measure("par_index", ("Chỉ số cải cách hành chính", "Chỉ số CCHC"), ("par_index", ""), "điểm", ""),
    _measure(
        "initiatives",
        ("Sáng kiến, giải pháp, mô hình mới được công nhận", "Sáng kiến"),
        ("initiatives_recognised", ""),
        "sáng kiến",
        "cần thêm {n} sáng kiến được công nhận",
    ),
]


def _criterion(
    id_: str, short: str, citation: str, needs: list[tuple[str, Operator, str, bool]], applies: str = "all"
) -> CriterionInfo:
    return CriterionInfo(
        id=id_,
        title=short,
        short_title=short,
        citation=citation,
        weight="20",
        applies_to=applies,
        requirements=[RequirementInfo(measure=m, operator=o, threshold=t, percent=p) for m, o, t, p in needs],
    )


CRITERIA = [
    _criterion(
        "tc1",
        "Hoàn thành nhiệm vụ CCHC",
        "Hoàn thành các nhiệm vụ được giao tại Kế hoạch cải cách hành chính năm 2021 của Thành phố",
        [("task_completion", "=", "100", True)],
    ),
    _criterion(
        "tc2",
        "Hồ sơ một cửa",
        "có 100% hồ sơ được thực hiện phần mềm một cửa điện tử và có từ 99% hồ sơ được trả kết quả sớm hạn và đúng hạn",
        [("on_software", "=", "100", True), ("on_time", ">=", "99", True)],
    ),
    _criterion(
        "tc3",
        "Dịch vụ công trực tuyến",
        "tỷ lệ hồ sơ thực hiện qua dịch vụ công trực tuyến mức độ 3, mức độ 4 đạt từ 50% trở lên",
        [("online_34", ">=", "50", True)],
    ),
    _criterion(
        "tc4",
        "Chỉ số CCHC",
        "có chỉ số cải cách hành chính năm 2021 đạt từ 80 điểm trở lên (đối với các cơ quan, đơn vị, xã, phường được "
        "Thành phố đánh giá)",
        [("par_index", ">=", "80", False)],
        "assessed",
    ),
    _criterion(
        "tc5",
        "Sáng kiến",
        "có sáng kiến, giải pháp, mô hình mới, cách làm hay trong công tác cải cách hành chính mang lại hiệu quả",
        [("initiatives", ">=", "1", False)],
    ),
]

PERSON_CRITERIA = [
    PersonCriterionInfo(
        id="i1",
        title="Mức độ hoàn thành nhiệm vụ",
        citation="được xếp loại hoàn thành tốt nhiệm vụ trở lên",
        kind="classification",
        accepted=["Hoàn thành tốt nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ"],
    ),
    PersonCriterionInfo(
        id="i2",
        title="Hồ sơ sớm hạn và đúng hạn",
        citation="có từ 99% hồ sơ được trả kết quả sớm hạn và đúng hạn",
        kind="dossiers",
        requirement=RequirementInfo(measure="on_time", operator=">=", threshold="99", percent=True),
    ),
    PersonCriterionInfo(
        id="i5",
        title="Sáng kiến",
        citation="có sáng kiến, giải pháp, mô hình mới, cách làm hay mang lại hiệu quả",
        kind="initiatives",
        requirement=RequirementInfo(measure="initiatives", operator=">=", threshold="1", percent=False),
    ),
]


def _award(id_: str, recipient: str, reward: int, multiple: str) -> AwardInfo:
    return AwardInfo(
        id=id_,
        name="Giấy khen",
        recipient="unit" if recipient == "unit" else "individual",
        authority=_CHAIRMAN,
        reward_vnd=reward,
        base_salary_vnd=1490000,
        multiple=multiple,
        source="Nghị định số 91/2017/NĐ-CP, Điều 68 và Điều 73; Nghị định số 38/2019/NĐ-CP",
    )


DOCUMENTS = DocumentsInfo(
    place="Hồng Ngự",
    superior="UBND thành phố Hồng Ngự",
    office="Phòng Nội vụ",
    authority="Ủy ban nhân dân thành phố Hồng Ngự",
    chairman=_CHAIRMAN,
    office_symbol="PNV",
    legal_bases={
        "default": _BASES,
        "to-trinh": [*_BASES, "Kế hoạch phát động phong trào thi đua chuyên đề cải cách hành chính năm 2021"],
        "quyet-dinh": _BASES,
    },
    signatories={
        "to-trinh": SignatoryInfo(title="Trưởng phòng", name="", prefix=""),
        "danh-sach": SignatoryInfo(title="Trưởng phòng", name="", prefix=""),
        "bao-cao": SignatoryInfo(title="Trưởng phòng", name="", prefix=""),
        "nhan-rong": SignatoryInfo(title="Trưởng phòng", name="", prefix=""),
        "quyet-dinh": SignatoryInfo(title="Chủ tịch", name="", prefix=""),
        "bien-ban": SignatoryInfo(title="Chủ tọa", name="", prefix=""),
    },
    recipients={
        "to-trinh": ["Như trên", "Hội đồng Thi đua - Khen thưởng thành phố", "Lưu: VT"],
        "quyet-dinh": ["Như Điều 3", "Thường trực Thành ủy", "Lưu: VT, PNV"],
        "bao-cao": ["Ủy ban nhân dân thành phố", "Lưu: VT"],
    },
    fund="Quỹ thi đua, khen thưởng",
    plan="Kế hoạch số …/KH-UBND ngày … của Ủy ban nhân dân thành phố Hồng Ngự",
    proposer="Trưởng phòng Nội vụ",
    payer="Phòng Tài chính - Kế hoạch",
    executors=["Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Trưởng phòng Nội vụ"],
    addressees={"bao-cao": ["Ủy ban nhân dân thành phố Hồng Ngự", "Hội đồng Thi đua - Khen thưởng thành phố Hồng Ngự"]},
    launch="Ủy ban nhân dân thành phố Hồng Ngự phát động phong trào thi đua chuyên đề cải cách hành chính năm 2021 đến "
    "các cơ quan, đơn vị và Ủy ban nhân dân các xã, phường.",
    participants="Tập thể, cán bộ, công chức, viên chức, người lao động các cơ quan, đơn vị và Ủy ban nhân dân các xã, "
    "phường",
    council=CouncilInfo(
        name="Hội đồng Thi đua - Khen thưởng thành phố Hồng Ngự",
        members=[
            CouncilMember(name="", role="Chủ tịch Hội đồng"),
            CouncilMember(name="", role="Phó Chủ tịch Hội đồng"),
            CouncilMember(name="", role="Ủy viên"),
            CouncilMember(name="", role="Thư ký"),
        ],
        quorum="2/3",
        pass_rate="1/2",  # noqa: S106 - a vote
        pass_base="total",  # noqa: S106 - a vote
        note="Tỷ lệ theo quy chế của Hội đồng; cần xác nhận trước khi họp.",
    ),
    document_year=2022,
)

SETTINGS_WORDS = [
    "So sánh ngày kết thúc với ngày hẹn trả theo ngày.",
    "Ngày kết thúc là ngày kết thúc xử lý; nếu không có thì lấy ngày trả kết quả.",
    "Hồ sơ không có ngày hẹn trả: không tính sớm hạn, đúng hạn hay quá hạn.",
    "Đơn vị không phát sinh hồ sơ: không áp dụng tiêu chí, trình Hội đồng xem xét.",
]

PLAN = PlanInfo(
    id="hong-ngu-cchc-2021",
    year=2021,
    title="Phong trào thi đua chuyên đề cải cách hành chính năm 2021",
    sha256="5f0c2d" + "ab" * 29,
    theme="Thành phố Hồng Ngự quyết tâm duy trì và nâng cao Chỉ số cải cách hành chính năm 2021",
    issuer="Ủy ban nhân dân thành phố Hồng Ngự",
    period_start="2021-01-01",
    period_end="2021-12-31",
    criteria=CRITERIA,
    individual_criteria=PERSON_CRITERIA,
    measures=MEASURES,
    counts={name: str(words) for name, words in words("count").items()},
    settings={"compare": "day", "end_date": "processed", "no_due_date": "exclude", "zero_cases": "not_applicable"},
    settings_words=SETTINGS_WORDS,
    standings=["all_met", "criteria_share", "score", "par_index", "online_34", "on_time"],
    groups=[
        GroupInfo(id="xa-phuong", name=WARDS, quota=f"{QUOTAS[WARDS]}"),
        GroupInfo(id="phong-ban", name=ROOMS, quota=f"{QUOTAS[ROOMS]}"),
    ],
    awards=[_award(AWARD_UNIT, "unit", 900000, "0.6"), _award(AWARD_PERSON, "individual", 450000, "0.3")],
    documents=DOCUMENTS,
)
