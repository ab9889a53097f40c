insert into "lab"."author" ("id", "name") values (default, $1), ($2, $3), (default, $4) returning "author"."id"::text
-- $1: Cleo
-- $2: 70
-- $3: Dora
-- $4: Emil

select k.ord::text, "t1"."id"::text, "t1"."name"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."author" as "t1" on ("t1"."id" = k.key)
-- $1: [3, 70, 4]

insert into "lab"."stock" ("warehouse", "book_id", "amount") values ($1, $2, $3), ($4, $5, $6) returning "stock"."warehouse", "stock"."book_id"::text
-- $1: west
-- $2: 2
-- $3: 1
-- $4: west
-- $5: 1
-- $6: 2

select k.ord::text, "t1"."warehouse", "t1"."amount"::text, (select array["t2"."title"::text]
  from "lab"."book" as "t2"
  where ("t2"."id" = "t1"."book_id"))::text
from unnest(cast($1 as text[]), cast($2 as text[])::integer[]) with ordinality as k(key1, key2, ord)
join "lab"."stock" as "t1" on (("t1"."warehouse" = k.key1)
  and ("t1"."book_id" = k.key2))
-- $1: [west, west]
-- $2: [2, 1]
