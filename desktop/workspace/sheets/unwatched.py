"""Making very many objects at once without stopping the window."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unwatched() -> Iterator[None]:
    """Keep the collector of cycles from looking at what is made meanwhile, then and later.

    Each of its looks stops every thread, for as long as there are objects: half a second with the rows of a large
    file. They hold no cycles and go when nobody holds them.
    """
    watched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if watched:
            gc.enable()
