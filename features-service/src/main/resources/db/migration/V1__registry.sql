-- Every hook that was registered. The tables follow from it.
CREATE TABLE features.hooks (
  name text PRIMARY KEY,
  cardinality text NOT NULL CHECK (cardinality IN ('one', 'many')),
  columns jsonb NOT NULL,
  registered_by text,
  registered_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT ON features.hooks TO features_service;

-- Which release of which hook made rows, and when. Not secret: it says nothing about records.
CREATE TABLE features.runs (
  id uuid PRIMARY KEY,
  hook text NOT NULL REFERENCES features.hooks (name),
  release text NOT NULL CHECK (length(release) BETWEEN 1 AND 200),
  started_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN features.runs.release IS 'The release of the hook that ran';
COMMENT ON COLUMN features.runs.started_at IS 'When its rows were put';
GRANT SELECT, INSERT ON features.runs TO features_service;
