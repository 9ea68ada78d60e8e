"""What the screen shows: the standings of ``score``, and what ``check`` took each sheet for. Plain text."""

from thidua_cli.reports.terminal.check import (
    CheckFile,
    CheckFinding,
    CheckReport,
    CheckSheet,
    check_json,
    check_schema,
)
from thidua_cli.reports.terminal.check_screen import render_check
from thidua_cli.reports.terminal.page import render_details, render_standings

__all__ = [
    "CheckFile",
    "CheckFinding",
    "CheckReport",
    "CheckSheet",
    "check_json",
    "check_schema",
    "render_check",
    "render_details",
    "render_standings",
]
