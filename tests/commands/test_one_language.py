"""Every screen and message is in the one language that was chosen and fits the screen, whatever comes of a command."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from tests.commands.test_commands import HEADS, LATE, SAMPLE, Run, thidua
from tests.support.screens import too_wide
from tests.support.workbooks import xlsx
from thidua_cli.plan.loading import builtin_plan_path
from thidua_cli.result_file import load

__all__ = ["thidua"]
VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯà-ỹÀ-ÖØ-Ỹ]")
ENGLISH = re.compile(
    r"\b(?:the|of|and|is|are|was|were|with|for|not|but|has|have|does|its?|from|this|that|which|where|only|"
    r"files?|folders?|rows?|columns?|cells?|sheets?|units?|persons?|plan|dossiers?|data|result|score[ds]?|rank|met|"
    r"figures?|errors?|warnings?|missing|invalid|needs?|choose|write|see|check the)\b",
    re.IGNORECASE,
)
OWN_WORDS = re.compile(
    r"“[^”]*”|(?:python|thidua|--?[a-z])\S*(?: (?:check|score|init|plan|show|remind|report|data\w*|[a-z]+-[a-z]+))*"
    r"|\S*[./=_:]\S*|SHA-256 \w+|\b[a-z]+_[a-z0-9_]+\b"
)
"""What is the same in both languages: words in quotation marks, commands, options, paths, keys."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A working folder with the sample, its result, a changed one, and all kinds of files that are no use."""
    from thidua_cli.cli.main import run

    root, before = tmp_path_factory.mktemp("mot-ngon-ngu"), Path.cwd()
    os.chdir(root)
    (root / "mau.xlsx").write_bytes(SAMPLE.read_bytes())
    run(["score", "mau.xlsx", "--out", "kq", "--quiet", "--format", "json"])
    changed = re.sub(r'"numerator": 243\b', '"numerator": 242', (root / "kq/result.json").read_text("utf-8"))
    (root / "sua.json").write_text(re.sub(r'"as_of": "[^"]*"', '"as_of": "2021-12-30"', changed), encoding="utf-8")
    run(["init", "nam", "--year", "2022", "--quiet"])
    plan = builtin_plan_path().read_text("utf-8")
    for name, text in {
        "tot.yaml": plan,
        "khoa.yaml": plan.replace("standings:", "standing:", 1),
        "so.yaml": plan.replace("year: 2021", "year: hai", 1).replace("threshold:", "threshold: x #"),
        "ky.yaml": plan.replace("from: 2021-01-01", "from: 2022-02-01", 1),
        "hong.yaml": "year: [",
        "rong.json": "",
        "la.json": '{"schema": "thidua-result/1", "la": 1}',
        "van-ban.xlsx": "Kính gửi: Ủy ban nhân dân",
    }.items():
        (root / name).write_text(text, encoding="utf-8")
    (root / "trong").mkdir()
    small: dict[str, dict[str, Any]] = {
        "nho/a/mot-cua.xlsx": {"Một cửa": [["DANH SÁCH HỒ SƠ MỘT CỬA"], HEADS, LATE]},
        "nho/b/mot-cua.xlsx": {"Một cửa": [["DANH SÁCH HỒ SƠ MỘT CỬA"], HEADS, [*LATE[:2], "31/02/2021", *LATE[3:]]]},
        "nho/c/thieu.xlsx": {"S": [HEADS[:3] + HEADS[4:], LATE[:3] + LATE[4:]]},
        "la.xlsx": {"Thực đơn": [["Món", "Giá"], ["Phở", 40]]},
    }
    for name, sheets in small.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        xlsx(root / name, sheets)
    yield root
    os.chdir(before)


@pytest.fixture(scope="module")
def names(folder: Path) -> re.Pattern[str]:
    """What the plan and the data call things: words of no language of the screen's."""
    result = load(folder / "kq/result.json")
    said = [result.plan, *result.units, *result.individuals, *result.initiatives, *result.inputs]
    plans = [yaml.safe_load((folder / name).read_text("utf-8")) for name in ("tot.yaml", "nam/criteria.yaml")]
    made = [msgspec.to_builtins(said), plans, HEADS, LATE, "Một cửa", "Thực đơn", "Xã Mới"]
    found = {" ".join(text.split()) for text in _texts(made) if " " in text.strip() or len(text) > 6}
    longest = sorted((text for text in found if VIETNAMESE.search(text)), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)), re.IGNORECASE)


def _texts(value: Any) -> Iterator[str]:
    """Every name, and no sentence that the program made."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in {"reasons", "council_reasons", "message", "hint", "readings", "counts", "settings"}:
                yield from _texts(one)


COMMANDS = [
    "score mau.xlsx --format json",
    "score mau.xlsx --details --format json",
    "check mau.xlsx",
    "explain mau.xlsx --unit XÃ-TÂN-HỘI",
    "explain nho/b --unit AN-LỘC",
    "what-if nho/a --set tc3=60",
    "what-if nho/a --set tc3=x",
    "what-if nho/a --set tc9=5",
    "diff sua.json kq",
    "diff kq kq",
    "verify sua.json",
    "report kq --format html --out lai",
    "batch nho --format json --jobs 1",
    "check nam",
    "score nam",
    "score nam --skip-unreadable --format json",
    "remind nam",
    "init moi --year 2026 --place Xã-Mới",
    "init nam",
    "plan check",
    "plan show",
    "plan test",
    "plan check khoa.yaml",
    "plan check so.yaml",
    "plan check ky.yaml",
    "plan check hong.yaml",
    "plan check la.xlsx",
    "plan check khong.yaml",
    "score khong-co.xlsx",
    "score trong",
    "score la.xlsx",
    "score van-ban.xlsx",
    "score nho/c/thieu.xlsx",
    "score nho/a --as-of 31/12/2022",
    "score nho/a --system mot-cua.xlsx",
    "score nho/a --format tho",
    "score nho/a --out la.xlsx",
    "score nho/a --mapping khoa.yaml",
    "explain nho/a --unit Đâu-Đó",
    "explain nho/a --unit An-Lộc --criterion tc9",
    "check nho/a --fix-list sua.docx",
    "check nho/b --fix-list can-sua.xlsx --save-mapping tu.yaml",
    "report rong.json",
    "report la.json",
    "report trong",
    "verify khong.json",
    "batch trong",
    "batch khong-co",
]


@pytest.mark.parametrize("words", COMMANDS)
def test_what_a_command_says_is_in_one_language(
    thidua: Run, folder: Path, names: re.Pattern[str], monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """No Vietnamese letter stands on an English screen but in names, no English word on the other; each line fits."""
    monkeypatch.chdir(folder)
    given = [word.replace("-", " ") if VIETNAMESE.search(word) else word for word in words.split()]
    said = {}
    for lang in ("vi", "en"):
        _, out, err = thidua(*given, "--lang", lang)
        assert [] == too_wide(out + err)
        text = re.sub(r"\s+", " ", out + err)
        said[lang] = OWN_WORDS.sub(" ", names.sub(" ", text))
        assert text.strip() or words.startswith("init")
    assert ([], []) == (_around(ENGLISH, said["vi"]), _around(VIETNAMESE, said["en"]))


def _around(pattern: re.Pattern[str], text: str) -> list[str]:
    """Every hit with what stands beside it."""
    return [text[max(0, hit.start() - 30) : hit.end() + 30] for hit in pattern.finditer(text)]
