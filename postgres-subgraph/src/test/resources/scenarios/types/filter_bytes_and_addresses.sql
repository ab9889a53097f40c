select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."raw" = $1::bytea))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: \x00ff10
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."raw" = any(cast($1 as text[])::bytea[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [\x]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."markup" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."host" = $1::inet))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.1.2.3/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."host" <<= $1::inet))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.0.0.0/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."net" >>= $1::cidr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.1.0.0/16
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."net" && $1::cidr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.0.0.0/7
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."host" < $1::inet))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 11.0.0.0
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."mac" = $1::macaddr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 08-00-2b-01-02-03
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."mac8" = any(cast($1 as text[])::macaddr8[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [08:00:2b:01:02:03:04:05]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."bits" = $1::bit varying))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10110
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."more_bits" = any(cast($1 as text[])::bit varying[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [101]
-- $2: 21
