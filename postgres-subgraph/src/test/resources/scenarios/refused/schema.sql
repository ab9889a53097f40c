CREATE TABLE thing (
  id integer PRIMARY KEY, name text, tags text[], doc jsonb, near vector(3), half halfvec(3), sparse sparsevec(5),
  day date, moment timestamptz, local timestamp, clock time, took interval,
  small smallint, smalls smallint[], exact numeric(5,2), single real, singles real[],
  host inet, mac macaddr, span int4range, spot point, price money
);
COMMENT ON TABLE thing IS '@writable';
COMMENT ON COLUMN thing.name IS '@searchable';
CREATE TABLE note (id integer PRIMARY KEY, thing_id integer REFERENCES thing, body text);
INSERT INTO thing VALUES
(1, 'one', '{a}', '{"a": [1]}', '[1,0,0]', '[1,0,0]', '{1:1}/5', '2020-01-01', '2020-01-01', '2020-01-01', '12:00', '1 day', 1, '{1}', 1, 1, '{1}',
 '10.0.0.1', '08:00:2b:01:02:03', '[1,5)', '(1,2)', 1);
INSERT INTO note VALUES (1, 1, 'a note');
