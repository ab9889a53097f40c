select array(select array[date_trunc('month', "t2"."taken"::timestamp)::date::text, count(*)::text]
  from "lab"."sample" as "t2"
  where true
  group by date_trunc('month', "t2"."taken"::timestamp)::date
  order by date_trunc('month', "t2"."taken"::timestamp)::date asc nulls last
  fetch next $1 rows only)::text, array(select array[date_trunc('quarter', "t2"."seen")::text, "t2"."fresh"::text, count(*)::text, sum("t2"."reads")::text]
  from "lab"."sample" as "t2"
  where true
  group by date_trunc('quarter', "t2"."seen"), "t2"."fresh"
  order by "t2"."fresh" desc nulls last, count(*) desc nulls last, date_trunc('quarter', "t2"."seen") asc nulls last, "t2"."fresh" asc nulls last
  fetch next $2 rows only)::text
-- $1: 20
-- $2: 20
