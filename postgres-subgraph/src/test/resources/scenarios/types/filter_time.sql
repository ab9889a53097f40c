select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."day" = $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."day" < $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2000-01-01
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."moment" = $1::timestamp with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29T10:30:00.123456Z
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."moment" = any(cast($1 as text[])::timestamp with time zone[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-02-29T12:30:00.123456+02:00]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."local" = $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29T12:30:00.5
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock" > $1::time without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock_there" = $1::time with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00+02:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."took" > $1::interval))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: P365D
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."took" = $1::interval))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: P1Y2M3DT4H5M6.5S
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."flag" = $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: true
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."flag" is distinct
      from $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: true
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."token" = $1::uuid))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 123e4567-e89b-12d3-a456-426614174000
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."token" > $1::uuid))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 00000000-0000-0000-0000-000000000000
-- $2: 21
