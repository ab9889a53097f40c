select array(select array["t2"."id"::text, "t2"."home"::text, "t2"."homes"::text, "t2"."stay"::text, "t2"."spans"::text, "t2"."visits"::text, "t2"."ages"::text]
  from "lab"."person" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21
