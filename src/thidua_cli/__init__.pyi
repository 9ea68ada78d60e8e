from thidua_cli import frames as frames
from thidua_cli.api import load_plan as load_plan
from thidua_cli.api import load_result as load_result
from thidua_cli.api import score as score
from thidua_cli.api import write_reports as write_reports
from thidua_cli.errors import ThiduaError as ThiduaError
from thidua_cli.pipeline import ReadOptions as ReadOptions
from thidua_cli.plan.model import Plan as Plan
from thidua_cli.reports.comparing import compare as compare
from thidua_cli.result import Result as Result

__version__: str
__all__ = [
    "Plan",
    "ReadOptions",
    "Result",
    "ThiduaError",
    "__version__",
    "compare",
    "frames",
    "load_plan",
    "load_result",
    "score",
    "write_reports",
]
