select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."part" = $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 200
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."part" is distinct
      from $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 200
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."part" = any(cast($1 as text[])::numeric[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [200, 5]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ((("t2"."part" = any(cast($1 as text[])::numeric[]))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [200, 5]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."part" < $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 200
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."parts" = (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percent"[]))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"1","200"}
-- $2: {"1","200"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."parts" = (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percent"[]))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"1","99.50"}
-- $2: {"1","99.50"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ((("t2"."parts" = (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
            from '23' then $2::text end)::"lab"."percent"[])) is not true))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"1","200"}
-- $2: {"1","200"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ((("t2"."parts" = (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
            from '23' then $2::text end)::"lab"."percent"[])) is not true))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"1","99.50"}
-- $2: {"1","99.50"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ((("t2"."parts" = (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
            from '23' then $2::text end)::"lab"."percent"[])) is not true))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"200"}
-- $2: {"200"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."parts" @> (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percent"[]))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"200"}
-- $2: {"200"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."parts" @> (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percent"[]))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"1"}
-- $2: {"1"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."parts" && array(select each::"lab"."percent"
        from unnest(cast($1 as text[])) as each
        where left((pg_input_error_info(each, '"lab"."percent"')).sql_error_code, 2) is distinct
        from '23')))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [200, 1]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."parts" && array(select each::"lab"."percent"
        from unnest(cast($1 as text[])) as each
        where left((pg_input_error_info(each, '"lab"."percent"')).sql_error_code, 2) is distinct
        from '23')))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [200, -1]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."parts" @> (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percent"[]))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"200","1"}
-- $2: {"200","1"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."parts" @> (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percent"[]))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"99.5","1"}
-- $2: {"99.5","1"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spread" @> (case when left((pg_input_error_info($1, '"lab"."percentrange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["200","200"]
-- $2: ["200","200"]
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spread" @> (case when left((pg_input_error_info($1, '"lab"."percentrange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["100","100"]
-- $2: ["100","100"]
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spread" @> (case when left((pg_input_error_info($1, '"lab"."percentrange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["50","200")
-- $2: ["50","200")
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spread" = (case when left((pg_input_error_info($1, '"lab"."percentrange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["5","200")
-- $2: ["5","200")
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ((("t2"."spread" = (case when left((pg_input_error_info($1, '"lab"."percentrange"')).sql_error_code, 2) is distinct
            from '23' then $2::text end)::"lab"."percentrange")) is not true))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["5","200")
-- $2: ["5","200")
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spreads" @> (case when left((pg_input_error_info($1, '"lab"."percentrange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["-1","-1"]
-- $2: ["-1","-1"]
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spreads" = (case when left((pg_input_error_info($1, '"lab"."percentmultirange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percentmultirange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {["-1","10")}
-- $2: {["-1","10")}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ((("t2"."spreads" = (case when left((pg_input_error_info($1, '"lab"."percentmultirange"')).sql_error_code, 2) is distinct
            from '23' then $2::text end)::"lab"."percentmultirange")) is not true))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {["-1","10")}
-- $2: {["-1","10")}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spreads" @> (case when left((pg_input_error_info($1, '"lab"."percentrange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["20.0","20.0"]
-- $2: ["20.0","20.0"]
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."letters" @> (case when left((pg_input_error_info($1, '"lab"."knownrange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."knownrange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["",""]
-- $2: ["",""]
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."letters" @> (case when left((pg_input_error_info($1, '"lab"."knownrange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."knownrange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["b\"","b\""]
-- $2: ["b\"","b\""]
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."words" && array(select each::"lab"."known"
        from unnest(cast($1 as text[])) as each
        where left((pg_input_error_info(each, '"lab"."known"')).sql_error_code, 2) is distinct
        from '23')))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [, b]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ((("t2"."words" = (case when left((pg_input_error_info($1, '"lab"."known"[]')).sql_error_code, 2) is distinct
            from '23' then $2::text end)::"lab"."known"[])) is not true))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {""}
-- $2: {""}
-- $3: 21
