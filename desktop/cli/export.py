"""The table files of an export: what the name of the file asks for."""

from pathlib import Path

from desktop.cli.failures import WrongUsage
from desktop.sheets.writing import Writer, writer_of


def writer_for(path: Path) -> Writer:
    """Return what writes a file of that name; raises WrongUsage unless it ends in .csv or .xlsx."""
    writer = writer_of(path)
    if writer is None:
        raise WrongUsage(
            f"--out {path.name}: a name ending in .csv or .xlsx is wanted",
            f"--out {path.name}：文件名应以 .csv 或 .xlsx 结尾",
        )
    return writer
