"""The small faults that are tried: every one that can be made of the functions of a module, one at a time."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import CodeType

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "floor": "ceil", "ceil": "floor", "sorted": "list"}
ALIKE = {"t", "tc", "cast", "TypeVar"}
"""Calls whose own words are for people or for types: other tests hold them, or nothing does."""
LEFT = {"annotation", "returns", "decorator_list", "args", "format_spec", "ctx", "type_params"}
"""What of a function or an expression is not looked into; the arguments of a call are."""


@dataclass(frozen=True)
class Change:
    """One fault: its function and lines, the statement before and after, and the function's code with the fault."""

    function: str
    lines: range
    was: str
    now: str
    code: CodeType


def changes(source: str, path: str) -> Iterator[Change]:
    """Every fault of a module's functions, in the order of its lines."""
    tree = ast.parse(source)
    for function, name in _functions(tree.body, ""):
        for owner, field, index, child, statement in list(_slots(function, function)):
            was = _words(statement)
            for other in _others(child, field):
                _put(owner, field, index, ast.fix_missing_locations(ast.copy_location(other, child)))
                now = _words(other if child is statement else statement)
                if now != was:
                    yield Change(name, _lines(statement), was, now, _code(compile(tree, path, "exec"), name))
            _put(owner, field, index, child)


def _functions(body: Sequence[ast.stmt], within: str) -> Iterator[tuple[ast.FunctionDef, str]]:
    for node in body:
        if isinstance(node, ast.FunctionDef):
            yield node, within + node.name
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node.body, f"{within}{node.name}.")


def _code(code: CodeType, name: str) -> CodeType:
    """The code of a function, by its qualified name, in the code of its module."""
    for part in name.split("."):
        code = next(one for one in code.co_consts if isinstance(one, CodeType) and one.co_name == part)
    return code


def _words(statement: ast.AST) -> str:
    """A statement on one line, without what stands below it."""
    lines = ast.unparse(statement).split("\n")
    return lines[0] if hasattr(statement, "body") else " ".join(line.strip() for line in lines)


def _lines(statement: ast.stmt) -> range:
    """The lines of a statement, without what stands below it."""
    body = getattr(statement, "body", None)
    return range(statement.lineno, body[0].lineno if body else (statement.end_lineno or statement.lineno) + 1)


Slot = tuple[ast.AST, str, int | None, ast.AST, ast.stmt]
"""A node's owner, where it stands in it, the node itself, and the statement that it is of."""


def _slots(node: ast.AST, statement: ast.stmt) -> Iterator[Slot]:
    """Everything below a node that may be another, in order."""
    call = isinstance(node, ast.Call)
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in ALIKE:
            return
        case ast.Expr(value=ast.Constant()) | ast.keyword(arg="strict"):
            return
    for field, value in ast.iter_fields(node):
        if field in LEFT and not (call and field == "args"):
            continue
        for index, child in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(child, ast.AST) and not (isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)):
                own = child if isinstance(child, ast.stmt) else statement
                yield node, field, index if isinstance(value, list) else None, child, own
                yield from _slots(child, own)


def _put(owner: ast.AST, field: str, index: int | None, child: ast.AST) -> None:
    if index is None:
        setattr(owner, field, child)
    else:
        getattr(owner, field)[index] = child


def _with(node: ast.AST, **fields: object) -> ast.AST:
    return type(node)(**dict(ast.iter_fields(node)) | fields)


def _others(node: ast.AST, field: str) -> Iterator[ast.AST]:
    """What may stand in a node's place."""
    if field in ("ifs", "test"):
        yield ast.Constant(value=True)
    if field == "test":
        yield ast.Constant(value=False)
    yield from _left_out(node)
    yield from _turned(node)
    yield from _other_value(node, field)


def _left_out(node: ast.AST) -> Iterator[ast.AST]:
    """The node without a part of it, or nothing in place of a statement."""
    match node:
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Continue() | ast.Break() | ast.Raise():
            yield ast.Pass()
        case ast.Assign(targets=[ast.Subscript()]):
            yield ast.Pass()
        case ast.BoolOp(values=[first, second]):
            yield from (second, first)
        case ast.BoolOp(values=values):
            yield from (_with(node, values=[one for one in values if one is not left]) for left in values)
        case ast.Call(keywords=[_, *_] as given):
            for left in (one for one in given if one.arg != "strict"):
                yield _with(node, keywords=[one for one in given if one is not left])


def _turned(node: ast.AST) -> Iterator[ast.AST]:
    """The node with another operator."""
    match node:
        case ast.Compare():
            for number, operator in enumerate(node.ops):
                for other in COMPARISONS[type(operator)]:
                    yield _with(node, ops=[*node.ops[:number], other(), *node.ops[number + 1 :]])
        case ast.BinOp() | ast.AugAssign() if type(node.op) in OPERATORS:
            yield _with(node, op=OPERATORS[type(node.op)]())
        case ast.UnaryOp(op=ast.Not() | ast.USub() | ast.Invert()):
            yield node.operand


def _other_value(node: ast.AST, field: str) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(value=bool() as value):
            yield ast.Constant(value=not value)
        case ast.Constant(value=int() as value):
            yield ast.Constant(value=value + 1)
        case ast.Constant(value=str() as value) if value:
            yield ast.Constant(value="")
        case ast.Name(id=name) if name in NAMES and field == "func":
            yield ast.Name(id=NAMES[name], ctx=ast.Load())
