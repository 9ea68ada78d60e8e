"""What MkDocs is told beside ``mkdocs.yml``: links that lead out of ``docs/``, and what the theme leaves out."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

VIETNAMESE = ("index.md", "huong-dan/", "plan.md", "findings.md", "readings.md", "templates.md")
_SEARCH = 'data-md-component="search" role="dialog"'
_EMPTY_HEAD = re.compile(r"<th( [^>]*)?></th>")
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)")


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Pages of the repository link to its files (tests, sources); the site has none of them, so only the words stay."""
    folder = posixpath.dirname(page.file.src_uri)

    def inside(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, link[2]))
        return link[1] if target.startswith("..") or target.endswith(".py") else link[0]

    return _LINK.sub(inside, markdown)


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Mend what the theme leaves out: the page's own language, the search's name, heads of tables that are empty."""
    vietnamese = page.file.src_uri.startswith(VIETNAMESE)
    output = output.replace('<html lang="vi"', f'<html lang="{"vi" if vietnamese else "en"}"', 1)
    output = output.replace(_SEARCH, f'{_SEARCH} aria-label="Tìm kiếm"', 1)
    return _EMPTY_HEAD.sub(lambda head: f"<td{head[1] or ''}></td>", output)


def on_post_build(config: MkDocsConfig, **_: object) -> None:
    """A site on a disk is never asked for a page that it has not."""
    (Path(config.site_dir) / "404.html").unlink(missing_ok=True)
