select array(select array["t2"."id"::text, "t2"."day"::text, "t2"."day"::text, "t2"."id"::text]
  from "lab"."event" as "t2"
  where true
  order by "t2"."day" asc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 3

select array(select array["t2"."id"::text, "t2"."moment"::text]
  from "lab"."event" as "t2"
  where true
  order by "t2"."moment" desc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21
