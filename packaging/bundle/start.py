"""What the frozen program runs: the window and the command line, or one of the children it starts of itself."""

import os
import sys


def hold_own_file() -> None:
    """Go on reading this program's modules from this very file when an upgrade puts another one in its place.

    PyInstaller opens the file by name at each import, and would find the modules of the new one at wrong places.
    """
    importers = sys.modules.get("pyimod02_importers")
    if importers is not None and sys.platform == "linux":
        archive = importers.pyz_archive
        archive._filename = f"/proc/self/fd/{os.open(archive._filename, os.O_RDONLY)}"


def main() -> int:
    """Run what the first argument asks for and return the exit code."""
    hold_own_file()
    if sys.argv[1:2] == ["--worker"]:
        from desktop.worker.main import main as work  # noqa: PLC0415 -- the window needs none of it

        return work()
    if sys.argv[1:2] == ["--demo-server"]:
        from desktop.demo.__main__ import main as serve  # noqa: PLC0415 -- the window needs none of it

        return serve(sys.argv[2:])
    from desktop.cli.main import main as run  # noqa: PLC0415 -- the children need none of it

    return run()


if __name__ == "__main__":
    sys.exit(main())
