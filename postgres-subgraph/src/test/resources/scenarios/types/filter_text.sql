select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" = $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" is distinct
      from $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: 
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" = any(cast($1 as text[]))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [, x]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."plain" = any(cast($1 as text[])))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: []
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."plain" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."plain" is not null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" < $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: a
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" >= $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: a
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" like $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: %" \\ te%
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" ilike $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: %QUOTED%
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."short" like $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: sh%
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."short" ilike $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: SH%
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."fixed"::text like $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: %b
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."called"::text ilike $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: %MED
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."fixed" = $1::bpchar))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ab
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."called"::text ~ $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ^n.*d$
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" % $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: quote
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."caseless" = $1::citext))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: CASELESS
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."caseless" = any(cast($1 as text[])::citext[])))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [CASELESS]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."caseless" like $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: %SELE%
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (to_tsvector('english'::regconfig, "t2"."plain") @@ websearch_to_tsquery('english'::regconfig, $1)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: quote -hat
-- $2: 21
