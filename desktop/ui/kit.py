"""What every screen is drawn and worded with; made once for a window."""

from dataclasses import dataclass

from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.ui.wording.formats import Formats


@dataclass(frozen=True, slots=True)
class Kit:
    """The look, its icons and chips, and how values are written."""

    look: Look
    icons: Icons
    chips: ChipPainter
    formats: Formats
