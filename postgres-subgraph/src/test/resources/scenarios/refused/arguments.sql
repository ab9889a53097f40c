select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."name" ~ $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: *
-- $2: 21

select array(select array["t2"."id"::text, array(select array["t3"."id"::text]
    from "lab"."note" as "t3"
    where (("t3"."thing_id" = "t2"."id")
      and (("t3"."body" like $1)
        or ("t3"."body" ~ $2)))
    order by "t3"."id" asc
    fetch next $3 rows only)::text]
  from "lab"."thing" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: a%
-- $2: a{5,1}
-- $3: 21
-- $4: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (("t2"."name" ~ $1)
      or ("t2"."name" ~ $2)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: *
-- $2: (
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (jsonb_path_exists("t2"."doc", $1::jsonpath)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: $.a[
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (jsonb_path_match("t2"."doc", $1::jsonpath)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: $.a ==
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (jsonb_path_match("t2"."doc", $1::jsonpath)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: $.a
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."smalls" @> cast($1 as text[])::smallint[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [100000]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."smalls" && cast($1 as text[])::smallint[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [1, 100000]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."single" < $1::real))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 1.0E300
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."singles" @> cast($1 as text[])::real[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [1.0E300]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."price" < $1::money))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 1000000000000000000000000000000
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."local" < $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-02-30T00:00:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."local" < $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 294277-01-01T00:00:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."clock" < $1::time without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 25:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."took" < $1::interval))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: P99999999999D
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."host" <<= $1::inet))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 1.2.3.999
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."mac" = $1::macaddr))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 08:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."span" && $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["9","1")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."spot"::text = $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: nowhere
-- $2: 21

select array(select array[count(*)::text]
  from "lab"."thing" as "t2"
  where true
  group by "t2"."name"
  having (max("t2"."local") < $1::timestamp without time zone)
  order by "t2"."name" asc nulls last
  fetch next $2 rows only)::text
-- $1: 2020-02-30T00:00:00
-- $2: 20

select array(select array[(select count(*)
    from "lab"."note" as "t3"
    where (("t3"."thing_id" = "t2"."id")
      and ("t3"."body" ~ $1)))::text]
  from "lab"."thing" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: *
-- $2: 21
