"""What `--help` shows at the end of each command: commands to start from. A test runs each of them."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "": ("clean run input.txt -o out.jsonl --audit audit.jsonl", "clean explain mojibake", "clean run --help"),
    "run": (
        "clean run input.txt -o out.jsonl --audit audit.jsonl",
        "clean run dump/ -o corpus.jsonl --off html-entity --off mojibake",
        "zcat feed.txt.gz | clean run - -o - > feed.jsonl",
    ),
    "check": (
        "clean check corpus/",
        "clean check --fix news.txt",
        "clean check corpus/ --ignore dedupe --format github",
    ),
    "restore": ("clean restore out.jsonl audit.jsonl --to restored/",),
    "verify": ("clean verify out.jsonl audit.jsonl", "clean verify out.jsonl audit.jsonl input.txt"),
    "config": (
        "clean config",
        "clean config --off mojibake > settings.toml",
        "clean config --schema > schema.json",
    ),
    "explain": ("clean explain", "clean explain mojibake"),
    "boilerplate": (
        "clean boilerplate learn dump/ -o lines.txt",
        "clean run dump/ -o corpus.jsonl --boilerplate lines.txt",
    ),
}
"""By command, the examples; "" is `clean` itself."""


def epilog(command: str) -> str:
    """The examples as the end of a help page, which are not to be wrapped: the backspace says so."""
    return "\n".join(["\b", "Examples:", *(f"  {example}" for example in EXAMPLES[command])])
