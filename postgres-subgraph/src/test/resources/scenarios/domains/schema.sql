CREATE EXTENSION IF NOT EXISTS hstore SCHEMA public;
CREATE TYPE size AS ENUM ('small', 'large', 'extra large');
CREATE DOMAIN shirt AS size;
CREATE DOMAIN note AS json;
CREATE DOMAIN pairs AS hstore;
CREATE DOMAIN numbers AS integer[];
CREATE DOMAIN notes AS json[];
CREATE DOMAIN flags AS bit(3)[];
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TYPE positiverange AS RANGE (subtype = positive);
CREATE TYPE code AS (zip char(5), codes char(3)[]);

CREATE TABLE thing (
  id shirt PRIMARY KEY,
  shirt shirt, note note, pairs pairs,
  numbers numbers, lists numbers[], notes notes, flags flags, bits bit(3)[],
  between positiverange,
  codes char(3)[], code code,
  local timestamp, took interval,
  twos int2vector, boxes box[]
);
COMMENT ON TABLE thing IS '@writable';
INSERT INTO thing VALUES
('small', 'extra large', '{"a": 1}', 'a=>1', '{1,2}', ARRAY['{1,2}', '{3}']::numbers[], ARRAY['{"a": 1}']::json[], ARRAY[B'101'], ARRAY[B'011', B'101'],
 '[1,5)', '{a,bc}', ROW('1', '{x}'), '0044-03-15 12:00 BC', 'infinity', '1 2', '{(0,0),(1,1);(2,2),(3,3)}'),
('large', 'small', '{"b": 1}', 'b=>1', '{}', '{}', '{}', '{}', '{}', 'empty', '{}', NULL, '-infinity', '-1 year 2 mons -3 days 04:05:06', '', '{}');
INSERT INTO thing (id) VALUES ('extra large');

CREATE TABLE shelf (id integer PRIMARY KEY);
CREATE TABLE worn (id integer PRIMARY KEY, shelf_id integer REFERENCES shelf, shirt shirt);
CREATE TABLE pile (shirt shirt PRIMARY KEY, shelf_id integer REFERENCES shelf);
ALTER TABLE shelf ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON shelf USING (id < 3);
COMMENT ON TABLE pile IS '@writable';
INSERT INTO shelf VALUES (1), (2), (3);
INSERT INTO worn VALUES (1, 1, 'large'), (2, 1, 'small'), (3, 2, 'small');

CREATE DOMAIN percent AS numeric CHECK (VALUE BETWEEN 0 AND 100);
CREATE TYPE percentrange AS RANGE (subtype = percent);
CREATE DOMAIN known AS text NOT NULL CHECK (VALUE <> '');
CREATE TYPE knownrange AS RANGE (subtype = known);
CREATE TABLE mix (
  id integer PRIMARY KEY, part percent, parts percent[], spread percentrange, spreads percentmultirange, letters knownrange, words known[]
);
CREATE INDEX ON mix USING gin (parts);
INSERT INTO mix VALUES (1, 5, '{1,99.5}', '[5,100]', '{[5,10],[20,100]}', '[a,c)', '{a,b}'), (2, NULL, '{}', 'empty', '{}', 'empty', '{}'), (3, NULL, NULL, NULL, NULL, NULL, NULL);
