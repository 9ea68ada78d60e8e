"""What the tests ask of a page's markup, read with the standard library's parser."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Table:
    """One table: its caption and how many head cells lack a scope."""

    caption: str = ""
    unscoped: int = 0


@dataclass
class Outline(HTMLParser):
    """Ids, links, headings, tables, loaded addresses and the whole text of one page."""

    markup: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    scripts: int = 0
    _text: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a start tag says."""
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given.get("href", ""))
        elif "href" in given:
            self.loads.append(given["href"])
        self.loads += [given[name] for name in ("src", "srcset", "xlink:href", "data", "action") if name in given]
        self.handlers += [name for name in given if name.startswith("on") or name == "style"]
        self.scripts += tag == "script"
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.levels.append(int(tag[1]))
        if tag == "table":
            self.tables.append(Table())
        if tag == "th":
            self.tables[-1].unscoped += given.get("scope") not in {"col", "row", "rowgroup", "colgroup"}
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what the end tag closes."""
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Note a text, and whether it is a caption."""
        if self._open and self._open[-1] in {"script", "style"}:
            return
        if "caption" in self._open:
            self.tables[-1].caption += data
        self._text.append(data)

    @property
    def text(self) -> str:
        """All text, white space collapsed."""
        return " ".join("".join(self._text).split())
