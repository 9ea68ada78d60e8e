"""Shapes of plan values: one declaration that both reads located nodes and writes the JSON Schema.

A shape reads a node into a plain exact value (str, int, Fraction, date, bool, tuple, dict) or notes a problem and
returns None. Places are kept by path, so that later checks can point at line and column.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from thidua_cli.plan.nodes import Entries, Items, Node, Scalar
from thidua_cli.plan.problems import Problems
from thidua_cli.records import record
from thidua_cli.text.language import Message
from thidua_cli.text.nearness import nearest

Path = tuple[str | int, ...]
Schema = dict[str, Any]


@dataclass(slots=True)
class Reading:
    """One reading of a file: the problems found and the place (line, column) of every path that was read."""

    problems: Problems
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)


class Shape(Protocol):
    """What a value may look like."""

    def read(self, node: Node, path: Path, reading: Reading, /) -> Any:
        """The value, or None with a problem noted (None without one means: nothing written)."""

    def schema(self) -> Schema:
        """The same in JSON Schema."""


def nearest_key(path: Path) -> str:
    """The nearest key of a path, as messages name it."""
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


@record
class Text:
    """Free text; folded lines arrive as one. ``blank`` allows an empty one (read as ""); ``ident`` wants an id."""

    blank: bool = False
    ident: bool = False

    def read(self, node: Node, path: Path, reading: Reading) -> str | None:
        """The text without outer white space."""
        if not isinstance(node, Scalar):
            reading.problems.add(node.place, "not_scalar", key=nearest_key(path))
            return None
        text = "" if node.is_null else " ".join(node.value.split())
        if not text and not self.blank:
            reading.problems.add(node.place, "empty_text", key=nearest_key(path))
            return None
        if self.ident and not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", text):
            reading.problems.add(node.place, "bad_id", value=text)
            return None
        return text

    def schema(self) -> Schema:
        """A string; an editor may take a bare number or an empty value for text as well."""
        if self.ident:
            return {"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$"}
        return {"type": ["string", "number", "null"]} if self.blank else {"type": ["string", "number"], "minLength": 1}


@record
class Choice:
    """One of some words; ``docs`` says what each means. ``code`` is the message for another word."""

    docs: Mapping[str, str] | Mapping[str, Message]
    code: str = "bad_choice"

    def read(self, node: Node, path: Path, reading: Reading) -> str | None:
        """The word."""
        if not isinstance(node, Scalar):
            reading.problems.add(node.place, "not_scalar", key=nearest_key(path))
            return None
        if node.value not in self.docs:
            reading.problems.unknown(node.place, self.code, node.value, self.docs)
            return None
        return node.value

    def schema(self) -> Schema:
        """An enumeration; editors that know ``enumDescriptions`` show the meanings."""
        schema: Schema = {"enum": list(self.docs)}
        if any(self.docs.values()):
            schema["enumDescriptions"] = list(map(str, self.docs.values()))
        return schema


@record
class ListOf:
    """A list of one shape; refused items stay as None, so that paths keep counting."""

    item: Shape
    least: int = 0

    def read(self, node: Node, path: Path, reading: Reading) -> tuple[Any, ...] | None:
        """The items in order."""
        if isinstance(node, Scalar) and node.is_null:
            node = Items((), node.place)
        if not isinstance(node, Items):
            reading.problems.add(node.place, "not_list", key=nearest_key(path))
            return None
        if len(node.items) < self.least:
            reading.problems.add(node.place, "empty_list", key=nearest_key(path))
        values = []
        for index, item in enumerate(node.items):
            reading.places[(*path, index)] = item.place
            values.append(self.item.read(item, (*path, index), reading))
        return tuple(values)

    def schema(self) -> Schema:
        """An array."""
        schema: Schema = {"type": "array" if self.least else ["array", "null"], "items": self.item.schema()}
        if self.least:
            schema["minItems"] = self.least
        return schema


@record
class MapOf:
    """Keys that the plan's author chooses (``keys`` None), or a closed choice of keys, all of one shape."""

    value: Shape
    keys: Mapping[str, str] | Mapping[str, Message] | None = None
    ident: bool = True
    code: str = "unknown_key"

    def read(self, node: Node, path: Path, reading: Reading) -> dict[str, Any] | None:
        """The values by key, in the order of the file."""
        if isinstance(node, Scalar) and node.is_null:
            return {}
        if not isinstance(node, Entries):
            reading.problems.add(node.place, "not_mapping", key=nearest_key(path))
            return None
        values: dict[str, Any] = {}
        for key, value in node.entries:
            reading.places[(*path, key.value)] = key.place
            if self.keys is not None and key.value not in self.keys:
                reading.problems.unknown(key.place, self.code, key.value, self.keys)
            elif self.keys is None and self.ident and not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", key.value):
                reading.problems.add(key.place, "bad_id", value=key.value)
            else:
                values[key.value] = self.value.read(value, (*path, key.value), reading)
        return values

    def schema(self) -> Schema:
        """An object with pattern or closed keys."""
        schema: Schema = {"type": ["object", "null"]}
        if self.keys is not None:
            schema["properties"] = {
                key: {**self.value.schema(), **({"description": str(doc)} if doc else {})}
                for key, doc in self.keys.items()
            }
            schema["additionalProperties"] = False
        else:
            if self.ident:
                schema["propertyNames"] = {"pattern": "^[a-z0-9][a-z0-9_-]*$"}
            schema["additionalProperties"] = self.value.schema()
        return schema


@record
class Key:
    """One key of an object: its shape, its description, and whether it must stand there."""

    shape: Shape
    doc: Message
    required: bool = True


def optional(shape: Shape, doc: Message) -> Key:
    """A key that may be left out; the model's default then holds."""
    return Key(shape, doc, required=False)


@record
class Object:
    """A group of known keys; any other key is a mistake."""

    keys: Mapping[str, Key]

    def read(self, node: Node, path: Path, reading: Reading) -> dict[str, Any] | None:
        """The values by key; keys left out or left blank (where that is allowed) are absent."""
        if isinstance(node, Scalar) and node.is_null and not any(key.required for key in self.keys.values()):
            return {}
        if not isinstance(node, Entries):
            reading.problems.add(node.place, "not_mapping", key=nearest_key(path) or reading.problems.name)
            return None
        values: dict[str, Any] = {}
        for key, value in node.entries:
            reading.places[(*path, key.value)] = value.place
            if key.value not in self.keys:
                reading.problems.unknown(key.place, "unknown_key", key.value, self.keys)
                continue
            before = len(reading.problems.found)
            result = self.keys[key.value].shape.read(value, (*path, key.value), reading)
            if result is not None:
                values[key.value] = result
            elif self.keys[key.value].required and len(reading.problems.found) == before:
                reading.problems.add(value.place, "empty_text", key=key.value)
        self._missing(node, reading)
        return values

    def _missing(self, node: Entries, reading: Reading) -> None:
        """Note required keys that are not there, but for those that a misspelt key stands for (already noted)."""
        present = {key.value for key, _ in node.entries}
        missing = [name for name, key in self.keys.items() if key.required and name not in present]
        unknown = present - self.keys.keys() if missing else set()
        meant = {near for word in unknown for near in nearest(word, self.keys)}
        for name in missing:
            if name not in meant:
                reading.problems.add(node.place, "missing_key", key=name, doc=self.keys[name].doc)

    def schema(self) -> Schema:
        """A closed object with the descriptions."""
        return {
            "type": "object",
            "properties": {
                name: {**key.shape.schema(), "description": str(key.doc)} for name, key in self.keys.items()
            },
            "required": [name for name, key in self.keys.items() if key.required],
            "additionalProperties": False,
        }
