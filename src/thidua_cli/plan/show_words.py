"""The words that a plan teaches the program, in plain sentences: heads, statuses, systems of files, names of units."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_cli.plan.model import Plan
from thidua_cli.text.glossary import called
from thidua_cli.text.language import Message, t


def taught_words(plan: Plan) -> list[Message]:
    """What the plan teaches, a sentence each; nothing where it teaches nothing."""
    known = plan.vocabulary
    return [
        *(
            t("The head {words} is the field {field}.", words=_quoted(known.headers[one]), field=one)
            for one in known.headers
            if known.headers[one]
        ),
        *(
            t("The status {words} means: {status}.", words=_quoted(texts), status=called("status", one))
            for one, texts in known.statuses.items()
            if texts
        ),
        *(
            t("The file {file} is of {system}.", file=one, system=called("system", system))
            for one, system in known.systems.items()
        ),
        *(
            t("{unit} is also called {names}.", unit=unit.name, names=_quoted(unit.aliases))
            for unit in known.units
            if unit.aliases
        ),
        *(
            [t("Earlier awards of this movement are known by {words}.", words=_quoted(plan.awards.achievement_words))]
            if plan.awards.achievement_words
            else []
        ),
    ]


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
