"""``thidua batch``: many workbooks at once, and their combined standing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.cli import options as o
from thidua_cli.cli import plans, typed
from thidua_cli.cli import stacks as s
from thidua_cli.cli.helping import Spoken
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, say_bytes, write
from thidua_cli.errors import DataError, InterruptedBatchError
from thidua_cli.progress import Step
from thidua_cli.text.language import Message, t

if TYPE_CHECKING:
    from thidua_cli.batch.overall import Progress
    from thidua_cli.batch.parts import Part
    from thidua_cli.batch.work import Settings
    from thidua_cli.batch.workers import Workers
    from thidua_cli.choosing import ChosenPlan
    from thidua_cli.combined import CombinedResult


@click.command("batch", cls=Spoken)
@click.argument("folder", metavar="FOLDER")
@click.option("--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="Processes (default: every core).")
@click.option(
    "--scheduler", metavar="ADDRESS", help="A Dask cluster, such as tcp://10.0.0.1:8786 (see docs/cluster.md)."
)
@click.option("--resume", is_flag=True, help="Keep finished parts whose data, plan and version are the same.")
@o.strict_option
@o.json_option
@s.reading_options
@s.batch_options
@s.screen_options
def command(
    folder: str,
    jobs: int | None,
    scheduler: str | None,
    resume: bool,
    strict: bool,
    as_json: bool,
    given: s.Given,
    target: s.Target,
    screen: s.Screen,
) -> int:
    """Scores every sub-folder and workbook of FOLDER in parallel, and ranks the units of all of them together.

    FOLDER is a path, or an address that fsspec reads. Each part has its results in a folder of its own below --out;
    the units of all parts are ranked in tong-hop.html, .xlsx and .json. Workbooks that hold only a unit register, index
    or tasks are shared by all parts. One failure never stops the rest. Each part goes by the plan beside its own data,
    else by that of FOLDER; parts under different plans are not ranked together.
    """
    from thidua_cli.batch.overall import Batch, run_batch
    from thidua_cli.batch.parts import is_address
    from thidua_cli.outputs import check_writable
    from thidua_cli.reports.combined import render_combined

    out = target.out or o.DEFAULT_OUT
    names = target.names()
    check_writable(out)
    above = None if is_address(folder) else Path(folder)
    settings_of = _PartSettings(given, target, names, above)
    settings = settings_of.at(None)
    counted = [0, 0]
    told: list[str] = []

    def tell(said: Message) -> None:
        told.append(said.text(screen.lang))

    with _workers(jobs, scheduler) as workers, _progress(screen.lang, screen.quiet, counted) as progress:
        try:
            combined, resumed = run_batch(
                Batch(
                    folder,
                    settings,
                    out,
                    workers,
                    resume,
                    tell=tell,
                    overwrite=target.overwrite,
                    settings_of=settings_of,
                ),
                progress,
            )
        except KeyboardInterrupt:
            raise _interrupted((counted[0], counted[1]), out) from None
    files = render_combined(combined, names)
    written = write(out, files, overwrite=target.overwrite)
    if as_json:
        say_bytes(combined.to_json())
    else:
        checks = {} if screen.quiet else settings_of.checks()
        _show(combined, out, list(files), resumed, checks, screen)
    o.say_written([written], screen.lang)
    for templates in settings_of.templates:
        plans.say_templates(templates, target.templates, screen.lang)
    for sentence in () if screen.quiet else told:
        say(sentence, err=True)
    target.show(out, list(files))
    return _status(combined, strict=strict)


class _PartSettings:
    """What holds for each part: the plan by the rule of ``score``, beside its data or, failing that, the batch's."""

    def __init__(self, given: s.Given, target: s.Target, names: list[str], above: Path | None) -> None:
        self.templates: dict[Path, None] = {}
        """The folders of Word templates in use."""
        self.places: dict[str, Path] = {}
        """Where each part lies, by its name, as far as it is on this disk."""
        self._given, self._target, self._names, self._above = given, target, names, above
        self._known: dict[tuple[Path | None, str], Settings] = {}

    def __call__(self, part: Part) -> Settings:
        if part.place is not None:
            self.places[part.name] = part.place
        return self.at(part.place)

    def checks(self) -> dict[str, str]:
        """What checks a part's own data, by its name."""
        return {name: typed.again("check", str(place), only=typed.READING) for name, place in self.places.items()}

    def at(self, place: Path | None) -> Settings:
        """For a workbook or a folder, None for the batch itself; a plan is read once."""
        from thidua_cli.choosing import choose_plan

        choice = choose_plan(self._given.plan_path, [place] if place else [], self._above)
        key = choice.path, choice.origin
        if key not in self._known:
            templates = plans.templates(choice, self._target.templates)
            self._known[key] = _settings(self._given, choice, self._names, templates)
            if place and templates:
                self.templates[templates] = None
        return self._known[key]


def _settings(given: s.Given, choice: ChosenPlan, names: list[str], templates: Path | None) -> Settings:
    """What every worker is told; the plan travels as text, so that a cluster needs no copy of its file."""
    from thidua_cli.batch.work import RESULT, Settings, plan_of
    from thidua_cli.plan.loading import builtin_plan_path, read_mapping_bytes, read_plan_bytes

    path = choice.path or builtin_plan_path()
    choice.load()  # a mistake in it is said before the work
    text = read_plan_bytes(path).decode("utf-8")
    mapping = given.mapping_path
    settings = Settings(
        plan_text=text,
        plan_name=path.name,
        plan_origin=choice.origin,
        mapping=(mapping.name, read_mapping_bytes(mapping)) if mapping else None,
        as_of=given.as_of,
        names=tuple(dict.fromkeys([RESULT, *names])),
        templates=str(templates.resolve()) if templates else None,
        options=given.reading(),
    )
    plan_of(settings)  # so is one in the mapping
    return settings


@contextmanager
def _workers(jobs: int | None, scheduler: str | None) -> Iterator[Workers]:
    """Processes of this machine, or a cluster; whatever happens, nothing is left running."""
    from thidua_cli.batch.workers import ClusterWorkers, LocalWorkers, all_cores

    workers: Workers = ClusterWorkers(scheduler) if scheduler else LocalWorkers(jobs or all_cores())
    try:
        yield workers
    except BaseException:
        workers.close(at_once=True)
        raise
    workers.close(at_once=False)


@contextmanager
def _progress(lang: str, quiet: bool, counted: list[int]) -> Iterator[Progress]:
    """Parts done of all, the rate and the time left; ``counted`` is kept also where nobody looks."""
    with shown_progress(lang, quiet) as progress:

        def count(done: int, total: int) -> None:
            counted[:] = [done, total]
            progress(Step("scoring", "", done, total, done / total if total else None, done))

        progress(Step("scoring", "", 0, 1))  # parts are looked for and looked into
        yield count


def _interrupted(counted: tuple[int, int], out: Path) -> InterruptedBatchError:
    done, total = counted
    return InterruptedBatchError(
        t("Interrupted: {done} of {total} parts are done and lie whole in {out}.", done=done, total=total, out=out),
        hint=t("Run the same command with --resume to do the rest."),
    )


def _show(
    combined: CombinedResult,
    out: Path,
    files: list[str],
    resumed: int,
    checks: dict[str, str],
    screen: s.Screen,
) -> None:
    from thidua_cli.reports.terminal.batch import render_batch

    text = render_batch(
        combined,
        width=screen.width,
        colour=screen.colour,
        lang=screen.lang,
        files=files,
        out_dir=str(out),
        resumed=resumed,
        commands=checks,
    )
    say(text, colour=screen.colour)


def _status(combined: CombinedResult, *, strict: bool) -> int:
    if not combined.done:
        return DataError.exit_code
    wrong = strict and any(part.errors for part in combined.parts)
    return 1 if combined.failed or wrong else 0
