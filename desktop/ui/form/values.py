"""Between the values of editors and those of a form's sheet, which are JSON. Pure."""

from desktop.domain.customers.customer import CustomValue, FieldValue
from desktop.domain.json import Json
from desktop.ui.form.sheet import Values


def plain(value: FieldValue | None) -> Json:
    """Return an editor's value as a sheet holds it."""
    if isinstance(value, CustomValue):
        return value.value
    if isinstance(value, tuple):
        return [part.value if isinstance(part, CustomValue) else part for part in value]
    return value


def fields_of(values: Values) -> dict[str, FieldValue]:
    """Return a sheet's values as an editor takes them; blank ones are left out."""
    found: dict[str, FieldValue] = {}
    for name, value in values.items():
        if value is None or value in ("", []):
            continue
        found[name] = tuple(map(str, value)) if isinstance(value, list | tuple) else value
    return found
