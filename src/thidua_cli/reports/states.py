"""The sentences that depend on a state: none, one, several; tied, excluded, undecided. Each is chosen here alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from thidua_cli.reports import wording
from thidua_cli.reports.cases import Case, cases, met_but_excluded, outright, sums
from thidua_cli.reports.numbering import count, listed, lower_first
from thidua_cli.result import Exclusion, Proposal, Result, UnitResult

Recipient = Literal["unit", "individual"]
WORDS: dict[Recipient, tuple[str, str]] = {
    "unit": ("tập thể", "đạt tất cả các tiêu chí áp dụng"),
    "individual": ("cá nhân", "đủ điều kiện"),
}


EQUAL = {"tập thể": "bằng nhau", "cá nhân": "cùng đủ điều kiện"}
"""What makes those tied at a quota equal: units share a rank, persons are not ranked at all."""
_STATES = ("proposed", "tied", "doubtful", "open", "excluded", "failed", "unknown", "other")


@dataclass(frozen=True, slots=True)
class Side:
    """How the units, or the persons put forward, stand: every one of them is counted in one field alone.

    ``proposed`` outright; ``tied`` at a quota; ``doubtful``: met everything, but the council must look; ``open``: could
    be proposed once what is not known is; ``excluded``: met everything, yet is not proposed; ``failed`` something;
    ``unknown``: too little is known; ``other``: no criterion applies, or the person leads a unit that failed.
    """

    recipient: Recipient
    proposed: int
    tied: int
    doubtful: int
    open: int
    excluded: int
    failed: int
    unknown: int
    other: int

    @property
    def before_council(self) -> int:
        """How many cases the council has."""
        return self.tied + self.doubtful + self.open

    @property
    def total(self) -> int:
        """All of them."""
        return self.proposed + self.before_council + self.excluded + self.failed + self.unknown + self.other


def side(result: Result, recipient: Recipient) -> Side:
    """How the units or the persons of a result stand."""
    persons = recipient == "individual"
    proposed = {_who(one) for one in outright(result)}
    waiting = {_who(one): one for one in cases(result)}
    excluded = {_who(one) for one in met_but_excluded(result)}
    counts = Counter(
        "proposed"
        if who in proposed
        else _why_waiting(waiting[who])
        if who in waiting
        else "excluded"
        if who in excluded
        else _why_not(verdicts)
        for who, verdicts in (_persons(result) if persons else _units(result))
    )
    return Side(recipient, **{name: counts[name] for name in _STATES})


def _who(one: Proposal | Case | Exclusion) -> tuple[str, str | None, int | None]:
    return (one.unit, one.individual, one.source_row)


def _units(result: Result) -> Iterator[tuple[tuple[str, str | None, int | None], set[str]]]:
    return (((unit.id, None, None), {c.verdict for c in unit.criteria}) for unit in result.units)


def _persons(result: Result) -> Iterator[tuple[tuple[str, str | None, int | None], set[str]]]:
    return (((one.unit, one.name, one.source.row), {c.verdict for c in one.criteria}) for one in result.individuals)


def _why_waiting(case: Case) -> str:
    if case.proposal is None:
        return "open"
    return "doubtful" if case.places_left is None else "tied"


def _why_not(verdicts: set[str]) -> str:
    if "not_met" in verdicts:
        return "failed"
    return "unknown" if "no_data" in verdicts else "other"


def nobody(state: Side) -> str:
    """Why nobody is proposed outright, one sentence; empty where somebody is."""
    who, met = WORDS[state.recipient]
    if state.proposed:
        return ""
    if not state.total:
        return (
            "Không có cá nhân nào được giới thiệu xét khen thưởng."
            if who == "cá nhân"
            else "Không có đơn vị nào được xét."
        )
    waiting = _waiting(state)
    excluded = f"{count(state.excluded)} {who} {met} nhưng không được đề nghị" if state.excluded else ""
    if waiting:
        return f"Chưa có {who} nào được đề nghị ngay: {'; '.join(part for part in (*waiting, excluded) if part)}."
    if excluded:
        return f"Không đề nghị {who} nào: {excluded}."
    if state.unknown:
        failed = f"{count(state.failed)} {who} có tiêu chí không đạt; " if state.failed else ""
        return f"Chưa kết luận được {who} nào {met}: {failed}{count(state.unknown)} {who} chưa đủ số liệu."
    return f"Không có {who} nào {met}."


def nobody_at_all(result: Result) -> str:
    """That neither a unit nor a person is proposed outright, one sentence; empty where somebody is."""
    found = sums(result)
    if found.number:
        return ""
    return (
        "Chưa có tập thể, cá nhân nào được đề nghị ngay"
        if found.cases
        else "Không có tập thể, cá nhân nào được đề nghị"
    )


def _waiting(state: Side) -> list[str]:
    """Whom the council decides about, by why."""
    who, met = WORDS[state.recipient]
    parts = [
        f"{count(state.tied)} {who} {met}, nhiều hơn số lượng còn lại, trình Hội đồng lựa chọn" if state.tied else "",
        f"{count(state.doubtful)} {who} {met}, trình Hội đồng xem xét" if state.doubtful else "",
        f"{count(state.open)} {who} chưa đủ số liệu để kết luận, trình Hội đồng xem xét" if state.open else "",
    ]
    return [part for part in parts if part]


def how_many(units: int, persons: int) -> str:
    """“02 tập thể và 21 cá nhân”, only those of whom there are any."""
    parts = [f"{count(units)} tập thể" if units else "", f"{count(persons)} cá nhân" if persons else ""]
    return " và ".join(part for part in parts if part)


def for_council(result: Result) -> str:
    """How many cases the council has, and how many of them it can choose; empty for none."""
    found = sums(result)
    if not found.cases:
        return ""
    most = how_many(found.more_units, found.more_persons)
    persons = sum(one.individual is not None for one in cases(result))
    text = f"{how_many(found.cases - persons, persons)} trình Hội đồng xem xét, lựa chọn"
    return f"{text} (nhiều nhất {most})" if most else f"{text} (không còn suất trong giới hạn số lượng)"


def money_range(result: Result) -> str:
    """What the council's cases can add to the rewards, one sentence; empty where there is no case."""
    found = sums(result)
    if not found.cases:
        return ""
    if found.most_reward is None or found.reward is None or found.more_reward is None:
        return "Tiền thưởng của các trường hợp trình Hội đồng: …… đồng."
    if not found.more_reward:
        return (
            "Các trường hợp trình Hội đồng không làm tăng tổng tiền thưởng, vì không còn suất trong giới hạn số lượng."
        )
    most = f"{wording.money(found.more_reward)} đồng (bằng chữ: {lower_first(wording.money_words(found.more_reward))})"
    if not found.number:
        return f"Tùy kết quả xem xét của Hội đồng, tổng tiền thưởng nhiều nhất là {most}."
    total = f"từ {wording.money(found.reward)} đồng đến nhiều nhất {wording.money(found.most_reward)} đồng"
    return f"Tùy kết quả xem xét của Hội đồng, tiền thưởng tăng thêm nhiều nhất {most}; tổng cộng {total}."


def overview(result: Result) -> str:
    """How many units met everything, missed something, could not be judged: one sentence."""
    number = len(result.units)
    if not number:
        return "Không có đơn vị nào được xét."
    met = sum(unit.all_met for unit in result.units)
    missed = sum(has(unit, "not_met") for unit in result.units)
    open_ = sum(has(unit, "no_data") and not has(unit, "not_met") for unit in result.units)
    rest = number - met - missed - open_
    parts = [
        f"{count(met)} đơn vị đạt tất cả các tiêu chí áp dụng"
        if met
        else "không có đơn vị nào được kết luận đạt tất cả các tiêu chí áp dụng",
        f"{count(missed)} đơn vị có tiêu chí không đạt" if missed else "",
        f"{count(open_)} đơn vị chưa đủ số liệu để kết luận" if open_ else "",
        f"{count(rest)} đơn vị không có tiêu chí nào áp dụng" if rest else "",
    ]
    if number == 1:
        return _one_unit(result.units[0])
    if number in (met, missed):
        told = "đều đạt tất cả các tiêu chí áp dụng" if met else "đều có tiêu chí không đạt"
        return f"Cả {count(number)} đơn vị được xét {told}."
    return f"Trong {count(number)} đơn vị được xét: {'; '.join(part for part in parts if part)}."


def _one_unit(unit: UnitResult) -> str:
    if unit.all_met:
        told = "đạt tất cả các tiêu chí áp dụng"
    elif has(unit, "not_met"):
        told = f"đạt {unit.criteria_met}/{unit.criteria_applicable} tiêu chí áp dụng, có tiêu chí không đạt"
    elif has(unit, "no_data"):
        told = "chưa đủ số liệu để kết luận"
    else:
        told = "không có tiêu chí nào áp dụng"
    return f"Có 01 đơn vị được xét: {unit.name} {told}."


def has(unit: UnitResult, verdict: str) -> bool:
    """Whether one of the unit's criteria has this verdict."""
    return any(criterion.verdict == verdict for criterion in unit.criteria)


def many_persons(persons: int) -> str:
    """That the persons stand in the list of those proposed."""
    return (
        f"{count(persons)} cá nhân được đề nghị khen thưởng, họ tên và thành tích nêu tại Danh sách kèm theo Tờ trình."
    )


def rollout(*, chosen: bool, initiatives: int, units: int, persons: int) -> str:
    """What is proposed for rollout, one sentence; ``chosen``: the data say which initiatives are to be carried on."""
    ideas = (
        "mô hình, sáng kiến, giải pháp được chọn nhân rộng"
        if chosen
        else "mô hình, sáng kiến, giải pháp được công nhận, trình Hội đồng lựa chọn nhân rộng"
    )
    parts = [
        f"{count(initiatives)} {ideas}" if initiatives else "",
        f"{count(units)} tập thể được đề nghị khen thưởng và đứng đầu khối thi đua" if units else "",
        f"{count(persons)} cá nhân được đề nghị khen thưởng" if persons else "",
    ]
    told = listed([part for part in parts if part])
    if told:
        return f"Đề xuất nhân rộng, biểu dương: {told} (có danh mục kèm theo)."
    return "Chưa có mô hình, sáng kiến, tập thể, cá nhân nào để đề xuất nhân rộng."


def put_forward(result: Result) -> str:
    """How many persons were put forward, and how they stand, one sentence; empty where nobody was."""
    state = side(result, "individual")
    if not state.total:
        return ""
    parts = [
        f"{count(state.proposed)} được đề nghị khen thưởng" if state.proposed else "",
        f"{count(state.before_council)} trình Hội đồng xem xét" if state.before_council else "",
        f"{count(state.excluded)} đủ điều kiện nhưng không được đề nghị" if state.excluded else "",
        f"{count(state.failed + state.other)} không đủ điều kiện" if state.failed + state.other else "",
        f"{count(state.unknown)} chưa đủ số liệu" if state.unknown else "",
    ]
    told = [part for part in parts if part]
    if len(told) == 1:
        return f"Có {count(state.total)} cá nhân được giới thiệu xét khen thưởng, đều {told[0].split(' ', 1)[1]}."
    return f"Có {count(state.total)} cá nhân được giới thiệu xét khen thưởng: {', '.join(told)}."


def refused_persons(result: Result) -> str:
    """Why persons are not eligible, counted by what they missed, one sentence; empty where all are eligible."""
    failed = [one for one in result.individuals if any(c.verdict == "not_met" for c in one.criteria)]
    titles = {info.id: info.title for info in result.plan.individual_criteria}
    missed = Counter(c.id for one in failed for c in one.criteria if c.verdict == "not_met")
    led = sum(
        one.leader and not one.eligible and {c.verdict for c in one.criteria} <= {"met", "not_applicable"}
        for one in result.individuals
    )
    parts = [f"không đạt “{titles.get(name, name)}”: {count(number)}" for name, number in sorted(missed.items())]
    parts += [f"lãnh đạo của đơn vị có tiêu chí không đạt: {count(led)}"] if led else []
    if not parts:
        return ""
    number = count(len(failed) + led)
    return f"{number} cá nhân được giới thiệu nhưng không đủ điều kiện ({'; '.join(parts)})."


def unverified_software(result: Result) -> str:
    """Of how many units the share of dossiers on the software rests on one source alone; empty for none."""
    units = {one.unit for one in result.findings if one.code == "software_share_unverified"}
    if not units:
        return ""
    return f"Tỷ lệ hồ sơ trên phần mềm của {count(len(units))} đơn vị chưa có nguồn khác để đối chiếu."
