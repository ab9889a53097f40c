select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."day" = $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: infinity
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."day" < $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0001-01-01
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."day" = $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0044-03-15 BC
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."day" = $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0044-03-15 BC
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."day" = any(cast($1 as text[])::date[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [0044-03-15 BC, 12020-01-01]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."day" < $1::date)
    and ("t2"."day" > $2::date))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 0001-12-31 BC
-- $2: -infinity
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."day" >= $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12020-01-01
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."day" = $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12020-01-01
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."day" >= $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 5874897-12-31
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."days" @> cast($1 as text[])::date[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [infinity]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."days" @> cast($1 as text[])::date[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [0001-12-31 BC]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."moment" = any(cast($1 as text[])::timestamp with time zone[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [infinity, -infinity]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."moment" = $1::timestamp with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0044-03-15T14:00+02:00 BC
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."moment" = $1::timestamp with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0044-03-15T12:00Z BC
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."moment" > $1::timestamp with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12019-12-31T23:59:59.999999Z
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."moments" @> cast($1 as text[])::timestamp with time zone[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [-infinity]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."local" = $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0044-03-15T12:00:00 BC
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."local" >= $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12020-01-01T00:00:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."between_days" @> $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0044-12-31 BC
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."between_days" @> $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: infinity
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."between_moments" = $1::"pg_catalog"."tstzrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-01T00:00Z","infinity"]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and (("t2"."stay")."since" < $1::date)
    and (("t2"."stay")."until" < $2::timestamp with time zone))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 0001-01-01
-- $2: 0043-01-01T00:00Z BC
-- $3: 21
