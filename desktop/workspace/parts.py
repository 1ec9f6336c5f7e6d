"""The parts of an account that its first screen does without, together: one import loads them."""

from desktop.workspace.blacklist import Blacklist
from desktop.workspace.board import BoardListings
from desktop.workspace.companies import Companies
from desktop.workspace.duplicates import Duplicates
from desktop.workspace.figures import Figures
from desktop.workspace.formdrafts import FormDrafts
from desktop.workspace.jobs.service import Jobs
from desktop.workspace.outbox import Outbox
from desktop.workspace.people import People
from desktop.workspace.places import Places
from desktop.workspace.sheets.service import Sheets
from desktop.workspace.texts import Texts
from desktop.workspace.timelines import Timelines

__all__ = [
    "Blacklist",
    "BoardListings",
    "Companies",
    "Duplicates",
    "Figures",
    "FormDrafts",
    "Jobs",
    "Outbox",
    "People",
    "Places",
    "Sheets",
    "Texts",
    "Timelines",
]
