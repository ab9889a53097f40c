select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."found" @@ websearch_to_tsquery('english'::regconfig, $1)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: cats or dogs
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."found" @@ phraseto_tsquery('english'::regconfig, $1)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: fat cat
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."found" @@ to_tsquery('english'::regconfig, $1)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 'fat' & 'c':*
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (("t2"."near" <=> $1::vector(3)) < cast($2 as double precision)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: [1.0, 0.0, 0.0]
-- $2: 0.5
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (("t2"."near" <-> $1::vector(3)) <= cast($2 as double precision)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: [1.0, 0.0, 0.0]
-- $2: 0.0
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (("t2"."half" <#> $1::halfvec(3)) < cast($2 as double precision)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: [0.0, 2.0, 0.0]
-- $2: -1.0
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (("t2"."half" <+> $1::halfvec(3)) < cast($2 as double precision))
    and (("t2"."half" <+> $3::halfvec(3)) > cast($4 as double precision)))
  order by "t2"."id" asc
  fetch next $5 rows only)::text
-- $1: [0.0, 1.0, 0.0]
-- $2: 2.0
-- $3: [0.0, 1.0, 0.0]
-- $4: 1.0
-- $5: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (("t2"."sparse" <-> $1::sparsevec(5)) < cast($2 as double precision)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: {3:2}/5
-- $2: 1.0
-- $3: 21
