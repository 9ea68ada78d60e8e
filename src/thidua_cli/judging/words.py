"""The sentences that judging gives with its decisions: why proposed, why not, why it is for the council. Vietnamese."""

from __future__ import annotations

from fractions import Fraction

from thidua_cli.evidence.model import CouncilEntry, EarlierAward
from thidua_cli.judging.individuals import PersonStanding, PersonVerdict
from thidua_cli.judging.standings import Standing
from thidua_cli.records import record

REASONS = {
    "no_cases": "không có hồ sơ trong số liệu",
    "not_assessed": "không thuộc diện Thành phố đánh giá",
    "no_table": "chưa có bảng số liệu",
    "no_row": "chưa có số liệu của đơn vị",
    "no_column": "biểu không có cột số liệu này",
    "no_one_stop": "chưa có số liệu của phần mềm một cửa điện tử",
    "no_officers": "danh sách hồ sơ không ghi cán bộ xử lý",
    "no_evidence": "chưa có nguồn đối chiếu",
    "partial": "chỉ có danh sách một phần hồ sơ",
    "system_unknown": "chưa rõ hồ sơ thuộc phần mềm một cửa hay sổ ngoài phần mềm",
    "code_damaged": "mã hồ sơ mất chữ số, không đối chiếu được giữa các hệ thống",
    "no_channel": "không có nguồn nào cho biết hồ sơ nộp trực tuyến hay trực tiếp",
    "merged": "biểu chỉ ghi gộp số trước hạn và đúng hạn",
    "other_period": "số liệu của kỳ khác",
    "period_conflict": "số liệu các kỳ không ghép vừa kỳ đánh giá",
    "ambiguous_column": "có nhiều cột cùng có thể là số liệu này",
    "not_evidence": "bảng không dùng làm căn cứ được",
    "empty_table": "bảng chưa có dòng nào",
    "unreadable": "số liệu không đọc được",
    "conflicting": "số liệu mâu thuẫn",
    "undecided": "có hồ sơ chưa xác định được có thể làm thay đổi kết quả",
    "ambiguous_person": "trùng tên trong đơn vị",
    "identity": "số liệu không khớp phép cộng của biểu",
    "row_left_out": "có dòng chưa rõ là dòng gì",
    "table_not_used": "có bảng không dùng được",
}
"""Reason codes of verdicts in words."""


def _titles(standing: Standing, verdict: str) -> str:
    criteria = [c for c in standing.criteria if c.verdict == verdict]
    return ", ".join(f"“{c.criterion.short_title or c.criterion.title}”" for c in criteria)


@record
class Tie:
    """Equals at a quota: the quota, how many are tied, how many awards are left for them."""

    limit: int
    tied: int
    left: int


def unit_reason(standing: Standing, tie: Tie | None) -> str:
    """Why a unit is proposed, and what the council must look at."""
    rank = f"{'đồng hạng' if standing.tied else 'xếp hạng'} {standing.rank} khối {standing.unit.group}"
    text = f"Đạt {standing.met}/{standing.applicable} tiêu chí áp dụng, {rank}."
    for sentence in council_reasons(standing, tie):
        text += f" {sentence}"
    return text


def council_reasons(standing: Standing, tie: Tie | None) -> list[str]:
    """What the council must decide about a unit, one sentence each."""
    reasons = []
    if standing.no_cases:
        names = dict.fromkeys(f"“{m.measure.short_name or m.measure.name}”" for m in standing.no_cases)
        reasons.append(f"Không có hồ sơ trong số liệu để tính chỉ tiêu {', '.join(names)}; trình Hội đồng xem xét.")
    if standing.open:
        reasons.append(
            f"Chưa đủ số liệu để kết luận {_titles(standing, 'no_data')}, không có tiêu chí nào không đạt; "
            "trình Hội đồng xem xét."
        )
    if tie is not None:
        reasons.append(
            f"Đồng hạng tại giới hạn số lượng khen thưởng ({tie.limit} tập thể): {tie.tied} tập thể bằng nhau, còn "
            f"{tie.left} suất; trình Hội đồng lựa chọn."
        )
    return reasons


def not_all_met(standing: Standing) -> str:
    """Why a unit is not proposed: the criteria it did not meet, and those that could not be judged."""
    if not standing.applicable:
        return "Không có tiêu chí nào áp dụng."
    parts = []
    if missed := _titles(standing, "not_met"):
        parts.append(f"không đạt: {missed}")
    if unknown := _titles(standing, "no_data"):
        parts.append(f"chưa đủ số liệu: {unknown}")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def past_quota(standing: Standing, limit: int, group: str) -> str:
    """Why a unit that met everything is not proposed."""
    return f"Đạt mọi tiêu chí nhưng xếp hạng {standing.rank}, ngoài giới hạn {limit} tập thể của khối {group}."


def forced(decision: CouncilEntry) -> str:
    """A forced entry, with its author and reason."""
    return f"Đưa vào theo quyết định của {decision.author}: {decision.reason}"


def barred(decision: CouncilEntry) -> str:
    """An exclusion, with its author and reason."""
    return f"Loại theo quyết định của {decision.author}: {decision.reason}"


def had_before(award: EarlierAward) -> str:
    """An award for the same achievement that was given before."""
    number = f" (Quyết định số {award.number})" if award.number else ""
    return f"Đã được khen thưởng cho cùng thành tích{number}: {award.achievement}."


def decision_unclear(entry: CouncilEntry) -> str:
    """What a council's sheet says that decides nothing."""
    return f"Quyết định của Hội đồng chưa rõ (“{entry.reason or 'để trống'}”); trình Hội đồng xem xét."


def may_have_had_before(award: EarlierAward) -> str:
    """An award that may have been for the same achievement."""
    said = ", ".join(filter(None, (f"Quyết định số {award.number}" if award.number else "", award.year)))
    text = f"{award.achievement} ({said})" if said else award.achievement
    return f"Có thể đã được khen thưởng cho cùng thành tích: {text}; trình Hội đồng xem xét."


UNKNOWN_GROUP = (
    "Khối thi đua của đơn vị không có trong kế hoạch nên chưa áp dụng được giới hạn số lượng; trình Hội đồng xem xét."
)
"""Why a unit of no known group goes before the council: no quota can be applied."""


def women_came_first(limit: int) -> str:
    """Why a man is left out at the quota, where the plan puts women first (NĐ 91/2017, Điều 3)."""
    return f"Đủ điều kiện, nhưng giới hạn {limit} cá nhân và kế hoạch ưu tiên nữ khi bằng nhau."


def too_many_leaders(leaders: int, persons: int, most: Fraction) -> str:
    """Leaders take a larger share than the plan allows."""
    share = f"{most.numerator}/{most.denominator}"
    return f"Lãnh đạo chiếm {leaders}/{persons} cá nhân đề nghị, vượt tỷ lệ {share}; trình Hội đồng xem xét."


def person_reason(person: PersonStanding) -> str:
    """Why a person is proposed."""
    met = sum(1 for c in person.criteria if c.verdict == "met")
    applying = sum(1 for c in person.criteria if c.verdict != "not_applicable")
    leader = "; là lãnh đạo của đơn vị đạt mọi tiêu chí" if person.person.leader else ""
    return f"Đạt {met}/{applying} tiêu chí áp dụng đối với cá nhân{leader}."


def persons_past_quota(tie: Tie) -> str:
    """More persons than the quota allows, and nothing that ranks them."""
    return (
        f"Giới hạn {tie.limit} cá nhân: {tie.tied} cá nhân đủ điều kiện như nhau, còn {tie.left} suất; "
        "trình Hội đồng lựa chọn."
    )


def persons_quota_taken(limit: int) -> str:
    """Why an eligible person is left out where decisions of the council have taken every place."""
    return f"Đủ điều kiện, nhưng giới hạn {limit} cá nhân đã hết theo quyết định của Hội đồng."


def person_reasons(person: PersonStanding, unit_name: str) -> list[str]:
    """Why a person is not eligible, one sentence each."""
    reasons = []
    for criterion in person.criteria:
        if criterion.criterion.kind == "classification" and criterion.verdict in ("not_met", "no_data"):
            reasons.append(_classification(person, criterion))
        elif criterion.verdict == "not_met":
            reasons.append(f"Không đạt: {criterion.criterion.title}.")
        elif criterion.verdict == "no_data":
            why = REASONS.get(criterion.reason or "", criterion.reason or "")
            reasons.append(f"Chưa đủ số liệu: {criterion.criterion.title} ({why}).")
    if person.person.leader and not person.unit_all_met:
        reasons.append(f"Là lãnh đạo nhưng {unit_name} không đạt đủ tiêu chí.")
    if person.person.leader is None and not person.unit_all_met:
        said = f"chức vụ “{person.person.position}”" if person.person.position else "không ghi chức vụ"
        reasons.append(f"Chưa rõ có phải lãnh đạo không ({said}), mà {unit_name} không đạt đủ tiêu chí.")
    if not reasons and not person.eligible:
        reasons.append("Không có tiêu chí nào áp dụng.")
    return reasons


def _classification(person: PersonStanding, verdict: PersonVerdict) -> str:
    """The level that a person has, and those that the plan accepts: its title may say it in other words."""
    wanted = " hoặc ".join(f"“{level}”" for level in verdict.criterion.accepted)
    if person.person.classification is not None:
        return f"Xếp loại “{person.person.classification}”; kế hoạch yêu cầu {wanted}."
    why = REASONS.get(verdict.reason or "", verdict.reason or "")
    return f"Chưa đủ số liệu về xếp loại ({why}); kế hoạch yêu cầu {wanted}."


def not_eligible(person: PersonStanding, standing: Standing) -> str:
    """Why a person is not proposed, in one text."""
    return " ".join(person_reasons(person, standing.unit.name))
