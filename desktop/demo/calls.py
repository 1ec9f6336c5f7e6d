"""Every call and what answers it."""

from collections.abc import Mapping

from desktop.demo import (
    calls_blacklist,
    calls_customers,
    calls_dictionaries,
    calls_editing,
    calls_following,
    calls_labels,
    calls_tags,
)
from desktop.demo.people import Record
from desktop.demo.world import Asked, Handler, World


def get_token(world: World, asked: Asked) -> Record:
    """Get the Access Token Code."""
    values = asked.values
    token = world.tokens.mint(values["appid"], values["create_time"], values["sign"])
    return {"item": {"token": token, "expires_in": str(world.options.token_seconds)}}


HANDLERS: Mapping[str, Handler] = {
    "get_token": get_token,
    **calls_dictionaries.HANDLERS,
    **calls_tags.HANDLERS,
    **calls_labels.HANDLERS,
    **calls_customers.HANDLERS,
    **calls_editing.HANDLERS,
    **calls_following.HANDLERS,
    **calls_blacklist.HANDLERS,
}
"""The function that answers each call, by its endpoint."""
