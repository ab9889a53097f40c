select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."days" = $1::date[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"2020-02-29"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."days" is distinct
      from $1::date[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"2020-02-29"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and "t2"."days" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and (cardinality("t2"."days") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."days" @> cast($1 as text[])::date[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-02-29]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."days" && cast($1 as text[])::date[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-02-29, infinity]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."days" @> cast($1 as text[])::date[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-02-29, infinity]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."moments" = $1::timestamp with time zone[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"2020-02-29T12:30Z"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."moments" is distinct
      from $1::timestamp with time zone[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"2020-02-29T12:30Z"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and "t2"."moments" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and (cardinality("t2"."moments") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."moments" @> cast($1 as text[])::timestamp with time zone[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-02-29T12:30Z]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."moments" && cast($1 as text[])::timestamp with time zone[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-02-29T12:30Z, -infinity]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."moments" @> cast($1 as text[])::timestamp with time zone[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2020-02-29T12:30Z, -infinity]
-- $2: 21
