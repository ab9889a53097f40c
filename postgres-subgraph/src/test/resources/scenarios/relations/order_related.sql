select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where true
  order by (select "t3"."name"
    from "lab"."author" as "t3"
    where ("t3"."id" = "t2"."author_id")) desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where true)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where true
  order by (select "t3"."born"
    from "lab"."author" as "t3"
    where ("t3"."id" = "t2"."author_id")) asc nulls first, "t2"."id" desc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where true)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where true
  order by (select count(*)
    from "lab"."review" as "t3"
    where ("t3"."book_id" = "t2"."id")) desc, "t2"."title" asc, "t2"."id" asc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where true)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where true
  order by (select "t3"."stars"
    from "lab"."review" as "t3"
    where (("t3"."book_id" = "t2"."id")
      and "t3"."stars" is not null)
    order by "t3"."stars" desc
    fetch next 1 rows only) desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where true)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where true
  order by (select "t3"."stars"
    from "lab"."review" as "t3"
    where (("t3"."book_id" = "t2"."id")
      and "t3"."stars" is not null)
    order by "t3"."stars" asc
    fetch next 1 rows only) asc nulls first, "t2"."id" asc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where true)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where true
  order by (select "t3"."shelf"
    from "lab"."copy" as "t3"
    where ("t3"."book_id" = "t2"."id")) asc, "t2"."id" asc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where true)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where true
  order by (select (select (select "t5"."name"
        from "lab"."author" as "t5"
        where ("t5"."id" = "t4"."author_id"))
      from "lab"."book" as "t4"
      where ("t4"."id" = "t3"."book_id"))
    from "lab"."copy" as "t3"
    where ("t3"."book_id" = "t2"."id")) asc, "t2"."id" asc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where true)::text
-- $1: 21
