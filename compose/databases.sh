#!/bin/bash
# A database and a role of its own for each service that has none yet. Run by the image of PostgreSQL when its volume is new; by
# hand for what is missing in an older one, see docs/operations.md, "Upgrade"; by kubernetes/databases on a server elsewhere,
# which PGHOST names.
set -euo pipefail
export PGPASSWORD=${PGPASSWORD:-$(</run/secrets/postgres)}
superuser() { psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres "$@"; }

for name in catalog review vote newsletter gateway; do
  [ "$(superuser -qtAc "SELECT 1 FROM pg_database WHERE datname = '$name'")" != 1 ] || continue
  PASSWORD_FILE=/run/secrets/$name-database superuser -v name="$name" <<'SQL'
\set password `cat "$PASSWORD_FILE"`
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT, TEMPORARY ON DATABASE :"name" FROM PUBLIC;
SQL
done
