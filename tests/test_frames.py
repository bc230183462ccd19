"""What loads the articles as they are: pandas, polars, `datasets`; each test is skipped where that is not installed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import clean
from tests.support import folder_of

TEXTS = (
    "The harbour master told the council that the winter storm had closed the ferry line for a week in all.",
    "The museum of Marlow has found a painting behind a wall that nobody had opened in eighty years.",
    "Two wolves were seen near the reservoir on Sunday, the first in the county since records began.",
)
RECORDS = [
    {"title": "Ferry line closed", "text": TEXTS[0], "desk": "foreign"},
    {"title": "Painting found", "text": TEXTS[1], "desk": 7, "tags": [["a"], {"b": None}]},
    {"title": "Ferry line closed", "text": TEXTS[0], "desk": "home"},
]
OUTS = ("out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.parquet")


@pytest.fixture
def articles() -> Iterator[clean.Articles]:
    """Articles of text and of records, with metadata of different types, and with a duplicate."""
    files = {
        "a.txt": f"{TEXTS[2]}\n".encode(),
        "b.jsonl": "".join(f"{json.dumps(each)}\n" for each in RECORDS).encode(),
    }
    with folder_of(files):
        found = clean.run(*files)
        assert [row["metadata"].get("desk") for row in found] == [None, "foreign", 7]
        assert [len(row["duplicates"]) for row in found] == [0, 1, 0]
        yield found


def library(name: str) -> Any:
    return pytest.importorskip(name, reason=f"{name} is not installed")


def write(articles: clean.Articles, out: str, **more: Any) -> list[str]:
    """Write OUT in this form; gives the names of the files that it is."""
    if out.endswith(".parquet"):
        library("pyarrow")
    clean.run(*sorted({row["source"] for row in articles}), out=out, **more)
    stem = out.partition(".")[0]
    return sorted(path.name for path in Path().glob(f"{stem}*") if "manifest" not in path.name)


# ------------------------------------------------------------------ pandas and polars


def test_articles_are_a_frame_of_pandas(articles: clean.Articles) -> None:
    frame = library("pandas").DataFrame(articles)
    assert list(frame.columns) == list(clean.Row.__annotations__)
    assert frame.to_dict("records") == list(articles)


@pytest.mark.parametrize("out", OUTS)
def test_pandas_reads_out(articles: clean.Articles, out: str) -> None:
    pandas = library("pandas")
    if out.endswith(".zst"):
        library("zstandard")
    [name] = write(articles, out)
    frame = pandas.read_parquet(name) if out == "out.parquet" else pandas.read_json(name, lines=True, dtype=False)
    assert list(frame["text"]) == [row["text"] for row in articles]
    assert [len(twins) for twins in frame["duplicates"]] == [len(row["duplicates"]) for row in articles]


def test_articles_are_a_frame_of_polars(articles: clean.Articles) -> None:
    polars = library("polars")
    frame = polars.DataFrame([{**row, "metadata": json.dumps(row["metadata"])} for row in articles])
    assert frame.columns == list(clean.Row.__annotations__)
    assert frame["text"].to_list() == [row["text"] for row in articles]
    assert frame["span"].to_list() == [row["span"] for row in articles]


@pytest.mark.parametrize("out", OUTS)
def test_polars_reads_out(articles: clean.Articles, out: str) -> None:
    polars = library("polars")
    [name] = write(articles, out)
    # Lines whose `metadata` differ in shape are more than polars reads; one of its columns has one type.
    frame = polars.read_parquet(name) if out == "out.parquet" else polars.read_ndjson(name, schema=columns(polars))
    assert frame["text"].to_list() == [row["text"] for row in articles]
    assert frame["duplicates"].to_list() == [row["duplicates"] for row in articles]


def columns(polars: Any) -> Any:
    """The columns of OUT as polars has them, without `metadata`, which is passed over."""
    library("pyarrow")
    schema = clean.arrow_schema()
    return dict(polars.from_arrow(schema.remove(len(schema) - 1).empty_table()).schema)


# ------------------------------------------------------------------ datasets


@pytest.fixture
def datasets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Hugging Face's library, without its network and with a cache of its own."""
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    loaded = library("datasets")
    loaded.disable_progress_bars()
    return loaded


def load(datasets: Any, files: list[str], cache: Path, **more: Any) -> Any:
    kind = "parquet" if files[0].endswith(".parquet") else "json"
    return datasets.load_dataset(kind, data_files=files, split="train", cache_dir=str(cache), **more)


def test_articles_are_a_dataset(articles: clean.Articles, datasets: Any) -> None:
    features = datasets.Features.from_arrow_schema(clean.arrow_schema())
    assert list(datasets.Dataset.from_list(list(articles), features=features)) == list(articles)


@pytest.mark.parametrize("out", OUTS)
def test_datasets_loads_out(articles: clean.Articles, datasets: Any, tmp_path: Path, out: str) -> None:
    """As it is, without a word on its columns; what is in `metadata` comes as it was."""
    assert list(load(datasets, write(articles, out), tmp_path)) == list(articles)


@pytest.mark.parametrize("out", OUTS)
def test_datasets_loads_shards(articles: clean.Articles, datasets: Any, tmp_path: Path, out: str) -> None:
    """Of lines it learns the columns by the first file, where no article may have a duplicate."""
    files = write(articles, out, shards=3)
    assert len(files) == 3
    features = datasets.Features.from_arrow_schema(clean.arrow_schema())
    more = {} if out.endswith(".parquet") else {"features": features}
    assert list(load(datasets, files, tmp_path, **more)) == list(articles)


def test_datasets_loads_what_it_cannot_know_from_the_beginning(datasets: Any, tmp_path: Path) -> None:
    """From lines it learns the columns by their first 10 MB; `arrow_schema` tells it. Parquet tells it itself."""
    texts: list[dict[str, object]] = [{"text": f"{number:08} " * 20_000, "n": number} for number in range(60)]
    texts += [{"text": TEXTS[0], "n": "x"}] * 2
    with folder_of({"a.jsonl": "".join(f"{json.dumps(each)}\n" for each in texts).encode()}):
        found = clean.run("a.jsonl", out="out.jsonl")
        write(found, "out.parquet")
        assert [len(row["duplicates"]) for row in found][-2:] == [0, 1]
        assert Path("out.jsonl").stat().st_size > 10_485_760
        with pytest.raises(datasets.exceptions.DatasetGenerationError):
            load(datasets, ["out.jsonl"], tmp_path)
        features = datasets.Features.from_arrow_schema(clean.arrow_schema())
        for name, more in (("out.jsonl", {"features": features}), ("out.parquet", {})):
            loaded = load(datasets, [name], tmp_path, **more)
            assert loaded[-1] == found[-1]
            assert len(loaded) == len(found)
