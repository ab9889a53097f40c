-- The same rows at every run: records, two tables of metadata, two of features (one with ten rows per record), texts and vectors. Vectors
-- lie in 50 heaps with rows of every species in each; of 200 words each is in one text of 200.
-- RECORDS stands where prepare.mjs puts their number.
CREATE SCHEMA archive AUTHORIZATION archive_owner;
GRANT USAGE ON SCHEMA archive TO archive_service;
SET ROLE archive_owner;
SELECT setseed(0.42);
SET search_path TO archive, public;

CREATE TABLE record (
  number bigint PRIMARY KEY, srn text NOT NULL UNIQUE, title text NOT NULL, published_at timestamptz NOT NULL,
  owner text NOT NULL, readable_from timestamptz NOT NULL);
INSERT INTO record
SELECT n, 'urn:osa:bench:rec:r' || n || '@1', 'Record number ' || n, timestamptz '2020-01-01' + n * interval '1 minute', 'user' || n % 50,
       CASE WHEN n % 20 = 0 THEN 'infinity' ELSE '-infinity' END::timestamptz
FROM generate_series(1, :records) n;

CREATE TABLE bio_sample (
  record_number bigint PRIMARY KEY REFERENCES record, species text NOT NULL, tissue text NOT NULL, age float8, collected date,
  owner text NOT NULL, readable_from timestamptz NOT NULL);
INSERT INTO bio_sample
SELECT number, (ARRAY['human','mouse','rat','zebrafish','fly'])[1 + number % 5], (ARRAY['brain','liver','heart','lung','skin','blood','bone'])[1 + number % 7],
       (number * 7919 % 1000) / 10.0, date '2019-01-01' + (number % 700)::integer, owner, readable_from FROM record;
CREATE INDEX ON bio_sample (species, tissue);
CREATE INDEX ON bio_sample (age, record_number);

CREATE TABLE sequencing (
  record_number bigint PRIMARY KEY REFERENCES record, platform text NOT NULL, reads bigint NOT NULL, quality float8 NOT NULL,
  owner text NOT NULL, readable_from timestamptz NOT NULL);
INSERT INTO sequencing
SELECT number, (ARRAY['illumina','nanopore','pacbio'])[1 + number % 3], number * 104729 % 100000000, 20 + (number * 31 % 200) / 10.0, owner, readable_from FROM record;

CREATE TABLE cell_class (
  id bigint PRIMARY KEY, record_number bigint NOT NULL REFERENCES record, label text NOT NULL, probability float8 NOT NULL, cells integer NOT NULL,
  owner text NOT NULL, readable_from timestamptz NOT NULL);
INSERT INTO cell_class
SELECT number * 10 + i, number, 'class ' || i, (number * 13 + i * 17) % 1000 / 1000.0, (number * 3 + i) % 500, owner, readable_from
FROM record, generate_series(0, 9) i;
CREATE INDEX ON cell_class (record_number, id);

CREATE TABLE outlier (
  id bigint PRIMARY KEY, record_number bigint NOT NULL REFERENCES record, score float8 NOT NULL, reason text NOT NULL,
  owner text NOT NULL, readable_from timestamptz NOT NULL);
INSERT INTO outlier SELECT number * 2 + i, number, (number * 29 + i) % 97 / 97.0, 'reason ' || i, owner, readable_from FROM record, generate_series(0, 1) i;
CREATE INDEX ON outlier (record_number, id);

CREATE TABLE search_text (
  record_number bigint PRIMARY KEY REFERENCES record, body text NOT NULL, document tsvector NOT NULL, embedding vector(64) NOT NULL,
  species text NOT NULL, owner text NOT NULL, readable_from timestamptz NOT NULL);
INSERT INTO search_text
SELECT number, body, to_tsvector('english', body), embedding, (ARRAY['human','mouse','rat','zebrafish','fly'])[1 + number / 50 % 5], owner, readable_from
FROM record,
  LATERAL (SELECT string_agg((ARRAY['cell','protein','kinase','membrane','neuron','growth','factor','binding','receptor','signal','pathway','gene',
    'expression','mutation','tumor','immune','response','tissue','culture','assay'])[1 + (number * (i * 37 + 11) + i * i) % 20], ' ')
    || ' marker' || number % 200 AS body FROM generate_series(1, 40) i) text,
  LATERAL (SELECT array_agg(random() + sin(number % 50 + i))::real[]::vector(64) AS embedding FROM generate_series(1, 64) i WHERE number > 0) vectors;
CREATE INDEX ON search_text USING gin (document);
CREATE INDEX ON search_text USING hnsw (embedding vector_cosine_ops);
CREATE INDEX ON search_text (species);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['record','bio_sample','sequencing','cell_class','outlier','search_text'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO archive_service USING (readable_from <= now() OR owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20)', t);
    EXECUTE format('GRANT SELECT ON %I TO archive_service', t);
  END LOOP;
END $$;

-- How words are found under row security, for who publishes the table with the tag: see docs/postgresql.md.
CREATE FUNCTION matching(wanted tsquery) RETURNS SETOF bigint LANGUAGE sql STABLE ROWS 100 SECURITY DEFINER SET search_path = archive, pg_temp AS
  $$ SELECT record_number FROM search_text WHERE document @@ wanted $$;
REVOKE EXECUTE ON FUNCTION matching FROM PUBLIC;
COMMENT ON COLUMN search_text.document IS '@matchedBy archive.matching record_number';

-- PostGraphile knows neither text search nor distances by itself: what its users write for that, as the caller.
CREATE FUNCTION search_ranked(query text) RETURNS SETOF search_text LANGUAGE sql STABLE ROWS 20 AS
  $$ SELECT * FROM archive.search_text WHERE document @@ websearch_to_tsquery('english', query)
     ORDER BY ts_rank_cd(document, websearch_to_tsquery('english', query)) DESC, record_number LIMIT 20 $$;
-- The function of distances says how far an index may look: without that it answers eight rows of twenty.
CREATE FUNCTION nearest(target text, of_species text) RETURNS SETOF search_text LANGUAGE sql STABLE ROWS 20
  SET hnsw.iterative_scan = strict_order SET plan_cache_mode = force_custom_plan AS
  $$ SELECT * FROM archive.search_text WHERE species = of_species ORDER BY embedding OPERATOR(public.<=>) target::public.vector LIMIT 20 $$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA archive TO archive_service;
RESET ROLE;
