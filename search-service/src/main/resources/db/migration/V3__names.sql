-- As search.scored: it runs as the owner, with the access rule as an ordinary predicate, because under row-level security <% may not use the
-- index either. It gives numbers and scores only, and whoever calls it joins documents under the policy again.

CREATE INDEX documents_name ON search.documents USING gin (text_a gin_trgm_ops);

CREATE FUNCTION search.called(name text, threshold real) RETURNS TABLE (record_number bigint, score real)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 100 AS $$
BEGIN
  PERFORM set_config('pg_trgm.word_similarity_threshold', threshold::text, true);
  RETURN QUERY EXECUTE $sql$
    SELECT d.record_number, public.word_similarity($1, d.text_a) FROM search.documents d
    WHERE $1 OPERATOR(public.<%) d.text_a
      AND (d.record_readable_from <= now() OR d.record_owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20)
    $sql$ USING name;
END $$;
REVOKE ALL ON FUNCTION search.called(text, real) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.called(text, real) TO search_service;
