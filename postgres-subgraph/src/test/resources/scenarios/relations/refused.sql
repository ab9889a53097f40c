select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and (to_tsvector('klingon'::regconfig, "t2"."title") @@ websearch_to_tsquery('klingon'::regconfig, $1)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: a
-- $2: 21
