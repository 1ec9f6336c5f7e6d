"""The error tree: every failure the program foresees, by cause and by what can be done.

AppError
    Offline         the network did not carry the request: wait and retry
        ConnectFailed   refused, unreachable, name not found
        TlsFailed       the server's certificate was not accepted
        ProxyFailed     the proxy refused or answered nonsense
        TimedOut        no whole reply within the deadline
        Interrupted     the connection broke
    Busy            the server asks to wait (429, 5xx, 999999): retry later
    BadReply        a reply that is not the API's (HTML, cut JSON, too large)
    TokenRefused    900001, 900002: take a new token
        TokenContested  a fresh token was refused: someone else uses the same appid
    Stopped         calling on is useless until a person acts
        BadSign         900003: the key (or the clock) is wrong
        NotConfigured   900004: the account has no API configuration
        PlanWithoutApi  700046: the plan has no API access
    Rejected        the server understood and said no (510001 ... and unknown codes): ask the user
    Conflict        someone else changed the same thing: ask the user
    LeftBehind      an edit of something that was never made on the server
    Incomplete      made on the server, but not all of it
    NotExtended     a ban was sent again and kept its old end
    CustomerGone    the customer was removed, or merged into another one
    Unclear         it may have been done, and nobody can read whether it was
    HeldBack        the rest of a job, which would harm those of its customers that failed
    OneOnly         the tag would cost a customer another one: its group allows one only now
    StateForbids    the list the customer is in now does not allow it
    NotAssigned     said to be done, and not so
    SeveralAlike    a lost call may have done it, and so may somebody else: ask the user
    Irrevocable     nothing takes it back
    SuddenlyFewer   a great part of the account was missing: nothing was removed
    SuddenlyEmpty   a small list that was not empty came back so: what was known is kept
    InvalidInput    refused here, before anything was sent
    StorageError    files of this machine
        WrongKey        the file does not open with this key
        NewerSchema     written by a newer version; left unchanged
        CorruptFile     damaged; set aside under a new name
            OutboxDamaged   the one that holds what exists nowhere else: what could be read of it goes on
        DiskFull        no room; nothing was saved
        NotWritable     no permission
    WindowStuck     open already, in a process that does not answer
    CredentialError keys of this machine
        NoKeyring       this machine keeps no keys
        KeyringGone     the key store that held the keys is not there
        KeyringLocked   the key store is locked
        NoSecret        nothing stored for this profile
            KeysLost        the key store held its keys once

`code` names the words of `desktop.domain.words.say` shown for the error; `details` fills their placeholders and
never holds a secret or a customer's data.
"""

from desktop.domain.apperror import AppError as AppError  # noqa: PLC0414 -- handed on
from desktop.domain.apperror import Remedy as Remedy  # noqa: PLC0414 -- handed on
from desktop.domain.apperror import Sent as Sent  # noqa: PLC0414 -- handed on
from desktop.domain.edits.errors import Conflict as Conflict  # noqa: PLC0414 -- handed on
from desktop.domain.edits.errors import CustomerGone as CustomerGone  # noqa: PLC0414 -- handed on
from desktop.domain.edits.errors import HeldBack as HeldBack  # noqa: PLC0414 -- handed on
from desktop.domain.edits.errors import Incomplete as Incomplete  # noqa: PLC0414 -- handed on
from desktop.domain.edits.errors import Irrevocable as Irrevocable  # noqa: PLC0414 -- handed on
from desktop.domain.edits.errors import LeftBehind as LeftBehind  # noqa: PLC0414 -- handed on
from desktop.domain.edits.errors import NotAssigned as NotAssigned  # noqa: PLC0414 -- handed on
from desktop.domain.edits.errors import NotExtended as NotExtended  # noqa: PLC0414 -- handed on
from desktop.domain.edits.errors import OneOnly as OneOnly  # noqa: PLC0414 -- handed on
from desktop.domain.edits.errors import SeveralAlike as SeveralAlike  # noqa: PLC0414 -- handed on
from desktop.domain.edits.errors import StateForbids as StateForbids  # noqa: PLC0414 -- handed on
from desktop.domain.edits.errors import Unclear as Unclear  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import CorruptFile as CorruptFile  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import CredentialError as CredentialError  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import DiskFull as DiskFull  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import KeyringGone as KeyringGone  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import KeyringLocked as KeyringLocked  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import KeysLost as KeysLost  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import NewerSchema as NewerSchema  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import NoKeyring as NoKeyring  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import NoSecret as NoSecret  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import NotWritable as NotWritable  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import OutboxDamaged as OutboxDamaged  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import StorageError as StorageError  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import WindowStuck as WindowStuck  # noqa: PLC0414 -- handed on
from desktop.domain.machineerrors import WrongKey as WrongKey  # noqa: PLC0414 -- handed on


class Offline(AppError):
    """The network did not carry the request."""

    code = "offline"
    remedy = Remedy.RETRY


class ConnectFailed(Offline):
    """Refused, unreachable or name not found: nothing was sent."""

    code = "connect_failed"


class TlsFailed(Offline):
    """The server's certificate was not accepted: nothing was sent."""

    code = "tls_failed"
    remedy = Remedy.STOP


class ProxyFailed(Offline):
    """The proxy refused the request."""

    code = "proxy_failed"


class TimedOut(Offline):
    """No whole reply within the deadline."""

    code = "timed_out"


class Interrupted(Offline):
    """The connection broke before the reply was whole."""

    code = "interrupted"


class Busy(AppError):
    """The server asks to wait; `retry_after` seconds where it said so."""

    code = "busy"
    remedy = Remedy.RETRY

    def __init__(
        self, *, retry_after: float | None = None, sent: Sent = Sent.UNKNOWN, **details: str | int
    ) -> None:
        super().__init__(sent=sent, **details)
        self.retry_after = retry_after


class BadReply(AppError):
    """A reply that is not the API's: HTML, cut JSON, wrong shape, too large, a redirect."""

    code = "bad_reply"
    remedy = Remedy.RETRY


class TokenRefused(AppError):
    """The server wants a new token (900001, 900002)."""

    code = "token_refused"
    remedy = Remedy.REAUTHENTICATE


class TokenContested(TokenRefused):
    """A fresh token was refused: another desktop uses the same appid. `wait` seconds until the next try."""

    code = "token_contested"
    remedy = Remedy.RETRY


class Stopped(AppError):
    """Calling on is useless until a person acts."""

    code = "stopped"
    remedy = Remedy.STOP


class BadSign(Stopped):
    """900003: the key, the appid or the clock is wrong."""

    code = "bad_sign"


class NotConfigured(Stopped):
    """900004: Sobot knows no API configuration for this company."""

    code = "not_configured"


class PlanWithoutApi(Stopped):
    """700046: the plan the company bought has no API access."""

    code = "plan_without_api"


class Rejected(AppError):
    """The server understood the request and refused it with `ret_code`."""

    code = "rejected"

    def __init__(self, ret_code: str, ret_msg: str = "", *, sent: Sent = Sent.YES) -> None:
        super().__init__(sent=sent, ret_code=ret_code)
        self.ret_code = ret_code
        self.ret_msg = ret_msg

    @property
    def word(self) -> str:
        """The words of the return code itself, where the document has it."""
        return f"ret_{self.ret_code}"


class SuddenlyFewer(AppError):
    """A complete pull brought so many fewer customers than are known that a fault is likelier: none was removed.

    `details` hold `missing` and `total`.
    """

    code = "suddenly_fewer"


class SuddenlyEmpty(AppError):
    """Lists that held several entries came back with none: what was known of them is kept.

    `details` hold `lists`, their kinds joined by commas: keys of `words_lists.LISTS_EN`.
    """

    code = "suddenly_empty"


class InvalidInput(AppError):
    """Refused here before anything was sent: `field` says where, `reason` names the words."""

    code = "invalid_input"

    def __init__(self, field: str, reason: str, **details: str | int) -> None:
        super().__init__(sent=Sent.NO, field=field, **details)
        self.field = field
        self.reason = reason

    @property
    def word(self) -> str:
        """The words of the reason."""
        return self.reason
