select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."rank" asc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 4

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."rank" > $1::integer)
      or "t2"."rank" is null
      or (("t2"."rank" = $2::integer)
        and ("t2"."id" > $3::integer))))
  order by "t2"."rank" asc, "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: 2
-- $2: 2
-- $3: 1
-- $4: 4

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."rank" > $1::integer)
      or "t2"."rank" is null
      or (("t2"."rank" = $2::integer)
        and ("t2"."id" > $3::integer))))
  order by "t2"."rank" asc, "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: 3
-- $2: 3
-- $3: 8
-- $4: 4

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."rank" desc, "t2"."id" desc
  fetch next $1 rows only)::text
-- $1: 4

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."rank" < $1::integer)
      or (("t2"."rank" = $2::integer)
        and ("t2"."id" < $3::integer))))
  order by "t2"."rank" desc, "t2"."id" desc
  fetch next $4 rows only)::text
-- $1: 3
-- $2: 3
-- $3: 8
-- $4: 4

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."rank" < $1::integer)
      or (("t2"."rank" = $2::integer)
        and ("t2"."id" < $3::integer))))
  order by "t2"."rank" desc, "t2"."id" desc
  fetch next $4 rows only)::text
-- $1: 2
-- $2: 2
-- $3: 1
-- $4: 4

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."rank" asc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 1

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."rank" desc, "t2"."id" desc
  fetch next $1 rows only)::text
-- $1: 1

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (false
      or ("t2"."rank" is null
        and ("t2"."id" > $1::integer))))
  order by "t2"."rank" asc, "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 5
-- $2: 4

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."rank" < $1::integer)
      or (("t2"."rank" = $2::integer)
        and ("t2"."id" < $3::integer))))
  order by "t2"."rank" desc, "t2"."id" desc
  fetch next $4 rows only)::text
-- $1: 1
-- $2: 1
-- $3: 3
-- $4: 4

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."rank" asc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 9

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."rank" > $1::integer)
      or "t2"."rank" is null
      or (("t2"."rank" = $2::integer)
        and ("t2"."id" > $3::integer)))
    and ("t2"."rank" is not null
      or ("t2"."rank" is null
        and ("t2"."id" < $4::integer))))
  order by "t2"."rank" asc, "t2"."id" asc
  fetch next $5 rows only)::text
-- $1: 1
-- $2: 1
-- $3: 6
-- $4: 2
-- $5: 10

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."rank" > $1::integer)
      or "t2"."rank" is null
      or (("t2"."rank" = $2::integer)
        and ("t2"."id" > $3::integer)))
    and ("t2"."rank" is not null
      or ("t2"."rank" is null
        and ("t2"."id" < $4::integer))))
  order by "t2"."rank" asc, "t2"."id" asc
  fetch next $5 rows only)::text
-- $1: 1
-- $2: 1
-- $3: 6
-- $4: 2
-- $5: 3

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."rank" > $1::integer)
      or "t2"."rank" is null
      or (("t2"."rank" = $2::integer)
        and ("t2"."id" > $3::integer)))
    and ("t2"."rank" is not null
      or ("t2"."rank" is null
        and ("t2"."id" < $4::integer))))
  order by "t2"."rank" desc, "t2"."id" desc
  fetch next $5 rows only)::text
-- $1: 1
-- $2: 1
-- $3: 6
-- $4: 2
-- $5: 3

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."rank" > $1::integer)
      or "t2"."rank" is null
      or (("t2"."rank" = $2::integer)
        and ("t2"."id" > $3::integer)))
    and (("t2"."rank" < $4::integer)
      or (("t2"."rank" = $5::integer)
        and ("t2"."id" < $6::integer))))
  order by "t2"."rank" asc, "t2"."id" asc
  fetch next $7 rows only)::text
-- $1: 2
-- $2: 2
-- $3: 4
-- $4: 2
-- $5: 2
-- $6: 7
-- $7: 4

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."rank" < $1::integer)
      or (("t2"."rank" = $2::integer)
        and ("t2"."id" < $3::integer))))
  order by "t2"."rank" asc, "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: 3
-- $2: 3
-- $3: 8
-- $4: 3

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."rank" > $1::integer)
      or "t2"."rank" is null
      or (("t2"."rank" = $2::integer)
        and ("t2"."id" > $3::integer))))
  order by "t2"."rank" desc, "t2"."id" desc
  fetch next $4 rows only)::text
-- $1: 2
-- $2: 2
-- $3: 1
-- $4: 3

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."rank" asc, "t2"."id" asc
  offset $1 rows
  fetch next $2 rows only)::text
-- $1: 3
-- $2: 3

select array(select array["t2"."id"::text, "t2"."rank"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."rank" > $1::integer)
      or "t2"."rank" is null
      or (("t2"."rank" = $2::integer)
        and ("t2"."id" > $3::integer))))
  order by "t2"."rank" asc, "t2"."id" asc
  offset $4 rows
  fetch next $5 rows only)::text
-- $1: 2
-- $2: 2
-- $3: 1
-- $4: 2
-- $5: 3
