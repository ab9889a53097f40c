CREATE TYPE mood AS ENUM ('well', 'in pain');
CREATE DOMAIN zip AS text CHECK (length(VALUE) = 5);
CREATE TYPE span AS (since date, until timestamptz, times int4range);
CREATE TYPE place AS (city text, zip zip, moods mood[], stay span, at numeric(8,3), near vector(2), doc jsonb, host inet);
CREATE TABLE person (id integer PRIMARY KEY, home place, homes place[], stay span, spans datemultirange, visits tstzrange[], ages int8range);
COMMENT ON TABLE person IS '@writable';
INSERT INTO person VALUES
(1, ROW('Ulm', '89073', '{well,"in pain"}', ROW('2020-01-01', '2021-01-01 00:00+00', '[1,5)'), 1.5, '[1,0]', '{"a": [1, 2]}', '10.0.0.1'),
 ARRAY[ROW('Bad "Ems", (x)', '56130', NULL, NULL, NULL, NULL, NULL, NULL)::place, NULL], ROW('2020-01-01', NULL, 'empty'), '{[2020-01-01,2020-02-01),[2020-03-01,)}',
 '{"[2020-01-01 00:00+00,2020-01-02 00:00+00)",NULL,empty}', '[1,)'),
(2, ROW(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), '{}', ROW(NULL, NULL, NULL), '{}', '{}', 'empty'),
(3, NULL, NULL, NULL, NULL, NULL, NULL),
(4, ROW('', '00000', '{}', ROW('infinity', '-infinity', '(,)'), 'NaN', '[0,1]', 'null', '::1'), NULL, ROW('-infinity', 'infinity', '(,5]'), '{(,)}', NULL, '(,)');
