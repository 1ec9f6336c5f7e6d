"""The closer look at settings, when they are written and where a file does not read simply. Imports pydantic."""

from dataclasses import asdict

from pydantic import TypeAdapter, ValidationError

from desktop.domain.errors import AppError, InvalidInput
from desktop.domain.json import Json
from desktop.domain.profile import Profile, checked_base_url, checked_name
from desktop.settings.preferences import Preferences

_PREFERENCES = TypeAdapter(Preferences)
_PROFILE = TypeAdapter(Profile)


def salvage(raw: Json) -> tuple[Preferences, bool]:
    """Return what can be used of stored preferences, and whether all of it could.

    Values in a near form ("1.25" for 1.25) are converted; a field that cannot be read takes its default.
    """
    if not isinstance(raw, dict):
        return Preferences(), False
    try:
        return _PREFERENCES.validate_python(raw), True
    except ValidationError as error:
        bad = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}
    rest = {name: value for name, value in raw.items() if name not in bad and name != "text_scale"}
    try:
        return _PREFERENCES.validate_python(rest), False
    except ValidationError:
        return Preferences(), False


def checked_preferences(preferences: Preferences) -> Json:
    """Return preferences as they are stored; raises InvalidInput when a value is not one of its field."""
    try:
        checked = _PREFERENCES.validate_python(asdict(preferences))
    except ValidationError as error:
        where = error.errors()[0]["loc"]
        raise InvalidInput(str(where[0]) if where else "text_scale", "preference") from error
    stored: Json = _PREFERENCES.dump_python(checked, mode="json")
    return stored


def salvage_profiles(raw: Json) -> tuple[list[Profile], bool]:
    """Return the profiles of a stored list that can be used, and whether all of them could."""
    if not isinstance(raw, list):
        return [], False
    good = [profile for entry in raw if (profile := _profile(entry)) is not None]
    return good, len(good) == len(raw)


def _profile(raw: Json) -> Profile | None:
    try:
        profile = _PROFILE.validate_python(raw)
        checked_name(profile.name)
        checked_base_url(profile.base_url)
    except (ValidationError, AppError):
        return None
    return profile
