"""Printed tables in few words: heads as a tree, made into rows and merges; titles, total and signature around them."""

from __future__ import annotations

from collections.abc import Sequence

from tests.layout.forms import Form, Row

Head = str | tuple[str, Sequence["Head"]]
"""A head: its words, or its words and the heads below it."""
Merge = tuple[int, int, int, int]

MOTTO: Row = ["UBND TỈNH ĐỒNG THÁP", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
DAYS: Row = ["(Từ ngày 01/01/2021 đến ngày 31/12/2021 )"]
SIGNED: Sequence[Row] = ([], ["", "NGƯỜI LẬP BIỂU", "", "THỦ TRƯỞNG ĐƠN VỊ"], ["", "(Ký, họ tên)"])


def _depth(heads: Sequence[Head]) -> int:
    return max(1 if isinstance(head, str) else 1 + _depth(head[1]) for head in heads)


def head_rows(heads: Sequence[Head]) -> tuple[list[Row], list[Merge]]:
    """The rows of a tree of heads, and its merges from row 0 on: a head spans what is below it, a leaf reaches down."""
    height = _depth(heads)
    rows: list[Row] = [[] for _ in range(height)]
    merges: list[Merge] = []

    def put(head: Head, row: int) -> None:
        words, below = (head, ()) if isinstance(head, str) else head
        first = len(rows[row])
        for child in below:
            put(child, row + 1)
        width = len(rows[row + 1]) - first if below else 1
        rows[row] += [words, *[""] * (width - 1)]
        last = row if below else height - 1
        for lower in range(row + 1, height) if not below else ():
            rows[lower].append("")
        if width > 1 or last > row:
            merges.append((row, first, last, first + width - 1))

    for head in heads:
        put(head, 0)
    return rows, merges


def printed(
    title: str,
    heads: Sequence[Head],
    body: Sequence[Row],
    *,
    days: Row | None = DAYS,
    above: Sequence[Row] = (MOTTO,),
    total: bool = False,
    name: str = "",
) -> Form:
    """A table as the one-stop product prints it: motto, title, "(Từ ngày …)", heads, rows, ``TỔNG SỐ``, signature."""
    rows, merges = head_rows(heads)
    titles: list[Row] = [*above, [title], *([days] if days else [])]
    whole = [*body, _total(body)] if total else [*body]
    return Form(titles, rows, merges, whole, name or title[:31], SIGNED)


def _total(body: Sequence[Row]) -> Row:
    """The row ``TỔNG SỐ`` over a body of numbers printed as text; rates and words are left empty."""
    cells = []
    for column in list(zip(*body, strict=True))[2:]:
        texts = [str(cell) for cell in column]
        cells.append(str(sum(map(int, texts))) if all(text.isdigit() for text in texts) else "")
    return ["TỔNG SỐ", "", *cells]
