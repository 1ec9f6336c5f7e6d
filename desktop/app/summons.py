"""Brings the window to the front when the program is started once more."""

import os
from collections.abc import Callable

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.app.instance import Instance


class Summons(QObject):
    """Hears later starts as long as it lives; `named` is called with the account that one of them asks for."""

    def __init__(self, instance: Instance, window: QWidget, named: Callable[[str], None]) -> None:
        super().__init__(window)
        self._instance = instance
        self._window = window
        self._named = named
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)
        self._watcher.addPath(str(instance.folder))
        self.look()

    def look(self) -> None:
        """Do what later starts want."""
        wishes = self._instance.wishes()
        if not wishes:
            return
        activation = next((one.activation for one in wishes if one.activation), "")
        if activation:
            # Qt hands it to the compositor, which lets nobody else to the front.
            os.environ["XDG_ACTIVATION_TOKEN"] = activation
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        for one in wishes:
            if one.profile:
                self._named(one.profile)
