"""The form of a new customer: what is pasted is split, and whoever is there already is found while one types."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.domain.json import Json
from desktop.qt.buttons import Button
from desktop.qt.tasks import Tasks
from desktop.qt.toast import Toast, Tone
from desktop.qt.translated import Translated
from desktop.ui.form.duplicates import Duplicates, DuplicateWatch
from desktop.ui.form.frame import FormFrame
from desktop.ui.form.paste import PasteOffer
from desktop.ui.form.purposes import NewCustomer
from desktop.ui.form.sheet import values_of
from desktop.ui.kit import Kit
from desktop.ui.wording.lookup import Collections


class PasteButton(Translated, Button):
    """Takes a contact from the clipboard."""

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setText(self.tr("Paste a contact"))
        self.setToolTip(self.tr("Splits a copied name, phone and address into the fields"))


class CreationForm(QObject):
    """Adds to a form what only new customers need. `instead(Duplicate)` when one that is there shall be edited."""

    told = Signal(Toast)
    instead = Signal(object)

    def __init__(
        self,
        frame: FormFrame,
        collections: Collections,
        duplicates: Duplicates,
        words: Callable[[str, Json], str],
        tasks: Tasks,
        kit: Kit,
    ) -> None:
        super().__init__(frame)
        self.frame = frame
        self.watch = DuplicateWatch(frame.view, duplicates, words, tasks, kit, self)
        self.watch.chosen.connect(self.instead)
        frame.add_notice(self.watch.notice)
        self.offer = PasteOffer(frame.view, lambda: collections.regions, kit, self)
        frame.add_notice(self.offer.notice)
        self.paste = PasteButton("", frame, kind="ghost", icon=kit.icons.icon("copy"))
        self.paste.retranslate()
        self.paste.clicked.connect(self.paste_block)
        frame.add_button(self.paste)
        names = [field for editor in frame.view.editors for field in editor.fields]
        frame.begin({**values_of(None, names), **NewCustomer.DEFAULTS})
        self.watch.look()

    def paste_block(self) -> None:
        """Put the contact of the clipboard into the fields."""
        if not self.offer.take(QGuiApplication.clipboard().text()):
            self.told.emit(
                Toast(self.tr("The clipboard holds no contact: copy a name with a phone first"), Tone.NEWS)
            )
