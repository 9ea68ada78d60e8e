"""Mistakes in a plan file: each with line and column, all of them in one message, with the nearest valid word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_cli.calling import typed
from thidua_cli.errors import PlanError
from thidua_cli.records import record
from thidua_cli.text.data import data_beside
from thidua_cli.text.language import Message, Param, joined, t
from thidua_cli.text.nearness import did_you_mean, nearest
from thidua_cli.text.quoting import WITHHELD, personal

_WORDS = {part: {key: Message(text) for key, text in texts.items()} for part, texts in data_beside(__file__).items()}
MESSAGES: Mapping[str, Message] = _WORDS["mistake"]
"""Templates by code."""
YAML_MEANINGS: Mapping[str, Message] = _WORDS["yaml"]
"""What the YAML library's reasons mean, by a part of the reason: the first that is found."""

_MOST_SHOWN = 25
_OF_THE_FILE = frozenset({"word", "value", "key", "why"})
"""Parameters of a message that hold words of the file."""


@record
class Problem:
    """One mistake: 1-based line and column, and its sentence."""

    line: int
    column: int
    said: Message


_NOT_YET = {
    "bands": t("points by band"),
    "points": t("points of a criterion"),
    "deductions": t("deductions"),
    "bonus": t("bonus points"),
    "bonuses": t("bonus points"),
    "periods": t("several periods"),
}
"""Keys that people write for what this program cannot judge yet: no other word would do it."""


@dataclass(slots=True)
class Problems:
    """Collects the mistakes of one file. ``name`` is the file's display name, ``path`` what is typed for a plan."""

    name: str
    path: str = ""
    found: list[Problem] = field(default_factory=list)

    def add(self, place: tuple[int, int], code: str, **params: Param) -> None:
        """Note one mistake at (line, column); ``code`` is a key of :data:`MESSAGES`, ``params`` fill its text."""
        said = {name: _said(value) if name in _OF_THE_FILE else value for name, value in params.items()}
        self.found.append(Problem(*place, replace(MESSAGES[code], params=said)))

    def unknown(self, place: tuple[int, int], code: str, word: str, known: Iterable[str]) -> None:
        """Note a word that is not among the ``known`` ones, with the nearest of them and the whole list."""
        words = list(known)
        if code == "unknown_key" and word in _NOT_YET:
            self.add(place, "not_yet", word=word, what=_NOT_YET[word])
            return
        near = did_you_mean(nearest(word, words))
        self.add(place, code, word=word, near=near, known=", ".join(words) or "—")

    def raise_if_any(self) -> None:
        """Raise the one PlanError that lists every mistake, in the order of the file."""
        if self.found:
            raise self.error()

    def error(self) -> PlanError:
        """Every mistake found so far as one PlanError."""
        told = {(one.line, one.column, one.said.text()): one for one in self.found}
        problems = _briefly(told[key] for key in sorted(told))
        hint = t("Correct the file, then run the same command again.")
        if self.path:
            hint = t("Correct the file, then check it again: {command}", command=typed("plan", "check", self.path))
        error = PlanError(_listed(self.name, problems), hint)
        error.problems = tuple(problem.said for problem in problems)
        return error


def _briefly(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, a list of known words that several give said by the first of them alone."""
    seen: set[Param] = set()
    shown = []
    for problem in problems:
        known = problem.said.params.get("known", "")
        if known in seen:
            params = {**problem.said.params, "known": t("as above")}
            shown.append(replace(problem, said=replace(problem.said, params=params)))
        else:
            shown.append(problem)
            seen |= {known} if known else set()
    return shown


def _said(value: Param) -> Param:
    """What the file says, but for somebody's data: a table given for a plan is quoted no more than any other."""
    return WITHHELD if isinstance(value, str) and personal(value) else value


def _listed(name: str, problems: Sequence[Problem]) -> Message:
    if len(problems) == 1:
        return t("{name}, {problem}", name=name, problem=_placed(problems[0]))
    lines = [t("{name}: {count:mistake|mistakes}:", name=name, count=len(problems))]
    lines += [joined(["  ", _placed(problem)], "") for problem in problems[:_MOST_SHOWN]]
    if len(problems) > _MOST_SHOWN:
        lines.append(t("  … and {count} more.", count=len(problems) - _MOST_SHOWN))
    return joined(lines, "\n")


def _placed(problem: Problem) -> Message:
    line, column = str(problem.line), str(problem.column)
    return t("line {line}, column {column}: {said}", line=line, column=column, said=problem.said)
