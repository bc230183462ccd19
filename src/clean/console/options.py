"""The arguments and options of the commands: how they are written, and what `--help` says of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clean.console import completion
from clean.console.completion import starting

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, folders, globs, or - for stdin.")]
Out = Annotated[
    str,
    typer.Option(
        "-o", "--output", metavar="OUT", help="Where the articles go (.jsonl, .jsonl.gz, .jsonl.zst …); - is stdout."
    ),
]
LinesOut = Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Where the lines go; - is stdout.")]
Files = Annotated[list[str], typer.Argument(metavar="FILE", help="Files, folders, or - for stdin.")]
WrittenOut = Annotated[Path, typer.Argument(metavar="OUT", help="What `clean run` wrote.")]
WrittenAudit = Annotated[Path, typer.Argument(metavar="AUDIT", help="The audit of the same run.")]
AuditFile = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Where every change goes, so that `restore` can take it back.")
]
Skip = Annotated[
    list[str] | None,
    typer.Option(
        metavar="STAGE",
        help="Leave out normalize, boilerplate, split or dedupe; may be repeated.",
        autocompletion=starting(completion.stages),
    ),
]
Off = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help="Turn a rule off (see `clean explain`); may be repeated.",
        autocompletion=starting(completion.switches),
    ),
]
Jobs = Annotated[
    int, typer.Option(metavar="N", min=0, help="How many processes work (0: one a core); the output is the same.")
]
Config = Annotated[Path | None, typer.Option(metavar="FILE", help="Settings, in place of the nearest clean.toml.")]
BoilerplateFile = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Take out the repeated lines in it, instead of learning them.")
]
InputFormat = Annotated[
    str,
    typer.Option(
        "--input-format",
        metavar="NAME",
        help="txt, jsonl, csv or tsv, whatever the file's name.",
        autocompletion=starting(completion.input_formats),
    ),
]
EncodingName = Annotated[str, typer.Option(metavar="NAME", help="The encoding of the inputs, in place of a guess.")]
LayoutName = Annotated[
    str,
    typer.Option(
        "--layout",
        metavar="NAME",
        help="The inputs' export layout, in place of a guess; none for none.",
        autocompletion=starting(completion.layouts),
    ),
]
SummaryFile = Annotated[Path | None, typer.Option(metavar="FILE", help="Write the summary's figures there.")]
ReviewFile = Annotated[
    Path | None, typer.Option(metavar="FILE", help="List the doubtful boundaries there, with their context.")
]
ReviewCount = Annotated[int, typer.Option(metavar="N", min=1, help="How many of them.")]
DepFile = Annotated[Path | None, typer.Option(metavar="FILE", help="Write what was read there, as a rule for Make.")]
HasManifest = Annotated[
    bool, typer.Option("--manifest", help="Write OUT.manifest.json: hashes of all files read and written, counts.")
]
MaxLoss = Annotated[
    str,
    typer.Option(
        metavar="SHARE",
        help="Write nothing if any source loses more of its bytes, such as 0.05 or 5%; duplicates are not counted.",
    ),
]
ExplainThreshold = Annotated[
    bool,
    typer.Option(
        "--explain-threshold", help="Tell on standard error which pairs the bands find, and which are borderline."
    ),
]
Memory = Annotated[
    str, typer.Option(metavar="SIZE", help="Text kept in memory before it goes to a file, such as 512M or 2G (256 MB).")
]
WorkDir = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Where that file lies, without a name; by default beside OUT.")
]
Shards = Annotated[
    int, typer.Option(metavar="N", min=0, help="Write so many files, named like out-00000-of-00004.jsonl.")
]
ShardSize = Annotated[
    str, typer.Option(metavar="SIZE", help="Write as many files as hold so many bytes of rows each, such as 500MB.")
]
ShowProgress = Annotated[
    bool, typer.Option("--progress", help="Tell the progress in lines where standard error is no terminal.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Do all but write; print the summary.")]
NoClobber = Annotated[bool, typer.Option("--no-clobber", help="Do not overwrite files that exist.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")]
Fix = Annotated[bool, typer.Option("--fix", help="Mend in place what no reader would miss, and report the rest.")]
OutputFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="NAME",
        help="text, json, github or sarif.",
        autocompletion=starting(completion.check_formats),
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help="Report this rule (or stage) alone; may be repeated.",
        autocompletion=starting(completion.rules_and_stages),
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help="Do not report this rule (or stage); may be repeated.",
        autocompletion=starting(completion.rules_and_stages),
    ),
]
Baseline = Annotated[Path | None, typer.Option(metavar="FILE", help="Old findings, which are not reported again.")]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Write all findings to the baseline instead of reporting them.")
]
CheckConfig = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Settings, in place of the clean.toml nearest to each file.")
]
NoSummary = Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")]
FindingsOnly = Annotated[bool, typer.Option("--quiet", "-q", help="Print findings only.")]
NoNames = Annotated[bool, typer.Option("--quiet", "-q", help="Do not name what was restored.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object, with the defaults.")]
AsSchema = Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of clean.toml, for editors.")]
Rule = Annotated[
    str,
    typer.Argument(
        metavar="RULE",
        help="A rule's code; without one, all are listed.",
        autocompletion=starting(completion.rules),
    ),
]
