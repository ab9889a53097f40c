insert into "lab"."note" ("id", "owner", "words") values ($1, $2, $3) returning "note"."id"::text
-- $1: 10
-- $2: ada
-- $3: new

update "lab"."note" as "t1" set "words" = $1
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: x
-- $2: 1

with meant as (select "t1"."id"
  from "lab"."note" as "t1"
  where ("t1"."id" = $1)), ended as (delete
  from "lab"."note" as "t2"
  where (("t2"."id") in (select *
      from meant)) returning "t2"."id") select (select count(*)
  from meant)::text, "t3"."id"::text, "t3"."id"::text
from (select 1) as one left
join (ended
  join "lab"."note" as "t3" on ("t3"."id" = "ended"."id")) on true
order by "t3"."id"
-- $1: 1

with meant as (select "t1"."id"
  from "lab"."note" as "t1"
  where true
  limit $1), written as (update "lab"."note" as "t2" set "words" = $2
  where ((("t2"."id") in (select *
        from meant))
    and true) returning "t2"."id") select (select count(*)
  from meant)::text, "written"."id"::text
from (select 1) as one left
join written on true
order by "written"."id"
-- $1: 6
-- $2: x

with meant as (select "t1"."id"
  from "lab"."note" as "t1"
  where true
  limit $1), ended as (delete
  from "lab"."note" as "t2"
  where ((("t2"."id") in (select *
        from meant))
    and true) returning "t2"."id") select (select count(*)
  from meant)::text, "t3"."id"::text, "t3"."id"::text
from (select 1) as one left
join (ended
  join "lab"."note" as "t3" on ("t3"."id" = "ended"."id")) on true
order by "t3"."id"
-- $1: 6

insert into "lab"."note" ("id", "owner", "words") values ($1, $2, $3) on conflict ("id") do update set "owner" = excluded."owner", "words" = excluded."words" returning "note"."id"::text
-- $1: 1
-- $2: ada
-- $3: x
