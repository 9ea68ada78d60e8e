"""``thidua check``: what each sheet was taken for, and everything that is wrong with the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.cli import options as o

if TYPE_CHECKING:
    from thidua_cli.checking import Checked
    from thidua_cli.findings import Finding
    from thidua_cli.intake.opening import Limits
    from thidua_cli.reports.terminal import CheckFinding, CheckReport


@click.command("check")
@o.data_argument
@o.plan_option
@o.mapping_option
@o.as_of_option
@o.reading_options
@click.option(
    "--fix-list",
    "fix_list_path",
    type=o.PATH,
    metavar="TỆP.xlsx",
    help="Ghi lại các bảng với ô sai được tô màu và chú thích (tệp gốc giữ nguyên).",
)
@click.option(
    "--save-mapping",
    "save_mapping_path",
    type=o.PATH,
    metavar="TỆP.yaml",
    help="Ghi các chữ chưa hiểu thành tệp từ vựng để điền, rồi dùng với --mapping.",
)
@o.strict_option
@o.json_option
@o.lang_option
@o.quiet_option
@o.colour_option
def command(
    data: tuple[Path, ...],
    plan_path: Path | None,
    mapping_path: Path | None,
    as_of: date | None,
    systems: tuple[str, ...],
    skip_unreadable: bool,
    fix_list_path: Path | None,
    save_mapping_path: Path | None,
    strict: bool,
    as_json: bool,
    lang: str,
    quiet: bool,
    no_color: bool,
) -> int:
    """Chỉ đọc và kiểm tra: mỗi trang được hiểu là bảng gì, vì sao, và mọi chỗ cần sửa.

    Reads only: what each sheet was taken for, how its header was found, and every finding with its cell.
    """
    from thidua_cli.checking import check, unknown_words
    from thidua_cli.reports.terminal import check_json, render_check

    plan = o.load(plan_path, mapping_path)
    reading = o.read_options(systems, skip_unreadable)
    try:
        checked = check(data, plan, as_of=as_of, options=reading, progress=o.progress(lang, quiet))
    finally:
        o.end_progress(quiet)
    if fix_list_path is not None:
        _write_fix_list(data, checked, fix_list_path, lang, reading.limits)
    if save_mapping_path is not None:
        from thidua_cli.outputs import write_file

        _not_an_input(save_mapping_path, data, "--save-mapping")
        _not_there_yet(save_mapping_path)
        write_file(save_mapping_path, unknown_words(checked).encode())
    report = _report(checked, lang)
    if as_json:
        o.print_bytes(check_json(report))
    else:
        colour = o.colour_wanted(no_color)
        text = render_check(report, width=o.screen_width(), colour=colour, lang=o.language(lang))
        click.echo(text, color=colour)
    return 1 if strict and any(finding.severity == "error" for finding in checked.findings) else 0


def _write_fix_list(data: tuple[Path, ...], checked: Checked, path: Path, lang: str, limits: Limits) -> None:
    from thidua_cli.fixlist import fix_list
    from thidua_cli.outputs import write_file

    _not_an_input(path, data, "--fix-list")
    write_file(path, fix_list(data, checked, lang, limits))


def _not_there_yet(path: Path) -> None:
    """A mapping file that somebody may have filled in is never overwritten."""
    from thidua_cli.errors import UsageError

    if path.exists():
        raise UsageError(
            f"{path.name} đã có: không ghi đè, vì có thể đã được điền.",
            f"{path.name} is there already: it is not overwritten, for it may have been filled in.",
            hint_vi="Chọn tên khác cho --save-mapping, rồi chép phần cần dùng.",
            hint_en="Choose another name for --save-mapping and copy what you need.",
        )


def _not_an_input(path: Path, data: tuple[Path, ...], option: str) -> None:
    """Inputs are never overwritten: not a file given, nor one inside a folder given."""
    from thidua_cli.errors import UsageError

    target = path.resolve()
    if path.exists() and any(target == given.resolve() or given.resolve() in target.parents for given in data):
        raise UsageError(
            f"{path.name} là tệp số liệu đầu vào: không ghi đè.",
            f"{path.name} is an input: it is not overwritten.",
            hint_vi=f"Chọn tên khác cho {option}.",
            hint_en=f"Choose another name for {option}.",
        )


def _report(checked: Checked, lang: str) -> CheckReport:
    """What was read, as the screen shows it."""
    from thidua_cli.intake.decisions.partial import PARTIAL_WORDS
    from thidua_cli.reports.terminal import CheckFile, CheckReport, CheckSheet
    from thidua_cli.text.vietnamese import sort_key

    named = {file.name for file in checked.files} | {f.file for f in checked.findings if f.file}
    hashes = {file.name: file.sha256 for file in checked.files}
    files = []
    for name in sorted(named, key=sort_key):
        sheets = [
            CheckSheet(
                t.receipt.sheet,
                str(t.kind),
                str(t.receipt.system) if t.receipt.system else None,
                t.receipt.system_from,
                t.receipt.header,
                t.receipt.rows,
                dict(sorted(t.receipt.fields.items(), key=lambda item: (len(item[1]), item[1]))),
                t.unit_context or "",
                t.receipt.period.words(lang) if t.receipt.period is not None else "",
                PARTIAL_WORDS[t.receipt.partial][lang == "en"] if t.receipt.partial else "",
                t.receipt.account.rows,
                [f"{c.cell} “{c.head}”" for c in t.receipt.account.columns if c.use in (None, "unused")],
                [reading.sentence(lang) for reading in t.receipt.readings],
            )
            for t in checked.tables
            if t.receipt.file == name
        ]
        sheets += [CheckSheet(u.sheet, header=u.header) for u in checked.unrecognised if u.file == name]
        findings = [_finding(f, checked, lang) for f in checked.findings if f.file == name]
        files.append(CheckFile(name, hashes.get(name, ""), sheets, findings))
    return CheckReport(files, [_finding(f, checked, lang) for f in checked.findings if not f.file])


def _finding(finding: Finding, checked: Checked, lang: str) -> CheckFinding:
    from thidua_cli.reports.terminal import CheckFinding

    return CheckFinding(
        finding.code,
        str(finding.severity),
        finding.message(lang),
        finding.hint(lang),
        finding.sheet,
        finding.cell,
        checked.unit_names.get(finding.unit, finding.unit),
        finding.count,
        finding.cells,
    )
