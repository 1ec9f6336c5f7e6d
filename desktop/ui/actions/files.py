"""The actions on table files; `verbs` hands them on."""

from desktop.ui.actions.registry import Section, Verb
from desktop.ui.wording.noop import QT_TRANSLATE_NOOP

IMPORT = Verb(
    "customers.import", QT_TRANSLATE_NOOP("Actions", "Import customers…"), Section.CUSTOMERS, (), "upload"
)
EXPORT = Verb(
    "customers.export",
    QT_TRANSLATE_NOOP("Actions", "Export customers…"),
    Section.CUSTOMERS,
    ("Ctrl+Shift+E",),
    "download",
)
