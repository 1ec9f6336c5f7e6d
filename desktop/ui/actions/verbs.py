"""The actions that exist, with their keys. Texts are English here and translated where they are shown."""

from desktop.ui.actions.files import EXPORT as EXPORT  # noqa: PLC0414 -- handed on
from desktop.ui.actions.files import IMPORT as IMPORT  # noqa: PLC0414 -- handed on
from desktop.ui.actions.registry import Section, Verb
from desktop.ui.wording.noop import QT_TRANSLATE_NOOP

PALETTE = Verb(
    "palette", QT_TRANSLATE_NOOP("Actions", "Command palette"), Section.APP, ("Ctrl+K",), "search", False
)
SHORTCUTS = Verb("shortcuts", QT_TRANSLATE_NOOP("Actions", "All shortcuts"), Section.APP, ("F1",), "keyboard")
SETTINGS = Verb("settings", QT_TRANSLATE_NOOP("Actions", "Settings"), Section.APP, ("Ctrl+,",), "settings")
ABOUT = Verb("about", QT_TRANSLATE_NOOP("Actions", "About Kefu Desk"), Section.APP, (), "info")
STALLS = Verb("stalls", QT_TRANSLATE_NOOP("Actions", "Measure how smoothly the window runs"), Section.APP)
QUIT = Verb("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), Section.APP, ("Ctrl+Q",))

CUSTOMERS_PAGE = Verb(
    "page.customers", QT_TRANSLATE_NOOP("Actions", "Customers"), Section.GO, ("Ctrl+1",), "customers"
)
TAGS_PAGE = Verb("page.tags", QT_TRANSLATE_NOOP("Actions", "Tags"), Section.GO, ("Ctrl+2",), "tags")
BOARD_PAGE = Verb("page.board", QT_TRANSLATE_NOOP("Actions", "Board"), Section.GO, ("Ctrl+3",), "board")
BLACKLIST_PAGE = Verb(
    "page.blacklist", QT_TRANSLATE_NOOP("Actions", "Blacklist"), Section.GO, ("Ctrl+4",), "blacklist"
)
FIGURES_PAGE = Verb("page.figures", QT_TRANSLATE_NOOP("Actions", "Figures"), Section.GO, ("Ctrl+5",), "stats")
OUTBOX_PAGE = Verb("page.outbox", QT_TRANSLATE_NOOP("Actions", "Outbox"), Section.GO, ("Ctrl+6",), "outbox")
PAGES = (CUSTOMERS_PAGE, TAGS_PAGE, BOARD_PAGE, BLACKLIST_PAGE, FIGURES_PAGE, OUTBOX_PAGE)
"""The pages of the rail, in their order."""

TOGGLE_PANEL = Verb(
    "view.panel",
    QT_TRANSLATE_NOOP("Actions", "Show or hide the detail panel"),
    Section.VIEW,
    ("Ctrl+\\",),
    "panel",
)
TOGGLE_RAIL = Verb(
    "view.rail", QT_TRANSLATE_NOOP("Actions", "Show or hide the words of the rail"), Section.VIEW, ("Ctrl+B",)
)
BACK = Verb(
    "view.back", QT_TRANSLATE_NOOP("Actions", "One step back"), Section.VIEW, ("Esc",), listed=False, fixed=True
)
THEME = Verb("view.theme", QT_TRANSLATE_NOOP("Actions", "Switch between light and dark"), Section.VIEW)
DENSITY = Verb(
    "view.density", QT_TRANSLATE_NOOP("Actions", "Switch between comfortable and compact"), Section.VIEW
)
LANGUAGE = Verb("view.language", QT_TRANSLATE_NOOP("Actions", "Switch between English and Chinese"), Section.VIEW)

PULL = Verb("data.pull", QT_TRANSLATE_NOOP("Actions", "Pull changes now"), Section.DATA, ("F5",), "refresh")
CANCEL_PULL = Verb("data.cancel", QT_TRANSLATE_NOOP("Actions", "Cancel the pull"), Section.DATA)

SEARCH = Verb(
    "customers.search",
    QT_TRANSLATE_NOOP("Actions", "Search customers"),
    Section.CUSTOMERS,
    ("/", "Ctrl+F"),
    "search",
)
FILTER = Verb(
    "customers.filter", QT_TRANSLATE_NOOP("Actions", "Add a filter"), Section.CUSTOMERS, ("F",), "filter"
)
CLEAR_FILTERS = Verb(
    "customers.clear_filters",
    QT_TRANSLATE_NOOP("Actions", "Clear search and filters"),
    Section.CUSTOMERS,
    ("Ctrl+Shift+Backspace",),
)
SAVE_VIEW = Verb(
    "customers.save_view", QT_TRANSLATE_NOOP("Actions", "Save this view"), Section.CUSTOMERS, ("Ctrl+S",), "plus"
)
COLUMNS = Verb(
    "customers.columns", QT_TRANSLATE_NOOP("Actions", "Choose columns"), Section.CUSTOMERS, (), "columns"
)
OPEN = Verb(
    "customers.open",
    QT_TRANSLATE_NOOP("Actions", "Open the customer"),
    Section.CUSTOMERS,
    ("Return", "Enter"),
    fixed=True,
)
PEEK = Verb(
    "customers.peek",
    QT_TRANSLATE_NOOP("Actions", "Peek at the customer"),
    Section.CUSTOMERS,
    ("Space",),
    fixed=True,
)
SELECT_ALL = Verb(
    "customers.select_all", QT_TRANSLATE_NOOP("Actions", "Select the whole result"), Section.CUSTOMERS, ("Ctrl+A",)
)
CLEAR_SELECTION = Verb(
    "customers.clear_selection", QT_TRANSLATE_NOOP("Actions", "Clear the selection"), Section.CUSTOMERS
)
COPY = Verb(
    "customers.copy",
    QT_TRANSLATE_NOOP("Actions", "Copy the cell or the selected rows"),
    Section.CUSTOMERS,
    ("Ctrl+C",),
    "copy",
)
COPY_PHONE = Verb(
    "customers.copy_phone",
    QT_TRANSLATE_NOOP("Actions", "Copy the phone number"),
    Section.CUSTOMERS,
    ("Ctrl+Shift+C",),
    "copy",
)
TAG = Verb("customers.tag", QT_TRANSLATE_NOOP("Actions", "Tag"), Section.CUSTOMERS, ("T",), "tag")
RECORD = Verb(
    "customers.record", QT_TRANSLATE_NOOP("Actions", "Write a follow-up record"), Section.CUSTOMERS, ("R",), "note"
)
TAG_AGAIN = Verb(
    "customers.tag_again",
    QT_TRANSLATE_NOOP("Actions", "Repeat the last tagging"),
    Section.CUSTOMERS,
    (".",),
    "tag",
)
EDIT = Verb("customers.edit", QT_TRANSLATE_NOOP("Actions", "Edit the customer"), Section.CUSTOMERS, ("E",), "edit")
NEW_CUSTOMER = Verb(
    "customers.new", QT_TRANSLATE_NOOP("Actions", "New customer"), Section.CUSTOMERS, ("Ctrl+N",), "user-plus"
)
STAGE = Verb("customers.stage", QT_TRANSLATE_NOOP("Actions", "Set the stage"), Section.CUSTOMERS, ("S",), "stage")
ASSIGN = Verb("customers.assign", QT_TRANSLATE_NOOP("Actions", "Assign"), Section.CUSTOMERS, ("A",), "assign")
CLAIM = Verb(
    "customers.claim", QT_TRANSLATE_NOOP("Actions", "Claim: assign to me"), Section.CUSTOMERS, ("C",), "user"
)
RECYCLE = Verb(
    "customers.recycle", QT_TRANSLATE_NOOP("Actions", "Put into the pool"), Section.CUSTOMERS, ("P",), "pool"
)
RECYCLE_INVALID = Verb(
    "customers.recycle_invalid",
    QT_TRANSLATE_NOOP("Actions", "Put into the pool as invalid"),
    Section.CUSTOMERS,
    ("Shift+P",),
    "pool",
)
WHO_AM_I = Verb("people.me", QT_TRANSLATE_NOOP("Actions", "Say which agent I am"), Section.APP, (), "user")

LIST_ALL = Verb("list.all", QT_TRANSLATE_NOOP("Actions", "All customers"), Section.GO, ("Alt+1",), "rows")
LIST_MINE = Verb("list.mine", QT_TRANSLATE_NOOP("Actions", "My customers"), Section.GO, ("Alt+2",), "user")
LIST_NEW = Verb("list.new", QT_TRANSLATE_NOOP("Actions", "New customers"), Section.GO, ("Alt+3",), "user-plus")
LIST_TO_ASSIGN = Verb(
    "list.to_assign", QT_TRANSLATE_NOOP("Actions", "Customers to assign"), Section.GO, ("Alt+4",), "wait"
)
LIST_FOLLOWED = Verb(
    "list.followed", QT_TRANSLATE_NOOP("Actions", "Customers being followed up"), Section.GO, ("Alt+5",), "chat"
)
LIST_POOL = Verb("list.pool", QT_TRANSLATE_NOOP("Actions", "Customer pool"), Section.GO, ("Alt+6",), "pool")

BAN = Verb("customers.ban", QT_TRANSLATE_NOOP("Actions", "Add to blacklist"), Section.CUSTOMERS, ("B",), "ban")
LIFT = Verb(
    "customers.lift", QT_TRANSLATE_NOOP("Actions", "Lift the ban"), Section.CUSTOMERS, ("Shift+B",), "success"
)
BAN_SEARCH = Verb(
    "blacklist.search",
    QT_TRANSLATE_NOOP("Actions", "Search the blacklist"),
    Section.BLACKLIST,
    ("/", "Ctrl+F"),
    "search",
)
BAN_OPEN = Verb(
    "blacklist.open",
    QT_TRANSLATE_NOOP("Actions", "Show the customer"),
    Section.BLACKLIST,
    ("Return", "Enter"),
    fixed=True,
)
BAN_EXTEND = Verb(
    "blacklist.extend", QT_TRANSLATE_NOOP("Actions", "Extend the ban"), Section.BLACKLIST, ("E",), "clock"
)
BAN_LIFT = Verb(
    "blacklist.lift", QT_TRANSLATE_NOOP("Actions", "Lift the chosen bans"), Section.BLACKLIST, ("Del",), "success"
)
BAN_FINISH = Verb(
    "blacklist.finish", QT_TRANSLATE_NOOP("Actions", "Try the ban again"), Section.BLACKLIST, ("R",), "refresh"
)
BAN_EXPORT = Verb(
    "blacklist.export",
    QT_TRANSLATE_NOOP("Actions", "Export the blacklist"),
    Section.BLACKLIST,
    ("Ctrl+E",),
    "download",
)
NEW_COMPANY = Verb(
    "customers.new_company", QT_TRANSLATE_NOOP("Actions", "New company"), Section.CUSTOMERS, (), "company"
)
LOOK_UP_TEXT = Verb(
    "tools.text", QT_TRANSLATE_NOOP("Actions", "Look up a text in several languages"), Section.APP, (), "globe"
)
UNDO = Verb("edit.undo", QT_TRANSLATE_NOOP("Actions", "Undo"), Section.DATA, ("Ctrl+Z",), "undo")
REDO = Verb("edit.redo", QT_TRANSLATE_NOOP("Actions", "Redo"), Section.DATA, ("Ctrl+Shift+Z",), "redo")
OUTBOX_DECIDE = Verb(
    "outbox.decide",
    QT_TRANSLATE_NOOP("Actions", "Decide or correct the edit"),
    Section.OUTBOX,
    ("Return", "Enter"),
    fixed=True,
)
OUTBOX_RETRY = Verb(
    "outbox.retry", QT_TRANSLATE_NOOP("Actions", "Send the edit again"), Section.OUTBOX, ("R",), "refresh"
)
OUTBOX_EDIT = Verb("outbox.edit", QT_TRANSLATE_NOOP("Actions", "Correct the edit"), Section.OUTBOX, ("E",), "edit")
OUTBOX_DISCARD = Verb(
    "outbox.discard", QT_TRANSLATE_NOOP("Actions", "Discard the edit"), Section.OUTBOX, ("Del",), "trash"
)

TAGS_SEARCH = Verb(
    "tags.search", QT_TRANSLATE_NOOP("Actions", "Search tags"), Section.TAGS, ("/", "Ctrl+F"), "search"
)
NEW_TAG = Verb("tags.new", QT_TRANSLATE_NOOP("Actions", "New tag"), Section.TAGS, ("Ctrl+N",), "plus")
NEW_GROUP = Verb(
    "tags.new_group", QT_TRANSLATE_NOOP("Actions", "New tag group"), Section.TAGS, ("Ctrl+Shift+N",), "plus"
)
RENAME_TAG = Verb("tags.rename", QT_TRANSLATE_NOOP("Actions", "Rename the tag"), Section.TAGS, ("F2",), "edit")
EDIT_PARAM = Verb(
    "tags.param", QT_TRANSLATE_NOOP("Actions", "Edit the parameter name"), Section.TAGS, ("Shift+F2",), "edit"
)
DELETE_TAG = Verb("tags.delete", QT_TRANSLATE_NOOP("Actions", "Delete the tag"), Section.TAGS, ("Del",), "trash")
TAG_CUSTOMERS = Verb(
    "tags.customers",
    QT_TRANSLATE_NOOP("Actions", "Show the customers with the tag"),
    Section.TAGS,
    ("Ctrl+Return",),
    "customers",
)
MERGE_TAGS = Verb("tags.merge", QT_TRANSLATE_NOOP("Actions", "Merge tags"), Section.TAGS, ("Ctrl+M",), "merge")
MOVE_TAGS = Verb(
    "tags.move",
    QT_TRANSLATE_NOOP("Actions", "Move the tags to another group"),
    Section.TAGS,
    ("Ctrl+Shift+M",),
    "arrow-right",
)
SPLIT_GROUP = Verb(
    "tags.split",
    QT_TRANSLATE_NOOP("Actions", "Split the tags off into a new group"),
    Section.TAGS,
    ("Ctrl+Shift+X",),
    "expand",
)
FIX_CHOICES = Verb(
    "tags.fix",
    QT_TRANSLATE_NOOP("Actions", "Leave every customer one tag of the group"),
    Section.TAGS,
    ("Ctrl+Shift+F",),
    "check",
)
RENAME_GROUP = Verb(
    "tags.rename_group", QT_TRANSLATE_NOOP("Actions", "Rename the group"), Section.TAGS, ("F2",), "edit"
)
RECOLOUR_GROUP = Verb(
    "tags.recolour", QT_TRANSLATE_NOOP("Actions", "Recolour the group"), Section.TAGS, ("Ctrl+Shift+C",), "tag"
)
SWITCH_CHOICE = Verb(
    "tags.choice",
    QT_TRANSLATE_NOOP("Actions", "Switch between single and multiple choice"),
    Section.TAGS,
    (),
    "check",
)
DELETE_GROUP = Verb(
    "tags.delete_group", QT_TRANSLATE_NOOP("Actions", "Delete the group"), Section.TAGS, ("Del",), "trash"
)
NEAR_DUPLICATES = Verb(
    "tags.duplicates", QT_TRANSLATE_NOOP("Actions", "Near-duplicate tags"), Section.TAGS, (), "merge"
)
BROKEN_CHOICE = Verb(
    "tags.violations", QT_TRANSLATE_NOOP("Actions", "Broken single choice"), Section.TAGS, (), "warning"
)

BOARD_SEARCH = Verb(
    "board.search", QT_TRANSLATE_NOOP("Actions", "Search the board"), Section.BOARD, ("/", "Ctrl+F"), "search"
)
BOARD_FILTER = Verb(
    "board.filter", QT_TRANSLATE_NOOP("Actions", "Filter the board"), Section.BOARD, ("F",), "filter"
)
CARD_LEFT = Verb(
    "board.left",
    QT_TRANSLATE_NOOP("Actions", "Move the card to the stage before"),
    Section.BOARD,
    ("Ctrl+Left",),
    "arrow-left",
)
CARD_RIGHT = Verb(
    "board.right",
    QT_TRANSLATE_NOOP("Actions", "Move the card to the next stage"),
    Section.BOARD,
    ("Ctrl+Right",),
    "arrow-right",
)
CARD_PICK_UP = Verb(
    "board.pick_up", QT_TRANSLATE_NOOP("Actions", "Pick the card up, or drop it"), Section.BOARD, ("M",), "grip"
)
CARD_STAGE = Verb(
    "board.stage", QT_TRANSLATE_NOOP("Actions", "Choose the stage of the card"), Section.BOARD, ("S",), "stage"
)
CARD_WON = Verb("board.won", QT_TRANSLATE_NOOP("Actions", "Mark as won"), Section.BOARD, ("W",), "success")
CARD_LOST = Verb("board.lost", QT_TRANSLATE_NOOP("Actions", "Mark as lost"), Section.BOARD, ("L",), "error")
CARD_INVALID = Verb("board.invalid", QT_TRANSLATE_NOOP("Actions", "Mark as invalid"), Section.BOARD, ("I",), "ban")
