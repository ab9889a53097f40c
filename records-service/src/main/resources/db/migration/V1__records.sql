-- A record's row never changes once it is published, but for when it may be read: the service's role may update that one column only.
-- Who may see and write which row is decided here, by local predicates that an index can serve (see weft.user_id and weft.role_rank).

CREATE TABLE records.records (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  srn text NOT NULL,
  domain text NOT NULL,
  local_id text NOT NULL,
  version integer NOT NULL,
  convention_srn text NOT NULL,
  schema_id text NOT NULL,
  schema_version text NOT NULL,
  schema_srn text NOT NULL GENERATED ALWAYS AS ('urn:osa:' || domain || ':schema:' || schema_id || '@' || schema_version) STORED,
  source text NOT NULL,
  owner text NOT NULL,
  readable_from timestamptz NOT NULL,
  visibility text NOT NULL GENERATED ALWAYS AS (
    CASE readable_from WHEN '-infinity' THEN 'PUBLIC' WHEN 'infinity' THEN 'RESTRICTED' ELSE 'EMBARGOED' END) STORED,
  embargoed_until timestamptz GENERATED ALWAYS AS (CASE WHEN isfinite(readable_from) THEN readable_from END) STORED,
  published_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT records_srn_key UNIQUE (srn),
  CONSTRAINT records_source_key UNIQUE (owner, source),
  -- What the other services' rows refer to: with it they carry who may see the record, and it stays true by ON UPDATE CASCADE.
  CONSTRAINT records_access_key UNIQUE (number, srn, readable_from, owner),
  CONSTRAINT records_domain_check CHECK (length(domain) <= 253 AND domain ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$'),
  CONSTRAINT records_local_id_check CHECK (local_id ~ '^[a-z0-9-]{3,64}$'),
  CONSTRAINT records_version_check CHECK (version >= 1),
  CONSTRAINT records_srn_check CHECK (srn = 'urn:osa:' || domain || ':rec:' || local_id || '@' || version),
  CONSTRAINT records_convention_srn_check CHECK (convention_srn ~ '^urn:osa:[a-z0-9.-]+:conv:[a-z0-9-]{3,64}(@[0-9a-z.+-]+)?$'),
  CONSTRAINT records_schema_id_check CHECK (schema_id ~ '^[a-z][a-z0-9-]{2,63}$'),
  CONSTRAINT records_schema_version_check CHECK (schema_version ~ '^[0-9]+\.[0-9]+\.[0-9]+([-+][0-9a-z.+-]+)?$'),
  CONSTRAINT records_source_check CHECK (length(source) BETWEEN 1 AND 1000),
  CONSTRAINT records_owner_check CHECK (length(owner) BETWEEN 1 AND 255)
);

CREATE INDEX records_published_at ON records.records (published_at, number);
CREATE INDEX records_schema ON records.records (schema_id, schema_version, number);
CREATE INDEX records_versions ON records.records (domain, local_id, version);

COMMENT ON TABLE records.records IS 'A published record. What it says never changes; a correction is a new version.';
COMMENT ON COLUMN records.records.number IS 'The key services use among themselves.';
COMMENT ON COLUMN records.records.version IS 'Counts the versions of one record, from 1.';
COMMENT ON COLUMN records.records.source IS 'The publisher''s own name for it; one owner uses it once.';
COMMENT ON COLUMN records.records.owner IS 'The user who published it.';
COMMENT ON COLUMN records.records.visibility IS 'Who may read it.';
COMMENT ON COLUMN records.records.embargoed_until IS 'When it becomes, or became, public; null unless it is or was embargoed.';
COMMENT ON COLUMN records.records.published_at IS 'When this version was published.';

ALTER TABLE records.records ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.records FORCE ROW LEVEL SECURITY;

CREATE POLICY readable ON records.records FOR SELECT
  USING (readable_from <= now() OR owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20);
CREATE POLICY publishable ON records.records FOR INSERT TO records_service
  WITH CHECK ((SELECT weft.role_rank()) >= 10 AND (owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20));
CREATE POLICY changeable ON records.records FOR UPDATE TO records_service
  USING ((SELECT weft.role_rank()) >= 10 AND (owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20));

GRANT SELECT, INSERT, UPDATE (readable_from) ON records.records TO records_service;
GRANT SELECT, REFERENCES ON records.records TO metadata_owner, features_owner, search_owner;
GRANT SELECT ON records.records TO metadata_service, features_service, search_service;
