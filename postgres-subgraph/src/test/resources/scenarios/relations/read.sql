select array(select array["t2"."name", array(select array["t3"."title", (select array["t4"."name"]
      from "lab"."author" as "t4"
      where ("t4"."id" = "t3"."translator_id"))::text, (select array["t5"."shelf"]
      from "lab"."copy" as "t5"
      where ("t5"."book_id" = "t3"."id"))::text]
    from "lab"."book" as "t3"
    where ("t3"."author_id" = "t2"."id")
    order by "t3"."title" asc, "t3"."id" asc
    fetch next $1 rows only)::text, (select count(*)
    from "lab"."book" as "t3"
    where ("t3"."author_id" = "t2"."id"))::text, array(select array["t6"."title"]
    from "lab"."book" as "t6"
    where ("t6"."translator_id" = "t2"."id")
    order by "t6"."id" asc
    fetch next $2 rows only)::text]
  from "lab"."author" as "t2"
  where true
  order by "t2"."name" asc, "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 21
-- $2: 21
-- $3: 21

select "t1"."id"::text
from "lab"."author" as "t1"
where ("t1"."name" = $1)
-- $1: Bea

select array(select array[array(select array["t3"."nr"::text, "t3"."stars"::text, (select array["t4"."title"]
      from "lab"."book" as "t4"
      where ("t4"."id" = "t3"."book_id"))::text]
    from "lab"."review" as "t3"
    where ("t3"."book_id" = "t2"."id")
    order by "t3"."nr" desc, "t3"."book_id" asc
    fetch next $1 rows only)::text]
  from "lab"."book" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 21
-- $2: 2
