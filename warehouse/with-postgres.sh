#!/usr/bin/env bash
# Runs a command with DATABASE_URL set to a PostgreSQL that lives only as long as it does:
#   warehouse/with-postgres.sh npm run warehouse -- check
# The newest PostgreSQL that is installed; Debian's package if there is none.
set -euo pipefail

bin_dir() {
  {
    find /usr/lib/postgresql /usr/pgsql-* -name initdb -printf '%h\n' 2>/dev/null | sort -V || true
    if command -v initdb >/dev/null; then dirname "$(command -v initdb)"; fi
  } | tail -n 1
}

bin=$(bin_dir)
if [ -z "$bin" ]; then
  "$(dirname "$0")/../tools/apt-install.sh" postgresql
  bin=$(bin_dir)
fi

# PostgreSQL refuses to run as root; Debian's package brings a user for it.
as_user=()
if [ "$(id -u)" -eq 0 ]; then as_user=(runuser -u postgres --); fi

folder=$(mktemp -d)
stop() {
  if [ -e "$folder/data/postmaster.pid" ]; then
    "${as_user[@]}" "$bin/pg_ctl" --pgdata="$folder/data" --mode=fast --silent stop || true
  fi
  rm -rf "$folder"
}
trap stop EXIT

# Nothing outside the folder, and no port: the socket lies in it, and who may open it may log in.
if [ "$(id -u)" -eq 0 ]; then chown postgres "$folder"; fi
(
  cd "$folder"
  "${as_user[@]}" "$bin/initdb" --pgdata="$folder/data" --username=core --auth=trust \
    --encoding=UTF8 --locale=C --no-sync >/dev/null
  "${as_user[@]}" "$bin/pg_ctl" --pgdata="$folder/data" --log="$folder/log" --wait --silent \
    --options="-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off" start ||
    { cat "$folder/log" >&2; exit 1; }
)
export DATABASE_URL="postgresql://core@/postgres?host=$folder"
"$@"
