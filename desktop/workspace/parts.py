"""The parts of an account that its first screen does without, together: one import loads them."""

from desktop.workspace.bans.blacklist import Blacklist
from desktop.workspace.board import BoardListings
from desktop.workspace.figures import Figures
from desktop.workspace.formdrafts import FormDrafts
from desktop.workspace.jobs.service import Jobs
from desktop.workspace.lookups.companies import Companies
from desktop.workspace.lookups.duplicates import Duplicates
from desktop.workspace.lookups.people import People
from desktop.workspace.lookups.places import Places
from desktop.workspace.lookups.texts import Texts
from desktop.workspace.outbox.outbox import Outbox
from desktop.workspace.sheets.service import Sheets
from desktop.workspace.timeline.timelines import Timelines

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
