select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 4

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") > ($1::integer)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 3
-- $2: 4

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") > ($1::integer)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 6
-- $2: 4

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."id" desc
  fetch next $1 rows only)::text
-- $1: 4

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") < ($1::integer)))
  order by "t2"."id" desc
  fetch next $2 rows only)::text
-- $1: 6
-- $2: 4

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") < ($1::integer)))
  order by "t2"."id" desc
  fetch next $2 rows only)::text
-- $1: 3
-- $2: 4

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 1

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."id" desc
  fetch next $1 rows only)::text
-- $1: 1

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") > ($1::integer)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 8
-- $2: 4

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") < ($1::integer)))
  order by "t2"."id" desc
  fetch next $2 rows only)::text
-- $1: 1
-- $2: 4

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 9

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") > ($1::integer))
    and (("t2"."id") < ($2::integer)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 2
-- $2: 7
-- $3: 10

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") > ($1::integer))
    and (("t2"."id") < ($2::integer)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 2
-- $2: 7
-- $3: 3

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") > ($1::integer))
    and (("t2"."id") < ($2::integer)))
  order by "t2"."id" desc
  fetch next $3 rows only)::text
-- $1: 2
-- $2: 7
-- $3: 3

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") > ($1::integer))
    and (("t2"."id") < ($2::integer)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: 4
-- $2: 5
-- $3: 4

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") < ($1::integer)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 6
-- $2: 3

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") > ($1::integer)))
  order by "t2"."id" desc
  fetch next $2 rows only)::text
-- $1: 3
-- $2: 3

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."id" asc
  offset $1 rows
  fetch next $2 rows only)::text
-- $1: 3
-- $2: 3

select array(select array["t2"."id"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."id") > ($1::integer)))
  order by "t2"."id" asc
  offset $2 rows
  fetch next $3 rows only)::text
-- $1: 3
-- $2: 2
-- $3: 3
