#!/usr/bin/env bash
# Installs a package of Debian or Ubuntu, as root or through sudo: tools/apt-install.sh chromium
set -euo pipefail

if ! command -v apt-get >/dev/null; then
  echo "$1 is missing, and there is no apt-get to install it with." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "$1 is missing; install it as root: apt-get install $1" >&2
    exit 1
  fi
  as_root=(sudo)
fi
"${as_root[@]}" apt-get update
"${as_root[@]}" apt-get install -y --no-install-recommends "$1"
