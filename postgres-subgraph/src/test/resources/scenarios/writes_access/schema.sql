CREATE TABLE note (
  id integer PRIMARY KEY, owner text NOT NULL DEFAULT weft.user_id(), readable_from timestamptz NOT NULL DEFAULT '-infinity', words text
);
COMMENT ON TABLE note IS '@writable';
CREATE TABLE remark (id integer PRIMARY KEY, note_id integer NOT NULL REFERENCES note, answers integer REFERENCES remark, words text);
COMMENT ON TABLE remark IS '@writable insert, update, delete';
INSERT INTO note VALUES (1, 'ada', '-infinity', 'open to all'), (2, 'ada', 'infinity', 'for ada'), (3, 'bob', 'infinity', 'for bob'), (4, 'bob', '-infinity', 'open too');
INSERT INTO remark VALUES (1, 1, NULL, 'on one');
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON note FOR SELECT USING (readable_from <= now() OR owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20);
CREATE POLICY written ON note FOR ALL USING ((SELECT weft.role_rank()) >= 10 AND (owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20));
