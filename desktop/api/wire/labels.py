"""Tags on customers (003 "Query Customer Tags in Batch", "Modify Customer Tag", "Tag the Business")."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.api.checks import checked_ids, optional_id, required
from desktop.api.request import Call, nothing, post
from desktop.api.wire.record import needed, read_list
from desktop.api.wire.values import id_of, objects, str_of
from desktop.domain.customers.drafts import CustomerLabels, Label
from desktop.domain.errors import InvalidInput
from desktop.domain.ids import checked_id
from desktop.domain.json import Json

_ROOT = "/api/scrm/5/label"


def of(customer_ids: Iterable[str]) -> Call[tuple[CustomerLabels, ...]]:
    """Build "Query Customer Tags in Batch": the body is a bare list."""
    body = checked_ids("customer_ids", customer_ids)
    return Call(
        post(f"{_ROOT}/userlabels", body, repeatable=True), lambda reply: read_list(reply, _customer_labels)
    )


def _customer_labels(raw: Mapping[str, Json]) -> CustomerLabels:
    labels = [
        Label(id_of(item, "id"), str_of(item, "name"), str_of(item, "color_value"))
        for item in objects(raw.get("label_set"))
    ]
    return CustomerLabels(needed(id_of(raw, "userid")), tuple(label for label in labels if label.id))


def replace(customer_id: str, labels: Sequence[Label]) -> Call[None]:
    """Build "Modify Customer Tag": the body is a bare list that replaces all."""
    body: Json = [{"id": checked_id("tags", label.id), "name": required("tags", label.name)} for label in labels]
    return Call(post(f"{_ROOT}/update_userlabel/{checked_id('id', customer_id)}", body), nothing)


def change(
    customer_id: str, union_id: str, external_user_id: str, add: Sequence[str], remove: Sequence[str]
) -> Call[None]:
    """Build "Tag the Business"."""
    who: dict[str, Json] = {
        "userid": optional_id("customer_id", customer_id),
        "unionid": optional_id("union_id", union_id),
        "external_userid": optional_id("external_user_id", external_user_id),
    }
    what: dict[str, Json] = {
        "add_tag": [checked_id("add", tag) for tag in add],
        "remove_tag": [checked_id("remove", tag) for tag in remove],
    }
    if not any(who.values()):
        raise InvalidInput("customer_id", "empty")
    if not any(what.values()):
        raise InvalidInput("tags", "empty")
    body = {key: value for key, value in (who | what).items() if value}
    return Call(post(f"{_ROOT}/update_biz_label", body), nothing)
