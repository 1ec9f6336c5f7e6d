"""The English words for input that is refused here: the reasons of `InvalidInput`."""

_NOTHING_SENT = "Nothing was sent or changed."
_NOTHING_CHANGED = "Nothing was changed on the server."

WORDS: dict[str, tuple[str, str, str]] = {
    "invalid_input": ("{field}: this value cannot be used.", _NOTHING_SENT, "Correct it and try again."),
    "address_not_https": (
        "The server address must begin with https://.",
        f"Without it, customer data would travel unprotected. {_NOTHING_SENT}",
        "Enter an address like https://sg.sobot.io. Plain http works for this computer only.",
    ),
    "address_unreadable": (
        "The server address cannot be read.",
        _NOTHING_SENT,
        "Enter an address like https://sg.sobot.io.",
    ),
    "address_has_extras": (
        "The server address holds more than an address.",
        f"A user name, a password, a ? or a # does not belong there. {_NOTHING_SENT}",
        "Enter the address only, like https://sg.sobot.io.",
    ),
    "profile_name": (
        "This name cannot be used for a profile.",
        _NOTHING_SENT,
        "Enter 1 to 40 characters without slash, backslash or colon.",
    ),
    "profile_exists": ("There is a profile named {name} already.", _NOTHING_SENT, "Choose another name."),
    "no_such_profile": (
        "There is no profile named {name}.",
        _NOTHING_SENT,
        "Choose a profile that is there, or add this one.",
    ),
    "preference": (
        "{field}: this value cannot be used.",
        "The setting was left as it was.",
        "Enter a value within the limits shown.",
    ),
    "passphrases_differ": (
        "The two passphrases are not the same.",
        _NOTHING_SENT,
        "Enter the same passphrase twice.",
    ),
    "missing": ("{field}: nothing was given.", _NOTHING_SENT, "Enter a value and try again."),
    "empty": ("{field}: nothing was given.", _NOTHING_SENT, "Enter a value and try again."),
    "too_long": (
        "{field}: the text is too long.",
        f"{{limit}} characters are allowed. {_NOTHING_SENT}",
        "Shorten it to {limit} characters.",
    ),
    "bad_id": (
        "{field}: this is not an id.",
        f"Ids are 1 to 64 letters, digits, _ and -. {_NOTHING_SENT}",
        "Refresh the list and choose again.",
    ),
    "page": (
        "There is no such page.",
        f"Pages count from 1 and hold at most {{limit}} records. {_NOTHING_SENT}",
        "Ask for another page.",
    ),
    "proxy_address": (
        "The proxy address cannot be used.",
        f"It must begin with http:// or https://. {_NOTHING_SENT}",
        "Correct the proxy in the settings, or leave it blank.",
    ),
    "search_incomplete": (
        "A search needs both a text and the field to search in.",
        _NOTHING_SENT,
        "Give both, or neither.",
    ),
    "range_reversed": ("The end lies before the beginning.", _NOTHING_SENT, "Choose an end after the beginning."),
    "longer_than_month": (
        "The time range is longer than a month.",
        f"The server counts one month at most. {_NOTHING_SENT}",
        "Choose a shorter range.",
    ),
    "longer_than_two_years": (
        "The range is longer than two years.",
        f"Each month of each agent is a question to the server of its own. {_NOTHING_SENT}",
        "Choose two years at most, and look at the rest after that.",
    ),
    "time_zone": ("This is not a time zone.", _NOTHING_SENT, "Enter one like +08:00."),
    "agent_needed": (
        "A customer in follow-up needs an agent.",
        _NOTHING_SENT,
        "Choose the agent who looks after the customer.",
    ),
    "not_editable": (
        "{field}: the server does not let this field be changed here.",
        _NOTHING_SENT,
        "Leave this field as it is.",
    ),
    "wrong_kind": (
        "{field}: this is not a value for this field.",
        _NOTHING_SENT,
        "Correct the value and try again.",
    ),
    "group_name_blank": ("The tag group has no name.", _NOTHING_SENT, "Enter a name for the group."),
    "tag_name_blank": ("A tag has no name.", _NOTHING_SENT, "Enter a name for the tag."),
    "name_too_long": (
        "The name is longer than {limit} characters.",
        _NOTHING_SENT,
        "Shorten the name to {limit} characters.",
    ),
    "param_name_too_long": (
        "The parameter name is longer than {limit} characters.",
        _NOTHING_SENT,
        "Shorten the parameter name to {limit} characters.",
    ),
    "group_name_taken": (
        "A tag group with this name exists already.",
        _NOTHING_SENT,
        "Choose another name, or use the group that is there.",
    ),
    "tag_name_taken": (
        "A tag with this name exists already in the group.",
        _NOTHING_SENT,
        "Choose another name, or use the tag that is there.",
    ),
    "param_name_taken": (
        "Another tag has this parameter name.",
        _NOTHING_SENT,
        "Choose another parameter name, or leave it blank.",
    ),
    "bad_color": (
        "{field}: this is not a colour.",
        f"A colour is # and six digits of 0-9 and A-F. {_NOTHING_SENT}",
        "Enter one like #09AEB0.",
    ),
    "unknown_op": (
        "There is no such kind of edit.",
        _NOTHING_SENT,
        "Use an op like add_tags or create_tag; README lists them.",
    ),
    "unknown_key": ("{field}: this edit has no such value.", _NOTHING_SENT, "Leave it out, or correct its name."),
    "not_json": ("This is not a JSON object.", _NOTHING_SENT, "Write one object on each line."),
    "nothing_to_change": (
        "The edit names nothing to change.",
        _NOTHING_SENT,
        "Give at least one value that is to be another.",
    ),
    "id_in_use": ("{field}: this id is in use already.", _NOTHING_SENT, "Leave it out: one is made."),
    "edit_settled": (
        "This edit no longer waits.",
        "It went through, or was discarded meanwhile.",
        "Nothing needs to be done.",
    ),
    "other_edit": (
        "The corrected edit is for something else.",
        _NOTHING_SENT,
        "Correct the values only, or make a new edit.",
    ),
    "conflict": (
        "Someone else changed the same thing meanwhile.",
        "Your edit is kept and was not sent; the server has the other value.",
        "Compare both in the outbox, then choose.",
    ),
    "left_behind": (
        "What this edit is about was never made on the server.",
        f"The edit that makes it was refused or discarded. {_NOTHING_CHANGED}",
        "Discard this edit, or make the thing again.",
    ),
    "incomplete": (
        "The tag group is there, but some of its tags are not.",
        "The answer of the server was lost while it was made.",
        "Add the tags that are missing, then discard this edit.",
    ),
    "held_back": (
        "The old tags were not removed: {failed} customers could not be changed.",
        "They would lose the old tag without getting the new one.",
        "Look at the list of failed customers, then retry, or cancel the job.",
    ),
    "not_extended": (
        "Sobot kept the old end of the ban.",
        "The customer is still on the blacklist, until the end shown before.",
        "Extend again: the ban is then lifted and made anew.",
    ),
    "one_only": (
        "The tag was not given: its group came to allow one tag only while the job ran.",
        "The customer would have lost another tag of the group that nobody said it would lose.",
        "Start the job again: it then shows which tags are replaced.",
    ),
    "gone": (
        "It is not there any more.",
        f"A colleague may have removed it. {_NOTHING_SENT}",
        "Choose another one.",
    ),
    "phone_letters": (
        "A phone number has no letters.",
        _NOTHING_SENT,
        "Keep digits, + and -, and put the rest into the note.",
    ),
    "phone_odd": (
        "No phone seems to have this number.",
        "It can be saved all the same.",
        "Check the digits; a number from abroad begins with + and its country code.",
    ),
    "email_unreadable": (
        "This is not an e-mail address.",
        _NOTHING_SENT,
        "Enter one like name@example.com.",
    ),
    "email_odd": (
        "Mail from outside does not reach this address.",
        "It can be saved all the same.",
        "Check what stands behind the @.",
    ),
    "qq_odd": (
        "A QQ number has 5 to 12 digits.",
        "It can be saved all the same.",
        "Check the digits.",
    ),
    "listed_twice": (
        "The same stands here twice.",
        "It can be saved all the same.",
        "Remove one of them.",
    ),
    "holds_unseen": (
        "{field}: the text holds characters that are not seen.",
        "The server keeps them; they may hinder a search.",
        "They go when the text is edited.",
    ),
    "date_unreadable": (
        "This is not a date.",
        _NOTHING_SENT,
        "Enter one like 2025-09-01.",
    ),
    "time_unreadable": (
        "This is not a time of day.",
        _NOTHING_SENT,
        "Enter one like 10:20.",
    ),
    "number_unreadable": (
        "This is not a number.",
        _NOTHING_SENT,
        "Enter digits, with a point before decimals.",
    ),
    "too_long_here": (
        "{field}: this text is too long to be edited here.",
        "A part of it is shown.",
        "It stays as it is unless you replace it.",
    ),
    "no_longer_listed": (
        "No longer in the list.",
        "The server keeps it all the same.",
        "It stays as it is unless you choose another.",
    ),
    "unknown_type": (
        "{field}: this kind of field is not known here.",
        "Its value is kept as it is.",
        "Change it in Sobot's console.",
    ),
    "place_not_listed": (
        "{field}: no longer in the list.",
        "The server keeps it all the same.",
        "It stays as it is unless you choose another.",
    ),
    "ban_kind": (
        "Sobot knows bans of 24, 48 and 72 hours, and for good.",
        _NOTHING_SENT,
        "Choose one of 24, 48, 72, or -1 for good.",
    ),
    "ban_reason_blank": (
        "A ban needs a reason.",
        _NOTHING_SENT,
        "Say why: colleagues decide by it.",
    ),
    "stage_gone": (
        "This follow-up stage no longer exists.",
        f"Somebody removed it in Sobot. {_NOTHING_CHANGED}",
        "Pull, then choose another stage.",
    ),
    "stage_type": (
        "{field}: there is no such kind of stage.",
        _NOTHING_SENT,
        "Give 1 for follow-up, 2 for a result, 21 for won, 22 for lost or 23 for invalid.",
    ),
}
