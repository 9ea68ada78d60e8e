"""One changed figure in a plan's text (``what-if --set tc3=60``), comments and all other bytes kept.

The change is made in the YAML text itself, so that an overridden plan goes through the same loader and the same checks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace

from thidua_cli.errors import PlanError, UsageError
from thidua_cli.plan.declaration import PLAN
from thidua_cli.plan.loading import FILE_NAME, load_plan_text
from thidua_cli.plan.model import Plan
from thidua_cli.plan.nodes import Entries, Items, Node, Scalar, parse
from thidua_cli.plan.problems import MESSAGES, Problems
from thidua_cli.plan.requirements import REQUIREMENT
from thidua_cli.plan.scalars import amount
from thidua_cli.plan.shapes import Object
from thidua_cli.records import record
from thidua_cli.text.language import joined, t
from thidua_cli.text.nearness import did_you_mean, nearest, same_id

_INDIVIDUALS = "individuals"


@record
class _Edit:
    """Replace ``text[start:end]`` by ``new``."""

    start: int
    end: int
    new: str


def apply_overrides(text: str, assignments: Iterable[str]) -> str:
    """The plan text with every assignment made; UsageError for one that :func:`apply_override` refuses, or two of one.

    ``TC1``, ``tc1`` and ``tc1.task_completion`` are one where the criterion has no other requirement.
    """
    plan = load_plan_text(text, FILE_NAME)
    lone = {c.id.casefold(): c.requirements[0].measure for c in plan.criteria if len(c.requirements) == 1}
    known: dict[str, str] = {}
    for assignment in assignments:
        target = assignment.partition("=")[0].strip().casefold()
        full = f"{target}.{lone[target]}" if target in lone else target
        if full in known:
            said = t("--set: “{first}” and “{second}” set the same value.", first=known[full], second=assignment)
            raise UsageError(said, hint=t("Keep one of the two."))
        known[full] = assignment
        text = apply_override(text, assignment)
    return text


def apply_override(text: str, assignment: str) -> str:
    """The plan text with one assignment made.

    Forms: ``tc3=60`` (a criterion with one requirement), ``tc2.on_time=98``, ``settings.compare=time``,
    ``weights.tc1=30``, ``quota.phong-ban=3`` (or ``20%``; ``none`` for no quota), ``quota.individuals=5``. A threshold
    in percent above 1 may be given without ``%``. ``text`` must be a valid plan (PlanError if not). Raises UsageError
    for an unknown name, with the nearest word, and for a value that the plan would refuse.
    """
    text = text.removeprefix("\ufeff")
    target, equals, value = (part.strip() for part in assignment.partition("="))
    target = target.casefold()
    if not equals or not target or not value:
        raise UsageError(
            t("“{assignment}” is not of the form NAME=VALUE.", assignment=assignment),
            hint=t("Such as --set tc3=60, --set tc2.on_time=98, --set settings.compare=time, --set quota.phong-ban=3"),
        )
    plan = load_plan_text(text, FILE_NAME)
    edit = _edit(parse(text, Problems(FILE_NAME)), text, plan, target, value)
    changed = text[: edit.start] + edit.new + text[edit.end :]
    try:
        load_plan_text(changed, FILE_NAME)
    except PlanError as error:
        # without the place in a text that nobody sees
        raise UsageError(joined([f"--set {assignment}", error.problems[0]], ": "), t("Correct the value.")) from None
    return changed


def with_value(text: str, key: str, value: str) -> str:
    """The plan text with another value for a key (``period.from``), unchanged where the plan does not state it."""
    root = parse(text, Problems(FILE_NAME))
    *path, name = key.split(".")
    node: Node | None = root
    for part in path:
        node = node.get(part) if isinstance(node, Entries) else None
    old = node.get(name) if isinstance(node, Entries) else None
    if not isinstance(old, Scalar):
        return text
    source = text[old.start : old.end]  # of a block: with its last line end
    edit = _put(root, text, tuple(path), name, value)
    return text[: edit.start] + edit.new + source[len(source.rstrip()) :] + text[edit.end :]


def _edit(root: Entries, text: str, plan: Plan, target: str, value: str) -> _Edit:
    head, dot, rest = target.partition(".")
    criteria = [criterion.id for criterion in plan.criteria]
    if (named := same_id(head, criteria)) is not None:
        return _threshold(root, text, plan, named, rest if dot else None, value)
    if head == "settings":
        return _setting(root, text, rest, value)
    if head == "weights":
        rest = same_id(rest, criteria) or rest
        _known(rest, criteria, "weights.")
        return _put(root, text, ("criteria", rest), "weight", value)
    if head == "quota":
        groups = [group.id for group in plan.groups]
        _known(rest, [*groups, _INDIVIDUALS], "quota.")
        written = "" if value == "none" else value
        if rest == _INDIVIDUALS and rest not in groups:
            return _put(root, text, ("awards",), "individual_quota", written)
        return _put(root, text, ("groups", rest), "quota", written)
    raise _unknown(target, _targets(plan))


def _targets(plan: Plan) -> list[str]:
    """Everything that can stand before the equals sign."""
    names = []
    for criterion in plan.criteria:
        measures = [requirement.measure for requirement in criterion.requirements]
        names += [criterion.id] if len(measures) == 1 else [f"{criterion.id}.{measure}" for measure in measures]
    return [
        *names,
        *(f"settings.{name}" for name in _setting_names()),
        *(f"weights.{criterion.id}" for criterion in plan.criteria),
        *(f"quota.{name}" for name in (*(group.id for group in plan.groups), _INDIVIDUALS)),
    ]


def _known(word: str, known: Iterable[str], prefix: str) -> None:
    words = list(known)
    if word not in words:
        raise _unknown(prefix + word, [prefix + item for item in words])


def _unknown(word: str, known: Iterable[str]) -> UsageError:
    words = list(known)
    near = nearest(word, words)
    return UsageError(
        t("--set: there is no “{word}” in the plan.{near}", word=word, near=did_you_mean(near)),
        hint=t("Available: {words}", words=", ".join(words)),
    )


def _threshold(root: Entries, text: str, plan: Plan, criterion_id: str, measure: str | None, value: str) -> _Edit:
    criterion = next(criterion for criterion in plan.criteria if criterion.id == criterion_id)
    measures = [requirement.measure for requirement in criterion.requirements]
    if measure is None and len(measures) > 1:
        choices = ", ".join(f"{criterion_id}.{item}" for item in measures)
        raise UsageError(
            t(
                "--set: the criterion {criterion_id} has {count} requirements; say which one.",
                criterion_id=criterion_id,
                count=len(measures),
            ),
            hint=t("Available: {choices}", choices=choices),
        )
    if measure is not None:
        _known(measure, measures, f"{criterion_id}.")
    position = measures.index(measure) if measure is not None else 0
    requirements = _entry(root, ("criteria", criterion_id)).get("requirements")
    node = requirements.items[position] if isinstance(requirements, Items) else None
    percent = criterion.requirements[position].percent
    source = text[node.start : node.end] if isinstance(node, Scalar) else ""
    match = REQUIREMENT.search(source)
    if not isinstance(node, Scalar) or match is None:
        raise _unknown(criterion_id, [])
    given = amount(value)
    if given is None:
        key = ".".join(filter(None, (criterion_id, measure)))
        said = replace(MESSAGES["bad_number"], params={"key": key, "value": value, "example": t("60 or 82.5")})
        raise UsageError(joined(["--set", said], ": "))
    if percent and not given.percent and given.value <= 1:
        params = {**match.groupdict(), "value": f"{float(given.value * 100):g}"}
        said = replace(MESSAGES["percent_needed"], params=params)
        raise UsageError(joined([f"--set {criterion_id}={value}", said], ": "))
    new = value if value.endswith("%") or not percent else f"{value} %"
    return _Edit(node.start + match.start("value"), node.start + match.end(), new)


def _setting_names() -> list[str]:
    shape = PLAN.keys["settings"].shape
    return list(shape.keys) if isinstance(shape, Object) else []


def _setting(root: Entries, text: str, name: str, value: str) -> _Edit:
    _known(name, _setting_names(), "settings.")
    if root.get("settings") is None or not isinstance(root.get("settings"), Entries):
        return _put(root, text, (), "settings", f"{{{name}: {_written(value)}}}", raw=True)
    return _put(root, text, ("settings",), name, value, raw=value.startswith("["))


def _entry(root: Entries, path: tuple[str, ...]) -> Entries:
    """The group of keys at a path: a key of the file, then (in a list) the entry with that id."""
    node: Node | None = root
    for part in path:
        if isinstance(node, Items):
            node = next((item for item in node.items if isinstance(item, Entries) and _id(item) == part), None)
        elif isinstance(node, Entries):
            node = node.get(part)
    if not isinstance(node, Entries):
        raise _unknown(".".join(path), [])
    return node


def _id(entry: Entries) -> str:
    node = entry.get("id")
    return node.value if isinstance(node, Scalar) else ""


def _put(root: Entries, text: str, path: tuple[str, ...], key: str, value: str, *, raw: bool = False) -> _Edit:
    """Write ``key: value`` into the group at ``path``: over the old value, or as a new key before the first one."""
    entry = _entry(root, path)
    written = value if raw else _written(value)
    old = entry.get(key)
    if isinstance(old, Scalar):
        # An empty value ("quota:") starts right behind its colon.
        space = "" if old.start < old.end or text[old.start - 1 : old.start].isspace() else " "
        return _Edit(old.start, old.end, space + written)
    if isinstance(old, Items):
        return _Edit(old.start, old.end, written)
    if not entry.entries:
        return _Edit(entry.start, entry.end, f"{{{key}: {written}}}")
    first = entry.entries[0][0]
    end = ", " if entry.flow else "\n" + " " * (first.place[1] - 1)
    return _Edit(first.start, first.start, f"{key}: {written}{end}")


def _written(value: str) -> str:
    """A value as a YAML scalar: plain where that is safe, else quoted (JSON strings are YAML)."""
    return value if re.fullmatch(r"(\w[\w./% -]*)?", value) else json.dumps(value, ensure_ascii=False)
