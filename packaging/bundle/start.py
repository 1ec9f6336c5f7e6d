"""What the frozen program runs: the window and the command line, or one of the children it starts of itself."""

import sys


def main() -> int:
    """Run what the first argument asks for and return the exit code."""
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
