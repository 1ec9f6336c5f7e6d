"""The English words of `desktop.domain.words.say`: what happened, what it means, what to do."""

from desktop.domain.words.assigning import EN as ASSIGNING
from desktop.domain.words.customers import EN as CUSTOMERS
from desktop.domain.words.english_input import WORDS as INPUT
from desktop.domain.words.sheets import EN as SHEETS
from desktop.domain.words.timeline import EN as TIMELINE

MISSING = "(not said)"
BETWEEN = ", "

_KEPT = "Nothing is lost: what you see comes from this computer."
_NOTHING_SENT = "Nothing was sent or changed."
_NOTHING_CHANGED = "Nothing was changed on the server."
_OFFLINE_READ = "Everything fetched so far can still be read; what you changed is kept on this computer."

WORDS: dict[str, tuple[str, str, str]] = {
    "unexpected": (
        "Something went wrong.",
        _KEPT,
        "Try again. If it happens again, copy the system report from About in the settings and pass it on.",
    ),
    "offline": (
        "The network did not carry the request.",
        _KEPT,
        "The app tries again by itself. If this goes on, check the network.",
    ),
    "connect_failed": (
        "The server cannot be reached.",
        _KEPT,
        "Check the network and the server address in the settings. The app tries again by itself.",
    ),
    "tls_failed": (
        "The server could not prove who it is (its certificate was not accepted).",
        f"The connection was not made, to keep your data safe. {_KEPT}",
        "Check the server address and this computer's date. In a company network, ask your administrator.",
    ),
    "proxy_failed": (
        "The proxy refused the connection.",
        f"Nothing was sent to the server. {_KEPT}",
        "Check the proxy in the settings, or ask your administrator.",
    ),
    "timed_out": (
        "The server did not answer in time.",
        f"{_KEPT} A change that was on its way is checked before it is sent again.",
        "The app tries again by itself. If this goes on, check the network.",
    ),
    "interrupted": (
        "The connection broke before the answer was complete.",
        f"{_KEPT} A change that was on its way is checked before it is sent again.",
        "The app tries again by itself. If this goes on, check the network.",
    ),
    "busy": ("The server is busy.", f"It asks to wait. {_KEPT}", "Wait a moment; the app tries again by itself."),
    "bad_reply": (
        "The answer did not come from the Sobot API, or came damaged.",
        f"A proxy, a login page of the network or a wrong server address can be the cause. {_KEPT}",
        "Check the server address and the network, then try again.",
    ),
    "no_release": (
        "The address did not answer with a version.",
        "Whether there is a newer one is not known. Everything else goes on.",
        "Check the address in About.",
    ),
    "token_refused": (
        "The server no longer accepts the app's access token.",
        _KEPT,
        "The app takes a new one by itself. If this goes on, test the connection in the settings.",
    ),
    "token_contested": (
        "Another computer uses the same appid and keeps taking over the access token.",
        f"The app waits {{wait}} seconds before it takes the token back. {_OFFLINE_READ}",
        "Wait, or press Retry to go on at once. Best is one appid for each computer.",
    ),
    "stopped": ("The app has stopped calling the server.", _OFFLINE_READ, "Test the connection in the settings."),
    "bad_sign": (
        "The server does not accept the appid and app_key.",
        f"One of them is wrong, or this computer's clock is. {_OFFLINE_READ}",
        "Check appid, app_key and server address in the settings, and this computer's date and time.",
    ),
    "not_configured": (
        "Sobot knows no API settings for this company.",
        f"The appid may belong to another region. {_OFFLINE_READ}",
        "Check appid and server address in the settings, or ask Sobot support to set up the API.",
    ),
    "plan_without_api": (
        "The Sobot plan your company bought does not include the API.",
        f"The app cannot fetch or send anything. {_OFFLINE_READ}",
        "Ask your administrator or Sobot sales for a plan with API access.",
    ),
    "rejected": (
        "The server refused: {ret_msg} (code {ret_code}).",
        _NOTHING_CHANGED,
        "Correct what the message names and try again. If it is not clear, pass the code to Sobot support.",
    ),
    "ret_510001": (
        "This tag group is no longer there.",
        f"Someone may have removed it. {_NOTHING_CHANGED}",
        "Refresh the tags and choose another group.",
    ),
    "ret_510002": (
        "A tag group with this name exists already.",
        _NOTHING_CHANGED,
        "Choose another name, or use the group that is there.",
    ),
    "ret_510003": (
        "A tag with this name exists already.",
        _NOTHING_CHANGED,
        "Choose another name, or use the tag that is there.",
    ),
    "ret_510004": (
        "The tag is no longer there, or another tag has this parameter name.",
        f"The server uses one code for both. {_NOTHING_CHANGED}",
        "Refresh the tags. If the tag is there, choose another parameter name.",
    ),
    "ret_510005": ("The tag group has no name.", _NOTHING_CHANGED, "Enter a name for the group."),
    "ret_510006": ("The tag has no name.", _NOTHING_CHANGED, "Enter a name for the tag."),
    "ret_510007": (
        "The name is longer than 30 characters.",
        _NOTHING_CHANGED,
        "Shorten the name to 30 characters.",
    ),
    "ret_510008": (
        "The parameter name is longer than 30 characters.",
        _NOTHING_CHANGED,
        "Shorten the parameter name to 30 characters.",
    ),
    "suddenly_fewer": (
        "The server listed far fewer customers than before.",
        "{missing} of {total} were missing. A fault is likelier than so many removals: none was removed here.",
        "Look in the Sobot console. If they are really gone, run a full synchronisation again.",
    ),
    "suddenly_empty": (
        "The server suddenly lists nothing of: {lists}.",
        "A fault is likelier than so many removals: what was known before is kept here.",
        "Look in the Sobot console. If they are really gone, this computer follows after a day.",
    ),
    "storage": (
        "A file of the app on this computer could not be used.",
        "What the server holds is safe.",
        "Restart the app. If it happens again, run: kefu-desk doctor",
    ),
    "wrong_key": (
        "A file of the app does not open with the key of this computer.",
        "It is left unchanged. The key store may have been reset, or the passphrase was another one.",
        "Enter the passphrase again, or restore the key. Without it, remove the profile and add it anew.",
    ),
    "newer_schema": (
        "A file of the app was written by a newer version.",
        "It is left unchanged; nothing is lost.",
        "Update the app on this computer.",
    ),
    "corrupt_file": (
        "A file of the app is damaged.",
        "It is set aside under a new name; what the server holds is fetched again.",
        "Nothing needs to be done. If it happens often, check this computer's disk.",
    ),
    "outbox_saved": (
        "The file with your unsent changes was damaged.",
        "All of it could still be read: {edits} unsent changes go on. The damaged file is kept as {kept_as}.",
        "Nothing needs to be done. If it happens often, check this computer's disk.",
    ),
    "outbox_damaged": (
        "The file with your unsent changes was damaged.",
        "{edits} unsent changes could be read and go on; others may be lost. The file is kept as {kept_as}.",
        "Look over what you changed last in the Outbox and make it again where it is missing.",
    ),
    "outbox_lost": (
        "The file with your unsent changes is damaged and cannot be read.",
        "Changes that were not sent, saved views and drafts are lost. The damaged file is kept as {kept_as}.",
        "Make the changes again that are missing. If it happens often, check this computer's disk.",
    ),
    "disk_full": (
        "The disk is full.",
        "The last change could not be saved; everything before it is safe.",
        "Free some space, then try again.",
    ),
    "not_writable": (
        "The app may not write its files.",
        "Nothing was saved; what was saved before is safe.",
        "Check the permissions of the data folder, or choose another one.",
    ),
    "credentials": (
        "The keys kept on this computer could not be used.",
        _NOTHING_SENT,
        "Unlock the key store and try again.",
    ),
    "no_keyring": (
        "This computer has no key store.",
        "The app_key and the key of the files cannot be kept safely without one.",
        "Enter a passphrase at each start, or set up a key store.",
    ),
    "keyring_gone": (
        "The key store that holds the keys of this profile is not there.",
        "What was fetched and what you changed is still on this computer, but cannot be read without it.",
        "Start the key store, as your desktop does when you log in, and try again.",
    ),
    "window_stuck": (
        "Kefu Desk is open already, but its window does not answer.",
        "A second window would work on the same files; nothing is lost.",
        "Wait a little, or end it and start again.",
    ),
    "keyring_locked": (
        "The key store of this computer is locked.",
        "The app cannot open its files until it is unlocked; nothing is lost.",
        "Unlock the key store and try again.",
    ),
    "keys_lost": (
        "The key store holds no keys for this profile any more.",
        "What was fetched and what you changed is still on this computer, but cannot be read without them.",
        "Restore the key store and try again. If they are gone, remove the account and add it anew.",
    ),
    "no_secret": (
        "No key is stored for this profile.",
        "The app cannot sign in to the server.",
        "Enter the app_key in the settings.",
    ),
    **INPUT,
    **CUSTOMERS,
    **ASSIGNING,
    **TIMELINE,
    **SHEETS,
}
