"""Holds a template against the vocabulary before it is filled: all mistakes at once, each with its place.

A template is read as a line of tags in the order of its paragraphs. Every tag is parsed by Jinja itself; the blocks are
matched here, so that one broken tag does not hide the others.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from thidua_cli.errors import TemplateError, system_reason
from thidua_cli.reports.documents import TEMPLATED, template_files
from thidua_cli.reports.word.paragraphs import Place, places
from thidua_cli.reports.word.tags import Tag, tags_of
from thidua_cli.reports.word.words import LOOP, Word, template_words
from thidua_cli.system.contained import ContainedError, Ended, run_contained
from thidua_cli.text.language import Message, joined, t

MOST_BYTES = 16 * 1024 * 1024
MEMORY = 512 * 1024 * 1024
"""Bytes that looking through a template may take; what it inflates to is among them."""
SECONDS = 20.0
"""How long it may take; a template of the program takes half a second."""
_ITEM = Word("", "")
_LOOP = Word("loop", "", kind="list", fields=tuple(Word(name, "") for name in LOOP))


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake of a template: where, and what."""

    place: Place
    said: Message


_FILE = Place(t("file"))
_UNREADABLE = Mistake(_FILE, t("not a readable Word file (.docx)."))
_TOO_LARGE = Mistake(_FILE, t("the template is too large or too complex."))


@dataclass
class _Block:
    """An open block: its keyword, its tag, the names it adds."""

    tag: Tag
    place: Place
    names: dict[str, Word] = field(default_factory=dict)


def check_templates(folder: Path) -> None:
    """Check every template in ``folder``; one TemplateError lists all mistakes of all files."""
    check_folder(folder)
    found = list(_misnamed(folder))
    for document in TEMPLATED:
        path = folder / f"{document}.docx"
        if path.is_file():
            found += [(path.name, mistake) for mistake in _mistakes_of(path)]
    _raise(found)


def check_folder(folder: Path) -> None:
    """Raise TemplateError if a folder of templates is missing or holds no template."""
    missing = not folder.is_dir()
    known = {f"{name}.docx" for name in TEMPLATED}
    if missing or not (known.intersection(template_files(folder)) or any(_misnamed(folder))):
        names = ", ".join(f"{name}.docx" for name in TEMPLATED)
        raise TemplateError(
            t("{folder}: there is no such folder of templates.", folder=folder.name)
            if missing
            else t("{folder}: the folder holds none of the templates {names}.", folder=folder.name, names=names),
            hint=t(
                "The command init writes the original templates (folder mau-word); point --templates at that folder."
            ),
        )


def _misnamed(folder: Path) -> Iterator[tuple[str, Mistake]]:
    """Files whose name is nearly that of a template that the folder lacks: they would be passed over in silence."""
    present = [Path(name).stem for name in template_files(folder) if not name.startswith("~$")]
    lacking = [name for name in TEMPLATED if name not in present]
    for stem in present:
        near = [] if stem in TEMPLATED else get_close_matches(stem.lower().replace("_", "-"), lacking, n=1, cutoff=0.75)
        if near:
            place = Place(t("file name"))
            yield f"{stem}.docx", Mistake(place, t("no template; nearest “{near}.docx”.", near=near[0]))


def read_template(path: Path) -> bytes:
    """A template's bytes; of one that is larger than any only so many that this is seen. Raises OSError."""
    with path.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _mistakes_of(path: Path) -> Sequence[Mistake]:
    try:
        content = read_template(path)
    except OSError as error:
        return [Mistake(_FILE, t("cannot be opened ({strerror}).", strerror=system_reason(error)))]
    return mistakes(content)


def check_template(content: bytes, name: str) -> None:
    """Check one template; raises TemplateError with all its mistakes. ``name`` is its file name."""
    _raise([(name, mistake) for mistake in mistakes(content)])


def _raise(found: Sequence[tuple[str, Mistake]]) -> None:
    if not found:
        return
    said = [joined([f"{name}, ", mistake.place.said, ": ", mistake.said], "") for name, mistake in found]
    if len(found) > 1:
        said.insert(0, t("The Word templates have {count} mistakes:", count=len(found)))
    raise TemplateError(
        joined(said, "\n"),
        hint=t(
            "Correct them in Word after the table of template words (docs/templates.md), or get the "
            "originals back with the command init."
        ),
    )


def mistakes(content: bytes) -> Sequence[Mistake]:
    """All mistakes of one template (its bytes), looked for in a child process: what it costs is not known before.

    Filling a template costs what looking through it did, but for its loops, which are counted.
    """
    if len(content) > MOST_BYTES:
        return [_TOO_LARGE]
    return _mistakes_in_child(content)


@lru_cache(maxsize=2 * len(TEMPLATED))
def _mistakes_in_child(content: bytes) -> Sequence[Mistake]:
    try:
        return run_contained(find_mistakes, content, memory=MEMORY, seconds=SECONDS)
    except ContainedError as error:
        return [_UNREADABLE if error.ended is Ended.FAILED else _TOO_LARGE]


def find_mistakes(content: bytes) -> list[Mistake]:
    """All mistakes of one template, found here."""
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        found = list(places(content))
        Document(io.BytesIO(content))
    except (zipfile.BadZipFile, OpcError, KeyError, ValueError, AttributeError, SyntaxError):
        return [_UNREADABLE]
    made: list[Mistake] = []
    for part in dict.fromkeys(place.part for place, _ in found):
        made += _check_part([(place, text) for place, text in found if place.part == part])
    return made or _fill_check(content)


def _check_part(paragraphs: Sequence[tuple[Place, str]]) -> list[Mistake]:
    """Check the paragraphs of one part (body, a header): blocks do not reach over parts."""
    made: list[Mistake] = []
    blocks: list[_Block] = []
    for place, text in paragraphs:
        tags, wrong = tags_of(text)
        made += [Mistake(place, problem) for problem in wrong]
        for tag in tags:
            made += [Mistake(place, said) for said in _check_tag(tag, place, blocks)]
    for block in blocks:
        made.append(
            Mistake(
                block.place,
                t(
                    "the block “{shown}” is not closed with {{% end{keyword} %}}.",
                    shown=block.tag.shown,
                    keyword=block.tag.keyword,
                ),
            )
        )
    return made


def _check_tag(tag: Tag, place: Place, blocks: list[_Block]) -> Iterator[Message]:
    if tag.unit in ("tr", "tc") and not place.in_table:
        yield t("“{shown}” can only be used in a table.", shown=tag.shown)
    if tag.keyword in ("endfor", "endif", "else", "elif"):
        yield from _close(tag, blocks)
    scope = _scope(blocks)
    yield from _unknown(tag, scope)
    if tag.keyword in ("for", "if"):
        block = _Block(tag, place)
        if tag.target:
            kind = _resolve(tag.path, scope) if tag.path else None
            block.names = {tag.target: _item(kind), "loop": _LOOP}
        blocks.append(block)


def _close(tag: Tag, blocks: list[_Block]) -> Iterator[Message]:
    wanted = {"endfor": ("for",), "endif": ("if",), "else": ("if", "for"), "elif": ("if",)}[tag.keyword]
    if not blocks or blocks[-1].tag.keyword not in wanted:
        opened = t(" (open: “{tag}”)", tag=blocks[-1].tag.shown) if blocks else ""
        yield t("“{shown}” has no block to belong to{opened}.", shown=tag.shown, opened=opened)
        return
    if tag.unit != blocks[-1].tag.unit:
        yield t("“{shown}” is not of the same kind as “{other}”.", shown=tag.shown, other=blocks[-1].tag.shown)
    if tag.keyword.startswith("end"):
        blocks.pop()


def _scope(blocks: Sequence[_Block]) -> Mapping[str, Word]:
    names: dict[str, Word] = dict(template_words())
    for block in blocks:
        names.update(block.names)
    return names


def _item(word: Word | None) -> Word:
    """What one item of a list offers."""
    return Word("", "", fields=word.fields) if word is not None else _ITEM


def _resolve(path: Sequence[str], scope: Mapping[str, Word]) -> Word | None:
    word = scope.get(path[0])
    for name in path[1:]:
        if word is None:
            return None
        word = next((one for one in word.fields if one.name == name), None)
    return word


def _unknown(tag: Tag, scope: Mapping[str, Word]) -> Iterator[Message]:
    for path in tag.used:
        names: Mapping[str, Word] = scope
        for depth, name in enumerate(path):
            if name not in names:
                shown = ".".join(path[: depth + 1])
                yield _unknown_word(shown, name, names)
                break
            names = {one.name: one for one in names[name].fields}
    if tag.keyword == "for" and tag.path:
        word = _resolve(tag.path, scope)
        if word is not None and word.kind != "list":
            shown = ".".join(tag.path)
            yield t("“{shown}” is not a list.", shown=shown)


def _unknown_word(shown: str, name: str, names: Mapping[str, Word]) -> Message:
    before = shown.removesuffix(name)
    near = [before + one for one in get_close_matches(name, names, n=1, cutoff=0.4)]
    near = near or get_close_matches(name, template_words(), n=1, cutoff=0.5)
    if near:
        return t("there is no word “{shown}”; the nearest is “{near}”.", shown=shown, near=near[0])
    return t("there is no word “{shown}”.", shown=shown)


def _fill_check(content: bytes) -> list[Mistake]:
    """Let Jinja parse the whole, as it will when the template is filled: what the tags alone cannot show."""
    from docxtpl import DocxTemplate
    from jinja2 import TemplateSyntaxError

    from thidua_cli.reports.word.grammar import environment, reason

    template = DocxTemplate(io.BytesIO(content))
    template.init_docx()
    headers = [
        part for uri in (template.HEADER_URI, template.FOOTER_URI) for _, part in template.get_headers_footers(uri)
    ]
    try:
        for xml in (template.get_xml(), *map(template.get_part_xml, headers)):
            environment().parse(template.patch_xml(xml))
    except TemplateSyntaxError as error:
        place = Place(t("whole document"))
        return [Mistake(place, t("misplaced blocks ({message}).", message=reason(error)))]
    return []
