select array(select array["t2"."id"::text, "t2"."owner"]
  from "lab"."note" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."note" as "t2"
  where true)::text, (select count(*)
  from (select 1
    from "lab"."note" as "t2"
    where true
    fetch next $2 rows only) as "counted")::text, (select array[count(*)::text, count(distinct "t2"."owner")::text, max("t2"."id")::text]
  from "lab"."note" as "t2"
  where true)::text, array(select array["t2"."owner", count(*)::text]
  from "lab"."note" as "t2"
  where true
  group by "t2"."owner"
  order by "t2"."owner" asc nulls last
  fetch next $3 rows only)::text
-- $1: 21
-- $2: 10
-- $3: 20

select "t1"."words"
from "lab"."note" as "t1"
where ("t1"."id" = $1)
-- $1: 2

select array(select array["t2"."id"::text, (select array["t3"."words"]
    from "lab"."note" as "t3"
    where ("t3"."id" = "t2"."note_id"))::text]
  from "lab"."remark" as "t2"
  where (true
    and exists (select 1
      from "lab"."note" as "t4"
      where (("t4"."id" = "t2"."note_id")
        and ("t4"."words" like $1))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: for%
-- $2: 21

select array(select array["t2"."id"::text, (select array["t3"."id"::text]
    from "lab"."note" as "t3"
    where ("t3"."id" = "t2"."note_id"))::text]
  from "lab"."remark" as "t2"
  where true
  order by (select "t4"."owner"
    from "lab"."note" as "t4"
    where ("t4"."id" = "t2"."note_id")) desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text, nullif(("t2"."place" <=> $1::vector(2)), 'NaN')::text]
  from "lab"."note" as "t2"
  where true
  order by ("t2"."place" <=> $2::vector(2)) asc, "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: [0.0, 1.0]
-- $2: [0.0, 1.0]
-- $3: 3

select array(select array["t2"."id"::text, case when to_tsvector('english'::regconfig, "t2"."words") @@ websearch_to_tsquery('english'::regconfig, $1) then ts_headline('english'::regconfig, "t2"."words", websearch_to_tsquery('english'::regconfig, $2), $3) end]
  from "lab"."note" as "t2"
  where (true
    and (to_tsvector('english'::regconfig, "t2"."words") @@ websearch_to_tsquery('english'::regconfig, $4)))
  order by "t2"."id" asc
  fetch next $5 rows only)::text
-- $1: ada or bob
-- $2: ada or bob
-- $3: StartSel="«", StopSel="»", MaxWords=35, MinWords=18, MaxFragments=0
-- $4: ada or bob
-- $5: 21
