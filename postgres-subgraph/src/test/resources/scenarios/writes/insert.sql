insert into "lab"."book" ("isbn", "title", "author_id", "pages", "price", "bound", "tags", "extra", "format", "lent", "place", "cover_of", "weight") values ($1, $2, $3, $4, $5::numeric, $6::"lab"."cover", $7::text[], $8::jsonb, $9::"lab"."size", $10::"pg_catalog"."daterange", $11::vector(3), $12::bytea, cast($13 as double precision)) returning "book"."id"::text
-- $1: 444
-- $2: Four
-- $3: 1
-- $4: 40
-- $5: 12.50
-- $6: hard
-- $7: {"x","y, \"z\""}
-- $8: {"a":[1,null]}
-- $9: ("20","cm")
-- $10: ["2026-01-01","2026-02-01")
-- $11: [1.0, 2.0, 3.0]
-- $12: \x0102
-- $13: 0.5

select k.ord::text, "t1"."id"::text, "t1"."isbn"::text, "t1"."title"::text, "t1"."shout", "t1"."price"::text, "t1"."bound"::text, "t1"."added"::text, "t1"."tags"::text, "t1"."extra"::text, "t1"."format"::text, "t1"."lent"::text, "t1"."place"::text, "t1"."cover_of"::text, "t1"."weight"::text, (select array["t2"."name"::text, array(select array["t3"."isbn"::text]
    from "lab"."book" as "t3"
    where ("t3"."author_id" = "t2"."id")
    order by "t3"."isbn" asc, "t3"."id" asc
    fetch next $1 rows only)::text, (select count(*)
    from "lab"."book" as "t3"
    where ("t3"."author_id" = "t2"."id"))::text]
  from "lab"."author" as "t2"
  where ("t2"."id" = "t1"."author_id"))::text
from unnest(cast($2 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."book" as "t1" on ("t1"."id" = k.key)
-- $1: 21
-- $2: [4]

insert into "lab"."book" ("isbn", "title", "price") values ($1, $2, null) returning "book"."id"::text
-- $1: 555
-- $2: Five

select k.ord::text, "t1"."id"::text, "t1"."price"::text, "t1"."bound"::text, "t1"."added"::text, "t1"."tags"::text, "t1"."extra"::text, (select array["t2"."name"::text]
  from "lab"."author" as "t2"
  where ("t2"."id" = "t1"."author_id"))::text
from unnest(cast($1 as text[])::integer[]) with ordinality as k(key, ord)
join "lab"."book" as "t1" on ("t1"."id" = k.key)
-- $1: [5]
