"""Every day, the day's news (raw/2026-11-21/) becomes a clean corpus (corpus/2026-11-21.jsonl)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from airflow.sdk import DAG, Asset, CronDataIntervalTimetable, task

from clean.airflow import CleanOperator

CORPUS = Asset("news_corpus")
DAY = "{{ data_interval_start | ds }}"

with DAG(
    dag_id="news",
    schedule=CronDataIntervalTimetable("@daily", timezone="UTC"),  # runs when the day is over
    start_date=datetime(2026, 11, 1, tzinfo=UTC),
    catchup=False,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=5)},
) as news:
    clean = CleanOperator(
        task_id="clean",
        cwd="{{ var.value.news_folder }}",
        inputs=f"raw/{DAY}",
        out=f"corpus/{DAY}.jsonl",
        audit=f"corpus/{DAY}.audit.jsonl",
        options=["--manifest"],
        outlets=[CORPUS],
    )

    @task
    def report(figures: dict[str, int]) -> str:
        """Use the counts, which come as XCom."""
        return f"{figures['articles']} articles, {figures['duplicates']} duplicates"

    report(clean.output)
