-- As search.ranked: they run as the owner, with the access rule as an ordinary predicate, because under row-level security @@ may not use the
-- index. They give numbers and scores only, and whoever calls them joins documents under the policy again.

CREATE FUNCTION search.scored(query tsquery) RETURNS TABLE (record_number bigint, score real)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1000 AS $$
BEGIN
  RETURN QUERY EXECUTE $sql$
    SELECT d.record_number, ts_rank_cd(d.document, $1) FROM search.documents d
    WHERE d.document @@ $1
      AND (d.record_readable_from <= now() OR d.record_owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20)
    $sql$ USING query;
END $$;

CREATE FUNCTION search.found(query tsquery) RETURNS TABLE (record_number bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1000 AS $$
BEGIN
  RETURN QUERY EXECUTE $sql$
    SELECT d.record_number FROM search.documents d
    WHERE d.document @@ $1
      AND (d.record_readable_from <= now() OR d.record_owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20)
    $sql$ USING query;
END $$;
REVOKE ALL ON FUNCTION search.scored(tsquery), search.found(tsquery) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.scored(tsquery), search.found(tsquery) TO search_service;
