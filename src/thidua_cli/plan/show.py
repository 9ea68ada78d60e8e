"""The plan in plain Vietnamese, readable by a lawyer: ``thidua plan show`` and the appendix of the reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from thidua_cli.plan.model import COUNTS, Award, Criterion, Group, Measure, PersonCriterion, Plan, Requirement
from thidua_cli.plan.money import base_salary_at, reward_vnd
from thidua_cli.plan.words import APPLIES_TO, DOCUMENTS, GROUP_ROUNDING, PAR_COLUMNS, SETTINGS, STANDINGS
from thidua_cli.text.numbers import format_decimal, format_int

OPERATOR_WORDS = {">=": "từ {} trở lên", ">": "trên {}", "=": "bằng {}", "<=": "không quá {}", "<": "dưới {}"}


def describe(plan: Plan) -> str:
    """The whole plan in words, headed sections, lines of at most what their sentences need; ends with a line end."""
    sections = [
        _heading(plan),
        ["I. TIÊU CHÍ CỦA TẬP THỂ", *_numbered(_criterion(plan, criterion) for criterion in plan.criteria)],
        ["II. TIÊU CHÍ CỦA CÁ NHÂN", *_persons(plan)],
        ["III. CÁCH TÍNH", *(f"- {line}" for line in settings_words(plan))],
        ["IV. ĐIỂM VÀ XẾP HẠNG", *standings_words(plan)],
        [
            "V. KHỐI THI ĐUA VÀ SỐ LƯỢNG KHEN THƯỞNG",
            *(f"- {_group(group)}" for group in plan.groups),
            *_persons_quota(plan),
        ],
        ["VI. HÌNH THỨC KHEN THƯỞNG VÀ TIỀN THƯỞNG", *_money(plan)],
        ["VII. CĂN CỨ PHÁP LÝ CỦA CÁC VĂN BẢN", *_legal(plan)],
        ["VIII. HỘI ĐỒNG", *_council(plan)],
    ]
    return "\n\n".join("\n".join(section) for section in sections if len(section) > 1) + "\n"


def _heading(plan: Plan) -> list[str]:
    return [
        plan.title.upper(),
        f"Chủ đề: “{plan.theme}”",
        f"Cơ quan phát động: {plan.issuer}",
        f"Năm {plan.year}; kỳ thi đua từ ngày {_day(plan.period_start)} đến hết ngày {_day(plan.period_end)}",
        f"Mã kế hoạch: {plan.id}; tệp {plan.source}; SHA-256 {plan.sha256}",
    ]


def _numbered(blocks: Iterable[list[str]]) -> list[str]:
    lines = []
    for number, (first, *rest) in enumerate(blocks, 1):
        lines += [f"{number}. {first}", *(f"   {line}" for line in rest)]
    return lines


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def number_words(value: Fraction, *, percent: bool = False) -> str:
    """An exact number as Vietnamese text: 99/100 in percent is "99 %", 165/2 is "82,5", 1/3 stays "1/3"."""
    shown = value * 100 if percent else value
    places, rest = 0, shown.denominator
    while rest % 10 == 0 or rest % 5 == 0 or rest % 2 == 0:
        rest //= 10 if rest % 10 == 0 else 5 if rest % 5 == 0 else 2
        places += 1
    if rest != 1:
        return str(shown)
    whole = shown * 10**places
    digits = str(whole.numerator).zfill(places + 1)
    text = format_decimal(f"{digits[:-places]}.{digits[-places:]}" if places else digits)
    return f"{text} %" if percent else text


def share_words(share: Fraction) -> str:
    """A share as rules of procedure say it: 2/3, 1/2, 3/4, else in percent (7/10 is "70 %")."""
    return str(share) if share.denominator <= 4 else number_words(share, percent=True)


def requirement_words(plan: Plan, requirement: Requirement) -> str:
    """One requirement as a phrase: "Tỷ lệ … từ 99 % trở lên"."""
    measure = plan.measures[requirement.measure]
    threshold = number_words(requirement.threshold, percent=requirement.percent)
    unit = f" {measure.unit}" if measure.kind == "value" and measure.unit else ""
    return f"{measure.name} {OPERATOR_WORDS[requirement.operator].format(threshold + unit)}"


def measure_words(measure: Measure) -> str:
    """How a measure is computed from which counts, as a sentence."""
    above = " cộng ".join(f"số {COUNTS[count]}" for count in measure.numerator)
    if measure.kind == "value":
        return f"Lấy {above}"
    below = " cộng ".join(f"số {COUNTS[count]}" for count in measure.denominator)
    above, below = (f"({part})" if " cộng " in part else part for part in (above, below))
    return f"Lấy {above} chia cho {below}"


def _criterion(plan: Plan, criterion: Criterion) -> list[str]:
    lines = [
        f"{criterion.title} ({criterion.id})",
        f"Kế hoạch viết: “{criterion.citation}”",
        f"Áp dụng cho: {APPLIES_TO[criterion.applies_to]}. Trọng số: {number_words(criterion.weight)}.",
    ]
    many = len(criterion.requirements) > 1
    lines.append("Phải đạt đồng thời:" if many else "Phải đạt:")
    for requirement in criterion.requirements:
        measure = plan.measures[requirement.measure]
        lines.append(f"- {requirement_words(plan, requirement)} ({measure.id}).")
        lines.append(f"  Cách tính: {measure_words(measure)}.")
        if measure.against:
            lines.append(f"  Trường hợp không đạt kê từng dòng: {COUNTS[measure.against]}.")
    return lines


def _persons(plan: Plan) -> list[str]:
    lines = _numbered(_person(plan, criterion) for criterion in plan.individual_criteria)
    if lines:
        lines.append("Lãnh đạo, quản lý chỉ được đề nghị khi đơn vị mình lãnh đạo đạt mọi tiêu chí áp dụng.")
    return lines


def _person(plan: Plan, criterion: PersonCriterion) -> list[str]:
    lines = [f"{criterion.title} ({criterion.id})", f"Kế hoạch viết: “{criterion.citation}”"]
    if criterion.kind == "classification":
        lines.append("Phải đạt: được xếp loại " + " hoặc ".join(f"“{word}”" for word in criterion.accepted) + ".")
    elif criterion.requirement and criterion.kind == "dossiers":
        words = _lower(requirement_words(plan, criterion.requirement))
        lines.append(f"Phải đạt: {words}, tính trên hồ sơ một cửa mà người đó thụ lý tại đơn vị mình.")
        lines.append("Người không thụ lý hồ sơ nào được xét thời hạn thì không áp dụng tiêu chí này.")
    elif criterion.requirement:
        words = _lower(requirement_words(plan, criterion.requirement))
        lines.append(f"Phải đạt: {words}, do người đó là tác giả hoặc ghi tại dòng của người đó.")
    return lines


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def settings_words(plan: Plan) -> list[str]:
    """Each setting of the plan as one Vietnamese sentence, in a fixed order."""
    lines = [values[getattr(plan.settings, name)][0] for name, (_, values) in SETTINGS.items()]
    columns = ", rồi ".join(PAR_COLUMNS[column] for column in plan.settings.par_index_columns)
    lines.append(f"Chỉ số cải cách hành chính lấy theo thứ tự ưu tiên: {columns}.")
    return [*lines, *plan.settings_notes]


def settings_words_en(plan: Plan) -> list[str]:
    """The same sentences in English."""
    lines = [values[getattr(plan.settings, name)][1] for name, (_, values) in SETTINGS.items()]
    return [*lines, f"The PAR index is the first present of: {', '.join(plan.settings.par_index_columns)}."]


def _limited(measure: str, plan: Plan) -> bool:
    """Whether less of a measure is better: some criterion sets it an upper limit (``<=`` or ``<``)."""
    required = (one for criterion in plan.criteria for one in criterion.requirements)
    return any(one.measure == measure and one.operator in ("<=", "<") for one in required)


def _measure_order(measure: str, plan: Plan) -> str:
    which = "thấp hơn xếp trước, vì yêu cầu là không vượt quá" if _limited(measure, plan) else "cao hơn xếp trước"
    return f"{plan.measures[measure].name} ({which}; không có số liệu xếp sau)"


def _upper_limits(plan: Plan) -> list[str]:
    names = [f"“{measure.name}”" for name, measure in plan.measures.items() if _limited(name, plan)]
    return [f"Riêng {', '.join(names)}: mức yêu cầu chia cho giá trị, không quá 1."] if names else []


def standings_words(plan: Plan) -> list[str]:
    """How the score is made and in which order units are ranked, a sentence a line."""
    order = []
    for number, word in enumerate(plan.standings, 1):
        order.append(f"  {number}) {STANDINGS.get(word) or _measure_order(word, plan)};")
    return [
        "Điểm = 100 × tổng (trọng số × mức đạt) / tổng trọng số của các tiêu chí áp dụng cho đơn vị.",
        "Mức đạt của một yêu cầu là giá trị chia cho mức yêu cầu, không quá 1; không có số liệu thì bằng 0.",
        *_upper_limits(plan),
        "Mức đạt của một tiêu chí là mức thấp nhất trong các yêu cầu của tiêu chí đó.",
        "Trong từng khối, xếp hạng lần lượt theo:",
        *order[:-1],
        order[-1].removesuffix(";") + ".",
        "Các đơn vị bằng nhau ở mọi bậc thì cùng hạng (1, 2, 2, 4); không tự đặt ra thứ tự giữa các đơn vị đó.",
    ]


def quota_words(quota: Fraction | None, rounding: str, what: str, *, percent: bool) -> str:
    """A quota as a phrase ("nhiều nhất 3 tập thể"), ``what`` being "tập thể" or "cá nhân"."""
    if quota is None:
        return f"không giới hạn số {what}"
    if percent:
        share = number_words(quota, percent=True)
        return f"nhiều nhất {share} số {what} ({GROUP_ROUNDING[rounding]})"
    return f"nhiều nhất {number_words(quota)} {what}"


def _group(group: Group) -> str:
    words = quota_words(group.quota, group.quota_rounding, "tập thể", percent=group.quota_percent)
    return f"{group.name} ({group.id}): {words}."


def _persons_quota(plan: Plan) -> list[str]:
    awards = plan.awards
    words = quota_words(
        awards.individual_quota, awards.individual_quota_rounding, "cá nhân", percent=awards.individual_quota_percent
    )
    lines = [f"- Cá nhân: {words}."]
    if awards.max_leader_share is not None:
        share = number_words(awards.max_leader_share, percent=True)
        lines.append(f"- Lãnh đạo, quản lý không quá {share} số cá nhân được đề nghị.")
    women = "chọn nữ trước" if awards.women_first else "không ưu tiên ai, tất cả trình Hội đồng"
    lines.append(f"- Các cá nhân bằng nhau ở mức giới hạn: {women}.")
    lines.append("- Các đơn vị bằng nhau ở ngay mức giới hạn: kê tất cả, trình Hội đồng quyết định.")
    for decision in awards.decisions:
        verb = "Đưa vào" if decision.decision == "include" else "Đưa ra"
        who = f"{decision.individual}, {decision.unit}" if decision.individual else decision.unit
        lines.append(f"- {verb} theo quyết định của {decision.author}: {who}. Lý do: {decision.reason}.")
    return lines


def _money(plan: Plan) -> list[str]:
    day = plan.awards.money_date
    salary = base_salary_at(plan, day)
    if not plan.awards.forms or salary is None:
        return []
    first = f"Mức lương cơ sở tại ngày {_day(day)}: {format_int(int(salary.value))} {salary.unit} ({salary.source})."
    return [first, *(line for award in plan.awards.forms for line in _award(award, salary.value))]


def _award(award: Award, salary: Fraction) -> list[str]:
    whom = "tập thể" if award.recipient == "unit" else "cá nhân"
    step = format_int(award.round_up_to)
    how = "làm tròn lên" if award.rounding == "after" else "làm tròn lên mức của cá nhân rồi nhân đôi,"
    lines = [
        f"- {award.name} của {award.authority} tặng {whom} ({award.id}): {format_int(reward_vnd(award, salary))} đồng,",
        f"  bằng {number_words(award.base_salary_multiple)} lần mức lương cơ sở, {how} bội số của {step} đồng.",
    ]
    return [*lines, f"  Căn cứ: {award.source}."] if award.source else lines


def _legal(plan: Plan) -> list[str]:
    lines = []
    for document, bases in plan.documents.legal_bases.items():
        name = "các văn bản khác" if document == "default" else DOCUMENTS[document]
        lines += [f"{name[:1].upper()}{name[1:]}:", *(f"- {basis};" for basis in bases[:-1]), f"- {bases[-1]}."]
    if any("…" in line for line in lines):
        lines.append("Dấu “…” là chỗ trống: người soạn đối chiếu văn bản gốc rồi điền.")
    return lines


def _council(plan: Plan) -> list[str]:
    council = plan.documents.council
    base = "tổng số thành viên" if council.pass_base == "total" else "số thành viên có mặt"
    lines = [
        f"{council.name}: {len(council.members)} thành viên.",
        f"Họp khi có mặt ít nhất {share_words(council.quorum)} số thành viên.",
        f"Đề nghị khen thưởng khi số phiếu tán thành đạt {share_words(council.pass_rate)} {base}.",
    ]
    return [*lines, council.note] if council.note else lines
