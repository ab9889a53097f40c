select "t1"."name"
from "lab"."room" as "t1"
where (("t1"."wing" = $1::"lab"."wing")
  and ("t1"."number" = $2))
-- $1: in the attic
-- $2: 1

select "t1"."name"
from "lab"."room" as "t1"
where (("t1"."wing" = $1::"lab"."wing")
  and ("t1"."number" = $2))
-- $1: north
-- $2: 9
