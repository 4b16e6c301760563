#!/bin/bash
# A database and a role of its own for each service. Run by the image of PostgreSQL when its volume is new.
set -euo pipefail
for name in catalog review vote newsletter; do
  PASSWORD_FILE=/run/secrets/$name-database psql -v ON_ERROR_STOP=1 -v name="$name" --no-psqlrc \
    --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\set password `cat "$PASSWORD_FILE"`
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT, TEMPORARY ON DATABASE :"name" FROM PUBLIC;
SQL
done
