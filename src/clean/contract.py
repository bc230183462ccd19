"""The shapes of what `clean run` writes (`docs/output.md`), as tables; what is wrong with a value of another shape."""

from __future__ import annotations

ROW: dict[str, type] = {
    "id": str,
    "headline": str,
    "text": str,
    "byline": str,
    "dateline": str,
    "agency": str,
    "date": str,
    "highlights": list,
    "source": str,
    "span": dict,
    "duplicates": list,
    "metadata": dict,
}
SPAN: dict[str, type] = dict.fromkeys(("start_line", "end_line", "start_byte", "end_byte", "part"), int)
DUPLICATE: dict[str, type] = {
    "id": str,
    "source": str,
    "start_line": int,
    "end_line": int,
    "part": int,
    "relation": str,
    "similarity": float,
}
HEADER: dict[str, type] = {
    "clean": str,
    "settings": str,
    "out_sha256": str,
    "quarantine_sha256": str,
    "manifest": bool,
    "audit_sha256": str,
    "sources": list,
}
FACTS: dict[str, type] = {
    "name": str,
    "bytes": int,
    "sha256": str,
    "format": str,
    "encoding": str,
    "line_ending": str,
    "evidence": str,
}
ASIDE: dict[str, type] = {
    "source": str,
    "start_byte": int,
    "end_byte": int,
    "line": int,
    "error": str,
    "raw_base64": str,
}


def flaw(value: object, shape: dict[str, type]) -> str:
    """What is wrong with an object that should have just these keys, in this order, with values of these types.

    >>> flaw({"name": 3}, {"name": str}), flaw({"name": "a"}, {"name": str})
    ('name is no str', '')
    """
    if not isinstance(value, dict):
        return "not an object"
    if list(value) != list(shape):
        odd = [str(key) for key in [*shape, *value] if key not in shape or key not in value]
        return f"keys missing or unknown: {', '.join(odd)}" if odd else "the keys are in another order"
    return next((f"{key} is no {kind.__name__}" for key, kind in shape.items() if type(value[key]) is not kind), "")


def row_flaw(row: object) -> str:
    """What is wrong with a row of OUT; "" if nothing is."""
    if not isinstance(row, dict) or (wrong := flaw(row, ROW)):
        return flaw(row, ROW)
    if wrong := flaw(row["span"], SPAN):
        return f"span: {wrong}"
    if not all(isinstance(highlight, str) for highlight in row["highlights"]):
        return "highlights: not all are strings"
    return next((f"duplicates: {wrong}" for twin in row["duplicates"] if (wrong := flaw(twin, DUPLICATE))), "")


def header_flaw(header: object) -> str:
    """What is wrong with the first line of an audit; "" if nothing is."""
    if not isinstance(header, dict) or (wrong := flaw(header, HEADER)):
        return flaw(header, HEADER)
    return next((f"sources: {wrong}" for facts in header["sources"] if (wrong := flaw(facts, FACTS))), "")


def aside_flaw(row: object) -> str:
    """What is wrong with a row of a quarantine file; "" if nothing is."""
    return flaw(row, ASIDE)
