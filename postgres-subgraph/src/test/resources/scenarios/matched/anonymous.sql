select array(select array["t2"."id"::text]
  from "lab"."note" as "t2"
  where (true
    and ("t2"."id" = any(array(select "lab"."matching"(websearch_to_tsquery('english'::regconfig, $1)))))
    and ("t2"."found" @@ websearch_to_tsquery('english'::regconfig, $2)))
  order by "t2"."id" asc
  fetch next $3 rows only)::text, (select count(*)
  from "lab"."note" as "t2"
  where (true
    and ("t2"."id" = any(array(select "lab"."matching"(websearch_to_tsquery('english'::regconfig, $4)))))
    and ("t2"."found" @@ websearch_to_tsquery('english'::regconfig, $5))))::text
-- $1: word42
-- $2: word42
-- $3: 13
-- $4: word42
-- $5: word42
