"""The page of one result as a whole."""

from __future__ import annotations

from thidua_cli.reports import wording
from thidua_cli.reports.cases import sums
from thidua_cli.reports.html import distance
from thidua_cli.reports.html.anchors import Anchors
from thidua_cli.reports.html.shell import render_page
from thidua_cli.result import Result


def render_html(result: Result) -> bytes:
    """``xep-hang.html`` for this result: one UTF-8 file with its styles, script and drawings inside.

    Every text of the result goes through autoescaping. The same result gives the same bytes. The page's policy lets it
    load nothing and run nothing but its own script, which only sorts, filters and opens.
    """
    return render_page(
        "page.html.j2",
        "xep-hang",
        result=result,
        plan=result.plan,
        program=result.program,
        anchors=Anchors(result),
        scales=distance.Scales(result),
        units=wording.units(result),
        measures=wording.measures(result),
        sums=sums(result),
    )
