select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_ints" = $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["1","5")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (isempty("t2"."between_ints") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_ints" @> $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 4
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_ints" @> $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 5
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_nums" @> $1::"pg_catalog"."numrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["1","1.5"]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_ints" <@ $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_days" && $1::"pg_catalog"."daterange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-31",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_ints" << $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["5",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_moments" >> $1::"pg_catalog"."tstzrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [,"2019-12-31T00:00Z")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_ints" -|- $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["5","6")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_locals" @> $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-01-02T00:00:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_floats" @> cast($1 as double precision)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0.5
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_ints" = $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: empty
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."holes" @> $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 6
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."holes" && $1::"pg_catalog"."int4multirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["3","5"),["8","10")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (isempty("t2"."holes") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21
