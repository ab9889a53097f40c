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
    and ("t2"."between_ints" is distinct
      from $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["1","5")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."between_ints" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

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
-- $1: 3
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_ints" @> $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2","4")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_ints" <@ $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["1","5")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_ints" && $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2","4")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_ints" << $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["5","6")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_ints" >> $1::"pg_catalog"."int4range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [,"1")
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
    and ("t2"."between_bigs" = $1::"pg_catalog"."int8range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: (,"9000000000")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_bigs" is distinct
      from $1::"pg_catalog"."int8range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: (,"9000000000")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."between_bigs" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (isempty("t2"."between_bigs") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_bigs" @> $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 6
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_bigs" @> $1::"pg_catalog"."int8range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["5","7")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_bigs" <@ $1::"pg_catalog"."int8range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: (,"9000000000")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_bigs" && $1::"pg_catalog"."int8range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["5","7")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_bigs" << $1::"pg_catalog"."int8range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["9000000000","9000000001")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_bigs" >> $1::"pg_catalog"."int8range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [,"1")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_bigs" -|- $1::"pg_catalog"."int8range"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["9000000000","9000000001")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_nums" = $1::"pg_catalog"."numrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ("0.5","1.5"]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_nums" is distinct
      from $1::"pg_catalog"."numrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ("0.5","1.5"]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."between_nums" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (isempty("t2"."between_nums") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_nums" @> $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0.8
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_nums" @> $1::"pg_catalog"."numrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0.75","1")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_nums" <@ $1::"pg_catalog"."numrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ("0.5","1.5"]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_nums" && $1::"pg_catalog"."numrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0.75","1")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_nums" << $1::"pg_catalog"."numrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ("1.5","2")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_nums" >> $1::"pg_catalog"."numrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [,"0.5")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_nums" -|- $1::"pg_catalog"."numrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ("1.5","2")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_days" = $1::"pg_catalog"."daterange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-01","2020-02-01")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_days" is distinct
      from $1::"pg_catalog"."daterange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-01","2020-02-01")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."between_days" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (isempty("t2"."between_days") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_days" @> $1::date))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-01-06
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_days" @> $1::"pg_catalog"."daterange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-05","2020-01-07")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_days" <@ $1::"pg_catalog"."daterange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-01","2020-02-01")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_days" && $1::"pg_catalog"."daterange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-05","2020-01-07")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_days" << $1::"pg_catalog"."daterange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-02-01",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_days" >> $1::"pg_catalog"."daterange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [,"2020-01-01")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_days" -|- $1::"pg_catalog"."daterange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-02-01",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_moments" = $1::"pg_catalog"."tstzrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-01T00:00Z",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_moments" is distinct
      from $1::"pg_catalog"."tstzrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-01T00:00Z",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."between_moments" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (isempty("t2"."between_moments") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_moments" @> $1::timestamp with time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-01-06T00:00Z
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_moments" @> $1::"pg_catalog"."tstzrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-05T00:00Z","2020-01-07T00:00Z")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_moments" <@ $1::"pg_catalog"."tstzrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-01T00:00Z",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_moments" && $1::"pg_catalog"."tstzrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-05T00:00Z","2020-01-07T00:00Z")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_moments" << $1::"pg_catalog"."tstzrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [,"2020-01-01T00:00Z")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_moments" >> $1::"pg_catalog"."tstzrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [,"2020-01-01T00:00Z")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_moments" -|- $1::"pg_catalog"."tstzrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [,"2020-01-01T00:00Z")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_locals" = $1::"pg_catalog"."tsrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-01T00:00:00","2020-01-02T00:00:00"]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_locals" is distinct
      from $1::"pg_catalog"."tsrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-01T00:00:00","2020-01-02T00:00:00"]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."between_locals" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (isempty("t2"."between_locals") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_locals" @> $1::timestamp without time zone))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 2020-01-01T06:00:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_locals" @> $1::"pg_catalog"."tsrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-01T05:00:00","2020-01-01T07:00:00")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_locals" <@ $1::"pg_catalog"."tsrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-01T00:00:00","2020-01-02T00:00:00"]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_locals" && $1::"pg_catalog"."tsrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["2020-01-01T05:00:00","2020-01-01T07:00:00")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_locals" << $1::"pg_catalog"."tsrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ("2020-01-02T00:00:00","2020-01-03T00:00:00")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_locals" >> $1::"pg_catalog"."tsrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [,"2020-01-01T00:00:00")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_locals" -|- $1::"pg_catalog"."tsrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ("2020-01-02T00:00:00","2020-01-03T00:00:00")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_floats" = $1::"lab"."floatrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0.25","0.75")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_floats" is distinct
      from $1::"lab"."floatrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0.25","0.75")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."between_floats" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (isempty("t2"."between_floats") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_floats" @> cast($1 as double precision)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 0.4
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_floats" @> $1::"lab"."floatrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0.3","0.5")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_floats" <@ $1::"lab"."floatrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0.25","0.75")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_floats" && $1::"lab"."floatrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0.3","0.5")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_floats" << $1::"lab"."floatrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0.75",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_floats" >> $1::"lab"."floatrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [,"0.25")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."between_floats" -|- $1::"lab"."floatrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0.75",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."holes" = $1::"pg_catalog"."int4multirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["1","3"),["5","9")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."holes" is distinct
      from $1::"pg_catalog"."int4multirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["1","3"),["5","9")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."holes" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (isempty("t2"."holes") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

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
    and ("t2"."holes" @> $1::"pg_catalog"."int4multirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["1","2"),["6","7")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."holes" <@ $1::"pg_catalog"."int4multirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["0","10")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."holes" && $1::"pg_catalog"."int4multirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["1","2"),["6","7")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."holes" << $1::"pg_catalog"."int4multirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["9","10")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."holes" >> $1::"pg_catalog"."int4multirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {[,"1")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."holes" -|- $1::"pg_catalog"."int4multirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["9","10")}
-- $2: 21
