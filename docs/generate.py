"""Write the pages that the code itself knows best, or with ``--check`` say which of them are out of date.

Run ``make docs`` after a change to the result, the catalogue of findings or a command.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

HERE = Path(__file__).parent


def result_schema() -> str:
    """The JSON Schema of ``result.json``."""
    from thidua_cli.result import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def check_schema() -> str:
    """The JSON Schema of ``thidua check --json``."""
    from thidua_cli.reports.terminal import check_schema

    return json.dumps(check_schema(), ensure_ascii=False, indent=2) + "\n"


def plan_schema() -> str:
    """The JSON Schema of plan files."""
    from thidua_cli.plan.schema import schema_text

    return schema_text()


SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo", "info": "Thông tin"}
FINDINGS_HEAD = """# Phát hiện / Findings

Mọi điều có thể sai trong số liệu, chương trình nói ra thế nào và cần làm gì. Mỗi phát hiện kèm nơi gặp (tệp, trang, ô).
Trang này được lập từ chính chương trình; số và tên trong các câu là ví dụ.

Everything that can be wrong with data, how the program says it, and what to do. Each finding comes with its place
(file, sheet, cell). Generated from the catalogue; figures and names in the sentences are examples. A code never
changes, its words may.

- **Lỗi** (`error`): có số liệu sai hoặc thiếu; `--strict` kết thúc với mã thoát 1. *A figure may be wrong or missing;
  `--strict` ends with exit status 1.*
- **Cảnh báo** (`warning`): cần người xem lại. *Someone should look.*
- **Thông tin** (`info`): ghi lại để biết. *Said for the record.*
"""


def findings() -> str:
    """Every finding of the catalogue by subject: code, severity, an example of its words, the remedy."""
    from thidua_cli.finding_texts import GROUPS
    from thidua_cli.findings import CATALOGUE

    lines = [FINDINGS_HEAD]
    for (title_vi, title_en), texts in GROUPS.items():
        lines += [f"## {title_vi} / {title_en}", "", "| Mã / code | Mức / severity |", "| --- | --- |"]
        codes = sorted(texts, key=lambda code: (list(SEVERITIES).index(CATALOGUE[code].severity), code))
        lines += [f"| [`{code}`](#{code}) | {SEVERITIES[CATALOGUE[code].severity]} |" for code in codes]
        for code in codes:
            lines += _finding(code)
        lines.append("")
    return "\n".join(lines)


def _finding(code: str) -> list[str]:
    from thidua_cli.findings import CATALOGUE, Finding

    kind = CATALOGUE[code]
    cases = [Finding(code, kind.example)]
    if kind.instead is not None:
        cases.append(Finding(code, {**kind.example, kind.instead.parameter: kind.instead.value}))
    lines = ["", f"### `{code}`", "", f"{SEVERITIES[kind.severity]} / `{kind.severity.value}`"]
    for case in cases:
        lines += ["", f"> {case.message()}  ", f"> *{case.message('en')}*"]
        lines += ["", f"- Cần làm: {case.hint()}", f"- What to do: {case.hint('en')}"]
    return lines


def commands() -> str:
    """Every command with its ``--help``, in English and as 100 columns show it."""
    from thidua_cli.cli.main import cli

    lines = ["# Commands", "", "What `thidua COMMAND --help` says. Generated from the program.", ""]
    for context in _walk(cli, "thidua", None):
        lines += [f"## {context.command_path}", "", "```text", context.get_help().rstrip(), "```", ""]
    return "\n".join(lines)


def _walk(command: click.Command, name: str, parent: click.Context | None) -> Iterator[click.Context]:
    settings = {**command.context_settings, "terminal_width": 100, "max_content_width": 100}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    yield context
    if isinstance(command, click.Group):
        for inner_name in command.list_commands(context):
            inner = command.get_command(context, inner_name)
            if inner is not None and not inner.hidden:
                yield from _walk(inner, inner_name, context)


PAGES: Mapping[str, Callable[[], str]] = {
    "result.schema.json": result_schema,
    "check.schema.json": check_schema,
    "plan.schema.json": plan_schema,
    "findings.md": findings,
    "commands.md": commands,
}
"""File name beside this script to what makes its text."""


def main() -> int:
    """Write every page, or with ``--check`` compare; 1 if one is out of date."""
    parser = argparse.ArgumentParser(description="Write the generated pages of docs/.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a page is out of date")
    check: bool = parser.parse_args().check
    stale = []
    for name, make in PAGES.items():
        text, page = make().encode(), HERE / name
        if check and (not page.exists() or page.read_bytes() != text):
            stale.append(name)
        elif not check:
            page.write_bytes(text)
    if stale:
        sys.stderr.write(f"out of date: {', '.join(stale)}; run `make docs`\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
