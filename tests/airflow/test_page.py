"""docs/airflow.md shows the example as it is. (No Airflow is needed for that.)"""

from __future__ import annotations

from pathlib import Path


def test_the_page_shows_the_example(root: Path) -> None:
    page = (root / "docs" / "airflow.md").read_text(encoding="utf-8")
    example = (root / "examples" / "airflow" / "news.py").read_text(encoding="utf-8")
    assert f"```python\n{example}```\n" in page
