"""Runs a job of SQL statements in Apache Spark, in this process, and prints what came of it as JSON.

    python spark_job.py JOB.json

JOB.json: {
  "folder":   where Spark may write,
  "cores":    how many threads it may use,
  "partitions": how many partitions a shuffle has,
  "memory":   of the process, such as "4g",
  "views":    {name: Parquet file},
  "setup":    [statement],
  "timed":    a query, which is written as the table "timed_as",
  "timed_as": a table's name,
  "checks":   [query of one row]
}
"""

import json
import logging
import sys
import time

from pyspark.sql import SparkSession


def main(path: str) -> None:
    with open(path, encoding="utf8") as file:
        job = json.load(file)
    spark = session(job)
    for name, file in job["views"].items():
        spark.read.parquet(file).createOrReplaceTempView(name)
    for statement in job["setup"]:
        spark.sql(statement.rstrip().rstrip(";"))
    table = job["timed_as"]
    spark.sql(f"DROP TABLE IF EXISTS {table}")
    start = time.perf_counter()
    readings = spark.sql(job["timed"])
    readings.write.saveAsTable(table)
    seconds = time.perf_counter() - start
    # Planned as it was run; what adaptive execution then makes of it has no other joins.
    plan = spark.sql(job["timed"])._jdf.queryExecution().executedPlan().toString()
    checks = [spark.sql(check).collect()[0].asDict() for check in job["checks"]]
    print(json.dumps({
        "version": spark.version,
        "seconds": seconds,
        "checks": checks,
        "plan": plan,
    }))
    spark.stop()


def session(job: dict) -> SparkSession:
    logging.getLogger("py4j").setLevel(logging.ERROR)
    builder = SparkSession.builder.master(f"local[{job['cores']}]").appName("core-hours")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.memory": job["memory"],
        "spark.local.dir": job["folder"],
        "spark.sql.warehouse.dir": f"{job['folder']}/warehouse",
        "spark.sql.shuffle.partitions": str(job["partitions"]),
        "spark.sql.maxPlanStringLength": str(100_000_000),
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    made = builder.getOrCreate()
    made.sparkContext.setLogLevel("ERROR")
    return made


main(sys.argv[1])
