select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select count(distinct "t3"."word")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) desc, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select count(distinct "t3"."token")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) asc, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select "t3"."token"
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")
      and "t3"."token" is not null)
    order by "t3"."token" asc
    fetch next 1 rows only) asc, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select "t3"."flag"
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")
      and "t3"."flag" is not null)
    order by "t3"."flag" desc
    fetch next 1 rows only) desc, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select sum("t3"."small")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select sum("t3"."whole")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select sum("t3"."big")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select sum("t3"."exact")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select sum("t3"."single"::double precision
      order by "t3"."single"::double precision)
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select sum("t3"."double"
      order by "t3"."double")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select sum("t3"."price"::numeric::numeric)
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select avg("t3"."big")::double precision
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) asc nulls first, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select avg("t3"."double"
      order by "t3"."double")::double precision
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) asc, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select stddev_samp("t3"."single"::double precision
      order by "t3"."single"::double precision)::double precision
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) asc, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select stddev_samp("t3"."whole")::double precision
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) desc, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select percentile_cont(cast($1 as double precision)) within group (order by "t3"."whole"::double precision)
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $2 rows only)::text
-- $1: 0.5
-- $2: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select percentile_cont(cast($1 as double precision)) within group (order by "t3"."price"::numeric::double precision)
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr"))) asc, "t2"."nr" desc, "t2"."site_id" asc
  fetch next $2 rows only)::text
-- $1: 0.9
-- $2: 21

select array(select array["t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select (select sum("t4"."nr")
      from "lab"."room" as "t4"
      where ("t4"."site_id" = "t3"."id"))
    from "lab"."site" as "t3"
    where ("t3"."id" = "t2"."site_id")) asc, (select count(*)
    from "lab"."measurement" as "t5"
    where (("t5"."site_id" = "t2"."site_id")
      and ("t5"."nr" = "t2"."nr"))) desc, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."site" as "t2"
  where true
  order by (select count(*)
    from "lab"."hint" as "t3"
    where ("t3"."site_id" = "t2"."id")) desc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21
