"""Qt building blocks that know no business."""
