"""thidua: who met the criteria of an emulation movement, ranked, with the commendation documents.

For programs and notebooks: :func:`score` reads and judges, :func:`write_reports` writes what the command writes,
:mod:`thidua_cli.frames` gives pandas frames. Everything is loaded when it is first used, so that the command starts at
once; ``__init__.pyi`` tells editors and type checkers the same names.
"""

from __future__ import annotations

__version__ = "0.1.0"

_HOMES = {
    "Plan": "plan.model",
    "ReadOptions": "pipeline",
    "Result": "result",
    "ThiduaError": "errors",
    "compare": "reports.comparing",
    "frames": "",
    "load_plan": "api",
    "load_result": "api",
    "score": "api",
    "write_reports": "api",
}
"""The names of the Python API, and in which module each stands (none: it is a module)."""

__all__ = ["__version__", *_HOMES]  # noqa: PLE0604 - the names are those above, once


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = _HOMES[name]
    found = getattr(import_module(f"{__name__}.{home}"), name) if home else import_module(f"{__name__}.{name}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
