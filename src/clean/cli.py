"""The command line: parse, call, print. Heavy modules are imported by the commands that use them."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clean import __version__
from clean.console import options
from clean.console.examples import epilog
from clean.console.memory import check_memory
from clean.console.running import told

if TYPE_CHECKING:
    from clean.console.report import Report

app = typer.Typer(
    name="clean",
    epilog=epilog(""),
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

boilerplate_app = typer.Typer(no_args_is_help=True, help="Learn the lines that repeat over a corpus.")
app.add_typer(boilerplate_app, name="boilerplate")


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


@app.command(epilog=epilog("run"))
def run(
    inputs: options.Inputs,
    out: options.Out,
    audit: options.AuditFile = None,
    skip: options.Skip = None,
    off: options.Off = None,
    jobs: options.Jobs = 0,
    config: options.Config = None,
    boilerplate: options.BoilerplateFile = None,
    input_format: options.InputFormat = "",
    layout: options.LayoutName = "",
    encoding: options.EncodingName = "",
    summary_json: options.SummaryFile = None,
    review: options.ReviewFile = None,
    review_count: options.ReviewCount = 50,
    depfile: options.DepFile = None,
    manifest: options.HasManifest = False,
    max_loss: options.MaxLoss = "",
    explain_threshold: options.ExplainThreshold = False,
    memory: options.Memory = "",
    work_dir: options.WorkDir = None,
    shards: options.Shards = 0,
    shard_size: options.ShardSize = "",
    progress: options.ShowProgress = False,
    dry_run: options.DryRun = False,
    no_clobber: options.NoClobber = False,
    quiet: options.Quiet = False,
) -> None:
    """Clean INPUT: one JSON object a story, each story once."""
    check_memory()
    from clean import config as configuration
    from clean import pipeline
    from clean.console.progress import progress_bar
    from clean.flow.store import MEMORY
    from clean.sinks.out import Sharding

    job = pipeline.Job(
        inputs=tuple(inputs),
        out=Path(out),
        audit=audit,
        jobs=jobs,
        input_format=input_format,
        dry_run=dry_run,
        no_clobber=no_clobber,
        summary=summary_json,
        review=review,
        review_count=review_count,
        boilerplate=boilerplate,
        depfile=depfile,
        settings_file=config or (configuration.find(Path.cwd()) if depfile else None),
        work_dir=work_dir,
        memory=configuration.size_in_bytes(memory) if memory else MEMORY,
        has_manifest=manifest,
        explains_threshold=explain_threshold,
        max_loss_share=configuration.share(max_loss) if max_loss else 1.0,
        sharding=Sharding.of(shards, shard_size),
    )
    with progress_bar(shown=not quiet, plain=progress) as tell:
        report = pipeline.run(job, configuration.load(config, skip or (), off or (), encoding, layout), tell)
    raise _ended(report, quiet)


def _ended(report: Report, quiet: bool) -> typer.Exit:
    """Say what a run did; the exit that tells of it."""
    for text in [*([] if quiet else report.lines()), *report.thresholds]:
        typer.echo(told(text), err=True)
    return typer.Exit(3 if report.set_aside else 0)


@boilerplate_app.command("learn", epilog=epilog("boilerplate"))
def learn_boilerplate(
    inputs: options.Inputs,
    out: options.LinesOut,
    config: options.Config = None,
    jobs: options.Jobs = 0,
    quiet: options.Quiet = False,
) -> None:
    """Write the lines that repeat at the head or tail of many articles to a file.

    Look through it, take out what should stay, and give it to `clean run --boilerplate`.
    """
    check_memory()
    from clean import config as configuration
    from clean.console.progress import progress_bar
    from clean.console.report import many
    from clean.pipeline import Job, learn

    job = Job(tuple(inputs), Path(out), jobs=jobs)
    with progress_bar(shown=not quiet) as tell:
        count = learn(job, configuration.load(config), tell)
    if not quiet:
        typer.echo(many(count, "repeated line"), err=True)


@app.command(epilog=epilog("check"))
def check(
    files: options.Files,
    fix: options.Fix = False,
    output_format: options.OutputFormat = "text",
    select: options.Select = None,
    ignore: options.Ignore = None,
    baseline: options.Baseline = None,
    write_baseline: options.WriteBaseline = False,
    config: options.CheckConfig = None,
    jobs: options.Jobs = 0,
    quiet: options.NoSummary = False,
) -> None:
    """Report what `clean run` would change in FILE.

    One finding a line, as path:line:column: RULE message. The exit code is 1 if there are any.
    """
    check_memory()
    from clean.check import Options, formats
    from clean.check import check as check_files

    form = formats.known_format(output_format)
    asked = Options(fix, tuple(select or ()), tuple(ignore or ()), config, baseline, write_baseline, jobs)
    outcome = check_files(files, asked)
    typer.echo(form(outcome).encode("utf-8", "backslashreplace"), nl=False)
    if not quiet:
        for text in formats.summary(outcome):
            typer.echo(text, err=True)
    raise typer.Exit(outcome.exit_code)


@app.command(epilog=epilog("restore"))
def restore(
    out: options.WrittenOut,
    audit: options.WrittenAudit,
    to: Annotated[Path, typer.Option(metavar="DIR", help="The folder that gets the sources.")],
    quiet: options.NoNames = False,
) -> None:
    """Give back the sources, byte for byte.

    The proof that nothing is lost: OUT and AUDIT are all it needs.
    """
    from clean.proof.restore import restore as restore_sources

    for name in restore_sources(out, audit, to):
        if not quiet:
            typer.echo(told(str(to / name)), err=True)


@app.command(epilog=epilog("verify"))
def verify(
    out: options.WrittenOut,
    audit: Annotated[Path | None, typer.Argument(metavar="AUDIT", help="The audit of the same run.")] = None,
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="INPUT", help="What the run read, to hold it against the audit.")
    ] = None,
    quiet: options.FindingsOnly = False,
) -> None:
    """Check that OUT and AUDIT account for every byte.

    One finding a line. The exit code is 1 if anything is wrong: a changed byte, a row too few, files of two runs.
    """
    from clean.proof.verify import verify as verify_files

    verdict = verify_files(out, audit, inputs or ())
    with contextlib.suppress(BrokenPipeError):  # who had enough of the findings still gets the exit code
        for finding in verdict.findings:
            typer.echo(told(finding))
    if not quiet:
        typer.echo(verdict.summary(), err=True)
    raise typer.Exit(1 if verdict.findings else 0)


@app.command(epilog=epilog("config"))
def config(
    skip: options.Skip = None,
    off: options.Off = None,
    config: options.Config = None,
    layout: options.LayoutName = "",
    encoding: options.EncodingName = "",
    as_json: options.AsJson = False,
    schema: options.AsSchema = False,
) -> None:
    """Print the settings in force.

    As TOML that a clean.toml may hold, each with its meaning and where it comes from.
    """
    from clean.config import effective, show
    from clean.config.schema import schema as make_schema

    if schema:
        typer.echo(make_schema(), nl=False)
    else:
        found = effective(config, skip or (), off or (), encoding, layout)
        typer.echo(show.as_json(found) if as_json else show.as_toml(found), nl=False)


@app.command(epilog=epilog("explain"))
def explain(
    rule: options.Rule = "",
) -> None:
    """Say what a rule does, and how to turn it off.

    Without RULE, list all rules with their stages.
    """
    from clean.console.explain import codes, page
    from clean.rules import STAGE_OF

    if rule:
        typer.echo(page(rule).rstrip("\n"))
    else:
        for code in codes():
            typer.echo(f"{STAGE_OF[code]:12}{code}")
