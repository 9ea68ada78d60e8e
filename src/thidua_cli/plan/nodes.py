"""YAML as located nodes: every key and value with its line, column and place in the text, nothing typed yet.

Only the plain part of YAML is let in (no anchors, aliases, tags, second documents), so a plan cannot grow while it is
read, and no value changes type by how it looks ("no", "12:30", "1_000" stay text until a shape reads them).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from thidua_cli.plan.problems import YAML_MEANINGS, Problems
from thidua_cli.records import record

if TYPE_CHECKING:
    import yaml

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 24


@record
class Scalar:
    """A single value. ``start``/``end`` delimit its source text; ``plain`` is False for quoted and block scalars."""

    value: str
    plain: bool
    place: tuple[int, int]
    start: int
    end: int

    @property
    def is_null(self) -> bool:
        """Whether nothing was written (``key:``), or YAML's ``~`` or ``null``."""
        return self.plain and self.value in ("", "~", "null")


@record
class Items:
    """A list; ``start``/``end`` delimit its source text."""

    items: tuple[Node, ...]
    place: tuple[int, int]
    start: int = 0
    end: int = 0


@record
class Entries:
    """A group of ``key: value`` lines, keys unique; ``flow`` is the form with braces."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: tuple[int, int]
    flow: bool
    start: int = 0
    end: int = 0

    def get(self, key: str) -> Node | None:
        """The value of a key, None where it is absent."""
        return next((value for name, value in self.entries if name.value == key), None)


Node = Scalar | Items | Entries


def parse(text: str, problems: Problems) -> Entries:
    """The top-level keys of a plan text.

    Raises PlanError with line and column for whatever YAML or we refuse; a key written twice is only noted in
    ``problems`` (the first one is kept), so that the caller can list it beside other mistakes.
    """
    import yaml  # 20 ms, and not every command reads a plan

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        builder = _Builder(yaml.parse(text, Loader=loader), problems)
        root = builder.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = error.problem or error.context or ""
        tab = mark is not None and text[mark.index : mark.index + 1] == "\t"
        _syntax(problems, place, f"{reason} (tab character)" if tab else reason)
        raise problems.error() from None
    except yaml.YAMLError as error:
        _syntax(problems, _unprintable(text), str(error).splitlines()[0])
        raise problems.error() from None
    if isinstance(root, Entries):
        return root
    problems.add((1, 1), "not_mapping" if root is not None and not _blank(root) else "empty", key=problems.name)
    raise problems.error()


def _blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null


def _unprintable(text: str) -> tuple[int, int]:
    """Where the first character stands that YAML does not allow at all."""
    for line, words in enumerate(text.split("\n"), 1):
        for column, character in enumerate(words, 1):
            if not (character.isprintable() or character.isspace()):
                return line, column
    return 1, 1


def _syntax(problems: Problems, place: tuple[int, int], reason: str) -> None:
    """Note what the YAML library says, with what that means to the person who edits the file."""
    why = " ".join(reason.split())
    meaning = next(words for part, words in YAML_MEANINGS.items() if part in why)
    problems.add(place, "yaml", meaning=meaning)


class _RefusedError(Exception):
    """What cannot be read further; the problem is already noted."""


class _Builder:
    """Turns the stream of YAML events into nodes, refusing anchors, aliases, tags and depth."""

    def __init__(self, events: Iterator[yaml.Event], problems: Problems) -> None:
        self._events = events
        self._problems = problems

    def document(self) -> Node | None:
        """The one document of the stream, None where there is none."""
        import yaml

        root: Node | None = None
        seen = 0
        try:
            for event in self._events:
                if isinstance(event, yaml.DocumentStartEvent):
                    seen += 1
                    if seen > 1:
                        self._refuse(event, "documents")
                    root = self._node(next(self._events), 0)
        except _RefusedError:
            raise self._problems.error() from None
        return root

    def _refuse(self, event: yaml.Event, code: str) -> None:
        self._problems.add(_place(event), code)
        raise _RefusedError

    def _node(self, event: yaml.Event, depth: int) -> Node:
        import yaml

        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(event, "alias")
        if getattr(event, "tag", None):
            self._refuse(event, "tag")
        if depth > MAX_DEPTH:
            self._refuse(event, "deep")
        if isinstance(event, yaml.ScalarEvent):
            start, end = event.start_mark, event.end_mark
            return Scalar(
                event.value, not event.style, _place(event), start.index if start else 0, end.index if end else 0
            )
        if isinstance(event, yaml.MappingStartEvent):
            return self._entries(event, depth)
        return self._items(event, depth)

    def _items(self, start: yaml.Event, depth: int) -> Items:
        import yaml

        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        # A block list has no closing mark: it ends where its last item does, before blank lines and comments.
        end = items[-1].end if items and not getattr(start, "flow_style", False) else _end(event)
        return Items(tuple(items), _place(start), _start(start), end)

    def _entries(self, start: yaml.MappingStartEvent, depth: int) -> Entries:
        import yaml

        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                self._problems.add(key.place, "key_not_text")
            elif isinstance(value, Scalar) and key.end == value.start:  # no colon: the rest of a text before a comma
                name, said = next(((k.value, v) for k, v in reversed(entries.values())), ("name", None))
                text = f"{said.value}, {key.value}" if isinstance(said, Scalar) else key.value
                self._problems.add(key.place, "flow_comma", word=key.value, key=name, value=text)
            elif key.value in entries:
                first = entries[key.value][0]
                self._problems.add(key.place, "duplicate_key", key=key.value, line=str(first.place[0]))
            else:
                entries[key.value] = (key, value)
        flow = bool(start.flow_style)
        last = next(reversed(entries.values()), None)
        end = last[1].end if last is not None and not flow else _end(event)
        return Entries(tuple(entries.values()), _place(start), flow, _start(start), end)


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
