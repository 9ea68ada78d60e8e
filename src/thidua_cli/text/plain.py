"""Text from elsewhere made harmless: nothing in a name steers a terminal or turns the direction of writing."""

from __future__ import annotations

import re

_STEERING = (
    "\\x7f-\\x9f\\xad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f"
    "\\ufeff\\ufff9-\\ufffb"
)
"""Control and format characters and separators beyond ASCII: DEL, the C1 set, marks of direction, invisible ones."""
_UNSEEN = re.compile(f"[\\x00-\\x09\\x0b-\\x1f{_STEERING}\\ud800-\\udfff\\U000e0000-\\U000e0fff]")
_UNESCAPED = re.compile(f"[{_STEERING}]")


def visible(text: str) -> str:
    """The text with a blank for each control, format and surrogate character; line ends stay."""
    return _UNSEEN.sub(" ", text)


def published(value: object) -> bytes:
    """A value as the JSON that programs and people read: UTF-8, two spaces of indent, a final line end.

    What could steer a terminal is written as an escape, which means the same.
    """
    import msgspec

    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    return _UNESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode() + b"\n"


def schema_of(kind: type) -> dict[str, object]:
    """The JSON Schema of a class, the same under every Python: some keep the indentation of docstrings, some do not."""
    import inspect

    import msgspec

    schema = msgspec.json.schema(kind)
    for part in schema["$defs"].values():
        if "description" in part:
            part["description"] = inspect.cleandoc(part["description"])
    return schema
