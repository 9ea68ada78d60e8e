"""The kinds of tables and their fields: what a plan may teach the heads of, and what intake finds."""

from __future__ import annotations

from collections.abc import Mapping

FIELDS: Mapping[str, frozenset[str]] = {
    "dossiers": frozenset(
        "code unit submitted received due due_extended ended returned "
        "status channel level officer procedure field".split()
    ),
    # received_total includes what was carried over; received_new is what the form itself calls received in the period.
    # received_online_full and _partial are levels 4 and 3, _low levels 1 and 2, _34 the upper two in one column.
    # late_apologised and late_not_apologised stand in place of late where a form splits it: late is their sum.
    "statistics": frozenset(
        "unit field received_total received_new received_online received_online_full received_online_partial "
        "received_online_other received_online_low received_online_34 received_direct received_post "
        "received_one_stop received_on_software received_off_software carried_over done_total "
        "early on_time early_or_on_time late late_apologised "
        "late_not_apologised refused withdrawn pending_total pending_in_time pending_overdue paused".split()
    ),
    "units": frozenset("unit group assessed not_assessed aliases code valid_from valid_to".split()),
    "tasks": frozenset("unit task result assigned completed completed_in_time completed_late due finished".split()),
    "par_index": frozenset("unit score_self score_appraised score_final score_max score share".split()),
    "initiatives": frozenset(
        "unit title author recognised decision status year effect scope rollout implementer".split()
    ),
    "council_decisions": frozenset("unit name decision author reason".split()),
    "earlier_awards": frozenset("unit name award achievement year number".split()),
    "individuals": frozenset("name position unit gender classification initiative leader".split()),
}
"""The fields a table of each kind may have: the vocabulary maps header words to these, evidence reads these."""
