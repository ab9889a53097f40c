select k.ord::text, "t1"."id"::text, "t1"."shirt"::text
from unnest(cast($1 as text[])::"lab"."size"[]) with ordinality as k(key, ord)
join "lab"."thing" as "t1" on ("t1"."id"::"lab"."size" = k.key)
-- $1: [extra large, small]
