"""Answers questions on a program's accessibility tree, JSON lines in and out; runs on the system's Python."""

import json
import sys
from collections.abc import Callable
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  -- the version must be named first


def application(name: str) -> Any:
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_name() == name:
            return child
    raise LookupError(f"no application {name!r}")


def children(node: Any) -> list[Any]:
    found = [node.get_child_at_index(index) for index in range(min(node.get_child_count(), 400))]
    return [child for child in found if child is not None]


def walk(node: Any) -> Any:
    """Every control below `node`; the cells of a table are asked for by row and column instead."""
    yield node
    if node.get_role() not in {Atspi.Role.TABLE, Atspi.Role.TREE_TABLE}:
        for child in children(node):
            yield from walk(child)


def showing(node: Any) -> bool:
    return bool(node.get_state_set().contains(Atspi.StateType.SHOWING))


def role_of(node: Any) -> str:
    """The role's name as AT-SPI had it before 2.54, which shortened one."""
    name = str(node.get_role_name())
    return "push button" if name == "button" else name


def find(root: Any, name: str, role: str = "") -> Any:
    for node in walk(root):
        if node.get_name() == name and showing(node) and role in {"", role_of(node)}:
            return node
    raise LookupError(f"no {role or 'control'} named {name!r}")


def controls(root: Any) -> list[dict[str, Any]]:
    return [
        {
            "role": role_of(node),
            "name": node.get_name(),
            "focusable": bool(node.get_state_set().contains(Atspi.StateType.FOCUSABLE)),
        }
        for node in walk(root)
        if showing(node)
    ]


def rows(table: Any, first: int, count: int) -> list[list[str]]:
    grid = table.get_table_iface()
    last = min(first + count, grid.get_n_rows())
    return [
        [grid.get_accessible_at(row, column).get_name() for column in range(grid.get_n_columns())]
        for row in range(first, last)
    ]


def text(node: Any) -> str:
    content = node.get_text_iface()
    return str(Atspi.Text.get_text(content, 0, -1)) if content is not None else str(node.get_name())


def press(node: Any) -> bool:
    actions = node.get_action_iface()
    for index in range(actions.get_n_actions()):
        if Atspi.Action.get_action_name(actions, index).lower() in {"press", "click", "toggle"}:
            return bool(Atspi.Action.do_action(actions, index))
    raise LookupError(f"{node.get_name()!r} cannot be pressed")


ANSWERS: dict[str, Callable[[Any, dict[str, Any]], Any]] = {
    "exists": lambda _node, _question: True,
    "row_count": lambda node, _question: node.get_table_iface().get_n_rows(),
    "headers": lambda node, _question: headers(node.get_table_iface()),
    "rows": lambda node, question: rows(node, question.get("first", 0), question.get("count", 10)),
    "text": lambda node, _question: text(node),
    "press": lambda node, _question: press(node),
    "focus": lambda node, _question: bool(node.get_component_iface().grab_focus()),
}


def headers(grid: Any) -> list[str]:
    return [grid.get_column_description(column) for column in range(grid.get_n_columns())]


def answer(root: Any, question: dict[str, Any]) -> Any:
    if question["ask"] == "controls":
        return controls(root)
    node = find(root, question["name"], question.get("role", ""))
    return ANSWERS[question["ask"]](node, question)


def main() -> None:
    name = sys.argv[1]
    for line in sys.stdin:
        try:
            reply: dict[str, Any] = {"value": answer(application(name), json.loads(line))}
        except Exception as problem:  # noqa: BLE001  -- a program that is closing fails in many ways; the test decides
            reply = {"error": f"{type(problem).__name__}: {problem}"}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
