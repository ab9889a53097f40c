select array(select array["t2"."id"::text, "t2"."stars"::text, "t2"."stars"::text, "t2"."id"::text]
  from "lab"."note" as "t2"
  where (true
    and (("t2"."stars", "t2"."id") > ($1::integer, $2::integer)))
  order by "t2"."stars" asc, "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 7000
-- $2: 77
-- $3: 6
