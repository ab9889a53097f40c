select array(select array["t2"."id"::text]
  from "lab"."note" as "t2"
  where (true
    and (((("t2"."id" = any(array(select "lab"."matching"(websearch_to_tsquery('english'::regconfig, $1)))))
          and ("t2"."found" @@ websearch_to_tsquery('english'::regconfig, $2)))) is not true))
  order by "t2"."id" asc
  fetch next $3 rows only)::text, (select count(*)
  from "lab"."note" as "t2"
  where (true
    and (((("t2"."id" = any(array(select "lab"."matching"(websearch_to_tsquery('english'::regconfig, $4)))))
          and ("t2"."found" @@ websearch_to_tsquery('english'::regconfig, $5)))) is not true)))::text
-- $1: common
-- $2: common
-- $3: 6
-- $4: common
-- $5: common
