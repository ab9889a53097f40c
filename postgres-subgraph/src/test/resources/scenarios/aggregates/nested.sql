select array(select array["t2"."name", (select array[count(*)::text, avg("t3"."mass")::double precision::text]
    from "lab"."sample" as "t3"
    where (("t3"."site_id" = "t2"."id")
      and ("t3"."score" > cast($1 as double precision))))::text, array(select array["t3"."grade"::text, count(*)::text]
    from "lab"."sample" as "t3"
    where (("t3"."site_id" = "t2"."id")
      and ("t3"."score" > cast($2 as double precision)))
    group by "t3"."grade"
    order by "t3"."grade" asc nulls last
    fetch next $3 rows only)::text]
  from "lab"."site" as "t2"
  where true
  order by (select count(*)
    from "lab"."sample" as "t4"
    where ("t4"."site_id" = "t2"."id")) desc, "t2"."name" asc, "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: 0.5
-- $2: 0.5
-- $3: 20
-- $4: 21
