"""--demo for a command: a server of its own and files that go with it."""

from contextlib import ExitStack

from desktop.domain.profile import Profile
from desktop.settings.credentials import Keys
from desktop.settings.folder import DataFolder
from desktop.settings.temporary import TemporaryFolder
from desktop.settings.vault import Vault
from desktop.workspace.demo import DemoServer


def open_demo(folder: DataFolder, vault: Vault, closing: ExitStack) -> tuple[Profile, Keys]:
    """Start a demo server and return its profile, and keys for files that live as long as `closing`.

    Raises Interrupted when the server does not start, NotWritable.
    """
    server = DemoServer()
    closing.callback(server.stop)
    temporary = TemporaryFolder(folder.temporary)
    closing.callback(temporary.close)
    return server.profile(), vault.create_in_memory(server.app_key, temporary.path)
