select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."day" < $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 9999999-01-01
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."day" = any(cast($1 as text[])::date[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-01-01, 4801-01-01 BC]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."moment" < $1::timestamp with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 294277-01-01T00:00Z
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."local" < $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 4801-01-01T00:00:00 BC
-- $2: 21
