"""The plain context of the Word templates (text, lists, records) from a result; one vocabulary for all six files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from thidua_cli.reports import wording
from thidua_cli.reports.word import facts, figures
from thidua_cli.reports.word.awards import Awards
from thidua_cli.reports.word.facts import Picture, Record
from thidua_cli.result import DocumentsInfo, FindingInfo, Result, SignatoryInfo, UnitResult

DOCUMENTS = ("to-trinh", "danh-sach", "quyet-dinh", "bien-ban", "bao-cao", "nhan-rong")
Charts = Callable[[str, str], Sequence[Picture]]
"""``charts(kind, key)``: the pictures of ``overview``, of a ``group`` (name) or of a ``criterion`` (id)."""
_BASIS_WORDS = ("Căn cứ", "Theo", "Xét", "Thực hiện", "Trên cơ sở")
_LINE_STARTS = ("THI ĐUA", "THÀNH PHỐ", "THỊ XÃ", "HUYỆN", "TỈNH", "PHƯỜNG", "XÃ")
_BLANK_MEMBERS = 7
_FINDINGS_PER_CODE = 5


def no_charts(_kind: str, _key: str) -> Sequence[Picture]:
    """No charts at all."""
    return ()


def _pictures(charts: Charts, kind: str, key: str = "") -> list[Record]:
    return [{"hinh": picture, "ten": picture.title} for picture in charts(kind, key)]


def build(result: Result, charts: Charts = no_charts) -> Record:
    """Every word that does not depend on the document."""
    awards = Awards(result)
    context: Record = {}
    for part in (_movement(result), _offices(result), _units(result, awards, charts), _proposed(awards, result)):
        context.update(part)
    for part in (_council(result, awards), _data(result), _rollout(result, awards), _program(result)):
        context.update(part)
    return context


def for_document(result: Result, document: str) -> Record:
    """The words that differ between documents: legal bases, signatory, recipients."""
    documents = result.plan.documents
    signer = documents.signatories.get(document) or documents.signatories.get("default") or _default_signer(document)
    secretary = documents.signatories.get("bien-ban-thu-ky") or SignatoryInfo(title="Thư ký", name="", prefix="")
    bases = documents.legal_bases.get(document) or documents.legal_bases.get("default") or []
    recipients = documents.recipients.get(document) or documents.recipients.get("default") or _archive(documents)
    return {
        "cac_can_cu": [_basis(line) for line in bases],
        "chuc_danh_ky": [line.upper() for line in (signer.prefix, signer.title) if line],
        "nguoi_ky": signer.name,
        "chuc_danh_thu_ky": secretary.title.upper(),
        "ten_thu_ky": secretary.name,
        "noi_nhan": [line.strip("- ").rstrip(".;") for line in recipients],
    }


def _default_signer(document: str) -> SignatoryInfo:
    title = {"quyet-dinh": "Chủ tịch", "bien-ban": "Chủ trì"}.get(document, "Trưởng phòng")
    return SignatoryInfo(title=title, name="", prefix="")


def _archive(documents: DocumentsInfo) -> list[str]:
    return [f"Lưu: VT, {documents.office_symbol}"]


def _basis(line: str) -> str:
    text = line.strip().rstrip(".;")
    return text if text.startswith(_BASIS_WORDS) else f"Căn cứ {text}"


def _movement(result: Result) -> Record:
    plan = result.plan
    title = figures.lower_first(plan.title.strip().rstrip("."))
    return {
        "nam": str(plan.year),
        "phong_trao": title if title.startswith("phong trào") else f"phong trào {title}",
        "chu_de": plan.theme,
        "co_quan_phat_dong": plan.issuer,
        "ngay_dau_ky": wording.date_text(plan.period_start),
        "ngay_cuoi_ky": wording.date_text(plan.period_end),
        "ngay_chot": wording.date_text(result.as_of),
        "trien_khai": plan.documents.launch,
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
        "phong_thuong": figures.lower_first(documents.office),
        "ky_hieu_phong": documents.office_symbol,
        "uy_ban": documents.authority,
        "uy_ban_dong": _authority_lines(documents.authority),
        "chu_tich": documents.chairman,
        "chu_tich_hoa": documents.chairman.upper(),
        "hoi_dong": documents.council.name,
        "hoi_dong_hoa": documents.council.name.upper(),
        "hoi_dong_dong": _council_lines(documents.council.name),
        "nguon_tien": documents.fund,
    }


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
    quotas = {group.name: group.quota for group in result.plan.groups}
    present = {name: units for name, units in groups.items() if units}
    lacking, missed = facts.undecided(result), facts.shortfalls(result)
    return {
        "so_don_vi": figures.count(len(result.units)),
        "so_khoi": figures.count(len(present)),
        "so_don_vi_dat": figures.count(sum(unit.all_met for unit in result.units)),
        "cac_khoi": "; ".join(f"khối {name}: {figures.count(len(units))} đơn vị" for name, units in present.items()),
        "ket_qua_chung": facts.overview(result),
        "bieu_do_chung": _pictures(charts, "overview"),
        "cot": facts.columns(result),
        "khoi": [
            {
                "ten": name,
                "so_don_vi": figures.count(len(units)),
                "so_dat": figures.count(sum(unit.all_met for unit in units)),
                "chi_tieu": quotas.get(name, ""),
                "don_vi": facts.unit_records(units, result),
                "dong_hang": _ties(units),
                "de_nghi": awards.group_request(name, quotas.get(name, "")),
                "bieu_do": _pictures(charts, "group", name),
            }
            for name, units in present.items()
        ],
        "tieu_chi": [
            {**record, "bieu_do": _pictures(charts, "criterion", info.id)}
            for record, info in zip(facts.criteria(result), result.plan.criteria, strict=True)
        ],
        "thu_tu_xet": "; ".join(wording.tie_breaker_word(one, result) for one in result.plan.standings),
        "chu_giai_bang": "mỗi ô gồm số liệu và kết quả; dấu “–” là không có số liệu để tính.",
        "co_chua_ket_luan": bool(lacking),
        "chua_ket_luan": lacking,
        "co_han_che": bool(missed),
        "han_che": missed,
    }


def _ties(units: list[UnitResult]) -> str:
    ranks: dict[int, list[str]] = {}
    for unit in units:
        if unit.tied:
            ranks.setdefault(unit.rank, []).append(unit.name)
    return "; ".join(f"hạng {rank}: {figures.listed(names)}" for rank, names in sorted(ranks.items()))


def _proposed(awards: Awards, result: Result) -> Record:
    collectives, persons, cases = awards.collectives(), awards.persons(), awards.cases()
    return {
        "co_de_nghi": bool(collectives or persons),
        "co_tap_the": bool(collectives),
        "co_ca_nhan": bool(persons),
        "tap_the": collectives,
        "ca_nhan": persons,
        "co_truong_hop": bool(cases),
        "so_truong_hop": figures.count(len(cases)),
        "truong_hop": cases,
        "truong_hop_tien": awards.review_money(),
        "khong_de_nghi": [
            {
                "stt": str(number),
                "ten": one.individual or awards.units[one.unit].name if one.unit in awards.units else one.unit,
                "ly_do": one.reason,
            }
            for number, one in enumerate(result.exclusions, 1)
        ],
        **awards.money_words(),
    }


def _council(result: Result, awards: Awards) -> Record:
    council = result.plan.documents.council
    members = [(member.name, member.role) for member in council.members] or [("", "")] * _BLANK_MEMBERS
    ballots = awards.ballots()
    base = "tổng số thành viên Hội đồng" if council.pass_base == "total" else "số thành viên có mặt"
    return {
        "thanh_vien": [
            {"stt": str(number), "ten": name, "vai_tro": role} for number, (name, role) in enumerate(members, 1)
        ],
        "so_thanh_vien": figures.count(len(council.members)) if council.members else "",
        "dieu_kien_hop": f"Cuộc họp hợp lệ khi có ít nhất {_share(council.quorum)} tổng số thành viên Hội đồng có mặt"
        + (f" ({_least(council.quorum, len(council.members))})." if council.members else "."),
        "dieu_kien_thong_qua": f"Trường hợp được thông qua khi có {_pass(council.pass_rate)} {base} tán thành.",
        "ghi_chu_hoi_dong": council.note,
        "co_bieu_quyet": bool(ballots),
        "bieu_quyet": ballots,
    }


def _share(fraction: str) -> str:
    value = Fraction(fraction)
    if value == 1:
        return "100%"
    return fraction if value.denominator < 10 else wording.decimal_text(str(value * 100).split("/")[0]) + "%"


def _pass(fraction: str) -> str:
    return f"từ {_share(fraction)} trở lên" if Fraction(fraction) > Fraction(1, 2) else f"trên {_share(fraction)}"


def _least(fraction: str, members: int) -> str:
    needed = -(-members * Fraction(fraction).numerator // Fraction(fraction).denominator)
    return f"{figures.count(needed)}/{figures.count(members)} thành viên"


def _data(result: Result) -> Record:
    shown = _findings([one for one in result.findings if one.severity != "info"])
    errors = sum(one.severity == "error" for one in result.findings)
    warnings = sum(one.severity == "warning" for one in result.findings)
    sheets = [(file, sheet) for file in result.inputs for sheet in file.sheets]
    return {
        "co_phat_hien": bool(shown),
        "phat_hien": shown,
        "phat_hien_chung": f"Khi đọc số liệu có {wording.decimal_text(errors)} lỗi và {wording.decimal_text(warnings)} "
        "cảnh báo; các vấn đề chính như sau (danh sách đầy đủ trong tệp xep-hang.xlsx):",
        "so_tep": figures.count(len(result.inputs)),
        "co_nguon": bool(sheets),
        "nguon": [
            {
                "stt": str(number),
                "tep": file.file,
                "trang": sheet.sheet,
                "noi_dung": figures.upper_first(
                    ", ".join(w for w in (wording.kind_word(sheet.kind), wording.system_word(sheet.system)) if w)
                ),
                "vung": sheet.header,
                "so_dong": wording.decimal_text(sheet.rows),
            }
            for number, (file, sheet) in enumerate(sheets, 1)
        ],
        "tep": [
            {"stt": str(number), "ten": file.file, "ma": file.sha256} for number, file in enumerate(result.inputs, 1)
        ],
    }


def _findings(findings: list[FindingInfo]) -> list[Record]:
    """The first findings of each code; the rest of a code is one line that says how many more there are."""
    codes: dict[str, list[FindingInfo]] = {}
    for one in findings:
        codes.setdefault(one.code, []).append(one)
    made: list[Record] = []
    for some in codes.values():
        shown = some if len(some) <= _FINDINGS_PER_CODE + 1 else some[:_FINDINGS_PER_CODE]
        made += [_finding(one) for one in shown]
        if len(some) > len(shown):
            more = f"và {wording.decimal_text(len(some) - len(shown))} trường hợp tương tự."
            made.append({"muc_do": wording.severity_word(some[0].severity), "noi_dung": more, "vi_tri": ""})
    return [{"stt": str(number), **one} for number, one in enumerate(made, 1)]


def _finding(one: FindingInfo) -> Record:
    return {
        "muc_do": wording.severity_word(one.severity),
        "noi_dung": one.message,
        "vi_tri": wording.place_text(one.file, one.sheet, one.cell),
    }


def _rollout(result: Result, awards: Awards) -> Record:
    names = {unit.id: unit.name for unit in result.units}
    recognised = [one for one in result.initiatives if one.recognised]
    models, persons = awards.model_units(), awards.persons()
    parts = [
        f"{figures.count(len(recognised))} mô hình, sáng kiến, giải pháp được công nhận" if recognised else "",
        f"{figures.count(len(models))} tập thể dẫn đầu khối thi đua và đạt tất cả các tiêu chí" if models else "",
        f"{figures.count(len(persons))} cá nhân tiêu biểu" if persons else "",
    ]
    told = figures.listed([part for part in parts if part])
    return {
        "nhan_rong_cau": f"Đề xuất nhân rộng {told} (có danh mục kèm theo)."
        if told
        else "Chưa có mô hình, sáng kiến, tập thể, cá nhân nào đủ điều kiện để đề xuất nhân rộng.",
        "co_sang_kien": bool(recognised),
        "sang_kien": [
            {
                "stt": str(number),
                "ten": one.title,
                "don_vi": names.get(one.unit, one.unit),
                "tac_gia": one.author,
                "hieu_qua": one.effect,
                "ghi_chu": wording.recognised_word(one),
            }
            for number, one in enumerate(recognised, 1)
        ],
        "co_dien_hinh_tap_the": bool(models),
        "dien_hinh_tap_the": models,
        "co_dien_hinh_ca_nhan": bool(persons),
        "dien_hinh_ca_nhan": persons,
    }


def _program(result: Result) -> Record:
    return {
        "quy_uoc": result.plan.settings_words,
        "ma_ke_hoach": result.plan.id,
        "ma_kiem_tra_ke_hoach": result.plan.sha256,
        "chuong_trinh": f"{result.program.name} {result.program.version}",
    }
