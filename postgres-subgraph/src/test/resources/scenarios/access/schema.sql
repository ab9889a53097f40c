CREATE TABLE note (
  id integer PRIMARY KEY, owner text NOT NULL, readable_from timestamptz NOT NULL, words text, place vector(2)
);
COMMENT ON COLUMN note.words IS '@searchable';
COMMENT ON COLUMN note.readable_from IS '@omit';
CREATE TABLE remark (id integer PRIMARY KEY, note_id integer NOT NULL REFERENCES note, words text);
INSERT INTO note VALUES (1, 'ada', '-infinity', 'open to all', '[1,0]'), (2, 'ada', 'infinity', 'for ada', '[0,1]'), (3, 'bob', 'infinity', 'for bob', '[1,1]'), (4, 'bob', '-infinity', NULL, NULL);
INSERT INTO remark VALUES (1, 1, 'on one'), (2, 2, 'on two'), (3, 3, 'on three');
CREATE INDEX ON note USING hnsw (place vector_cosine_ops);
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON note USING (readable_from <= now() OR owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20);
