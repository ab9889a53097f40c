insert into "lab"."item" ("name", "maker_id") values ($1, $2) returning "item"."id"::text
-- $1: jug
-- $2: 9

select k.ord::text, "t1"."id"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."item" as "t1" on ("t1"."id" = k.key)
-- $1: [2]

update "lab"."maker" as "t1" set "name" = $1
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: Ada
-- $2: 2

select k.ord::text, "t1"."name"
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."maker" as "t1" on ("t1"."id" = k.key)
-- $1: [2]

with meant as (select "t1"."id"
  from "lab"."maker" as "t1"
  where ("t1"."id" = $1)), ended as (delete
  from "lab"."maker" as "t2"
  where (("t2"."id") in (select *
      from meant)) returning "t2"."id") select (select count(*)
  from meant)::text, "t3"."id"::text, "t3"."name"
from (select 1) as one left
join (ended
  join "lab"."maker" as "t3" on ("t3"."id" = "ended"."id")) on true
order by "t3"."id"
-- $1: 1

insert into "lab"."item" ("name") values ($1) returning "item"."id"::text
-- $1: ghost

update "lab"."item" as "t1" set "name" = $1
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: ghost
-- $2: 1

insert into "lab"."item" ("name") values ($1) returning "item"."id"::text
-- $1: coded

insert into "lab"."item" ("name") values ($1) returning "item"."id"::text
-- $1: checked

insert into "lab"."item" ("name") values ($1) returning "item"."id"::text
-- $1: broken

insert into "lab"."item" ("name", "price") values ($1, $2::numeric) returning "item"."id"::text
-- $1: jug
-- $2: -1

insert into "lab"."cheap" ("name", "price") values ($1, $2::numeric) returning "cheap"."id"::text
-- $1: vase
-- $2: 20

insert into "lab"."cheap" ("id", "name", "price") values ($1, $2, $3::numeric) returning "cheap"."id"::text
-- $1: 7
-- $2: vase
-- $3: 2

insert into "lab"."sale" ("id", "year", "amount") values ($1, $2, $3) returning "sale"."id"::text, "sale"."year"::text
-- $1: 1
-- $2: 2024
-- $3: 1

insert into "lab"."sale" ("id", "year", "amount") values ($1, $2, $3) returning "sale"."id"::text, "sale"."year"::text
-- $1: 1
-- $2: 2025
-- $3: 0

insert into "lab"."sale" ("id", "year", "amount") values ($1, $2, $3) returning "sale"."id"::text, "sale"."year"::text
-- $1: 5
-- $2: 2025
-- $3: 1

insert into "lab"."sale" ("id", "year", "amount") values ($1, $2, $3) returning "sale"."id"::text, "sale"."year"::text
-- $1: 6
-- $2: 2026
-- $3: 1

insert into "lab"."sale" ("id", "year", "amount") values ($1, $2, $3) returning "sale"."id"::text, "sale"."year"::text
-- $1: 7
-- $2: 2023
-- $3: 1

insert into "lab"."sale" ("id", "year", "amount", "maker_id") values ($1, $2, $3, $4) returning "sale"."id"::text, "sale"."year"::text
-- $1: 8
-- $2: 2023
-- $3: 1
-- $4: 9

update "lab"."sale" as "t1" set "maker_id" = $1
where (("t1"."id" = $2)
  and ("t1"."year" = $3)) returning "t1"."id"::text, "t1"."year"::text
-- $1: 9
-- $2: 5
-- $3: 2025

insert into "lab"."refund" ("id", "sale_id", "year") values ($1, $2, $3) returning "refund"."id"::text
-- $1: 2
-- $2: 9
-- $3: 2026

with meant as (select "t1"."id", "t1"."year"
  from "lab"."sale" as "t1"
  where (("t1"."id" = $1)
    and ("t1"."year" = $2))), ended as (delete
  from "lab"."sale" as "t2"
  where (("t2"."id", "t2"."year") in (select *
      from meant)) returning "t2"."id", "t2"."year") select (select count(*)
  from meant)::text, "t3"."id"::text, "t3"."id"::text
from (select 1) as one left
join (ended
  join "lab"."sale" as "t3" on (("t3"."id" = "ended"."id")
    and ("t3"."year" = "ended"."year"))) on true
order by "t3"."id", "t3"."year"
-- $1: 6
-- $2: 2026
