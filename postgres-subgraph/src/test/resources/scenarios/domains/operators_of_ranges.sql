select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and "t2"."spread" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and (isempty("t2"."spread") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spread" = (case when left((pg_input_error_info($1, '"lab"."percentrange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["5","50")
-- $2: ["5","50")
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ((("t2"."spread" = (case when left((pg_input_error_info($1, '"lab"."percentrange"')).sql_error_code, 2) is distinct
            from '23' then $2::text end)::"lab"."percentrange")) is not true))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["5","50")
-- $2: ["5","50")
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spread" @> (case when left((pg_input_error_info($1, '"lab"."percentrange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["5","50")
-- $2: ["5","50")
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spread" <@ $1::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0","100")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spread" && $1::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["5","100")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spread" << $1::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["100","100")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spread" >> $1::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0","5")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spread" -|- $1::"lab"."percentrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["0","5")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and "t2"."spreads" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and (isempty("t2"."spreads") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spreads" = (case when left((pg_input_error_info($1, '"lab"."percentmultirange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percentmultirange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {["5","8")}
-- $2: {["5","8")}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ((("t2"."spreads" = (case when left((pg_input_error_info($1, '"lab"."percentmultirange"')).sql_error_code, 2) is distinct
            from '23' then $2::text end)::"lab"."percentmultirange")) is not true))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {["5","8")}
-- $2: {["5","8")}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spreads" @> (case when left((pg_input_error_info($1, '"lab"."percentmultirange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percentmultirange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {["5","8")}
-- $2: {["5","8")}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spreads" <@ $1::"lab"."percentmultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["0","100")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spreads" && $1::"lab"."percentmultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["5","100")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spreads" << $1::"lab"."percentmultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["100","100")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spreads" >> $1::"lab"."percentmultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["0","5")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."spreads" -|- $1::"lab"."percentmultirange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {["0","5")}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and "t2"."letters" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and (isempty("t2"."letters") = true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."letters" = (case when left((pg_input_error_info($1, '"lab"."knownrange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."knownrange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["a","b")
-- $2: ["a","b")
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ((("t2"."letters" = (case when left((pg_input_error_info($1, '"lab"."knownrange"')).sql_error_code, 2) is distinct
            from '23' then $2::text end)::"lab"."knownrange")) is not true))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["a","b")
-- $2: ["a","b")
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."letters" @> (case when left((pg_input_error_info($1, '"lab"."knownrange"')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."knownrange"))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: ["a","b")
-- $2: ["a","b")
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."letters" <@ $1::"lab"."knownrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["A","z")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."letters" && $1::"lab"."knownrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["a","z")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."letters" << $1::"lab"."knownrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["z","z")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."letters" >> $1::"lab"."knownrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["A","a")
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."mix" as "t2"
  where (true
    and ("t2"."letters" -|- $1::"lab"."knownrange"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["A","a")
-- $2: 21
