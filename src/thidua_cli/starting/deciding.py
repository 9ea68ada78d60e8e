"""What a person must still decide before a plan can judge anybody: read from the plan itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_cli.choosing import DATA_FOLDER
from thidua_cli.plan.model import Plan
from thidua_cli.plan.money import base_salary_at
from thidua_cli.starting.blanks import units_in_period
from thidua_cli.starting.laws import cited, replaced
from thidua_cli.starting.rewriting import OWN_DATES, STAYS
from thidua_cli.text.figures import exact_text
from thidua_cli.text.numbers import format_int

_TWO_LEVELS = 2022
"""From this year on a service is online in whole or in part; before there were four levels."""
_NO_DISTRICTS = 2026
_NEW_LAW = 2026
_OPEN = re.compile(r"…|cần đối chiếu")


def to_decide(plan: Plan, text: str, *, moved_from: str | None = None) -> list[str]:
    """One sentence for each decision, in the order of the plan; ``moved_from``: its text of another year or place."""
    return [
        *_movement(plan, moved=moved_from is not None),
        *_criteria(plan),
        *_units(plan),
        *_money(plan),
        *_documents(plan, text),
        *(_citations(plan, text, moved_from) if moved_from is not None else ()),
    ]


def _movement(plan: Plan, *, moved: bool) -> Sequence[str]:
    first, last = (f"{day:%d/%m/%Y}" for day in (plan.period_start, plan.period_end))
    lines = [f"Tên phong trào “{plan.title}”, chủ đề “{plan.theme}”, kỳ từ {first} đến {last}: đúng kế hoạch chưa?"]
    if moved:
        lines.append("Lời văn trích kế hoạch (citation) chuyển từ kế hoạch cũ: chép lại nguyên văn kế hoạch năm nay.")
    return lines


def _criteria(plan: Plan) -> Sequence[str]:
    lines = []
    for criterion in plan.criteria:
        needs = "; ".join(
            f"{plan.measures[one.measure].name} {one.operator} {exact_text(one.threshold * 100)} %"
            if one.percent
            else f"{plan.measures[one.measure].name} {one.operator} {exact_text(one.threshold)}"
            for one in criterion.requirements
        )
        lines.append(f"Tiêu chí {criterion.id.upper()}, trọng số {exact_text(criterion.weight)}: {needs}.")
    if plan.year >= _TWO_LEVELS and any("online_34" in measure.numerator for measure in plan.measures.values()):
        lines.append(
            "Dịch vụ công trực tuyến nay gọi là toàn trình và một phần, không còn mức độ 3, 4: sửa tên tiêu chí. "
            "Chương trình đếm chung hồ sơ toàn trình và một phần; kế hoạch chỉ tính toàn trình thì chưa chấm đúng được."
        )
    return lines


def _units(plan: Plan) -> Sequence[str]:
    groups = "; ".join(f"{group.name} ({group.quota or 'không giới hạn'})" for group in plan.groups)
    current = units_in_period(plan)
    lines = [f"Khối thi đua và số tập thể được xét: {groups}."]
    if current:
        lines.append(
            f"Danh mục có {len(current)} đơn vị ({DATA_FOLDER}/don-vi.xlsx): bỏ đơn vị thừa, thêm đơn vị thiếu."
        )
    else:
        lines.append(
            f"Chưa có đơn vị nào: điền {DATA_FOLDER}/don-vi.xlsx. Muốn mọi bảng trống có sẵn danh sách đơn vị để chọn, "
            "ghi đơn vị vào mục vocabulary.units của criteria.yaml rồi chạy lại lệnh init vào một thư mục mới, thêm "
            "--plan và đường dẫn tới criteria.yaml này."
        )
    if plan.year >= _NO_DISTRICTS and "thành phố" in plan.issuer.casefold():
        lines.append("Từ 01/7/2025 không còn cấp huyện: xem lại cơ quan phát động, các phòng, ban, cấp khen thưởng.")
    lines.append("Đơn vị nào được đánh giá Chỉ số CCHC: ghi Có hoặc Không vào cột “Được đánh giá Chỉ số CCHC”.")
    return lines


def _money(plan: Plan) -> Sequence[str]:
    day = plan.awards.money_date
    salary = base_salary_at(plan, day)
    if salary is None:
        return [f"Chưa có mức lương cơ sở cho ngày {day:%d/%m/%Y} (mục base_salary)."]
    lines = [
        f"Ngày dự kiến ký quyết định {day:%d/%m/%Y}; mức lương cơ sở ngày ấy {format_int(int(salary.value))} đồng."
    ]
    for form in plan.awards.forms:
        who = "tập thể" if form.recipient == "unit" else "cá nhân"
        multiple = exact_text(form.base_salary_multiple).replace(".", ",")
        lines.append(f"Mức thưởng {form.name} cho {who}: {multiple} lần lương cơ sở; đối chiếu nghị định đang áp dụng.")
    if plan.year >= _NEW_LAW:
        lines.append("Luật Thi đua, khen thưởng được sửa đổi từ 01/10/2026: đối chiếu căn cứ, mức thưởng theo ngày ký.")
    return lines


def _documents(plan: Plan, text: str) -> Sequence[str]:
    documents = plan.documents
    lines = [f"Cơ quan trình “{documents.office}”, người khen “{documents.chairman}”, người ký, nơi nhận: đúng chưa?"]
    start = text.find("\ndocuments:")
    blank = [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if _OPEN.search(line) and not line.lstrip().startswith("#") and number > text[:start].count("\n")
    ]
    if blank:
        lines.append(
            f"Căn cứ pháp lý còn chỗ trống (dấu …) ở dòng {', '.join(map(str, blank[:12]))} của criteria.yaml; đối "
            "chiếu cả tên luật, nghị định, thông tư với bản gốc."
        )
    if not any(name for name, _ in documents.council.members):
        lines.append("Thành viên Hội đồng (mục council): ghi họ tên, hoặc để trống để điền tay vào biên bản.")
    return lines


def _citations(plan: Plan, text: str, before: str) -> Sequence[str]:
    """Which names of the law were replaced, and what is cited by date or number as the plan before had it."""
    changed = replaced(before, text)
    lines = [
        f"Căn cứ đã thay theo năm {plan.year}: {old} thành {new}. Đối chiếu tên đầy đủ, điều, khoản với bản gốc."
        for old, new in changed
    ]
    own = (*OWN_DATES, "year", "documents.document_year", "id")
    new_names = {new for _, new in changed}
    kept = [
        f"{words} (dòng {', '.join(map(str, numbers))})"
        for words, numbers in cited(text, STAYS, own).items()
        if words not in new_names
    ]
    if kept:
        lines.append(
            f"Văn bản, ngày, giai đoạn giữ nguyên từ kế hoạch cũ, còn đúng cho năm {plan.year} không: "
            f"{'; '.join(kept)}."
        )
    return lines
