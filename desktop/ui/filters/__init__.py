"""The filter bar: what can be filtered, the editor of each filter, and the chips that stand for them."""
