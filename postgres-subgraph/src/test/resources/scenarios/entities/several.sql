select '0', array[k.ord::text, "t2"."id"::text, "t2"."label", (select array["t3"."name"]
  from "lab"."room" as "t3"
  where (("t3"."wing" = "t2"."room_wing")
    and ("t3"."number" = "t2"."room_number")))::text]::text
from unnest(cast($1 as text[])::bigint[]) with ordinality as k(key, ord)
join "lab"."item" as "t2" on ("t2"."id" = k.key) union all select '1', array[k.ord::text, "t4"."name", array(select array["t5"."id"::text]
  from "lab"."item" as "t5"
  where (("t5"."room_wing" = "t4"."wing")
    and ("t5"."room_number" = "t4"."number"))
  order by "t5"."id" asc
  fetch next $2 rows only)::text]::text
from unnest(cast($3 as text[])::"lab"."wing"[], cast($4 as text[])::integer[]) with ordinality as k(key1, key2, ord)
join "lab"."room" as "t4" on (("t4"."wing" = k.key1)
  and ("t4"."number" = k.key2)) union all select '2', array[k.ord::text, "t6"."name", array(select array["t7"."id"::text]
  from "lab"."item" as "t7"
  where (("t7"."room_wing" = "t6"."wing")
    and ("t7"."room_number" = "t6"."number"))
  order by "t7"."id" asc
  fetch next $5 rows only)::text]::text
from unnest(cast($6 as text[])) with ordinality as k(key, ord)
join "lab"."room" as "t6" on ("t6"."name" = k.key) union all select '3', array[k.ord::text, "t8"."id"::text, "t8"."label", (select array["t9"."name"]
  from "lab"."room" as "t9"
  where (("t9"."wing" = "t8"."room_wing")
    and ("t9"."number" = "t8"."room_number")))::text]::text
from unnest(cast($7 as text[])::timestamp with time zone[]) with ordinality as k(key, ord)
join "lab"."item" as "t8" on ("t8"."seen" = k.key)
-- $1: [9007199254740993, 77, 3, 1, 9007199254740993]
-- $2: 21
-- $3: [in the attic, north]
-- $4: [1, 2]
-- $5: 21
-- $6: [hall]
-- $7: [2026-01-01T00:00Z]
