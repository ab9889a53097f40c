insert into "lab"."note" ("id", "words") values ($1, $2) returning "note"."id"::text
-- $1: 10
-- $2: new

select k.ord::text, "t1"."id"::text, "t1"."owner"
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."note" as "t1" on ("t1"."id" = k.key)
-- $1: [10]

insert into "lab"."note" ("id", "owner", "words") values ($1, $2, $3) returning "note"."id"::text
-- $1: 11
-- $2: bob
-- $3: not mine

update "lab"."note" as "t1" set "words" = $1
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: changed
-- $2: 2

select k.ord::text, "t1"."id"::text, "t1"."words"
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."note" as "t1" on ("t1"."id" = k.key)
-- $1: [2]

update "lab"."note" as "t1" set "words" = $1
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: x
-- $2: 3

update "lab"."note" as "t1" set "words" = $1
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: x
-- $2: 99

update "lab"."note" as "t1" set "words" = $1
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: x
-- $2: 4

update "lab"."note" as "t1" set "owner" = $1
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: bob
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
-- $1: 3

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
-- $1: 99

insert into "lab"."remark" ("id", "note_id", "words") values ($1, $2, $3) returning "remark"."id"::text
-- $1: 20
-- $2: 3
-- $3: on what I do not see

select $1
from unnest(cast($2 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."remark" as "t1" on ("t1"."id" = k.key)
where "t1"."note_id" is not null
and not exists (select 1
  from "lab"."note" as "target"
  where ("target"."id" = "t1"."note_id"))
limit 1
-- $1: remark_note_id_fkey
-- $2: [20]

insert into "lab"."remark" ("id", "note_id", "words") values ($1, $2, $3) returning "remark"."id"::text
-- $1: 20
-- $2: 99
-- $3: on nothing

update "lab"."remark" as "t1" set "note_id" = $1
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: 3
-- $2: 1

select $1
from unnest(cast($2 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."remark" as "t1" on ("t1"."id" = k.key)
where "t1"."note_id" is not null
and not exists (select 1
  from "lab"."note" as "target"
  where ("target"."id" = "t1"."note_id"))
limit 1
-- $1: remark_note_id_fkey
-- $2: [1]

insert into "lab"."remark" ("id", "note_id", "answers") values ($1, $2, $3) returning "remark"."id"::text
-- $1: 21
-- $2: 2
-- $3: 1

select $1
from unnest(cast($2 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."remark" as "t1" on ("t1"."id" = k.key)
where "t1"."note_id" is not null
and not exists (select 1
  from "lab"."note" as "target"
  where ("target"."id" = "t1"."note_id"))
limit 1
-- $1: remark_note_id_fkey
-- $2: [21]

select k.ord::text, "t1"."id"::text, (select array["t2"."words"]
  from "lab"."note" as "t2"
  where ("t2"."id" = "t1"."note_id"))::text, (select array["t3"."id"::text, "t3"."words"]
  from "lab"."remark" as "t3"
  where ("t3"."id" = "t1"."answers"))::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."remark" as "t1" on ("t1"."id" = k.key)
-- $1: [21]

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
-- $1: 4
-- $2: x

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
-- $1: 101
-- $2: all of mine

select k.ord::text, "t1"."id"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."note" as "t1" on ("t1"."id" = k.key)
-- $1: [1, 2, 10]

with meant as (select "t1"."id"
  from "lab"."note" as "t1"
  where (("t1"."id" is distinct
      from $1)
    and ("t1"."words" = $2))
  limit $3), ended as (delete
  from "lab"."note" as "t2"
  where ((("t2"."id") in (select *
        from meant))
    and ("t2"."id" is distinct
      from $4)
    and ("t2"."words" = $5)) returning "t2"."id") select (select count(*)
  from meant)::text, "t3"."id"::text
from (select 1) as one left
join (ended
  join "lab"."note" as "t3" on ("t3"."id" = "ended"."id")) on true
order by "t3"."id"
-- $1: 2
-- $2: all of mine
-- $3: 101
-- $4: 2
-- $5: all of mine

insert into "lab"."note" ("id", "words") values ($1, $2) on conflict ("id") do update set "words" = excluded."words" returning "note"."id"::text
-- $1: 3
-- $2: mine now

insert into "lab"."note" ("id", "words") values ($1, $2) returning "note"."id"::text
-- $1: 3
-- $2: mine now
