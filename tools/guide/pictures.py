"""Make the guide's pictures: screens from its own commands, and with ``--all`` the pages and documents they write.

``make screens`` makes the screens; ``make pictures`` all of them (needs Chromium, LibreOffice and pdftoppm). A test
holds the words of every picture against what the program says and writes now.
"""

from __future__ import annotations

import hashlib
import html
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.guide.walk import DOCS, WIDTH, Walk, pages, walk

PICTURES = DOCS / "hinh"
SOURCES = PICTURES / "nguon.json"
"""What each picture of a page or document was made from: its words, as a hash."""

SHOT = ("ho-so", "ket-qua/xep-hang.html", "xep-hang.jpg")
DOCUMENTS = ("to-trinh", "danh-sach", "quyet-dinh", "bien-ban")

_DIM = "\x1b[38;2;172;178;188m"
"""A grey that can be read in a small picture, for what terminals show dimmed."""
_TERMINAL = """<svg viewBox="0 0 {width} {terminal_height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "Liberation Mono", Consolas, Menlo, monospace; font-size: \
{char_height}px; line-height: {line_height}px; white-space: pre }}
{styles}
</style>
<rect width="100%" height="100%" rx="8" fill="#1e2127"/>
<g transform="translate(14, 8)" class="{unique_id}-matrix">
{matrix}
</g>
</svg>
"""


def svg(screen: str, name: str) -> str:
    """A terminal's screen as a picture of plain SVG text, without a font of its own."""
    from rich.console import Console
    from rich.terminal_theme import TerminalTheme
    from rich.text import Text

    colours = [(30, 33, 39), (255, 123, 114), (126, 201, 120), (229, 192, 100), (110, 175, 245), (210, 150, 240)]
    theme = TerminalTheme((30, 33, 39), (222, 226, 232), [*colours, (96, 205, 215), (222, 226, 232)])
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in Text.from_ansi(screen.replace("\x1b[2m", _DIM)).split("\n", allow_blank=True):
        for row in line.divide(range(WIDTH, len(line), WIDTH)):  # a terminal breaks between letters
            console.print(row, soft_wrap=True, highlight=False)
    made = console.export_svg(title="", theme=theme, code_format=_TERMINAL, unique_id=name, font_aspect_ratio=0.6)
    made = re.sub(
        r'(?<=viewBox="0 0 )([\d.]+) ([\d.]+)', lambda size: f"{float(size[1]) + 10:g} {float(size[2]) + 14:g}", made
    )
    return re.sub(r"[ \t]+$", "", made, flags=re.MULTILINE)


def words(picture: str) -> list[str]:
    """The lines of text in such a picture."""
    rows: dict[str, str] = {}
    for place, text in re.findall(r'<text [^>]*?y="([\d.]+)"[^>]*>(.*?)</text>', picture):
        rows[place] = rows.get(place, "") + html.unescape(text).replace("\xa0", " ")
    return [" ".join(row.split()) for row in rows.values() if row.strip()]


def fingerprint(path: Path) -> str:
    """The words of a page or document as a hash, whatever they look like."""
    if path.suffix == ".docx":
        import docx

        body = docx.Document(str(path)).element.body
        text = " ".join(body.itertext())
    else:
        text = re.sub(r"(?s)<(script|style)\b.*?</\1>|<[^>]+>", " ", path.read_text(encoding="utf-8"))
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def sources(made: Walk) -> dict[str, str]:
    """What the pictures of pages and documents show, from the walk that wrote them."""
    files = {SHOT[2]: made.folder / SHOT[1]}
    files |= {f"{name}.png": made.folder / "ket-qua" / f"{name}.docx" for name in DOCUMENTS}
    return {picture: fingerprint(path) for picture, path in files.items()}


def main() -> int:
    """Write the screens, and with ``--all`` every picture."""
    PICTURES.mkdir(exist_ok=True)
    screens: dict[str, str] = {}
    for page in pages():
        with tempfile.TemporaryDirectory() as place:
            made = walk(page, Path(place))
            failed = [commands for commands, status in made.statuses if status]
            if failed:
                sys.stderr.write(f"{page}.md: these commands fail: {' '.join(failed)}\n")
                return 1
            screens |= {name: svg(screen, name) for name, screen in made.screens.items()}
            if page == SHOT[0] and "--all" in sys.argv[1:]:
                _page(made.folder / SHOT[1], PICTURES / SHOT[2])
                for name in DOCUMENTS:
                    _document(made.folder / "ket-qua" / f"{name}.docx", PICTURES / f"{name}.png")
                SOURCES.write_text(json.dumps(sources(made), indent=1) + "\n", encoding="utf-8")
    for old in PICTURES.glob("*.svg"):
        if old.stem not in screens:
            old.unlink()
    for name, picture in screens.items():
        (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")
    return 0


def _page(page: Path, target: Path) -> None:
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=("--no-sandbox", "--disable-gpu"))
        view = browser.new_page(viewport={"width": 1100, "height": 1300})
        view.goto(page.as_uri())
        view.screenshot(path=target, type="jpeg", quality=70)
        browser.close()


def _document(document: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        office = ["soffice", f"-env:UserInstallation={Path(place).as_uri()}/user", "--headless", "--convert-to", "pdf"]
        subprocess.run([*office, "--outdir", place, str(document)], check=True, capture_output=True)
        pdf = f"{place}/{document.stem}.pdf"
        subprocess.run(
            ["pdftoppm", "-gray", "-r", "64", "-png", "-f", "1", "-singlefile", pdf, str(target.with_suffix(""))],
            check=True,
        )


if __name__ == "__main__":
    sys.exit(main())
