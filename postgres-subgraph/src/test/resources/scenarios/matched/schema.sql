CREATE TABLE note (id integer PRIMARY KEY, owner text NOT NULL, hidden boolean NOT NULL, found tsvector);
INSERT INTO note SELECT n, CASE WHEN n % 2 = 0 THEN 'ada' ELSE 'bob' END, n % 3 = 0,
  CASE WHEN n % 7 > 0 THEN to_tsvector('english', 'word' || n % 100 || ' common') END FROM generate_series(1, 2000) n;
CREATE INDEX note_found ON note USING gin (found);
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON note USING (NOT hidden OR owner = (SELECT weft.user_id()));
CREATE FUNCTION matching(wanted tsquery) RETURNS SETOF integer LANGUAGE sql STABLE ROWS 20 SECURITY DEFINER SET search_path = lab, pg_temp AS
  $$ SELECT id FROM note WHERE found @@ wanted $$;
COMMENT ON COLUMN note.found IS '@matchedBy lab.matching id';
ANALYZE;
