select (select array[min("t2"."day")::text, min("t2"."moment")::text, min("t2"."local")::text, max("t2"."day")::text, max("t2"."moment")::text, max("t2"."local")::text]
  from "lab"."event" as "t2"
  where true)::text

select array(select array[date_trunc('year', "t2"."day"::timestamp)::date::text, date_trunc('year', "t2"."moment")::text, date_trunc('month', "t2"."local")::text, count(*)::text]
  from "lab"."event" as "t2"
  where (true
    and ("t2"."day" < $1::date))
  group by date_trunc('year', "t2"."day"::timestamp)::date, date_trunc('year', "t2"."moment"), date_trunc('month', "t2"."local")
  order by date_trunc('year', "t2"."day"::timestamp)::date asc nulls last, date_trunc('year', "t2"."moment") asc nulls last, date_trunc('month', "t2"."local") asc nulls last
  fetch next $2 rows only)::text
-- $1: 294000-01-01
-- $2: 20
