select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and "t2"."spans" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (isempty("t2"."spans") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."spans" is distinct
      from $1::"pg_catalog"."datemultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["2020-01-01","2020-02-01")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."spans" <@ $1::"pg_catalog"."datemultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["2000-01-01","2100-01-01")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."spans" && $1::"pg_catalog"."datemultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["2000-01-01","2100-01-01")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."spans" << $1::"pg_catalog"."datemultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["2000-01-01","2100-01-01")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."spans" >> $1::"pg_catalog"."datemultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {[,"2020-01-01")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."spans" -|- $1::"pg_catalog"."datemultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {[,"2020-01-01")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."spans" @> $1::"pg_catalog"."datemultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["2020-01-01","2020-02-01")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."spans" = $1::"pg_catalog"."datemultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["2020-01-01","2020-02-01"),["2020-03-01",)}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and "t2"."visits" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and (cardinality("t2"."visits") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."visits" = $1::"pg_catalog"."tstzrange"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"[\"2020-01-01T00:00Z\",\"2020-01-02T00:00Z\")"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."visits" is distinct
      from $1::"pg_catalog"."tstzrange"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"[\"2020-01-01T00:00Z\",\"2020-01-02T00:00Z\")"}
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
-- $1: [["2020-01-01T00:00Z","2020-01-02T00:00Z"), empty]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."person" as "t2"
  where (true
    and ("t2"."visits" @> cast($1 as text[])::"pg_catalog"."tstzrange"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [["2020-01-01T00:00Z","2020-01-02T00:00Z"), empty]
-- $2: 21
