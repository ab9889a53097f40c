CREATE TYPE grade AS ENUM ('poor', 'fair', 'good');
CREATE TABLE site (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE sample (
  id integer PRIMARY KEY, site_id integer REFERENCES site, species text, tissue text, grade grade, counted integer, reads bigint, mass numeric(8,3), score double precision,
  single real, price money, taken date, seen timestamptz, fresh boolean, token uuid
);
INSERT INTO site VALUES (1, 'north'), (2, 'south'), (3, 'none');
INSERT INTO sample
SELECT n, 1 + n % 2, (ARRAY['mouse', 'rat', NULL])[1 + n % 3], (ARRAY['liver', 'brain'])[1 + n / 3 % 2], (ARRAY['poor', 'fair', 'good'])[1 + n % 3]::grade,
  CASE WHEN n % 5 > 0 THEN n END, 9007199254740993 + n, n * 1.125, n / 4.0, n / 10.0, n * 1.25, date '2020-01-10' + n * 9, timestamptz '2020-01-10 00:00+00' + n * interval '9 days', n % 2 = 0,
  ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid
FROM generate_series(1, 12) n;
