select array(select array["t2"."id"::text]
  from "lab"."note" as "t2"
  where (true
    and ("t2"."extra" @> $1::jsonb))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"k":77}
-- $2: 6
