select array(select array["t2"."title", case when to_tsvector('english'::regconfig, "t2"."title") @@ websearch_to_tsquery('english'::regconfig, $1) then ts_rank_cd(to_tsvector('english'::regconfig, "t2"."title"), websearch_to_tsquery('english'::regconfig, $2)) end::text, case when to_tsvector('english'::regconfig, "t2"."title") @@ websearch_to_tsquery('english'::regconfig, $3) then ts_headline('english'::regconfig, "t2"."title", websearch_to_tsquery('english'::regconfig, $4), $5) end, case when to_tsvector('english'::regconfig, "t2"."title") @@ phraseto_tsquery('english'::regconfig, $6) then ts_headline('english'::regconfig, "t2"."title", phraseto_tsquery('english'::regconfig, $7), $8) end, case when to_tsvector('english'::regconfig, "t2"."title") @@ websearch_to_tsquery('english'::regconfig, $9) then ts_rank_cd(to_tsvector('english'::regconfig, "t2"."title"), websearch_to_tsquery('english'::regconfig, $10)) end::text, "t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and (to_tsvector('english'::regconfig, "t2"."title") @@ websearch_to_tsquery('english'::regconfig, $11)))
  order by case when to_tsvector('english'::regconfig, "t2"."title") @@ websearch_to_tsquery('english'::regconfig, $12) then ts_rank_cd(to_tsvector('english'::regconfig, "t2"."title"), websearch_to_tsquery('english'::regconfig, $13)) end desc nulls last, "t2"."id" asc
  fetch next $14 rows only)::text
-- $1: red
-- $2: red
-- $3: red
-- $4: red
-- $5: StartSel="«", StopSel="»", MaxWords=35, MinWords=18, MaxFragments=0
-- $6: red rose
-- $7: red rose
-- $8: StartSel="<b>", StopSel="</b>", MaxWords=35, MinWords=18, MaxFragments=0
-- $9: red
-- $10: red
-- $11: red -hound
-- $12: red
-- $13: red
-- $14: 21

select array(select array["t2"."title"]
  from "lab"."book" as "t2"
  where (true
    and (to_tsvector('english'::regconfig, "t2"."title") @@ to_tsquery('english'::regconfig, $1)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 'the' & 'fo':*
-- $2: 21

select array(select array["t2"."title"]
  from "lab"."book" as "t2"
  where (true
    and (to_tsvector('simple'::regconfig, "t2"."title") @@ websearch_to_tsquery('simple'::regconfig, $1)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: the
-- $2: 21
