select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."small" = $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: -32768
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."small" = any(cast($1 as text[])::smallint[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [0, 7]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."small" < $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 70000
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."whole" >= $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2147483647
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."big" = $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 9223372036854775807
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."exact" = $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 123456789012345678901234567890.123456789
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."exact" = $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: NaN
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."scaled" = $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0.1
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."scaled" = any(cast($1 as text[])::numeric[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [0.100]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."single" = $1::real))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0.1
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."single" = any(cast($1 as text[])::real[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [0.1]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."double" = any(cast($1 as text[])::double precision[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [0.1]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."price" = $1::money))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: -1234.50
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."price" < $1::money))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."share" <= $1::numeric)
    and ("t2"."share" > $2::numeric))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 12.5
-- $2: 12
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."share" = any(cast($1 as text[])::numeric[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [12.5]
-- $2: 21
