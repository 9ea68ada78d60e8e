"""Damages small table files thousands of times and shows that only data or one typed message ever comes out.

    python benchmarks/mutate.py [--times 3000] [--seed 1] [--keep FOLDER]

Each trial takes a generated sample (xlsx, xlsb, xls, ods, HTML, MHTML, XML Spreadsheet, CSV), damages its bytes, its
XML, its cells, its header or the members of its container, opens it and, where it opens, scores it. A trial fails if
anything but a result or a typed error comes out (the command would say "chưa xử lý được" then), if the error is the
catch-all for what nobody foresaw, or if it takes too long. Failing files are kept in ``--keep``. Exit status 1 if any
trial failed.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.support import workbooks
from thidua_cli import score
from thidua_cli.errors import ThiduaError, UnreadableFileError
from thidua_cli.intake.opening import Limits, open_file

SLOW = 40.0
LIMITS = Limits(memory_bytes=512 * 1024 * 1024, seconds=20.0)
ROWS: list[list[object]] = [
    ["DANH SÁCH HỒ SƠ MỘT CỬA"],
    ["STT", "Số hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Đúng hạn"],
    *(
        [i, f"000.01.41.H20-2101{i:02d}-0001", f"Phường An {'Lộc' if i % 2 else 'Lạc'}", "05/01/2021", i % 3]
        for i in range(1, 9)
    ),
]
SHEETS: dict[str, workbooks.Rows] = {"Hồ sơ": ROWS, "Ghi chú": [["a", 1.5, True]]}
TOKENS = (
    b"<", b">", b"&", b"&#0;", b"&x;", b"\x00", b"\xff\xfe", b'"', b"'", b"/>", b"</row>", b"<row>", b"<c>", b"<!--",
    b"]]>",    b"<![CDATA[", b"<!DOCTYPE x>", b"999999999999", b"-1", b"1e999", b"NaN", b"A0", b"XFD1048576",
    b"ZZZZ9", b"1048577",
    b' r="A1"', b' t="s"', b' t="e"', b' t="zzz"', b"rowspan=99999", b"colspan=99999", b"\xc3", b"\r", b"=1+1", b"../",
)  # fmt: skip
UNKIND = (
    b"", b"0", b"-1", b"1", b"7", b"99999999999", b"1048577", b"16385", b"1e308", b"NaN", b"A0", b"XFD1048576",
    b"A1:A1",    b"B2:A1", b"TRUE", b"true", b"s", b"e", b"str", b"inlineStr", b"collapse", b"2021-02-30",
    b"PT1H", b"rId9",
    b"utf-16",    "Hồ sơ".encode(), b"Ph\xad\xeang", b"x" * 40_000, b"&#1;", b"&#xFFFF;", b"&amp;", b"../../x",
)  # fmt: skip
_VALUES = re.compile(rb""">([^<>]{1,200})<|=["']([^"'<>]{0,200})["']|;([^;\r\n]{1,80});|\t([^\t\r\n]{1,80})\t""")


@dataclass(frozen=True)
class Sample:
    """A healthy file to damage: its kind and its bytes."""

    kind: str
    data: bytes


def samples(folder: Path) -> list[Sample]:
    """One healthy file of each kind."""
    merges = {"Hồ sơ": ["A1:E1"]}
    writers: dict[str, Callable[[Path], Path]] = {
        "xlsx": lambda p: workbooks.xlsx(p, SHEETS, merges, ["Ghi chú"]),
        "raw": lambda p: workbooks.raw_xlsx(p, _raw_sheet(), strings="<si><t>Đơn vị</t></si><si><t>b</t></si>"),
        "xls": lambda p: workbooks.xls(p, SHEETS, merges),
        "xlsb": lambda p: workbooks.xlsb(p, SHEETS),
        "ods": lambda p: workbooks.ods(p, SHEETS, merges),
        "html": lambda p: workbooks.xls_html(p, SHEETS),
        "mhtml": lambda p: workbooks.mhtml(p, SHEETS),
        "spreadsheetml": lambda p: workbooks.spreadsheetml(p, SHEETS, merges),
        "csv": lambda p: workbooks.csv_file(p, ROWS, ";"),
        "cp1258": lambda p: workbooks.csv_file(p, ROWS, "\t", "cp1258"),
        "styled": _styled,
        "fods": _flat,
        "loose": _loose,
    }
    return [Sample(kind, write(folder / kind).read_bytes()) for kind, write in writers.items()]


def _styled(path: Path) -> Path:
    """Percentages, struck cells, formulas that nobody calculated."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Hồ sơ")
        for number, row in enumerate(ROWS):
            page.write_row(number, 0, row, book.add_format({"font_strikeout": number == 3}))
            page.write(number, 6, number / 10, book.add_format({"num_format": "0.0%"}))
            page.write_formula(number, 7, f"=A{number + 1}*2")
    return path


def _flat(path: Path) -> Path:
    """OpenDocument in one file, with spans, links, breaks, an error and a struck style."""
    text = workbooks.opendocument_xml(SHEETS).replace("office:document-content", "office:document")
    rich = '<text:span>Phường</text:span><text:s text:c="2"/><text:a>An</text:a><text:line-break/>Lộc'
    style = '<style:style style:name="s"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    text = text.replace("Phường An Lộc", rich).replace("<style:style", f"{style}<style:style", 1)
    path.write_text(text.replace("<table:table-cell", '<table:table-cell table:style-name="s"', 5), "utf-8")
    return path


def _loose(path: Path) -> Path:
    """A page whose rows only HTML5's rules find."""
    text = workbooks.xls_html(path, SHEETS).read_text("utf-8")
    loose = text.replace("<tr>", "<form>", 3).replace("</tr>", "</font>", 4).replace("<td>", "<td><s><font size=1>", 9)
    path.write_text(loose, "utf-8")
    return path


def _raw_sheet() -> str:
    cells = '<c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="e"><v>#REF!</v></c>'
    return (
        '<dimension ref="A1:D2"/><cols><col min="2" max="3" hidden="1"/></cols><sheetData>'
        f'<row r="1">{cells}</row><row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
        '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    )


def damaged_bytes(data: bytes, rng: random.Random) -> bytes:
    """A few bytes changed, cut, doubled, swapped or replaced by something unkind."""
    text = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 12))):
        if not text:
            break
        at = rng.randrange(len(text))
        length = rng.choice((1, 2, 8, 64, 512))
        action = rng.randrange(7)
        if action == 0:
            text[at] = rng.randrange(256)
        elif action == 1:
            del text[at : at + length]
        elif action == 2:
            text[at:at] = text[at : at + length] * rng.choice((1, 3))
        elif action == 3:
            text[at:at] = rng.choice(TOKENS)
        elif action == 4:
            text[at : at + length] = rng.choice(TOKENS)
        elif action == 5:
            other = rng.randrange(len(text))
            text[at : at + length], text[other : other + length] = text[other : other + length], text[at : at + length]
        else:
            del text[at:]
    return bytes(text)


def damaged_values(data: bytes, rng: random.Random) -> bytes:
    """Markup that stays whole: some texts and attributes (cells, headers, references, spans) get other values."""
    for _ in range(rng.choice((1, 2, 5))):
        spots = list(_VALUES.finditer(data))
        if not spots:
            return damaged_bytes(data, rng)
        spot = rng.choice(spots)
        start, end = spot.span(spot.lastindex or 0)
        data = data[:start] + rng.choice(UNKIND) + data[end:]
    return data


def damaged_members(data: bytes, rng: random.Random) -> bytes:
    """A container with one member damaged, emptied, renamed, doubled or left out; its own structure stays whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        victim = rng.choice([n for n in names if "sheet" in n or "workbook" in n or "content" in n] or names)
        action = rng.randrange(8)
        for name in names:
            content = old.read(name)
            if name == victim and action == 0:
                continue
            if name == victim:
                damage = damaged_values if action > 4 else damaged_bytes
                content = b"" if action == 1 else damage(content, rng)
            new.writestr(name + "x" if name == victim and action == 2 else name, content)
    return out.getvalue()


def trials(times: int, seed: int, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Damaged files with the kind they were: the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311  # repeatable damage, no secret
    healthy = samples(folder)
    for _ in range(times):
        sample = rng.choice(healthy)
        is_zip = sample.data.startswith(b"PK")
        gentle = damaged_members if is_zip else damaged_bytes if sample.kind == "xls" else damaged_values
        damage = gentle if rng.random() < 0.6 else damaged_bytes
        yield sample.kind, damage(sample.data, rng)


def outcome(path: Path) -> tuple[str, bool]:
    """What came out of a file, and whether that is allowed."""
    start = time.monotonic()
    try:
        source, _ = open_file(path, path.name, LIMITS)
    except UnreadableFileError as error:
        unforeseen = "make anything of" in str(error.message.text("en"))
        return ("unforeseen " + str(error.message.text("en")) if unforeseen else "refused"), not unforeseen
    except BaseException as error:  # noqa: BLE001  # that nothing else comes out is what is tested
        return f"{type(error).__name__}: {error}", False
    for sheet in source.sheets:
        if any(len(column) != sheet.n_rows for column in sheet.columns):
            return "columns of unequal length", False
    try:
        score(path)
    except ThiduaError:
        pass
    except Exception as error:  # noqa: BLE001  # what the command would call unforeseen
        return f"scoring: {type(error).__name__}: {error}", False
    return "read", time.monotonic() - start < SLOW


def run(times: int, seed: int, keep: Path | None = None) -> tuple[Counter[str], list[str]]:
    """Run the trials; returns how often each outcome came and a line for each failure."""
    counts: Counter[str] = Counter()
    failures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, (kind, data) in enumerate(trials(times, seed, folder)):
            path = folder / f"{kind}-{number}"
            path.write_bytes(data)
            result, allowed = outcome(path)
            counts[f"{kind} {result if allowed else 'FAILED'}"] += 1
            if not allowed:
                failures.append(f"{kind} #{number} of seed {seed}: {result}")
                if keep is not None:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{kind}-{seed}-{number}").write_bytes(data)
            path.unlink()
    return counts, failures


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--times", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    start = time.monotonic()
    counts, failures = run(options.times, options.seed, options.keep)
    for result, count in sorted(counts.items()):
        print(f"{count:6d}  {result}")
    for line in failures:
        print(line)
    print(f"{options.times} trials, {len(failures)} failed, {time.monotonic() - start:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
