insert into "lab"."person" ("id", "home", "homes", "spans", "visits", "ages") values ($1, $2::"lab"."place", $3::"lab"."place"[], $4::"pg_catalog"."datemultirange", $5::"pg_catalog"."tstzrange"[], $6::"pg_catalog"."int8range") returning "person"."id"::text
-- $1: 5
-- $2: ("A, \"B\" (C) \\","12345","{\"in pain\"}","(\"0044-03-15 BC\",,\"[\\\"1\\\",\\\"3\\\")\")","1.2345","[0.5, 1.0]","{\"a\":[1,\"\\\"\"]}",)
-- $3: {"(\"\",,,,,,,)","(,,,\"(,,\\\"empty\\\")\",,,,)"}
-- $4: {["2020-01-01","infinity")}
-- $5: {"empty"}
-- $6: [,)

select k.ord::text, "t1"."id"::text, "t1"."home"::text, "t1"."homes"::text, "t1"."spans"::text, "t1"."visits"::text, "t1"."ages"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."person" as "t1" on ("t1"."id" = k.key)
-- $1: [5]

update "lab"."person" as "t1" set "home" = $1::"lab"."place"
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: (,"1",,,,,,)
-- $2: 1
