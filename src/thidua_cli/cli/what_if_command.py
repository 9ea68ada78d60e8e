"""``thidua what-if``: the same data under a changed plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from thidua_cli.cli import options as o
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, say_bytes


@click.command("what-if")
@o.data_argument
@click.option(
    "--set",
    "assignments",
    multiple=True,
    required=True,
    metavar="TÊN=GIÁ_TRỊ",
    help="Thay đổi thử, ví dụ tc3=60, tc2.on_time=98, weights.tc1=30, settings.compare=time, quota.phong-ban=3.",
)
@o.plan_option
@o.as_of_option
@o.reading_options
@o.json_option
@o.lang_option
@o.quiet_option
def command(
    data: tuple[Path, ...],
    assignments: tuple[str, ...],
    plan_path: Path | None,
    as_of: date | None,
    systems: tuple[str, ...],
    skip_unreadable: bool,
    as_json: bool,
    lang: str,
    quiet: bool,
) -> None:
    """Chấm lại cùng số liệu với kế hoạch thay đổi: ai lên, ai xuống, vì sao.

    Judges the same data under a changed plan and says who moves, and why. Nothing is written.
    """
    from thidua_cli.pipeline import what_if
    from thidua_cli.reports.comparing import compare
    from thidua_cli.reports.terminal.compare import render_comparison

    plans = o.load(plan_path), o.load_changed(plan_path, assignments)
    with shown_progress(lang, quiet) as progress:
        options = o.read_options(systems, skip_unreadable)
        before, after = what_if(data, plans, as_of=as_of, options=options, progress=progress)
    comparison = compare(before, after)
    o.say_own(o.own_of(before), lang, quiet)
    if as_json:
        say_bytes(comparison.to_json())
    else:
        say(render_comparison(comparison, after, width=o.screen_width(), lang=o.language(lang)))
