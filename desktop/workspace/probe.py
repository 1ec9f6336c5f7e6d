"""Testing a connection in steps, for the settings dialog and for `doctor`."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from desktop.api.backoff import NO_REPEATS
from desktop.api.body import LARGEST_IN_WINDOW
from desktop.api.client import SobotClient
from desktop.api.minting import mint
from desktop.api.token import FixedToken, Token
from desktop.domain.errors import AppError, BadSign, InvalidInput, Offline, PlanWithoutApi, TlsFailed

StepName: TypeAlias = Literal["reachable", "tls", "clock", "sign", "plan"]

STEPS: tuple[StepName, ...] = ("reachable", "tls", "clock", "sign", "plan")

SKEW = 60.0
"""Seconds this machine's clock may differ before it is said."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the test: `ok` None means that it was not reached, `error` says why it failed."""

    name: StepName
    ok: bool | None = None
    error: AppError | None = None


@dataclass(frozen=True, slots=True)
class ProbeReport:
    """How far a connection goes. `clock_offset` is the server's clock less this machine's, None while unknown.

    `token` is the one that was made, None when there is none: for an account in use, hand it to `token.keep`.
    """

    steps: tuple[Step, ...]
    clock_offset: float | None = None
    token: Token | None = field(default=None, repr=False)

    @property
    def ok(self) -> bool:
        """Whether every step went well; a clock that is off is said, but harms nothing."""
        return all(step.ok for step in self.steps if step.name != "clock")

    @property
    def error(self) -> AppError | None:
        """The first failure, None when there is none."""
        return next((step.error for step in self.steps if step.error is not None), None)


async def test_connection(
    base_url: str,
    appid: str,
    app_key: str,
    proxy: str = "",  # noqa: PT028 - named like a test, not one
) -> ProbeReport:
    """Try to reach the server, sign in and call. Never raises AppError: the report holds it.

    A new token is made, which may end a colleague's: meant for a person's click.
    """
    try:
        token = await mint(base_url, appid, app_key, proxy=proxy)
    except AppError as error:
        return report(error, None)
    try:
        await _call(base_url, token, proxy)
    except AppError as error:
        return report(error, token)
    return report(None, token)


async def _call(base_url: str, token: Token, proxy: str) -> None:
    token_source = FixedToken(token.value)
    client = SobotClient(base_url, token_source, proxy=proxy, backoff=NO_REPEATS, largest=LARGEST_IN_WINDOW)
    try:
        await client.follow_up.stages()
    finally:
        await client.aclose()


def report(error: AppError | None, token: Token | None) -> ProbeReport:
    """Return what an attempt that ended with `error` tells, `token` None when none was had: a pure decision."""
    failed = _failed_step(error, signed=token is not None)
    steps: list[Step] = []
    for name in STEPS:
        if name == failed:
            steps.append(Step(name, ok=False, error=error))
        elif failed is not None and STEPS.index(name) > STEPS.index(failed):
            steps.append(Step(name))
        else:
            steps.append(Step(name, ok=True))
    offset = None if token is None else token.clock_offset
    if offset is not None and abs(offset) > SKEW:
        steps[STEPS.index("clock")] = Step("clock", ok=False)
    return ProbeReport(tuple(steps), offset, token)


def _failed_step(error: AppError | None, *, signed: bool) -> StepName | None:
    match error:
        case None:
            return None
        case InvalidInput(field="appid" | "app_key") | BadSign():
            return "sign"
        case TlsFailed():
            return "tls"
        case Offline() | InvalidInput():
            return "reachable"
        case PlanWithoutApi():
            return "plan"
    return "plan" if signed else "sign"
