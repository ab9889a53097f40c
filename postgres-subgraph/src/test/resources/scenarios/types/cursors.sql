select array(select array["t2"."plain", "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."plain" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."short"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."short" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."fixed"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."fixed" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."called"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."called" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."caseless"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."caseless" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."small"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."small" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."whole"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."whole" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."big"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."big" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."exact"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."exact" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."scaled"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."scaled" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."single"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."single" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."double"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."double" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."price"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."price" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."share"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."share" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."flag"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."flag" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."token"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."token" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."day"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."day" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."moment"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."moment" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."local"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."local" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."clock"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."clock" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."clock_there"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."clock_there" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."took"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."took" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."raw"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."raw" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."host"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."host" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."net"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."net" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."mac"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."mac" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."mac8"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."mac8" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."bits"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."bits" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."more_bits"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."more_bits" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."feeling"::text, "t2"."id"::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."feeling" desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 2
