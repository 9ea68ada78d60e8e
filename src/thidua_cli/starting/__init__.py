"""A new year's folder (``thidua init``): plan, what is still to decide, blank tables, Word templates."""

from thidua_cli.starting.folder import NewYear, new_year, refuse_other_years
from thidua_cli.starting.refreshing import Refreshed, refreshed
from thidua_cli.starting.rewriting import usual_plan

__all__ = ["NewYear", "Refreshed", "new_year", "refreshed", "refuse_other_years", "usual_plan"]
