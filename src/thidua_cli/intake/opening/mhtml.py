"""MHTML ("single file web page"), as Excel saves it: the pages in its MIME parts, in order."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.errors import MessageError

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.html import has_table, read_html
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.sheet import Sheet

_PARTS = 2_000


def read_mhtml(name: str, data: bytes, limits: Limits) -> list[Sheet]:
    """The tables of every HTML part; raises :class:`UnreadableFileError`. Nothing that a part links to is fetched."""
    try:
        message = message_from_bytes(data.lstrip(), policy=policy.compat32)
        pages = []
        for count, part in enumerate(message.walk()):
            if count > _PARTS:
                break
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                payload = part.get_payload(decode=True)
                if isinstance(payload, bytes):
                    pages.append((payload, str(part.get_content_charset() or "")))
    except (MessageError, ValueError, LookupError, RecursionError, TypeError, AttributeError) as error:
        raise refusals.damaged(name) from error
    sheets: list[Sheet] = []
    for payload, charset in pages:
        if has_table(payload):
            sheets.extend(read_html(name, payload, limits, charset))
    return sheets
