"""The messages for files that cannot be read: what it is, and how to get a table out of it."""

from __future__ import annotations

from thidua_cli.errors import UnreadableFileError
from thidua_cli.text.language import Message, t

_SAVE_AGAIN = t("Open the file in Excel, save it as .xlsx (Save As), run again.")
_EXPORT = t("Choose a workbook (.xlsx, .xls, .ods) or a .csv file, or export the data again.")
_LIMIT = t("If the file can be trusted, delete surplus cells and save it, or raise the limits, for example --limits 4.")

_PASSWORD_MENU = "File > Info > Protect Workbook > Encrypt with Password"


def _refusal(name: str, why: Message, hint: Message) -> UnreadableFileError:
    return UnreadableFileError(t("The file “{name}” cannot be read: {why}", name=name, why=why), hint=hint)


def empty(name: str) -> UnreadableFileError:
    """A file of no bytes, or of white space alone."""
    return _refusal(name, t("it is empty."), t("Export the file again."))


def folder(name: str) -> UnreadableFileError:
    """A folder where a file is expected."""
    return _refusal(name, t("it is a folder."), _EXPORT)


def missing(name: str, reason: Message) -> UnreadableFileError:
    """The operating system does not hand the file over."""
    return _refusal(
        name,
        t("{reason}.", reason=reason),
        t("Check the right to read it, and close it where another program has it open."),
    )


def not_a_table(name: str, what: Message) -> UnreadableFileError:
    """A whole file of a kind that holds no table (PDF, Word, picture, prose)."""
    return _refusal(name, t("it is {what}, not a table.", what=what), _EXPORT)


def old_format(name: str, what: Message) -> UnreadableFileError:
    """A table of a program that no reader here knows; LibreOffice opens nearly all of them, Excel of today few."""
    return _refusal(
        name,
        t("it is {what}, a format that is not read directly.", what=what),
        t("Open it in LibreOffice Calc (or the program that made it), save it as .xlsx, run again."),
    )


def encrypted(name: str) -> UnreadableFileError:
    """A workbook that asks for a password."""
    return _refusal(
        name,
        t("it is protected by a password."),
        t("Open it in Excel, choose {menu}, clear the password, save, run again.", menu=_PASSWORD_MENU),
    )


def damaged(name: str, detail: Message | None = None) -> UnreadableFileError:
    """A file of a known kind whose content does not hold together."""
    return _refusal(name, t("{detail}.", detail=detail or t("it is damaged or cut short")), _SAVE_AGAIN)


def too_large(name: str, what: Message) -> UnreadableFileError:
    """A file that would need more memory or time than the limits allow."""
    return _refusal(name, t("{detail}.", detail=what), _LIMIT)


def not_understood(name: str, kind: str) -> UnreadableFileError:
    """A file so broken that a parser stumbled in a way nobody foresaw; ``kind`` helps whoever looks into it."""
    return damaged(name, t("it is too damaged to make anything of ({kind})", kind=kind))


def no_sheets(name: str) -> UnreadableFileError:
    """A workbook (or page) without a single table."""
    return _refusal(name, t("there is no table in it."), _EXPORT)


def active_content(name: str) -> UnreadableFileError:
    """XML that declares entities or a document type: no office program writes it, and it can be used to attack."""
    return _refusal(
        name,
        t("its XML declares a document type or entities, which is not safe to read."),
        _SAVE_AGAIN,
    )


def needs_memory(name: str) -> UnreadableFileError:
    """Reading ran out of the memory that it may have."""
    return too_large(name, t("reading it takes more memory than the limit"))


def too_slow(name: str, seconds: float) -> UnreadableFileError:
    """Reading took longer than it may."""
    return too_large(name, t("reading it takes more than {seconds} seconds", seconds=f"{seconds:.0f}"))


def box_too_large(name: str, rows: int, columns: int, cells: int) -> UnreadableFileError:
    """A sheet whose used box (from A1 to its last cell) is beyond the limit; two far cells are enough for that."""
    return too_large(
        name,
        t(
            "a table reaches to row {rows}, column {columns}, beyond the reading limit ({cells} cells)",
            rows=rows,
            columns=columns,
            cells=cells,
        ),
    )


def too_many_sheets(name: str, most: int) -> UnreadableFileError:
    """A workbook or page with more tables than anyone keeps."""
    return too_large(name, t("it has more than {most} sheets or tables", most=most))
