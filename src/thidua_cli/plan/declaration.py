"""What a plan file may say: every key with its shape and its description. The one declaration.

The loader reads by it and the JSON Schema is written from it, so neither knows a key that the other does not.
"""

from __future__ import annotations

from typing import Any

from thidua_cli.plan.requirements import RequirementShape
from thidua_cli.plan.scalars import AMOUNT, BOOL, DAY, DONG, NUMBER, SHARE, WHOLE
from thidua_cli.plan.shapes import (
    Choice,
    Key,
    ListOf,
    MapOf,
    Object,
    Text,
    optional,
)
from thidua_cli.text.glossary import word, words
from thidua_cli.text.language import t

_VERDICTS = ("met", "not_met", "no_data", "not_applicable")

_FILES = {name.removesuffix(".docx"): said for name, said in words("file").items() if name.endswith(".docx")}
_DOCUMENTS = {"default": words("signature")["default"], **_FILES}
_SIGNED = {**_DOCUMENTS, **words("signature")}
_TEXT = Text()
_BLANK = Text(blank=True)
_ID = Text(ident=True)
_COUNT = Choice(words("count"), "unknown_count")
_REQUIREMENT = RequirementShape()

_SETTINGS = Object(
    {
        **{name: optional(Choice(words(f"setting.{name}")), doc) for name, doc in words("setting").items()},
        "par_index_columns": optional(
            ListOf(Choice(words("par_column")), 1),
            t("The columns of the PAR index in order; the first one that has data is used."),
        ),
    }
)

_MEASURE = Object(
    {
        "name": Key(_TEXT, t("Full name of the measure.")),
        "short_name": optional(_BLANK, t("Short name for the heads of tables.")),
        "kind": Key(
            Choice({"ratio": "tỷ lệ: tổng tử số chia tổng mẫu số", "value": "giá trị: tổng các số đếm"}),
            t("Kind of measure."),
        ),
        "numerator": Key(ListOf(_COUNT, 1), t("Numerator: counts that are added up.")),
        "denominator": optional(ListOf(_COUNT), t("Denominator: counts that are added up (for a ratio only).")),
        "against": optional(_COUNT, t("The count whose rows are those that speak against the unit.")),
        "unit": optional(_BLANK, t("What is counted, for sentences: dossiers, tasks, points.")),
        "shortfall": optional(_BLANK, t("The sentence on what is short; {{n}} is the number of cases.")),
    }
)

_CRITERION = Object(
    {
        "id": Key(_ID, t("Id of the criterion, such as tc1.")),
        "title": Key(_TEXT, t("Name of the criterion.")),
        "short_title": optional(_BLANK, t("Very short name for the heads of tables.")),
        "citation": Key(_TEXT, t("The words of the movement's plan.")),
        "weight": Key(NUMBER, t("Weight (above 0).")),
        "applies_to": optional(Choice(words("applies_to")), t("Which units it applies to (default: all).")),
        "requirements": Key(
            ListOf(_REQUIREMENT, 1), t("Requirements that must all be met, such as “on_time >= 99 %”.")
        ),
    }
)

_PERSON_CRITERION = Object(
    {
        "id": Key(_ID, t("Id of the criterion for persons, such as i1.")),
        "title": Key(_TEXT, t("Name of the criterion.")),
        "citation": Key(_TEXT, t("The words of the movement's plan.")),
        "kind": Key(Choice(words("person_kind")), t("How it is judged.")),
        "accepted": optional(ListOf(_TEXT), t("classification: the levels that are accepted.")),
        "requirement": optional(_REQUIREMENT, t("dossiers and initiatives: the requirement to be met.")),
    }
)

_ROUNDING = Choice(words("rounding"))

_GROUP = Object(
    {
        "id": Key(_ID, t("Id of the emulation group, such as xa-phuong.")),
        "name": Key(_TEXT, t("Name of the group as in the register of units.")),
        "quota": optional(
            AMOUNT, t("Awards for units of the group: a whole number, or a share such as 20 %; blank: no limit.")
        ),
        "quota_rounding": optional(_ROUNDING, t("Rounding where quota is a share (default: down).")),
    }
)

_AWARD = Object(
    {
        "id": Key(_ID, t("Id of the form of commendation.")),
        "name": Key(_TEXT, t("Name of the form, such as Giấy khen.")),
        "recipient": Key(Choice(words("recipient")), t("For units or for persons.")),
        "authority": Key(_TEXT, t("Who has the authority to award it.")),
        "base_salary_multiple": Key(NUMBER, t("The reward in multiples of the base salary.")),
        "round_up_to": Key(DONG, t("Rounded up to a multiple of this (dong).")),
        "rounding": optional(
            Choice({"after": "nhân rồi làm tròn lên", "before_doubling": "làm tròn mức cá nhân rồi nhân đôi"}),
            t("Order of rounding (default: after)."),
        ),
        "source": optional(_BLANK, t("What the reward rests on.")),
    }
)

_DECISION = Object(
    {
        "decision": Key(
            Choice({"include": "đưa vào đề nghị", "exclude": "đưa ra khỏi đề nghị"}), t("Decision of the council.")
        ),
        "unit": Key(_TEXT, t("Name of the unit.")),
        "individual": optional(_TEXT, t("Full name of the person; blank for a unit.")),
        "author": Key(_TEXT, t("Who decided.")),
        "reason": Key(_TEXT, t("The reason.")),
    }
)

_AWARDS = Object(
    {
        "money_date": Key(
            DAY, t("The day on which the decision is expected to be signed; the base salary is that of this day.")
        ),
        "forms": Key(ListOf(_AWARD), t("Forms of commendation.")),
        "individual_quota": optional(AMOUNT, t("Awards for persons: a whole number, or a share; blank: no limit.")),
        "individual_quota_rounding": optional(_ROUNDING, t("Rounding where it is a share (default: down).")),
        "max_leader_share": optional(
            SHARE, t("Largest share of leaders among the persons commended; blank: only reported.")
        ),
        "achievement_words": optional(
            ListOf(_TEXT),
            t("Words for the movement's achievement in lists of earlier awards (nobody is commended twice)."),
        ),
        "women_first": optional(
            BOOL, t("Among equals at the limit: women first (true), or before the council (false).")
        ),
        "decisions": optional(
            ListOf(_DECISION),
            t("Decisions of the council to put in or leave out, each with who decided and the reason."),
        ),
    }
)

_DATED = Object(
    {
        "valid_from": Key(DAY, t("The day from which it is in force.")),
        "value": Key(DONG, t("The amount.")),
        "unit": Key(_TEXT, t("The unit of the amount.")),
        "source": Key(_TEXT, t("The document that says so.")),
    }
)

_SIGNATORY = Object(
    {
        "prefix": optional(_BLANK, t("TM., KT., TL., TUQ.; blank where signed directly.")),
        "title": Key(_TEXT, t("Office of the signatory, in capitals as on the document.")),
        "name": optional(_BLANK, t("Full name; blank to be filled in by hand.")),
    }
)

_COUNCIL = Object(
    {
        "name": Key(_TEXT, t("Name of the council.")),
        "members": optional(
            ListOf(
                Object(
                    {
                        "name": optional(_BLANK, t("Full name; blank to be filled in by hand.")),
                        "role": optional(_BLANK, t("Role in the council.")),
                    }
                )
            ),
            t("Members of the council."),
        ),
        "quorum": optional(SHARE, t("Share of the members who must be present, such as 2/3.")),
        "pass_rate": optional(SHARE, t("Share of the votes that is needed, such as 1/2 or 70 %.")),
        "pass_base": optional(
            Choice({"total": "trên tổng số thành viên", "present": "trên số có mặt"}),
            t("What the share of votes is taken of."),
        ),
        "note": optional(_BLANK, t("A reminder for who prepares the meeting; not printed.")),
        "symbol": optional(_TEXT, t("Symbol of the council on its minutes (default: HĐTĐKT).")),
        "meets": optional(
            Choice(
                {
                    "before_proposal": "họp trước khi trình: biên bản là một căn cứ của tờ trình",
                    "after_proposal": "họp sau khi trình",
                }
            ),
            t("Whether the council meets before or after the proposal (default: before_proposal)."),
        ),
    }
)

_OF_DOCUMENTS = Object(
    {
        "place": Key(_TEXT, t("The place on the line of the date.")),
        "superior": Key(_TEXT, t("The superior authority at the head of documents.")),
        "office": Key(_TEXT, t("The office that drafts.")),
        "office_symbol": optional(_TEXT, t("Symbol of the drafting office, such as PNV.")),
        "authority": Key(_TEXT, t("The authority that issues the decision.")),
        "chairman": Key(_TEXT, t("Who has the authority to decide.")),
        "document_year": optional(WHOLE, t("Year on the line of the date (default: the plan's year + 1).")),
        "launch": optional(_BLANK, t("Paragraph on how the movement was launched.")),
        "participants": optional(_BLANK, t("Who takes part.")),
        "fund": optional(_BLANK, t("Where the reward money comes from.")),
        "authority_symbol": optional(_TEXT, t("Symbol of the authority that issues the decision (default: UBND).")),
        "plan": optional(
            _BLANK,
            t("The plan that launched it: number, day and name; {{plan}} in legal_bases and launch stands for it."),
        ),
        "addressees": optional(MapOf(ListOf(_TEXT), _DOCUMENTS), t("Addressees, by document.")),
        "steering": optional(
            _BLANK, t("Paragraph on guidance and publicity; blank: the report has a place to fill in.")
        ),
        "proposer": optional(_BLANK, t("On whose proposal it is decided, such as Trưởng phòng Nội vụ.")),
        "payer": optional(_BLANK, t("Who pays the rewards.")),
        "executors": optional(ListOf(_TEXT), t("Who carries the decision out, one office a line.")),
        "legal_bases": optional(MapOf(ListOf(_TEXT), _DOCUMENTS), t("Legal bases by document, one a line.")),
        "signatories": optional(MapOf(_SIGNATORY, _SIGNED), t("Signatories by document.")),
        "recipients": optional(MapOf(ListOf(_TEXT), _DOCUMENTS), t("Recipients by document.")),
        "council": optional(_COUNCIL, t("The emulation and commendation council.")),
    }
)

_KNOWN_UNIT = Object(
    {
        "name": Key(_TEXT, t("Full name of the unit.")),
        "aliases": optional(ListOf(_TEXT), t("Other spellings found in data.")),
        "group": optional(_TEXT, t("Emulation group (id or name in groups).")),
        "valid_from": optional(DAY, t("The unit exists from this day.")),
        "valid_to": optional(DAY, t("The unit exists to the end of this day.")),
        "successor": optional(_TEXT, t("The unit that follows it after valid_to.")),
    }
)

_VOCABULARY = Object(
    {
        "headers": optional(
            MapOf(ListOf(_TEXT), ident=False), t("Words at the head of columns: “table_kind.field” or “field”.")
        ),
        "statuses": optional(MapOf(ListOf(_TEXT), words("status")), t("Words for the state of a dossier, by class.")),
        "systems": optional(
            MapOf(Choice(words("system")), ident=False), t("File names (or patterns such as mot-cua*.xlsx) by system.")
        ),
        "units": optional(ListOf(_KNOWN_UNIT), t("Units, their other names, days of renaming.")),
    }
)

MAPPING = Object({"vocabulary": Key(_VOCABULARY, t("Local words."))})
"""A mapping file: the vocabulary section on its own."""

_EXAMPLE = Object(
    {
        "name": Key(_TEXT, t("What the example is about.")),
        "counts": Key(
            MapOf(NUMBER, words("count"), code="unknown_count"),
            t("The unit's counts; one that is not given has no data."),
        ),
        "expected": Key(
            MapOf(Choice({key: word(key).lower() for key in _VERDICTS})),
            t("The verdict expected, by id of criterion (or measure)."),
        ),
        "assessed": optional(BOOL, t("Whether the unit is assessed on the PAR index (default: true).")),
    }
)

PLAN = Object(
    {
        "id": Key(_ID, t("Id of the plan.")),
        "title": Key(_TEXT, t("Name of the movement.")),
        "theme": Key(_TEXT, t("Theme of the movement.")),
        "year": Key(WHOLE, t("Year of the movement.")),
        "issuer": Key(_TEXT, t("Who launches it.")),
        "period": Key(
            Object(
                {
                    "from": Key(DAY, t("First day of the period.")),
                    "to": Key(DAY, t("Last day of the period; data count to its end.")),
                }
            ),
            t("Period of the movement."),
        ),
        "settings": optional(_SETTINGS, t("How things are counted: choices that the plan's words leave open.")),
        "measures": Key(MapOf(_MEASURE), t("The measures, made from counts.")),
        "criteria": Key(ListOf(_CRITERION, 1), t("Criteria for units.")),
        "individual_criteria": optional(ListOf(_PERSON_CRITERION), t("Criteria for persons.")),
        "groups": Key(ListOf(_GROUP, 1), t("The emulation groups.")),
        "standings": Key(ListOf(_ID, 1), t("Order of ranking, looked at from the top down.")),
        "awards": Key(_AWARDS, t("Commendation.")),
        "base_salary": Key(ListOf(_DATED), t("The base salary over time.")),
        "documents": Key(_OF_DOCUMENTS, t("What Word documents are filled with.")),
        "vocabulary": optional(_VOCABULARY, t("Local words: heads of columns, states, names of units.")),
        "examples": optional(ListOf(_EXAMPLE), t("Examples by which the plan tests itself (thidua plan test).")),
    }
)
"""The whole file."""

Raw = dict[str, Any]
"""What :data:`PLAN` reads: plain values by key."""
