"""Words on the screen in the reader's language: English in the code, gettext catalogues for every other language.

A :class:`Message` is an English template with its parameters; its words are chosen when it is shown, so that an error
raised deep in the library, or in a worker process, is said in the language of whoever reads it. ``make words`` collects
the templates into ``locale/``; documents and ``result.json`` are Vietnamese whatever the screen speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from thidua_cli.records import record
from thidua_cli.text.numbers import format_decimal, format_int

if TYPE_CHECKING:
    from gettext import NullTranslations
    from pathlib import PurePath

Lang = Literal["vi", "en"]


@record
class Number:
    """A whole number in a text, thousands grouped as its language does; ``{count:row|rows}`` adds an English noun."""

    value: int
    lang: str

    def __format__(self, nouns: str) -> str:
        digits = f"{self.value:,}" if self.lang == "en" else format_int(self.value)
        one, _, many = nouns.partition("|")
        return f"{digits} {one if self.value == 1 else many}" if nouns else digits


@record
class Message:
    """A sentence for the screen: an English ``str.format`` template and the values of its parameters.

    A parameter may be text that is the same in every language (a name, a path), a number or a day, which each language
    writes in its own way, or a message itself.
    """

    source: str
    params: Mapping[str, Param] = field(default_factory=dict)
    context: str = ""

    def text(self, lang: str = "vi") -> str:
        """The sentence in one language."""
        words = _catalogue(lang)
        # The words of nothing would be about the catalogue.
        plain = self.source and words.gettext(self.source)
        said = words.pgettext(self.context, self.source) if self.context else plain
        return said.format(**{name: _shown(value, lang) for name, value in self.params.items()})

    def __str__(self) -> str:
        return self.text()

    def __hash__(self) -> int:
        return hash((self.context, self.source))


Param: TypeAlias = "str | int | Decimal | date | PurePath | Message"
"""What a message says: text that is the same in every language, a path, a number, a day, or another message."""


def t(source: str, /, **params: Param) -> Message:
    """A message from its English template: ``t("{count:row|rows} of {file} were left out", count=3, file=name)``.

    The template stands in the call as it is, for ``make words`` to find it; so values are never put into
    it before (no f-string).
    """
    return Message(source, params)


def tc(context: str, source: str, /, **params: Param) -> Message:
    """A word that another language says in several ways: ``tc("head", "task")`` is the task that heads a column."""
    return Message(source, params, context)


def joined(parts: Iterable[Param], between: str = ", ") -> Message:
    """Several texts as one."""
    params = {f"part{number}": part for number, part in enumerate(parts)}
    return Message(between.join(f"{{{name}}}" for name in params), params)


def verbatim(text: Param) -> Message:
    """A name, a number or a day alone, where a message is asked for."""
    return joined([text])


def _shown(value: Param, lang: str) -> object:
    if isinstance(value, Message):
        return value.text(lang)
    if isinstance(value, Decimal):
        return f"{value:,f}" if lang == "en" else format_decimal(value)
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}" if lang == "en" else f"{value:%d/%m/%Y}"
    return Number(value, lang) if isinstance(value, int) else value


@cache
def _catalogue(lang: str) -> NullTranslations:
    from gettext import NullTranslations, translation
    from pathlib import Path

    if lang == "en":
        return NullTranslations()
    return translation("thidua", Path(__file__).parents[1] / "locale", [lang])
