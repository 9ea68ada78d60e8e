from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import mutate


@pytest.mark.parametrize("seed", [1, 2])
def test_damaged_files(seed: int) -> None:
    """Whatever happens to a file's bytes, markup, cells or members, data or one typed message comes out."""
    counts, failures = mutate.run(30, seed)
    assert [] == failures
    assert 30 == counts.total()


@pytest.mark.parametrize(
    "kind",
    "xlsx raw xlsb xls ods html mhtml spreadsheetml csv cp1258 styled fods loose".split(),
)
def test_healthy_samples(tmp_path: Path, kind: str) -> None:
    """The samples that are damaged are read while they are whole, so that the damage is what is tested."""
    (sample,) = (s for s in mutate.samples(tmp_path) if s.kind == kind)
    (tmp_path / "whole").write_bytes(sample.data)
    assert mutate.outcome(tmp_path / "whole") == ("read", True)
