"""The agents as choices of a picker: under their departments, with how many customers each has."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from desktop.qt.choices import Choice
from desktop.ui.assigning.wording import HandoverWords
from desktop.workspace.lookups.people import Desk

_BELOW = " › "


def agent_choices(desks: Iterable[Desk], spelled: Callable[[str], str], me: str = "") -> list[Choice]:
    """Return every agent, the user first; typed text meets name, department and how both are `spelled`."""
    words = HandoverWords()
    mine: list[Choice] = []
    others: list[Choice] = []
    for desk in desks:
        agent = desk.agent
        names = (agent.name, *desk.departments)
        choice = Choice(
            agent.id,
            agent.name or agent.id,
            _BELOW.join(desk.departments),
            detail=words.load(desk.load),
            keywords=" ".join((*desk.departments, *map(spelled, names))),
            icon="user",
        )
        if agent.id == me:
            here = QCoreApplication.translate("Assigning", "Me")
            mine.append(Choice(choice.key, choice.text, here, choice.detail, choice.keywords, icon="user"))
        else:
            others.append(choice)
    return [*mine, *others]


def answers(typed: str, choice: Choice) -> bool:
    """Match every typed word in name, department or reading: how many customers there are is no name."""
    held = f"{choice.text}\n{choice.keywords}".casefold()
    return all(word in held for word in typed.casefold().split())
