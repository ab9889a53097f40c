CREATE TYPE stay AS (since date, until timestamptz);
CREATE TABLE event (
  id integer PRIMARY KEY, day date, moment timestamptz, local timestamp, days date[], moments timestamptz[],
  between_days daterange, between_moments tstzrange, stay stay
);
COMMENT ON TABLE event IS '@writable';
INSERT INTO event VALUES
(1, '2020-02-29', '2020-02-29 12:30+00', '2020-02-29 12:30', '{2020-02-29,infinity}', '{2020-02-29 12:30+00,-infinity}', '[2020-01-01,infinity)', '[2020-01-01,infinity]', ROW('2020-01-01', 'infinity')),
(2, 'infinity', 'infinity', 'infinity', '{infinity}', '{infinity}', '[infinity,infinity]', NULL, NULL),
(3, '-infinity', '-infinity', '-infinity', '{}', '{}', NULL, NULL, NULL),
(4, '0044-03-15 BC', '0044-03-15 12:00+00 BC', '0044-03-15 12:00 BC', '{0001-12-31 BC}', '{0001-12-31 00:00+00 BC}', '[0044-03-15 BC,0001-01-01)', NULL, ROW('0044-03-15 BC', '0044-03-15 12:00:00.25+00 BC')),
(5, '12020-01-01', '12020-01-01 00:00+00', '12020-01-01', '{12020-01-01}', '{12020-01-01 00:00+00}', NULL, NULL, NULL),
(6, '5874897-12-31', '294276-12-31 23:59:59.999999+00', '294276-12-31 23:59:59.999999', NULL, NULL, NULL, NULL, NULL),
(7, '4713-01-01 BC', '4713-01-01 00:00+00 BC', '4713-01-01 BC', NULL, NULL, NULL, NULL, NULL),
(8, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
