-- What only a superuser can do for Weft, once per database and as often as one likes: roles, schemas, extensions, the functions that tell
-- who asks. Everything inside the schemas is the services' own, made by their migrations.
--
-- Run it in the database Weft is to live in:   psql --set ON_ERROR_STOP=1 --single-transaction --file bootstrap.sql "$WEFT_DATABASE_URL"
-- then give the eight login roles passwords:   ALTER ROLE records_owner PASSWORD '…';
-- `./weft demo`, the tests and Docker Compose do both.
--
-- Per service S: role S_owner owns schema S, migrates it and makes its tables; role S_service owns nothing and answers requests.
-- Neither may bypass row-level security, and the services force it on their own tables.
-- Roles belong to the whole server: databases that share a server share them, and each has its own grants.

SET client_min_messages = warning;

CREATE EXTENSION IF NOT EXISTS vector;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

DO $roles$
DECLARE
  service text;
  role text;
BEGIN
  FOREACH service IN ARRAY ARRAY['records', 'metadata', 'features', 'search'] LOOP
    FOREACH role IN ARRAY ARRAY[service || '_owner', service || '_service'] LOOP
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
        BEGIN
          EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', role);
        EXCEPTION
          -- The same script, running in another database of this server.
          WHEN duplicate_object OR unique_violation THEN NULL;
        END;
      END IF;
      EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', current_database(), role);
    END LOOP;
    IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = service) THEN
      -- Only a member may hand a schema over, and a managed server's administrator is not a member by itself.
      IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT %I TO CURRENT_USER', service || '_owner');
      END IF;
      EXECUTE format('CREATE SCHEMA %I AUTHORIZATION %I', service, service || '_owner');
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', service, service || '_service');
  END LOOP;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
END
$roles$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Foreign keys to records.records, and policies that look at it. The grants on the table itself are records-service's, who makes it.
GRANT USAGE ON SCHEMA records TO metadata_owner, metadata_service, features_owner, features_service, search_owner, search_service;

CREATE SCHEMA IF NOT EXISTS weft;
GRANT USAGE ON SCHEMA weft TO PUBLIC;

-- Policies call these as (SELECT weft.user_id()): evaluated once per statement, not once per row, and not at all where every row is public. In plpgsql,
-- because of a function in SQL the planner reads and simplifies the body again for each table of each statement: a third of what it does.
CREATE OR REPLACE FUNCTION weft.user_id() RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  AS $caller$ BEGIN RETURN nullif(current_setting('weft.user_id', true), ''); END $caller$;
COMMENT ON FUNCTION weft.user_id() IS 'The caller of this transaction; null: anonymous';

CREATE OR REPLACE FUNCTION weft.role_rank() RETURNS integer
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  AS $caller$ BEGIN RETURN coalesce(nullif(current_setting('weft.role_rank', true), '')::integer, 0); END $caller$;
COMMENT ON FUNCTION weft.role_rank() IS 'The rank of the caller''s role: PUBLIC 0, DEPOSITOR 10, CURATOR 20, ADMIN 30, SUPERADMIN 40';

-- Tells the services that listen on weft_schema of every change of a schema, once per transaction and schema; an empty word means that it may
-- concern any. It never stands in the way of the change itself. Temporary tables and refreshed views change nothing that is published.
CREATE OR REPLACE FUNCTION weft.tell_schema_change() RETURNS event_trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog
AS $tell$
DECLARE
  changed text;
BEGIN
  IF tg_tag = 'REFRESH MATERIALIZED VIEW' THEN
    RETURN;
  END IF;
  IF tg_event = 'sql_drop' THEN
    FOR changed IN SELECT DISTINCT coalesce(schema_name, '') FROM pg_event_trigger_dropped_objects() WHERE NOT is_temporary LOOP
      PERFORM pg_notify('weft_schema', changed);
    END LOOP;
  ELSE
    FOR changed IN SELECT DISTINCT coalesce(schema_name, '') FROM pg_event_trigger_ddl_commands() LOOP
      IF changed NOT LIKE 'pg\_temp%' THEN
        PERFORM pg_notify('weft_schema', changed);
      END IF;
    END LOOP;
  END IF;
EXCEPTION WHEN OTHERS THEN
  RAISE LOG 'weft.tell_schema_change: %', SQLERRM;
END
$tell$;
COMMENT ON FUNCTION weft.tell_schema_change() IS 'Tells listening services that tables have changed';

-- Only a superuser may make event triggers. Without them the services look at the catalog every few seconds instead.
DO $triggers$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_event_trigger WHERE evtname = 'weft_schema_changed') THEN
    CREATE EVENT TRIGGER weft_schema_changed ON ddl_command_end EXECUTE FUNCTION weft.tell_schema_change();
  END IF;
  IF NOT EXISTS (SELECT FROM pg_event_trigger WHERE evtname = 'weft_schema_dropped') THEN
    CREATE EVENT TRIGGER weft_schema_dropped ON sql_drop EXECUTE FUNCTION weft.tell_schema_change();
  END IF;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE 'no event triggers (%): changes of tables are found by looking', SQLERRM;
END
$triggers$;

RESET client_min_messages;
