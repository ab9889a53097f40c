select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."doc"::jsonb = $1::jsonb))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"b":[1,null],"a":1.5}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docb" is distinct
      from $1::jsonb))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {}
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
    and ("t2"."docb" <@ $1::jsonb))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"z":1}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (jsonb_exists("t2"."docb", $1)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: a
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (jsonb_exists_any("t2"."doc"::jsonb, cast($1 as text[]))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [x, b]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (jsonb_exists_all("t2"."doc"::jsonb, cast($1 as text[]))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [a, b]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (jsonb_path_exists("t2"."doc"::jsonb, $1::jsonpath)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: $.b[*] ? (@ == 1)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (jsonb_path_match("t2"."docb", $1::jsonpath)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: $.a > 1
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."doc"::jsonb is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21
