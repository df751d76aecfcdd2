#!/usr/bin/env bash
# Runs the dbt package in DuckDB: its seeds, its models and its tests. Installs what is missing into
# warehouse/.venv.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/python/venv.sh"

make_venv dbt.adapters.duckdb "dbt-core==1.10.13" "dbt-adapters==1.16.7" "dbt-duckdb==1.9.6" "duckdb==2.0.1"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export CORE_HOURS_DUCKDB="$folder/core_hours.duckdb" DO_NOT_TRACK=1 DBT_USE_COLORS=0
"$VENV/bin/dbt" build --project-dir "$here/dbt" --profiles-dir "$here/dbt" \
  --target-path "$folder/target" --log-path "$folder/logs"
