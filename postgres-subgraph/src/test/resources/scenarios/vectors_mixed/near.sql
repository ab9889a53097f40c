select array(select array["t2"."id"::text, nullif(case when vector_dims("t2"."place") = $1 then ("t2"."place" <=> $2::vector) end, 'NaN')::text, nullif(case when vector_dims("t2"."half") = $3 then ("t2"."half" <-> $4::halfvec) end, 'NaN')::text, nullif(case when split_part("t2"."sparse"::text, '/', 2)::integer = $5 then ("t2"."sparse" <#> $6::sparsevec) end, 'NaN')::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $7 rows only)::text
-- $1: 3
-- $2: [1.0, 0.0, 0.0]
-- $3: 3
-- $4: [1.0, 0.0, 0.0]
-- $5: 3
-- $6: {1:1}/3
-- $7: 21

select array(select array["t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by case when vector_dims("t2"."place") = $1 then ("t2"."place" <=> $2::vector) end asc, "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 3
-- $2: [1.0, 0.0, 0.0]
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by case when vector_dims("t2"."place") = $1 then ("t2"."place" <=> $2::vector) end desc, "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 2
-- $2: [0.0, 1.0]
-- $3: 21

select array(select array["t2"."id"::text, case when vector_dims("t2"."half") = $1 then ("t2"."half" <=> $2::halfvec) end::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by case when vector_dims("t2"."half") = $3 then ("t2"."half" <=> $4::halfvec) end asc, "t2"."id" asc
  fetch next $5 rows only)::text
-- $1: 2
-- $2: [0.0, 1.0]
-- $3: 2
-- $4: [0.0, 1.0]
-- $5: 3

select array(select array["t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (case when vector_dims("t2"."place") = $1 then ("t2"."place" <=> $2::vector) end < cast($3 as double precision)))
  order by "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: 3
-- $2: [1.0, 0.0, 0.0]
-- $3: 0.5
-- $4: 21

select array(select array["t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (case when vector_dims("t2"."half") = $1 then ("t2"."half" <=> $2::halfvec) end < cast($3 as double precision)))
  order by "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: 2
-- $2: [1.0, 0.0]
-- $3: 5.0
-- $4: 21

select array(select array["t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (case when split_part("t2"."sparse"::text, '/', 2)::integer = $1 then ("t2"."sparse" <+> $2::sparsevec) end < cast($3 as double precision)))
  order by "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: 3
-- $2: {1:1}/3
-- $3: 5.0
-- $4: 21

select (select count(*)
  from "lab"."item" as "t2"
  where (true
    and (case when vector_dims("t2"."place") = $1 then ("t2"."place" <=> $2::vector) end < cast($3 as double precision))))::text
-- $1: 4
-- $2: [1.0, 2.0, 3.0, 4.0]
-- $3: 5.0

select array(select array["t2"."id"::text, nullif(case when vector_dims("t2"."place") = $1 then ("t2"."place" <=> $2::vector) end, 'NaN')::text, case when vector_dims("t2"."place") = $3 then ("t2"."place" <=> $4::vector) end::text, "t2"."id"::text]
  from "lab"."spot" as "t2"
  where true
  order by case when vector_dims("t2"."place") = $5 then ("t2"."place" <=> $6::vector) end asc, "t2"."id" asc
  fetch next $7 rows only)::text
-- $1: 3
-- $2: [0.0, 1.0, 0.0]
-- $3: 3
-- $4: [0.0, 1.0, 0.0]
-- $5: 3
-- $6: [0.0, 1.0, 0.0]
-- $7: 2
