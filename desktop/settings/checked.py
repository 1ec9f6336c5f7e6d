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
    rest = raw
    while True:
        try:
            return _PREFERENCES.validate_python(rest), rest is raw
        except ValidationError as error:
            bad = _fields_of(error)
        rest = {name: value for name, value in rest.items() if name not in bad}


def _fields_of(error: ValidationError) -> set[str]:
    # The dataclass's own check, of the scale, names no field; it runs once all fields have their type.
    return {str(detail["loc"][0]) if detail["loc"] else "text_scale" for detail in error.errors()}


def checked_preferences(preferences: Preferences) -> Json:
    """Return preferences as they are stored; raises InvalidInput when a value is not one of its field."""
    try:
        checked = _PREFERENCES.validate_python(asdict(preferences))
    except ValidationError as error:
        raise InvalidInput(min(_fields_of(error)), "preference") from error
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
