select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (("t2"."home")."city" like $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: Bad%
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (("t2"."home")."zip" = $1::bpchar))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 56130
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (("t2"."home")."moods" @> cast($1 as text[])::"lab"."mood"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [in-pain]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (num_nulls("t2"."home") = 1))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (num_nulls("t2"."home") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (((("t2"."home")."city" like $1)) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: Bad%
-- $2: 21
