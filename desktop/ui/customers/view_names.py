"""What the tabs of saved views are called."""

from PySide6.QtCore import QCoreApplication

from desktop.workspace.listing.views import View


def view_name(view: View) -> str:
    """Return the name of a view: the user's own, or ours in the language shown."""
    if view.builtin is None:
        return view.name
    return {
        "all": QCoreApplication.translate("Views", "All"),
        "mine": QCoreApplication.translate("Views", "Mine"),
        "new": QCoreApplication.translate("Views", "New"),
        "to_be_assigned": QCoreApplication.translate("Views", "To assign"),
        "follow_up": QCoreApplication.translate("Views", "Following up"),
        "pool": QCoreApplication.translate("Views", "Pool"),
        "blacklisted": QCoreApplication.translate("Views", "Blacklisted"),
    }[view.builtin]
