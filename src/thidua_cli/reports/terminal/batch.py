"""The screen of ``batch``: parts with what came of them, failures with reasons, the first of each group, the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from thidua_cli.combined import CombinedPart, CombinedResult, CombinedUnit
from thidua_cli.reports import wording
from thidua_cli.reports.shortening import short_names
from thidua_cli.reports.terminal.group_table import met_words
from thidua_cli.reports.terminal.layout import Screen, pad, pad_left
from thidua_cli.reports.terminal.lists import files_lines
from thidua_cli.reports.terminal.next_steps import step_lines
from thidua_cli.text.language import Lang, joined, t, tc
from thidua_cli.text.plan_line import line_of
from thidua_cli.text.wrapping import display_width

_MOST = 40
"""Parts that are listed; with more, those of which something is to be said come first and the rest is counted."""
_FIRST = 5
"""Units of one group that are named as its first."""
_MOST_CHECKED = 3
"""Failed parts for which a command is said."""
PAGE = "tong-hop.html"
_LEAST_NAME = 16


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
    screen = Screen(max(60, width), colour, lang)
    sections = [
        _title(combined, resumed, screen),
        _parts(combined, screen),
        _failures(combined.failed, screen),
        _warnings(combined, screen),
        _leaders(combined, screen),
        files_lines(files, out_dir, screen),
        _next(combined, files, out_dir, commands or {}, screen),
    ]
    return "\n\n".join("\n".join(line.rstrip() for line in section) for section in sections if section)


def _next(
    combined: CombinedResult,
    files: Sequence[str],
    out_dir: str,
    commands: Mapping[str, str],
    screen: Screen,
) -> list[str]:
    """What to do next: check what failed, else the part with most errors; then the page."""
    wrong = max(combined.done, key=lambda part: part.errors, default=None)
    steps = [
        (t("Check {part}", part=part.name), commands.get(part.name, "")) for part in combined.failed[:_MOST_CHECKED]
    ]
    if not steps and wrong is not None and wrong.errors:
        steps = [(t("Mend {part}", part=wrong.name), commands.get(wrong.name, ""))]
    if PAGE in files and combined.done:
        steps.append((t("Open the page"), str(Path(out_dir) / PAGE)))
    return step_lines(steps, None, screen)


def _title(combined: CombinedResult, resumed: int, screen: Screen) -> list[str]:
    shapes = [part.shape for part in combined.done]
    day = t("As of {date}.", date=wording.date_text(combined.as_of, screen.lang))
    count = t(
        "Scored {done} of {all:part|parts} ({localities:locality|localities}, {units:single unit|single units}).",
        done=len(shapes),
        all=len(combined.parts),
        localities=shapes.count("locality"),
        units=shapes.count("unit"),
    )
    plans = combined.plans or [combined.plan]
    lines = [line for plan in plans for line in screen.head(line_of(plan, screen.lang), "bold")]
    lines += screen.wrap(joined([day, count] if combined.one_plan else [count], " "))
    if resumed:
        lines += screen.wrap(t("{n:part was|parts were} done before and kept.", n=resumed))
    if combined.shared:
        lines += screen.wrap(t("Shared by all parts: {files}.", files=", ".join(combined.shared)))
    return lines


_SHAPES = {"locality": t("locality"), "unit": tc("batch", "unit")}


def _parts(combined: CombinedResult, screen: Screen) -> list[str]:
    done = combined.done
    if not done:
        return [screen.paint(t("No part could be scored."), "bad")]
    shown = done[:_MOST]
    part_head, shape_head = screen.said(t("Part")), screen.said(tc("batch", "Is"))
    shapes = {name: screen.said(words) for name, words in _SHAPES.items()}
    shape = 2 + max(map(display_width, (*shapes.values(), shape_head)))
    heads = [screen.said(head) for head in (t("Units"), t("All met"), t("Awards"), t("Errors"))]
    numbers = [max(display_width(head), 6) + 2 for head in heads]
    room = screen.width - shape - sum(numbers)
    longest = max(display_width(part.name) for part in shown)
    name = max(_LEAST_NAME, min(room, longest + 2))
    names = short_names((part.name for part in shown), name - 2)
    head = pad(part_head, name) + pad(shape_head, shape) + _numbers(heads, numbers)
    lines = [screen.paint(head, "bold")]
    for part in shown:
        figures = [
            wording.decimal_text(n, screen.lang) for n in (part.units, part.all_met, part.proposals, part.errors)
        ]
        text = pad(shapes[part.shape or "locality"], shape) + _numbers(figures, numbers)
        label = names[part.name]
        if display_width(label) >= name:
            # Only a name that must not be cut is longer than its column.
            lines += [*screen.wrap(label), " " * name + text]
        else:
            lines.append(pad(label, name) + text)
    return lines + _more(done, screen)


def _numbers(texts: Iterable[str], widths: Sequence[int]) -> str:
    return "".join(pad_left(text, width) for text, width in zip(texts, widths, strict=True))


def _failures(failed: Sequence[CombinedPart], screen: Screen) -> list[str]:
    if not failed:
        return []
    lines = [screen.paint(t("Not scored: {n:part|parts}", n=len(failed)), "bad")]
    for part in failed[:_MOST]:
        reason = wording.told(part, "error", screen.lang) or ""
        # The first line says what it is; `check`, which comes next, has the rest.
        lines += screen.wrap(f"{part.name}: {reason}".partition("\n")[0], first="  ✗ ")
    return lines + _more(failed, screen, "  ")


def _more(parts: Sequence[object], screen: Screen, first: str = "") -> list[str]:
    """How many are not named."""
    said = t("… and {n} more: see tong-hop.html or tong-hop.xlsx", n=len(parts) - _MOST)
    return screen.wrap(said, first=first) if len(parts) > _MOST else []


def _warnings(combined: CombinedResult, screen: Screen) -> list[str]:
    if not combined.warnings:
        return []
    lines = [screen.paint(t("To look at: {n:case|cases}", n=len(combined.warnings)), "warn")]
    for warning in combined.warnings[:_MOST]:
        lines += screen.wrap(wording.told(warning, "message", screen.lang), first="  ! ")
    return lines + _more(combined.warnings, screen, "  ")


def _leaders(combined: CombinedResult, screen: Screen) -> list[str]:
    groups: dict[str, list[CombinedUnit]] = {}
    for unit in combined.units:
        groups.setdefault(unit.group, []).append(unit)
    if not groups:
        return []
    lines = [screen.paint(t("First of each group over all parts"), "head")]
    for name, units in groups.items():
        lines += screen.wrap(met_words(name, [unit.all_met for unit in units]), first="  ")
        leaders = [unit for unit in units if unit.rank == 1 and unit.all_met]
        if not leaders:
            lines += screen.wrap(t("nobody yet"), first="    ")
        for unit in leaders[:_FIRST]:
            place = "" if unit.part == unit.name else f" ({unit.part})"
            score = t("score {score}", score=wording.score_text(unit, screen.lang))
            lines += screen.wrap(joined([f"{unit.name}{place}", score], ": "), first="    1. ")
        if len(leaders) > _FIRST:
            lines += screen.wrap(t("and {n} more of the same rank", n=len(leaders) - _FIRST), first="       ")
    return lines
