update "lab"."book" as "t1" set "title" = $1, "pages" = $2, "price" = null, "extra" = $3::jsonb
where ("t1"."id" = $4) returning "t1"."id"::text
-- $1: Three!
-- $2: 3
-- $3: {"k":1}
-- $4: 3

select k.ord::text, "t1"."id"::text, "t1"."title"::text, "t1"."pages"::text, "t1"."price"::text, "t1"."extra"::text, (select array["t2"."name"::text]
  from "lab"."author" as "t2"
  where ("t2"."id" = "t1"."author_id"))::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."book" as "t1" on ("t1"."id" = k.key)
-- $1: [3]

update "lab"."book" as "t1" set "author_id" = null
where ("t1"."isbn" = $1) returning "t1"."id"::text
-- $1: 333

select k.ord::text, "t1"."title"::text, (select array["t2"."name"::text]
  from "lab"."author" as "t2"
  where ("t2"."id" = "t1"."author_id"))::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."book" as "t1" on ("t1"."id" = k.key)
-- $1: [3]

update "lab"."stock" as "t1" set "amount" = $1
where (("t1"."warehouse" = $2)
  and ("t1"."book_id" = $3)) returning "t1"."warehouse", "t1"."book_id"::text
-- $1: 3
-- $2: south
-- $3: 1

select k.ord::text, "t1"."amount"::text, (select array["t2"."title"::text]
  from "lab"."book" as "t2"
  where ("t2"."id" = "t1"."book_id"))::text
from unnest(cast($1 as text[]), cast($2 as text[])::integer[]) with ordinality as k(key1, key2, ord)
join "lab"."stock" as "t1" on (("t1"."warehouse" = k.key1)
  and ("t1"."book_id" = k.key2))
-- $1: [south]
-- $2: [1]

with meant as (select "t1"."id"
  from "lab"."book" as "t1"
  where "t1"."shelf" is not null
  limit $1), written as (update "lab"."book" as "t2" set "shelf" = $2
  where ((("t2"."id") in (select *
        from meant))
    and "t2"."shelf" is not null) returning "t2"."id") select (select count(*)
  from meant)::text, "written"."id"::text
from (select 1) as one left
join written on true
order by "written"."id"
-- $1: 11
-- $2: b

select k.ord::text, "t1"."id"::text, "t1"."shelf", "t1"."slot"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."book" as "t1" on ("t1"."id" = k.key)
-- $1: [1, 2]
