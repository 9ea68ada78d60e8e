"""The whole way in one short function: files, tables, evidence, verdicts, standings, proposals, result."""

from __future__ import annotations

import fnmatch
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from thidua_cli.assembly import assemble
from thidua_cli.errors import DataError, UnreadableFileError, UsageError
from thidua_cli.evidence.gather import gather, named_units
from thidua_cli.evidence.model import Evidence
from thidua_cli.findings import Finding
from thidua_cli.intake.forms import is_choices
from thidua_cli.intake.opening import InputPath, Inputs, Limits, list_inputs, open_file, skipped
from thidua_cli.intake.periods import Period
from thidua_cli.intake.tables import Intake, IntakeFile, System, Table, UnrecognisedSheet, Withheld
from thidua_cli.intake.understanding import understand
from thidua_cli.judging.individuals import judge_persons
from thidua_cli.judging.proposals import propose
from thidua_cli.judging.standings import rank
from thidua_cli.outputs import refuse_inputs
from thidua_cli.plan.model import Plan
from thidua_cli.progress import Progress, Step, begun, silent
from thidua_cli.records import record
from thidua_cli.refusing import no_tables, refuse_unfilled, refused_tables, untouched
from thidua_cli.result import Result
from thidua_cli.text.language import t
from thidua_cli.text.vietnamese import clean


@record
class ReadOptions:
    """How to read: systems said outright (file name to system), whether unreadable files are skipped, limits.

    ``out`` is the folder that this run writes into. What an earlier run left there is no data and no part of the
    result, so that the second run over a folder with its results gives the same bytes as the first. ``writes`` are the
    files that this run will write: none of them may be an input.
    """

    systems: Mapping[str, System] = field(default_factory=dict)
    skip_unreadable: bool = False
    limits: Limits = field(default_factory=Limits)
    out: Path | None = None
    writes: Sequence[Path] = ()


@record
class Reading:
    """What was read, with the sheets that were not recognised (``check`` shows them).

    ``own`` are the findings about all that the program wrote itself, also about what lies in its output folder.
    """

    intake: Intake
    unrecognised: Sequence[UnrecognisedSheet]
    own: Sequence[Finding] = ()


def read(paths: Sequence[Path], plan: Plan, options: ReadOptions, progress: Progress = silent) -> Reading:
    """Open every file and understand every sheet. Raises UnreadableFileError, or skips such files with a finding."""
    listed = list_inputs(paths, skip=options.skip_unreadable)
    refuse_inputs(options.writes, (item.path for item in listed.files))
    _know_the_files(options, listed.files)
    reading = read_inputs(listed.files, _of_the_data(listed, options.out), plan, options, progress)
    return replace(reading, own=[finding for finding in listed.findings if finding.code == "own_output"])


def _of_the_data(listed: Inputs, out: Path | None) -> list[Finding]:
    """The findings about files, without those about what this program left in the folder that it will write into."""
    if out is None:
        return listed.findings
    folder = out.resolve()
    there = {name for name, path in listed.own.items() if folder in path.parents}
    return [finding for finding in listed.findings if finding.code != "own_output" or finding.file not in there]


def read_inputs(
    inputs: Sequence[InputPath], notes: Sequence[Finding], plan: Plan, options: ReadOptions, progress: Progress = silent
) -> Reading:
    """The same for files whose display names are settled; ``notes`` are findings made before reading."""
    findings = list(notes)
    files: list[IntakeFile] = []
    tables: list[Table] = []
    unrecognised: list[UnrecognisedSheet] = []
    withheld: list[Withheld] = []
    seen: dict[str, str] = {}
    period = Period(plan.period_start, plan.period_end)
    for number, item in enumerate(inputs, 1):
        try:
            with begun(progress, Step("reading", item.name, number, len(inputs))):
                source, said = open_file(item.path, item.name, options.limits)
        except UnreadableFileError as error:
            if not options.skip_unreadable:
                raise
            findings.append(skipped(item.name, error))
            continue
        findings += said
        if source.sha256 in seen:
            findings.append(Finding("duplicate_input", {"other": seen[source.sha256]}, item.name))
            continue
        seen[source.sha256] = item.name
        files.append(IntakeFile(item.name, source.sha256, form=any(map(is_choices, source.sheets))))
        found, said, rest, unused = understand(
            source, vocabulary=plan.vocabulary, period=period, systems=_systems(item, options)
        )
        tables += found
        findings += said
        unrecognised += rest
        withheld += unused
    return Reading(Intake(files, tables, findings, withheld), unrecognised)


def _know_the_files(options: ReadOptions, inputs: Sequence[InputPath]) -> None:
    """A system said of a file that is not there is a slip of the pen, and another file goes without its own."""
    known = {clean(name).casefold() for item in inputs for name in (item.name, item.path.name)}
    for name in options.systems:
        said = clean(name.replace("\\", "/")).casefold()
        if said not in known and not fnmatch.filter(known, said):
            names = ", ".join(item.name for item in inputs[:5]) + (", …" if len(inputs) > 5 else "")
            raise UsageError(
                t("--system speaks of the file “{name}”, which is not among the data.", name=name),
                hint=t("The files being read: {names}.", names=names),
            )


def _systems(item: InputPath, options: ReadOptions) -> Mapping[str, System]:
    """Systems said by file name hold for the display name and for the bare name."""
    said = next((s for name, s in options.systems.items() if name in (item.name, item.path.name)), None)
    return dict(options.systems) if said is None else {**options.systems, item.name: said}


def closing_day(plan: Plan, as_of: date | None) -> date:
    """The day as of which everything is counted: the plan's last, or an earlier one, which then ends the period.

    Raises UsageError for a day outside the plan's period.
    """
    if as_of is None:
        return plan.period_end
    if not plan.period_start <= as_of <= plan.period_end:
        raise UsageError(
            t(
                "The day {as_of} lies outside the plan's period ({first} to {last}).",
                as_of=as_of,
                first=plan.period_start,
                last=plan.period_end,
            ),
            hint=t("Choose --as-of within the period, or use the plan of that period (--plan)."),
        )
    return as_of


def score(
    paths: Sequence[Path],
    plan: Plan,
    *,
    as_of: date | None = None,
    options: ReadOptions | None = None,
    progress: Progress = silent,
) -> Result:
    """Read, judge, rank, propose. Raises DataError if no score can be made from the data."""
    chosen = options or ReadOptions()
    day = closing_day(plan, as_of)
    intake = read(paths, plan, chosen, progress).intake
    return judge(intake, plan, day, accept_refused=chosen.skip_unreadable, progress=progress)


JUDGING = Step("judging", "", 1, 1)
REFUSED = frozenset({"missing_column", "shifted_columns"})
"""Findings that say that a table, plainly one of ours, cannot be used."""


def what_if(
    paths: Sequence[Path],
    plans: tuple[Plan, Plan],
    *,
    as_of: date | None = None,
    options: ReadOptions | None = None,
    progress: Progress = silent,
) -> tuple[Result, Result]:
    """The results of the same data, read once, under two plans that share their vocabulary."""
    chosen = options or ReadOptions()
    days = [closing_day(plan, as_of) for plan in plans]
    intake = read(paths, plans[0], chosen, progress).intake
    before, after = (
        judge(intake, plan, day, accept_refused=chosen.skip_unreadable, progress=progress)
        for plan, day in zip(plans, days, strict=True)
    )
    return before, after


def with_shared(intake: Intake, shared: Collection[str]) -> Intake:
    """The same tables, with the files (by name) marked that all parts of a batch share."""
    files = [replace(file, shared=file.name in shared) for file in intake.files]
    return replace(intake, files=files)


def judge(
    intake: Intake, plan: Plan, as_of: date | None, *, accept_refused: bool = False, progress: Progress = silent
) -> Result:
    """The result of tables that are already read (also under another plan), as of a day (None: the period's last).

    Where some files are shared by the parts of a batch, only the units that the other files name are judged. Raises
    UsageError for a day outside the period, DataError if nothing can be judged or if a table had to be refused: judging
    the rest in silence would change people's standing. ``accept_refused`` judges the rest all the same; the findings
    say what is missing.
    """
    as_of = closing_day(plan, as_of)
    refused = [finding for finding in intake.findings if finding.code in REFUSED]
    if refused and not accept_refused:
        raise refused_tables(refused)
    if not intake.tables:
        raise no_tables(intake)
    progress(JUDGING)
    evidence = gather(tables_of_use(intake), plan, as_of, intake.withheld, intake.findings)
    if any(file.shared for file in intake.files):
        evidence = evidence.only(_own_units(intake, plan))
    result = standing(intake, evidence, plan, as_of)
    if any(file.form for file in intake.files) and not accept_refused:
        refuse_unfilled(result)
    return result


def standing(intake: Intake, evidence: Evidence, plan: Plan, as_of: date) -> Result:
    """The result of evidence that is already gathered. Raises DataError if it names no unit."""
    if not evidence.units:
        if any(file.form for file in intake.files):
            raise untouched()
        raise DataError(
            t("The data names no unit: no score can be made."),
            hint=t("Add a unit register or a table with a unit column."),
        )
    standings = rank(evidence, plan)
    persons = judge_persons(evidence, standings, plan)
    proposals = propose(standings, persons, evidence, plan)
    return assemble(plan, as_of, intake, evidence, standings, persons, proposals)


def tables_of_use(intake: Intake) -> list[Table]:
    """The tables but the logbook of a year's folder that nobody wrote in: that there was nothing to write is no gap."""
    forms = {file.name for file in intake.files if file.form}
    log = System.LOGBOOK
    return [
        t for t in intake.tables if len(t.rows) or t.none or t.receipt.system is not log or t.receipt.file not in forms
    ]


def _own_units(intake: Intake, plan: Plan) -> frozenset[str]:
    """The units, by id, that the files of this part alone name. Raises DataError if the register has none of them."""
    shared = [file.name for file in intake.files if file.shared]
    own = [table for table in intake.tables if table.receipt.file not in shared]
    units = named_units(intake.tables, own, plan)
    if own and not units:
        files, where = ", ".join(dict.fromkeys(table.receipt.file for table in own)), ", ".join(shared)
        raise DataError(
            t("{files}: no unit stands in the shared register ({where}).", files=files, where=where),
            hint=t("Mend the unit's name, or write it as another name into the register."),
        )
    return units
