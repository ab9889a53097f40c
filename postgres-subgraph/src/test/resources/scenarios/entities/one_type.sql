select k.ord::text, "t1"."wing"::text, "t1"."number"::text, "t1"."name"
from unnest(cast($1 as text[])::"lab"."wing"[], cast($2 as text[])::integer[]) with ordinality as k(key1, key2, ord)
join "lab"."room" as "t1" on (("t1"."wing" = k.key1)
  and ("t1"."number" = k.key2))
-- $1: [in the attic, north]
-- $2: [1, 1]
