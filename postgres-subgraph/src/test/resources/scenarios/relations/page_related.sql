select array(select array["t2"."id"::text, (select count(*)
    from "lab"."review" as "t3"
    where ("t3"."book_id" = "t2"."id"))::text, (select "t4"."born"
    from "lab"."author" as "t4"
    where ("t4"."id" = "t2"."author_id"))::text, "t2"."id"::text]
  from "lab"."book" as "t2"
  where true
  order by (select count(*)
    from "lab"."review" as "t5"
    where ("t5"."book_id" = "t2"."id")) desc, (select "t6"."born"
    from "lab"."author" as "t6"
    where ("t6"."id" = "t2"."author_id")) asc nulls first, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 3

select array(select array["t2"."id"::text, "t2"."price"::text]
  from "lab"."book" as "t2"
  where true
  order by "t2"."price" desc nulls last, "t2"."id" asc
  offset $1 rows
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where true)::text, (select count(*)
  from (select 1
    from "lab"."book" as "t2"
    where true
    fetch next $3 rows only) as "counted")::text, null, (select count(*)
  from (select 1
    from "lab"."book" as "t2"
    where true
    fetch next $4 rows only) as "counted")::text
-- $1: 1
-- $2: 3
-- $3: 3
-- $4: 100

EXPLAIN (FORMAT JSON) select 1
from "lab"."book" as "t2"
where true
