"""What an edit of many customers is called, by its kind."""

from PySide6.QtCore import QObject


class EditWords(QObject):
    """Texts in the language shown; `names` are what the edit speaks of."""

    def title(self, op: str, names: str) -> str:
        """Return what the edit does: "Set the stage: Won"."""
        text = self._texts().get(op, self.tr("Change customers"))
        return self.tr("{what}: {names}").format(what=text, names=names) if names else text

    def _texts(self) -> dict[str, str]:
        return {
            "add_tags": self.tr("Tag customers"),
            "remove_tags": self.tr("Take tags from customers"),
            "update_customer": self.tr("Change fields of customers"),
            "set_stage": self.tr("Set the stage"),
            "add_record": self.tr("Write a follow-up record"),
            "assign": self.tr("Assign customers"),
            "recycle": self.tr("Put customers into the pool"),
            "blacklist": self.tr("Put customers on the blacklist"),
            "unblacklist": self.tr("Take customers off the blacklist"),
        }
