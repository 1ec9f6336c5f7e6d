"""What the server pushes: customers added, changed and merged (003), and chat messages (001)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop.domain.customers.customer import Customer, Quarantined
from desktop.domain.json import Json


@dataclass(frozen=True, slots=True)
class Operator:
    """Who did it. `kind`: 1 agent, 2 collection bot ... 7 scheduled task, 0 when the server left it out."""

    id: str = ""
    name: str = ""
    kind: int = 0


@dataclass(frozen=True, slots=True)
class CustomerPush:
    """What the messages on one customer share.

    `customer` holds only the fields the message fills. Times are seconds since the epoch. `stage_kind`: 1 process,
    2 result, 21 order won, 22 order lost, 23 invalid, 0 none. `deleted` says that the customer is no more.
    """

    customer: Customer
    at: int
    operator: Operator = Operator()
    deleted: bool = False
    delete_reason: str = ""
    stage_name: str = ""
    stage_kind: int = 0
    blacklisted: bool = False
    black_type: str = ""
    black_reason: str = ""
    black_until: int = 0
    assistant_id: str = ""
    assistant_name: str = ""
    department_name: str = ""
    friends_name: str = ""
    group_chat_name: str = ""
    business_id: str = ""
    business_kind: int = 0
    extra: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CustomerAdded(CustomerPush):
    """A customer is new (003 "Add Customer").

    The document gives this message and `CustomerUpdated` one shape and no mark: this one names no updater's kind.
    Whoever follows them treats both as "this customer is like that now".
    """


@dataclass(frozen=True, slots=True)
class CustomerUpdated(CustomerPush):
    """A customer or its stage changed (003 "Update Customer")."""


@dataclass(frozen=True, slots=True)
class CustomersMerged:
    """`merged_id` went into `customer_id` (003 "Combine Customer"); `at` is in seconds since the epoch."""

    customer_id: str
    merged_id: str
    at: int
    operator: Operator = Operator()
    company_id: str = ""
    extra: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OfflineMessage:
    """An agent wrote to a customer who is offline (001 "Offline Message"). `kind`: text, image."""

    message_id: str
    docking_id: str
    kind: str
    content: str
    agent_name: str = ""
    agent_avatar: str = ""
    params: str = ""
    extra: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnreadMessage:
    """An agent wrote to a customer who left the chat window (001 "Customer Unread Message").

    `kind`: text, image, file, voice, video. `chat_created` and `sent` are seconds since the epoch.
    """

    message_id: str
    docking_id: str
    kind: str
    content: str
    chat_id: str
    customer_id: str
    agent_id: str = ""
    agent_name: str = ""
    agent_avatar: str = ""
    channel: int = 0
    channel_name: str = ""
    chat_created: int = 0
    sent: int = 0
    company_id: str = ""
    params: str = ""
    extra: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChatListMessage:
    """The last message of a chat, for a customer who looks at the list (001 "Merchant Chat List Message").

    `kind`: 0 text, 1 image, 2 voice, other: rich text. `at` is in seconds since the epoch.
    """

    chat_id: str
    visitor_id: str
    docking_id: str
    kind: int
    content: str
    at: int
    unread: int = 0
    company_id: str = ""
    extra: Mapping[str, Json] = field(default_factory=dict)


Push: TypeAlias = (
    CustomerAdded | CustomerUpdated | CustomersMerged | OfflineMessage | UnreadMessage | ChatListMessage
)


@dataclass(frozen=True, slots=True)
class Pushed:
    """The messages of one push, and the entries that could not be read."""

    messages: tuple[Push, ...]
    quarantined: tuple[Quarantined, ...] = ()
