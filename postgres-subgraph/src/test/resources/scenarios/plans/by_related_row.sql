select array(select array["t2"."id"::text]
  from "lab"."remark" as "t2"
  where (true
    and exists (select 1
      from "lab"."note" as "t3"
      where (("t3"."id" = "t2"."note_id")
        and ("t3"."code" = $1))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: n77
-- $2: 21
