"""The parts of the context about the council, the data, rollout and the program."""

from __future__ import annotations

from fractions import Fraction

from thidua_cli.reports import wording
from thidua_cli.reports.word import figures
from thidua_cli.reports.word.awards import Awards
from thidua_cli.reports.word.facts import Record
from thidua_cli.result import FindingInfo, Result
from thidua_cli.text.vietnamese import sort_key

_BLANK_MEMBERS = 7
_FINDINGS_PER_CODE = 5


def council(result: Result, awards: Awards) -> Record:
    """Who decides and how: members, quorum, pass rate, the table of votes."""
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
    return f"{figures.count(needed)}/{figures.count(members)} thành viên"


def data(result: Result) -> Record:
    """Findings and inputs."""
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


def rollout(result: Result, awards: Awards) -> Record:
    """Initiatives and role models."""
    names = {unit.id: unit.name for unit in result.units}
    place = {unit.id: number for number, unit in enumerate(result.units)}
    recognised = sorted(
        (one for one in result.initiatives if one.recognised),
        key=lambda one: (place.get(one.unit, len(place)), sort_key(one.title)),
    )
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


def program(result: Result) -> Record:
    """How figures are computed, and by which program."""
    return {
        "quy_uoc": result.plan.settings_words,
        "ma_ke_hoach": result.plan.id,
        "ma_kiem_tra_ke_hoach": result.plan.sha256,
        "chuong_trinh": f"{result.program.name} {result.program.version}",
    }
