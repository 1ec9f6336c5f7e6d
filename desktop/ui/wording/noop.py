"""Marks texts that are translated where they are shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # the name lupdate looks for; Qt's own is not typed
    """Return `text`; the translations get it under `context`."""
    del context
    return text
