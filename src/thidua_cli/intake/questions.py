"""Questions that columns ask, and an answer held against their phrases: only as a whole, negation included.

The phrases stand in ``answers.toml`` and ``positions.toml`` and are read on first use (:mod:`thidua_cli.text.phrases`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from thidua_cli.records import record
from thidua_cli.text.phrases import Book, Parts, Phrases
from thidua_cli.text.vietnamese import clean, fold, key

UNCLEAR = "unclear"
"""The outcome of phrases that are known to say neither (they also keep a text without accents from being misread)."""

_TOKEN = re.compile(r"(?P<percent>\d+(?:[.,]\d+)?)\s*%|(?P<number>\d+[.,]\d+)(?![\d./])|[^\W_]+|[✓✔☑✅√×✗✘☐❌]")
_I_OR_Y = re.compile(r"\b([hklmst])([iíìỉĩị])\b")
_Y = dict(zip("iíìỉĩị", "yýỳỷỹỵ", strict=True))
_WHOLE_NUMBER = re.compile(r"\d+[.,]0+")
_PARTS = re.compile(r"[()\[\];:,\n]|\.(?=\s)|\s[-–—]\s|\s[-–—](?=\w)")


def words(text: object) -> str:
    """The words of an answer, accents kept, one space between them; percentages and fractions as signs.

    100 % is ``100%``, less ``<100%``, more ``>100%``; 0.8 is ``<1``; 3.0 is ``3``.
    """
    if text is None:
        return ""
    return " ".join(_sign(match) for match in _TOKEN.finditer(_one_y(key(str(text)))))


def _one_y(text: str) -> str:
    """One spelling of "đăng kí" and "đăng ký": after some consonants a lone i is also written y."""
    return _I_OR_Y.sub(lambda match: match[1] + _Y[match[2]], text)


def _sign(match: re.Match[str]) -> str:
    if match["percent"]:
        share = Decimal(match["percent"].replace(",", "."))
        return "100%" if share == 100 else "<100%" if share < 100 else ">100%"
    if match["number"]:
        if _WHOLE_NUMBER.fullmatch(match[0]):
            return re.split("[.,]", match[0])[0]
        return "<1" if Decimal(match[0].replace(",", ".")) < 1 else match[0].replace(".", " ").replace(",", " ")
    return match[0]


def plain(said: str) -> str:
    """Words without their accents; the signs stay."""
    return " ".join(word if not word[0].isalnum() or word.endswith("%") else fold(word) for word in said.split())


@record
class Outcome:
    """What one answer means: its phrases, and what turns it in a remark behind."""

    name: str
    phrases: Phrases
    turned_by: Phrases


@record
class Question:
    """One question that a column asks, with every outcome that its answers may have."""

    outcomes: tuple[Outcome, ...]
    otherwise: Mapping[str, str]
    """What the answers yes and no mean here, where no phrase of the question's own fits."""
    accepted: Sequence[str]
    """The words that the column accepts, for people."""

    def own(self, said: str) -> str | None:
        """The outcome of some words as a whole, by this question's own phrases; None for none or several.

        Words with accents are matched with them; words without any are matched without, unless they mean two things.
        """
        if not said:
            return None
        found = {outcome.name for outcome in self.outcomes if outcome.phrases.whole(said)}
        return found.pop() if len(found) == 1 else UNCLEAR if found else None

    def whole(self, said: str) -> str | None:
        """The outcome of some words as a whole, a mere yes or no included."""
        found = self.own(said)
        if found is None and self.otherwise:
            found = self.otherwise.get(question("yes_no").own(said) or "")
        return found

    def answer(self, text: object) -> str | None:
        """What a text answers; None where that is not certain.

        A remark may follow in brackets, after a dash, a comma or a colon, if nothing in it turns the answer.
        """
        said = self.whole(words(text))
        if said is None and text is not None:
            said = self._with_remarks(str(text))
        return None if said == UNCLEAR else said

    def _with_remarks(self, text: str) -> str | None:
        parts = [part for piece in _PARTS.split(clean_lines(text)) if (part := words(piece))]
        first = self.whole(parts[0]) if len(parts) > 1 else None
        if first is None or first == UNCLEAR:
            return None
        turned = next(outcome.turned_by for outcome in self.outcomes if outcome.name == first)
        for part in parts[1:]:
            said = self.whole(part)
            if (said is not None and said != first) or (said is None and turned.within(part)):
                return None
        return first


def clean_lines(text: str) -> str:
    """A text cleaned line by line: where a line ends is where a remark may begin."""
    return "\n".join(clean(line) for line in text.splitlines())


_ANSWERS, _POSITIONS = (Book(__file__, f"{name}.toml", _one_y) for name in ("answers", "positions"))


@lru_cache(maxsize=64)
def question(name: str) -> Question:
    """A question by its name in the data."""
    book = _POSITIONS if name == "position" else _ANSWERS
    said = book.data[name]
    doubt, turn = ([*book.data[which], *said.get(which, [])] for which in ("doubt", "turn"))
    outcomes = []
    for outcome, phrases in said["answers"].items():
        both = outcome in said.get("strict", ())
        barred = [*doubt, *turn] if both else turn if outcome in said.get("negative", ()) else doubt
        gap = rf"(?:(?!(?:{'|'.join(barred)}) )\S+ )*"
        turned_by = Phrases([*barred, *map(fold, barred)], Parts({}))
        outcomes.append(Outcome(outcome, Phrases(phrases, book.parts, gap), turned_by))
    return Question(tuple(outcomes), said.get("otherwise", {}), said.get("accepted", ()))


def only_words(name: str, said: str) -> bool:
    """Whether some words are all among those that answers to a question are made of (or numbers)."""
    known = _ANSWERS.data[name]["only"]["words"].split()
    bare = {fold(word) for word in known} if said.isascii() else set(known)
    return all(word in bare or word.isdigit() for word in said.split())
