"""The command line: parse, call, print. Heavy modules are imported by the commands that use them."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from clean import __version__
from clean.running import told

app = typer.Typer(
    name="clean",
    help="Turn raw news text into a corpus one can trust.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

boilerplate_app = typer.Typer(no_args_is_help=True, help="Lines that repeat over a corpus: learn and review them.")
app.add_typer(boilerplate_app, name="boilerplate")

RUN_EXAMPLES = """
Examples:

  clean run input.txt -o out.jsonl --audit audit.jsonl

  clean run dump/ -o corpus.jsonl --off html-entity

  zcat feed.txt.gz | clean run - -o - > out.jsonl
"""


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"clean {__version__}")
        raise typer.Exit


@app.callback()
def clean(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Turn raw news text into a corpus one can trust."""


@app.command(epilog=RUN_EXAMPLES)
def run(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, or - for stdin.")],
    out: Annotated[str, typer.Option("-o", "--output", metavar="OUT", help="Where the articles go; - is stdout.")],
    audit: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where every change goes, so that `restore` can take it back.")
    ] = None,
    skip: Annotated[
        list[str] | None,
        typer.Option(metavar="STAGE", help="Leave a stage out: normalize, boilerplate, split, dedupe."),
    ] = None,
    off: Annotated[list[str] | None, typer.Option(metavar="RULE", help="Turn a rule off; see `clean explain`.")] = None,
    jobs: Annotated[
        int, typer.Option(metavar="N", min=0, help="How many processes work (0: one a core); the output is the same.")
    ] = 0,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Settings, in place of the nearest clean.toml.")
    ] = None,
    boilerplate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Take out the repeated lines in it, instead of learning them.")
    ] = None,
    input_format: Annotated[
        str, typer.Option("--input-format", metavar="NAME", help="txt, jsonl, csv or tsv, whatever the file's name.")
    ] = "",
    encoding: Annotated[
        str, typer.Option(metavar="NAME", help="The encoding of the inputs, in place of a guess.")
    ] = "",
    summary_json: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the summary's figures there.")
    ] = None,
    depfile: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what was read there, as a rule for Make.")
    ] = None,
    manifest: Annotated[
        bool, typer.Option("--manifest", help="Write OUT.manifest.json: hashes of all files read and written, counts.")
    ] = False,
    max_loss: Annotated[
        float,
        typer.Option(metavar="PERCENT", min=0, max=100, help="Write nothing if more of the bytes than this go."),
    ] = 100,
    memory: Annotated[
        str, typer.Option(metavar="SIZE", help="Text kept in memory before it goes to a file, such as 512M or 2G.")
    ] = "",
    work_dir: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where that file lies, without a name; by default beside OUT.")
    ] = None,
    progress: Annotated[
        bool, typer.Option("--progress", help="Tell the progress in lines where standard error is no terminal.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Do all but write; print the summary.")] = False,
    no_clobber: Annotated[bool, typer.Option("--no-clobber", help="Do not overwrite files that exist.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
) -> None:
    """Clean INPUT: one JSON object a story, each story once."""
    from clean import config as configuration
    from clean.config import size_in_bytes
    from clean.engines import cores
    from clean.pipeline import Job
    from clean.pipeline import run as run_job
    from clean.progress import progress_bar
    from clean.shelf import MEMORY
    from clean.sources.find import known_format

    settings = configuration.load(config, skip or (), off or (), encoding)
    job = Job(
        inputs=tuple(inputs),
        out=Path(out),
        audit=audit,
        jobs=jobs or cores(),
        input_format=known_format(input_format),
        dry_run=dry_run,
        no_clobber=no_clobber,
        summary=summary_json,
        boilerplate=boilerplate,
        depfile=depfile,
        settings_file=config or (configuration.find(Path.cwd()) if depfile else None),
        work_dir=work_dir,
        memory=size_in_bytes(memory) if memory else MEMORY,
        has_manifest=manifest,
        max_loss=max_loss,
    )
    with progress_bar(shown=not quiet, plain=progress) as tell:
        report = run_job(job, settings, tell)
    if not quiet:
        for text in report.lines():
            typer.echo(told(text), err=True)
    raise typer.Exit(3 if report.set_aside else 0)


@boilerplate_app.command("learn")
def learn_boilerplate(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, or - for stdin.")],
    out: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Where the lines go; - is stdout.")],
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Settings, in place of the nearest clean.toml.")
    ] = None,
    jobs: Annotated[int, typer.Option(metavar="N", min=0, help="How many processes work (0: one a core).")] = 0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
) -> None:
    """Find the lines that repeat at the head or tail of many articles, and write them to a file to review.

    Example: clean boilerplate learn dump/ -o lines.txt, and then clean run dump/ -o out.jsonl --boilerplate lines.txt
    """
    from clean import config as configuration
    from clean.engines import cores
    from clean.pipeline import Job, learn
    from clean.progress import progress_bar

    job = Job(tuple(inputs), Path(out), jobs=jobs or cores())
    with progress_bar(shown=not quiet) as tell:
        count = learn(job, configuration.load(config), tell)
    if not quiet:
        typer.echo(f"{count} repeated line{'' if count == 1 else 's'}", err=True)


@app.command()
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files, or folders of them.")],
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend in place what no reader would miss, and report the rest.")
    ] = False,
    output_format: Annotated[
        str, typer.Option("--format", metavar="NAME", help="text, json, github or sarif.")
    ] = "text",
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Report this rule (or stage) alone; may be repeated.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Do not report this rule (or stage); may be repeated.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Old findings, which are not reported again.")
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write all findings to the baseline instead of reporting them.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Settings, in place of the clean.toml nearest to each file.")
    ] = None,
    jobs: Annotated[int, typer.Option(metavar="N", min=0, help="How many processes work (0: one a core).")] = 0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> None:
    """Report what `clean run` would repair or take out of FILE, as path:line:column: RULE message.

    Example: clean check corpus/ --ignore dedupe
    """
    from clean.check import Options, formats
    from clean.check import check as check_files
    from clean.engines import cores

    form = formats.known_format(output_format)
    options = Options(
        fix, tuple(select or ()), tuple(ignore or ()), config, baseline, write_baseline, jobs=jobs or cores()
    )
    outcome = check_files(files, options)
    typer.echo(form(outcome).encode("utf-8", "backslashreplace"), nl=False)
    if not quiet:
        for text in formats.summary(outcome):
            typer.echo(text, err=True)
    raise typer.Exit(outcome.exit_code)


@app.command()
def restore(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="What `clean run` wrote.")],
    audit: Annotated[Path, typer.Argument(metavar="AUDIT", help="The audit of the same run.")],
    to: Annotated[Path, typer.Option(metavar="DIR", help="The folder that gets the sources.")],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not name what was restored.")] = False,
) -> None:
    """Give back the sources byte for byte: the proof that nothing is lost.

    Example: clean restore out.jsonl audit.jsonl --to restored/
    """
    from clean.restore import restore as restore_sources

    for name in restore_sources(out, audit, to):
        if not quiet:
            typer.echo(told(str(to / name)), err=True)


@app.command()
def verify(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="What `clean run` wrote.")],
    audit: Annotated[Path | None, typer.Argument(metavar="[AUDIT]", help="The audit of the same run.")] = None,
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="[INPUT...]", help="What the run read, to hold it against the audit.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print findings only.")] = False,
) -> None:
    """Check that OUT and AUDIT are whole, belong together, and account for every byte; exit code 1 if they do not.

    Example: clean verify out.jsonl audit.jsonl input.txt
    """
    from clean.verify import verify as verify_files

    verdict = verify_files(out, audit, inputs or ())
    with contextlib.suppress(BrokenPipeError):  # who had enough of the findings still gets the exit code
        for finding in verdict.findings:
            typer.echo(told(finding))
    if not quiet:
        typer.echo(verdict.summary(), err=True)
    raise typer.Exit(1 if verdict.findings else 0)


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(metavar="[RULE]", help="A rule's code; without one, all are listed.")] = "",
) -> None:
    """Say what a rule does, why, with an example, and how to turn it off.

    Example: clean explain mojibake
    """
    from clean.explain import codes, page
    from clean.rules import STAGE_OF

    if rule:
        typer.echo(page(rule).rstrip("\n"))
    else:
        for code in codes():
            typer.echo(f"{STAGE_OF[code]:12}{code}")


def main() -> None:
    """The entry point: runs a command, and turns what went wrong into one line and an exit code."""
    from clean.running import run_command

    run_command(app)


if __name__ == "__main__":
    main()
