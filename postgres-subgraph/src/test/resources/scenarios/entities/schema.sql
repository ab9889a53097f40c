CREATE TYPE wing AS ENUM ('north', 'in the attic');
CREATE TABLE room (wing wing, number integer, name text NOT NULL UNIQUE, keeper uuid NOT NULL, PRIMARY KEY (wing, number));
CREATE TABLE item (id bigint PRIMARY KEY, label text UNIQUE, room_wing wing, room_number integer, seen timestamptz NOT NULL, owner text, FOREIGN KEY (room_wing, room_number) REFERENCES room);
ALTER TABLE item ADD UNIQUE (seen);
INSERT INTO room VALUES ('north', 1, 'hall', '123e4567-e89b-12d3-a456-426614174000'), ('in the attic', 1, 'loft', '123e4567-e89b-12d3-a456-426614174001');
INSERT INTO item VALUES (1, 'lamp', 'north', 1, '2026-01-01 00:00:00+00', NULL), (9007199254740993, 'chair', 'in the attic', 1, '2026-01-02 00:00:00+00', NULL), (3, NULL, NULL, NULL, '2026-01-03 00:00:00+00', 'ada');
ALTER TABLE item ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON item USING (owner IS NULL OR owner = (SELECT weft.user_id()));
