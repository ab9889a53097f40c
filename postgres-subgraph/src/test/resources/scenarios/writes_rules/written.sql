insert into "lab"."cheap" ("name", "price") values ($1, $2::numeric) returning "cheap"."id"::text
-- $1: vase
-- $2: 2

select k.ord::text, "t1"."id"::text, "t1"."name"
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."cheap" as "t1" on ("t1"."id" = k.key)
-- $1: [2]

insert into "lab"."item" ("name", "price") values ($1, $2::numeric) returning "item"."id"::text
-- $1: jug
-- $2: NaN

select k.ord::text, "t1"."id"::text, "t1"."price"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."item" as "t1" on ("t1"."id" = k.key)
-- $1: [3]

insert into "lab"."item" ("name", "price") values ($1, $2::numeric) returning "item"."id"::text
-- $1: jug
-- $2: 1e-20

select k.ord::text, "t1"."price"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."item" as "t1" on ("t1"."id" = k.key)
-- $1: [4]

insert into "lab"."item" ("name", "price") values ($1, $2::numeric) returning "item"."id"::text
-- $1: jug
-- $2: 99999.4e-2

select k.ord::text, "t1"."price"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."item" as "t1" on ("t1"."id" = k.key)
-- $1: [5]

insert into "lab"."sale" ("id", "year", "amount") values ($1, $2, $3) returning "sale"."id"::text, "sale"."year"::text
-- $1: 1
-- $2: 2025
-- $3: 3

select k.ord::text, "t1"."id"::text, "t1"."year"::text, "t1"."amount"::text
from unnest(cast($1 as text[])::integer[], cast($2 as text[])::integer[]) with ordinality as k(key1, key2, ord)
join "lab"."sale" as "t1" on (("t1"."id" = k.key1)
  and ("t1"."year" = k.key2))
-- $1: [1]
-- $2: [2025]

insert into "lab"."tick" ("at") values (default), (default) returning "tick"."id"::text

select k.ord::text, "t1"."id"::text, "t1"."at"::text, "t1"."note"
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."tick" as "t1" on ("t1"."id" = k.key)
-- $1: [1, 2]

insert into "lab"."tick" ("note") values (default), ($1) returning "tick"."id"::text
-- $1: third

select k.ord::text, "t1"."id"::text, "t1"."at"::text, "t1"."note"
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."tick" as "t1" on ("t1"."id" = k.key)
-- $1: [3, 4]

insert into "lab"."note" ("id") values (default), (default) returning "note"."id"::text

select k.ord::text, "t1"."id"::text, "t1"."at"::text, "t1"."note"
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."note" as "t1" on ("t1"."id" = k.key)
-- $1: [5, 6]
