select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."author" as "t3"
      where (("t3"."id" = "t2"."author_id")
        and ("t3"."name" = $1))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."author" as "t3"
      where (("t3"."id" = "t2"."author_id")
        and ("t3"."name" = $3)))))::text
-- $1: Ada
-- $2: 21
-- $3: Ada

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."author" as "t3"
      where (("t3"."id" = "t2"."author_id")
        and "t3"."born" is null)))
  order by "t2"."id" asc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."author" as "t3"
      where (("t3"."id" = "t2"."author_id")
        and "t3"."born" is null))))::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ((exists (select 1
          from "lab"."author" as "t3"
          where (("t3"."id" = "t2"."author_id")
            and true))) is not true))
  order by "t2"."id" asc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ((exists (select 1
          from "lab"."author" as "t3"
          where (("t3"."id" = "t2"."author_id")
            and true))) is not true)))::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."author" as "t3"
      where (("t3"."id" = "t2"."author_id")
        and true)))
  order by "t2"."id" asc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."author" as "t3"
      where (("t3"."id" = "t2"."author_id")
        and true))))::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ((exists (select 1
          from "lab"."author" as "t3"
          where (("t3"."id" = "t2"."author_id")
            and ("t3"."name" = $1)))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ((exists (select 1
          from "lab"."author" as "t3"
          where (("t3"."id" = "t2"."author_id")
            and ("t3"."name" = $3)))) is not true)))::text
-- $1: Ada
-- $2: 21
-- $3: Ada

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."author" as "t3"
      where (("t3"."id" = "t2"."author_id")
        and ("t3"."name" = $1)))
    and exists (select 1
      from "lab"."author" as "t4"
      where (("t4"."id" = "t2"."translator_id")
        and ("t4"."name" = $2))))
  order by "t2"."id" asc
  fetch next $3 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."author" as "t3"
      where (("t3"."id" = "t2"."author_id")
        and ("t3"."name" = $4)))
    and exists (select 1
      from "lab"."author" as "t4"
      where (("t4"."id" = "t2"."translator_id")
        and ("t4"."name" = $5)))))::text
-- $1: Ada
-- $2: Cy
-- $3: 21
-- $4: Ada
-- $5: Cy

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."copy" as "t3"
      where (("t3"."book_id" = "t2"."id")
        and exists (select 1
          from "lab"."book" as "t4"
          where (("t4"."id" = "t3"."book_id")
            and exists (select 1
              from "lab"."author" as "t5"
              where (("t5"."id" = "t4"."author_id")
                and exists (select 1
                  from "lab"."book" as "t6"
                  where (("t6"."author_id" = "t5"."id")
                    and ("t6"."genre" = $1))))))))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."copy" as "t3"
      where (("t3"."book_id" = "t2"."id")
        and exists (select 1
          from "lab"."book" as "t4"
          where (("t4"."id" = "t3"."book_id")
            and exists (select 1
              from "lab"."author" as "t5"
              where (("t5"."id" = "t4"."author_id")
                and exists (select 1
                  from "lab"."book" as "t6"
                  where (("t6"."author_id" = "t5"."id")
                    and ("t6"."genre" = $3)))))))))))::text
-- $1: poem
-- $2: 21
-- $3: poem
