select (select count(*)
  from "lab"."sample" as "t2"
  where true)::text, (select array[count(*)::text, count(distinct "t2"."species")::text, count(distinct "t2"."tissue")::text, count(distinct "t2"."grade")::text, count(distinct "t2"."counted")::text, count(distinct "t2"."fresh")::text, count(distinct "t2"."token")::text, min("t2"."species"), min("t2"."grade")::text, min("t2"."counted")::text, min("t2"."reads")::text, min("t2"."mass")::text, min("t2"."score")::text, min("t2"."single")::text, min("t2"."price")::text, min("t2"."taken")::text, min("t2"."seen")::text, max("t2"."species"), max("t2"."grade")::text, max("t2"."counted")::text, max("t2"."reads")::text, max("t2"."mass")::text, max("t2"."score")::text, max("t2"."single")::text, max("t2"."price")::text, max("t2"."taken")::text, max("t2"."seen")::text, sum("t2"."counted")::text, sum("t2"."reads")::text, sum("t2"."mass")::text, sum("t2"."score")::text, sum("t2"."single"::double precision)::text, sum("t2"."price"::numeric::numeric)::text, avg("t2"."counted")::double precision::text, avg("t2"."reads")::double precision::text, avg("t2"."mass")::double precision::text, avg("t2"."score")::double precision::text, avg("t2"."single"::double precision)::double precision::text, avg("t2"."price"::numeric::numeric)::double precision::text, stddev_samp("t2"."counted")::double precision::text, stddev_samp("t2"."score")::double precision::text, percentile_cont(cast($1 as double precision)) within group (order by "t2"."counted"::double precision)::text, percentile_cont(cast($2 as double precision)) within group (order by "t2"."mass"::double precision)::text, percentile_cont(cast($3 as double precision)) within group (order by "t2"."price"::numeric::double precision)::text, percentile_cont(cast($4 as double precision)) within group (order by "t2"."counted"::double precision)::text]
  from "lab"."sample" as "t2"
  where true)::text
-- $1: 0.5
-- $2: 0.5
-- $3: 0.5
-- $4: 0.9

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."species" = $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select array[count(*)::text, max("t2"."id")::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."species" = $3)))::text
-- $1: rat
-- $2: 2
-- $3: rat

select (select array[count(*)::text, sum("t2"."counted")::text, min("t2"."species"), avg("t2"."score")::double precision::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."id" < $1)))::text, array(select array["t2"."species"]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."id" < $2))
  group by "t2"."species"
  order by "t2"."species" asc nulls last
  fetch next $3 rows only)::text
-- $1: 0
-- $2: 0
-- $3: 20
