select array(select array["t2"."id"::text, array(select array["t3"."id"::text, "t3"."words"]
    from "lab"."remark" as "t3"
    where ("t3"."note_id" = "t2"."id")
    order by "t3"."id" asc
    fetch next $1 rows only)::text]
  from "lab"."note" as "t2"
  where true
  order by "t2"."stars" asc, "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 3
-- $2: 4
