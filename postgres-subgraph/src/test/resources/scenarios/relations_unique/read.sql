select array(select array["t2"."name", (select array["t3"."name"]
    from "lab"."person" as "t3"
    where ("t3"."id" = "t2"."partner_id"))::text, (select array["t4"."name"]
    from "lab"."person" as "t4"
    where ("t4"."partner_id" = "t2"."id"))::text, (select array["t5"."id"::text]
    from "lab"."passport" as "t5"
    where ("t5"."person_id" = "t2"."id"))::text, array(select array["t6"."id"::text]
    from "lab"."passport" as "t6"
    where ("t6"."issued_by" = "t2"."id")
    order by "t6"."id" asc
    fetch next $1 rows only)::text, array(select array["t7"."id"::text, (select array["t8"."name"]
      from "lab"."person" as "t8"
      where ("t8"."id" = "t7"."person_id"))::text]
    from "lab"."visit" as "t7"
    where ("t7"."person_id" = "t2"."id")
    order by "t7"."id" asc
    fetch next $2 rows only)::text]
  from "lab"."person" as "t2"
  where true
  order by (select "t9"."id"
    from "lab"."passport" as "t9"
    where ("t9"."person_id" = "t2"."id")) desc nulls last, "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 21
-- $2: 21
-- $3: 21

select array(select array["t2"."name"]
  from "lab"."person" as "t2"
  where (true
    and exists (select 1
      from "lab"."person" as "t3"
      where (("t3"."partner_id" = "t2"."id")
        and true)))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."name"]
  from "lab"."person" as "t2"
  where (true
    and ((exists (select 1
          from "lab"."passport" as "t3"
          where (("t3"."person_id" = "t2"."id")
            and true))) is not true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21
