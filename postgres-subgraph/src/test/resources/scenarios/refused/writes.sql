insert into "lab"."thing" ("id", "local") values ($1, $2::timestamp without time zone) returning "thing"."id"::text
-- $1: 2
-- $2: 2020-02-30T00:00:00

insert into "lab"."thing" ("id", "clock") values ($1, $2::time without time zone), ($3, $4::time without time zone) returning "thing"."id"::text
-- $1: 2
-- $2: 12:00
-- $3: 3
-- $4: 25:00

update "lab"."thing" as "t1" set "took" = $1::interval
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: P99999999999D
-- $2: 1

update "lab"."thing" as "t1" set "host" = $1::inet
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: 1.2.3.999
-- $2: 1

update "lab"."thing" as "t1" set "span" = $1::"pg_catalog"."int4range"
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: ["9","1")
-- $2: 1

update "lab"."thing" as "t1" set "single" = $1::real
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: 1.0E300
-- $2: 1

update "lab"."thing" as "t1" set "price" = $1::money
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: 1000000000000000000000000000000
-- $2: 1

with meant as (select "t1"."id"
  from "lab"."thing" as "t1"
  where ("t1"."name" ~ $1)
  limit $2), written as (update "lab"."thing" as "t2" set "name" = $3
  where ((("t2"."id") in (select *
        from meant))
    and ("t2"."name" ~ $4)) returning "t2"."id") select (select count(*)
  from meant)::text, "written"."id"::text
from (select 1) as one left
join written on true
order by "written"."id"
-- $1: *
-- $2: 2
-- $3: x
-- $4: *

with meant as (select "t1"."id"
  from "lab"."thing" as "t1"
  where ("t1"."name" ~ $1)
  limit $2), ended as (delete
  from "lab"."thing" as "t2"
  where ((("t2"."id") in (select *
        from meant))
    and ("t2"."name" ~ $3)) returning "t2"."id") select (select count(*)
  from meant)::text, "t3"."id"::text
from (select 1) as one left
join (ended
  join "lab"."thing" as "t3" on ("t3"."id" = "ended"."id")) on true
order by "t3"."id"
-- $1: *
-- $2: 2
-- $3: *
