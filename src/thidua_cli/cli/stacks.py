"""Options that go together, declared once: a command asks for a stack and gets one value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_cli.cli import options as o
from thidua_cli.cli import plans
from thidua_cli.cli.saying import screen_width
from thidua_cli.records import record

if TYPE_CHECKING:
    from thidua_cli.choosing import ChosenPlan
    from thidua_cli.intake.opening import Limits
    from thidua_cli.pipeline import ReadOptions
    from thidua_cli.plan.model import Plan
    from thidua_cli.text.language import Lang


@record
class Screen:
    """What the screen is to show: its language, whether less is said, whether colour is unwanted."""

    lang: Lang
    quiet: bool
    no_color: bool

    @property
    def colour(self) -> bool:
        """Whether colour may be used here."""
        return o.colour_wanted(self.no_color)

    @property
    def width(self) -> int:
        """Columns of the screen."""
        return screen_width()


@record
class Given:
    """What is judged by, and how inputs are read."""

    plan_path: Path | None = None
    mapping_path: Path | None = None
    as_of: date | None = None
    systems: tuple[str, ...] = ()
    skip_unreadable: bool = False
    limits: int = 1

    def choose(self, data: Sequence[Path] = ()) -> ChosenPlan:
        """Which plan it is, for some data. Raises UsageError where several could be meant."""
        from thidua_cli.choosing import choose_plan

        return choose_plan(self.plan_path, data)

    def plan(self, data: Sequence[Path] = ()) -> Plan:
        """The plan, with the words of a mapping file."""
        return plans.load(self.choose(data), self.mapping_path)

    def bounds(self) -> Limits:
        """How large a file may be."""
        from thidua_cli.intake.opening.limits import DEFAULT_LIMITS

        return DEFAULT_LIMITS.raised(self.limits)

    def reading(self) -> ReadOptions:
        """The reading options as the library takes them. Raises UsageError for a wrong ``--system``."""
        from thidua_cli.pipeline import ReadOptions

        systems = dict(map(o.system_of, self.systems))
        return ReadOptions(systems=systems, skip_unreadable=self.skip_unreadable, limits=self.bounds())


@record
class Target:
    """Which files are written, where, from which templates; and whether the page opens."""

    out: Path | None
    formats: str
    templates: Path | None
    overwrite: bool
    open_page: bool
    previous: Path | None = None

    def names(self) -> list[str]:
        """The files asked for. Raises UsageError for an unknown word."""
        from thidua_cli.reports.rendering import chosen_files

        return chosen_files([word for word in self.formats.split(",") if word.strip()])

    def show(self, folder: Path, written: list[str]) -> None:
        """Open the page that was written in the browser, where that is asked for."""
        pages = [name for name in written if name.endswith(".html")]
        if self.open_page and pages:
            o.open_page(folder / pages[0])


Option = Callable[[Callable[..., Any]], Callable[..., Any]]


def _stack(name: str, kind: Callable[..., Any], **options: Option) -> Option:
    """A decorator that adds options to a command and hands their values over as one: ``name=kind(…)``."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def with_stack(*arguments: Any, **values: Any) -> Any:
            taken = {field: values.pop(field) for field in options}
            return command(*arguments, **values, **{name: kind(**taken)})

        decorated: Callable[..., Any] = with_stack
        for option in reversed(options.values()):
            decorated = option(decorated)
        return decorated

    return decorate


screen_options = _stack("screen", Screen, lang=o.lang_option, quiet=o.quiet_option, no_color=o.colour_option)
reading_options = _stack(
    "given",
    Given,
    plan_path=o.plan_option,
    mapping_path=o.mapping_option,
    as_of=o.as_of_option,
    systems=o.system_option,
    skip_unreadable=o.skip_option,
    limits=o.limits_option,
)
again_options = _stack("given", Given, plan_path=o.plan_option, mapping_path=o.mapping_option, limits=o.limits_option)
"""Of a result that is derived again: how its inputs were read stands in it."""
plan_options = _stack("given", Given, plan_path=o.plan_argument, mapping_path=o.mapping_option)
_WRITING = {
    "out": o.out_option,
    "formats": o.format_option,
    "templates": o.templates_option,
    "overwrite": o.overwrite_option,
    "open_page": o.open_option,
}
writing_options = _stack("target", Target, **_WRITING, previous=o.previous_option)
batch_options = _stack("target", Target, **_WRITING)
