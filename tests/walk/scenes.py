"""Every page, panel, popup and dialog of the window: how to get there."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint

from desktop.domain.errors import BadSign, ConnectFailed
from desktop.domain.intents.intent import CreateTag
from desktop.domain.query import Contains, OneOf, Tagged
from desktop.qt.toast import Toast, Tone
from desktop.ui.filters.catalogue import FILTERS, Shape
from desktop.workspace.status import Progress
from tests.walk.deciding import DECIDING
from tests.walk.desk import Scene, WalkDesk
from tests.walk.setting import (
    failed_test,
    first_start,
    locked_key,
    new_keys,
    new_passphrase,
    passphrase,
    settings,
)
from tests.walk.tables import TABLES


async def customers(desk: WalkDesk) -> None:
    await desk.customers(1)


async def everything(desk: WalkDesk) -> None:
    await desk.customers()
    desk.screens.panel._empties.setChecked(True)


async def timeline(desk: WalkDesk) -> None:
    await desk.customers(2)
    desk.screens.panel.tabs.show_tab("timeline")
    await desk.until(desk.screens.timeline.page.list.isVisible)


async def record(desk: WalkDesk) -> None:
    await desk.customers(2)
    desk.run("customers.record")


async def changes(desk: WalkDesk) -> None:
    await desk.customers(2)
    desk.screens.panel.tabs.show_tab("changes")


async def selected(desk: WalkDesk) -> None:
    await desk.choose(3)


async def filtered(desk: WalkDesk) -> None:
    await desk.customers()
    of = desk.account.collections
    state = desk.screens.page.state
    for condition in (
        OneOf("stage_id", tuple(of.stages)[:2]),
        Tagged("any", tuple(of.tags)[:4]),
        Contains("phone", "138"),
    ):
        state.put(None, condition)


async def nothing_found(desk: WalkDesk) -> None:
    await desk.customers()
    desk.screens.page.state.set_text("no such customer")
    await desk.until(desk.screens.page._empty.isVisible)


def popup(action: str, count: int = 1) -> Scene:
    """Return the scene of what an action opens for so many selected customers."""

    async def scene(desk: WalkDesk) -> None:
        await (desk.choose(count) if count > 1 else desk.customers())
        await desk.opens(action)

    return scene


def filter_editor(key: str) -> Scene:
    """Return the scene of one filter's editor."""

    async def scene(desk: WalkDesk) -> None:
        await desk.customers()
        await desk.opening(lambda: desk.screens.page._asking._picked(key))

    return scene


async def row_menu(desk: WalkDesk) -> None:
    await desk.customers()
    table = desk.screens.page.table
    spot = table.viewport().mapToGlobal(QPoint(60, 120))
    await desk.opening(lambda: table.context_asked.emit(spot))


async def view_menu(desk: WalkDesk) -> None:
    await desk.customers()
    await desk.opening(lambda: desk.screens.page.tabs._open_menu(0))


async def edit_form(desk: WalkDesk) -> None:
    await desk.customers()
    desk.run("customers.edit")
    await desk.until(lambda: desk.screens.forms.in_panel is not None)


async def all_selected(desk: WalkDesk) -> None:
    await desk.customers()
    desk.run("customers.select_all")


async def dry_run(desk: WalkDesk) -> None:
    await all_selected(desk)
    await desk.opens("customers.recycle")


async def tags_page(desk: WalkDesk) -> None:
    await desk.tags()


def on_tags(action: str) -> Scene:
    """Return the scene of what an action of the tags page opens."""

    async def scene(desk: WalkDesk) -> None:
        await desk.tags()
        await desk.opens(action)

    return scene


def finding(action: str) -> Scene:
    """Return the scene of one of the findings of the tags page."""

    async def scene(desk: WalkDesk) -> None:
        await desk.tags()
        desk.run(action)

    return scene


def page(key: str) -> Scene:
    """Return the scene of a page as one finds it."""

    async def scene(desk: WalkDesk) -> None:
        await desk.customers()
        desk.window.show_page(key)

    return scene


async def board(desk: WalkDesk) -> None:
    desk.window.show_page("board")
    await desk.until(
        lambda: any(column.view.model().rowCount() for column in desk.screens.pages.board.page.lanes.columns)
    )


def figures(part: int) -> Scene:
    """Return the scene of a part of the figures."""

    async def scene(desk: WalkDesk) -> None:
        desk.window.show_page("figures")
        desk.screens.pages.figures.page.tabs.setCurrentIndex(part)

    return scene


async def waiting(desk: WalkDesk) -> None:
    """Three edits the server refuses, and one that waits."""
    if not desk.account.outbox.entries():
        desk.demo.misbehave("code", "*label/save", code="500001", count=3)
        group = next(iter(desk.account.collections.tag_groups))
        for name in ("A", "B"):
            desk.account.outbox.submit(
                [CreateTag(local=f"local-{name}", name=name, group=group)],
                label=name,
                answer=lambda _token: None,
                failed=desk.trouble.append,
            )
    desk.window.show_page("outbox")
    await desk.until(lambda: desk.screens.pages.outbox.page.lines)


async def discarding(desk: WalkDesk) -> None:
    """An edit that waits is to be given up."""
    await waiting(desk)
    await desk.until(lambda: desk.screens.pages.outbox.page.current() is not None)
    await desk.opens("outbox.discard")


async def toast(desk: WalkDesk) -> None:
    await desk.customers()
    desk.window.toasts.tell(Toast("VIP +1", Tone.DONE, "VIP", lambda: None))


async def pulling(desk: WalkDesk) -> None:
    await desk.customers()
    progress = Progress("customers", 420_000, 1_000_000, 8_100.0, 72)
    desk.status(connection="online", progress=progress, quarantined=3)


async def offline(desk: WalkDesk) -> None:
    await desk.customers()
    desk.status(connection="offline", error=ConnectFailed(), progress=None)


async def stopped(desk: WalkDesk) -> None:
    await desk.customers()
    desk.status(connection="stopped", error=BadSign(), progress=None)


def _filters() -> Mapping[str, Scene]:
    """Return one filter of each shape, and the whole list of them."""
    first: dict[Shape, str] = {}
    for entry in FILTERS:
        first.setdefault(entry.shape, entry.key)
    return {f"filter {shape.name.lower()}": filter_editor(key) for shape, key in first.items()}


SCENES: Mapping[str, Scene] = {
    "customers": customers,
    "every field": everything,
    "timeline": timeline,
    "record": record,
    "changes": changes,
    "selected": selected,
    "all selected": all_selected,
    "filtered": filtered,
    "nothing found": nothing_found,
    "filters": popup("customers.filter"),
    **_filters(),
    "columns": popup("customers.columns"),
    "save view": popup("customers.save_view"),
    "row menu": row_menu,
    "view menu": view_menu,
    "tag": popup("customers.tag"),
    "tag many": popup("customers.tag", 3),
    "stage": popup("customers.stage"),
    "assign": popup("customers.assign", 3),
    "ban": popup("customers.ban"),
    "ban many": popup("customers.ban", 3),
    "edit": edit_form,
    "edit many": popup("customers.edit", 3),
    "new customer": popup("customers.new"),
    "new company": popup("customers.new_company"),
    "dry run": dry_run,
    "tags": tags_page,
    "new group": on_tags("tags.new_group"),
    "recolour": on_tags("tags.recolour"),
    "delete tag": on_tags("tags.delete"),
    "delete group": on_tags("tags.delete_group"),
    "merge": on_tags("tags.merge"),
    "move tags": on_tags("tags.move"),
    "split": on_tags("tags.split"),
    "duplicates": finding("tags.duplicates"),
    "violations": finding("tags.violations"),
    "board": board,
    "blacklist": page("blacklist"),
    "figures": figures(0),
    "assignments": figures(1),
    "growth": figures(2),
    "outbox": page("outbox"),
    "waiting": waiting,
    "discarding": discarding,
    **DECIDING,
    **TABLES,
    "settings": settings(0),
    "connection test": failed_test,
    "appearance": settings(1),
    "keyboard": settings(2),
    "new keys": new_keys,
    "settings blacklist": settings(3),
    "about": settings(4),
    "first start": first_start,
    "new passphrase": new_passphrase,
    "passphrase": passphrase,
    "locked key": locked_key,
    "palette": popup("palette"),
    "shortcuts": popup("shortcuts"),
    "look up a text": popup("tools.text"),
    "toast": toast,
    "pulling": pulling,
    "offline": offline,
    "stopped": stopped,
}
"""Every scene by name, in the order of a walk."""
