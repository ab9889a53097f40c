select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."word" desc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" > $3::integer))))
  order by "t2"."word" desc, "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: b
-- $2: b
-- $3: 3
-- $4: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" > $3::integer))))
  order by "t2"."word" desc, "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: a
-- $2: a
-- $3: 2
-- $4: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."word" asc, "t2"."id" desc
  fetch next $1 rows only)::text
-- $1: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" < $3::integer))))
  order by "t2"."word" asc, "t2"."id" desc
  fetch next $4 rows only)::text
-- $1: a
-- $2: a
-- $3: 2
-- $4: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" < $3::integer))))
  order by "t2"."word" asc, "t2"."id" desc
  fetch next $4 rows only)::text
-- $1: b
-- $2: b
-- $3: 3
-- $4: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."word" desc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 1

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."word" asc, "t2"."id" desc
  fetch next $1 rows only)::text
-- $1: 1

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" > $3::integer))))
  order by "t2"."word" desc, "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: a
-- $2: a
-- $3: 8
-- $4: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" < $3::integer))))
  order by "t2"."word" asc, "t2"."id" desc
  fetch next $4 rows only)::text
-- $1: c
-- $2: c
-- $3: 5
-- $4: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."word" desc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 9

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" > $3::integer)))
    and (("t2"."word" > $4::text)
      or (("t2"."word" = $5::text)
        and ("t2"."id" < $6::integer))))
  order by "t2"."word" desc, "t2"."id" asc
  fetch next $7 rows only)::text
-- $1: b
-- $2: b
-- $3: 1
-- $4: a
-- $5: a
-- $6: 4
-- $7: 10

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" > $3::integer)))
    and (("t2"."word" > $4::text)
      or (("t2"."word" = $5::text)
        and ("t2"."id" < $6::integer))))
  order by "t2"."word" desc, "t2"."id" asc
  fetch next $7 rows only)::text
-- $1: b
-- $2: b
-- $3: 1
-- $4: a
-- $5: a
-- $6: 4
-- $7: 3

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" > $3::integer)))
    and (("t2"."word" > $4::text)
      or (("t2"."word" = $5::text)
        and ("t2"."id" < $6::integer))))
  order by "t2"."word" asc, "t2"."id" desc
  fetch next $7 rows only)::text
-- $1: b
-- $2: b
-- $3: 1
-- $4: a
-- $5: a
-- $6: 4
-- $7: 3

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" > $3::integer)))
    and (("t2"."word" > $4::text)
      or (("t2"."word" = $5::text)
        and ("t2"."id" < $6::integer))))
  order by "t2"."word" desc, "t2"."id" asc
  fetch next $7 rows only)::text
-- $1: b
-- $2: b
-- $3: 6
-- $4: b
-- $5: b
-- $6: 7
-- $7: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" < $3::integer))))
  order by "t2"."word" desc, "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: a
-- $2: a
-- $3: 2
-- $4: 3

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" > $3::integer))))
  order by "t2"."word" asc, "t2"."id" desc
  fetch next $4 rows only)::text
-- $1: b
-- $2: b
-- $3: 3
-- $4: 3

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."word" desc, "t2"."id" asc
  offset $1 rows
  fetch next $2 rows only)::text
-- $1: 3
-- $2: 3

select array(select array["t2"."id"::text, "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."id" > $3::integer))))
  order by "t2"."word" desc, "t2"."id" asc
  offset $4 rows
  fetch next $5 rows only)::text
-- $1: b
-- $2: b
-- $3: 3
-- $4: 2
-- $5: 3
