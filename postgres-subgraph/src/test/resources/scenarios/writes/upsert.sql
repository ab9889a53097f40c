insert into "lab"."book" ("isbn", "title", "pages") values ($1, $2, $3) on conflict ("isbn") do update set "title" = excluded."title", "pages" = excluded."pages" returning "book"."id"::text
-- $1: 111
-- $2: One again
-- $3: 11

select k.ord::text, "t1"."id"::text, "t1"."isbn"::text, "t1"."title"::text, "t1"."pages"::text, "t1"."shelf"
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."book" as "t1" on ("t1"."id" = k.key)
-- $1: [1]

insert into "lab"."book" ("isbn", "title") values ($1, $2) on conflict ("isbn") do update set "title" = excluded."title" returning "book"."id"::text
-- $1: 999
-- $2: Nine

select k.ord::text, "t1"."isbn"::text, "t1"."title"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."book" as "t1" on ("t1"."id" = k.key)
-- $1: [5]

insert into "lab"."book" ("isbn", "title", "shelf", "slot") values ($1, $2, $3, $4) on conflict ("shelf", "slot") do update set "title" = excluded."title" returning "book"."id"::text
-- $1: 777
-- $2: Seven
-- $3: a
-- $4: 2

select k.ord::text, "t1"."id"::text, "t1"."isbn"::text, "t1"."title"::text, "t1"."shelf", "t1"."slot"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."book" as "t1" on ("t1"."id" = k.key)
-- $1: [2]

insert into "lab"."stock" ("warehouse", "book_id", "amount") values ($1, $2, $3), ($4, $5, $6) on conflict ("warehouse", "book_id") do update set "amount" = excluded."amount" returning "stock"."warehouse", "stock"."book_id"::text
-- $1: north
-- $2: 1
-- $3: 50
-- $4: east
-- $5: 1
-- $6: 7

select k.ord::text, "t1"."warehouse", "t1"."book_id"::text, "t1"."amount"::text
from unnest(cast($1 as text[]), cast($2 as text[])::integer[]) with ordinality as k(key1, key2, ord)
join "lab"."stock" as "t1" on (("t1"."warehouse" = k.key1)
  and ("t1"."book_id" = k.key2))
-- $1: [north, east]
-- $2: [1, 1]
