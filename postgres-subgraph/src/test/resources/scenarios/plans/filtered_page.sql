select array(select array["t2"."id"::text, "t2"."stars"::text]
  from "lab"."note" as "t2"
  where (true
    and ("t2"."kind" = $1)
    and ("t2"."stars" > $2))
  order by "t2"."stars" asc, "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: kind7
-- $2: 5000
-- $3: 6
