"""The window's process from its first moment: what Qt is not needed for goes before and beside it."""

import builtins
import gc

from desktop.app.early import Early
from desktop.app.instance import Instance
from desktop.app.options import Options
from desktop.settings.crash import report_unforeseen
from desktop.settings.folder import data_folder
from desktop.settings.logs import set_up_logging


def run(options: Options) -> int:
    """Open the window and return the exit code when it is closed, 0 at once when it is open already.

    Raises AppError when it cannot open.
    """
    # A collection finds nothing while all that is made stays: they were a seventh of the start.
    gc.disable()
    set_up_logging()
    report_unforeseen()
    folder = data_folder(options.data_dir)
    instance = Instance(folder, options)
    if not instance.begin():
        return 0
    try:
        early = Early(folder, options)
        with early.loading:
            _load_qt()
        from desktop.app.main import run_window  # noqa: PLC0415 -- Qt loads while the keys are asked for

        return run_window(options, folder, early, instance)
    finally:
        instance.end()


def _load_qt() -> None:
    """Load Qt and keep Python's own `import`: PySide's reads the source of every module that comes after it.

    It looks for a switch of names that nothing here uses; that was a third of the time of all imports.
    """
    own = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401, PLC0415 -- only a window needs it

    builtins.__import__ = own
