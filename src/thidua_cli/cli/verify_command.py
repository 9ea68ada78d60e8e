"""``thidua verify``: whether every figure of a result still follows from its inputs."""

from __future__ import annotations

from pathlib import Path

import click

from thidua_cli.cli import options as o
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, say_bytes

MOST_PLACES = 20
"""Differing places that the screen names."""


@click.command("verify")
@click.argument("result_path", metavar="RESULT.json", type=o.PATH)
@click.argument("data", nargs=-1, type=o.PATH)
@o.plan_option
@o.mapping_option
@o.json_option
@o.lang_option
@o.quiet_option
def command(
    result_path: Path,
    data: tuple[Path, ...],
    plan_path: Path | None,
    mapping_path: Path | None,
    as_json: bool,
    lang: str,
    quiet: bool,
) -> int:
    """Tính lại kết quả từ đúng các tệp đầu vào và cho biết mọi số liệu còn đúng hay không.

    Re-derives a result from the same inputs (found by hash in DATA, else beside RESULT.json and in the working folder)
    and says whether every figure still holds. Exit status 1 if one does not.
    """
    from thidua_cli.reports.comparing import verification
    from thidua_cli.reports.terminal.compare import render_comparison
    from thidua_cli.result_file import load
    from thidua_cli.verifying import derive_again

    old = load(result_path)
    plan = o.load(plan_path, mapping_path)
    places = data or (result_path.parent, result_path.parent.parent, Path())
    with shown_progress(lang, quiet) as progress:
        new = derive_again(old, places, plan, progress)
    found = verification(old, new)
    vi = lang == "vi"
    if as_json:
        say_bytes(found.to_json())
    elif found.comparison is None:
        say(
            "Mọi số liệu tính lại từ đầu vào đều đúng như khi chấm."
            if vi
            else "Every figure, derived again from the inputs, holds."
        )
    else:
        say("Kết quả tính lại khác kết quả đã lưu:" if vi else "The result differs from the stored one:")
        say(render_comparison(found.comparison, new, width=o.screen_width(), lang=o.language(lang)))
        say("Chỗ khác nhau trong result.json (đã lưu → tính lại):" if vi else "Where (stored → derived again):")
        for one in found.differences[:MOST_PLACES]:
            say(f"  {one.place}: {one.before} → {one.after}")
    return 0 if found.holds else 1
