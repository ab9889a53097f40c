-- Every schema that was ever registered. What it says never changes; the tables follow from it.
CREATE TABLE metadata.schemas (
  id text NOT NULL,
  version text NOT NULL,
  major integer NOT NULL,
  minor integer NOT NULL,
  patch integer NOT NULL,
  fields jsonb NOT NULL,
  registered_by text,
  registered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, major, minor, patch),
  UNIQUE (id, version)
);
GRANT SELECT ON metadata.schemas TO metadata_service;

-- The rules of many-valued fields: a CHECK may not hold a subquery, but may call these.
CREATE FUNCTION metadata.each_matches(vals text[], pattern text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(bool_and(v ~ pattern), true) FROM unnest(vals) v);
CREATE FUNCTION metadata.each_length(vals text[], low integer, high integer) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(bool_and(char_length(v) >= coalesce(low, 0) AND char_length(v) <= coalesce(high, 2147483647)), true) FROM unnest(vals) v);
CREATE FUNCTION metadata.each_between(vals double precision[], low double precision, high double precision) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(bool_and(v >= coalesce(low, '-infinity') AND v <= coalesce(high, 'infinity')), true) FROM unnest(vals) v);
