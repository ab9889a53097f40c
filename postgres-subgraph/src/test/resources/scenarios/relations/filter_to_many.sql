select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."review" as "t3"
      where (("t3"."book_id" = "t2"."id")
        and ("t3"."stars" >= $1))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."review" as "t3"
      where (("t3"."book_id" = "t2"."id")
        and ("t3"."stars" >= $3)))))::text
-- $1: 4
-- $2: 21
-- $3: 4

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."review" as "t3"
      where (("t3"."book_id" = "t2"."id")
        and ("t3"."stars" >= $1)
        and ("t3"."words" = $2))))
  order by "t2"."id" asc
  fetch next $3 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and exists (select 1
      from "lab"."review" as "t3"
      where (("t3"."book_id" = "t2"."id")
        and ("t3"."stars" >= $4)
        and ("t3"."words" = $5)))))::text
-- $1: 4
-- $2: bad
-- $3: 21
-- $4: 4
-- $5: bad

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and not exists (select 1
      from "lab"."review" as "t3"
      where (("t3"."book_id" = "t2"."id")
        and ((("t3"."stars" >= $1)) is not true))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and not exists (select 1
      from "lab"."review" as "t3"
      where (("t3"."book_id" = "t2"."id")
        and ((("t3"."stars" >= $3)) is not true)))))::text
-- $1: 3
-- $2: 21
-- $3: 3

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and not exists (select 1
      from "lab"."review" as "t3"
      where (("t3"."book_id" = "t2"."id")
        and ("t3"."stars" >= $1))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and not exists (select 1
      from "lab"."review" as "t3"
      where (("t3"."book_id" = "t2"."id")
        and ("t3"."stars" >= $3)))))::text
-- $1: 4
-- $2: 21
-- $3: 4

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ((select count(*)
        from "lab"."review" as "t3"
        where ("t3"."book_id" = "t2"."id")) >= $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ((select count(*)
        from "lab"."review" as "t3"
        where ("t3"."book_id" = "t2"."id")) >= $3)))::text
-- $1: 2
-- $2: 21
-- $3: 2

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ((select count(*)
        from "lab"."review" as "t3"
        where ("t3"."book_id" = "t2"."id")) = $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ((select count(*)
        from "lab"."review" as "t3"
        where ("t3"."book_id" = "t2"."id")) = $3)))::text
-- $1: 0
-- $2: 21
-- $3: 0

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ((select count(*)
        from "lab"."review" as "t3"
        where (("t3"."book_id" = "t2"."id")
          and ("t3"."words" = $1))) = $2))
  order by "t2"."id" asc
  fetch next $3 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ((select count(*)
        from "lab"."review" as "t3"
        where (("t3"."book_id" = "t2"."id")
          and ("t3"."words" = $4))) = $5)))::text
-- $1: good
-- $2: 1
-- $3: 21
-- $4: good
-- $5: 1

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ((select count(*)
        from "lab"."review" as "t3"
        where ("t3"."book_id" = "t2"."id")) < $1)
    and ((select count(*)
        from "lab"."review" as "t3"
        where ("t3"."book_id" = "t2"."id")) > $2))
  order by "t2"."id" asc
  fetch next $3 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ((select count(*)
        from "lab"."review" as "t3"
        where ("t3"."book_id" = "t2"."id")) < $4)
    and ((select count(*)
        from "lab"."review" as "t3"
        where ("t3"."book_id" = "t2"."id")) > $5)))::text
-- $1: 3
-- $2: 0
-- $3: 21
-- $4: 3
-- $5: 0
