select array(select array["t2"."species", "t2"."tissue", count(*)::text, avg("t2"."score")::double precision::text]
  from "lab"."sample" as "t2"
  where true
  group by "t2"."species", "t2"."tissue"
  order by "t2"."species" asc nulls last, "t2"."tissue" asc nulls last
  fetch next $1 rows only)::text
-- $1: 20
