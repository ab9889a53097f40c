select k.ord::text, "t1"."id"::text, "t1"."words"
from unnest(cast($1 as text[])) with ordinality as k(key, ord)
join "lab"."note" as "t1" on ("t1"."code" = k.key)
-- $1: [n1, n10, n3]
