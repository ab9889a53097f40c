select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."words" = $1::text[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"a,b","","NULL","\"q\""}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."words" is distinct
      from $1::text[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"a,b","","NULL","\"q\""}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."words" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (cardinality("t2"."words") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."words" @> cast($1 as text[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [a,b]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."words" && cast($1 as text[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [a,b, ]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."words" @> cast($1 as text[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [a,b, ]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."grid" = $1::integer[][]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {{"1","2"},{"3","4"}}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."grid" is distinct
      from $1::integer[][]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {{"1","2"},{"3","4"}}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."grid" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (cardinality("t2"."grid") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."grid" @> cast($1 as text[])::integer[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [1]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."grid" && cast($1 as text[])::integer[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [1, 2]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."grid" @> cast($1 as text[])::integer[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [1, 2]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."moods" = $1::"lab"."mood"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"well","in pain"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."moods" is distinct
      from $1::"lab"."mood"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"well","in pain"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."moods" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (cardinality("t2"."moods") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."moods" @> cast($1 as text[])::"lab"."mood"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [well]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."moods" && cast($1 as text[])::"lab"."mood"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [well, in pain]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."moods" @> cast($1 as text[])::"lab"."mood"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [well, in pain]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."shares" = (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percent"[]))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"1","99.5"}
-- $2: {"1","99.5"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."shares" = (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
            from '23' then $2::text end)::"lab"."percent"[])) is not true))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"1","99.5"}
-- $2: {"1","99.5"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."shares" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (cardinality("t2"."shares") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."shares" @> (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percent"[]))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"1"}
-- $2: {"1"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."shares" && array(select each::"lab"."percent"
        from unnest(cast($1 as text[])) as each
        where left((pg_input_error_info(each, '"lab"."percent"')).sql_error_code, 2) is distinct
        from '23')))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [1, 99.5]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."shares" @> (case when left((pg_input_error_info($1, '"lab"."percent"[]')).sql_error_code, 2) is distinct
        from '23' then $2::text end)::"lab"."percent"[]))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {"1","99.5"}
-- $2: {"1","99.5"}
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docs" = $1::jsonb[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"{\"k\":1}"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docs" is distinct
      from $1::jsonb[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"{\"k\":1}"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."docs" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (cardinality("t2"."docs") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docs" @> cast($1 as text[])::jsonb[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [{"k":1}]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docs" && cast($1 as text[])::jsonb[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [{"k":1}]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."docs" @> cast($1 as text[])::jsonb[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [{"k":1}]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."homes" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (cardinality("t2"."homes") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21
