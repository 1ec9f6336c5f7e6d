"""The third hand: what a colleague does on the server meanwhile, with a client that shares nothing with ours."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx

from tests.attacks.fuzzing.plan import Action
from tests.demo_control import DemoHandle

_PAGE = {"page_no": "1", "page_size": "1000"}
_FEWEST = 20
"""Customers that always stay."""


class Colleague:
    """Somebody who works on the same account."""

    def __init__(self, demo: DemoHandle, http: httpx.Client) -> None:
        self._demo = demo
        self._http = http
        self._acts: tuple[Callable[[Action, str], object], ...] = (
            lambda a, who: demo.change(who, remark=f"c{a.number}"),
            lambda a, who: demo.change(who, remark=f"c{a.number}", tel=f"138{a.number:08}"),
            lambda a, who: demo.change(who, email=None if a.draws[3] < 0.5 else f"c{a.number}@example.com"),
            lambda a, who: demo.change(who, biz_label=",".join(self._tags()[int(a.draws[3] * 50) :][:3])),
            lambda a, who: demo.change(who, stage=a.pick(3, [*self._stages(), ""])),
            lambda a, who: demo.change(who, crm_status=1 + int(a.draws[3] * 4)),
            lambda _, who: self._post("/user/add_black_list", user_id=who, black_type=48, black_reason="x"),
            lambda _, who: self._post("/user/remove_black_list", user_id=who),
            lambda a, _: self._post("/label/save", name=f"c{a.number}", groupid=a.pick(3, self._groups())),
            lambda a, _: self._post("/label_group/update", id=a.pick(3, self._groups()), name=f"c{a.number}"),
            lambda a, _: self._get(f"/label/remove/{a.pick(3, self._tags())}"),
            lambda a, _: demo.add(1 + int(a.draws[3] * 3)),
            lambda _, who: demo.remove(who) if len(demo.ids()) > _FEWEST else None,
        )

    def act(self, action: Action) -> None:
        """Do what an action says."""
        # Faults hit everybody: what a colleague does may fail.
        with suppress(httpx.HTTPError, ValueError, LookupError):
            self._acts[int(action.draws[1] * len(self._acts))](action, action.pick(2, self._demo.ids()))

    def _groups(self) -> list[str]:
        return [one["id"] for one in self._get("/label_group/list", **_PAGE)["items"]]

    def _tags(self) -> list[str]:
        return [
            tag["id"]
            for group in self._groups()[:8]
            for tag in self._get("/label/list", groupid=group, **_PAGE).get("items") or ()
        ]

    def _stages(self) -> list[str]:
        return [one["id"] for one in self._get("/user_stage/query_list_by_type")["items"]]

    def _get(self, path: str, **values: Any) -> Any:
        return self._http.get(path, params=values).json()

    def _post(self, path: str, **values: Any) -> Any:
        return self._http.post(path, json=values).json()
