select array(select array["t2"."id"::text, "t2"."shirt"::text, "t2"."note"::text, "t2"."pairs"::text, "t2"."numbers"::text, "t2"."lists"::text, "t2"."notes"::text, "t2"."flags"::text, "t2"."bits"::text, "t2"."between"::text, "t2"."codes"::text, "t2"."code"::text, "t2"."local"::text, "t2"."took"::text, "t2"."twos"::text, "t2"."boxes"::text]
  from "lab"."thing" as "t2"
  where true
  order by "t2"."id"::"lab"."size" asc
  fetch next $1 rows only)::text
-- $1: 21

select "t1"."id"::text
from "lab"."thing" as "t1"
where ("t1"."id"::"lab"."size" = $1::"lab"."size")
-- $1: extra large
