"""Builds the Qt translations (.ts to .qm) and puts the resources into a wheel; run as a script, only builds."""

import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[Any]):
    """Builds the translations beside their sources, and takes what is read at run time into the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before the files are gathered; an editable install reads the resources where they are."""
        if self.target_name != "wheel":
            return
        build_translations(Path(self.root))
        if version == "standard":
            resources = Path(self.root, "resources")
            for file in resources.rglob("*"):
                if file.is_file() and file.suffix != ".ts":
                    place = Path("desktop", "resources", file.relative_to(resources))
                    build_data["force_include"][str(file)] = place.as_posix()


def build_translations(root: Path) -> list[Path]:
    """Build every translation below `root` that is older than its source; return the files of all."""
    built = []
    for source in sorted((root / "resources" / "i18n").glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            subprocess.run([_lrelease(), "-silent", str(source), "-qm", str(target)], check=True)
        built.append(target)
    return built


def _lrelease() -> str:
    spec = find_spec("PySide6")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        for name in ("lrelease", "lrelease.exe"):
            if (tool := Path(folder, name)).exists():
                return str(tool)
    raise FileNotFoundError("PySide6's lrelease is needed to build the translations")


if __name__ == "__main__":
    build_translations(Path(__file__).resolve().parent.parent)
