"""`python -m desktop.worker`: see `desktop.worker.main`."""

import sys

from desktop.worker.main import main

if __name__ == "__main__":
    sys.exit(main())
