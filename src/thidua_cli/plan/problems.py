"""Mistakes in a plan file: each with line and column, all of them in one message, with the nearest valid word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from thidua_cli.errors import PlanError
from thidua_cli.plan.messages import MESSAGES
from thidua_cli.text.nearness import nearest
from thidua_cli.text.quoting import WITHHELD, personal

_MOST_SHOWN = 25
_OF_THE_FILE = frozenset({"word", "value", "key", "why"})
"""Parameters of a message that hold words of the file."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: 1-based line and column, and its sentence in both languages."""

    line: int
    column: int
    vi: str
    en: str


_NOT_YET = {
    "bands": ("điểm theo bậc", "points by band"),
    "points": ("điểm tối đa của tiêu chí", "points of a criterion"),
    "deductions": ("điểm trừ", "deductions"),
    "bonus": ("điểm thưởng", "bonus points"),
    "bonuses": ("điểm thưởng", "bonus points"),
    "periods": ("nhiều kỳ cộng lại", "several periods"),
}
"""Keys that people write for what this program cannot judge yet: no other word would do it."""


def _not_yet(code: str, word: str, vi: str, en: str) -> tuple[str, str]:
    """A mistake's words, told plainly where a plan asks for what cannot be judged."""
    if code == "unknown_key" and word in _NOT_YET:
        what_vi, what_en = _NOT_YET[word]
        return (
            f"“{{word}}”: chương trình chưa chấm được {what_vi}; bỏ mục này và tính ngoài chương trình.",
            f"“{{word}}”: {what_en} cannot be judged yet; leave this out and work it out by hand.",
        )
    if code == "unknown_count":
        tail_vi = " Tiêu chí dựa vào số khác thì chưa chấm được."
        return vi + tail_vi, en + " What rests on other figures cannot be judged yet."
    return vi, en


@dataclass(slots=True)
class Problems:
    """Collects the mistakes of one file. ``name`` is the file's display name."""

    name: str
    found: list[Problem] = field(default_factory=list)

    def add(self, place: tuple[int, int], code: str, **params: object) -> None:
        """Note one mistake at (line, column); ``code`` is a key of :data:`MESSAGES`, ``params`` fill its text."""
        vi, en = MESSAGES[code]
        said = {name: _said(value) if name in _OF_THE_FILE else value for name, value in params.items()}
        self.found.append(Problem(place[0], place[1], vi.format(**said), en.format(**said)))

    def unknown(self, place: tuple[int, int], code: str, word: str, known: Iterable[str]) -> None:
        """Note a word that is not among the ``known`` ones, with the nearest of them and the whole list."""
        words = list(known)
        near = nearest(word, words)
        vi, en = MESSAGES["nearest"]
        near_vi, near_en = (vi.format(near=near), en.format(near=near)) if near else ("", "")
        vi, en = MESSAGES[code]
        vi, en = _not_yet(code, word, vi, en)
        word, listed = str(_said(word)), ", ".join(words) or "—"
        self.found.append(
            Problem(
                place[0],
                place[1],
                vi.format(word=word, near=near_vi, known=listed),
                en.format(word=word, near=near_en, known=listed),
            )
        )

    def raise_if_any(self) -> None:
        """Raise the one PlanError that lists every mistake, in the order of the file."""
        if self.found:
            raise self.error()

    def error(self) -> PlanError:
        """Every mistake found so far as one PlanError."""
        problems = sorted(set(self.found))
        hint_vi, hint_en = MESSAGES["hint"]
        return PlanError(
            _listed(self.name, problems, "vi"),
            _listed(self.name, problems, "en"),
            hint_vi=hint_vi.format(name=self.name),
            hint_en=hint_en.format(name=self.name),
        )


def _said(value: object) -> object:
    """What the file says, but for somebody's data: a table given for a plan is quoted no more than any other."""
    return WITHHELD if isinstance(value, str) and personal(value) else value


def _listed(name: str, problems: Sequence[Problem], lang: str) -> str:
    choose = 1 if lang == "en" else 0
    if len(problems) == 1:
        problem = problems[0]
        text = problem.en if lang == "en" else problem.vi
        return MESSAGES["one"][choose].format(name=name, line=problem.line, column=problem.column, text=text)
    lines = [MESSAGES["many"][choose].format(name=name, count=len(problems))]
    for problem in problems[:_MOST_SHOWN]:
        text = problem.en if lang == "en" else problem.vi
        lines.append(MESSAGES["item"][choose].format(line=problem.line, column=problem.column, text=text))
    if len(problems) > _MOST_SHOWN:
        lines.append(MESSAGES["more"][choose].format(count=len(problems) - _MOST_SHOWN))
    return "\n".join(lines)
