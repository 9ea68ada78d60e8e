"""What a template may say: words, comparisons, loops over lists; nothing that grows, calls, or passes for markup.

Jinja itself parses; every expression and statement is held against what stands here before any of it is run, wherever
in the file it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from thidua_cli.errors import TemplateError
from thidua_cli.text.language import Message, Param, t

if TYPE_CHECKING:
    from jinja2 import TemplateSyntaxError
    from jinja2.sandbox import SandboxedEnvironment

_NODES = (
    "Template Output TemplateData Name Const Getattr Getitem For If CondExpr Filter Test Compare Operand And Or Not "
    "Add Sub Concat List Tuple Pair Keyword"
).split()
_FILTERS = "upper lower capitalize title trim length count default d first last join e escape".split()
_TESTS = "defined undefined none string number sequence eq equalto ne lt le gt ge in true false".split()
MOST_STEPS = 100_000
"""Steps of all loops of one document together: the documents of 3,000 units take less than half of it."""
MOST_TEXT = 20_000_000
"""Characters of one filled part of a document, which a report on 3,500 units has."""


class BoundsError(Exception):
    """A template asks for more than any document needs."""


class Steps:
    """How many steps the loops of one document may still take; several documents may be filled with the same words."""

    def __init__(self) -> None:
        self._left = MOST_STEPS

    def begin(self) -> None:
        """Another document: all steps are free again."""
        self._left = MOST_STEPS

    def counted(self, value: Any) -> Any:
        """The same value, whose lists count how often they are gone through."""
        if isinstance(value, dict):
            return type(value)({name: self.counted(one) for name, one in value.items()})
        return _Counted([self.counted(one) for one in value], self) if isinstance(value, list) else value

    def take(self) -> None:
        """One step more. Raises BoundsError where there is none left."""
        self._left -= 1
        if self._left < 0:
            raise BoundsError


class _Counted(list[Any]):
    """A list that counts its steps."""

    def __init__(self, items: Iterable[Any], steps: Steps) -> None:
        super().__init__(items)
        self._steps = steps

    def __iter__(self) -> Iterator[Any]:
        for item in super().__iter__():
            self._steps.take()
            yield item


def environment() -> SandboxedEnvironment:
    """The sandbox in which templates run: unknown words fail, every value is escaped, output is bounded."""
    from jinja2 import StrictUndefined

    return _environment_class()(undefined=StrictUndefined, autoescape=True)


@cache
def _environment_class() -> type[SandboxedEnvironment]:
    from jinja2.sandbox import SandboxedEnvironment

    class Narrow(SandboxedEnvironment):
        """Jinja with the part of its language that documents need."""

        concat = staticmethod(_bounded_join)

        def _parse(self, source: str, name: str | None, filename: str | None) -> Any:
            try:
                tree = super()._parse(source, name, filename)
            except (RecursionError, MemoryError) as error:
                raise _refusal(t("nested too deeply"), 1) from error
            _check(tree)
            return tree

    return Narrow


def _bounded_join(parts: Iterable[str]) -> str:
    taken, length = [], 0
    for part in parts:
        length += len(part)
        if length > MOST_TEXT:
            raise BoundsError
        taken.append(part)
    return "".join(taken)


def _check(tree: Any) -> None:
    """Raise TemplateSyntaxError for what a template may not say. Deep trees are none: their depth is Jinja's own."""
    from jinja2 import nodes

    waiting = [tree]
    while waiting:
        node = waiting.pop()
        kind = type(node).__name__
        if isinstance(node, nodes.For) and not _is_plain_loop(node):
            raise _refusal(t("write it as {{% for name in list %}}"), node.lineno)
        what = ""
        if kind not in _NODES:
            what = kind.lower()
        elif isinstance(node, nodes.Filter) and (node.name not in _FILTERS or not _keeps_short(node)):
            what = f"|{node.name}"
        elif isinstance(node, nodes.Test) and node.name not in _TESTS:
            what = f"is {node.name}"
        if what:
            raise _refusal(t("“{what}” cannot be used", what=what), node.lineno)
        waiting += node.iter_child_nodes()


def _refusal(said: Message, line: int | None) -> TemplateSyntaxError:
    from jinja2 import TemplateSyntaxError

    return TemplateSyntaxError(said, line or 1)  # type: ignore[arg-type]  # kept as it is, to be said in any language


def reason(error: TemplateSyntaxError) -> Param:
    """Why a template may not say what it does; what Jinja itself finds is said in its own words."""
    return error.message or ""


def _is_plain_loop(node: Any) -> bool:
    from jinja2 import nodes

    return _is_word(node.iter) and isinstance(node.target, nodes.Name) and node.test is None and not node.recursive


def _keeps_short(node: Any) -> bool:
    """Whether a filter's text cannot be made to grow by repeating it: ``join`` of a text would, and of that again."""
    return node.name != "join" or _is_word(node.node)


def _is_word(node: Any) -> bool:
    from jinja2 import nodes

    while isinstance(node, nodes.Getattr):
        node = node.node
    return isinstance(node, nodes.Name)


def out_of_bounds(name: str) -> TemplateError:
    """The message for a template that takes more than any document needs."""
    return TemplateError(
        t("{name}: the template is too large or repeats too often, it cannot be filled.", name=name),
        hint=t("Compare with the original (of the command init): fewer loops within loops, fewer pictures and pages."),
    )
