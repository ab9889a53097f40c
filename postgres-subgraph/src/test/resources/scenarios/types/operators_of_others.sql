select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."near" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (("t2"."near" <-> $1::vector(3)) <= cast($2 as double precision)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: [1.0, 0.0, 0.0]
-- $2: 1.0
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."sparse" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (("t2"."sparse" <-> $1::sparsevec(5)) <= cast($2 as double precision)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {1:0.5,3:2}/5
-- $2: 1.0
-- $3: 21

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
    and ("t2"."home")."since" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (("t2"."home")."moods" @> cast($1 as text[])::"lab"."mood"[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [2nd]
-- $2: 21
