select array(select array['1']
  from "lab"."note" as "t2"
  where (true
    and ("t2"."stars" < $1))
  order by ("t2"."place" <=> $2::vector(3)) asc, "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 15000
-- $2: [1.0, 2.0, 3.0]
-- $3: 6
