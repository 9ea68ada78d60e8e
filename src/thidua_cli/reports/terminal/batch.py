"""The screen of ``batch``: parts with what came of them, failures with reasons, the first of each group, the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from thidua_cli.combined import CombinedPart, CombinedResult, CombinedUnit
from thidua_cli.reports import wording
from thidua_cli.reports.shortening import display_width, short_names
from thidua_cli.reports.terminal.layout import Screen, pad, pad_left
from thidua_cli.reports.terminal.lists import files_lines
from thidua_cli.reports.terminal.next_steps import step_lines
from thidua_cli.reports.wording import Lang
from thidua_cli.text.language import t
from thidua_cli.text.plan_line import line_of

_MOST = 40
"""Parts that are listed; with more, those of which something is to be said come first and the rest is counted."""
_FIRST = 5
"""Units of one group that are named as its first."""
_MOST_CHECKED = 3
"""Failed parts for which a command is said."""
PAGE = "tong-hop.html"
_LEAST_NAME = 16

_TEXTS: Mapping[str, tuple[str, str]] = {
    "as_of": ("Tính đến ngày {date}.", "As of {date}."),
    "count": (
        "Đã chấm {done}/{all} phần ({localities} địa phương, {units} đơn vị nộp riêng).",
        "Scored {done} of {all} parts ({localities} localities, {units} single units).",
    ),
    "resumed": ("Giữ nguyên {n} phần đã xong từ trước.", "{n} parts were done before and are kept."),
    "shared": ("Dùng chung cho mọi phần: {files}.", "Shared by all parts: {files}."),
    "part": ("Phần", "Part"),
    "shape": ("Là", "Is"),
    "locality": ("địa phương", "locality"),
    "unit": ("đơn vị", "unit"),
    "units": ("Đơn vị", "Units"),
    "met": ("Đạt hết", "All met"),
    "proposals": ("Đề nghị", "Awards"),
    "errors": ("Lỗi", "Errors"),
    "more": ("… và {n} phần khác: xem tong-hop.html hoặc tong-hop.xlsx", "… and {n} more: see tong-hop.html"),
    "failed": ("Không chấm được: {n} phần", "Not scored: {n} parts"),
    "warnings": ("Cần xem lại: {n} trường hợp", "To look at: {n} cases"),
    "first": ("Đứng đầu từng khối, tính chung mọi phần", "First of each group over all parts"),
    "group": ("{name}: {met}/{all} đơn vị đạt mọi tiêu chí áp dụng", "{name}: {met}/{all} units meet all criteria"),
    "points": ("{score} điểm", "score {score}"),
    "tied": ("và {n} đơn vị đồng hạng khác", "and {n} more of the same rank"),
    "none": ("Không phần nào chấm được.", "No part could be scored."),
}


def render_batch(
    combined: CombinedResult,
    *,
    width: int = 80,
    colour: bool = False,
    lang: Lang = "vi",
    files: Sequence[str] = (),
    out_dir: str = "",
    resumed: int = 0,
    commands: Mapping[str, str] | None = None,
) -> str:
    """Everything that ``batch`` prints, in lines of at most ``width`` columns (at least 60), without a final line end.

    ``files`` are the names of the combined files written into ``out_dir``; ``resumed`` is how many parts were kept;
    ``commands`` what checks a part's data, by its name.
    """
    screen = Screen(max(60, width), colour)
    sections = [
        _title(combined, resumed, screen, lang),
        _parts(combined, screen, lang),
        _failures(combined.failed, screen, lang),
        _warnings(combined, screen, lang),
        _leaders(combined, screen, lang),
        files_lines(files, out_dir, screen, lang),
        _next(combined, files, out_dir, commands or {}, screen, lang),
    ]
    return "\n\n".join("\n".join(line.rstrip() for line in section) for section in sections if section)


def _next(
    combined: CombinedResult,
    files: Sequence[str],
    out_dir: str,
    commands: Mapping[str, str],
    screen: Screen,
    lang: Lang,
) -> list[str]:
    """What to do next: check what failed, else the part with most errors; then the page."""
    wrong = max(combined.done, key=lambda part: part.errors, default=None)
    steps = [
        (t("Check {part}", part=part.name), commands.get(part.name, "")) for part in combined.failed[:_MOST_CHECKED]
    ]
    if not steps and wrong is not None and wrong.errors:
        steps = [(t("Mend {part}", part=wrong.name), commands.get(wrong.name, ""))]
    if PAGE in files:
        steps.append((t("Open the page"), str(Path(out_dir) / PAGE)))
    return step_lines(steps, "", screen, lang)


def _say(key: str, lang: Lang, **values: object) -> str:
    return _TEXTS[key][1 if lang == "en" else 0].format(**values)


def _title(combined: CombinedResult, resumed: int, screen: Screen, lang: Lang) -> list[str]:
    shapes = [part.shape for part in combined.done]
    count = _say(
        "count",
        lang,
        done=len(shapes),
        all=len(combined.parts),
        localities=shapes.count("locality"),
        units=shapes.count("unit"),
    )
    used = [line_of(plan, lang) for plan in combined.plans or [combined.plan]]
    lines = [screen.paint(line, "bold") for plan in used for line in screen.wrap(plan)]
    day = f"{_say('as_of', lang, date=wording.date_text(combined.as_of))} " if combined.one_plan else ""
    lines += screen.wrap(f"{day}{count}")
    if resumed:
        lines += screen.wrap(_say("resumed", lang, n=resumed))
    if combined.shared:
        lines += screen.wrap(_say("shared", lang, files=", ".join(combined.shared)))
    return lines


def _parts(combined: CombinedResult, screen: Screen, lang: Lang) -> list[str]:
    done = combined.done
    if not done:
        return [screen.paint(_say("none", lang), "bad")]
    shown = done[:_MOST]
    shape = 2 + max(display_width(_say(key, lang)) for key in ("locality", "unit", "shape"))
    heads = [_say(key, lang) for key in ("units", "met", "proposals", "errors")]
    numbers = [max(display_width(head), 6) + 2 for head in heads]
    room = screen.width - shape - sum(numbers)
    longest = max(display_width(part.name) for part in shown)
    name = max(_LEAST_NAME, min(room, longest + 2))
    names = short_names((part.name for part in shown), name - 2)
    head = pad(_say("part", lang), name) + pad(_say("shape", lang), shape) + _numbers(heads, numbers)
    lines = [screen.paint(head, "bold")]
    for part in shown:
        figures = [f"{n}" for n in (part.units, part.all_met, part.proposals, part.errors)]
        text = pad(_say(part.shape or "locality", lang), shape) + _numbers(figures, numbers)
        label = names[part.name]
        if display_width(label) >= name:
            # Only a name that must not be cut is longer than its column.
            lines += [*screen.wrap(label), " " * name + text]
        else:
            lines.append(pad(label, name) + text)
    rest = len(done) - len(shown)
    return lines + (screen.wrap(_say("more", lang, n=rest)) if rest else [])


def _numbers(texts: Iterable[str], widths: Sequence[int]) -> str:
    return "".join(pad_left(text, width) for text, width in zip(texts, widths, strict=True))


def _failures(failed: Sequence[CombinedPart], screen: Screen, lang: Lang) -> list[str]:
    if not failed:
        return []
    lines = [screen.paint(_say("failed", lang, n=len(failed)), "bad")]
    for part in failed[:_MOST]:
        reason = (part.error_en if lang == "en" else part.error) or ""
        lines += screen.wrap(f"{part.name}: {reason}", first="  ✗ ")
    rest = len(failed) - _MOST
    return lines + (screen.wrap(_say("more", lang, n=rest), first="  ") if rest > 0 else [])


def _warnings(combined: CombinedResult, screen: Screen, lang: Lang) -> list[str]:
    if not combined.warnings:
        return []
    lines = [screen.paint(_say("warnings", lang, n=len(combined.warnings)), "warn")]
    for warning in combined.warnings[:_MOST]:
        lines += screen.wrap(warning.message_en if lang == "en" else warning.message, first="  ! ")
    rest = len(combined.warnings) - _MOST
    return lines + (screen.wrap(_say("more", lang, n=rest), first="  ") if rest > 0 else [])


def _leaders(combined: CombinedResult, screen: Screen, lang: Lang) -> list[str]:
    groups: dict[str, list[CombinedUnit]] = {}
    for unit in combined.units:
        groups.setdefault(unit.group, []).append(unit)
    if not groups:
        return []
    lines = [screen.paint(_say("first", lang), "head")]
    for name, units in groups.items():
        met = sum(unit.all_met for unit in units)
        lines += screen.wrap(_say("group", lang, name=name, met=met, all=len(units)), first="  ")
        leaders = [unit for unit in units if unit.rank == 1 and unit.all_met]
        if not leaders:
            lines += screen.wrap(t("nobody yet").text(lang), first="    ")
        for unit in leaders[:_FIRST]:
            place = "" if unit.part == unit.name else f" ({unit.part})"
            score = _say("points", lang, score=wording.score_text(unit))
            lines += screen.wrap(f"{unit.name}{place}: {score}", first="    1. ")
        if len(leaders) > _FIRST:
            lines += screen.wrap(_say("tied", lang, n=len(leaders) - _FIRST), first="       ")
    return lines
