"""``thidua report``: the reports again, from ``result.json`` alone."""

from __future__ import annotations

from pathlib import Path

import click

from thidua_cli.cli import options as o
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, write


@click.command("report")
@click.argument("result_path", metavar="RESULT.json", type=o.PATH)
@o.out_option
@o.format_option
@o.templates_option
@o.previous_option
@o.overwrite_option
@o.lang_option
@o.quiet_option
def command(
    result_path: Path,
    out: Path | None,
    formats: str,
    templates: Path | None,
    previous: Path | None,
    overwrite: bool,
    lang: str,
    quiet: bool,
) -> None:
    """Lập lại các báo cáo từ result.json, không đọc lại số liệu.

    Renders the reports again (edited templates, other formats) without reading the data. Files go beside RESULT.json
    unless --out names another folder; result.json itself is not touched.
    """
    from thidua_cli.outputs import check_writable, refuse_inputs
    from thidua_cli.reports.rendering import chosen_files, not_issued, render
    from thidua_cli.result_file import load

    names = [name for name in chosen_files([w for w in formats.split(",") if w.strip()]) if name != "result.json"]
    folder = out or result_path.parent
    check_writable(folder)
    chosen, templates = templates, o.templates_beside(None, templates)
    refuse_inputs([folder / name for name in names], o.other_inputs(result_path, templates, previous))
    result = load(result_path)
    before = o.previous_result(previous)
    with shown_progress(lang, quiet) as progress:
        files = render(result, names, templates=templates, previous=before, progress=progress)
    written = write(folder, files, overwrite=overwrite)
    for path in () if quiet else written.paths:
        say(str(path))
    o.say_written([written], lang)
    o.say_templates(templates, chosen, lang)
    o.say_not_issued([] if files else not_issued(result, names), lang, err=True)
