ALTER FUNCTION ts_match_vq(tsvector, tsquery) LEAKPROOF;
ALTER FUNCTION jsonb_contains(jsonb, jsonb) LEAKPROOF;
ALTER FUNCTION similarity_op(text, text) LEAKPROOF;
CREATE TABLE note (
  id integer PRIMARY KEY, code text NOT NULL UNIQUE, owner text NOT NULL, readable_from timestamptz NOT NULL, kind text NOT NULL, stars integer NOT NULL,
  words text NOT NULL, extra jsonb NOT NULL, tags text[] NOT NULL, found tsvector GENERATED ALWAYS AS (to_tsvector('english', words)) STORED, place vector(3) NOT NULL
);
CREATE TABLE remark (id integer PRIMARY KEY, note_id integer NOT NULL REFERENCES note, owner text NOT NULL, readable_from timestamptz NOT NULL, words text NOT NULL);
INSERT INTO note (id, code, owner, readable_from, kind, stars, words, extra, tags, place)
SELECT i, 'n' || i, CASE WHEN i % 5 = 0 THEN 'ada' ELSE 'bob' END, CASE WHEN i % 10 = 0 THEN timestamptz 'infinity' ELSE '-infinity' END, 'kind' || i % 40, i * 7919 % 20011,
       'word' || i % 500 || ' common', jsonb_build_object('k', i % 1000), ARRAY['t' || i % 300], ARRAY[i % 97, i % 89, 1 + i % 83]::vector
FROM generate_series(1, 20000) i;
INSERT INTO remark SELECT i, 1 + i % 20000, 'bob', '-infinity', 'on ' || i FROM generate_series(1, 40000) i;
CREATE INDEX note_kind_stars ON note (kind, stars, id);
CREATE INDEX note_stars ON note (stars, id);
CREATE INDEX note_found ON note USING gin (found);
CREATE INDEX note_code ON note USING gin (code gin_trgm_ops);
CREATE INDEX note_extra ON note USING gin (extra jsonb_path_ops);
CREATE INDEX note_tags ON note USING gin (tags);
CREATE INDEX note_place ON note USING hnsw (place vector_cosine_ops);
CREATE INDEX remark_note ON remark (note_id);
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON note USING (readable_from <= now() OR owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20);
ALTER TABLE remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON remark USING (readable_from <= now() OR owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20);
ANALYZE;
