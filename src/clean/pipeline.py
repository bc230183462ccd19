"""The whole flow: sources in, clean articles and a restorable audit out (`docs/design.md` has the picture)."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from clean.console.report import Report, story_a_line
from clean.console.thresholds import explain
from clean.engines import run_calls, spread
from clean.errors import GuardError, InputError, OutputError, UsageError
from clean.flow.batch import Signing
from clean.flow.corpus import Corpus, find_duplicates, name_articles
from clean.flow.reading import calls, total_size
from clean.flow.repeats import learn_lines, read_learned, remove_repeated_lines
from clean.flow.review import REVIEWED
from clean.flow.shelf import Shelf
from clean.flow.store import MEMORY
from clean.flow.telling import Tell
from clean.proof.manifest import as_manifest, manifest_of, quarantine_of
from clean.settings import Settings
from clean.sinks.atomic import STDOUT, OutputFile, Outputs, check_place
from clean.sinks.forms import shards
from clean.sinks.jsonl import Beside, fingerprint, kept_rows, line, write_audit, write_quarantine
from clean.sinks.out import ONE_FILE, Out, Sharding
from clean.sinks.review import write_review
from clean.sources.find import Found, Source, check_readable, find_sources, known_format, shown
from clean.sources.json_files import settle
from clean.sources.otherwise import other_forms


@dataclass(frozen=True, slots=True)
class Job:
    """What the command line asks for."""

    inputs: tuple[str, ...]
    out: Path
    audit: Path | None = None
    jobs: int = 1  # 0: one a core
    input_format: str = ""
    dry_run: bool = False
    no_clobber: bool = False
    summary: Path | None = None
    boilerplate: Path | None = None
    depfile: Path | None = None
    settings_file: Path | None = None
    work_dir: Path | None = None
    memory: int = MEMORY
    has_manifest: bool = False
    review: Path | None = None
    review_count: int = REVIEWED
    explains_threshold: bool = False
    max_loss_share: float = 1.0  # of the bytes of any one source; at 1 nothing is too much
    sharding: Sharding = ONE_FILE

    @property
    def work_folder(self) -> Path | None:
        """Where what does not fit in memory goes: as told, beside OUT, or None for the system's folder."""
        if self.work_dir is not None:
            return self.work_dir
        return None if self.out == STDOUT or not os.path.isdir(self.out.parent) else self.out.parent

    @property
    def quarantine(self) -> Path | None:
        """Where what cannot be read is set aside: beside OUT, by its name."""
        return quarantine_of(self.out) if self.is_file else None

    @property
    def manifest(self) -> Path | None:
        """Where the manifest goes, if one is wanted; one of a run before is taken away if not."""
        path = manifest_of(self.out) if self.is_file else None
        return path if path is not None and (self.has_manifest or os.path.isfile(path)) else None

    @property
    def is_file(self) -> bool:
        """Whether OUT is a file; what stands beside a device or a pipe is not ours to write."""
        return self.out != STDOUT and (os.path.isfile(self.out) or not os.path.exists(self.out))

    @property
    def outputs(self) -> list[Path]:
        """Every file that the run writes."""
        own = [self.manifest, self.out, self.audit, self.quarantine, self.summary, self.depfile, self.review]
        before = shards(self.out) if self.sharding else []
        return [path for path in own if path is not None] + before


def run(job: Job, settings: Settings, tell: Tell) -> Report:
    """Clean the job's inputs into its outputs, which appear whole or not at all; says what was done."""
    with closing(Shelf(job.work_folder, job.memory)) as shelf:
        found = find_inputs(job)
        look_otherwise = {} if job.input_format else other_forms(found.sources)
        report = clean_sources(found.sources, job, settings, tell, shelf)[1]
        report.passed_over, report.look_otherwise = found.passed_over, look_otherwise
        return report


def clean_sources(
    sources: list[Source], job: Job, settings: Settings, tell: Tell, shelf: Shelf
) -> tuple[Corpus, Report]:
    """Clean sources into the job's outputs; their articles stay on the shelf."""
    if job.explains_threshold and "dedupe" in settings.skip:
        raise UsageError("no threshold to explain", why="dedupe is skipped")
    learned = read_learned(job.boilerplate) if job.boilerplate is not None else None
    with Outputs() as outputs:
        sinks = None if job.dry_run else Sinks.open(job, outputs)
        if job.dry_run:
            for path in job.outputs:
                check_place(path, job.no_clobber)
        if job.depfile is not None and not job.dry_run:
            outputs.open(job.depfile, job.no_clobber).write(_depfile(job, sources, settings))
        size = read(sources, settings, job.jobs, shelf, tell, job.review_count if job.review is not None else 0)
        corpus = Corpus(shelf, spread(job.jobs if size > WIDE else 1))
        # The ends of a topic are guesses within running text: what recurs there is no house line. Nor is a story.
        if "boilerplate" not in settings.skip and (learned or settings.split.mode == "headlines"):
            remove_repeated_lines(corpus, settings.boilerplate, learned)
        shelf.forget_lines()
        if "dedupe" not in settings.skip:
            find_duplicates(corpus, settings.dedupe, tell)
        name_articles(corpus)
        report = Report.of(corpus)
        if "split" not in settings.skip and settings.split.mode == "headlines":
            report.lines_hint = story_a_line(shelf)
        _guard(report, job.max_loss_share)
        if job.explains_threshold:
            report.thresholds = explain(corpus, settings.dedupe)
        if sinks is not None:
            sinks.write(corpus, settings, report)
            outputs.publish()
    return corpus, report


def _depfile(job: Job, sources: list[Source], settings: Settings) -> bytes:
    """The rule that lists what the run reads."""
    from clean.sinks.depfile import depfile

    weights = Path(settings.split.weights) if settings.split.weights else None
    read = [*(source.path for source in sources), job.settings_file, job.boilerplate, weights]
    target = job.manifest if job.sharding and job.manifest is not None else job.out
    return depfile(target, [path for path in read if path is not None])


def _guard(report: Report, most: float) -> None:
    """Raise GuardError when any source lost a larger share of its bytes than may be; it names the worst."""
    beyond = [loss for loss in report.worst() if loss.share > most]
    if not beyond:
        return
    named = ", ".join(f"{shown(loss.source)} ({100 * loss.share:.1f} %)" for loss in beyond[:WORST])
    more = f" and {len(beyond) - WORST:,} more" if len(beyond) > WORST else ""
    raise GuardError(
        "too much is taken out",
        why=f"more than {100 * most:g} % of {named}{more}",
        hint="see by which rules with --dry-run, turn those off with --off, or allow more with --max-loss",
    )


def learn(job: Job, settings: Settings, tell: Tell) -> int:
    """Write to OUT the lines that repeat over the job's inputs, as a text file to review; gives their number."""
    sources = find_inputs(job).sources
    with Outputs() as outputs, closing(Shelf(job.work_folder, job.memory)) as shelf:
        out = outputs.open(job.out, job.no_clobber)
        size = read(sources, replace(settings, skip=settings.skip | {"dedupe"}), job.jobs, shelf, tell)
        learned = learn_lines(Corpus(shelf, spread(job.jobs if size > WIDE else 1)), settings.boilerplate)
        out.write(learned.as_file())
        outputs.publish()
    return len(learned.lines)


def read(sources: list[Source], settings: Settings, jobs: int, shelf: Shelf, tell: Tell, review: int = 0) -> int:
    """Put every source's articles on the shelf, in the order of the sources; gives how many bytes that is, about."""
    size = total_size(sources)
    tell("total", size)
    work = calls(sources, settings, _signing(size, settings), shelf, tell, review)
    for owner, result in run_calls(work, jobs if size > LARGE else 1):
        held = len(shelf)
        owner.take(result)
        tell("articles", len(shelf) - held)
    return size


WORST = 5  # sources that a guard's message names: as many as one looks into

LARGE = 8_000_000
"""Bytes of input from which it pays to start worker processes (some 0.3 s), and to sign articles as they are read."""

WIDE = 100_000_000
"""Bytes of input from which it pays to divide what is done to the corpus, too: 60 MB took 7.5 and 8.1 s without and 8.0
and 9.6 with, 100 MB a median of 11.2 and 12.0, 1 GB 123 and 98 (two jobs, in turn)."""


def _signing(size: int, settings: Settings) -> Signing:
    """How the articles of so large an input are signed."""
    if size <= LARGE or "dedupe" in settings.skip:
        return Signing.LATER
    from clean.similarity.sketches import compiled_pays
    from clean.stages.dedupe import sign

    if not compiled_pays(size):
        return Signing.NUMPY
    sign(["loads the compiled code before workers are forked, which then have it too"], settings.dedupe, compiled=True)
    if "split" not in settings.skip:
        from clean.stages.split.cohesion.windows import load

        load()
    return Signing.COMPILED


def find_inputs(job: Job) -> Found:
    """The job's sources, all of which can be opened, and what is passed over."""
    _check_possible(job)
    _check_distinct(job.outputs)
    own = [path for path in job.outputs if path != STDOUT]
    found = find_sources(job.inputs, own, known_format(job.input_format), _old_shards(job))
    for source in found.sources:
        check_readable(source)
    return found._replace(sources=[settle(source) for source in found.sources])


def _old_shards(job: Job) -> list[Path]:
    """The shards of OUT that runs before have written; none where the folder cannot be looked into, nor read then."""
    try:
        return shards(job.out) if job.is_file else []
    except InputError:
        return []


def _check_possible(job: Job) -> None:
    """Raise UsageError for outputs that OUT does not allow."""
    if job.has_manifest and not job.is_file:
        raise UsageError("no manifest without a file", shown(job.out), hint="name a file with -o")
    if job.sharding and not job.is_file:
        raise UsageError("no shards without a file", shown(job.out), hint="name a file with -o")
    if job.sharding and job.depfile is not None and not job.has_manifest:
        hint = "add --manifest: Make can look at OUT.manifest.json"
        raise UsageError("no depfile of shards alone", why="there is no file of OUT's name", hint=hint)
    if job.work_dir is not None and not os.path.isdir(job.work_dir):
        raise OutputError("cannot write into", shown(job.work_dir), "it is no folder")
    job.sharding.check()


def _check_distinct(outputs: list[Path]) -> None:
    """Raise UsageError where two outputs would be written to one file."""
    seen: set[str] = set()
    for path in outputs:
        real = os.path.realpath(path)
        if real in seen and real != os.devnull:
            raise UsageError("two outputs are one file", shown(path), hint="give each a name of its own")
        seen.add(real)


@dataclass(slots=True)
class Sinks:
    """The outputs of a run: OUT, the audit, what was set aside, and what is told of the run."""

    out: Out
    audit: OutputFile | None
    quarantine: OutputFile | None
    summary: OutputFile | None
    review: OutputFile | None
    manifest: OutputFile | None
    has_manifest: bool

    @classmethod
    def open(cls, job: Job, outputs: Outputs) -> Sinks:
        """Open all of them before any work is done, so that what cannot be written is known at once.

        The first is published last: the manifest, which tells of all the others.
        """
        manifest = outputs.open(job.manifest, job.no_clobber, vacates=True) if job.manifest is not None else None
        out = Out(job.out, job.sharding, outputs, job.no_clobber)
        audit = outputs.open(job.audit, job.no_clobber) if job.audit is not None else None
        quarantine = outputs.open(job.quarantine, job.no_clobber) if job.quarantine is not None else None
        summary = outputs.open(job.summary, job.no_clobber) if job.summary is not None else None
        review = outputs.open(job.review, job.no_clobber) if job.review is not None else None
        return cls(out, audit, quarantine, summary, review, manifest, job.has_manifest)

    def write(self, corpus: Corpus, settings: Settings, report: Report) -> None:
        """Write all that the corpus holds."""
        out_sha256 = self.out.write(kept_rows(corpus), report.articles)
        aside_sha256 = write_quarantine(self.quarantine, corpus) if self.quarantine is not None else ""
        if self.quarantine is not None and not aside_sha256:
            self.quarantine.retire()
        if self.audit is not None:
            write_audit(self.audit, corpus, settings, Beside(out_sha256, aside_sha256, self.has_manifest))
        if self.summary is not None:
            self.summary.write(line(report.json()))
        if self.review is not None:
            write_review(self.review, corpus, settings.split)
        if self.manifest is not None and self.has_manifest:
            self.manifest.write(self._manifest(corpus, settings, report))
        elif self.manifest is not None:
            self.manifest.retire()

    def _manifest(self, corpus: Corpus, settings: Settings, report: Report) -> bytes:
        others = [("audit", self.audit), ("summary", self.summary), ("review", self.review)]
        files = [*(("out", file) for file in self.out.files), *others]
        if corpus.shelf.unread:
            files.append(("quarantine", self.quarantine))
        written = [(role, file) for role, file in files if file is not None]
        return as_manifest(self.out.path, written, corpus.shelf.facts, fingerprint(settings), report)
