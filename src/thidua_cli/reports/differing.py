"""Where two results differ, in words: unit, criterion, figure, and the file, sheet and row that it comes from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from thidua_cli.reports import wording
from thidua_cli.reports.shortening import clean
from thidua_cli.result import Result
from thidua_cli.text.glossary import called
from thidua_cli.text.language import Lang, t

_LONGEST = 60
_CELLS = 4
_READ = re.compile(r"\.counts\.|\.(?:against|undecided_rows)\[|^findings\[")


@dataclass(frozen=True, slots=True)
class Difference:
    """One place in ``result.json`` that differs, with both values in short.

    ``where`` says it in words: the unit, the criterion, the figure, the file and sheet that it comes from.
    """

    place: str
    where: str
    before: str
    after: str

    @property
    def is_read(self) -> bool:
        """Whether it is what is read from the inputs: a count, a row, a finding; all else follows from these."""
        return _READ.search(self.place) is not None


@dataclass(frozen=True, slots=True)
class _At:
    """Where the walk stands: the path, its words, the field of the last list, and where figures here come from."""

    result: Result
    lang: Lang
    units: Mapping[str, str]
    place: str = ""
    words: tuple[str, ...] = ()
    field: str = ""
    source: str = ""


def differences(old: Result, new: Result, lang: Lang = "vi") -> Iterator[Difference]:
    """Every value that differs; lists are compared entry by entry as they are called, not by their order alone."""
    return _differ(
        _At(new, lang, {unit.id: unit.name for unit in new.units}), msgspec.to_builtins(old), msgspec.to_builtins(new)
    )


def _differ(at: _At, old: Any, new: Any) -> Iterator[Difference]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        source = _source(new, at.lang) or at.source
        for name in dict.fromkeys((*old, *new)):
            twin = f"{name}_en" if at.lang == "en" else name.removesuffix("_en")
            if twin != name and old.get(twin) != new.get(twin):
                continue  # the same again, in the other language
            inner = replace(at, place=f"{at.place}.{name}".lstrip("."), field=name, source=source)
            if name not in _ENTRIES - _ROWS:
                inner = replace(inner, words=(*at.words, *_field(name, at)))
            yield from _differ(inner, old.get(name), new.get(name))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _lists(at, old, new)
    else:
        where = ", ".join(at.words) + (f" [{at.source}]" if at.source else "")
        yield Difference(at.place, where or at.place, _value(old, at), _value(new, at))


def _lists(at: _At, old: list[Any], new: list[Any]) -> Iterator[Difference]:
    left, right = _named(at, old), _named(at, new)
    places = {name: number for named in (right, left) for number, name in enumerate(named)}
    for name in dict.fromkeys((*left, *right)):
        before, after = left.get(name), right.get(name)
        if before == after:
            continue
        inner = replace(at, place=f"{at.place}[{places[name]}]", words=(*at.words, *filter(None, name[:1])))
        inner = replace(inner, source="") if at.field in _ROWS else inner
        yield from _differ(inner, before, after)


def _named(at: _At, items: list[Any]) -> dict[tuple[str, int], Any]:
    """The entries of a list by what they are called, and by their number among those called so."""
    found: dict[tuple[str, int], Any] = {}
    known: Counter[str] = Counter()
    for item in items:
        name = _entry(at, item) if isinstance(item, dict) and at.field in _ENTRIES else ""
        found[name, known[name]] = item
        known[name] += 1
    return found


_ROWS = frozenset({"against", "undecided_rows", "sources"})
_ENTRIES = _ROWS | {
    *("units", "criteria", "measures", "individuals", "proposals", "exclusions", "findings", "inputs", "sheets")
}
"""Lists whose entries have a name of their own; rows of an input among them."""


def _entry(at: _At, item: Mapping[str, Any]) -> str:
    """What people call one entry of a list."""
    if at.field in ("units", "individuals", "proposals", "exclusions"):
        unit = str(item.get("unit", ""))
        place = at.units.get(unit, unit)
        return ", ".join(filter(None, (item.get("name") or item.get("individual"), place)))
    if at.field == "criteria":
        return wording.criterion_named(item["id"], at.result)
    if at.field == "measures":
        return wording.measure_named(str(item["id"]), at.result)
    place = wording.place_text(item.get("file"), item.get("sheet"), item.get("cell"), at.lang)
    row = t("row {row}", row=str(item["row"])).text(at.lang) if "row" in item else ""
    called_so = (item.get("name_en") if at.lang == "en" else "") or str(item.get("name"))
    name = t("finding “{name}”", name=called_so).text(at.lang) if at.field == "findings" else ""
    return ", ".join(filter(None, (name, place, row)))


def _source(item: Mapping[str, Any], lang: Lang) -> str:
    """The files, sheets and, of single figures, cells that the figures of a measure come from."""
    places = [
        wording.place_text(one.get("file"), one.get("sheet"), ", ".join(one.get("cells", ())[:_CELLS]) or None, lang)
        for one in item.get("sources") or ()
    ]
    return "; ".join(dict.fromkeys(places))


def _field(name: str, at: _At) -> tuple[str, ...]:
    if name == "counts":
        return ()
    if at.field == "counts":
        return (wording.count_words(at.result, at.lang).get(name, name),)
    said = called("result", name.removesuffix("_en"))
    english = name.endswith("_en") and at.lang != "en"
    return ((t("{field} in English", field=said) if english else said).text(at.lang),)


_WORDS: Mapping[str, Callable[[str, _At], str]] = {
    "verdict": lambda value, at: wording.verdict_word(value, at.lang),
    "reason": lambda value, at: wording.reason_text(value, at.lang),
    "decided_by": lambda value, at: wording.tie_breaker_word(value, at.result, at.lang),
}
"""Values that are said in other words than ``result.json`` has, by their field."""


def _value(value: object, at: _At) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return (t("yes") if value else t("no")).text(at.lang)
    if isinstance(value, dict | list):
        return t("is there").text(at.lang)
    if at.field in _WORDS:
        return _WORDS[at.field](str(value), at)
    text = clean(str(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
