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


def plan_schema() -> str:
    """The JSON Schema of plan files."""
    from thidua_cli.plan.schema import schema_text

    return schema_text()


def findings() -> str:
    """Every finding of the catalogue: code, severity, text and remedy in both languages."""
    from thidua_cli.findings import CATALOGUE, Severity

    lines = [
        "# Findings",
        "",
        "Everything that can be wrong with data. A code never changes; its words may. Generated from the catalogue.",
        "",
        "- `error`: a figure may be wrong or missing (`--strict` ends with exit status 1);",
        "- `warning`: someone should look;",
        "- `info`: said for the record.",
        "",
        "Words in braces are filled in: a name, a count, a date.",
    ]
    for severity in Severity:
        lines += ["", f"## {severity.value}"]
        for code, kind in sorted(CATALOGUE.items()):
            if kind.severity == severity:
                lines += ["", f"### `{code}`", "", f"{kind.vi}  ", f"*{kind.en}*"]
                lines += ["", f"- Cần làm: {kind.hint_vi}", f"- What to do: {kind.hint_en}"]
    return "\n".join([*lines, ""])


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
