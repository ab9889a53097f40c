CREATE EXTENSION IF NOT EXISTS citext SCHEMA public;
CREATE EXTENSION IF NOT EXISTS hstore SCHEMA public;
CREATE TYPE mood AS ENUM ('well', 'in pain', 'in-pain', '2nd', 'true');
COMMENT ON TYPE mood IS 'How somebody feels';
CREATE DOMAIN percent AS numeric CHECK (VALUE BETWEEN 0 AND 100);
COMMENT ON DOMAIN percent IS 'Of a hundred';
CREATE TYPE place AS (city text, zip char(5), since date, moods mood[]);
COMMENT ON COLUMN place.zip IS 'As the post has it';
CREATE TYPE floatrange AS RANGE (subtype = float8);

CREATE TABLE sample (
  id integer PRIMARY KEY,
  -- texts
  plain text, short varchar(10), fixed char(5), called name, caseless citext,
  -- numbers
  small smallint, whole integer, big bigint, exact numeric, scaled numeric(10,2), single real, double double precision, price money, share percent,
  flag boolean, token uuid,
  -- times
  day date, moment timestamptz, local timestamp, clock time, clock_there timetz, took interval,
  -- documents and bytes
  doc json, docb jsonb, raw bytea, markup xml,
  -- addresses and bits
  host inet, net cidr, mac macaddr, mac8 macaddr8, bits bit(5), more_bits varbit,
  -- arrays
  words text[], grid integer[][], moods mood[], shares percent[], docs jsonb[], homes place[],
  feeling mood,
  -- ranges
  between_ints int4range, between_bigs int8range, between_nums numrange, between_days daterange, between_moments tstzrange, between_locals tsrange,
  between_floats floatrange, holes int4multirange,
  home place,
  -- search
  found tsvector, near vector(3), half halfvec(3), sparse sparsevec(5),
  -- known to nobody here
  spot point, pairs hstore
);
COMMENT ON COLUMN sample.double IS E'Of double precision.\nUnit: m/s';

INSERT INTO sample VALUES
(1, 'a "quoted" \ text, {with} (all)', 'short', 'ab', 'named', 'CaseLess',
 -32768, 2147483647, 9223372036854775807, 123456789012345678901234567890.123456789, 0.10, 0.1, 0.1, '-1234.5', 12.5,
 true, '123e4567-e89b-12d3-a456-426614174000',
 '2020-02-29', '2020-02-29 12:30:00.123456+02', '2020-02-29 12:30:00.5', '12:30:00.25', '12:30:00+02', '1 year 2 mons 3 days 04:05:06.5',
 '{"a": 1.50, "b": [1, null]}', '{"a": 12345678901234567890.5, "b": ["x"]}', '\x00ff10', '<a>1</a>',
 '10.1.2.3/8', '10.0.0.0/8', '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05', B'10110', B'101',
 ARRAY['a,b', NULL, '', 'NULL', '"q"'], '{{1,2},{3,4}}', '{well,"in pain"}', '{1,99.5}', ARRAY['{"k": 1}', 'null']::jsonb[],
 ARRAY[ROW('Ulm', '89073', '2001-01-01', '{well}')::place, NULL],
 'in pain', '[1,5)', '(,9000000000)', '(0.5,1.5]', '[2020-01-01,2020-02-01)', '["2020-01-01 00:00+00",)', '[2020-01-01 00:00,2020-01-02 00:00]',
 '(0.25,0.75)', '{[1,3),[5,9)}',
 ROW('Bad "Ems", (an der Lahn)', '56130', NULL, '{2nd,"in-pain"}'),
 'fat:2 cat:3', '[1,0,0]', '[1,0.5,0]', '{1:0.5,3:2}/5', '(1,2)', 'a=>1'),
(2, '', '', '', '', 'other', 0, 0, 0, 'NaN', 0, '-0', 'NaN', '0', 0, false, '00000000-0000-0000-0000-000000000000',
 '0001-01-01', '1970-01-01 00:00+00', '1970-01-01 00:00', '00:00', '00:00+00', '0', '1', '{}', '', '<b/>', '::1', '::/0', '00:00:00:00:00:00', '00:00:00:00:00:00:00:00',
 B'00000', B'', '{}', '{}', '{}', '{}', '{}', '{}', '2nd', 'empty', 'empty', '(,)', 'empty', '(,)', 'empty', 'empty', '{}', ROW(NULL, NULL, NULL, NULL),
 '', '[0,1,0]', '[0,1,0]', '{}/5', '(0,0)', '');
INSERT INTO sample (id) VALUES (3);

CREATE VIEW calm AS SELECT id, plain, feeling FROM sample WHERE feeling IS DISTINCT FROM 'in pain';
COMMENT ON VIEW calm IS E'Who is not in pain\n@key id\n@foreignKey (id) references sample (id)';
CREATE MATERIALIZED VIEW counted AS SELECT feeling, count(*) AS many FROM sample GROUP BY feeling;
CREATE TABLE keyless (word text);
CREATE TABLE closed (id integer PRIMARY KEY);
CREATE VIEW misnamed AS SELECT id FROM sample;
COMMENT ON VIEW misnamed IS '@key nr';
CREATE VIEW lost AS SELECT id FROM sample;
COMMENT ON VIEW lost IS E'@key id\n@foreignKey (id) references nowhere (id)';
CREATE TABLE half_open (id integer PRIMARY KEY, secret text);
REVOKE ALL ON closed, half_open FROM records_service;
GRANT SELECT (id) ON half_open TO records_service;
