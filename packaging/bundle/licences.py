"""Writes the licences of everything a package ships: our own, Python's, and those of the libraries."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice|copyright)[^/]*$", re.IGNORECASE)
_QT = (
    "Qt (https://www.qt.io) and PySide6 are used under the GNU Lesser General Public License, version 3. They\n"
    "are linked dynamically: their files lie beside the program and may be replaced by your own. Their\n"
    "sources: https://download.qt.io and https://code.qt.io.\n"
)


def shipped(name: str, seen: set[str] | None = None) -> Iterator[Distribution]:
    """Yield the distribution of this name and all it needs to run, each once."""
    seen = set() if seen is None else seen
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return
    seen.add(key)
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return
    yield found
    for requirement in found.requires or ():
        needed = _NAME.match(requirement)
        if needed and "extra ==" not in requirement:
            yield from shipped(needed[0], seen)


def licence_of(found: Distribution) -> str:
    """Return a heading, the licence's name as its metadata give it, and the texts that came with it."""
    about = found.metadata
    name = about["License-Expression"] or _from_classifiers(about.get_all("Classifier") or ()) or about["License"]
    texts = [_text(found, file) for file in found.files or () if _LICENCE_FILE.search(str(file))]
    heading = f"{about['Name']} {found.version}: {(name or 'see its project').splitlines()[0]}"
    return "\n\n".join([heading, "-" * len(heading), *dict.fromkeys(text for text in texts if text)])


def write(root: Path, target: Path) -> None:
    """Write all licences into the file `target`, ours first."""
    python = Path(sys.base_prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}", "LICENSE.txt")
    parts = ["Kefu Desk", (root / "LICENSE").read_text("utf-8"), _QT, f"Python {sys.version.split()[0]}"]
    if python.exists():
        parts.append(python.read_text("utf-8"))
    parts += [licence_of(found) for found in shipped("kefu-desk") if found.metadata["Name"] != "kefu-desk"]
    target.write_text("\n\n".join(parts) + "\n", "utf-8")


def _from_classifiers(classifiers: tuple[str, ...] | list[str]) -> str:
    return ", ".join(one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License ::"))


def _text(found: Distribution, file: object) -> str:
    path = Path(str(found.locate_file(str(file))))
    return path.read_text("utf-8", "replace").strip() if path.is_file() else ""


if __name__ == "__main__":
    write(Path(__file__).resolve().parents[2], Path(sys.argv[1]))
