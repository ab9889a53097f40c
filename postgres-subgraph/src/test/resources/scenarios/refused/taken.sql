select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."singles" = $1::real[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"1.0"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."singles" is distinct
      from $1::real[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: {"1.0"}
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and "t2"."singles" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (cardinality("t2"."singles") = 0))
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."singles" @> cast($1 as text[])::real[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [1.0]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."singles" && cast($1 as text[])::real[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [1.0, 2.5]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."singles" @> cast($1 as text[])::real[]))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [1.0, 2.5]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."exact" < $1::numeric)
    and ("t2"."price" = $2::money))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 1e5
-- $2: 1
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (jsonb_path_match("t2"."doc", $1::jsonpath)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: $.a[0] == 1
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and ("t2"."name" ~ $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ^o.*
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (("t2"."sparse" <=> $1::sparsevec(5)) < cast($2 as double precision)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: { 1 : 1 , 5:0.5}/5
-- $2: 1.0
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."thing" as "t2"
  where (true
    and (("t2"."half" <-> $1::halfvec(3)) > cast($2 as double precision)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: [65504.0, 0.0, 0.0]
-- $2: 1.0
-- $3: 21
