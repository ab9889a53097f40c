select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ("t2"."genre" = $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ("t2"."genre" = $3)))::text
-- $1: tale
-- $2: 21
-- $3: tale

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ("t2"."genre" is distinct
      from $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ("t2"."genre" is distinct
      from $3)))::text
-- $1: tale
-- $2: 21
-- $3: tale

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ((("t2"."genre" = $1)) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ((("t2"."genre" = $3)) is not true)))::text
-- $1: tale
-- $2: 21
-- $3: tale

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ((((("t2"."genre" = $1)) is not true)) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ((((("t2"."genre" = $3)) is not true)) is not true)))::text
-- $1: tale
-- $2: 21
-- $3: tale

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ((("t2"."genre" = any(cast($1 as text[])))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ((("t2"."genre" = any(cast($3 as text[])))) is not true)))::text
-- $1: [tale]
-- $2: 21
-- $3: [tale]

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ((("t2"."price" < $1::numeric)) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ((("t2"."price" < $3::numeric)) is not true)))::text
-- $1: 8
-- $2: 21
-- $3: 8

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and ("t2"."price" >= $1::numeric))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and ("t2"."price" >= $3::numeric)))::text
-- $1: 8
-- $2: 21
-- $3: 8

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and (("t2"."price" < $1::numeric)
      or "t2"."price" is null))
  order by "t2"."id" asc
  fetch next $2 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and (("t2"."price" < $3::numeric)
      or "t2"."price" is null)))::text
-- $1: 6
-- $2: 21
-- $3: 6

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and false)
  order by "t2"."id" asc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and false))::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and true)
  order by "t2"."id" asc
  fetch next $1 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and true))::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and (((("t2"."genre" = $1)
          and ("t2"."price" < $2::numeric))) is not true))
  order by "t2"."id" asc
  fetch next $3 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and (((("t2"."genre" = $4)
          and ("t2"."price" < $5::numeric))) is not true)))::text
-- $1: tale
-- $2: 8
-- $3: 21
-- $4: tale
-- $5: 8
