-- Each row carries who may see its record; the foreign key keeps that true. The policies are therefore local to the row.

CREATE TABLE search.documents (
  record_number bigint PRIMARY KEY,
  record_srn text NOT NULL,
  record_readable_from timestamptz NOT NULL,
  record_owner text NOT NULL,
  language text NOT NULL,
  text_a text NOT NULL DEFAULT '',
  text_b text NOT NULL DEFAULT '',
  text_c text NOT NULL DEFAULT '',
  text_d text NOT NULL DEFAULT '',
  document tsvector NOT NULL,
  CONSTRAINT documents_record_fkey FOREIGN KEY (record_number, record_srn, record_readable_from, record_owner)
    REFERENCES records.records (number, srn, readable_from, owner) ON UPDATE CASCADE ON DELETE CASCADE
);
COMMENT ON TABLE search.documents IS 'What full-text search knows of a record.';
COMMENT ON COLUMN search.documents.language IS 'A text search configuration; a text, because a column of type regconfig stands in the way of pg_upgrade.';

-- A generated column cannot look a configuration up by name, a trigger can.
CREATE FUNCTION search.weigh() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.document :=
    setweight(to_tsvector(NEW.language::regconfig, NEW.text_a), 'A') || setweight(to_tsvector(NEW.language::regconfig, NEW.text_b), 'B') ||
    setweight(to_tsvector(NEW.language::regconfig, NEW.text_c), 'C') || setweight(to_tsvector(NEW.language::regconfig, NEW.text_d), 'D');
  RETURN NEW;
END $$;
CREATE TRIGGER weigh BEFORE INSERT OR UPDATE OF language, text_a, text_b, text_c, text_d, document ON search.documents
  FOR EACH ROW EXECUTE FUNCTION search.weigh();
CREATE INDEX documents_document ON search.documents USING gin (document);

ALTER TABLE search.documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.documents FORCE ROW LEVEL SECURITY;
CREATE POLICY readable ON search.documents FOR SELECT TO search_service
  USING (record_readable_from <= now() OR record_owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20);
CREATE POLICY insertable ON search.documents FOR INSERT TO search_service
  WITH CHECK ((SELECT weft.role_rank()) >= 10 AND (record_owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20));
CREATE POLICY updatable ON search.documents FOR UPDATE TO search_service
  USING ((SELECT weft.role_rank()) >= 10 AND (record_owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20));
-- For the functions below only, which bring the access rule along themselves.
CREATE POLICY searched ON search.documents FOR SELECT TO search_owner USING (true);
GRANT SELECT, INSERT, UPDATE ON search.documents TO search_service;

-- Under row-level security the operator @@ may not use the index, as it is not leakproof. These functions run as the owner, with the same
-- rule as an ordinary predicate, and give numbers and scores only; whoever calls them joins documents under the policy again, so that
-- a mistake here could hide rows but not show any. Dynamic, so that every call is planned for its own query.
CREATE FUNCTION search.ranked(query tsquery, after_score real, after_number bigint, page integer)
  RETURNS TABLE (record_number bigint, score real)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 20 AS $$
BEGIN
  RETURN QUERY EXECUTE $sql$
    SELECT * FROM (
      SELECT d.record_number, ts_rank_cd(d.document, $1) AS score FROM search.documents d
      WHERE d.document @@ $1
        AND (d.record_readable_from <= now() OR d.record_owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20)) hit
    WHERE $2 IS NULL OR hit.score < $2 OR (hit.score = $2 AND hit.record_number > $3)
    ORDER BY hit.score DESC, hit.record_number
    LIMIT $4 $sql$ USING query, after_score, after_number, page;
END $$;

CREATE FUNCTION search.matching(query tsquery) RETURNS bigint
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  found bigint;
BEGIN
  EXECUTE $sql$
    SELECT count(*) FROM search.documents d
    WHERE d.document @@ $1
      AND (d.record_readable_from <= now() OR d.record_owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20)
    $sql$ INTO found USING query;
  RETURN found;
END $$;
REVOKE ALL ON FUNCTION search.ranked(tsquery, real, bigint, integer), search.matching(tsquery) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.ranked(tsquery, real, bigint, integer), search.matching(tsquery) TO search_service;

CREATE TABLE search.vectors (
  name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9_]{0,39}$'),
  dimension integer NOT NULL CHECK (dimension BETWEEN 1 AND 2000),
  distance text NOT NULL CHECK (distance IN ('COSINE', 'L2', 'INNER_PRODUCT')),
  description text,
  registered_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE search.vectors IS 'The named vectors; each has a table search.vector_<name>.';
GRANT SELECT ON search.vectors TO search_service;
