"""What the figures were taken on: told beside them, they mean nothing without it."""

import os
import platform
import sqlite3
import subprocess
from datetime import UTC, datetime
from pathlib import Path

_INFO = Path("/proc/cpuinfo")


def machine() -> dict[str, str | int]:
    """Return the date, the processor, its cores, versions, and how busy the machine is."""
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": _commit(),
        "processor": _processor(),
        "cores": os.cpu_count() or 0,
        "system": platform.system(),
        "python": platform.python_version(),
        "sqlite of the peers": sqlite3.sqlite_version,
        "load": f"{os.getloadavg()[0]:.1f}",
    }


def _processor() -> str:
    lines = _INFO.read_text("utf-8").splitlines() if _INFO.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def _commit() -> str:
    asked = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return asked.stdout.strip()
