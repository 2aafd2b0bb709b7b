#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own on a free port. The command finds its address in
# SIGAP_TEST_POSTGRES and the folder of the server's programs in SIGAP_TEST_POSTGRES_BIN. The server
# and its data are gone afterwards; with --durable it waits for the disk like one that is to last.
set -euo pipefail

# The data of tests need not survive a loss of power; crash tests start servers of their own.
fsync=off
if [ "${1:-}" = --durable ]; then
    fsync=on
    shift
fi

bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -1)
[ -n "$bin" ] || { echo "PostgreSQL is not installed: Scripts/install.sh unit" >&2; exit 4; }

folder=$(mktemp -d "${TMPDIR:-/tmp}/sigap-postgres-XXXXXX")
as_server=()
if [ "$(id -u)" -eq 0 ]; then
    # PostgreSQL refuses to run as root.
    chown postgres "$folder"
    as_server=(setpriv --reuid=postgres --regid=postgres --init-groups)
fi
stop() {
    "${as_server[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT INT TERM

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cd "$folder"
"${as_server[@]}" "$bin/initdb" -D "$folder/data" -U sigap -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
"${as_server[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w start -o "-p $port -k $folder \
-c listen_addresses=127.0.0.1 -c fsync=$fsync -c max_wal_size=4GB -c max_connections=400 -c shared_buffers=256MB" >/dev/null
cd - >/dev/null
export SIGAP_TEST_POSTGRES="postgresql://sigap@127.0.0.1:$port/postgres"
export SIGAP_TEST_POSTGRES_BIN="$bin"
"$@"
