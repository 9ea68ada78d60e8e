from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from tests.word.ooxml import WordFile
from tests.word.situations import documents
from tests.word.support import document, rendered, result, text
from thidua_cli.reports import prospects, wording
from thidua_cli.reports.achievements import unit_achievement
from thidua_cli.reports.cases import cases
from thidua_cli.reports.word import DOCUMENTS, facts, render_all, render_docx, template_bytes
from thidua_cli.reports.word.awards import Awards, joined
from thidua_cli.reports.word.context import for_document
from thidua_cli.reports.word.council import council as council_words
from thidua_cli.result_plan import CouncilMember


def test_all_six_files_have_the_names_of_the_contract() -> None:
    """The six Word files bear the names that the contract gives them."""
    assert [
        "to-trinh.docx",
        "danh-sach.docx",
        "quyet-dinh.docx",
        "bien-ban.docx",
        "bao-cao.docx",
        "nhan-rong.docx",
    ] == list(rendered())


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("to-trinh", ["TỜ TRÌNH", "Kính gửi: Chủ tịch Ủy ban nhân dân thành phố Hồng Ngự.", "Lưu: VT", "TRƯỞNG PHÒNG"]),
        ("danh-sach", ["I. TẬP THỂ", "II. CÁ NHÂN", "III. TRƯỜNG HỢP TRÌNH HỘI ĐỒNG XEM XÉT", "bằng chữ: "]),
        ("quyet-dinh", ["QUYẾT ĐỊNH:", "Điều 1. ", "Điều 2. ", "Điều 3. ", "Theo đề nghị của Trưởng phòng Nội vụ"]),
        (
            "bien-ban",
            ["THƯ KÝ", "CHỦ TỌA", "2/3", "Số phiếu tán thành", "4. Kết luận", "Tổ kiểm phiếu", "số phiếu hợp lệ"],
        ),
        (
            "bao-cao",
            [
                "Kính gửi:",
                "I. CÔNG TÁC CHỈ ĐẠO",
                "Tổng cộng",
                "1. Ưu điểm",
                "2. Hạn chế",
                "Bài học kinh nghiệm",
                "Phụ lục II",
            ],
        ),
        ("nhan-rong", ["I. MÔ HÌNH", "II. ĐIỂN HÌNH TIÊN TIẾN LÀ TẬP THỂ", "III. ĐIỂN HÌNH TIÊN TIẾN LÀ CÁ NHÂN"]),
    ],
)
def test_each_file_has_the_parts_that_practice_demands(name: str, wanted: list[str]) -> None:
    """Each file has every part of its skeleton."""
    shown = text(document(name))

    assert [] == [part for part in wanted if part not in shown]


def test_the_totals_are_those_of_the_rows() -> None:
    """The total of the list is the sum of the rewards proposed outright, in figures and in words."""
    amount = sum(one.reward_vnd or 0 for one in result().proposals if not one.council_review)
    shown = text(document("danh-sach"))

    assert f"tổng tiền thưởng {wording.money(amount)} đồng (bằng chữ: {wording.money_words(amount).lower()})" in shown


def test_every_proposal_stands_in_the_list_with_its_achievement() -> None:
    """Every collective and person proposed outright stands in the list with a sentence of its own figures."""
    shown = text(document("danh-sach"))
    wanted = [
        unit_achievement(result().unit(one.unit), result())
        for one in result().proposals
        if one.individual is None and not one.council_review
    ]

    assert wanted
    assert [] == [achievement for achievement in wanted if achievement not in shown]


@pytest.mark.parametrize("name", ["danh-sach", "bien-ban"])
def test_every_case_for_the_council_is_told_with_its_reason(name: str) -> None:
    """Every case stands by name where the council reads it: tied with the places left, any other with its reason."""
    shown = text(document(name))
    found = cases(result())

    assert {True, False} == {one.places_left is None for one in found}
    assert [] == [one for one in found if one.places_left is None and one.reason.rstrip(".") not in shown]
    assert [] == [one for one in found if (one.individual or result().unit(one.unit).name) not in shown]
    assert "bằng nhau, còn 01 suất" in shown


def test_every_unit_stands_against_every_criterion() -> None:
    """The report's table shows every figure of every unit, as all reports word it."""
    shown = text(document("bao-cao"))
    wanted = {
        wording.figure(measure)
        for unit in result().units
        for criterion in unit.criteria
        for measure in criterion.measures
        if measure.value is not None
    }

    assert [] == [figure for figure in wanted if figure not in shown]


def test_every_shortfall_is_said_in_cases() -> None:
    """The report says of every requirement missed what it lacked, in the shared wording."""
    shown = text(document("bao-cao"))
    missed = [one.text for unit in result().units for one in prospects.missed(unit, result())]

    assert missed
    assert [] == [words for words in missed if words not in shown]


def test_nobody_eligible_reads_as_a_sentence() -> None:
    """Where nobody is eligible every file says so."""
    assert "Không có tập thể, cá nhân nào được đề nghị, cụ thể:" in text(document("to-trinh", "nobody"))
    assert "Không có tập thể nào đạt tất cả các tiêu chí áp dụng." in text(document("danh-sach", "nobody"))
    assert "Không có tập thể, cá nhân nào để bỏ phiếu." in text(document("bien-ban", "nobody"))


def test_hostile_names_come_out_as_text() -> None:
    """Markup, formulas and template commands in names are printed as they stand."""
    shown = text(document("bao-cao", "hostile"))

    assert "<script>alert(1)</script>" in shown
    assert "{{7*7}}" in shown
    assert "A & B <b>" in shown
    assert "{% for x in range(9) %}" in shown


def test_the_same_result_gives_the_same_bytes() -> None:
    """Two renderings of one result are the same to the byte, without any clock."""
    again = render_all(result())

    assert rendered() == again
    assert {(1980, 1, 1, 0, 0, 0)} == {
        entry.date_time for content in again.values() for entry in WordFile(content).archive.infolist()
    }


@pytest.mark.parametrize("name", DOCUMENTS)
def test_one_file_alone_is_the_same_as_among_all(name: str) -> None:
    """A single file by name has the bytes that it has among all six."""
    assert document(name) == render_docx(result(), name)


def test_a_reward_that_is_not_known_stays_blank() -> None:
    """Where a reward is not known the total is left for a person to fill in."""
    proposals = [replace(one, reward_vnd=None) for one in result().proposals]
    shown = text(render_docx(replace(result(), proposals=proposals), "to-trinh", charts={}))

    assert "Tổng tiền thưởng đề nghị: … đồng (bằng chữ: ……)" in shown


def test_no_unit_at_all_still_makes_a_report() -> None:
    """A result without units, persons and inputs fills every file."""
    empty = replace(
        result(), units=[], individuals=[], proposals=[], exclusions=[], initiatives=[], findings=[], inputs=[]
    )
    shown = {name: text(content) for name, content in render_all(empty).items()}

    assert "Không có đơn vị nào được xét." in shown["bao-cao.docx"]


def test_control_characters_leave_no_trace() -> None:
    """Characters that XML cannot hold, line ends and tabs become spaces."""
    units = [replace(result().units[0], name="Phường\x07 A\nB\tC\x0b"), *result().units[1:]]
    shown = text(render_docx(replace(result(), units=units), "bao-cao", charts={}))

    assert "Phường A B C" in re.sub(" +", " ", shown)


def test_charts_have_their_words() -> None:
    """Every chart of the report carries a text that names units and figures."""
    file = WordFile(document("bao-cao"))
    texts = [found.get("descr", "") for found in file.body.iter("{*}docPr")]

    assert len(texts) >= 3
    assert all(len(one) > 30 for one in texts)


def test_charts_can_be_given_or_left_out() -> None:
    """An empty mapping leaves charts out; a given picture is embedded."""
    from thidua_cli.reports.charts import criteria_chart

    png = criteria_chart(result()).png(1)
    without = WordFile(render_docx(result(), "bao-cao", charts={}))
    given = WordFile(render_docx(result(), "bao-cao", charts={"overview": png}))

    assert 0 == len(list(without.body.iter("{*}docPr")))
    assert 1 == len(list(given.body.iter("{*}docPr")))


@pytest.mark.parametrize(
    ("quorum", "pass_rate", "meeting", "vote"),
    [
        ("2/3", "1/2", "ít nhất 2/3 tổng số", "khi có trên 1/2"),
        ("3/4", "2/3", "ít nhất 3/4 tổng số", "khi có từ 2/3 trở lên"),
        ("7/10", "4/5", "ít nhất 70% tổng số", "khi có từ 4/5 trở lên"),
        ("1", "1", "ít nhất 100% tổng số", "khi có 100% tổng số"),
    ],
)
def test_quorum_and_pass_rate_come_from_the_plan(quorum: str, pass_rate: str, meeting: str, vote: str) -> None:
    """The minutes say the plan's quorum and pass rate in words."""
    documents = result().plan.documents
    council = replace(documents.council, quorum=quorum, pass_rate=pass_rate)
    plan = replace(result().plan, documents=replace(documents, council=council))
    shown = text(render_docx(replace(result(), plan=plan), "bien-ban", charts={}))

    assert meeting in shown
    assert vote in shown


def test_persons_stand_by_unit_in_the_order_of_their_given_names() -> None:
    """The decision's list has persons in the order of their units, then by given name, in the Vietnamese alphabet."""
    from thidua_cli.text.vietnamese import person_sort_key

    order = {unit.id: number for number, unit in enumerate(result().units)}
    wanted = [
        one.individual
        for one in sorted(
            (one for one in result().proposals if one.individual and not one.council_review),
            key=lambda one: (order[one.unit], person_sort_key(one.individual or ""), one.source_row),
        )
    ]
    shown = text(document("quyet-dinh")).split("CÁ NHÂN")[-1]

    assert wanted == [line for line in shown.splitlines() if line in wanted]


def test_the_plan_is_cited_in_full_once() -> None:
    """Where the bases cite the plan in full, the text says “nêu trên”; the report, which has no bases, cites it."""
    made = documents("several")

    assert 1 == text(made["to-trinh.docx"]).count("về phát động phong trào thi đua chuyên đề")
    assert "Thực hiện Kế hoạch nêu trên" in text(made["to-trinh.docx"])
    assert "Thực hiện Kế hoạch số …/KH-UBND" in text(made["bao-cao.docx"])


@pytest.mark.parametrize(("name", "there"), [("one", True), ("tied", False)])
def test_the_minutes_are_a_basis_of_the_proposal_where_they_precede_it(name: str, there: bool) -> None:
    """With no case left the council has met, and its minutes are among the bases; with cases open they are not."""
    assert there == ("Căn cứ Biên bản số" in text(documents(name)["to-trinh.docx"]))
    assert ("Biên bản họp của" in text(documents(name)["to-trinh.docx"])) == there


def test_the_report_compares_with_the_year_before() -> None:
    """The result of the year before gives a table: what grew, what fell; without it the report has none."""
    before = replace(result("nobody"), plan=replace(result("nobody").plan, year=2020))
    shown = text(render_docx(result(), "bao-cao", charts={}, previous=before))
    met = sum(unit.all_met for unit in result().units)

    assert "So sánh với năm 2020" in shown
    assert f"tăng {met} đơn vị" in shown
    assert "So sánh với năm" not in text(document("bao-cao"))


def test_no_agency_is_named_but_by_the_plan() -> None:
    """The templates hold no name of an agency: who pays, who proposes and who carries out comes from the plan."""
    names = ("Hồng Ngự", "Nội vụ", "Tài chính", "Chánh Văn phòng", "PNV", "UBND", "HĐTĐKT")
    for name in DOCUMENTS:
        shown = text(template_bytes(name)[0])
        assert [] == [word for word in names if word in shown], name


def test_what_is_chosen_for_rollout_is_told_alone() -> None:
    """Where a column chooses, the list has those alone, with scope and who carries it out; else blanks stand there."""
    first, *rest = [one for one in result().initiatives if one.recognised]
    chosen = [replace(first, rollout=True, scope="Toàn địa bàn", implementer="Văn phòng")]
    made = replace(result(), initiatives=chosen + [replace(one, rollout=False) for one in rest])
    shown = text(render_docx(made, "nhan-rong", charts={}))

    assert "ĐƯỢC CHỌN NHÂN RỘNG" in shown
    assert f"“{first.title}”" in shown
    assert "Toàn địa bàn" in shown
    assert rest[0].title not in shown
    assert "Phạm vi" in text(document("nhan-rong"))


def test_a_body_ends_with_a_paragraph_and_no_empty_page() -> None:
    """Behind a table stands a paragraph, as Word wants it; behind text none, which could fall on a page of its own."""
    for set_name in ("city", "nobody"):
        for content in rendered(set_name).values():
            body = WordFile(content).body
            last, before = body[-2], body[-3]
            assert last.tag.endswith("}p")
            assert "".join(str(part) for part in last.itertext()) or before.tag.endswith("}tbl")


def test_a_decision_names_only_whom_it_rewards() -> None:
    """A decision about one collective speaks of collectives alone, names it in its first article and has no list."""
    shown = text(document("quyet-dinh", "one unit"))

    assert "Về việc tặng Giấy khen cho tập thể có thành tích trong" in shown
    assert re.search(r"Điều 1\. Tặng Giấy khen .* cho (?:Phường|Xã) \S", shown)
    assert "và tập thể có tên tại Điều 1" in shown
    assert "danh sách kèm theo" not in shown
    assert not re.search("(?i)cá nhân", shown.split("QUYẾT ĐỊNH:")[1])


@pytest.mark.parametrize(
    ("names", "said", "rows"),
    [
        ([], "Tổng số thành viên Hội đồng: ……; có mặt", 7),
        ([""], "Tổng số thành viên Hội đồng: ……; có mặt", 7),
        (["Lê Thị Mẫu"], "Tổng số thành viên Hội đồng: 01; có mặt", 1),
        (["", "", ""], "Tổng số thành viên Hội đồng: 03; có mặt", 3),
    ],
)
def test_a_council_left_blank_is_not_counted(names: list[str], said: str, rows: int) -> None:
    """A single nameless member of the sample plan is no council of one: number and quorum are left to fill in."""
    found = result()
    documents = found.plan.documents
    members = [CouncilMember(name=name, role="Chủ tịch Hội đồng") for name in names]
    council = replace(documents.council, members=members)
    made = replace(found, plan=replace(found.plan, documents=replace(documents, council=council)))
    assert said in text(render_docx(made, "bien-ban"))
    context = council_words(made, Awards(made))
    assert rows == len(context["thanh_vien"])  # type: ignore[arg-type]
    assert ("thành viên)" in str(context["dieu_kien_hop"])) is bool(context["so_thanh_vien"])


def test_as_above_stands_only_where_somebody_is_named_above() -> None:
    """The recipients that a plan gives for all documents fit each: a decision and minutes have no addressees."""
    found = result()
    documents = replace(
        found.plan.documents,
        recipients={"default": ["Như trên", "Lưu: VT"]},
        legal_bases={"default": ["Nghị định của Chính phủ …"]},
    )
    made = replace(found, plan=replace(found.plan, documents=documents))
    told = {name: for_document(made, name)["noi_nhan"] for name in ("to-trinh", "bao-cao", "quyet-dinh", "bien-ban")}
    assert told["to-trinh"] == told["bao-cao"] == ["Như trên", "Lưu: VT"]
    assert ["Như Điều 3", "Lưu: VT"] == told["quyet-dinh"]
    assert ["Lưu: VT"] == told["bien-ban"]
    assert ["Căn cứ Nghị định của Chính phủ (……)"] == for_document(made, "to-trinh")["cac_can_cu"]


def test_at_most_none_is_said_as_none() -> None:
    """A requirement of at most 0 asks for none, in words; other limits keep their figure."""
    found = result()
    first, *rest = found.plan.criteria
    need = replace(first.requirements[0], operator="<=", threshold="0")
    made = replace(found, plan=replace(found.plan, criteria=[replace(first, requirements=[need]), *rest]))
    assert str(facts.criteria(made)[0]["yeu_cau"]).startswith("không có ")
    some = replace(need, threshold="2")
    made = replace(found, plan=replace(found.plan, criteria=[replace(first, requirements=[some]), *rest]))
    assert "không quá 2" in str(facts.criteria(made)[0]["yeu_cau"])


@pytest.mark.parametrize(
    ("multiple", "reward", "said"),
    [
        ("0.6", 900_000, "(0,6 lần mức lương cơ sở 1.490.000 đồng, làm tròn lên hàng chục nghìn đồng)"),
        ("0.6", 894_000, "(0,6 lần mức lương cơ sở 1.490.000 đồng)"),
        ("0.6", 890_000, "(0,6 lần mức lương cơ sở 1.490.000 đồng, đã làm tròn)"),
    ],
)
def test_a_reward_that_is_no_exact_product_says_that_it_is_rounded(multiple: str, reward: int, said: str) -> None:
    """The multiple of the base salary beside the amount is true as it stands, or says how it was rounded."""
    found = result()
    forms = [replace(f, base_salary_vnd=1_490_000, multiple=multiple, reward_vnd=reward) for f in found.plan.awards]
    words = Awards(replace(found, plan=replace(found.plan, awards=forms))).money_words()["cach_tinh_tien"]
    assert {said} == {f"({part.partition(' (')[2]}" for part in str(words).split("; ")}


@pytest.mark.parametrize(
    ("position", "unit", "said"),
    [
        ("Phó Chủ tịch UBND phường", "Phường An Lộc", "Phó Chủ tịch UBND phường An Lộc"),
        ("Chuyên viên", "Phường An Lộc", "Chuyên viên, Phường An Lộc"),
        ("Chủ tịch UBND xã", "Phường An Lộc", "Chủ tịch UBND xã, Phường An Lộc"),
        (None, "Phòng Y tế", "Phòng Y tế"),
    ],
)
def test_a_position_that_ends_in_the_kind_of_unit_is_joined_with_its_name(
    position: str | None, unit: str, said: str
) -> None:
    """A position names its unit once: the kind of unit at its end is not said a second time."""
    assert said == joined(position, unit)


def test_cases_with_one_reason_are_told_together_in_the_minutes() -> None:
    """The minutes say a reason once, before the names of all whom it concerns."""
    shown = text(documents("undecided")["bien-ban.docx"])
    lines = [line for line in shown.splitlines() if "Chưa đủ số liệu để kết luận" in line and line.startswith("- ")]
    assert 2 == len(lines)
    assert "Phường An Lộc" in lines[0]
    assert "Phòng Tư pháp:" in lines[0]
