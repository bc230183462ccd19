"""Runs DAGs by `dag.test()`, one for each line of standard input (`FILE DAG_ID DAY`), and answers each with JSON.

It is started by tests/airflow, once for all, because Airflow takes many seconds to start. What Airflow prints goes to
standard error.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from datetime import UTC, datetime
from typing import Any

from airflow.models.asset import AssetEvent
from airflow.models.xcom import XComModel
from airflow.utils.session import create_session
from sqlalchemy import select


def dags(path: str) -> dict[str, Any]:
    """The DAGs in a file, by their names, which are those of its variables."""
    spec = importlib.util.spec_from_file_location("dags", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return vars(module)


def play(path: str, name: str, day: str) -> dict[str, Any]:
    """What became of each task of a DAG run (its state, how often it was tried, what it gave); the assets' events."""
    run = dags(path)[name].test(logical_date=datetime.fromisoformat(day).replace(tzinfo=UTC))
    with create_session() as session:
        given = session.scalars(
            select(XComModel).where(XComModel.run_id == run.run_id, XComModel.key == "return_value")
        )
        xcoms = {(xcom.task_id, xcom.map_index): XComModel.deserialize_value(xcom) for xcom in given}
        tasks = {
            f"{task.task_id}[{task.map_index}]" if task.map_index >= 0 else task.task_id: {
                "state": str(task.state),
                "tries": task.try_number,
                "xcom": xcoms.get((task.task_id, task.map_index)),
            }
            for task in run.get_task_instances(session=session)
        }
        told = session.scalars(select(AssetEvent).where(AssetEvent.source_run_id == run.run_id))
        return {"tasks": tasks, "events": [[event.asset.name, event.source_task_id, event.extra] for event in told]}


def main() -> None:
    """Answer line for line."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        print(json.dumps(play(*line.split())), file=answers, flush=True)


if __name__ == "__main__":
    main()
