"""A whole batch: parts found, what they share set apart, each scored, written as it comes, ranked together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from thidua_cli.batch.parts import COMBINED_FILES, STAMP, Part, PartFile, find_parts, is_address
from thidua_cli.batch.running import Lost, run_all
from thidua_cli.batch.stamps import read_stamp, write_part
from thidua_cli.batch.summary import Summary, combine, failure, summarise
from thidua_cli.batch.work import RESULT, Outcome, Peek, Settings, Task, is_shared, plan_of, run
from thidua_cli.batch.workers import Workers
from thidua_cli.combined import CombinedResult
from thidua_cli.errors import DataError, OutputError, PlanError, ThiduaError, UsageError
from thidua_cli.outputs import Written, refuse_inputs, refuse_other_period
from thidua_cli.pipeline import closing_day
from thidua_cli.plan.model import Plan
from thidua_cli.result_file import from_json, load
from thidua_cli.text.language import Message, t

PEEK_BYTES = 256 * 1024
"""A workbook larger than this is taken for a part's own data without being looked into: reading twice would cost."""

Progress = Callable[[int, int], None]
"""Called with how many parts are finished and how many there are."""
Tell = Callable[[Message], None]
"""Called with a sentence for the screen that is no part of the results."""


def untold(said: Message) -> None:
    """Nobody is told."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be done: where the data lie, what holds for every part, where results go, who works.

    ``settings_of`` says what holds for one part, which may have a plan and Word templates of its own beside its data.
    """

    folder: str
    settings: Settings
    out: Path
    workers: Workers
    resume: bool = False
    work: Callable[[Task], Outcome] = run
    tell: Tell = untold
    overwrite: bool = False
    settings_of: Callable[[Part], Settings] | None = None

    def of(self, part: Part) -> Settings:
        """What holds for a part. Raises UsageError or PlanError."""
        return self.settings if self.settings_of is None else self.settings_of(part)


@dataclass(slots=True)
class _Tally:
    """What came of the parts so far."""

    summaries: list[Summary] = field(default_factory=list)
    resumed: int = 0


def run_batch(batch: Batch, progress: Progress) -> tuple[CombinedResult, int]:
    """Score every part and combine them; also how many parts were taken over from before.

    Each part's files are written as soon as it is done. Raises DataError or UsageError where there is nothing to do; a
    part's failure, also in writing, is in the result instead. The workers are not closed.
    """
    plan = plan_of(batch.settings)
    found = find_parts(batch.folder, batch.out)
    if found.own:
        listed = ", ".join(f"{name} ({count})" for name, count in found.own.items())
        batch.tell(
            t("Written by thidua itself, not read as data (files): {listed}.", listed=listed),
        )
    tally = _Tally([_closed(name, reason) for name, reason in found.closed])
    settings = _settings(batch, found.parts, tally)
    if not settings or any(one.plan_text == batch.settings.plan_text for one in settings.values()):
        closing_day(plan, batch.settings.as_of)  # a day outside its period is wrong for the whole batch
    parts, shared = _set_apart(batch, [part for part in found.parts if part.name in settings], settings)
    tasks = [Task(part, shared, settings[part.name], _known_key(batch, part)) for part in parts]
    refuse_inputs(_targets(batch, parts), _inputs(found.parts, settings.values()))
    total = len(tasks) + len(tally.summaries)
    progress(len(tally.summaries), total)
    for task, answer in run_all(tasks, batch.workers, batch.work):
        _take(batch, task, answer, tally)
        progress(len(tally.summaries), total)
    names = [file.name for file in shared]
    combined = combine(tally.summaries, plan, batch.settings.as_of, shared=names, empty=found.empty)
    return combined, tally.resumed


def _settings(batch: Batch, parts: Sequence[Part], tally: _Tally) -> dict[str, Settings]:
    """What holds for each part; one whose own plan cannot be used fails alone, unless no part has one that can."""
    settings: dict[str, Settings] = {}
    failed: dict[str, ThiduaError] = {}
    for part in parts:
        try:
            settings[part.name] = batch.of(part)
        except (PlanError, UsageError) as error:
            failed[part.name] = error
    if failed and not settings:
        raise next(iter(failed.values()))
    tally.summaries += [failure(p.name, failed[p.name].message, len(p.files)) for p in parts if p.name in failed]
    return settings


def _targets(batch: Batch, parts: Sequence[Part]) -> list[Path]:
    """Every file that the batch will write."""
    own = [batch.out / part.name / name for part in parts for name in (*batch.settings.names, STAMP)]
    return [*own, *(batch.out / name for name in COMBINED_FILES)]


def _inputs(parts: Sequence[Part], settings: Iterable[Settings]) -> list[Path]:
    """Every local file that it reads."""
    folders = sorted({one.templates for one in settings if one.templates})
    templates = [path for folder in folders for path in sorted(Path(folder).glob("*.docx"))]
    local = [Path(file.address) for part in parts for file in part.files if not is_address(file.address)]
    return [*local, *templates]


def _set_apart(
    batch: Batch, parts: Sequence[Part], settings: Mapping[str, Settings]
) -> tuple[list[Part], tuple[PartFile, ...]]:
    """The parts proper, and the files that all of them share. If everything looked shared, nothing is."""
    peeks = [
        Peek(part, settings[part.name])
        for part in parts
        if part.is_workbook and len(parts) > 1 and part.files[0].size <= PEEK_BYTES
    ]
    answers = run_all(peeks, batch.workers, is_shared)
    common = {peek.part.name for peek, answer in answers if answer is True}
    rest = [part for part in parts if part.name not in common]
    if not rest:
        return list(parts), ()
    return rest, tuple(file for part in parts if part.name in common for file in part.files)


def _known_key(batch: Batch, part: Part) -> str:
    stamp = read_stamp(batch.out / part.name, batch.settings.names) if batch.resume else None
    return "" if stamp is None else stamp.key


def _take(batch: Batch, task: Task, answer: Outcome | Lost, tally: _Tally) -> None:
    """Write down what came of a part."""
    part = task.part
    if isinstance(answer, Lost):
        tally.summaries.append(failure(part.name, answer.why, len(part.files)))
        return
    try:
        summary = _summary(batch, part, answer, plan_of(task.settings))
        tally.resumed += answer.unchanged
    except (OutputError, DataError) as error:
        summary = failure(part.name, error.message, len(part.files))
    tally.summaries.append(summary)


def _summary(batch: Batch, part: Part, answer: Outcome, plan: Plan) -> Summary:
    folder = batch.out / part.name
    if answer.error is not None:
        return failure(part.name, answer.error, len(part.files))
    if answer.unchanged:
        stamp = read_stamp(folder, batch.settings.names)
        if stamp is not None and stamp.key == answer.key:
            return summarise(part, stamp.shape, load(folder / RESULT), plan)
        # Changed under our hands since the run began.
        raise OutputError(t("{folder}: the earlier results were changed.", folder=folder))
    shape = answer.shape or "locality"
    result = from_json(answer.files[RESULT], part.name)
    if not batch.overwrite:
        refuse_other_period(folder, result)
    written = write_part(folder, part.name, shape, answer.key, answer.files, overwrite=batch.overwrite)
    _tell(batch, part.name, written)
    return summarise(part, shape, result, plan)


def _tell(batch: Batch, part: str, written: Written) -> None:
    for old, new in written.kept.items():
        batch.tell(
            t(
                "{part}/{old} was edited: the edited one is kept as {part}/{new} (--overwrite replaces it).",
                part=part,
                old=old,
                new=new,
            ),
        )
    if written.stale:
        names = ", ".join(written.stale)
        batch.tell(
            t("{part}: left of an earlier run, not of this one: {names}.", part=part, names=names),
        )


def _closed(name: str, reason: Message) -> Summary:
    return failure(name, t("The folder cannot be opened ({reason}).", reason=reason))
