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
    and ("t2"."day" is distinct
      from $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."day" = any(cast($1 as text[])::date[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-02-29]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."day" = any(cast($1 as text[])::date[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-02-29]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."day" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."day" < $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."day" <= $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."day" > $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."day" >= $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29
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
    and ("t2"."moment" is distinct
      from $1::timestamp with time zone))
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
-- $1: [2020-02-29T10:30:00.123456Z]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."moment" = any(cast($1 as text[])::timestamp with time zone[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-02-29T10:30:00.123456Z]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."moment" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."moment" < $1::timestamp with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29T10:30:00.123456Z
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."moment" <= $1::timestamp with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29T10:30:00.123456Z
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."moment" > $1::timestamp with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29T10:30:00.123456Z
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."moment" >= $1::timestamp with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29T10:30:00.123456Z
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
    and ("t2"."local" is distinct
      from $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29T12:30:00.5
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."local" = any(cast($1 as text[])::timestamp without time zone[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-02-29T12:30:00.5]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."local" = any(cast($1 as text[])::timestamp without time zone[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-02-29T12:30:00.5]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."local" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."local" < $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29T12:30:00.5
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."local" <= $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29T12:30:00.5
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."local" > $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29T12:30:00.5
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."local" >= $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-29T12:30:00.5
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock" = $1::time without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00.25
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock" is distinct
      from $1::time without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00.25
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock" = any(cast($1 as text[])::time without time zone[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [12:30:00.25]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."clock" = any(cast($1 as text[])::time without time zone[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [12:30:00.25]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."clock" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock" < $1::time without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00.25
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock" <= $1::time without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00.25
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock" > $1::time without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00.25
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock" >= $1::time without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00.25
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
    and ("t2"."clock_there" is distinct
      from $1::time with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00+02:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock_there" = any(cast($1 as text[])::time with time zone[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [12:30:00+02:00]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."clock_there" = any(cast($1 as text[])::time with time zone[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [12:30:00+02:00]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."clock_there" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock_there" < $1::time with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00+02:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock_there" <= $1::time with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00+02:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock_there" > $1::time with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00+02:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."clock_there" >= $1::time with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 12:30:00+02:00
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
    and ("t2"."took" is distinct
      from $1::interval))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: P1Y2M3DT4H5M6.5S
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."took" = any(cast($1 as text[])::interval[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [P1Y2M3DT4H5M6.5S]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."took" = any(cast($1 as text[])::interval[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [P1Y2M3DT4H5M6.5S]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."took" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."took" < $1::interval))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: P1Y2M3DT4H5M6.5S
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."took" <= $1::interval))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: P1Y2M3DT4H5M6.5S
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."took" > $1::interval))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: P1Y2M3DT4H5M6.5S
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."took" >= $1::interval))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: P1Y2M3DT4H5M6.5S
-- $2: 21
