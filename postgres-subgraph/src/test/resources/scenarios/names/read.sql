select array(select array["t2"."id"::text, "t2"."title", array(select array["t3"."id"::text, (select array["t4"."id"::text]
      from "lab"."fine" as "t4"
      where ("t4"."id" = "t3"."fine_id"))::text]
    from "lab"."part" as "t3"
    where ("t3"."fine_id" = "t2"."id")
    order by "t3"."id" asc
    fetch next $1 rows only)::text]
  from "lab"."fine" as "t2"
  where (true
    and ("t2"."spot"::text = $2)
    and "t2"."spots"::text[] is not null
    and (cardinality("t2"."spots"::text[]) > 0)
    and ("t2"."grid" @> cast($3 as text[])::integer[]))
  order by "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: 21
-- $2: (1,2)
-- $3: [3]
-- $4: 21

select (select count(*)
  from "lab"."logic_omitted" as "t2"
  where true)::text

select array(select array["t2"."id"::text, "t2"."nothing"::text, "t2"."parts"::text]
  from "lab"."hollow" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21
