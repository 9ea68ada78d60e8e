"""``python -m tests.reference.run --seeds 300``: many truths in many layouts against the program."""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
import sys
import tempfile
import traceback
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.reference import compare, forms, layouts, scorer, truth
from thidua_cli.pipeline import score
from thidua_cli.plan.loading import load_plan
from thidua_cli.plan.model import Plan


def plan_of(quotas: dict[str, int]) -> Plan:
    """The built-in plan with quotas."""
    plan = load_plan()
    return dataclasses.replace(
        plan,
        groups=tuple(
            dataclasses.replace(g, quota=Fraction(quotas[g.name])) if g.name in quotas else g for g in plan.groups
        ),
    )


def scored(paths: list[Path], quotas: dict[str, int]) -> dict[str, Any]:
    """The result of files as plain data."""
    result: dict[str, Any] = json.loads(score(paths, plan_of(quotas)).to_json())
    return result


def check(made: truth.Truth, layout: layouts.Layout, folder: Path) -> list[str]:
    """What the program says otherwise than the reference."""
    shutil.rmtree(folder, ignore_errors=True)
    paths = layouts.write(made, layout, folder)
    facts = scorer.expected(made, online_counted=layout.statistics not in forms.NO_ONLINE)
    return compare.differences(facts, scored(sorted(paths), made.quotas))


def main() -> int:
    """Runs the seeds asked for and prints every difference."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--plain", action="store_true", help="one workbook, plain words")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    wrong = 0
    for seed in range(options.first, options.first + options.seeds):
        made = truth.draw(seed)
        force = {"shape": "book", "format": "xlsx", "text": "plain", "dates": "real"} if options.plain else {}
        layout = layouts.draw(seed, **force)
        with tempfile.TemporaryDirectory() as folder:
            try:
                found = check(made, layout, options.keep / str(seed) if options.keep else Path(folder))
            except Exception as error:  # noqa: BLE001 - every failure is a difference
                found = [f"{type(error).__name__}: {error}", traceback.format_exc().splitlines()[-3]]
        if found:
            wrong += 1
            print(f"--- seed {seed}: {layout}", *found[:6], sep="\n    ")  # noqa: T201
            sys.stdout.flush()
    print(f"{options.seeds} truths, {wrong} with differences")  # noqa: T201
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
