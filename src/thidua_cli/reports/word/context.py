"""The plain context of the Word templates (text, lists, records) from a result; one vocabulary for all files."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence

from thidua_cli.reports import states, wording
from thidua_cli.reports.cases import met_but_excluded
from thidua_cli.reports.documents import LETTER
from thidua_cli.reports.numbering import count, listed, lower_first
from thidua_cli.reports.word import context_data, facts
from thidua_cli.reports.word.awards import BLANK, Awards
from thidua_cli.reports.word.council import council, place_head
from thidua_cli.reports.word.facts import Picture, Record
from thidua_cli.result import Result, UnitResult
from thidua_cli.result_plan import DocumentsInfo, SignatoryInfo
from thidua_cli.text.plan_line import line_of

Charts = Callable[[str, str], Sequence[Picture]]
"""``charts(kind, key)``: the pictures of ``overview``, of a ``group`` (name) or of a ``criterion`` (id)."""
_WITH_BASES = ("to-trinh", "quyet-dinh")
"""The documents in which the legal bases stand."""
_ADDRESSED = ("to-trinh", "bao-cao", LETTER)
"""The documents that have addressees above."""
_AS_ABOVE = "Như trên"
_UNITS = "Thủ trưởng các cơ quan, đơn vị có tên trong danh sách dưới đây"
_BASIS_WORDS = ("Căn cứ", "Theo", "Xét", "Thực hiện", "Trên cơ sở")
_LINE_STARTS = ("THI ĐUA", "THÀNH PHỐ", "THỊ XÃ", "HUYỆN", "TỈNH", "PHƯỜNG", "XÃ")


def no_charts(_kind: str, _key: str) -> Sequence[Picture]:
    """No charts at all."""
    return ()


class _Numbered:
    """The charts as records, numbered in the order in which the report shows them."""

    def __init__(self, charts: Charts) -> None:
        self._charts, self._number = charts, itertools.count(1)

    def __call__(self, kind: str, key: str = "") -> list[Record]:
        pictures = self._charts(kind, key)
        return [{"so": str(next(self._number)), "hinh": one, "ten": one.title} for one in pictures]


def build(result: Result, charts: Charts = no_charts, previous: Result | None = None) -> Record:
    """Every word that does not depend on the document; ``previous`` is the result of the year before."""
    awards = Awards(result)
    return {
        **_movement(result),
        **_offices(result),
        **_units(result, awards, charts),
        **_proposed(awards, result),
        **council(result, awards),
        **context_data.contested(result, awards),
        **context_data.rollout(result, awards),
        **context_data.compared(result, previous),
        **context_data.owed(result),
    }


def for_document(result: Result, document: str) -> Record:
    """The words that differ between documents: legal bases, signatory, recipients."""
    documents = result.plan.documents
    signers = documents.signatories
    signer = signers.get(document) or signers.get("default") or _default_signer(document)
    secretary = documents.signatories.get("bien-ban-thu-ky") or SignatoryInfo(title="Thư ký", name="", prefix="")
    bases = documents.legal_bases.get(document) or documents.legal_bases.get("default") or []
    letter = document == LETTER
    common = "" if letter else "default"  # what the plan says of documents to the chairman is not for the units
    recipients = documents.recipients.get(document) or documents.recipients.get(common) or ()
    addressees = documents.addressees.get(document) or documents.addressees.get(common)
    return {
        "cac_can_cu": [_basis(line) for line in bases],
        "kinh_gui": addressees or [_UNITS if letter else documents.chairman],
        **_launch(documents, bases if document in _WITH_BASES else ()),
        "chuc_danh_ky": [line.upper() for line in (signer.prefix, signer.title) if line],
        "nguoi_ky": signer.name,
        "chuc_danh_thu_ky": secretary.title.upper(),
        "ten_thu_ky": secretary.name,
        "noi_nhan": _recipients(recipients, document) or _archive(documents, letter=letter),
    }


def _launch(documents: DocumentsInfo, bases: Sequence[str]) -> Record:
    """How the movement was launched; the plan is cited in full once, so that after the bases it is “nêu trên”."""
    cited = bool(documents.plan) and any(documents.plan in line for line in bases)
    kind = documents.plan.split(" số ")[0] if " số " in documents.plan else "Kế hoạch"
    return {"trien_khai": documents.launch.replace("{plan}", f"{kind} nêu trên" if cited else documents.plan)}


def _default_signer(document: str) -> SignatoryInfo:
    title = {"quyet-dinh": "Chủ tịch", "bien-ban": "Chủ tọa"}.get(document, "Trưởng phòng")
    return SignatoryInfo(title=title, name="", prefix="")


def _recipients(lines: Iterable[str], document: str) -> list[str]:
    """Who gets the document; “Như trên” stands for addressees, and where there are none, for who is named or nobody."""
    told = [line.strip("- ").rstrip(".;") for line in lines]
    if document in _ADDRESSED:
        return told
    above = ["Như Điều 3"] if document == "quyet-dinh" else []
    return [name for line in told for name in (above if line == _AS_ABOVE else [line])]


def _archive(documents: DocumentsInfo, *, letter: bool) -> list[str]:
    return [*([_AS_ABOVE] if letter else []), f"Lưu: VT, {documents.office_symbol}"]


def _basis(line: str) -> str:
    text = line.strip().rstrip(".;")
    if text.endswith("…"):  # to be filled in: the dots are not run together with the stop behind them
        text = f"{text.rstrip('… ')} ({BLANK})"
    return text if text.startswith(_BASIS_WORDS) else f"Căn cứ {text}"


def _movement(result: Result) -> Record:
    plan = result.plan
    title = lower_first(plan.title.strip().rstrip("."))
    return {
        "nam": str(plan.year),
        "phong_trao": title if title.startswith("phong trào") else f"phong trào {title}",
        "chu_de": plan.theme,
        "co_quan_phat_dong": plan.issuer,
        "ngay_dau_ky": wording.date_text(plan.period_start),
        "ngay_cuoi_ky": wording.date_text(plan.period_end),
        "ngay_chot": wording.date_text(result.as_of),
        "ke_hoach_da_dung": line_of(plan),
        "ke_hoach": plan.documents.plan,
        "chi_dao": plan.documents.steering,
        "doi_tuong": plan.documents.participants.rstrip("."),
    }


def _offices(result: Result) -> Record:
    documents = result.plan.documents
    return {
        "nam_van_ban": str(documents.document_year or result.plan.year + 1),
        "dia_danh": documents.place,
        "cap_tren": documents.superior,
        "cap_tren_hoa": documents.superior.upper().replace("ỦY BAN NHÂN DÂN", "UBND"),
        "phong": documents.office,
        "phong_hoa": documents.office.upper(),
        "phong_thuong": lower_first(documents.office),
        "ky_hieu_phong": documents.office_symbol,
        "uy_ban": documents.authority,
        "uy_ban_dong": _authority_lines(documents.authority),
        "chu_tich": documents.chairman,
        "chu_tich_hoa": documents.chairman.upper(),
        "hoi_dong": documents.council.name,
        "hoi_dong_hoa": documents.council.name.upper(),
        "hoi_dong_dong": _council_lines(documents.council.name),
        "nguon_tien": documents.fund,
        "noi_chi": documents.payer or BLANK,
        "nguoi_de_nghi": documents.proposer or BLANK,
        "thi_hanh": _executors(documents),
        "ky_hieu_uy_ban": documents.authority_symbol,
        "ky_hieu_hoi_dong": documents.council.symbol,
    }


def _executors(documents: DocumentsInfo) -> str:
    """Who carries the decision out, in the order of the plan; a capital first letter, for it opens the article."""
    told = ", ".join(documents.executors) or BLANK
    return told[:1].upper() + told[1:]


def _authority_lines(authority: str) -> list[str]:
    """“ỦY BAN NHÂN DÂN” / “THÀNH PHỐ HỒNG NGỰ”: the two lines of a decision's head."""
    upper = authority.upper()
    head, mark, rest = upper.partition("NHÂN DÂN ")
    return [head + mark.strip(), rest] if mark and rest else [upper]


def _council_lines(name: str) -> list[str]:
    """“HỘI ĐỒNG” / “THI ĐUA - KHEN THƯỞNG” / “THÀNH PHỐ HỒNG NGỰ”: lines that fit the head of the minutes."""
    upper = name.upper()
    for mark in _LINE_STARTS:
        upper = upper.replace(f" {mark} ", f"\n{mark} ")
    return upper.split("\n")


def _units(result: Result, awards: Awards, charts: Charts) -> Record:
    groups: dict[str, list[UnitResult]] = {group.name: [] for group in result.plan.groups}
    for unit in result.units:
        groups.setdefault(unit.group, []).append(unit)
    present = {name: units for name, units in groups.items() if units}
    pictures = _Numbered(charts)
    overview = pictures("overview")
    criteria = [
        {**record, "bieu_do": pictures("criterion", info.id)}
        for record, info in zip(facts.criteria(result), result.plan.criteria, strict=True)
    ]
    lacking, missed = facts.undecided(result), facts.shortfalls(result)
    return {
        "so_don_vi": count(len(result.units)),
        "so_khoi": count(len(present)),
        "so_don_vi_dat": count(sum(unit.all_met for unit in result.units)),
        "cac_khoi": "; ".join(f"khối {name}: {count(len(units))} đơn vị" for name, units in present.items()),
        "ket_qua_chung": states.overview(result),
        **facts.totals(result, present),
        "bieu_do_chung": overview,
        "cot": facts.columns(result),
        "khoi": [
            {**_group(name, units, result, awards), "bieu_do": pictures("group", name)}
            for name, units in present.items()
        ],
        "tieu_chi": criteria,
        "thu_tu_xet": "; ".join(wording.tie_breaker_word(one, result) for one in result.plan.standings),
        "chu_giai_bang": "mỗi ô gồm số liệu và kết quả; dấu “–” là không có số liệu để tính.",
        "uu_diem": facts.strengths(result),
        "co_chua_ket_luan": bool(lacking),
        "so_chua_ket_luan": count(len(lacking)),
        "chua_ket_luan": lacking,
        "co_han_che": bool(missed),
        "han_che": missed,
    }


def _group(name: str, units: list[UnitResult], result: Result, awards: Awards) -> Record:
    quota = next((group.quota for group in result.plan.groups if group.name == name), "")
    return {
        "ten": name,
        "so_don_vi": count(len(units)),
        "so_dat": count(sum(unit.all_met for unit in units)),
        "chi_tieu": quota,
        "don_vi": facts.unit_records(units, result),
        "dong_hang": _ties(units),
        "de_nghi": awards.request(name, quota),
    }


def _ties(units: list[UnitResult]) -> str:
    ranks: dict[int, list[str]] = {}
    for unit in units:
        if unit.tied:
            ranks.setdefault(unit.rank, []).append(unit.name)
    return "; ".join(f"hạng {rank}: {listed(names)}" for rank, names in sorted(ranks.items()))


def _proposed(awards: Awards, result: Result) -> Record:
    collectives, persons, excluded = awards.collectives(), awards.persons(), awards.excluded()
    return {
        "co_de_nghi": awards.any_commended(),
        "co_tap_the": bool(collectives),
        "co_ca_nhan": bool(persons),
        "tap_the": collectives,
        "ca_nhan": persons,
        "khong_ai": states.nobody_at_all(result),
        "gioi_thieu_cau": states.put_forward(result),
        "khong_du_dieu_kien": states.refused_persons(result),
        "chua_doi_chieu": states.unverified_software(result),
        "mot_nguoi": _only_one(collectives, persons),
        "khong_tap_the": states.nobody(states.side(result, "unit")),
        "khong_ca_nhan": states.nobody(states.side(result, "individual")),
        "bien_ban_truoc": result.plan.documents.council.meets == "before_proposal" and not awards.cases,
        "hoi_dong_chua_hop": result.plan.documents.council.meets == "before_proposal" and bool(awards.cases),
        "truong_hop_cau": states.for_council(result),
        "co_khong_de_nghi": bool(excluded),
        "cot_khong_de_nghi": place_head(one.individual is not None for one in met_but_excluded(result)),
        "khong_de_nghi": excluded,
        "khong_de_nghi_cau": awards.excluded_words(),
        **awards.money_words(),
    }


def _only_one(collectives: Sequence[Record], persons: Sequence[Record]) -> str:
    """The one commended, by name, where it is one alone: the decision then names it and has no list."""
    if len(collectives) + len(persons) != 1:
        return ""
    return str(collectives[0]["ten"]) if collectives else f"{persons[0]['ten']}, {persons[0]['chuc_vu_don_vi']}"
