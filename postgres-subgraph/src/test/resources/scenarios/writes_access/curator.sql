update "lab"."note" as "t1" set "words" = $1
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: seen by a curator
-- $2: 3

select k.ord::text, "t1"."id"::text, "t1"."owner", "t1"."words"
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."note" as "t1" on ("t1"."id" = k.key)
-- $1: [3]

insert into "lab"."remark" ("id", "note_id", "words") values ($1, $2, $3) returning "remark"."id"::text
-- $1: 22
-- $2: 3
-- $3: on a hidden one

select $1
from unnest(cast($2 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."remark" as "t1" on ("t1"."id" = k.key)
where "t1"."note_id" is not null
and not exists (select 1
  from "lab"."note" as "target"
  where ("target"."id" = "t1"."note_id"))
limit 1
-- $1: remark_note_id_fkey
-- $2: [22]

select k.ord::text, "t1"."id"::text, (select array["t2"."words"]
  from "lab"."note" as "t2"
  where ("t2"."id" = "t1"."note_id"))::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."remark" as "t1" on ("t1"."id" = k.key)
-- $1: [22]

with meant as (select "t1"."id"
  from "lab"."note" as "t1"
  where ("t1"."id" = $1)), ended as (delete
  from "lab"."note" as "t2"
  where (("t2"."id") in (select *
      from meant)) returning "t2"."id") select (select count(*)
  from meant)::text, "t3"."id"::text, "t3"."id"::text, "t3"."words"
from (select 1) as one left
join (ended
  join "lab"."note" as "t3" on ("t3"."id" = "ended"."id")) on true
order by "t3"."id"
-- $1: 4
