select array(select array["t2"."id"::text, "t2"."feeling"::text, (select array["t3"."id"::text]
    from "lab"."sample" as "t3"
    where ("t3"."id" = "t2"."id"))::text, "t2"."feeling"::text, "t2"."id"::text]
  from "lab"."calm" as "t2"
  where true
  order by "t2"."feeling" desc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select k.ord::text, "t1"."plain"
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."calm" as "t1" on ("t1"."id" = k.key)
-- $1: [2]
