select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (num_nulls("t2"."home") = 1))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (num_nulls("t2"."home") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."home")."city" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (("t2"."home")."city" = any(cast($1 as text[])))
    and (("t2"."home")."zip" like $2))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: [Ulm, ]
-- $2: 89%
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (("t2"."home")."zip" is distinct
      from $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 1
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (((("t2"."home")."city" = $1)) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: Ulm
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (("t2"."home")."moods" @> cast($1 as text[])::"lab"."mood"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [in pain]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ((("t2"."home")."stay")."since" >= $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-01-01
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (num_nulls(("t2"."home")."stay") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ((("t2"."home")."stay")."times" @> $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 4
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (("t2"."home")."at" < $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: NaN
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ((("t2"."home")."near" <-> $1::vector(2)) <= cast($2 as double precision)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: [1.0, 0.0]
-- $2: 0.0
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."home")."near" is not null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (jsonb_path_exists(("t2"."home")."doc", $1::jsonpath)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: $.a[*] ? (@ > 1)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (("t2"."home")."host" <<= $1::inet))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 10.0.0.0/8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (isempty(("t2"."stay")."times") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (("t2"."stay")."times" && $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["5",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."ages" @> $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 9223372036854775806
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."ages" @> $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 9223372036854775807
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."ages" = $1::"pg_catalog"."int8range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [,)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."ages" = $1::"pg_catalog"."int8range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: empty
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."spans" @> $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2021-01-01
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."spans" @> $1::"pg_catalog"."datemultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["2020-01-05","2020-01-06"),["2022-01-01","infinity")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."spans" = $1::"pg_catalog"."datemultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."visits" @> cast($1 as text[])::"pg_catalog"."tstzrange"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [["2020-01-01T00:00Z","2020-01-02T00:00Z")]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."visits" && cast($1 as text[])::"pg_catalog"."tstzrange"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [empty]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (cardinality("t2"."homes") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21
