"""Every sentence that names a mistake in a plan file: templates by code."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.text.language import Message, t

MESSAGES: Mapping[str, Message] = {
    # the file and its YAML
    "encoding": t("the file is not UTF-8 text; save it again as UTF-8."),
    "yaml": t("not valid YAML: {meaning}."),
    "empty": t("the plan file is empty."),
    "documents": t("a plan file holds one YAML document only."),
    "alias": t("anchors (&) and aliases (*) of YAML are not used in a plan; write the content out."),
    "tag": t("tags (!) of YAML are not used in a plan."),
    "deep": t("the content is nested too deeply."),
    "key_not_text": t("a key must be plain text."),
    "duplicate_key": t("the key “{key}” stands twice (first on line {line})."),
    # keys and shapes
    "not_yet": t("“{word}”: {what} cannot be judged yet; leave this out and work it out by hand."),
    "unknown_key": t("there is no key “{word}” here.{near} Valid keys: {known}."),
    "missing_key": t("the key “{key}” is missing ({doc})."),
    "not_mapping": t("“{key}” needs lines of the form “key: value”."),
    "not_list": t("“{key}” needs a list (one item a line, beginning with “- ”, or [a, b])."),
    "not_scalar": t("“{key}” needs a single value."),
    "empty_list": t("“{key}” needs at least one item."),
    "empty_text": t("“{key}” must not be empty."),
    "bad_id": t("“{value}” cannot be an id: use a–z, digits, hyphen and underscore only."),
    "bad_number": t("“{key}” needs a number (such as {example}), not “{value}”."),
    "bad_date": t("“{key}” needs a real date such as 2021-12-31 or 31/12/2021, not “{value}”."),
    "bad_bool": t("“{key}” needs true or false, not “{value}”."),
    "bad_choice": t("“{word}” is not a valid value.{near} Valid values: {known}."),
    "bad_requirement": t(
        "the requirement “{value}” must read “measure operator threshold”, such as “on_time >= "
        "99 %” (operators: >=, >, =, <=, <)."
    ),
    # meaning
    "unknown_measure": t("there is no measure “{word}”.{near} Declared measures: {known}."),
    "unknown_count": t(
        "there is no count “{word}”.{near} Counts: {known}. What rests on other figures cannot be judged yet."
    ),
    "unknown_standing": t("“{word}” cannot rank units.{near} Use: {known}."),
    "unknown_group": t("there is no group “{word}”.{near} Groups: {known}."),
    "unknown_unit": t("there is no unit “{word}” in vocabulary.units.{near}"),
    "unknown_expected": t("there is no criterion or measure “{word}”.{near} Use: {known}."),
    "unknown_header": t(
        "there is no table field “{word}”.{near} Write “kind.field” or “field”; kinds and fields: {known}."
    ),
    "duplicate": t("“{value}” is already used on line {line}; each {what} is declared once."),
    "year_outside_period": t("the year {year} lies outside the period ({start} – {end})."),
    "period_reversed": t("the last day ({end}) lies before the first ({start})."),
    "weight": t("a weight must be above 0, not {value}."),
    "percent_needed": t(
        "the measure “{measure}” is a ratio: write the threshold with %, such as “{measure} {operator} {value} %”."
    ),
    "percent_refused": t("the measure “{measure}” is not a ratio: write the threshold without %."),
    "percent_range": t("a percentage must lie between 0 and 100, not {value}."),
    "threshold_zero": t("the threshold of “{operator}” must be above 0, so that attainment can be computed."),
    "fraction_range": t("“{key}” must be above 0 and at most 1 (such as 2/3 or 70 %)."),
    "ratio_denominator": t("the measure “{measure}” is a ratio and needs a denominator."),
    "value_denominator": t("the measure “{measure}” is a value and has no denominator."),
    "placeholder": t("a sentence may only use the blank {{n}}, not “{{{word}}}”."),
    "person_accepted": t("a person's criterion by classification needs “accepted”."),
    "person_requirement": t("a person's criterion of the kind “{kind}” needs a “requirement”, such as “{example}”."),
    "person_unused": t("“{key}” is not used by a person's criterion of the kind “{kind}”."),
    "quota_whole": t("a quota must be a whole number or a share such as 20 %, not {value}."),
    "no_base_salary": t("no base salary is in force on {day} (awards.money_date); add it to base_salary."),
    "positive": t("“{key}” must be above 0."),
    "doubling_unit": t("the rounding before_doubling is for collectives only (recipient: unit)."),
    "dates_reversed": t("valid_to ({end}) lies before valid_from ({start})."),
    "alias_taken": t("the name “{value}” already belongs to “{owner}” (line {line}) at the same time."),
}
"""Templates by code; doubled braces stand for braces that users see."""

YAML_MEANINGS: tuple[tuple[str, Message], ...] = (
    ("tab character", t("indent with spaces, not with the Tab key")),
    (
        "mapping values are not allowed",
        t("text with a colon must stand in quotation marks, or the line above is indented wrongly"),
    ),
    ("expected ','", t("a comma or a closing bracket ] }} is missing")),
    ("end of stream", t("a closing bracket or quotation mark is missing")),
    ("expected ':'", t("the colon behind the key is missing")),
    ("expected key", t("a line is not indented as the others of its group, or letters follow a quotation mark")),
    ("expected '-'", t("an item of a list must begin with “- ” and be indented as the other items")),
    ("block end", t("a line is not indented as the others of its group")),
    ("comment or line break", t("a value that begins with > or | must stand in quotation marks")),
    ("cannot start any token", t("a value that begins with a special character must stand in quotation marks")),
    ("comment from value", t("the mark # needs a space before it")),
    ("chomping", t("a value that begins with > or | must stand in quotation marks")),
    ("characters are not allowed", t("it holds a control character that cannot be seen")),
    ("not allowed", t("it holds a character that is not allowed")),
)
"""What the YAML library's reasons mean to a person, by a part of the reason."""

YAML_MEANING = t("look at the brackets, colons and indents here and in the line above")
"""For any other reason."""
