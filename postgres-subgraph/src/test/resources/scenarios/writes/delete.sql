with meant as (select "t1"."warehouse", "t1"."book_id"
  from "lab"."stock" as "t1"
  where (("t1"."warehouse" = $1)
    and ("t1"."book_id" = $2))), ended as (delete
  from "lab"."stock" as "t2"
  where (("t2"."warehouse", "t2"."book_id") in (select *
      from meant)) returning "t2"."warehouse", "t2"."book_id") select (select count(*)
  from meant)::text, "t3"."warehouse", "t3"."amount"::text, (select array["t4"."title"::text]
  from "lab"."book" as "t4"
  where ("t4"."id" = "t3"."book_id"))::text
from (select 1) as one left
join (ended
  join "lab"."stock" as "t3" on (("t3"."warehouse" = "ended"."warehouse")
    and ("t3"."book_id" = "ended"."book_id"))) on true
order by "t3"."warehouse", "t3"."book_id"
-- $1: south
-- $2: 1

with meant as (select "t1"."id"
  from "lab"."book" as "t1"
  where ("t1"."isbn" = $1)), ended as (delete
  from "lab"."book" as "t2"
  where (("t2"."id") in (select *
      from meant)) returning "t2"."id") select (select count(*)
  from meant)::text, "t3"."id"::text, "t3"."title"::text, (select array["t4"."name"::text]
  from "lab"."author" as "t4"
  where ("t4"."id" = "t3"."author_id"))::text, array(select array["t5"."warehouse"]
  from "lab"."stock" as "t5"
  where ("t5"."book_id" = "t3"."id")
  order by "t5"."warehouse" asc, "t5"."book_id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."stock" as "t5"
  where ("t5"."book_id" = "t3"."id"))::text
from (select 1) as one left
join (ended
  join "lab"."book" as "t3" on ("t3"."id" = "ended"."id")) on true
order by "t3"."id"
-- $1: 111
-- $2: 21

with meant as (select "t1"."id"
  from "lab"."book" as "t1"
  where exists (select 1
    from "lab"."author" as "t2"
    where (("t2"."id" = "t1"."author_id")
      and ("t2"."name" = $1)))
  limit $2), ended as (delete
  from "lab"."book" as "t3"
  where ((("t3"."id") in (select *
        from meant))
    and exists (select 1
      from "lab"."author" as "t7"
      where (("t7"."id" = "t3"."author_id")
        and ("t7"."name" = $3)))) returning "t3"."id") select (select count(*)
  from meant)::text, "t4"."id"::text, "t4"."title"::text, (select array[(select count(*)
    from "lab"."book" as "t6"
    where ("t6"."author_id" = "t5"."id"))::text]
  from "lab"."author" as "t5"
  where ("t5"."id" = "t4"."author_id"))::text
from (select 1) as one left
join (ended
  join "lab"."book" as "t4" on ("t4"."id" = "ended"."id")) on true
order by "t4"."id"
-- $1: Ada
-- $2: 6
-- $3: Ada

with meant as (select "t1"."id"
  from "lab"."book" as "t1"
  where ("t1"."title" = $1)
  limit $2), ended as (delete
  from "lab"."book" as "t2"
  where ((("t2"."id") in (select *
        from meant))
    and ("t2"."title" = $3)) returning "t2"."id") select (select count(*)
  from meant)::text, "t3"."id"::text, "t3"."title"::text
from (select 1) as one left
join (ended
  join "lab"."book" as "t3" on ("t3"."id" = "ended"."id")) on true
order by "t3"."id"
-- $1: nothing
-- $2: 1
-- $3: nothing
