select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."spot"::text = $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: (1,2)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."pairs"::text = any(cast($1 as text[]))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ["a"=>"1"]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."spot"::text is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21
