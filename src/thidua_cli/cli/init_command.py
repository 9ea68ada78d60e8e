"""``thidua init``: a new year's folder."""

from __future__ import annotations

import os
from pathlib import Path

import click

from thidua_cli.cli import options as o
from thidua_cli.cli import stacks as s
from thidua_cli.cli.saying import say, write


@click.command("init")
@click.argument("folder", metavar="THƯ_MỤC", type=o.PATH)
@o.plan_option
@s.screen_options
def command(folder: Path, plan_path: Path | None, screen: s.Screen) -> None:
    """Tạo thư mục cho năm mới: kế hoạch, danh mục đơn vị, bảng trống có lựa chọn sẵn, mẫu Word để sửa.

    Makes a new year's folder: the plan, the unit register, blank input workbooks with drop-downs, the Word templates.
    Nothing that is there already is overwritten.
    """
    from thidua_cli.errors import UsageError
    from thidua_cli.plan.loading import builtin_plan_path, decode_plan, read_plan_bytes
    from thidua_cli.starting import starting_files

    path = plan_path or builtin_plan_path()
    files = starting_files(decode_plan(read_plan_bytes(path), path.name), path.name)
    there = [name for name in files if os.path.lexists(folder / name)]
    if there:
        raise UsageError(
            f"{folder} đã có: {', '.join(there[:5])}{' …' if len(there) > 5 else ''}. Không ghi đè.",
            f"{folder} already has: {', '.join(there[:5])}{' …' if len(there) > 5 else ''}. Nothing is overwritten.",
            hint_vi="Chọn thư mục khác, hoặc chuyển các tệp đó đi chỗ khác.",
            hint_en="Choose another folder, or move those files away.",
        )
    for path in write(folder, files).paths:
        if not screen.quiet:
            say(str(path))
    if not screen.quiet:
        next_vi = (
            f"Điền số liệu vào {folder / 'so-lieu'}, sửa criteria.yaml, rồi trong {folder} chạy: thidua score so-lieu"
        )
        next_en = f"Fill in {folder / 'so-lieu'}, edit criteria.yaml, then in {folder} run: thidua score so-lieu"
        say(next_vi if screen.lang == "vi" else next_en, err=True)
