select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."feeling" = $1::"lab"."mood"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: in pain
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."feeling" is distinct
      from $1::"lab"."mood"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: in pain
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."feeling" = any(cast($1 as text[])::"lab"."mood"[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [in pain, 2nd]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."feeling" > $1::"lab"."mood"))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: in pain
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."feeling" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21
