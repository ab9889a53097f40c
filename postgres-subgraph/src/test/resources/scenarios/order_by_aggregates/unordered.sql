select array(select array["t2"."id"::text]
  from "lab"."drawing" as "t2"
  where true
  order by (select count(*)
    from "lab"."page" as "t3"
    where ("t3"."drawing_id" = "t2"."id")) desc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."plan" as "t2"
  where true
  order by (select (select count(*)
      from "lab"."page" as "t4"
      where ("t4"."drawing_id" = "t3"."id"))
    from "lab"."drawing" as "t3"
    where ("t3"."id" = "t2"."drawing_id")) desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text, (select array["t3"."id"::text, (select array["t4"."id"::text]
      from "lab"."wax" as "t4"
      where ("t4"."id" = "t3"."id"))::text]
    from "lab"."seal" as "t3"
    where ("t3"."id" = "t2"."id"))::text, "t2"."id"::text]
  from "lab"."wax" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."wax" as "t2"
  where (true
    and (("t2"."id") > ($1::integer)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 1
-- $2: 2
