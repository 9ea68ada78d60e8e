"""What a template from elsewhere may not do: grow, run, pass for markup, or take what no document needs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.own.trials import tried
from tests.word.support import edited, result
from thidua_cli.errors import TemplateError
from thidua_cli.reports.word import check, grammar, render_docx, template_bytes

BODY = "word/document.xml"
SPOT = "{{ phong }} kính"
EXPRESSIONS = (
    "{{ phong|safe }}",
    "{{ phong | safe }}",
    "{{ phong|upper|safe }}",
    "{{ (phong|safe) ~ nam }}",
    "{{ phong|tojson }}",
    "{{ phong|xmlattr }}",
    "{{ phong|urlize }}",
    "{{ phong|forceescape }}",
    "{{ phong|replace('P', 'PPPPPPPPPPPPPPPP') }}",
    "{{ phong|upper|join(phong)|join(phong) }}",
    "{{ 'aaaaaaaa'|join('bbbbbbbb')|join('cccccccc') }}",
    "{{ phong|center(1000000000) }}",
    "{{ phong|indent(1000000000) }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ 'x' * 1000000000 }}",
    "{{ 10 ** 1000000000 }}",
    "{{ phong.replace('a', 'b') }}",
    "{{ range(1000000000) }}",
    "{{ lipsum(100000) }}",
    "{{ cycler('a', 'b') }}",
    "{{ phong.__class__ }}",
    "{{ " + "(" * 3_000 + "phong" + ")" * 3_000 + " }}",
    "{{ " + "not " * 3_000 + "phong }}",
    "{% set x = phong %}",
    "{% filter safe %}x{% endfilter %}",
    "{% autoescape false %}{{ phong }}{% endautoescape %}",
    "{% include '/etc/passwd' %}",
    "{% macro m() %}{% endmacro %}",
    "{% for a in khoi if a recursive %}{% endfor %}",
)
PLACES = ("text", "an attribute", "a field's code")


def _in(place: str, expression: str) -> bytes:
    """The template of a proposal with an expression in its text, or where Word shows none."""
    content = template_bytes("to-trinh")[0]
    escaped = expression.replace("'", "&apos;")
    if place == "text":
        return edited(content, BODY, SPOT, f"{escaped} kính", 1)
    hidden = {
        "an attribute": f'<w:r><w:t xml:space="{escaped}">a</w:t></w:r>',
        "a field's code": f"<w:r><w:instrText>{escaped}</w:instrText></w:r>",
    }[place]
    return edited(content, BODY, "</w:p><w:sectPr", f"{hidden}</w:p><w:sectPr", 1)


@tried(
    "Files from elsewhere",
    "expressions of a Word template that grow, call, run or pass for markup, in its text and where Word shows none",
    lambda: len(EXPRESSIONS) * len(PLACES),
    "a message that names the template; nothing filled in",
)
@pytest.mark.parametrize("place", PLACES)
def test_what_grows_or_passes_for_markup_is_refused(tmp_path: Path, place: str) -> None:
    """Filters, calls and commands that no document needs are refused by name, wherever in the file they stand."""
    for expression in EXPRESSIONS:
        (tmp_path / "to-trinh.docx").write_bytes(_in(place, expression))
        check._mistakes_in_child.cache_clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(check, "_mistakes_in_child", check.find_mistakes)  # in one process: they are many
            with pytest.raises(TemplateError, match=r"to-trinh\.docx"):
                render_docx(result(), "to-trinh", templates=tmp_path)


def _bomb() -> bytes:
    """A template of half a megabyte that inflates to 600."""
    return _with_part(BODY, b"<a>" + b" " * 600_000_000 + b"</a>")


def _with_part(name: str, data: bytes) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template_bytes("to-trinh")[0])) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for other in source.namelist():
            archive.writestr(other, data if other == name else source.read(other))
    return target.getvalue()


def _entities() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    body = zipfile.ZipFile(io.BytesIO(template_bytes("to-trinh")[0])).read(BODY).decode()
    declared = body.replace("<w:document ", f'<!DOCTYPE d [<!ENTITY e0 "x">{entities}]><w:document ', 1)
    return _with_part(BODY, declared.replace(SPOT, "&e11; {{ phong }} kính", 1).encode())


FILES: dict[str, Callable[[], bytes]] = {
    "half a megabyte that inflates to 600": _bomb,
    "entities that expand to 100 thousand million letters": _entities,
    "200,000 opening marks": lambda: edited(template_bytes("to-trinh")[0], BODY, SPOT, "{{ " * 200_000, 1),
    "larger than any template": lambda: bytes(check.MOST_BYTES + 1),
}


@tried(
    "Files from elsewhere",
    "Word templates that inflate, expand or take very long to look through",
    lambda: len(FILES),
    "a message, within the bounds of memory and time of a child process",
)
@pytest.mark.parametrize("kind", FILES)
def test_a_template_that_takes_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """A template that inflates, expands or takes very long is refused in one message."""
    monkeypatch.setattr(check, "SECONDS", 2.0)
    (tmp_path / "to-trinh.docx").write_bytes(FILES[kind]())
    with pytest.raises(TemplateError, match=r"to-trinh\.docx"):
        render_docx(result(), "to-trinh", templates=tmp_path)


def _looping(loops: int, inside: str) -> bytes:
    opened = "".join(f"{{% for x{n} in cac_don_vi_thu %}}" for n in range(loops))
    return edited(
        template_bytes("to-trinh")[0],
        BODY,
        SPOT,
        f"{opened.replace('cac_don_vi_thu', 'noi_nhan')}{inside}{'{% endfor %}' * loops} kính",
        1,
    )


@pytest.mark.parametrize("inside", ["x", "{% if phong == nam %}x{% endif %}", ""])
def test_loops_within_loops_have_an_end(tmp_path: Path, inside: str) -> None:
    """Loops that multiply are stopped, whether they write or not, and said in one message."""
    (tmp_path / "to-trinh.docx").write_bytes(_looping(12, inside))
    with pytest.raises(TemplateError, match=r"to-trinh\.docx: mẫu quá lớn hoặc lặp quá nhiều"):
        render_docx(result(), "to-trinh", templates=tmp_path)


def test_a_filled_text_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that would hold more letters than any needs is stopped on the way."""
    monkeypatch.setattr(grammar, "MOST_TEXT", 200_000)
    (tmp_path / "to-trinh.docx").write_bytes(_looping(2, "x" * 100_000))
    with pytest.raises(TemplateError, match="quá lớn"):
        render_docx(result(), "to-trinh", templates=tmp_path)


@pytest.mark.parametrize(
    "expression",
    [
        "{{ phong|upper }}",
        "{{ noi_nhan|join(', ') }}",
        "{{ noi_nhan|length }}",
        "{{ nguoi_ky or 'Chưa rõ' }}",
        "{{ phong if nam == '2021' else chu_tich }}",
        "{% for x in noi_nhan %}{% if not loop.last %}{{ x }}; {% endif %}{% endfor %}",
        "{{ nguoi_ky|default('…', true) }}",
    ],
)
def test_what_an_office_needs_is_said(tmp_path: Path, expression: str) -> None:
    """Case, lists in a line, conditions and the text for what is missing stay possible."""
    (tmp_path / "to-trinh.docx").write_bytes(_in("text", expression))
    assert render_docx(result(), "to-trinh", templates=tmp_path)
