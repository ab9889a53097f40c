select (select count(*)
  from "lab"."note" as "t2"
  where (true
    and ("t2"."code" % $1)))::text
-- $1: n19999x
