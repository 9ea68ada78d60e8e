"""Whether the tests would notice: small faults put into a room, one at a time (``make mutants``).

    python -m tools.mutants judging

Exit status 1 if fewer of 100 faults are noticed, or branches taken, than ``unnoticed.toml`` asks of the room. Where it
asks for 95 (the aim), also if a fault that is not noticed does not stand there, or one stands there without need.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tools.mutants.trying import Trials

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "thidua_cli"
LISTED = tomllib.loads(Path(__file__).with_name("unnoticed.toml").read_text("utf-8"))
AIM = 95


def main(room: str, only: str = "*", every: str = "1") -> bool:
    """Try the faults of a room (of some modules, one of so many), and say what came of them; whether all is well."""
    sources = sorted((SOURCE / room).glob(f"{only}.py"))
    trials = Trials(sources, int(every), lambda line: print(line, file=sys.__stderr__, flush=True))
    asked = LISTED["rooms"][room]
    tests = [str(ROOT / one) for one in asked["tests"]]
    status = pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", *tests], [trials])
    unnoticed = Counter(
        (f"{trial.path.stem}.{trial.change.function}", trial.change.was, trial.change.now)
        for trial in trials.done
        if not trial.noticed
    )
    listed = {(one["in"], one["was"], one["now"]) for one in LISTED.get(room.replace("/", "-"), ())}
    for where, was, now in sorted(set(unnoticed) - listed):
        print(f'[[{room.replace("/", "-")}]]\nin = {_toml(where)}\nwas = {_toml(was)}\nnow = {_toml(now)}\nwhy = ""\n')
    gone = {one for one in listed - set(unnoticed) if (only, every) == ("*", "1")}
    for one in sorted(gone):
        print("noticed, or not there any more:", *one)
    told, usual = len(trials.done), trials.usual
    noticed = told - unnoticed.total()
    hung = sum(trial.noticed in ("time", "crash") for trial in trials.done)
    print(f"{room}: {noticed} of {told} faults noticed ({noticed / max(told, 1):.1%}; {hung} by hanging), ", end="")
    print(f"{len(listed) - len(gone)} others explained; {usual.taken} of {usual.branches} branches taken")
    enough = 100 * noticed >= asked["noticed"] * told and 100 * usual.taken >= asked["branches"] * usual.branches
    explained = asked["noticed"] < AIM or (set(unnoticed) <= listed and not gone)
    return status == 0 and enough and explained


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(not main(*sys.argv[1:]))
