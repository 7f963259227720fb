#!/bin/bash
# Runs a command with a PostgreSQL server of its own, which is gone afterwards:
#     tests/with_postgres.sh ctest --preset release
# The server listens on a socket in a temporary folder and nowhere else; the command finds it through
# DUDAO_TEST_POSTGRES. A server that this variable names already is used as it is.
# shellcheck disable=SC2317  # traps call what seems never to be called
set -euo pipefail

if [[ $# -eq 0 ]]; then
    sed -n '2,5s/^# //p' "$0"
    exit 2
fi
if [[ -n ${DUDAO_TEST_POSTGRES:-} ]]; then
    exec "$@"
fi

programs=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1) || true
if [[ ! -x $programs/initdb ]]; then
    echo "with_postgres.sh: PostgreSQL is not installed; try: cmake/packages.sh test" >&2
    exit 1
fi

# initdb refuses to work for root.
as_server() {
    if [[ $EUID -eq 0 ]]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

folder=$(mktemp -d /tmp/dudao-postgres-XXXXXX)
child=
finish() {
    trap - EXIT INT TERM HUP
    if [[ -n $child ]] && kill -0 "$child" 2>/dev/null; then
        kill -TERM "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    fi
    as_server "$programs/pg_ctl" -D "$folder/data" -m immediate -w -t 20 stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap finish EXIT
trap 'finish; exit 130' INT
trap 'finish; exit 143' TERM HUP

if [[ $EUID -eq 0 ]]; then
    chown postgres: "$folder"
fi
cd "$folder"
{
    # Nothing here outlives the tests, so nothing needs to reach the disk.
    as_server "$programs/initdb" -D "$folder/data" --username=postgres --auth=trust --no-sync \
        --encoding=UTF8 --locale=C
    as_server "$programs/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/log" start -o "\
        -c listen_addresses='' -c unix_socket_directories='$folder' \
        -c fsync=off -c full_page_writes=off -c synchronous_commit=off \
        -c shared_buffers=32MB -c max_connections=40"
} >"$folder/start" 2>&1 || {
    echo "with_postgres.sh: PostgreSQL does not start:" >&2
    cat "$folder/start" "$folder/log" >&2 2>/dev/null || true
    exit 1
}
cd "$OLDPWD"

export DUDAO_TEST_POSTGRES="postgresql://${folder//\//%2F}/postgres?user=postgres"
"$@" <&0 &
child=$!
code=0
wait "$child" || code=$?
child=
exit "$code"
