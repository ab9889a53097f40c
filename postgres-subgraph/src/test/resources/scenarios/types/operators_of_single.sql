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
    and "t2"."flag" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

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
    and ("t2"."token" is distinct
      from $1::uuid))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 123e4567-e89b-12d3-a456-426614174000
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."token" = any(cast($1 as text[])::uuid[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [123e4567-e89b-12d3-a456-426614174000]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."token" = any(cast($1 as text[])::uuid[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [123e4567-e89b-12d3-a456-426614174000]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."token" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."token" < $1::uuid))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 123e4567-e89b-12d3-a456-426614174000
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."token" <= $1::uuid))
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
-- $1: 123e4567-e89b-12d3-a456-426614174000
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."token" >= $1::uuid))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 123e4567-e89b-12d3-a456-426614174000
-- $2: 21

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
    and ("t2"."raw" is distinct
      from $1::bytea))
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
-- $1: [\x00ff10]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."raw" = any(cast($1 as text[])::bytea[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [\x00ff10]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."raw" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."raw" < $1::bytea))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: \x00ff10
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."raw" <= $1::bytea))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: \x00ff10
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."raw" > $1::bytea))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: \x00ff10
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."raw" >= $1::bytea))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: \x00ff10
-- $2: 21

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
    and ("t2"."host" is distinct
      from $1::inet))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.1.2.3/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."host" = any(cast($1 as text[])::inet[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [10.1.2.3/8]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."host" = any(cast($1 as text[])::inet[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [10.1.2.3/8]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."host" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."host" < $1::inet))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.1.2.3/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."host" <= $1::inet))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.1.2.3/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."host" > $1::inet))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.1.2.3/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."host" >= $1::inet))
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
    and ("t2"."host" >>= $1::inet))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.1.2.3
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."host" && $1::inet))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.1.0.0/16
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."net" = $1::cidr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.0.0.0/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."net" is distinct
      from $1::cidr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.0.0.0/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."net" = any(cast($1 as text[])::cidr[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [10.0.0.0/8]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."net" = any(cast($1 as text[])::cidr[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [10.0.0.0/8]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."net" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."net" < $1::cidr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.0.0.0/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."net" <= $1::cidr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.0.0.0/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."net" > $1::cidr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.0.0.0/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."net" >= $1::cidr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.0.0.0/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."net" <<= $1::cidr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.0.0.0/7
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
-- $1: 10.1.0.0/16
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."mac" = $1::macaddr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 08:00:2b:01:02:03
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."mac" is distinct
      from $1::macaddr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 08:00:2b:01:02:03
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."mac" = any(cast($1 as text[])::macaddr[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [08:00:2b:01:02:03]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."mac" = any(cast($1 as text[])::macaddr[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [08:00:2b:01:02:03]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."mac" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."mac" < $1::macaddr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 08:00:2b:01:02:03
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."mac" <= $1::macaddr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 08:00:2b:01:02:03
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."mac" > $1::macaddr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 08:00:2b:01:02:03
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."mac" >= $1::macaddr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 08:00:2b:01:02:03
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
    and ("t2"."bits" is distinct
      from $1::bit varying))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10110
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."bits" = any(cast($1 as text[])::bit varying[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [10110]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."bits" = any(cast($1 as text[])::bit varying[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [10110]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."bits" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."bits" < $1::bit varying))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10110
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."bits" <= $1::bit varying))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10110
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."bits" > $1::bit varying))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10110
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."bits" >= $1::bit varying))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10110
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."feeling" = $1::"lab"."mood"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: in pain
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."feeling" is distinct
      from $1::"lab"."mood"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: in pain
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."feeling" = any(cast($1 as text[])::"lab"."mood"[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [in pain]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."feeling" = any(cast($1 as text[])::"lab"."mood"[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [in pain]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."feeling" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."feeling" < $1::"lab"."mood"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: in pain
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."feeling" <= $1::"lab"."mood"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: in pain
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."feeling" > $1::"lab"."mood"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: in pain
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."feeling" >= $1::"lab"."mood"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: in pain
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
    and ("t2"."docb" is distinct
      from $1::jsonb))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"a":12345678901234567890.5,"b":["x"]}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."docb" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docb" @> $1::jsonb))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"a":12345678901234567890.5}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docb" <@ $1::jsonb))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"a":12345678901234567890.5,"b":["x","y"],"c":1}
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
    and (jsonb_exists_any("t2"."docb", cast($1 as text[]))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [a, z]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (jsonb_exists_all("t2"."docb", cast($1 as text[]))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [a, b]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (jsonb_path_exists("t2"."docb", $1::jsonpath)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: $.b[*] ? (@ == "x")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (jsonb_path_match("t2"."docb", $1::jsonpath)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: $.a > 1
-- $2: 21
