"""What the server can be asked to list: the filters of the customer list."""

from dataclasses import dataclass
from enum import Enum


class SearchIn(Enum):
    """The field the server searches in."""

    NICKNAME = 1
    REAL_NAME = 2
    COMPANY = 3
    PHONE = 4
    EMAIL = 5


class Module(Enum):
    """Which of the server's customer lists; 2-5 are the customers in `status` 1-4."""

    ALL = 1
    NEW = 2
    TO_BE_ASSIGNED = 3
    FOLLOW_UP = 4
    POOL = 5
    MINE = 6


@dataclass(frozen=True, slots=True)
class CustomerFilter:
    """Every filter of the customer list (003 "Query Customer List"); None and () leave a filter out.

    Times are seconds since the epoch. `search` is looked for in `search_in`, both or neither. `tags` are ids of
    business or WeCom tags. `development_mode`: 1 third-party, 2 self-built application.
    """

    search_in: SearchIn | None = None
    search: str = ""
    module: Module | None = None
    tags: tuple[str, ...] = ()
    stage_id: str = ""
    agent_id: str = ""
    blacklisted: bool | None = None
    created_from: int | None = None
    created_to: int | None = None
    updated_from: int | None = None
    updated_to: int | None = None
    app_union_id: str = ""
    external_user_id: str = ""
    development_mode: int | None = None
