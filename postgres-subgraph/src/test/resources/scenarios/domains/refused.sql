select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (jsonb_path_exists("t2"."note"::jsonb, $1::jsonpath)))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: $.a[
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."between" && $1::"lab"."positiverange"))
  order by "t2"."id"::"lab"."size" asc
  fetch next $2 rows only)::text
-- $1: ["-1",)
-- $2: 21
