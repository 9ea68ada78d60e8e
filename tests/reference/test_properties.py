"""What must hold of every truth, whatever its figures: order is nothing, better is never worse, every count has its rows."""

# Tables of words and cases read better on long lines and in one list.
# ruff: noqa: E501, SIM102

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.reference import layouts, run, truth
from tests.reference.truth import END, START, Bad, Dossier, Index, Initiative, Task, Truth
from tests.support import workbooks

PLACES = {"row": 0, "source_row": 0, "cell": "", "cells": [], "inputs": [], "file": "", "header": ""}
ORDER = {"not_met": 0, "no_data": 1, "met": 2}
PLAIN = {"shape": "book", "format": "xlsx", "text": "plain", "dates": "real"}
Facts = dict[str, Any]


def scored(made: Truth, folder: Path, seed: int) -> Facts:
    """The result of a truth in one plain workbook."""
    return run.scored(layouts.write(made, layouts.draw(seed, **PLAIN), folder), made.quotas)


def without_places(result: Facts) -> str:
    """The result as text, row numbers and cells taken out."""
    text = json.dumps(result)
    return json.dumps(json.loads(text, object_pairs_hook=lambda pairs: {k: PLACES.get(k, v) for k, v in pairs}))


@pytest.mark.parametrize("seed", [9, 31, 47])
def test_the_order_of_rows_and_files_is_nothing(seed: int, tmp_path: Path) -> None:
    """Rows in another order, in files given in another order, give the same result but for places."""
    made = truth.draw(seed)
    random = Random(seed)  # noqa: S311 - an order
    mixed: Truth = made
    for table in ("dossiers", "tasks", "index", "initiatives", "persons"):
        changed: dict[str, Any] = {table: _shuffled(random, getattr(made, table))}
        mixed = replace(mixed, **changed)
    layout = layouts.draw(seed, **{**PLAIN, "shape": "files"})
    one, other = layouts.write(made, layout, tmp_path / "a"), layouts.write(mixed, layout, tmp_path / "b")
    expected = without_places(run.scored(one, made.quotas))
    assert expected == without_places(run.scored(other[::-1], made.quotas))


def _shuffled(random: Random, rows: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
    return None if rows is None else tuple(random.sample(rows, len(rows)))


def _sooner(made: Truth, unit: str) -> Truth | None:
    """One late dossier of the unit ends on its due day."""
    for d in made.dossiers or ():
        if d.unit == unit and _late(d) and sum(o.code == d.code for o in made.dossiers or ()) == 1:
            better = replace(d, done=d.due, returned=None)
            return replace(made, dossiers=tuple(better if o is d else o for o in made.dossiers or ()))
    return None


def _late(d: Dossier) -> bool:
    ended = d.done or d.returned
    return (
        d.system == "one_stop"
        and d.status == "resolved"
        and isinstance(d.due, date)
        and isinstance(ended, date)
        and START <= truth_day(d.due) < truth_day(ended) <= END
    )


def truth_day(when: date) -> date:
    """The calendar day of a date or moment."""
    return date(when.year, when.month, when.day)


def _online(made: Truth, unit: str) -> Truth | None:
    """One more dossier of the unit is filed online."""
    for d in made.dossiers or ():
        if d.unit == unit and d.system == "one_stop" and d.channel == "direct" and d.level is None:
            if sum(o.code == d.code for o in made.dossiers or ()) == 1:
                better = replace(d, channel="online")
                return replace(made, dossiers=tuple(better if o is d else o for o in made.dossiers or ()))
    return None


def _task(made: Truth, unit: str) -> Truth | None:
    """One open task of the unit is completed."""
    for t in made.tasks or ():
        if t.unit == unit and t.done is False:
            tasks = tuple(Task(o.unit, o.title, True) if o is t else o for o in made.tasks or ())
            return replace(made, tasks=tasks)
    return None


def _points(made: Truth, unit: str) -> Truth | None:
    """The unit's index is a hundredth of a point higher in every column."""
    if made.index is None or not any(i.unit == unit for i in made.index):
        return None
    more = Fraction(1, 100)
    return replace(made, index=tuple(
        Index(i.unit, *(v + more if v is not None else None for v in (i.own, i.appraised, i.final))) if i.unit == unit else i
        for i in made.index
    ))  # fmt: skip


def _idea(made: Truth, unit: str) -> Truth | None:
    """The unit has one more recognised initiative."""
    if made.initiatives is None:
        return None
    return replace(made, initiatives=(*made.initiatives, Initiative(unit, "Mô hình mới", True, "Phan Văn Tư")))


@pytest.mark.parametrize("better", [_sooner, _online, _task, _points, _idea], ids=lambda f: f.__name__.strip("_"))
def test_better_is_never_worse(better: Callable[[Truth, str], Truth | None], tmp_path: Path) -> None:
    """A better value of one unit lowers neither its verdicts nor its score nor its rank."""
    tried = 0
    for seed in range(60, 100):
        made = truth.draw(seed)
        for unit in [u.name for u in made.units or ()]:
            improved = better(made, unit)
            if improved is None or made.statistics is not None or tried > 2:
                continue
            if _open_rows(made):
                continue
            tried += 1
            before, after = (_unit(scored(m, tmp_path / f"{tried}", seed), unit) for m in (made, improved))
            assert (seed, unit, True) == (seed, unit, _not_worse(before, after))
            break
    assert tried > 1


def _open_rows(made: Truth) -> bool:
    """Rows that cannot be read: a better value may then turn "not met whatever they say" into "cannot be said"."""
    rows = made.dossiers or ()
    dates = any(isinstance(w, Bad) for d in rows for w in (d.received, d.due, d.done, d.returned))
    ends = any(d.status == "resolved" and d.done is None and d.returned is None for d in rows)
    return dates or ends or any(d.status == "unknown" for d in rows) or any(t.done is None for t in made.tasks or ())


def _unit(result: Facts, name: str) -> Facts:
    return next(u for u in result["units"] if u["name"] == name)


def _not_worse(before: Facts, after: Facts) -> bool:
    pairs = zip(before["criteria"], after["criteria"], strict=True)
    verdicts = all(
        a["verdict"] == b["verdict"] or ORDER.get(b["verdict"], 3) >= ORDER.get(a["verdict"], 3) for a, b in pairs
    )
    return verdicts and Fraction(after["score"]) >= Fraction(before["score"]) and after["rank"] <= before["rank"]


@pytest.mark.parametrize("seed", [3, 14, 15, 92])
def test_every_count_has_its_rows(seed: int, tmp_path: Path) -> None:
    """Numerators, denominators, counts and the cases against a unit add up; what is open is listed."""
    for unit in scored(truth.draw(seed), tmp_path, seed)["units"]:
        for measure in (m for c in unit["criteria"] for m in c["measures"]):
            counts, where = measure["counts"], (unit["name"], measure["id"])
            if measure["numerator"] is None or counts.get("early", 0) is None or counts.get("on_time", 0) is None:
                continue
            if measure["id"] == "on_time":
                figures = (counts["early"] + counts["on_time"], sum(counts.values()))
                assert (where, *figures) == (where, measure["numerator"], measure["denominator"])
                assert (where, counts["late"]) == (where, measure["against_total"])
            if measure["id"] in {"on_software", "online_34"} and not measure["undecided"]:
                short = measure["denominator"] - measure["numerator"]
                assert (where, short) == (where, measure["against_total"])
            assert (where, min(measure["undecided"], 100)) == (where, len(measure["undecided_rows"]))


@pytest.mark.parametrize("seed", [5, 26])
def test_an_unrelated_sheet_changes_nothing_else(seed: int, tmp_path: Path) -> None:
    """A table of another subject beside the data adds a finding and an input, and changes nothing else."""
    made = truth.draw(seed)
    files = layouts.write(made, layouts.draw(seed, **PLAIN), tmp_path)
    alone = run.scored(files, made.quotas)
    duty: list[list[object]] = [
        ["LỊCH TRỰC CƠ QUAN"],
        [],
        ["Thứ", "Buổi", "Xe số"],
        ["Hai", "Sáng", 4],
        ["Ba", "Chiều", 7],
    ]
    extra = workbooks.xlsx(tmp_path / "lich-truc.xlsx", {"Lịch trực": duty})
    beside = run.scored([*files, extra], made.quotas)
    keys = ("plan", "as_of", "units", "individuals", "proposals")
    assert [alone[key] for key in keys] == [beside[key] for key in keys]
    added = [f["code"] for f in beside["findings"] if f not in alone["findings"]]
    assert ["unrecognised_sheet"] == added


def test_unreadable_dates_stand_in_the_truths() -> None:
    """The truths do hold what the checks above are about: unreadable dates, duplicates, dossiers in two systems."""
    rows = [d for seed in range(20) for d in truth.draw(seed).dossiers or ()]
    assert any(isinstance(d.due, Bad) for d in rows)
    assert len({(d.code, d.system) for d in rows}) < len(rows)
    assert {"one_stop", "public_service", "logbook"} == {d.system for d in rows}
