"""Export layouts: how news archives set documents in a text file, as data (one TOML a layout, here or a user's own).

`layout.py` says what a layout is and reads the TOML; `starts.py` finds where documents begin; `reading.py` reads one.
Which layout a source has is decided in `stages/split/layouts.py`. `docs/layouts.md` tells how to write one.
"""

from clean.news.layouts.layout import Layout, built_in, parse

__all__ = ["Layout", "built_in", "parse"]
