select array(select array["t2"."id"::text, "t2"."shirt"::text]
  from "lab"."thing" as "t2"
  where true
  order by "t2"."shirt"::"lab"."size" asc, "t2"."id"::"lab"."size" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text, "t2"."shirt"::"lab"."size"::text, "t2"."id"::"lab"."size"::text]
  from "lab"."thing" as "t2"
  where true
  order by "t2"."shirt"::"lab"."size" desc nulls last, "t2"."id"::"lab"."size" asc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."id"::text, "t2"."id"::"lab"."size"::text]
  from "lab"."thing" as "t2"
  where true
  order by "t2"."id"::"lab"."size" desc
  fetch next $1 rows only)::text
-- $1: 2

select array(select array["t2"."id"::text]
  from "lab"."shelf" as "t2"
  where true
  order by (select "t3"."shirt"::"lab"."size"
    from "lab"."worn" as "t3"
    where (("t3"."shelf_id" = "t2"."id")
      and "t3"."shirt"::"lab"."size" is not null)
    order by "t3"."shirt"::"lab"."size" desc
    fetch next 1 rows only) desc nulls last, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select (select array[min("t2"."shirt"::"lab"."size")::text, max("t2"."shirt"::"lab"."size")::text, count(distinct "t2"."shirt"::"lab"."size")::text]
  from "lab"."worn" as "t2"
  where true)::text, array(select array["t2"."shirt"::text, count(*)::text]
  from "lab"."worn" as "t2"
  where true
  group by "t2"."shirt"
  having (count(*) > $1)
  order by "t2"."shirt" asc nulls last
  fetch next $2 rows only)::text
-- $1: 1
-- $2: 20
