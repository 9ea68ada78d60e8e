"""The library behind the command: ``thidua_cli.score(...)`` and what goes with it, for notebooks and other programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from os import PathLike
from pathlib import Path

from thidua_cli import pipeline
from thidua_cli.choosing import choose_plan
from thidua_cli.outputs import Written, check_writable, refuse_hashes, refuse_inputs, refuse_other_period, write_files
from thidua_cli.pipeline import ReadOptions
from thidua_cli.plan import loading
from thidua_cli.plan.model import Plan
from thidua_cli.reports.rendering import FAMILY, chosen_files, render
from thidua_cli.result import Result
from thidua_cli.result_file import load

AnyPath = str | PathLike[str]
Paths = AnyPath | Iterable[AnyPath]


def score(
    paths: Paths,
    *,
    plan: AnyPath | Plan | None = None,
    as_of: date | None = None,
    options: ReadOptions | None = None,
) -> Result:
    """Judge, rank and propose from workbooks, CSV files and folders.

    ``paths`` is one path or several. ``plan`` is a plan file, a loaded plan, or None for the one that the command
    takes: ``criteria.yaml`` beside the data, else in the working folder, else the built-in one. Nothing is written.
    Raises :class:`~thidua_cli.errors.ThiduaError` with a message in two languages.

    >>> import thidua_cli
    >>> result = thidua_cli.score("samples/mot-tap.xlsx")
    >>> from thidua_cli import frames
    >>> frames.standings(result).head()  # doctest: +SKIP
    """
    data = [Path(path) for path in ([paths] if isinstance(paths, str | PathLike) else paths)]
    named = None if plan is None or isinstance(plan, Plan) else Path(plan)
    chosen = plan if isinstance(plan, Plan) else choose_plan(named, data).load()
    return pipeline.score(data, chosen, as_of=as_of, options=options)


def load_plan(path: AnyPath | None = None) -> Plan:
    """The plan in a file, None for the built-in 2021 plan. Raises PlanError with the line of each mistake."""
    return loading.load_plan(None if path is None else Path(path))


def load_result(path: AnyPath) -> Result:
    """A ``result.json`` read back. Raises DataError if it is none, or was edited by hand."""
    return load(Path(path))


def write_reports(
    result: Result,
    folder: AnyPath,
    *,
    formats: Sequence[str] = (),
    templates: AnyPath | None = None,
    previous: Result | None = None,
    overwrite: bool = False,
) -> Written:
    """Write what ``thidua score`` writes into a folder: all files or, on any error, none.

    ``formats`` are those of ``--format`` (``["html", "to-trinh"]``; empty: all but PDF), ``templates`` a folder of the
    office's own Word templates, ``previous`` the result of the year before. A draft there that somebody edited is kept
    under a new name unless ``overwrite`` is said; what was kept and what stays of another run is in the answer. Raises
    UsageError for an unknown format and where a file would replace an input, TemplateError, or OutputError (also where
    data all of another year than the plan would replace a result that rests on its own; ``overwrite`` does it).

    >>> import tempfile, thidua_cli
    >>> result = thidua_cli.score("samples/mot-tap.xlsx")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = thidua_cli.write_reports(result, folder, formats=["html", "json"])
    >>> [path.name for path in written.paths]
    ['xep-hang.html', 'result.json']
    """
    target, own = Path(folder), None if templates is None else Path(templates)
    names = chosen_files(formats)
    targets = [target / name for name in names]
    check_writable(target)
    refuse_inputs(targets, sorted(own.glob("*.docx")) if own is not None else [])
    refuse_hashes(targets, {item.sha256: item.file for item in result.inputs})
    if not overwrite:
        refuse_other_period(target, result)
    files = render(result, names, templates=own, previous=previous)
    return write_files(target, files, overwrite=overwrite, family=FAMILY)
