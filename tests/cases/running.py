"""Cases run through the program itself, in this process."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from tests.batch.folders import batch
from tests.batch.helpers import OnTheSpot
from tests.cases.facts import Answer, Case
from thidua_cli.batch.overall import run_batch
from thidua_cli.errors import DataError
from thidua_cli.pipeline import score
from thidua_cli.plan.loading import load_plan

HERE = Path(__file__).resolve().parent


def cases(home: Path) -> list[Case]:
    """The cases of a folder's ``cases.json``; their files stand in its ``cases``."""
    return msgspec.json.decode((home / "cases.json").read_bytes(), type=list[Case])


def answer_of(case: Case, home: Path, out: Path) -> Answer | DataError:
    """What the program answers, or why it makes no score. ``out`` takes what a batch writes."""
    paths = [home / "cases" / name for name in case.files]
    options = dict(zip(case.args[::2], case.args[1::2], strict=True))
    plan = home / options.pop("--plan") if "--plan" in options else None
    day = options.pop("--as-of", None)
    assert {} == options, "an option that no case had so far"
    try:
        if case.command == "batch":
            combined, _ = run_batch(batch(paths[0], out, OnTheSpot()), lambda _done, _total: None)
            return msgspec.json.decode(combined.to_json(), type=Answer)
        as_of = date.fromisoformat(day) if day else None
        result = score(paths, load_plan(plan), as_of=as_of)
        return msgspec.json.decode(result.to_json(), type=Answer)
    except DataError as error:
        return error
