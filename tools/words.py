"""What the screen says, collected from the code into the gettext catalogues, which are compiled beside their sources.

``make words`` keeps every translation whose template is still in the code, adds the new ones empty and drops the rest;
with ``--check`` nothing is written, and the exit status is 1 where a catalogue is stale or a translation is missing.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src" / "thidua_cli"
LOCALE = SOURCE / "locale"
KEYWORDS = {"t": None}
"""The calls whose first argument is a template (:func:`thidua_cli.text.language.t`)."""
WIDTH = 120
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""The same code gives the same bytes, on every day."""


def templates() -> list[str]:
    """Every template in the code, in the order of the alphabet: merges then rarely meet."""
    found = extract_from_dir(SOURCE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    return sorted({text for _file, _line, text, _comments, _context in found if isinstance(text, str)})


def made(path: Path, wanted: list[str]) -> tuple[bytes, bytes, list[str]]:
    """A catalogue as it should be, as source and compiled, and the templates that have no translation yet."""
    lang = path.parts[-3]
    with path.open("rb") as stream:
        old = read_po(stream, locale=lang)
    new = Catalog(locale=lang, charset="utf-8", fuzzy=False, creation_date=NO_DAY, revision_date=NO_DAY)
    for template in wanted:
        message = old.get(template)
        new.add(template, message.string if message is not None else "")
    head = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: %s\\n"\n\n' % lang.encode()
    source, compiled = io.BytesIO(), io.BytesIO()
    write_po(source, new, width=WIDTH, omit_header=True)
    write_mo(compiled, new)
    return (
        head + source.getvalue(),
        compiled.getvalue(),
        [template for template in wanted if not (new[template].string)],
    )


def main(*, check: bool) -> int:
    """Write the catalogues, or only compare; says what is stale or missing."""
    wanted = templates()
    status = 0
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/thidua.po")):
        text, compiled, missing = made(path, wanted)
        binary = path.with_suffix(".mo")
        stale = path.read_bytes() != text or not binary.exists() or binary.read_bytes() != compiled
        if check and stale:
            print(f"{path.relative_to(SOURCE)} is not what the code says: run `make words`")
            status = 1
        if not check:
            path.write_bytes(text)
            binary.write_bytes(compiled)
        for template in missing:
            print(f"{path.parts[-3]}: no translation of {template!r}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
