select array(select array["t2"."grade"::text, count(*)::text, sum("t2"."counted")::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."counted" is not null)
  group by "t2"."grade"
  having ((count(*) >= $1)
    and (sum("t2"."counted") > $2))
  order by sum("t2"."counted") desc nulls last, "t2"."grade" asc nulls last
  fetch next $3 rows only)::text, array(select array["t2"."species", max("t2"."score")::text, min("t2"."mass")::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."counted" is not null)
  group by "t2"."species"
  having ((max("t2"."score") < cast($4 as double precision))
    or (((min("t2"."mass") > $5::numeric)) is not true))
  order by max("t2"."score") asc nulls last, "t2"."species" asc nulls last
  fetch next $6 rows only)::text, array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."counted" is not null)
  group by "t2"."id"
  order by "t2"."id" desc nulls last, "t2"."id" asc nulls last
  offset $7 rows
  fetch next $8 rows only)::text
-- $1: 3
-- $2: 20
-- $3: 20
-- $4: 2.6
-- $5: 2
-- $6: 20
-- $7: 1
-- $8: 2
