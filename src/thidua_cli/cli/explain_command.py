"""``thidua explain``: one unit's verdicts, step by step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from thidua_cli.cli import options as o
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say


@click.command("explain")
@o.data_argument
@click.option("--unit", "unit_name", required=True, metavar="TÊN", help="Tên (hoặc mã) đơn vị.")
@click.option("--criterion", metavar="MÃ", help="Chỉ một tiêu chí, ví dụ tc2.")
@o.plan_option
@o.mapping_option
@o.as_of_option
@o.reading_options
@o.lang_option
@o.quiet_option
def command(
    data: tuple[Path, ...],
    unit_name: str,
    criterion: str | None,
    plan_path: Path | None,
    mapping_path: Path | None,
    as_of: date | None,
    systems: tuple[str, ...],
    skip_unreadable: bool,
    lang: str,
    quiet: bool,
) -> None:
    """Giải thích kết quả của một đơn vị từng bước, tới tận tệp, trang và dòng.

    Derives one unit's verdicts step by step, down to file, sheet and row.
    """
    from thidua_cli.explaining import find_criterion, find_unit
    from thidua_cli.pipeline import score as run
    from thidua_cli.reports.terminal.explain import render_explanation

    plan = o.load(plan_path, mapping_path)
    with shown_progress(lang, quiet) as progress:
        options = o.read_options(systems, skip_unreadable)
        result = run(data, plan, as_of=as_of, options=options, progress=progress)
    unit = find_unit(result, plan, unit_name)
    if criterion is not None:
        criterion = find_criterion(result, criterion)
    shown = render_explanation(result, unit, criterion=criterion, width=o.screen_width(), lang=o.language(lang))
    say(shown)
    o.say_own(o.own_of(result), lang, quiet)
