"""What the minutes need: members and rules of the council, the cases, what is chosen at a tie, the ballots."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from thidua_cli.reports import wording
from thidua_cli.reports.cases import Case
from thidua_cli.reports.numbering import count, listed
from thidua_cli.reports.states import EQUAL
from thidua_cli.reports.word.awards import Awards, joined, place_of_unit
from thidua_cli.reports.word.facts import Record
from thidua_cli.result import Result

_BLANK_MEMBERS = 7


def council(result: Result, awards: Awards) -> Record:
    """Who decides and how: members, quorum, pass rate, cases, ballots for collectives and for persons apart."""
    info = result.plan.documents.council
    members = [(member.name, member.role) for member in info.members]
    known = len(members) > 1 or any(name for name, _ in members)
    members += [("", "")] * (0 if known else _BLANK_MEMBERS - len(members))
    base = "tổng số thành viên Hội đồng" if info.pass_base == "total" else "số thành viên có mặt"
    ballots = {
        "bieu_quyet_tap_the": _ballots(awards, persons=False),
        "bieu_quyet_ca_nhan": _ballots(awards, persons=True),
    }
    others = [one for one in awards.cases if one.places_left is None]
    return {
        "thanh_vien": [
            {"stt": str(number), "ten": name, "vai_tro": role} for number, (name, role) in enumerate(members, 1)
        ],
        "so_thanh_vien": count(len(members)) if known else "",
        "dieu_kien_hop": f"Cuộc họp hợp lệ khi có ít nhất {_share(info.quorum)} tổng số thành viên Hội đồng có mặt"
        + (f" ({_least(info.quorum, len(members))})." if known else "."),
        "dieu_kien_thong_qua": f"Tập thể, cá nhân được thông qua khi có {_pass(info.pass_rate)} {base} tán thành.",
        "co_truong_hop": bool(awards.cases),
        "so_truong_hop": count(len(awards.cases)),
        "truong_hop": [_case(number, one, awards) for number, one in enumerate(awards.cases, 1)],
        "lua_chon": _choices(awards),
        "nhom_truong_hop": _by_reason(others, awards),
        "co_truong_hop_khac": bool(others),
        "cot_truong_hop": place_head(one.individual is not None for one in others),
        "truong_hop_khac": [_case(number, one, awards) for number, one in enumerate(others, 1)],
        **ballots,
        "co_bieu_quyet_tap_the": bool(ballots["bieu_quyet_tap_the"]),
        "co_bieu_quyet_ca_nhan": bool(ballots["bieu_quyet_ca_nhan"]),
    }


_PLACES = "Khối, thứ hạng", "Chức vụ, đơn vị"


def place_head(persons: Iterable[bool]) -> str:
    """The head of the column that says where units or persons stand, by whether the rows are persons."""
    return " hoặc ".join(_PLACES[one] for one in sorted(set(persons))) or _PLACES[0]


def _case(number: int, one: Case, awards: Awards) -> Record:
    return {"stt": str(number), "ten": _name(one, awards), "vi_tri": _place(one, awards), "ly_do": one.reason}


def _by_reason(cases: Iterable[Case], awards: Awards) -> list[Record]:
    """The cases for the minutes: those with one reason told together, with where they stand if it is one alone."""
    reasons: dict[str, list[Case]] = {}
    for one in cases:
        reasons.setdefault(one.reason, []).append(one)
    return [
        {
            "ten": listed([_name(one, awards) for one in some]),
            "vi_tri": _place(some[0], awards) if len(some) == 1 else "",
            "ly_do": reason,
        }
        for reason, some in reasons.items()
    ]


def _name(one: Case, awards: Awards) -> str:
    return one.individual or awards.unit_name(one.unit)


def _place(one: Case, awards: Awards) -> str:
    if one.individual is not None:
        return joined(one.position, awards.unit_name(one.unit))
    return place_of_unit(awards.units.get(one.unit))


def _ties(awards: Awards) -> dict[tuple[str, str], list[Case]]:
    """Those tied at a quota: by award and, for units, group."""
    found: dict[tuple[str, str], list[Case]] = {}
    for one in awards.cases:
        if one.proposal is not None and one.places_left is not None:
            unit = awards.units.get(one.unit)
            group = unit.group if unit and one.individual is None else ""
            found.setdefault((one.proposal.award, group), []).append(one)
    return found


def _choices(awards: Awards) -> list[Record]:
    """Every tie: how many are equal, how many places are left, who they are and what they achieved."""
    made: list[Record] = []
    for (_, group), tied in _ties(awards).items():
        who = "cá nhân" if tied[0].individual is not None else "tập thể"
        left = count(tied[0].places_left or 0)
        made.append(
            {
                "ten": f"Khối {group}" if group else "Cá nhân",
                "cot": _PLACES[not group],
                "noi_dung": f"{count(len(tied))} {who} {EQUAL[who]}, còn {left} suất trong số lượng được xét; "
                f"Hội đồng chọn không quá {left} {who}.",
                "dong": [
                    {
                        "stt": str(number),
                        "ten": _name(one, awards),
                        "vi_tri": _place(one, awards),
                        "thanh_tich": awards.achieved(one.unit, one.individual, one.source_row),
                    }
                    for number, one in enumerate(tied, 1)
                ],
            }
        )
    return made


def _ballots(awards: Awards, *, persons: bool) -> list[Record]:
    """The parts of a ballot: what is proposed, each tie with how many may be chosen, the other cases that can pass."""
    who = "cá nhân" if persons else "tập thể"
    made: list[Record] = []
    clear = awards.persons() if persons else awards.collectives()
    if clear:
        rows = [(str(one["ten"]), str(one["chuc_vu_don_vi"] if persons else one["khoi"])) for one in clear]
        made.append(_part(f"{count(len(rows))} {who} được đề nghị", rows))
    for (_, group), tied in _ties(awards).items():
        if (tied[0].individual is not None) is persons:
            where = f", khối {group}" if group else ""
            head = (
                f"Chọn không quá {count(tied[0].places_left or 0)} trong {count(len(tied))} {who} {EQUAL[who]}{where}"
            )
            made.append(_part(head, [(_name(one, awards), _where(one, awards)) for one in tied]))
    rest = [one for one in awards.cases if (one.individual is not None) is persons and one.places_left is None]
    if rest:
        rows = [(_name(one, awards), _where(one, awards)) for one in rest]
        made.append(_part(f"{count(len(rest))} trường hợp {who} cần xem xét", rows))
    return made


def _where(one: Case, awards: Awards) -> str:
    unit = awards.units.get(one.unit)
    return _place(one, awards) if one.individual is not None or unit is None else unit.group


def _part(head: str, rows: list[tuple[str, str]]) -> Record:
    return {
        "tieu_de": head,
        "dong": [{"stt": str(number), "ten": name, "vi_tri": place} for number, (name, place) in enumerate(rows, 1)],
    }


def _share(fraction: str) -> str:
    value = Fraction(fraction)
    percent = value * 100
    whole = percent.denominator == 1 and (value == 1 or value.denominator >= 10)
    return f"{percent.numerator}%" if whole else f"{value.numerator}/{value.denominator}"


def _pass(fraction: str) -> str:
    """A majority is more than half; any higher rate, and a rate below, is a least share."""
    rate = Fraction(fraction)
    if rate == 1:
        return "100%"
    return f"trên {_share(fraction)}" if rate == Fraction(1, 2) else f"từ {_share(fraction)} trở lên"


def _least(fraction: str, members: int) -> str:
    needed = -(-members * Fraction(fraction).numerator // Fraction(fraction).denominator)
    return f"{wording.decimal_text(needed)}/{wording.decimal_text(members)} thành viên"
