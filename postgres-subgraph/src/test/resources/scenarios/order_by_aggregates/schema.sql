CREATE TABLE site (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE room (site_id integer NOT NULL REFERENCES site, nr integer, PRIMARY KEY (site_id, nr));
CREATE TABLE measurement (
  id integer PRIMARY KEY, site_id integer, nr integer, FOREIGN KEY (site_id, nr) REFERENCES room,
  small smallint, whole integer, big bigint, exact numeric, single real, double double precision, price money, word text, token uuid, flag boolean
);
CREATE TABLE hint (id integer PRIMARY KEY, site_id integer NOT NULL REFERENCES site, note text);
COMMENT ON TABLE hint IS '@omit aggregate';
-- Nothing of these can be ordered by: but drawings and their plans by the pages of the drawing. A seal and its wax lead only to one another.
CREATE TABLE drawing (id integer PRIMARY KEY);
COMMENT ON COLUMN drawing.id IS '@omit order';
CREATE TABLE page (id integer PRIMARY KEY, drawing_id integer NOT NULL REFERENCES drawing);
CREATE TABLE plan (id integer PRIMARY KEY, drawing_id integer NOT NULL REFERENCES drawing);
COMMENT ON COLUMN plan.id IS '@omit order';
COMMENT ON COLUMN plan.drawing_id IS '@omit order';
CREATE TABLE seal (id integer PRIMARY KEY, shape json);
COMMENT ON COLUMN seal.id IS '@omit order';
CREATE TABLE wax (id integer PRIMARY KEY REFERENCES seal, shape json);
COMMENT ON COLUMN wax.id IS '@omit order';
INSERT INTO site VALUES (1, 'north'), (2, 'south');
INSERT INTO room VALUES (1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2);
-- 1.1 and 1.2 come to the same, 1.3 has no values, 1.4 has no measurements, 2.1 has one, 2.2 has nulls between.
INSERT INTO measurement VALUES
(1, 1, 1, 1, 1, 1, 0.1, 0.1, 0.1, 1, 'a', '00000000-0000-0000-0000-000000000001', true),
(2, 1, 1, 2, 2, 2, 0.2, 0.2, 0.2, 2, 'b', '00000000-0000-0000-0000-000000000002', false),
(3, 1, 1, 3, 3, 3, 0.3, 0.3, 0.3, 3, 'b', '00000000-0000-0000-0000-000000000002', false),
(4, 1, 2, 3, 3, 3, 0.3, 0.3, 0.3, 3, 'b', '00000000-0000-0000-0000-000000000002', false),
(5, 1, 2, 2, 2, 2, 0.2, 0.2, 0.2, 2, 'b', '00000000-0000-0000-0000-000000000002', false),
(6, 1, 2, 1, 1, 1, 0.1, 0.1, 0.1, 1, 'a', '00000000-0000-0000-0000-000000000001', true),
(7, 1, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(8, 2, 1, 32767, 2147483647, 9223372036854775807, 'NaN', 'Infinity', 1e300, 10, 'c', '00000000-0000-0000-0000-000000000003', true),
(9, 2, 2, -1, -1, -1, -1.50, -1.5, -1.5, -1, 'c', NULL, NULL),
(10, 2, 2, NULL, 2147483647, 9223372036854775807, 1e20, NULL, NULL, NULL, NULL, NULL, NULL),
(11, NULL, NULL, 9, 9, 9, 9, 9, 9, 9, 'z', NULL, NULL);
INSERT INTO hint VALUES (1, 1, 'left'), (2, 1, 'right');
INSERT INTO drawing VALUES (1), (2);
INSERT INTO page VALUES (1, 2), (2, 2), (3, 1);
INSERT INTO plan VALUES (1, 1), (2, 2);
INSERT INTO seal VALUES (1, '{}'), (2, '{}');
INSERT INTO wax VALUES (1, '{}'), (2, '{}');
