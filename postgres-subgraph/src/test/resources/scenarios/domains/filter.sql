select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."shirt"::"lab"."size" = $1::"lab"."size"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: extra large
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."shirt"::"lab"."size" is distinct
      from $1::"lab"."size"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: extra large
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."shirt"::"lab"."size" = any(cast($1 as text[])::"lab"."size"[])))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: [extra large]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ((("t2"."shirt"::"lab"."size" = any(cast($1 as text[])::"lab"."size"[]))) is not true))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: [extra large]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."shirt"::"lab"."size" < $1::"lab"."size"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: large
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."shirt"::"lab"."size" >= $1::"lab"."size"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: large
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."id"::"lab"."size" > $1::"lab"."size"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: small
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and "t2"."id"::"lab"."size" is not null)
  order by "t2"."id"::"lab"."size" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."note"::jsonb = $1::jsonb))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: {"a":1}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."note"::jsonb is distinct
      from $1::jsonb))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: {"a":1}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."note"::jsonb @> $1::jsonb))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: {"a":1}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."note"::jsonb <@ $1::jsonb))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: {"a":1,"c":2}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (jsonb_exists("t2"."note"::jsonb, $1)))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: a
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (jsonb_path_exists("t2"."note"::jsonb, $1::jsonpath)))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: $.a ? (@ > 0)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (jsonb_path_match("t2"."note"::jsonb, $1::jsonpath)))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: $.a == 1
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."pairs"::text = $1))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: "a"=>"1"
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."pairs"::text is distinct
      from $1))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: "a"=>"1"
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."pairs"::text = any(cast($1 as text[]))))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: ["a"=>"1"]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."numbers" = $1::integer[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: {"1","2"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."numbers" @> cast($1 as text[])::integer[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: [2]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (cardinality("t2"."numbers") = 0))
  order by "t2"."id"::"lab"."size" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."lists"::text = $1))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: {"{1,2}","{3}"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and "t2"."lists"::text is not null)
  order by "t2"."id"::"lab"."size" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."notes"::jsonb[] = $1::jsonb[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: {"{\"a\":1.0}"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."notes"::jsonb[] @> cast($1 as text[])::jsonb[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: [{"a":1}]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (cardinality("t2"."notes"::jsonb[]) = 0))
  order by "t2"."id"::"lab"."size" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."flags"::bit varying[] = $1::bit varying[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: {"101"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."flags"::bit varying[] @> cast($1 as text[])::bit varying[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: [101]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."bits"::bit varying[] = $1::bit varying[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: {"011","101"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."bits"::bit varying[] is distinct
      from $1::bit varying[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: {"011","101"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and "t2"."bits"::bit varying[] is not null)
  order by "t2"."id"::"lab"."size" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (cardinality("t2"."bits"::bit varying[]) = 0))
  order by "t2"."id"::"lab"."size" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."bits"::bit varying[] @> cast($1 as text[])::bit varying[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: [101]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."bits"::bit varying[] && cast($1 as text[])::bit varying[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: [111, 101]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."bits"::bit varying[] @> cast($1 as text[])::bit varying[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: [101, 011]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."between" @> (case when left((pg_input_error_info($1, '"lab"."positiverange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."positiverange"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $3 rows only)::text
-- $1: ["4","4"]
-- $2: ["4","4"]
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."between" @> (case when left((pg_input_error_info($1, '"lab"."positiverange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."positiverange"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $3 rows only)::text
-- $1: ["2","3")
-- $2: ["2","3")
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."between" = (case when left((pg_input_error_info($1, '"lab"."positiverange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."positiverange"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $3 rows only)::text
-- $1: ["1","5")
-- $2: ["1","5")
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (isempty("t2"."between") = true))
  order by "t2"."id"::"lab"."size" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."codes" @> cast($1 as text[])::bpchar[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: [a]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."codes" = $1::bpchar[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: {"a","bc"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."local" = $1::timestamp without time zone))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: 0044-03-15T12:00:00 BC
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."local" < $1::timestamp without time zone))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: 0001-01-01T00:00:00
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."took" = $1::interval))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: infinity
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."took" < $1::interval))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: PT0S
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."took" = $1::interval))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: P-1Y2M-3DT4H5M6S
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (("t2"."code")."zip" = $1::bpchar)
    and (("t2"."code")."codes" @> cast($2 as text[])::bpchar[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $3 rows only)::text
-- $1: 1
-- $2: [x]
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ((("t2"."between" = (case when left((pg_input_error_info($1, '"lab"."positiverange"')).sql_error_code, 2) is distinct
            from '23' then $2::text end)::"lab"."positiverange")) is not true))
  order by "t2"."id"::"lab"."size" asc
  fetch next $3 rows only)::text
-- $1: ["1","5")
-- $2: ["1","5")
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and "t2"."between" is not null)
  order by "t2"."id"::"lab"."size" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."between" <@ $1::"lab"."positiverange"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: ["1",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."between" && $1::"lab"."positiverange"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: ["4","9")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."between" << $1::"lab"."positiverange"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: ["6",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."between" >> $1::"lab"."positiverange"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: [,"1")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."between" -|- $1::"lab"."positiverange"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: ["5",)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."numbers" is distinct
      from $1::integer[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: {"1","2"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."numbers" && cast($1 as text[])::integer[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: [9, 2]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and "t2"."numbers" is not null
    and ("t2"."numbers" @> cast($1 as text[])::integer[]))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: [1, 2]
-- $2: 21
