"""What the Word files say about proposals: collectives, persons, who is not proposed, money, role models."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from thidua_cli.reports import states, wording
from thidua_cli.reports.achievements import person_achievement, unit_achievement
from thidua_cli.reports.cases import Case, cases, met_but_excluded, outright, persons_of, sums, total
from thidua_cli.reports.numbering import count, listed, lower_first, some
from thidua_cli.reports.word.facts import Record
from thidua_cli.result import Exclusion, IndividualResult, Proposal, Result, UnitResult
from thidua_cli.result_plan import AwardInfo
from thidua_cli.text.vietnamese import person_sort_key

BLANK = "……"
_NAMES_SHOWN = 10
_REASONS_SHOWN = 2
_TEN_THOUSAND = 10_000


class Awards:
    """The proposals of a result, sorted into what is proposed outright and what the council decides."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.units = wording.units(result)
        self.forms = {award.id: award for award in result.plan.awards}
        self._order = {unit.id: number for number, unit in enumerate(result.units)}
        self._people = persons_of(result)
        clear = outright(result)
        self.unit_proposals = [one for one in clear if one.individual is None]
        self.person_proposals = sorted((one for one in clear if one.individual is not None), key=self._by_unit)
        self.cases = cases(result)

    def _by_unit(self, one: Proposal) -> tuple[object, ...]:
        """Persons in the order of their units, then by given name and family name."""
        place = self._order.get(one.unit, len(self._order))
        return (place, person_sort_key(one.individual or ""), one.source_row or 0)

    def unit_name(self, unit: str) -> str:
        """The name of a unit by its id."""
        return self.units[unit].name if unit in self.units else unit

    def person(self, unit: str, name: str | None, row: int | None) -> IndividualResult | None:
        """A person by unit, name and row."""
        return self._people.get((unit, name or "", row or 0))

    def collectives(self) -> list[Record]:
        """Rows of the list of collectives."""
        return [
            {
                "stt": str(number),
                "ten": self.unit_name(one.unit),
                "khoi": self.units[one.unit].group if one.unit in self.units else "",
                "hang": str(self.units[one.unit].rank) if one.unit in self.units else "",
                "thanh_tich": self._achieved(one),
                **self._award(one),
            }
            for number, one in enumerate(self.unit_proposals, 1)
        ]

    def achieved(self, unit: str, name: str | None = None, row: int | None = None) -> str:
        """What a unit, or a person of it, achieved: one sentence of figures."""
        if name is None:
            return unit_achievement(self.units[unit], self.result) if unit in self.units else ""
        person = self.person(unit, name, row)
        return person_achievement(person, self.result) if person else ""

    def _achieved(self, one: Proposal) -> str:
        """What stands beside a name in the lists: the figures, and the decision that puts it in."""
        figures = self.achieved(one.unit, one.individual, one.source_row)
        return f"{figures} {one.reason.rstrip('.')}.".lstrip() if one.decided else figures or one.reason

    def _award(self, one: Proposal) -> Record:
        form = self.forms.get(one.award)
        return {
            "hinh_thuc": form.name if form else one.award,
            "tien": wording.money(one.reward_vnd),
            "ly_do": one.reason,
        }

    def persons(self) -> list[Record]:
        """Rows of the list of persons."""
        made: list[Record] = []
        for number, one in enumerate(self.person_proposals, 1):
            unit = self.unit_name(one.unit)
            made.append(
                {
                    "stt": str(number),
                    "ten": one.individual or "",
                    "chuc_vu": one.position or "",
                    "don_vi": unit,
                    "chuc_vu_don_vi": joined(one.position, unit),
                    "thanh_tich": self._achieved(one),
                    **self._award(one),
                }
            )
        return made

    def excluded(self) -> list[Record]:
        """Units that met everything, and eligible persons, that are not proposed, each with the reason."""
        made: list[Record] = []
        for number, one in enumerate(met_but_excluded(self.result), 1):
            unit = self.units.get(one.unit)
            person = self.person(one.unit, one.individual, one.source_row)
            made.append(
                {
                    "stt": str(number),
                    "ten": one.individual or self.unit_name(one.unit),
                    "vi_tri": place_of_unit(unit)
                    if one.individual is None
                    else joined(person.position if person else "", self.unit_name(one.unit)),
                    "ly_do": one.reason,
                }
            )
        return made

    def money_words(self) -> Record:
        """All words about numbers and money of what is proposed outright, and of the cases."""
        units, people = self.unit_proposals, self.person_proposals
        used = [form for form in self.result.plan.awards if any(form.id == one.award for one in [*units, *people])]
        recipients = "tập thể" if units and not people else "cá nhân" if people and not units else "tập thể, cá nhân"
        forms = award_names(used or self.result.plan.awards)
        words: Record = {
            "so_tap_the": count(len(units)),
            "so_ca_nhan": count(len(people)),
            "so_luong_khen": states.how_many(len(units), len(people)),
            "doi_tuong_khen": recipients,
            "doi_tuong_khen_hoa": recipients.upper(),
            "ten_hinh_thuc": forms,
            "ten_hinh_thuc_hoa": forms.upper(),
            "muc_thuong": ", ".join(_rate(form) for form in used),
            "cach_tinh_tien": "; ".join(_rate_reason(form) for form in used),
            "de_nghi_ca_nhan": self.request(None, self.result.plan.individual_quota),
            "tien_hoi_dong": states.money_range(self.result),
        }
        parts = {"tong_tien_tap_the": units, "tong_tien_ca_nhan": people, "tong_tien": [*units, *people]}
        for key, some_ in parts.items():
            amount = total(some_)
            words[key] = wording.money(amount)
            words[f"{key}_chu"] = BLANK if amount is None else lower_first(wording.money_words(amount))
        return words

    def _composition(self) -> str:
        """How many of the persons proposed lead."""
        people = [self.person(one.unit, one.individual, one.source_row) for one in self.person_proposals]
        leaders = sum(one is not None and one.leader for one in people)
        direct = len(people) - leaders
        parts = [
            f"{count(leaders)} người là lãnh đạo" if leaders else "",
            f"{count(direct)} người trực tiếp công tác" if direct else "",
        ]
        return listed([part for part in parts if part])

    def request(self, group: str | None, quota: str) -> str:
        """What is proposed for a group, or for the persons (None): names where few, quota, what the council decides."""
        who = "cá nhân" if group is None else "tập thể"
        own = [one for one in outright(self.result) if self._of(group, one)]
        open_ = [one for one in self.cases if self._of(group, one)]
        tied = [one for one in open_ if one.places_left is not None]
        out = sum(self._of(group, one) for one in met_but_excluded(self.result))
        names = f" ({self._composition()})" if group is None else ""
        if group is not None and len(own) <= _NAMES_SHOWN:
            names = f": {listed([self._named(one) for one in own])}"
        nobody = f"chưa có {who} nào được đề nghị ngay" if open_ else f"không có {who} nào được đề nghị"
        parts = [
            f"{count(len(own))} {who}{names}" if own else nobody,
            f"giới hạn là {count(int(quota))} {who}" if quota else "",
            f"{count(len(tied))} {who} {states.EQUAL[who]}, còn {count(tied[0].places_left or 0)} suất, "
            "trình Hội đồng lựa chọn"
            if tied
            else "",
            f"{count(len(open_) - len(tied))} {who} trình Hội đồng xem xét" if len(open_) > len(tied) else "",
            f"{count(out)} {who} {states.WORDS['individual' if group is None else 'unit'][1]} nhưng không được đề nghị"
            if out
            else "",
        ]
        return "; ".join(part for part in parts if part) + "."

    def _named(self, one: Proposal) -> str:
        """A unit proposed, with the decision that puts it in."""
        said = f" ({lower_first(one.reason.rstrip('.'))})" if one.decided else ""
        return f"{self.unit_name(one.unit)}{said}"

    def _of(self, group: str | None, one: Proposal | Case | Exclusion) -> bool:
        """Whether it is one of the group's units, or a person where no group is asked for."""
        return (
            one.individual is not None if group is None else one.individual is None and self._group(one.unit) == group
        )

    def _group(self, unit: str) -> str:
        return self.units[unit].group if unit in self.units else ""

    def excluded_words(self) -> str:
        """Who met everything and is not proposed, one sentence with names and reasons where few; empty for nobody."""
        out = met_but_excluded(self.result)
        if not out:
            return ""
        units = [one for one in out if one.individual is None]
        parts = [
            f"{count(len(units))} tập thể {states.WORDS['unit'][1]}: {self._with_reasons(units)}" if units else "",
            f"{count(len(out) - len(units))} cá nhân {states.WORDS['individual'][1]}" if len(out) > len(units) else "",
        ]
        who = "; ".join(part for part in parts if part)
        told = len({one.reason for one in out}) == 1 and len(units) == len(out)
        return f"Không đề nghị {who}." + ("" if told else " Lý do từng trường hợp nêu tại mục cuối của Danh sách.")

    def _with_reasons(self, units: Sequence[Exclusion]) -> str:
        """Their names with the reasons: once for all where it is the same, each its own where they are few."""
        reasons = list(dict.fromkeys(lower_first(one.reason.rstrip(".")) for one in units))
        if len(reasons) == 1:
            return f"{some([self.unit_name(one.unit) for one in units], _NAMES_SHOWN, 'tập thể')} ({reasons[0]})"
        few = len(units) <= _REASONS_SHOWN
        names = [
            self.unit_name(one.unit) + (f" ({lower_first(one.reason.rstrip('.'))})" if few else "") for one in units
        ]
        return some(names, _NAMES_SHOWN, "tập thể")

    def model_units(self) -> list[Record]:
        """Role models among units: proposed without a question left, and first of their group."""
        sure = {one.unit for one in self.unit_proposals}
        first = [unit for unit in self.result.units if unit.id in sure and unit.rank == 1]
        return [
            {
                "stt": str(number),
                "ten": unit.name,
                "khoi": unit.group,
                "hang": str(unit.rank),
                "thanh_tich": unit_achievement(unit, self.result),
            }
            for number, unit in enumerate(first, 1)
        ]

    def any_commended(self) -> bool:
        """Whether anybody is proposed outright: else there is nothing to decide yet."""
        return bool(sums(self.result).number)


def joined(position: str | None, unit: str) -> str:
    """Position and unit: “Chuyên viên, Phường An Lộc”, “Phó Chủ tịch UBND phường An Lộc”."""
    kind, _, name = unit.partition(" ")
    if position and name and position.casefold().endswith(f" {kind.casefold()}"):
        return f"{position} {name}"
    return ", ".join(part for part in (position, unit) if part)


def place_of_unit(unit: UnitResult | None) -> str:
    """Where a unit stands: “khối Xã, phường, đồng hạng 1”."""
    return "" if unit is None else f"khối {unit.group}, {lower_first(wording.rank_text(unit))}"


def award_names(forms: Iterable[AwardInfo]) -> str:
    """The forms of commendation by name, each once."""
    return listed(list(dict.fromkeys(form.name for form in forms))) or "Giấy khen"


def _recipient(form: AwardInfo) -> str:
    return "tập thể" if form.recipient == "unit" else "cá nhân"


def _rate(form: AwardInfo) -> str:
    return f"mỗi {_recipient(form)} {wording.money(form.reward_vnd)} đồng"


def _rate_reason(form: AwardInfo) -> str:
    if form.base_salary_vnd and form.multiple:
        multiple = wording.decimal_text(form.multiple)
        return (
            f"{_rate(form)} ({multiple} lần mức lương cơ sở {wording.money(form.base_salary_vnd)} đồng{_rounded(form)})"
        )
    return _rate(form)


def _rounded(form: AwardInfo) -> str:
    """That the reward is not the exact product, where it is not."""
    if form.reward_vnd is None or form.base_salary_vnd is None:
        return ""
    exact = Fraction(form.multiple) * form.base_salary_vnd
    if exact == form.reward_vnd:
        return ""
    up = -(-exact // _TEN_THOUSAND) * _TEN_THOUSAND == form.reward_vnd
    return ", làm tròn lên hàng chục nghìn đồng" if up else ", đã làm tròn"
