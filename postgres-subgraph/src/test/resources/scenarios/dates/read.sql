select array(select array["t2"."id"::text, "t2"."day"::text, "t2"."moment"::text, "t2"."local"::text, "t2"."days"::text, "t2"."moments"::text, "t2"."between_days"::text, "t2"."between_moments"::text, "t2"."stay"::text]
  from "lab"."event" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 21
