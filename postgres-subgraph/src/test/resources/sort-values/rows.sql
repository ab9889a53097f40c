WITH edges AS (
  SELECT
    ARRAY['', 'a', 'NULL', 'é', 'é日本🙂', E'{"q\\,\n}'] AS words,
    ARRAY['-0', '0', 'NaN', 'Infinity', '-Infinity', '0.30000000000000004', '5e-324']::double precision[] AS sizes,
    ARRAY[-9223372036854775808, 9223372036854775807, 0, -1, 9007199254740993] AS amounts,
    ARRAY['infinity', '-infinity', '2020-01-01 00:00:00.000001+00', '2020-01-01 00:00:00.000002+00',
          '0044-03-15 12:00:00+00 BC', '12000-01-01 00:00:00+00']::timestamptz[] AS moments
)
INSERT INTO records.sample
SELECT id,
  CASE WHEN id % 4 <> 0 THEN words[1 + (id * 5) % 6] END, words[1 + (id * 5 + id / 6) % 6],
  CASE WHEN id % 4 <> 1 THEN sizes[1 + (id * 3) % 7] END, sizes[1 + (id * 3 + id / 7) % 7],
  CASE WHEN id % 4 <> 2 THEN amounts[1 + (id * 2) % 5] END, amounts[1 + (id * 3 + id / 5) % 5],
  CASE WHEN id % 4 <> 3 THEN moments[1 + (id * 5 + 2) % 6] END, moments[1 + (id + id / 6) % 6],
  (id % 4) / 10.0
FROM edges, generate_series(1, 12) AS id
