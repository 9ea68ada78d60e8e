from __future__ import annotations

import io
import re
from collections.abc import Iterable

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # publishes no types
from msgspec.structs import replace
from playwright.sync_api import Page, expect
from pypdf import PageObject, PdfReader

from tests.html.conftest import Opener
from tests.support.result_plan import WARDS
from tests.support.results import make_result
from thidua_cli.reports import wording
from thidua_cli.reports.cases import person_outcomes
from thidua_cli.result import Result, UnitResult
from thidua_cli.result_inputs import RowRef
from thidua_cli.text.vietnamese import sort_key

pytestmark = pytest.mark.browser


def _wards(result: Result) -> list[UnitResult]:
    return [unit for unit in result.units if unit.group == WARDS]


def _column(page: Page, table: str, column: int) -> list[str]:
    """Texts of one column of the first such table, in the order on the page, hidden rows left out."""
    script = (
        "([table, column]) => Array.from(document.querySelector(table).tBodies[0].rows)"
        ".filter((row) => !row.hidden).map((row) => row.cells[column].innerText.trim())"
    )
    texts: list[str] = page.evaluate(script, [table, column])
    return texts


def _focused(page: Page) -> str:
    id_: str = page.evaluate("document.activeElement.id")
    return id_


def _open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (360, "light")])
def test_axe_finds_nothing(open_page: Opener, width: int, scheme: str) -> None:
    """Axe-core finds no fault on the whole page, every part opened, light and dark, desk and phone."""
    page = open_page(make_result(units=8, persons=8), width=width, scheme=scheme)
    _open_all(page)
    outcome = Axe().run(page).response
    assert [] == [(fault["id"], [node["html"] for node in fault["nodes"][:3]]) for fault in outcome["violations"]]
    assert "color-contrast" in {rule["id"] for rule in outcome["passes"]}


@pytest.mark.parametrize("width", [360, 1920])
@pytest.mark.parametrize("traits", [{}, {"long_names": True}, {"hostile": True}])
def test_page_never_scrolls_sideways(open_page: Opener, width: int, traits: dict[str, bool]) -> None:
    """Wide tables scroll in their own region; the page itself is as wide as the window, everything opened."""
    page = open_page(make_result(**traits), width=width)
    _open_all(page)
    assert width >= page.evaluate("document.documentElement.scrollWidth")


def test_heads_sort_by_click_and_say_so(open_page: Opener) -> None:
    """A head sorts up, then down, by number or by the Vietnamese alphabet, and carries aria-sort."""
    result = make_result()
    page = open_page(result)
    head = page.locator("table.sortable").first.locator("thead th")
    head.nth(3).locator("button").click()
    scores = sorted(float(wording.score_text(unit).replace(",", ".")) for unit in _wards(result))
    assert scores == [float(text.replace(",", ".")) for text in _column(page, "table.sortable", 3)]
    assert "ascending" == head.nth(3).get_attribute("aria-sort")
    head.nth(3).locator("button").click()
    assert scores[::-1] == [float(text.replace(",", ".")) for text in _column(page, "table.sortable", 3)]
    head.nth(1).locator("button").click()
    names = sorted((unit.name for unit in _wards(result)), key=sort_key)
    assert names == _column(page, "table.sortable", 1)
    assert ("none", "ascending") == (head.nth(3).get_attribute("aria-sort"), head.nth(1).get_attribute("aria-sort"))
    assert "Đã sắp xếp theo Đơn vị, tăng dần." == page.locator("#thong-bao").text_content()


def test_missing_figures_sort_last_both_ways(open_page: Opener) -> None:
    """A unit without a figure stands last whether the figures go up or down."""
    page = open_page(make_result())
    button = page.locator("table.sortable").first.locator("thead th").nth(4).locator("button")
    button.click()
    assert _column(page, "table.sortable", 4)[-1].startswith(("–", "?"))
    button.click()
    assert _column(page, "table.sortable", 4)[-1].startswith(("–", "?"))


def test_sorting_works_from_the_keyboard(open_page: Opener) -> None:
    """Enter on a focused head sorts, and the focus stays there."""
    page = open_page(make_result())
    button = page.locator("table.sortable").first.locator("thead button").first
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    ranks = [int(text.split()[-1]) for text in _column(page, "table.sortable", 0)]
    assert sorted(ranks, reverse=True) == ranks
    assert "BUTTON" == page.evaluate("document.activeElement.tagName")


def test_unit_filter_works_on_all_three_parts(open_page: Opener) -> None:
    """A name typed without marks leaves one unit in the standings, in the table of criteria and among the units."""
    page = open_page(make_result())
    page.locator("#loc-don-vi input").fill("an lac")
    assert ["Phường An Lạc"] == _column(page, "table.sortable", 1)
    assert ["Phường An Lạc"] == _column(page, "table.heat", 0)
    assert ["Phường An Lạc"] == page.locator("details.unit:not([hidden]) h4").all_text_contents()
    assert "Hiện 1/19" == page.locator("#loc-don-vi output").inner_text()
    page.locator("#loc-don-vi button[type=reset]").click()
    # A form is reset after the event that says so, and the page filters when it is: the count is waited for.
    expect(page.locator("details.unit:not([hidden])")).to_have_count(19)


def test_unit_filter_by_missed_criterion(open_page: Opener) -> None:
    """Choosing a criterion leaves the units that did not meet it."""
    result = make_result()
    page = open_page(result)
    page.locator("#loc-don-vi select[name=missed]").select_option("tc-tc2")
    missed = {
        unit.name for unit in result.units for one in unit.criteria if one.id == "tc2" and one.verdict == "not_met"
    }
    assert missed == set(_column(page, "table.heat", 0))


def test_findings_filter_by_severity_kind_and_unit(open_page: Opener) -> None:
    """Each choice leaves exactly the findings that carry it."""
    result = make_result()
    page = open_page(result)
    form = page.locator("#loc-luu-y")
    for name, label, expected in (
        ("severity", "Lỗi", sum(one.severity == "error" for one in result.findings)),
        ("kind", "Chỉ có điểm tự đánh giá", sum(one.code == "self_score_used" for one in result.findings)),
    ):
        form.locator(f"select[name={name}]").select_option(label=label)
        assert expected == len(_column(page, "#bang-luu-y", 0)) > 0
        form.locator("button[type=reset]").click()
    unit = result.units[0]
    form.locator("select[name=unit]").select_option(label=unit.name)
    assert {unit.name} == set(_column(page, "#bang-luu-y", 4))


def test_a_filter_that_matches_nothing_says_so(open_page: Opener) -> None:
    """Nothing left: the words say so and name the way back, and no empty table stands about."""
    page = open_page(make_result())
    for form, table in (
        ("#loc-don-vi", "table.sortable"),
        ("#loc-luu-y", "#bang-luu-y"),
        ("#loc-ca-nhan", "#bang-ca-nhan"),
    ):
        page.locator(f"{form} input").fill("không có chữ này")
        assert "Không có mục nào khớp với bộ lọc" in page.locator(f"{form} output").inner_text()
        assert [] == _column(page, table, 0)
    assert 0 == page.locator("#xep-hang ~ .group:visible").count()


def test_on_a_phone_every_cell_says_what_it_is(open_page: Opener) -> None:
    """On a narrow screen rows are cards: each figure under its head, no text one word wide, no table wider than it."""
    page = open_page(make_result(units=8, persons=8), width=360)
    _open_all(page)
    labels = page.locator("table.sortable").first.locator("tbody tr").first.locator("td")
    assert ["Hạng", "Tiêu chí đạt", "Điểm"] == [labels.nth(n).get_attribute("data-l") for n in range(3)]
    narrow = (
        "Array.from(document.querySelectorAll('main td, main tbody th')).filter((cell) => {"
        "const text = cell.innerText.trim();"
        "return text.split(/\\s+/).length > 3 && cell.offsetWidth < 120 && cell.offsetHeight > 0; })"
        ".map((cell) => cell.innerText)"
    )
    assert [] == page.evaluate(narrow)
    wide = (
        "Array.from(document.querySelectorAll('main table')).filter((table) => table.offsetWidth >"
        " table.parentElement.clientWidth + 1).map((table) => table.caption.innerText)"
    )
    assert [] == page.evaluate(wide)


def test_persons_filter(open_page: Opener) -> None:
    """Choosing what comes of persons leaves exactly those."""
    result = make_result()
    page = open_page(result)
    outcomes = person_outcomes(result)
    for state in ("proposed", "no"):
        page.locator("#loc-ca-nhan select").select_option(state)
        chosen = [who[1] for who, outcome in outcomes.items() if outcome.state == state]
        assert chosen == _column(page, "#bang-ca-nhan", 0)
        assert chosen


def _doubted(result: Result) -> tuple[UnitResult, str]:
    """A unit with late dossiers, and the code of the first."""
    for unit in result.units:
        for one in (measure for criterion in unit.criteria for measure in criterion.measures):
            if one.id == "on_time" and one.against and one.verdict == "not_met":
                return unit, one.against[0].code
    raise AssertionError


def test_doubted_figure_leads_to_its_rows_and_their_table(open_page: Opener) -> None:
    """A figure in the standings leads to the unit's rows, and from there to the input table they stand in."""
    result = make_result()
    unit, code = _doubted(result)
    page = open_page(result)
    row = page.locator("table.sortable:not(.heat) tr").filter(has=page.locator(f"th a:text-is('{unit.name}')")).first
    row.locator("a[href$='-cs-on-time']").click()
    shown = page.locator(f"#dv-{unit.id}-cs-on-time")
    assert shown.get_by_text(code).is_visible()
    page.wait_for_function("document.activeElement.id.endsWith('-cs-on-time')")
    shown.locator("a").first.click()
    page.wait_for_function("document.activeElement.id === 'ng-1-1'")
    assert "mot-cua.xlsx" == page.locator("#ng-1").inner_text()


def test_drill_down_works_from_the_keyboard(open_page: Opener) -> None:
    """Enter on a cell of the table of criteria opens the unit and takes the focus along."""
    result = make_result()
    unit, _ = _doubted(result)
    page = open_page(result)
    page.locator(f"table.heat a[href='#dv-{unit.id}-tc-tc2']").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id.endsWith('-tc-tc2')")
    assert f"dv-{unit.id}-tc-tc2" == _focused(page)
    page.keyboard.press("Tab")
    assert f"dv-{unit.id}" == page.evaluate("document.activeElement.closest('.body').id")


def test_link_into_a_filtered_unit_shows_it(open_page: Opener) -> None:
    """A link to a unit that the filter hides lifts the filter instead of leading nowhere."""
    result = make_result()
    unit, _ = _doubted(result)
    page = open_page(result)
    page.locator("#loc-don-vi input").fill("không có đơn vị này")
    assert 0 == page.locator("details.unit:not([hidden])").count()
    page.evaluate(f"location.hash = 'dv-{unit.id}'")
    page.wait_for_function("document.activeElement.classList.contains('body')")
    assert page.locator(f"#dv-{unit.id}").is_visible()


def test_skip_link_is_first_and_leads_to_the_content(open_page: Opener) -> None:
    """The first Tab reaches the skip link; Enter moves on to the content."""
    page = open_page(make_result(units=3, persons=2))
    page.keyboard.press("Tab")
    assert "Chuyển đến nội dung" == page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'noi-dung'")
    assert "noi-dung" == _focused(page)


def test_page_is_complete_without_script(open_page: Opener) -> None:
    """Without JavaScript no dead control shows, every row stands there, and a link still opens its part."""
    result = make_result()
    unit, code = _doubted(result)
    page = open_page(result, scripts=False)
    assert 0 == page.locator("form:visible, button:visible").count()
    assert 19 == page.locator("table.heat tbody tr").count()
    page.locator(f"table.heat a[href='#dv-{unit.id}-tc-tc2']").click()
    assert page.locator(f"#dv-{unit.id}").is_visible()
    page.locator(f"#dv-{unit.id} a[href='#dv-{unit.id}-cs-on-time']").click()
    assert page.locator(f"#dv-{unit.id}-cs-on-time").get_by_text(code).is_visible()


def _print(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def _found(pages: Iterable[PageObject], text: str) -> bool:
    """Whether a text stands on one of the pages; reading stops where it does."""
    return any(text in re.sub(r"\s+", " ", page.extract_text()) for page in pages)


def test_prints_on_a4_with_repeating_heads_and_everything_open(open_page: Opener) -> None:
    """On paper: A4 upright, a head on every page of a long table, closed parts opened, controls gone."""
    result = make_result(units=60, persons=0)
    pages = _print(open_page(result)).pages
    sizes = {(round(one.mediabox.width / 72 * 25.4), round(one.mediabox.height / 72 * 25.4)) for one in pages}
    assert {(210, 297)} == sizes
    first = [re.sub(r"\s+", " ", one.extract_text()) for one in pages[:12]]
    heat = next(number for number, text in enumerate(first) if "Kết quả của từng đơn vị theo từng tiêu chí" in text)
    assert "TC1 Hoàn thành nhiệm vụ" in first[heat]
    assert "TC1 Hoàn thành nhiệm vụ" in first[heat + 1]
    assert "Kết quả của từng đơn vị" not in first[heat + 1]
    assert [] == [text for text in first if "Lọc đơn vị" in text or "Khoảng cách tới yêu cầu Từng đơn vị" in text]
    assert _found(pages, _doubted(result)[1])


def test_paper_leaves_out_what_only_a_screen_can_do(open_page: Opener) -> None:
    """No word tells a reader of paper to click, and lists row by row stop where the screen and the workbook go on."""
    result = make_result(persons=0)
    unit, code = _doubted(result)
    rows = [RowRef(code=f"{code}-{n:02d}", file="a.xlsx", sheet="S", row=n + 2) for n in range(30)]
    criteria = [
        replace(
            one,
            measures=[replace(m, against=rows, against_total=30) if m.id == "on_time" else m for m in one.measures],
        )
        for one in unit.criteria
    ]
    units = [replace(one, criteria=criteria) if one.id == unit.id else one for one in result.units]
    pages = _print(open_page(replace(result, units=units))).pages
    text = re.sub(r"\s+", " ", " ".join(one.extract_text() for one in pages))
    assert [] == [words for words in ("Chọn một ô", "Cách tính đầy đủ", "Khoảng cách tới mức") if words in text]
    assert [True, False] == [f"{code}-{n:02d}" in text for n in (9, 10)]
    assert "… và 20 dòng nữa" in text
    assert len(pages) < len(units)


def test_charts_fit_a_phone(open_page: Opener) -> None:
    """On a phone each chart has its own drawing, no wider than the screen, with letters of a size that can be read."""
    page = open_page(make_result(long_names=True), width=390)
    _open_all(page)
    script = (
        "Array.from(document.querySelectorAll('figure svg')).filter((svg) => svg.getClientRects().length)"
        ".map((svg) => [svg.getBoundingClientRect().right,"
        " svg.getBoundingClientRect().width / svg.viewBox.baseVal.width * 12])"
    )
    shown = page.evaluate(script)
    assert shown
    assert [] == [one for one in shown if one[0] > 390 or one[1] < 11]
    outside = (
        "Array.from(document.querySelectorAll('figure.narrow text')).filter((text) => {"
        "const box = text.getBBox(); return box.x < 0 || box.x + box.width > 341; }).map((text) => text.textContent)"
    )
    assert [] == page.evaluate(outside)


def test_a_persons_late_dossiers_are_reached_from_the_figure(open_page: Opener) -> None:
    """The figure of a refused person leads to the rows of the dossiers that were late."""
    result = make_result(persons=4)
    row = RowRef(code="H20-TRE-HAN", file="a.xlsx", sheet="S", row=1951)
    first = result.individuals[0]
    criteria = [
        replace(one, verdict="not_met", numerator=89, denominator=90, value="98.88", against=[row], against_total=1)
        if one.id == "i2"
        else one
        for one in first.criteria
    ]
    page = open_page(replace(result, individuals=[replace(first, criteria=criteria), *result.individuals[1:]]))
    page.get_by_role("link", name="89/90 hồ sơ (98,88%)").click()
    expect(page.get_by_text("H20-TRE-HAN – dòng 1951")).to_be_visible()


def test_findings_of_several_units_are_found_under_each(open_page: Opener) -> None:
    """The filter by unit leaves a finding that is about rows of several units, under each of them."""
    result = make_result()
    units = result.units[:2]
    shared = replace(result.findings[0], unit=None, units=[unit.id for unit in units], message="Chung hai đơn vị.")
    page = open_page(replace(result, findings=[shared]))
    for unit in units:
        page.locator("#loc-luu-y select[name=unit]").select_option(label=unit.name)
        assert 1 == len(_column(page, "#bang-luu-y", 0))


def test_paper_begins_with_the_standings_and_counts_its_pages(open_page: Opener) -> None:
    """The first sheet holds the standings of the first group; every sheet bears its number and how many there are."""
    pages = _print(open_page(make_result(units=8, persons=4))).pages
    texts = [re.sub(r"\s+", " ", one.extract_text()) for one in pages]
    assert "Xếp hạng khối Xã, phường" in texts[0]
    assert [f"Trang {number}/{len(pages)}" in text for number, text in enumerate(texts, 1)] == [True] * len(pages)


def test_paper_is_short_and_begins_with_what_is_decided(open_page: Opener) -> None:
    """Of 60 units and 400 persons everybody stands on few pages (78 before); proposals follow the standings."""
    result = make_result(units=60, persons=400)
    pages = _print(open_page(result)).pages
    assert len(pages) <= 45
    text = re.sub(r"\s+", " ", " ".join(one.extract_text() for one in pages))
    parts = ["Xếp hạng khối Xã, phường", "Trường hợp trình Hội đồng xem xét", "Kết quả của từng đơn vị theo"]
    assert sorted(parts, key=text.index) == parts
    assert [] == [person.name for person in result.individuals if person.name not in text]


def test_rows_against_a_met_requirement_stay_off_paper(open_page: Opener) -> None:
    """Rows that speak against a requirement that is met are on the screen, but do not fill the printed pages."""
    result = make_result(units=1, persons=0)
    row = RowRef(code="H20-KHONG-IN", file="a.xlsx", sheet="S", row=7)
    unit = result.units[0]
    criteria = [
        replace(one, measures=[replace(measure, against=[row], against_total=1) for measure in one.measures])
        for one in unit.criteria
    ]
    assert unit.all_met
    page = open_page(replace(result, units=[replace(unit, criteria=criteria)]))
    assert "H20-KHONG-IN" in (page.locator("main").text_content() or "")
    assert not _found(_print(page).pages, "H20-KHONG-IN")


def test_printing_leaves_the_screen_as_it_was(open_page: Opener) -> None:
    """What was closed before printing is closed afterwards, what was open stays open."""
    page = open_page(make_result(units=3, persons=0))
    page.locator("details.unit > summary").first.click()
    _print(page)
    assert 1 == page.locator("details[open]").count()


def test_printing_works_without_script(open_page: Opener) -> None:
    """Without JavaScript the closed parts are printed all the same."""
    result = make_result()
    assert _found(_print(open_page(result, scripts=False)).pages, _doubted(result)[1])


def test_hostile_names_are_text(open_page: Opener) -> None:
    """Markup in names is shown, not obeyed; the page's policy would refuse a script even if one slipped in."""
    result = make_result(hostile=True)
    page = open_page(result)
    assert [unit.name.strip() for unit in result.units] == [
        text.strip() for text in page.locator("details.unit h4").all_text_contents()
    ]
    assert 1 == page.locator("script").count()


def test_policy_refuses_foreign_script(open_page: Opener, trouble: list[str]) -> None:
    """A script added to the page does not run, and the browser says why."""
    page = open_page(make_result(units=1, persons=0))
    ran = page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        " document.body.append(s); return window.ran === undefined; }"
    )
    assert ran
    assert "Content Security Policy" in trouble.pop()


def test_figures_read_as_everywhere(open_page: Opener) -> None:
    """A unit's figures on screen are the shared wording's figures, mark for mark."""
    result = make_result()
    unit, _ = _doubted(result)
    page = open_page(result, fragment=f"#dv-{unit.id}")
    page.wait_for_function("document.activeElement.classList.contains('body')")
    infos = wording.measures(result)
    wanted = [wording.ratio_text(one, infos[one.id]) for criterion in unit.criteria for one in criterion.measures]
    assert wanted == page.locator(f"#dv-{unit.id} td.num a").all_inner_texts()


def test_unit_without_anything_opens(open_page: Opener) -> None:
    """One unit, or none at all, still gives a page that opens without a word on the console."""
    for count in (0, 1):
        page = open_page(make_result(units=count, persons=0))
        assert count == page.locator("details.unit").count()


def test_many_units_open(open_page: Opener) -> None:
    """Three hundred units open and filter; no group of that size draws a chart that nobody could read."""
    result = make_result(units=300, persons=300)
    page = open_page(replace(result, findings=result.findings[:50]))
    page.locator("#loc-don-vi input").fill("012")
    assert 1 == page.locator("details.unit:not([hidden])").count()
    assert 0 == page.locator("#khoang-cach ~ .group figure").count()
