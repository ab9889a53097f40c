insert into "lab"."event" ("id", "day", "moment", "local", "days", "between_days", "stay") values ($1, $2::date, $3::timestamp with time zone, $4::timestamp without time zone, $5::date[], $6::"pg_catalog"."daterange", $7::"lab"."stay") returning "event"."id"::text
-- $1: 9
-- $2: 0044-03-15 BC
-- $3: 12020-01-01T00:00:00.500Z
-- $4: -infinity
-- $5: {"infinity","0001-01-01 BC"}
-- $6: ["-infinity","infinity")
-- $7: ("12020-01-01","-infinity")

select k.ord::text, "t1"."id"::text, "t1"."day"::text, "t1"."moment"::text, "t1"."local"::text, "t1"."days"::text, "t1"."between_days"::text, "t1"."stay"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."event" as "t1" on ("t1"."id" = k.key)
-- $1: [9]

update "lab"."event" as "t1" set "moment" = $1::timestamp with time zone
where ("t1"."id" = $2) returning "t1"."id"::text
-- $1: 0044-03-15T12:00+02:00 BC
-- $2: 1

select k.ord::text, "t1"."moment"::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."event" as "t1" on ("t1"."id" = k.key)
-- $1: [1]
