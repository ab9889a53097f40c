select array(select array["t2"."title", word_similarity($1, "t2"."title")::text, similarity("t2"."title", $2)::text, strict_word_similarity($3, "t2"."title")::text, word_similarity($4, "t2"."title")::text, "t2"."id"::text]
  from "lab"."book" as "t2"
  where (true
    and (word_similarity($5, "t2"."title") > $6::real))
  order by word_similarity($7, "t2"."title") desc, "t2"."id" asc
  fetch next $8 rows only)::text, (select count(*)
  from "lab"."book" as "t2"
  where (true
    and (word_similarity($9, "t2"."title") > $10::real)))::text
-- $1: red foks
-- $2: red foks
-- $3: red foks
-- $4: red foks
-- $5: red foks
-- $6: 0.2
-- $7: red foks
-- $8: 3
-- $9: red foks
-- $10: 0.2

select array(select array["t2"."title", similarity("t2"."title", $1)::text]
  from "lab"."book" as "t2"
  where true
  order by similarity("t2"."title", $2) desc, "t2"."id" asc
  fetch next $3 rows only)::text
-- $1: the fox
-- $2: the fox
-- $3: 3

select array(select array[(select array["t3"."title"]
    from "lab"."book" as "t3"
    where ("t3"."id" = "t2"."book_id"))::text]
  from "lab"."copy" as "t2"
  where true
  order by (select strict_word_similarity($1, "t4"."title")
    from "lab"."book" as "t4"
    where ("t4"."id" = "t2"."book_id")) desc nulls last, "t2"."id" asc
  fetch next $2 rows only)::text
-- $1: rose
-- $2: 21
