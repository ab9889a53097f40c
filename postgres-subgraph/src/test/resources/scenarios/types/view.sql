select array(select array["t2"."id"::text, "t2"."feeling"::text, (select array["t3"."id"::text]
    from "lab"."sample" as "t3"
    where ("t3"."id" = "t2"."id"))::text, "t2"."feeling"::text, "t2"."id"::text]
  from "lab"."calm" as "t2"
  where true
  order by "t2"."feeling" desc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select "t1"."plain"
from "lab"."calm" as "t1"
where ("t1"."id" = $1)
-- $1: 2
