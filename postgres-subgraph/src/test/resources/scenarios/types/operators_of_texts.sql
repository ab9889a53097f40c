select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" = $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: a "quoted" \ text, {with} (all)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" is distinct
      from $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: a "quoted" \ text, {with} (all)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" = any(cast($1 as text[]))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [a "quoted" \ text, {with} (all)]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."plain" = any(cast($1 as text[])))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [a "quoted" \ text, {with} (all)]
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
    and ("t2"."plain" < $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: a "quoted" \ text, {with} (all)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" <= $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: a "quoted" \ text, {with} (all)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" > $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: a "quoted" \ text, {with} (all)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" >= $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: a "quoted" \ text, {with} (all)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" like $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: %quoted%
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
    and ("t2"."plain" like $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: a "%
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" ilike $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: A "%
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" like $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: %(all)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" ilike $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: %(ALL)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" ~ $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: ^a .*\)$
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."plain" % $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: quoted text with all
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (similarity("t2"."plain", $1) >= $2::real))
  order by "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: quoted text with all
-- $2: 0.5
-- $3: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (word_similarity($1, "t2"."plain") < $2::real)
    and (word_similarity($3, "t2"."plain") > $4::real))
  order by "t2"."id" asc
  fetch next $5 rows only)::text
-- $1: qoted
-- $2: 0.9
-- $3: qoted
-- $4: 0.4
-- $5: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and (to_tsvector('english'::regconfig, "t2"."plain") @@ websearch_to_tsquery('english'::regconfig, $1)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: quoted -hound
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."markup" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."spot"::text = $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: (1,2)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."spot"::text is distinct
      from $1))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: (1,2)
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."spot"::text = any(cast($1 as text[]))))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [(1,2)]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ((("t2"."spot"::text = any(cast($1 as text[])))) is not true))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: [(1,2)]
-- $2: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."spot"::text is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and "t2"."found" is null)
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21

select array(select array["t2"."id"::text]
  from "lab"."sample" as "t2"
  where (true
    and ("t2"."found" @@ websearch_to_tsquery('english'::regconfig, $1)))
  order by "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: cats
-- $2: 21
