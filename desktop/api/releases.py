"""The newest published version, asked of a release feed: one request that tells nothing about the user."""

from urllib.parse import urlsplit

from desktop.api.request import get
from desktop.api.sender import Sender
from desktop.api.wire.parse import Unreadable, parse_json
from desktop.domain.errors import BadReply
from desktop.domain.profile import checked_base_url
from desktop.domain.releases import NoRelease, Release, read_release

_OK = 200


async def latest_release(address: str, proxy: str = "") -> Release:
    """Return the release that `address` names; https only, or http on loopback, and no redirects.

    Raises InvalidInput for an address that is none of these, NoRelease for any other answer, Offline.
    """
    parts = urlsplit(checked_base_url(address))
    sender = Sender(f"{parts.scheme}://{parts.netloc}", proxy=proxy)
    try:
        reply = await sender.send(get(parts.path or "/"))
    except BadReply:
        raise NoRelease from None
    finally:
        await sender.aclose()
    if reply.status != _OK:
        raise NoRelease(status=reply.status)
    try:
        return read_release(parse_json(reply.body))
    except Unreadable:
        raise NoRelease from None
