select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."whole" = $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2147483647
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."whole" is distinct
      from $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2147483647
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."whole" = any(cast($1 as text[])::integer[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2147483647]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."whole" = any(cast($1 as text[])::integer[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2147483647]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."whole" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."whole" < $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2147483647
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."whole" <= $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2147483647
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."whole" > $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2147483647
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
    and ("t2"."big" is distinct
      from $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 9223372036854775807
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."big" = any(cast($1 as text[])::bigint[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [9223372036854775807]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."big" = any(cast($1 as text[])::bigint[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [9223372036854775807]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."big" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."big" < $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 9223372036854775807
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."big" <= $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 9223372036854775807
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."big" > $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 9223372036854775807
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."big" >= $1))
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
    and ("t2"."exact" is distinct
      from $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 123456789012345678901234567890.123456789
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."exact" = any(cast($1 as text[])::numeric[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [123456789012345678901234567890.123456789]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."exact" = any(cast($1 as text[])::numeric[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [123456789012345678901234567890.123456789]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."exact" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."exact" < $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 123456789012345678901234567890.123456789
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."exact" <= $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 123456789012345678901234567890.123456789
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."exact" > $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 123456789012345678901234567890.123456789
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."exact" >= $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 123456789012345678901234567890.123456789
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
    and ("t2"."single" is distinct
      from $1::real))
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
    and ((("t2"."single" = any(cast($1 as text[])::real[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [0.1]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."single" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."single" < $1::real))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0.1
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."single" <= $1::real))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0.1
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."single" > $1::real))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0.1
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."single" >= $1::real))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0.1
-- $2: 21
