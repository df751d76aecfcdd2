#!/usr/bin/env bash
# Runs a command with SPARK_PYTHON set to a Python that has Apache Spark, and SQLGLOT_PYTHON to one that
# has sqlglot:
#   warehouse/with-spark.sh npm run warehouse -- readings --tickets 20000
# Installs what is missing: Debian's Java 17 and venv, and both packages into warehouse/.venv.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/python/venv.sh"

if ! command -v java >/dev/null; then
  "$here/../tools/apt-install.sh" openjdk-17-jre-headless ||
    "$here/../tools/apt-install.sh" default-jre-headless
fi
make_venv pyspark "pyspark==4.3.0"
make_venv sqlglot "sqlglot==30.30.0"
export SQLGLOT_PYTHON="$VENV/bin/python"
export SPARK_PYTHON="$VENV/bin/python"
# Only this machine, whatever its name resolves to.
export SPARK_LOCAL_IP=127.0.0.1
"$@"
