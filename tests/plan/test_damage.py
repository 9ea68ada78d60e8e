"""Damaged plans: a plan or one typed message, never anything else."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

from tests.plan.plan_texts import SMALL, builtin_text
from thidua_cli.errors import PlanError, UsageError
from thidua_cli.plan.loading import decode_plan, load_plan_text
from thidua_cli.plan.overrides import apply_override

_PIECES = [
    "{",
    "}",
    "[",
    "]",
    ":",
    "- ",
    "\n",
    "  ",
    "&a ",
    "*a",
    "!x",
    "%",
    "'",
    '"',
    "|",
    ">",
    "?",
    "#",
    "…",
    "0",
    "\t",
    "\x85",
    "null",
    "~",
]


def _damaged(text: str, chance: random.Random) -> str:
    position = chance.randrange(len(text))
    piece = chance.choice(_PIECES)
    match chance.randrange(4):
        case 0:
            return text[:position] + piece + text[position:]
        case 1:
            return text[:position] + text[position + chance.randrange(1, 40) :]
        case 2:
            lines = text.splitlines(keepends=True)
            one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            lines[one], lines[other] = lines[other], lines[one]
            return "".join(lines)
        case _:
            return text[:position] + piece + text[position + 1 :]


def _outcome(action: Callable[[], object]) -> str:
    """What an action came to: "done", or the Vietnamese message of a plan or usage error."""
    try:
        action()
    except (PlanError, UsageError) as error:
        return error.message.text()
    return "done"


def test_damaged_text_ends_in_a_plan_or_in_one_message() -> None:
    """Hundreds of damaged plans load or are refused by name; a loaded one takes an override or refuses it in words."""
    chance = random.Random(20211231)  # noqa: S311 - the same damage every time
    texts = [_damaged(text, chance) for text, times in ((SMALL, 400), (builtin_text(), 60)) for _ in range(times)]
    outcomes = [_outcome(partial(load_plan_text, text, "p.yaml")) for text in texts]
    assert all(outcome == "done" or "p.yaml" in outcome for outcome in outcomes)
    good = [text for text, outcome in zip(texts, outcomes, strict=True) if outcome == "done"]
    assert 50 < len(good) < len(texts) - 50
    for text in good:
        first = load_plan_text(text, "p.yaml").criteria[0].id
        assert "done" == _outcome(partial(apply_override, text, f"weights.{first}=7"))


def test_damaged_bytes_end_in_text_or_in_one_message() -> None:
    """Bytes that are no UTF-8 anywhere in the file are refused in words."""
    chance = random.Random(7)  # noqa: S311 - the same damage every time
    data = SMALL.encode()
    for position in (chance.randrange(len(data)) for _ in range(200)):
        damaged = data[:position] + bytes([chance.randrange(256)]) + data[position + 1 :]
        outcome = _outcome(partial(decode_plan, damaged, "p.yaml"))
        assert outcome == "done" or "UTF-8" in outcome
