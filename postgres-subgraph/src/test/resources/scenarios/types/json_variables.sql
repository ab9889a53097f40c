select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."doc"::jsonb = $1::jsonb))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"a":1.5,"b":[1,null]}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docb" = $1::jsonb))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"a":12345678901234567890.5,"b":["x"]}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docb" @> $1::jsonb))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"b":["x"]}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docb" @> $1::jsonb))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"b":["NULL"]}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docs" @> cast($1 as text[])::jsonb[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [{"k":1}]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docb" = $1::jsonb))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"a":null}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."id" = any(cast($1 as text[])::integer[]))
    and ("t2"."words" && cast($2 as text[])))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: [1, 2]
-- $2: [NULL, a,b]
-- $3: 21
