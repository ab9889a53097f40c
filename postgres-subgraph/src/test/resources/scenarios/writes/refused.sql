insert into "lab"."book" ("isbn", "title") values ($1, $2) returning "book"."id"::text
-- $1: 111
-- $2: again

insert into "lab"."book" ("isbn", "title", "shelf", "slot") values ($1, $2, $3, $4) returning "book"."id"::text
-- $1: 888
-- $2: there
-- $3: a
-- $4: 1

insert into "lab"."book" ("isbn", "title", "author_id") values ($1, $2, $3) returning "book"."id"::text
-- $1: 888
-- $2: by nobody
-- $3: 99

insert into "lab"."book" ("isbn", "title", "pages") values ($1, $2, $3) returning "book"."id"::text
-- $1: 888
-- $2: empty
-- $3: 0

update "lab"."book" as "t1" set "bound" = $1::"lab"."cover"
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: in leather
-- $2: 1

insert into "lab"."book" ("isbn", "title") values ($1, $2) returning "book"."id"::text
-- $1: no number
-- $2: x

insert into "lab"."book" ("isbn", "title", "lent") values ($1, $2, $3::"pg_catalog"."daterange"), ($4, $5, $6::"pg_catalog"."daterange") returning "book"."id"::text
-- $1: 801
-- $2: a
-- $3: ["2026-01-01","2026-02-01")
-- $4: 802
-- $5: b
-- $6: ["2026-01-15",)

update "lab"."book" as "t1" set "title" = $1
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: x
-- $2: 99

with meant as (select "t1"."id"
  from "lab"."book" as "t1"
  where ("t1"."id" = $1)), ended as (delete
  from "lab"."book" as "t2"
  where (("t2"."id") in (select *
      from meant)) returning "t2"."id") select (select count(*)
  from meant)::text, "t3"."id"::text, "t3"."id"::text
from (select 1) as one left
join (ended
  join "lab"."book" as "t3" on ("t3"."id" = "ended"."id")) on true
order by "t3"."id"
-- $1: 99

with meant as (select "t1"."id"
  from "lab"."author" as "t1"
  where ("t1"."id" = $1)), ended as (delete
  from "lab"."author" as "t2"
  where (("t2"."id") in (select *
      from meant)) returning "t2"."id") select (select count(*)
  from meant)::text, "t3"."id"::text, "t3"."id"::text
from (select 1) as one left
join (ended
  join "lab"."author" as "t3" on ("t3"."id" = "ended"."id")) on true
order by "t3"."id"
-- $1: 1

with meant as (select "t1"."id"
  from "lab"."book" as "t1"
  where true
  limit $1), written as (update "lab"."book" as "t2" set "title" = $2
  where ((("t2"."id") in (select *
        from meant))
    and true) returning "t2"."id") select (select count(*)
  from meant)::text, "written"."id"::text
from (select 1) as one left
join written on true
order by "written"."id"
-- $1: 3
-- $2: all

with meant as (select "t1"."id"
  from "lab"."book" as "t1"
  where true
  limit $1), ended as (delete
  from "lab"."book" as "t2"
  where ((("t2"."id") in (select *
        from meant))
    and true) returning "t2"."id") select (select count(*)
  from meant)::text, "t3"."id"::text
from (select 1) as one left
join (ended
  join "lab"."book" as "t3" on ("t3"."id" = "ended"."id")) on true
order by "t3"."id"
-- $1: 3

insert into "lab"."author" ("id", "name") values ($1, $2), ($3, $4) on conflict ("name") do update set "id" = excluded."id" returning "author"."id"::text
-- $1: 8
-- $2: Zoe
-- $3: 9
-- $4: Zoe

insert into "lab"."author" ("name") values ($1) returning "author"."id"::text
-- $1: Last

select k.ord::text, "t1"."name"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."author" as "t1" on ("t1"."id" = k.key)
-- $1: [3]
