"""The tags of one paragraph of a template, each parsed by Jinja: which words it uses, what block it opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_cli.reports.word.grammar import reason
from thidua_cli.text.language import Message, t

if TYPE_CHECKING:
    from jinja2 import nodes

_TAG = re.compile(r"\{\{(?P<value>.*?)\}\}|\{%(?P<block>.*?)%\}|\{#.*?#\}", re.DOTALL)
_UNIT = re.compile(r"^(tr|tc|p|r)\s")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_KEYWORDS = ("for", "endfor", "if", "elif", "else", "endif")
_TABLE_WORDS = ("colspan", "cellbg", "vm", "hm")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its keyword (empty for a value), what it stands for (row, cell, paragraph, run), the words it uses."""

    shown: str
    keyword: str
    unit: str
    used: tuple[tuple[str, ...], ...]
    target: str = ""
    path: tuple[str, ...] = ()


def tags_of(text: str) -> tuple[list[Tag], list[Message]]:
    """The tags of a paragraph in order, and what is wrong with those that cannot be read."""
    tags: list[Tag] = []
    wrong: list[Message] = []
    for match in _TAG.finditer(text):
        value, block = match.group("value"), match.group("block")
        if value is None and block is None:
            continue
        try:
            tags.append(_value(match.group(), value) if value is not None else _block(match.group(), block or ""))
        except _BadTagError as error:
            wrong.append(error.problem)
    rest = _TAG.sub("", text)
    wrong += [
        t("the mark “{mark}” has no counterpart in the paragraph.", mark=mark)
        for mark in ("{{", "}}", "{%", "%}")
        if mark in rest
    ]
    return tags, wrong


class _BadTagError(Exception):
    """A tag that cannot be read."""

    def __init__(self, problem: Message) -> None:
        super().__init__(problem)
        self.problem = problem


def _split_unit(inner: str) -> tuple[str, str]:
    found = _UNIT.match(inner)
    return (found.group(1), inner[found.end() :]) if found else ("", inner)


def _value(shown: str, inner: str) -> Tag:
    unit, expression = _split_unit(inner.translate(_QUOTES))
    tree = _parse(f"{{{{ {expression} }}}}", shown)
    return Tag(shown, "", unit, tuple(_paths(tree)))


def _block(shown: str, inner: str) -> Tag:
    unit, statement = _split_unit(inner.translate(_QUOTES).strip("-+"))
    keyword = (statement.split() or [""])[0]
    if keyword in _TABLE_WORDS:
        expression = statement.split(maxsplit=1)[1] if len(statement.split()) > 1 else "''"
        return Tag(shown, "", "", tuple(_paths(_parse(f"{{{{ {expression} }}}}", shown))))
    if keyword not in _KEYWORDS:
        raise _BadTagError(
            t(
                "the command “{keyword}” in “{shown}” cannot be used; only for, if, elif, else, endif, endfor.",
                keyword=keyword,
                shown=shown,
            ),
        )
    if keyword in ("endfor", "endif", "else"):
        return Tag(shown, keyword, unit, ())
    if keyword == "elif":
        return Tag(shown, keyword, unit, tuple(_paths(_parse(f"{{% {statement[2:]} %}}{{% endif %}}", shown))))
    tree = _parse(f"{{% {statement} %}}{{% end{keyword} %}}", shown)
    return _loop(shown, unit, tree) if keyword == "for" else Tag(shown, keyword, unit, tuple(_paths(tree)))


def _loop(shown: str, unit: str, tree: nodes.Template) -> Tag:
    from jinja2 import nodes

    loop = next(tree.find_all(nodes.For))
    path = _path(loop.iter) or ()
    return Tag(shown, "for", unit, (path,), str(getattr(loop.target, "name", "")), path)


def _parse(source: str, shown: str) -> nodes.Template:
    from jinja2 import TemplateSyntaxError

    from thidua_cli.reports.word.grammar import environment

    try:
        env = environment()
        env.compile(source)  # names filters that do not exist
        return env.parse(source)
    except TemplateSyntaxError as error:
        raise _BadTagError(t("“{shown}” cannot be read ({message}).", shown=shown, message=reason(error))) from error
    except (RecursionError, MemoryError) as error:
        raise _BadTagError(t("“{shown}” is too complex.", shown=shown[:60])) from error


def _paths(tree: nodes.Node) -> Iterator[tuple[str, ...]]:
    """The words that an expression uses, as paths: ``k.don_vi`` is ``("k", "don_vi")``."""
    path = _path(tree)
    if path is not None:
        yield path
        return
    for child in tree.iter_child_nodes():
        yield from _paths(child)


def _path(node: nodes.Node) -> tuple[str, ...] | None:
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr):
        before = _path(node.node)
        return None if before is None else (*before, node.attr)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        before = _path(node.node)
        return None if before is None else (*before, str(node.arg.value))
    return None
