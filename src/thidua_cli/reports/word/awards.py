"""What the Word files say about proposals: lists of collectives and persons, council cases, money, role models."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thidua_cli.reports import wording
from thidua_cli.reports.word import figures
from thidua_cli.reports.word.facts import Record
from thidua_cli.result import AwardInfo, IndividualResult, Proposal, Result, UnitResult
from thidua_cli.text.vietnamese import person_sort_key

_CHOICES = (
    "tán thành đề nghị tặng {award}; hoặc không tán thành; hoặc yêu cầu bổ sung, làm rõ số liệu trước khi quyết định."
)
_CHOICES_MISSED = (
    "ghi nhận, không đề nghị khen thưởng do còn tiêu chí chưa đạt; hoặc yêu cầu bổ sung, làm rõ số liệu trước khi "
    "quyết định."
)
BLANK = "……"


class Awards:
    """The proposals of a result, sorted into what is proposed outright and what the council decides."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.units = {unit.id: unit for unit in result.units}
        self.forms = {award.id: award for award in result.plan.awards}
        clear = [one for one in result.proposals if not one.council_review]
        self.unit_proposals = [one for one in clear if one.individual is None]
        self.person_proposals = sorted((one for one in clear if one.individual is not None), key=_by_name)
        self.review = [one for one in result.proposals if one.council_review]
        people: dict[tuple[str, str], list[IndividualResult]] = {}
        for person in result.individuals:
            people.setdefault((person.unit, person.name), []).append(person)
        self._people = people

    def person(self, proposal: Proposal) -> IndividualResult | None:
        """The person behind a proposal: by unit, name and row."""
        found = self._people.get((proposal.unit, proposal.individual or ""), [])
        same_row = [one for one in found if one.source.row == proposal.source_row]
        return next(iter(same_row or found), None)

    def unit(self, proposal: Proposal) -> UnitResult | None:
        """The unit of a proposal."""
        return self.units.get(proposal.unit)

    def award_name(self, proposal: Proposal) -> str:
        """The form of commendation in words."""
        form = self.forms.get(proposal.award)
        return form.name if form else proposal.award

    def collectives(self) -> list[Record]:
        """Rows of the list of collectives."""
        made: list[Record] = []
        for number, one in enumerate(self.unit_proposals, 1):
            unit = self.unit(one)
            made.append(
                {
                    "stt": str(number),
                    "ten": unit.name if unit else one.unit,
                    "khoi": unit.group if unit else "",
                    "hang": str(unit.rank) if unit else "",
                    "thanh_tich": wording.unit_achievement(unit, self.result) if unit else one.reason,
                    "hinh_thuc": self.award_name(one),
                    "tien": wording.money(one.reward_vnd),
                    "ly_do": one.reason,
                }
            )
        return made

    def persons(self) -> list[Record]:
        """Rows of the list of persons."""
        made: list[Record] = []
        for number, one in enumerate(self.person_proposals, 1):
            unit, person = self.unit(one), self.person(one)
            made.append(
                {
                    "stt": str(number),
                    "ten": one.individual or "",
                    "chuc_vu": one.position or "",
                    "don_vi": unit.name if unit else one.unit,
                    "thanh_tich": (wording.person_achievement(person, self.result) if person else "") or one.reason,
                    "hinh_thuc": self.award_name(one),
                    "tien": wording.money(one.reward_vnd),
                    "ly_do": one.reason,
                }
            )
        return made

    def cases(self) -> list[Record]:
        """What the council decides: proposals under review, then units under review that are not proposed."""
        made: list[Record] = []
        for one in self.review:
            unit, person = self.unit(one), self.person(one)
            reason = one.reason.rstrip(".") + "."
            if one.individual is None:
                made.append(self._unit_case(unit, reason) if unit else {"ten": one.unit, "vi_tri": "", "ly_do": reason})
            else:
                facts = wording.person_achievement(person, self.result) if person else ""
                made.append(_case(one.individual, _place(one.position or "", unit), reason, facts))
        proposed = {one.unit for one in self.result.proposals if one.individual is None}
        made += [
            self._unit_case(unit, " ".join(unit.council_reasons))
            for unit in self.result.units
            if unit.council_review and unit.id not in proposed
        ]
        choices = _CHOICES.format(award=award_names(self.forms.values()))
        return [{"stt": str(number), "phuong_an": choices, **case} for number, case in enumerate(made, 1)]

    def _unit_case(self, unit: UnitResult, reason: str) -> Record:
        """A unit under review; one that missed a criterion is put before the council, but not to the vote."""
        lacking = [one.text for one in wording.missed(unit, self.result)]
        facts = wording.unit_achievement(unit, self.result)
        if lacking:
            facts = f"{facts} Chưa đạt hoặc chưa đủ số liệu: {'; '.join(lacking)}.".strip()
        place = f"khối {unit.group}, {figures.lower_first(wording.rank_text(unit))}"
        case = _case(unit.name, place, reason or "Trình Hội đồng xem xét.", facts)
        missed = any(criterion.verdict == "not_met" for criterion in unit.criteria)
        proposed = any(one.unit == unit.id and one.individual is None for one in self.review)
        return {**case, "phuong_an": _CHOICES_MISSED} if missed and not proposed else case

    def ballots(self) -> list[Record]:
        """Rows of the table of votes: every proposal, then every case that can end in a commendation."""
        names = [(str(one["ten"]), "") for one in self.collectives()]
        names += [(f"{one['ten']} ({one['don_vi']})", "") for one in self.persons()]
        open_ = [one for one in self.cases() if one["phuong_an"] != _CHOICES_MISSED]
        names += [(str(one["ten"]), "trường hợp trình Hội đồng") for one in open_]
        return [
            {"stt": str(number), "ten": name + (f" ({note})" if note else ""), "ghi_chu": note}
            for number, (name, note) in enumerate(names, 1)
        ]

    def money_words(self) -> Record:
        """All words about numbers and money of what is proposed outright, and of the cases."""
        units, people = self.unit_proposals, self.person_proposals
        used = [form for form in self.result.plan.awards if any(form.id == one.award for one in [*units, *people])]
        whom = [f"{figures.count(len(units))} tập thể" if units else "", f"{figures.count(len(people))} cá nhân"]
        recipients = "tập thể" if units and not people else "cá nhân" if people and not units else "tập thể, cá nhân"
        words: Record = {
            "so_tap_the": figures.count(len(units)),
            "so_ca_nhan": figures.count(len(people)),
            "so_luong_khen": " và ".join(part for part in (whom if people else whom[:1]) if part),
            "doi_tuong_khen": recipients,
            "doi_tuong_khen_hoa": recipients.upper(),
            "ten_hinh_thuc": award_names(used or self.result.plan.awards),
            "muc_thuong": ", ".join(_rate(form) for form in used),
            "cach_tinh_tien": "; ".join(_rate_reason(form) for form in used),
            "co_cau_ca_nhan": self._composition(),
        }
        words["ten_hinh_thuc_hoa"] = str(words["ten_hinh_thuc"]).upper()
        sums = {"tong_tien_tap_the": units, "tong_tien_ca_nhan": people, "tong_tien": [*units, *people]}
        for key, some in sums.items():
            amount = total(some)
            words[key] = wording.money(amount)
            words[f"{key}_chu"] = BLANK if amount is None else wording.money_words(amount)
        words["tong_tien_chu_thuong"] = figures.lower_first(str(words["tong_tien_chu"]))
        return words

    def review_money(self) -> str:
        """What the cases would cost if all were agreed; empty without any money."""
        amount = total(self.review)
        if not amount:
            return ""
        return (
            f"Nếu tất cả các trường hợp trên được tán thành, tiền thưởng tăng thêm {wording.money(amount)} đồng "
            f"(bằng chữ: {figures.lower_first(wording.money_words(amount))})."
        )

    def _composition(self) -> str:
        people = [self.person(one) for one in self.person_proposals]
        leaders = sum(one is not None and one.leader for one in people)
        parts = [
            f"{figures.count(leaders)} người là lãnh đạo" if leaders else "",
            f"{figures.count(len(people) - leaders)} người trực tiếp công tác" if len(people) > leaders else "",
        ]
        told = figures.listed([part for part in parts if part])
        return f"{figures.count(len(people))} người, trong đó {told}" if leaders and len(people) > leaders else told

    def group_request(self, group: str, quota: str) -> str:
        """What is proposed for one group: names with rank, quota, cases left to the council."""
        own = [(one, unit) for one in self.unit_proposals if (unit := self.unit(one)) and unit.group == group]
        open_ = sum(unit.group == group for one in self.review if one.individual is None and (unit := self.unit(one)))
        names = [f"{unit.name} ({figures.lower_first(wording.rank_text(unit))})" for _, unit in own]
        text = f"{figures.count(len(own))} tập thể: {figures.listed(names)}" if own else "chưa có tập thể được đề nghị"
        extra = [f"chỉ tiêu của khối: {quota}" if quota else ""]
        extra.append(f"{figures.count(open_)} trường hợp trình Hội đồng xem xét" if open_ else "")
        return "; ".join([text, *[part for part in extra if part]]) + "."

    def model_units(self) -> list[Record]:
        """Role models among units: all criteria met and first of their group."""
        first = [unit for unit in self.result.units if unit.all_met and unit.rank == 1]
        return [
            {
                "stt": str(number),
                "ten": unit.name,
                "khoi": unit.group,
                "hang": str(unit.rank),
                "thanh_tich": wording.unit_achievement(unit, self.result),
            }
            for number, unit in enumerate(first, 1)
        ]


def _by_name(proposal: Proposal) -> tuple[object, ...]:
    """Persons by given name, then family name, then unit."""
    return (person_sort_key(proposal.individual or ""), proposal.unit, proposal.source_row or 0)


def _case(name: str, place: str, reason: str, facts: str) -> Record:
    return {"ten": name, "vi_tri": place, "ly_do": reason, "so_lieu": facts}


def _place(position: str, unit: UnitResult | None) -> str:
    return ", ".join(part for part in (position, unit.name if unit else "") if part)


def award_names(forms: Iterable[AwardInfo]) -> str:
    """The forms of commendation by name, each once."""
    return figures.listed(list(dict.fromkeys(form.name for form in forms))) or "Giấy khen"


def total(proposals: Sequence[Proposal]) -> int | None:
    """The sum of rewards in dong; None where one of them is not known."""
    amounts = [one.reward_vnd for one in proposals]
    return None if None in amounts else sum(amount or 0 for amount in amounts)


def _recipient(form: AwardInfo) -> str:
    return "tập thể" if form.recipient == "unit" else "cá nhân"


def _rate(form: AwardInfo) -> str:
    return f"{_recipient(form)} {wording.money(form.reward_vnd)} đồng"


def _rate_reason(form: AwardInfo) -> str:
    text = f"mức thưởng {_rate(form)}"
    if form.base_salary_vnd and form.multiple:
        text += f" ({figures.multiple(form.multiple)} lần mức lương cơ sở {wording.money(form.base_salary_vnd)} đồng)"
    return text
