"""What is shipped of others and under which licences: as a package lists it, else from what is installed."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from desktop.domain.components import Component
from desktop.settings.privatefile import read_bytes

LISTED = "shipped.json"
"""The list that a package carries in the folder of licences."""

_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice|copyright)[^/]*$", re.IGNORECASE)
_SPDX = {
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "OSI Approved": "any-OSI",
}
_INSIDE = {
    "apsw-sqlite3mc": "Inside it: SQLite (public domain) and SQLite3 Multiple Ciphers (MIT), https://utelle.github.io.",
    "cryptography": "Inside it: OpenSSL (Apache-2.0), https://www.openssl.org.",
    "argon2-cffi-bindings": "Inside it: the reference implementation of Argon2 (CC0-1.0 or Apache-2.0).",
    "zstandard": "Inside it: Zstandard (BSD-3-Clause), https://github.com/facebook/zstd.",
}
_QT = """Qt and its bindings PySide6 and Shiboken are used under the GNU Lesser General Public License, version 3.
They belong to The Qt Company Ltd. and other contributors; Kefu Desk changed nothing in them. (On Linux the data
file of ICU beside them, under the Unicode licence, holds English and Chinese only.)

Their sources: https://download.qt.io/official_releases/QtForPython/pyside6/ and
https://download.qt.io/official_releases/qt/, under the version named above; https://code.qt.io.

You may replace them by your own: they are shared libraries in the folder of the program, under
_internal/PySide6 and _internal/shiboken6 (on macOS in Contents/Frameworks). Put libraries of the same names and
a compatible version there and start the program again; nothing checks or signs them on Linux and Windows, on
macOS sign the changed app again (codesign --force --deep --sign - "Kefu Desk.app"). Where Kefu Desk was
installed by pip, install other versions of PySide6-Essentials and shiboken6 beside it. You may modify the
program for your own use and take it apart to find mistakes in such changes.

Qt has parts of others in it, among them ICU (Unicode-3.0), HarfBuzz (MIT), FreeType (FTL), PCRE2
(BSD-3-Clause), libjpeg-turbo, libpng and zlib: https://doc.qt.io/qt-6/licenses-used-in-qt.html."""
_OF_QT = frozenset({"pyside6-essentials", "shiboken6"})


def shipped(licences: Path) -> list[Component]:
    """Return everything that is shipped, by name; `licences` is the folder with the texts of the GNU licences.

    Reads what a package lists there; without a list asks the Python packages that are installed.
    """
    listed = read_bytes(licences / LISTED)
    if listed is not None:
        return [Component(**part) for part in json.loads(listed)]
    return gathered(licences)


def gathered(licences: Path, *also: str) -> list[Component]:
    """Return what the installed program and all it needs to run consist of: itself first, then Qt, then Python.

    `also` names packages that leave something in it, though it does not need them.
    """
    itself, *others = (component(part, licences) for part in _needed("kefu-desk"))
    others += [component(distribution(name), licences) for name in also]
    others.sort(key=lambda part: part.name.lower())
    qt = [part for part in others if _key(part.name) in _OF_QT]
    return [itself, *qt, _python(), *(part for part in others if part not in qt)]


def as_list(components: list[Component]) -> str:
    """Return the text of the list that `shipped` reads."""
    return json.dumps([asdict(part) for part in components], ensure_ascii=False, indent=1)


def component(found: Distribution, licences: Path) -> Component:
    """Return an installed package with its licence; `licences` as for `shipped`."""
    about = found.metadata
    classifiers = [one for one in about.get_all("Classifier") or () if one.startswith("License ::")]
    stated = _stated(about.get_all("License-Expression")) or _short(_stated(about.get_all("License")))
    name = stated or " OR ".join(one.rpartition(" :: ")[2] for one in classifiers)
    licence = " OR ".join(_SPDX.get(one, one) for one in name.split(" OR "))
    return Component(about["Name"], found.version, licence, _texts(found, licences))


def _stated(values: list[str] | None) -> str:
    return values[0] if values else ""


def _needed(name: str, seen: set[str] | None = None) -> Iterator[Distribution]:
    seen = set() if seen is None else seen
    if _key(name) in seen:
        return
    seen.add(_key(name))
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return
    yield found
    for requirement in found.requires or ():
        needed = _NAME.match(requirement)
        if needed and "extra ==" not in requirement:
            yield from _needed(needed[0], seen)


def _short(licence: str | None) -> str:
    """Return what older metadata say of the licence, unless it is its whole text."""
    return licence if licence and "\n" not in licence else ""


def _texts(found: Distribution, licences: Path) -> str:
    key = _key(found.name)
    if key in _OF_QT:
        gnu = [licences / f"{name}.txt" for name in ("LGPL-3.0", "GPL-3.0")]
        return "\n\n".join([_QT, *(path.read_text("utf-8").strip() for path in gnu)])
    places = [Path(str(found.locate_file(file))) for file in found.files or () if _LICENCE_FILE.search(str(file))]
    texts = [place.read_text("utf-8", "replace").strip() for place in places if place.is_file()]
    return "\n\n".join([*filter(None, [_INSIDE.get(key)]), *dict.fromkeys(texts)])


def _python() -> Component:
    text = Path(sys.base_prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}", "LICENSE.txt")
    told = text.read_text("utf-8").strip() if text.is_file() else "https://docs.python.org/3/license.html"
    return Component("Python", sys.version.split()[0], "PSF-2.0", told)


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
