"""Write the pages that the code itself knows best, or with ``--check`` say which of them are out of date.

Run ``make docs`` after a change to the result, the catalogue of findings or a command.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import click

from thidua_cli.text.language import Message

HERE = Path(__file__).parent


def result_schema() -> str:
    """The JSON Schema of ``result.json``."""
    from thidua_cli.result import json_schema

    return _json(json_schema())


def check_schema() -> str:
    """The JSON Schema of ``thidua check --json``."""
    from thidua_cli.reports.terminal import check_schema

    return _json(check_schema())


def explain_schema() -> str:
    """The JSON Schema of ``thidua explain --json``."""
    from thidua_cli.reports.derivation import explain_schema

    return _json(explain_schema())


def remind_schema() -> str:
    """The JSON Schema of ``remind --json``."""
    from thidua_cli.reports.owing import owing_schema

    return _json(owing_schema())


def diff_schema() -> str:
    """The JSON Schema of ``thidua diff --json`` and ``what-if --json``."""
    from thidua_cli.reports.comparing import diff_schema

    return _json(diff_schema())


def verify_schema() -> str:
    """The JSON Schema of ``thidua verify --json``."""
    from thidua_cli.reports.comparing import verify_schema

    return _json(verify_schema())


def batch_schema() -> str:
    """The JSON Schema of ``tong-hop.json`` and ``thidua batch --json``."""
    from thidua_cli.combined import batch_schema

    return _json(batch_schema())


def _json(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def plan_schema() -> str:
    """The JSON Schema of plan files."""
    from thidua_cli.plan.schema import schema_text

    return schema_text()


SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo", "info": "Thông tin"}
FINDINGS_HEAD = """# Lưu ý / Findings

Mọi điều có thể sai trong số liệu, chương trình nói ra thế nào và cần làm gì. Mỗi lưu ý kèm nơi gặp (tệp, trang, ô).
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
    from thidua_cli.findings import CATALOGUE, GROUPS

    lines = [FINDINGS_HEAD]
    for title, texts in GROUPS.items():
        lines += [f"## {title} / {title.text('en')}", "", "| Mã / code | Mức / severity |", "| --- | --- |"]
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
    severity = f"{SEVERITIES[kind.severity]} / `{kind.severity.value}`"
    office = " – cơ quan chấm tự sửa / *mended by the office that judges*" if kind.mended_by == "office" else ""
    lines = ["", f"### `{code}`", "", f"{cases[0].name()}. {severity}{office}"]
    for case in cases:
        lines += ["", f"> {case.message()}  ", f"> *{case.message('en')}*"]
        lines += ["", f"- Cần làm: {case.hint()}", f"- What to do: {case.hint('en')}"]
    return lines


READINGS_HEAD = """# Bảng được đọc thế nào / How tables are read

Với mỗi bảng, chương trình tự hỏi những câu dưới đây, và `thidua check` in ra câu trả lời kèm lý do. Nếu bảng có thể đọc
theo hai cách mà không điều gì trong bảng cho biết cách nào đúng, chương trình nói ra và không chấm theo bảng đó. Trang
này được lập từ chính chương trình; các câu trích là câu `check` in ra, với tên và số ví dụ.

Of every table the program asks the questions below, and `thidua check` prints the answer with the reason. Where a table
can be read in two ways and nothing in it tells which, the program says so and does not judge by it. Generated from the
program; the quoted sentences are those of `check`, with examples for names and figures.
"""


def readings() -> str:
    """What decides each reading: questions with their rules, classes of rows and columns, parts, reports not used."""
    from thidua_cli.intake.layout.known_reports import REPORTS
    from thidua_cli.intake.reading import RULES, example_of, explained
    from thidua_cli.text.glossary import words

    tables = {
        "column": _words_table("Cột / column", explained("column").values()),
        "rows": _words_table("Dòng / row", explained("row").values()),
        "partial": [
            "Một phần có thể là / a part may be:",
            "",
            *(f"- {which} / *{which.text('en')}*" for which in words("partial").values()),
        ],
    }
    lines = [READINGS_HEAD]
    questions = explained("question")
    for number, (name, (words_of, order)) in enumerate(questions.items(), 1):
        lines += [f"## {number}. {words_of} / {words_of.text('en')}", "", str(order), "", f"*{order.text('en')}*", ""]
        for place, code in enumerate((code for code, rule in RULES.items() if rule.question == name), 1):
            example = example_of(code)
            lines += [f"{place}. {example.sentence()}  ", f"   *{example.sentence('en')}*"]
        lines += ["", *tables[name], ""] if name in tables else [""]
    lines += [
        f"## {len(questions) + 1}. Trang nào được nhận ra nhưng không dùng? / Which sheets are known and not used?",
        "",
    ]
    lines += ["Những báo cáo sau được gọi đúng tên trong lưu ý `known_but_unused`, với lý do không dùng.", ""]
    lines += ["*These are named by the finding `known_but_unused`, with the reason.*", ""]
    return "\n".join([*lines, *_words_table("Báo cáo / report", ((report.what, report.why) for report in REPORTS)), ""])


def _words_table(head: str, rows: Iterable[tuple[Message, ...]]) -> list[str]:
    """A table of what something is called and what is meant, both in two languages."""
    made = [f"| {name}<br>*{name.text('en')}* | {said}<br>*{said.text('en')}* |" for name, said in rows]
    return [f"| {head} | |", "| --- | --- |", *made]


def commands() -> str:
    """Every command with its ``--help``, in English and as 100 columns show it."""
    from thidua_cli.cli.main import cli

    lines = ["# Commands", "", "What `thidua COMMAND --help` says. Generated from the program.", ""]
    for context in _walk(cli, "thidua", None):
        lines += [f"## {context.command_path}", "", "```text", context.get_help().rstrip(), "```", ""]
    return "\n".join(lines)


TRIED = ("<!-- tried: made by docs/generate.py from the tests -->\n", "<!-- end of tried -->\n")


def robustness() -> str:
    """The page about what any file ends in, with the table of what the tests try; the words around it are kept."""
    sys.path.insert(0, str(HERE.parent))
    from tests.own.trials import all_trials

    lines = ["| what was done | how often | what came of it, each time |", "| --- | --- | --- |"]
    for subject, trials in all_trials().items():
        lines.append(f"| **{subject}** | | |")
        lines += [
            f"| {trial.what} ([{trial.test.rpartition('::')[2]}](../{trial.test.partition('::')[0]})) "
            f"| {trial.times():,} | {trial.ends} |"
            for trial in trials
        ]
    before, _, rest = (HERE / "robustness.md").read_text(encoding="utf-8").partition(TRIED[0])
    return before + TRIED[0] + "\n" + "\n".join(lines) + "\n\n" + TRIED[1] + rest.partition(TRIED[1])[2]


def _walk(command: click.Command, name: str, parent: click.Context | None) -> Iterator[click.Context]:
    settings = {**command.context_settings, "terminal_width": 100, "max_content_width": 100}
    context = command.context_class(command, info_name=name, parent=parent, obj="en", **settings)
    yield context
    if isinstance(command, click.Group):
        for inner_name in command.list_commands(context):
            inner = command.get_command(context, inner_name)
            if inner is not None and not inner.hidden:
                yield from _walk(inner, inner_name, context)


PAGES: Mapping[str, Callable[[], str]] = {
    "result.schema.json": result_schema,
    "check.schema.json": check_schema,
    "explain.schema.json": explain_schema,
    "remind.schema.json": remind_schema,
    "diff.schema.json": diff_schema,
    "verify.schema.json": verify_schema,
    "batch.schema.json": batch_schema,
    "plan.schema.json": plan_schema,
    "findings.md": findings,
    "readings.md": readings,
    "commands.md": commands,
    "robustness.md": robustness,
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
