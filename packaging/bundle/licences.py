"""Writes the licences of everything a package ships into one text: ours, Python's, and those of the libraries."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.app.shipped import gathered  # noqa: E402
from desktop.domain.components import Component  # noqa: E402


def chapter(component: Component) -> str:
    """Return a heading with the licence's name, and its texts."""
    heading = f"{component.name} {component.version}: {component.licence}"
    return "\n".join([heading, "-" * len(heading), "", component.text])


def write(target: Path) -> None:
    """Write all licences into the file `target`, ours first."""
    chapters = [chapter(component) for component in gathered(ROOT / "resources" / "licences", "pyinstaller")]
    target.write_text("\n\n\n".join(chapters) + "\n", "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
