"""The library behind the command: ``thidua_cli.score(...)``, for notebooks and other programs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from os import PathLike
from pathlib import Path

from thidua_cli.pipeline import ReadOptions
from thidua_cli.pipeline import score as run
from thidua_cli.plan.loading import load_plan
from thidua_cli.plan.model import Plan
from thidua_cli.result import Result

Paths = str | PathLike[str] | Iterable[str | PathLike[str]]


def score(
    paths: Paths,
    *,
    plan: str | PathLike[str] | Plan | None = None,
    as_of: date | None = None,
    options: ReadOptions | None = None,
) -> Result:
    """Judge, rank and propose from workbooks, CSV files and folders.

    ``paths`` is one path or several. ``plan`` is a plan file, a loaded plan, or None for the built-in 2021 plan (the
    working folder's ``criteria.yaml`` is the command's default, not this function's). Nothing is written. Raises
    :class:`~thidua_cli.errors.ThiduaError` with a message in two languages.

    >>> import thidua_cli
    >>> result = thidua_cli.score("samples/mot-tap.xlsx")
    >>> from thidua_cli import frames
    >>> frames.standings(result).head()  # doctest: +SKIP
    """
    given = [paths] if isinstance(paths, str | PathLike) else list(paths)
    loaded = plan if isinstance(plan, Plan) else load_plan(None if plan is None else Path(plan))
    return run([Path(path) for path in given], loaded, as_of=as_of, options=options)
