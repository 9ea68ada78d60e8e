"""Every chart of the reports, drawn once: SVG for the page, PNG of the same drawing for Word and PDF.

The drawings are plain SVG and the pictures come from resvg with the one font that ships beside this package, so that
the letters and the bytes are the same on every machine. Nothing here is loaded before a report with charts is made.
"""

from __future__ import annotations

from thidua_cli.reports.charts.chart import Chart
from thidua_cli.reports.charts.criteria import criteria_chart
from thidua_cli.reports.charts.standing import standing_chart, standing_charts
from thidua_cli.reports.charts.threshold import threshold_chart, threshold_charts

__all__ = [
    "Chart",
    "criteria_chart",
    "standing_chart",
    "standing_charts",
    "threshold_chart",
    "threshold_charts",
]
