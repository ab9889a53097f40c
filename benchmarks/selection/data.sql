-- The same records at every run and of every size: each value is a hash of the record's number. :records stands for how many there are.
-- Written past row security, triggers and foreign keys (session_replication_role = replica), which hold all the same.

-- step helpers
CREATE SCHEMA bench;
CREATE FUNCTION bench.u(n bigint, salt integer) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (hashint8extended(n, salt) & 4503599627370495) / 4503599627370496.0::float8;
CREATE TABLE bench.noise AS
SELECT g AS id, (SELECT array_agg(sqrt(-2 * ln(1 - bench.u(g * 64 + i, 1))) * cos(2 * pi() * bench.u(g * 64 + i, 2)) ORDER BY i)::real[]::vector(64)
  FROM generate_series(1, 64) i WHERE g >= 0) AS v FROM generate_series(0, 4095) g;
CREATE TABLE bench.tissue (n integer, term text, label text, cell text, centre vector(64));
INSERT INTO bench.tissue SELECT t.n, t.term, t.label, t.cell, noise.v
FROM (VALUES (0, 'UBERON:0000955', 'brain', 'neuron'), (1, 'UBERON:0002107', 'liver', 'hepatocyte'), (2, 'UBERON:0000948', 'heart', 'cardiomyocyte'),
  (3, 'UBERON:0002048', 'lung', 'pneumocyte'), (4, 'UBERON:0002097', 'skin', 'keratinocyte'), (5, 'UBERON:0000178', 'blood', 'T cell'),
  (6, 'UBERON:0002113', 'kidney', 'podocyte'), (7, 'UBERON:0001264', 'pancreas', 'beta cell')) AS t(n, term, label, cell)
JOIN bench.noise ON noise.id = t.n;
CREATE TABLE bench.sample AS
SELECT n AS number, 'urn:osa:localhost:rec:bio-' || lpad(n::text, 7, '0') || '@1' AS srn, 'bio-' || lpad(n::text, 7, '0') AS local_id,
  'owner' || n % 50 AS owner,
  CASE WHEN a < 0.85 THEN '-infinity' WHEN a < 0.95 THEN 'infinity' ELSE '2100-01-01' END::timestamptz AS readable_from,
  CASE WHEN s < 0.20 THEN 'Homo sapiens' WHEN s < 0.60 THEN 'Mus musculus' WHEN s < 0.85 THEN 'Rattus norvegicus' WHEN s < 0.989 THEN 'Danio rerio'
    WHEN s < 0.999 THEN 'Ambystoma mexicanum' ELSE 'Heterocephalus glaber' END AS species,
  floor(bench.u(n, 5) * 8)::integer AS tissue,
  CASE WHEN bench.u(n, 6) < 0.3333 THEN (ARRAY['MONDO:0005148','MONDO:0004975','MONDO:0005180','MONDO:0005300','MONDO:0004979','MONDO:0005083'])[1 + floor(bench.u(n, 7) * 6)::integer] END AS disease,
  CASE WHEN s < 0.20 THEN 18 + floor(bench.u(n, 8) * 75)::bigint END AS donor_age,
  date '2018-01-01' + floor(bench.u(n, 9) * 2920)::integer AS collected_on,
  bench.u(n, 10) < 0.75 AS certified,
  round(bench.u(n, 11)::numeric, 6)::float8 AS confidence,
  'protocol p' || floor(bench.u(n, 12) * 1000)::integer || ' batch b' || floor(bench.u(n, 13) * 30)::integer AS made
FROM generate_series(1, :records) n, LATERAL (SELECT bench.u(n, 3) AS a, bench.u(n, 4) AS s) x;

-- step records
INSERT INTO records.records (number, srn, domain, local_id, version, convention_srn, schema_id, schema_version, source, owner, readable_from, published_at) OVERRIDING SYSTEM VALUE
SELECT number, srn, 'localhost', local_id, 1, 'urn:osa:localhost:conv:bio-sample@1.0.0', 'bio-sample', '1.0.0', 'bench:' || local_id, owner, readable_from,
  timestamptz '2020-01-01' + number * interval '1 minute' FROM bench.sample;
SELECT setval(pg_get_serial_sequence('records.records', 'number'), :records);

-- step metadata
INSERT INTO metadata.bio_sample_v1 (record_number, record_srn, record_readable_from, record_owner, schema_version, species, tissue, disease, donor_age, collected_on, certified)
SELECT number, srn, readable_from, owner, '1.0.0', species, tissue.term, disease, donor_age, collected_on, certified FROM bench.sample JOIN bench.tissue ON tissue.n = sample.tissue ORDER BY number;

-- step features
INSERT INTO features.runs (id, hook, release) VALUES ('00000000-0000-4000-8000-000000000001', 'cell_classifier', '2.3.0'), ('00000000-0000-4000-8000-000000000002', 'marker_genes', '1.4.1');
INSERT INTO features.cell_classifier (run_id, record_number, record_srn, record_readable_from, record_owner, label, confidence)
SELECT '00000000-0000-4000-8000-000000000001', number, srn, readable_from, owner, cell, confidence FROM bench.sample JOIN bench.tissue ON tissue.n = sample.tissue ORDER BY number;
INSERT INTO features.marker_genes (run_id, record_number, record_srn, record_readable_from, record_owner, gene, log_fold_change, p_value)
SELECT '00000000-0000-4000-8000-000000000002', number, srn, readable_from, owner, 'GENE' || floor(power(bench.u(number * 9 + i, 14), 2) * 200)::integer,
  1 + 5 * bench.u(number * 9 + i, 15), power(10, -1 - 12 * bench.u(number * 9 + i, 16)) FROM bench.sample, generate_series(0, 8) i;

-- step vectors
INSERT INTO search.vector_expression (record_number, record_srn, record_readable_from, record_owner, embedding)
SELECT number, srn, readable_from, owner, l2_normalize(tissue.centre + a.v + b.v + c.v)
FROM bench.sample JOIN bench.tissue ON tissue.n = sample.tissue
JOIN bench.noise a ON a.id = floor(bench.u(number, 17) * 4096) JOIN bench.noise b ON b.id = floor(bench.u(number, 18) * 4096) JOIN bench.noise c ON c.id = floor(bench.u(number, 19) * 4096);

-- step documents
INSERT INTO search.documents (record_number, record_srn, record_readable_from, record_owner, language, text_a, text_b, text_c, text_d, document)
SELECT number, srn, readable_from, owner, 'english', a, b, c, '',
  setweight(to_tsvector('english', a), 'A') || setweight(to_tsvector('english', b), 'B') || setweight(to_tsvector('english', c), 'C')
FROM bench.sample JOIN bench.tissue ON tissue.n = sample.tissue,
LATERAL (SELECT local_id || ', ' || species || ', ' || label AS a, cell || CASE WHEN disease IS NULL THEN ', healthy' ELSE ', disease' END AS b,
  'Sample of ' || label || ' tissue of ' || species || ' taken in ' || extract(year FROM collected_on) || ' ' || made AS c) text;
