"""What a command loads: start-up is felt at every call, so nothing is loaded that is not used."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

STORY = """\
DUNMERE: The ferry company’s captain told the council that the winter storm had closed the harbour for a week.
The council will vote on a new bridge in spring, and the mayor’s budget has money for it, the mayorâ€™s office said.
Ferry captain asks council for a bridge after winter storm
Ferry captain asks council for a bridge after winter storm
"""

HELP = {"clean", "typer", "click", "typing_extensions", "annotated_doc", "shellingham", "rich", "pygments"}
"""What `clean --help` may load: typer, and what it loads itself in one or another version."""

SMALL_RUN = HELP | {"orjson", "numpy", "cython_runtime", "ftfy", "wcwidth", "backports"}
"""What a small run may load besides: JSON, arrays, mojibake, zstd."""

PROBE = """
import sys
before = set(sys.modules)
from clean.console.running import main
sys.argv = ["clean", *sys.argv[1:]]
try:
    main()
finally:
    found = {name for name, module in sys.modules.items() if module is not None}  # what is None cannot be loaded
    tops = {name.partition(".")[0] for name in found - before}
    print("\\nLOADED", *sorted(tops - set(sys.stdlib_module_names)))
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The top-level modules that a command loads, the standard library aside."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], cwd=folder, capture_output=True, text=True, check=True, timeout=60
    )
    names = done.stdout.rpartition("\nLOADED")[2].split()
    assert "clean" in names
    return {name for name in names if not name.startswith("_")}


@pytest.mark.parametrize("words", ["--help", "--version", "run --help", "explain", "explain mojibake", "config"])
def test_what_reads_no_news_loads_the_command_line_alone(tmp_path: Path, words: str) -> None:
    assert loaded(tmp_path, *words.split()) <= HELP


def test_a_small_run_starts_no_processes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY * 2_000, encoding="utf-8")
    probe = PROBE.replace("tops - set(sys.stdlib_module_names)", "tops & {'clean', 'multiprocessing'}")
    arguments = [sys.executable, "-c", probe, *"run a.txt -o out.jsonl --jobs 2".split()]
    done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["LOADED", "clean"]


def test_a_small_run_loads_no_more_than_it_uses(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY + STORY.replace("ferry", "train"), encoding="utf-8")
    assert loaded(tmp_path, *"run a.txt -o out.jsonl --audit audit.jsonl --jobs 2".split()) <= SMALL_RUN
    assert loaded(tmp_path, "restore", "out.jsonl", "audit.jsonl", "--to", "back") <= SMALL_RUN


def test_a_small_run_loads_no_part_of_numpy_that_it_does_not_use(tmp_path: Path) -> None:
    """`numpy.ma`, which `np.unique` loads, takes as long as our own modules for splitting."""
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    probe = PROBE + '    print("PARTS", *sorted(found & {"numpy.ma", "numpy.random", "numpy.testing"}))'
    arguments = [sys.executable, "-c", probe, *"run a.txt -o out.jsonl".split()]
    done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.endswith("PARTS\n"), done.stderr


def test_settings_files_are_read_without_the_heavy_modules(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "clean.toml").write_text('[normalize]\nquotes = "straight"\n', encoding="utf-8")
    names = loaded(tmp_path, "run", "a.txt", "-o", os.devnull)
    assert not names & {"scipy", "numba", "datasketch", "chardet"}


def test_numba_does_not_load_scipy_for_the_program(tmp_path: Path) -> None:
    probe = PROBE + "    import numba.np.arraymath\n    print('SCIPY', sys.modules['scipy.linalg'])"
    done = subprocess.run(
        [sys.executable, "-c", probe, "config"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.endswith("SCIPY None\n"), done.stderr


def test_the_library_leaves_the_process_as_it_is(tmp_path: Path) -> None:
    probe = "import gc, sys; told = gc.get_threshold(); import clean.api, clean.pipeline"
    probe += "; assert 'scipy.linalg' not in sys.modules and gc.get_threshold() == told"
    subprocess.run([sys.executable, "-c", probe], cwd=tmp_path, check=True, timeout=60)


def test_the_more_there_is_to_read_the_cycles_are_as_few(tmp_path: Path) -> None:
    """So Python need not look for them often."""
    story = STORY + "By Ann Mensah\n\nSign up for our newsletter\n"
    probe = "import gc; gc.disable()\n" + PROBE + '    print("CYCLES", gc.collect())'
    found = []
    for times in (2, 200):
        (tmp_path / "a.txt").write_text("".join(story.replace("Ferry", f"Ferry {n}") for n in range(times)), "utf-8")
        arguments = [sys.executable, "-c", probe, *"run a.txt -o out.jsonl --audit audit.jsonl --jobs 1".split()]
        done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
        found.append(int(done.stdout.rpartition("CYCLES")[2]))
    assert found[1] - found[0] < 200
