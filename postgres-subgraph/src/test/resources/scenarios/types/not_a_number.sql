select array(select array["t2"."id"::text, "t2"."double"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 3
