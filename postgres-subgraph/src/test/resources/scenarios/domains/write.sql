update "lab"."thing" as "t1" set "shirt" = $1::"lab"."size", "note" = $2::json, "numbers" = $3::integer[], "flags" = $4::bit varying[], "bits" = $5::bit varying[], "between" = $6::"lab"."positiverange", "codes" = $7::bpchar[], "local" = $8::timestamp without time zone, "took" = $9::interval
where ("t1"."id"::"lab"."size" = $10::"lab"."size") returning "t1"."id"::text
-- $1: small
-- $2: {"c":[1]}
-- $3: {"3",NULL}
-- $4: {"111"}
-- $5: {"001"}
-- $6: ["2","4")
-- $7: {"q"}
-- $8: 0001-12-31T00:00:00 BC
-- $9: -infinity
-- $10: large

select k.ord::text, "t1"."id"::text, "t1"."shirt"::text, "t1"."note"::text, "t1"."numbers"::text, "t1"."flags"::text, "t1"."bits"::text, "t1"."between"::text, "t1"."codes"::text, "t1"."took"::text, "t1"."local"::text
from unnest(cast($1 as text[])::"lab"."size"[]) with ordinality as k(key, ord)
join "lab"."thing" as "t1" on ("t1"."id"::"lab"."size" = k.key)
-- $1: [large]

insert into "lab"."thing" ("id") values ($1::"lab"."size") returning "thing"."id"::text
-- $1: extra large

insert into "lab"."pile" ("shirt", "shelf_id") values ($1::"lab"."size", $2) returning "pile"."shirt"::text
-- $1: large
-- $2: 2

select $1
from unnest(cast($2 as text[])::"lab"."size"[]) with ordinality as k(key, ord)
join "lab"."pile" as "t1" on ("t1"."shirt"::"lab"."size" = k.key)
where "t1"."shelf_id" is not null
and not exists (select 1
  from "lab"."shelf" as "target"
  where ("target"."id" = "t1"."shelf_id"))
limit 1
-- $1: pile_shelf_id_fkey
-- $2: [large]

select k.ord::text, "t1"."shirt"::text, (select array["t2"."id"::text]
  from "lab"."shelf" as "t2"
  where ("t2"."id" = "t1"."shelf_id"))::text
from unnest(cast($1 as text[])::"lab"."size"[]) with ordinality as k(key, ord)
join "lab"."pile" as "t1" on ("t1"."shirt"::"lab"."size" = k.key)
-- $1: [large]

insert into "lab"."pile" ("shirt", "shelf_id") values ($1::"lab"."size", $2) returning "pile"."shirt"::text
-- $1: small
-- $2: 3

select $1
from unnest(cast($2 as text[])::"lab"."size"[]) with ordinality as k(key, ord)
join "lab"."pile" as "t1" on ("t1"."shirt"::"lab"."size" = k.key)
where "t1"."shelf_id" is not null
and not exists (select 1
  from "lab"."shelf" as "target"
  where ("target"."id" = "t1"."shelf_id"))
limit 1
-- $1: pile_shelf_id_fkey
-- $2: [small]

insert into "lab"."thing" ("id", "shirt") values ($1::"lab"."size", $2::"lab"."size") on conflict ("id") do update set "shirt" = excluded."shirt" returning "thing"."id"::text
-- $1: extra large
-- $2: large

select k.ord::text, "t1"."id"::text, "t1"."shirt"::text
from unnest(cast($1 as text[])::"lab"."size"[]) with ordinality as k(key, ord)
join "lab"."thing" as "t1" on ("t1"."id"::"lab"."size" = k.key)
-- $1: [extra large]

with meant as (select "t1"."id"::"lab"."size"
  from "lab"."thing" as "t1"
  where ("t1"."shirt"::"lab"."size" >= $1::"lab"."size")
  limit $2), written as (update "lab"."thing" as "t2" set "lists" = $3::lab.numbers[]
  where ((("t2"."id"::"lab"."size") in (select *
        from meant))
    and ("t2"."shirt"::"lab"."size" >= $4::"lab"."size")) returning "t2"."id"::"lab"."size") select (select count(*)
  from meant)::text, "written"."id"::text
from (select 1) as one left
join written on true
order by "written"."id"::"lab"."size"
-- $1: large
-- $2: 6
-- $3: {"{9}"}
-- $4: large

select k.ord::text, "t1"."id"::text, "t1"."lists"::text
from unnest(cast($1 as text[])::"lab"."size"[]) with ordinality as k(key, ord)
join "lab"."thing" as "t1" on ("t1"."id"::"lab"."size" = k.key)
-- $1: [small, extra large]

with meant as (select "t1"."id"::"lab"."size"
  from "lab"."thing" as "t1"
  where ("t1"."id"::"lab"."size" = $1::"lab"."size")), ended as (delete
  from "lab"."thing" as "t2"
  where (("t2"."id"::"lab"."size") in (select *
      from meant)) returning "t2"."id"::"lab"."size") select (select count(*)
  from meant)::text, "t3"."id"::text, "t3"."id"::text, "t3"."shirt"::text
from (select 1) as one left
join (ended
  join "lab"."thing" as "t3" on ("t3"."id"::"lab"."size" = "ended"."id"::"lab"."size")) on true
order by "t3"."id"::"lab"."size"
-- $1: small
