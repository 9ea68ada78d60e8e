"""The command line: options in, a call, errors out. It computes nothing, and loads a command only when it is run."""

from __future__ import annotations

from thidua_cli.cli.main import main

__all__ = ["main"]
