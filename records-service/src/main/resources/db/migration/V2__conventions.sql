-- What a kind of deposit uses. Everybody may read it; a record names its convention whether it is registered or not.

CREATE TABLE records.conventions (
  srn text PRIMARY KEY,
  title text NOT NULL,
  description text,
  schema_id text NOT NULL,
  schema_version text NOT NULL,
  hooks text[] NOT NULL,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT conventions_srn_check CHECK (srn ~ '^urn:osa:[a-z0-9.-]+:conv:[a-z0-9-]{3,64}(@[0-9a-z.+-]+)?$'),
  CONSTRAINT conventions_title_check CHECK (length(title) BETWEEN 1 AND 300),
  CONSTRAINT conventions_description_check CHECK (length(description) <= 10000),
  CONSTRAINT conventions_schema_id_check CHECK (schema_id ~ '^[a-z][a-z0-9-]{2,63}$'),
  CONSTRAINT conventions_schema_version_check CHECK (schema_version ~ '^[0-9]+\.[0-9]+\.[0-9]+([-+][0-9a-z.+-]+)?$')
);

COMMENT ON TABLE records.conventions IS 'What a kind of deposit uses: a schema and hooks.';
COMMENT ON COLUMN records.conventions.title IS 'For people.';
COMMENT ON COLUMN records.conventions.hooks IS 'The hooks that are run over its records, by name.';
COMMENT ON COLUMN records.conventions.registered_at IS 'When it was registered; it never changes after that.';

ALTER TABLE records.conventions ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.conventions FORCE ROW LEVEL SECURITY;

CREATE POLICY readable ON records.conventions FOR SELECT USING (true);
CREATE POLICY registrable ON records.conventions FOR INSERT TO records_service WITH CHECK ((SELECT weft.role_rank()) >= 20);

GRANT SELECT, INSERT ON records.conventions TO records_service;

-- The records of a convention, in the order of their keys, with what the row rule asks beside them.
CREATE INDEX records_convention ON records.records (convention_srn, number) INCLUDE (readable_from, owner);
