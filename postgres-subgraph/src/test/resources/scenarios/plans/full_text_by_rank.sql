select array(select array["t2"."id"::text]
  from "lab"."note" as "t2"
  where (true
    and ("t2"."found" @@ websearch_to_tsquery('english'::regconfig, $1)))
  order by case when "t2"."found" @@ websearch_to_tsquery('english'::regconfig, $2) then ts_rank_cd("t2"."found", websearch_to_tsquery('english'::regconfig, $3)) end desc nulls last, "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: word42
-- $2: word42
-- $3: word42
-- $4: 6
