"""The combined standing as files: ``tong-hop.json``, ``.html`` and ``.xlsx``. Heavy libraries load when needed."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_cli.combined import CombinedResult


def render_combined(combined: CombinedResult, names: Iterable[str]) -> dict[str, bytes]:
    """The bytes of the combined files: always the JSON; page and workbook where ``names`` holds a file of that kind."""
    kinds = {name.rsplit(".", 1)[-1] for name in names}
    files = {"tong-hop.json": combined.to_json()}
    if "html" in kinds:
        from thidua_cli.reports.combined.page import render_combined_html

        files["tong-hop.html"] = render_combined_html(combined)
    if "xlsx" in kinds:
        from thidua_cli.reports.combined.workbook import render_combined_xlsx

        files["tong-hop.xlsx"] = render_combined_xlsx(combined)
    return files
