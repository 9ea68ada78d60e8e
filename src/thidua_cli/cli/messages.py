"""What click says about wrong usage, in the user's language."""

from __future__ import annotations

import click
from click.core import ParameterSource

from thidua_cli.cli.helping import named
from thidua_cli.text.language import Message, joined, t
from thidua_cli.text.nearness import did_you_mean, nearest


def click_message(error: click.ClickException) -> Message:
    """One message: what is wrong with the command's words, and where help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "thidua"
    return t("{wrong}\nSee: {path} --help", wrong=_said(error), path=path)


def _called(parameter: click.Parameter | None, context: click.Context | None) -> Message | str:
    """What a person types for it: the option itself, or the word by which the help calls an argument."""
    if parameter is None or context is None:
        return ""
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return named(parameter.make_metavar(context).strip("[]").rstrip("."))


def _given_as(parameter: click.Parameter | None, context: click.Context | None) -> Message | str:
    """What the value was given as: the variable of the environment that it stands in, else the parameter."""
    variable = parameter.envvar if isinstance(parameter, click.Option) else None
    if context is None or parameter is None or not isinstance(variable, str):
        return _called(parameter, context)
    source = context.get_parameter_source(parameter.name or "")
    return variable if source is ParameterSource.ENVIRONMENT else _called(parameter, context)


def nearest_command(word: str, error: click.UsageError) -> Message | str:
    """The command that a misspelt word is nearest to, as a question; empty where none is."""
    group = error.ctx.command if error.ctx is not None else None
    names = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx is not None else []
    return did_you_mean(nearest(word.strip("'"), names, cutoff=0.6))


def _said(error: click.ClickException) -> Message | str:
    if isinstance(error, click.NoSuchOption):
        near = t(" Did you mean {near}?", near=" / ".join(error.possibilities)) if error.possibilities else ""
        return t("No such option {name}.{near}", name=error.option_name, near=near)
    if isinstance(error, click.MissingParameter):
        name = _called(error.param, error.ctx)
        return _missing(error, name) if name else t("Something is missing.")
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    if isinstance(error, click.UsageError) and error.message.startswith("No such command"):
        word = error.message.removeprefix("No such command ").rstrip(".")
        return t("No such command {word}.{near}", word=word, near=nearest_command(word, error))
    if isinstance(error, click.BadOptionUsage):
        if "requires an argument" in error.message:
            return t("{name} needs a value.", name=error.option_name)
        return t("{name} takes no value.", name=error.option_name)
    if error.message.startswith("Got unexpected extra argument"):
        return t("Too many words: {words}.", words=error.message.partition("(")[2].partition(")")[0])
    return error.format_message()


def _missing(error: click.MissingParameter, name: Message | str) -> Message:
    """What is missing; for an argument, which stands for itself in no word, the form of the whole command too."""
    if isinstance(error.param, click.Option) or error.ctx is None:
        return t("Missing {name}.", name=name)
    pieces = (named(piece) for piece in error.ctx.command.collect_usage_pieces(error.ctx))
    form = joined([error.ctx.command_path, *pieces], " ")
    return t("Missing {name}: {form}", name=name, form=form)


def _bad_value(error: click.BadParameter) -> Message:
    name = _given_as(error.param, error.ctx)
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return t("Invalid value for {name}. Choose one of: {choices}.", name=name, choices=", ".join(kind.choices))
    if isinstance(kind, click.IntRange | click.FloatRange):
        least, most = ("" if limit is None else f"{limit:g}" for limit in (kind.min, kind.max))
        if most:
            return t(
                "Invalid value for {name}: a number from {least} to {most} is needed.",
                name=name,
                least=least,
                most=most,
            )
        return t("Invalid value for {name}: a number of {least} or more is needed.", name=name, least=least)
    return t("Invalid value for {name}: {why}", name=name, why=error.message)
