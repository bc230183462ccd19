"""What the tests have Airflow run: DAGs with one question each. They work in the folder `news_folder`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from airflow.sdk import DAG, Asset, task

from clean.airflow import CleanOperator

FOLDER = "{{ var.value.news_folder }}"
ARGUMENTS = {"cwd": FOLDER, "retries": 1, "retry_delay": timedelta(0)}


def scenario(name: str) -> DAG:
    """A DAG that is run by hand, whose tasks are tried again at once."""
    start = datetime(2026, 11, 1, tzinfo=UTC)
    return DAG(dag_id=name, schedule=None, start_date=start, default_args=ARGUMENTS)


with scenario("set_aside") as set_aside:
    OUTS = Asset("outs")
    CleanOperator(task_id="warns", inputs="damaged.jsonl", out="warns.jsonl", outlets=[OUTS])
    CleanOperator(task_id="fails", inputs="damaged.jsonl", out="fails.jsonl", set_aside="fail", outlets=[OUTS])

with scenario("hopeless") as hopeless:
    CleanOperator(task_id="missing_input", inputs="missing.txt", out="out.jsonl")
    CleanOperator(task_id="missing_folder", inputs="a.txt", out="out.jsonl", cwd=f"{FOLDER}/missing")
    CleanOperator(task_id="no_folder_for_out", inputs="a.txt", out="missing/out.jsonl")
    CleanOperator(task_id="wrong_option", inputs="a.txt", out="out.jsonl", options=["--of", "mojibake"])
    CleanOperator(task_id="guarded", inputs="damaged.jsonl", out="out.jsonl", options=["--max-loss", "0"])
    CleanOperator(task_id="standard_input", inputs=["a.txt", "-"], out="out.jsonl")
    CleanOperator(task_id="standard_output", inputs="a.txt", out="-")
    CleanOperator(task_id="dry_run", inputs="a.txt", out="out.jsonl", options=["--dry-run"])

with scenario("arguments") as arguments:

    @task
    def find() -> list[str]:
        """Inputs that are known only as the DAG runs."""
        return ["a.txt", "-b.txt"]

    found = find()
    CleanOperator(
        task_id="rendered",
        inputs=found,
        out="{{ ds }}.jsonl",
        audit="{{ ds }}.audit.jsonl",
        config="{{ params.config }}",
        options=["--off", "{{ params.rule }}"],
        params={"config": "settings.toml", "rule": "headline"},
    )
    CleanOperator.partial(task_id="mapped", out="{{ ti.map_index }}.jsonl").expand(inputs=found)

with scenario("interrupted") as interrupted:
    CleanOperator(task_id="clean", inputs="large.txt", out="interrupted/out.jsonl", options=["--jobs", "2"])

with scenario("late") as late:
    CleanOperator(
        task_id="clean",
        inputs="large.txt",
        out="late/out.jsonl",
        audit="late/audit.jsonl",
        execution_timeout=timedelta(seconds=0.5),
        retries=0,
    )
