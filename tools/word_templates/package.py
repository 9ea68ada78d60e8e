"""A body of WordprocessingML to the bytes of a .docx: the other parts, fixed times, always the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from thidua_cli.reports.word import lines
from thidua_cli.reports.word.words import template_words
from tools.word_templates.markup import NAMESPACES
from tools.word_templates.styles import styles_xml

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_WORD}.fontTable+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_WORD}.header+xml"/>'
    f'<Override PartName="/word/header2.xml" ContentType="{_WORD}.header+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)

_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)

_LINKS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rIdStyles" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rIdSettings" Type="{_OFFICE}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rIdFonts" Type="{_OFFICE}/fontTable" Target="fontTable.xml"/>'
    f'<Relationship Id="rIdHeader" Type="{_OFFICE}/header" Target="header1.xml"/>'
    f'<Relationship Id="rIdFirst" Type="{_OFFICE}/header" Target="header2.xml"/></Relationships>'
)

_SETTINGS = (
    f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)

_FONT_TABLE = (
    f'<w:fonts {NAMESPACES}><w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/>'
    '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)

_NUMBERED = (
    f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)

_EMPTY = f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>'


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>thidua</dc:creator><dc:language>vi-VN</dc:language>"
        "</cp:coreProperties>"
    )


def _with_lines(document: str) -> str:
    """The document with its lines drawn as long as the examples of its words ask."""
    root = etree.fromstring(document)
    examples = {word.name: word.example for word in template_words().values()}

    def text(paragraph: etree._Element) -> str:
        plain = re.sub(r"\{\{ (\w+) \}\}", lambda found: examples.get(found[1], found[1]), lines.text_of(paragraph))
        return re.sub(r"\{%.*?%\}", "", plain)

    lines.draw(root[0], lines.StyleSizes(etree.fromstring(styles_xml())), text)
    return etree.tostring(root, encoding="unicode")


def package(title: str, body: str) -> bytes:
    """The bytes of a .docx whose body is ``body`` (it ends with its section properties)."""
    document = _with_lines(f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "docProps/core.xml": _core(title),
        "word/_rels/document.xml.rels": _LINKS,
        "word/document.xml": document,
        "word/fontTable.xml": _FONT_TABLE,
        "word/header1.xml": _NUMBERED,
        "word/header2.xml": _EMPTY,
        "word/settings.xml": _SETTINGS,
        "word/styles.xml": styles_xml(),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (_HEAD + text).encode())
    return target.getvalue()
