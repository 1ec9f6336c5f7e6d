"""Which dealer the rows of a job need."""

from collections.abc import Callable, Mapping

from desktop.api.client import SobotClient
from desktop.workspace.jobs.dealing import Dealer, TagDealer
from desktop.workspace.jobs.editdealing import EditDealer, Keep
from desktop.workspace.jobs.rowform import RowForm
from desktop.workspace.jobs.server import LabelServer
from desktop.workspace.push.kinds.kind import Reach


def dealer_for(
    form: RowForm,
    client: SobotClient,
    guards: Mapping[str, tuple[str, ...]],
    keep: Keep,
    *,
    ids: Callable[[], Mapping[str, str]],
    now: Callable[[], float],
) -> Dealer:
    """Return who deals with the rows of a job over `client`; `ids` and `now` are the server's."""
    if form.edit is None:
        return TagDealer(LabelServer(client), guards)
    return EditDealer(Reach(client, ids), form, keep, now=now)
