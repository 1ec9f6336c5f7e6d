"""Texts in several languages (003 "Query multilingual content detail")."""

from collections.abc import Sequence

from desktop.api.checks import required
from desktop.api.request import Call, Reply, post
from desktop.api.wire.record import record
from desktop.api.wire.values import id_of, int_of, milliseconds, objects, rest_of, str_of
from desktop.domain.customers.multilingual import MultilingualContent
from desktop.domain.json import Json

_KEYS = frozenset(
    {
        "companyid",
        "catalogid",
        "placeholderid",
        "name",
        "placeholder",
        "default_value",
        "update_time",
        "create_time",
        "status",
        "lang_list",
    }
)


def multilingual(placeholder: str, languages: Sequence[str], rich_text: bool) -> Call[MultilingualContent]:
    """Build "Query multilingual content detail"."""
    body: dict[str, Json] = {
        "placeholder": required("placeholder", placeholder),
        "rich_text_flag": int(rich_text),
    }
    if languages:
        body["lang_type"] = list(languages)
    path = "/api/scrm/5/user/get_multilingual_content_detail"
    return Call(post(path, body, repeatable=True), read_content)


def read_content(reply: Reply) -> MultilingualContent:
    """Read the one content of the reply."""
    raw = record(reply)
    return MultilingualContent(
        id=id_of(raw, "placeholderid"),
        placeholder=str_of(raw, "placeholder"),
        name=str_of(raw, "name"),
        default=str_of(raw, "default_value"),
        translations={
            id_of(item, "lang_type"): str_of(item, "lang_value") for item in objects(raw.get("lang_list"))
        },
        status=int_of(raw, "status", 1),
        category_id=id_of(raw, "catalogid"),
        company_id=id_of(raw, "companyid"),
        created_ms=milliseconds(raw.get("create_time")) or 0,
        updated_ms=milliseconds(raw.get("update_time")) or 0,
        extra=rest_of(raw, _KEYS),
    )
