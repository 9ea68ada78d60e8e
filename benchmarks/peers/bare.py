"""A bare library on the same file: ``bare.py READER FILE`` prints as JSON the rows of each unit."""

import json
import sys
from collections import Counter
from collections.abc import Iterator

HEAD, UNIT = "Cơ quan giải quyết", 2


def fastexcel(path: str) -> dict[str, int]:
    """The fastest reader of .xlsx into columns."""
    import fastexcel
    import polars as pl

    sheet = fastexcel.read_excel(path).load_sheet(0, header_row=3, eager=True)
    return dict(pl.DataFrame(sheet).group_by(HEAD).len().iter_rows())


def polars(path: str) -> dict[str, int]:
    """The fastest reader of delimited text, all columns as text."""
    import polars as pl

    return dict(pl.read_csv(path, skip_rows=3, infer_schema=False).group_by(HEAD).len().iter_rows())


def lxml(path: str) -> dict[str, int]:
    """A page in as much memory as one row needs."""
    from lxml import etree

    def units() -> Iterator[str | None]:
        for _, row in etree.iterparse(path, html=True, tag="tr"):
            yield [cell.text for cell in row][UNIT]
            row.clear()
            while row.getprevious() is not None:
                del row.getparent()[0]

    return Counter(unit or "" for unit in units())


def calamine(path: str) -> dict[str, int]:
    """Every row of every sheet as Python values: .xls and .ods."""
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(path)
    rows = (row for name in book.sheet_names for row in book.get_sheet_by_name(name).iter_rows())
    return Counter(str(row[UNIT]) for row in rows)


READERS = {reader.__name__: reader for reader in (fastexcel, polars, lxml, calamine)}

if __name__ == "__main__":
    print(json.dumps(READERS[sys.argv[1]](sys.argv[2])))
