select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by (select "t4"."label"
    from "lab"."box" as "t4"
    where ("t4"."id" = "t2"."box_id")) asc nulls first, "t2"."word" desc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 4

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and ((select "t4"."label"
        from "lab"."box" as "t4"
        where ("t4"."id" = "t2"."box_id")) is not null
      or ((select "t5"."label"
          from "lab"."box" as "t5"
          where ("t5"."id" = "t2"."box_id")) is null
        and (("t2"."word" < $1::text)
          or (("t2"."word" = $2::text)
            and ("t2"."id" > $3::integer))))))
  order by (select "t6"."label"
    from "lab"."box" as "t6"
    where ("t6"."id" = "t2"."box_id")) asc nulls first, "t2"."word" desc, "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: a
-- $2: a
-- $3: 4
-- $4: 4

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (((select "t4"."label"
          from "lab"."box" as "t4"
          where ("t4"."id" = "t2"."box_id")) > $1::text)
      or (((select "t5"."label"
            from "lab"."box" as "t5"
            where ("t5"."id" = "t2"."box_id")) = $2::text)
        and (("t2"."word" < $3::text)
          or (("t2"."word" = $4::text)
            and ("t2"."id" > $5::integer))))))
  order by (select "t6"."label"
    from "lab"."box" as "t6"
    where ("t6"."id" = "t2"."box_id")) asc nulls first, "t2"."word" desc, "t2"."id" asc
  fetch next $6 rows only)::text
-- $1: left
-- $2: left
-- $3: b
-- $4: b
-- $5: 1
-- $6: 4

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by (select "t4"."label"
    from "lab"."box" as "t4"
    where ("t4"."id" = "t2"."box_id")) desc nulls last, "t2"."word" asc, "t2"."id" desc
  fetch next $1 rows only)::text
-- $1: 4

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (((select "t4"."label"
          from "lab"."box" as "t4"
          where ("t4"."id" = "t2"."box_id")) < $1::text)
      or (select "t4"."label"
        from "lab"."box" as "t4"
        where ("t4"."id" = "t2"."box_id")) is null
      or (((select "t5"."label"
            from "lab"."box" as "t5"
            where ("t5"."id" = "t2"."box_id")) = $2::text)
        and (("t2"."word" > $3::text)
          or (("t2"."word" = $4::text)
            and ("t2"."id" < $5::integer))))))
  order by (select "t6"."label"
    from "lab"."box" as "t6"
    where ("t6"."id" = "t2"."box_id")) desc nulls last, "t2"."word" asc, "t2"."id" desc
  fetch next $6 rows only)::text
-- $1: left
-- $2: left
-- $3: b
-- $4: b
-- $5: 1
-- $6: 4

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (false
      or ((select "t5"."label"
          from "lab"."box" as "t5"
          where ("t5"."id" = "t2"."box_id")) is null
        and (("t2"."word" > $1::text)
          or (("t2"."word" = $2::text)
            and ("t2"."id" < $3::integer))))))
  order by (select "t6"."label"
    from "lab"."box" as "t6"
    where ("t6"."id" = "t2"."box_id")) desc nulls last, "t2"."word" asc, "t2"."id" desc
  fetch next $4 rows only)::text
-- $1: a
-- $2: a
-- $3: 4
-- $4: 4

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by (select "t4"."label"
    from "lab"."box" as "t4"
    where ("t4"."id" = "t2"."box_id")) asc nulls first, "t2"."word" desc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 1

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by (select "t4"."label"
    from "lab"."box" as "t4"
    where ("t4"."id" = "t2"."box_id")) desc nulls last, "t2"."word" asc, "t2"."id" desc
  fetch next $1 rows only)::text
-- $1: 1

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (((select "t4"."label"
          from "lab"."box" as "t4"
          where ("t4"."id" = "t2"."box_id")) > $1::text)
      or (((select "t5"."label"
            from "lab"."box" as "t5"
            where ("t5"."id" = "t2"."box_id")) = $2::text)
        and (("t2"."word" < $3::text)
          or (("t2"."word" = $4::text)
            and ("t2"."id" > $5::integer))))))
  order by (select "t6"."label"
    from "lab"."box" as "t6"
    where ("t6"."id" = "t2"."box_id")) asc nulls first, "t2"."word" desc, "t2"."id" asc
  fetch next $6 rows only)::text
-- $1: right
-- $2: right
-- $3: a
-- $4: a
-- $5: 2
-- $6: 4

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (false
      or ((select "t5"."label"
          from "lab"."box" as "t5"
          where ("t5"."id" = "t2"."box_id")) is null
        and (("t2"."word" > $1::text)
          or (("t2"."word" = $2::text)
            and ("t2"."id" < $3::integer))))))
  order by (select "t6"."label"
    from "lab"."box" as "t6"
    where ("t6"."id" = "t2"."box_id")) desc nulls last, "t2"."word" asc, "t2"."id" desc
  fetch next $4 rows only)::text
-- $1: b
-- $2: b
-- $3: 3
-- $4: 4

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by (select "t4"."label"
    from "lab"."box" as "t4"
    where ("t4"."id" = "t2"."box_id")) asc nulls first, "t2"."word" desc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 9

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and ((select "t4"."label"
        from "lab"."box" as "t4"
        where ("t4"."id" = "t2"."box_id")) is not null
      or ((select "t5"."label"
          from "lab"."box" as "t5"
          where ("t5"."id" = "t2"."box_id")) is null
        and (("t2"."word" < $1::text)
          or (("t2"."word" = $2::text)
            and ("t2"."id" > $3::integer)))))
    and (((select "t6"."label"
          from "lab"."box" as "t6"
          where ("t6"."id" = "t2"."box_id")) < $4::text)
      or (select "t6"."label"
        from "lab"."box" as "t6"
        where ("t6"."id" = "t2"."box_id")) is null
      or (((select "t7"."label"
            from "lab"."box" as "t7"
            where ("t7"."id" = "t2"."box_id")) = $5::text)
        and (("t2"."word" > $6::text)
          or (("t2"."word" = $7::text)
            and ("t2"."id" < $8::integer))))))
  order by (select "t8"."label"
    from "lab"."box" as "t8"
    where ("t8"."id" = "t2"."box_id")) asc nulls first, "t2"."word" desc, "t2"."id" asc
  fetch next $9 rows only)::text
-- $1: b
-- $2: b
-- $3: 6
-- $4: right
-- $5: right
-- $6: b
-- $7: b
-- $8: 7
-- $9: 10

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and ((select "t4"."label"
        from "lab"."box" as "t4"
        where ("t4"."id" = "t2"."box_id")) is not null
      or ((select "t5"."label"
          from "lab"."box" as "t5"
          where ("t5"."id" = "t2"."box_id")) is null
        and (("t2"."word" < $1::text)
          or (("t2"."word" = $2::text)
            and ("t2"."id" > $3::integer)))))
    and (((select "t6"."label"
          from "lab"."box" as "t6"
          where ("t6"."id" = "t2"."box_id")) < $4::text)
      or (select "t6"."label"
        from "lab"."box" as "t6"
        where ("t6"."id" = "t2"."box_id")) is null
      or (((select "t7"."label"
            from "lab"."box" as "t7"
            where ("t7"."id" = "t2"."box_id")) = $5::text)
        and (("t2"."word" > $6::text)
          or (("t2"."word" = $7::text)
            and ("t2"."id" < $8::integer))))))
  order by (select "t8"."label"
    from "lab"."box" as "t8"
    where ("t8"."id" = "t2"."box_id")) asc nulls first, "t2"."word" desc, "t2"."id" asc
  fetch next $9 rows only)::text
-- $1: b
-- $2: b
-- $3: 6
-- $4: right
-- $5: right
-- $6: b
-- $7: b
-- $8: 7
-- $9: 3

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and ((select "t4"."label"
        from "lab"."box" as "t4"
        where ("t4"."id" = "t2"."box_id")) is not null
      or ((select "t5"."label"
          from "lab"."box" as "t5"
          where ("t5"."id" = "t2"."box_id")) is null
        and (("t2"."word" < $1::text)
          or (("t2"."word" = $2::text)
            and ("t2"."id" > $3::integer)))))
    and (((select "t6"."label"
          from "lab"."box" as "t6"
          where ("t6"."id" = "t2"."box_id")) < $4::text)
      or (select "t6"."label"
        from "lab"."box" as "t6"
        where ("t6"."id" = "t2"."box_id")) is null
      or (((select "t7"."label"
            from "lab"."box" as "t7"
            where ("t7"."id" = "t2"."box_id")) = $5::text)
        and (("t2"."word" > $6::text)
          or (("t2"."word" = $7::text)
            and ("t2"."id" < $8::integer))))))
  order by (select "t8"."label"
    from "lab"."box" as "t8"
    where ("t8"."id" = "t2"."box_id")) desc nulls last, "t2"."word" asc, "t2"."id" desc
  fetch next $9 rows only)::text
-- $1: b
-- $2: b
-- $3: 6
-- $4: right
-- $5: right
-- $6: b
-- $7: b
-- $8: 7
-- $9: 3

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and ((select "t4"."label"
        from "lab"."box" as "t4"
        where ("t4"."id" = "t2"."box_id")) is not null
      or ((select "t5"."label"
          from "lab"."box" as "t5"
          where ("t5"."id" = "t2"."box_id")) is null
        and (("t2"."word" < $1::text)
          or (("t2"."word" = $2::text)
            and ("t2"."id" > $3::integer)))))
    and (((select "t6"."label"
          from "lab"."box" as "t6"
          where ("t6"."id" = "t2"."box_id")) < $4::text)
      or (select "t6"."label"
        from "lab"."box" as "t6"
        where ("t6"."id" = "t2"."box_id")) is null
      or (((select "t7"."label"
            from "lab"."box" as "t7"
            where ("t7"."id" = "t2"."box_id")) = $5::text)
        and (("t2"."word" > $6::text)
          or (("t2"."word" = $7::text)
            and ("t2"."id" < $8::integer))))))
  order by (select "t8"."label"
    from "lab"."box" as "t8"
    where ("t8"."id" = "t2"."box_id")) asc nulls first, "t2"."word" desc, "t2"."id" asc
  fetch next $9 rows only)::text
-- $1: a
-- $2: a
-- $3: 8
-- $4: left
-- $5: left
-- $6: c
-- $7: c
-- $8: 5
-- $9: 4

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (((select "t4"."label"
          from "lab"."box" as "t4"
          where ("t4"."id" = "t2"."box_id")) < $1::text)
      or (select "t4"."label"
        from "lab"."box" as "t4"
        where ("t4"."id" = "t2"."box_id")) is null
      or (((select "t5"."label"
            from "lab"."box" as "t5"
            where ("t5"."id" = "t2"."box_id")) = $2::text)
        and (("t2"."word" > $3::text)
          or (("t2"."word" = $4::text)
            and ("t2"."id" < $5::integer))))))
  order by (select "t6"."label"
    from "lab"."box" as "t6"
    where ("t6"."id" = "t2"."box_id")) asc nulls first, "t2"."word" desc, "t2"."id" asc
  fetch next $6 rows only)::text
-- $1: left
-- $2: left
-- $3: b
-- $4: b
-- $5: 1
-- $6: 3

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and ((select "t4"."label"
        from "lab"."box" as "t4"
        where ("t4"."id" = "t2"."box_id")) is not null
      or ((select "t5"."label"
          from "lab"."box" as "t5"
          where ("t5"."id" = "t2"."box_id")) is null
        and (("t2"."word" < $1::text)
          or (("t2"."word" = $2::text)
            and ("t2"."id" > $3::integer))))))
  order by (select "t6"."label"
    from "lab"."box" as "t6"
    where ("t6"."id" = "t2"."box_id")) desc nulls last, "t2"."word" asc, "t2"."id" desc
  fetch next $4 rows only)::text
-- $1: a
-- $2: a
-- $3: 4
-- $4: 3

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by (select "t4"."label"
    from "lab"."box" as "t4"
    where ("t4"."id" = "t2"."box_id")) asc nulls first, "t2"."word" desc, "t2"."id" asc
  offset $1 rows
  fetch next $2 rows only)::text
-- $1: 3
-- $2: 3

select array(select array["t2"."id"::text, (select "t3"."label"
    from "lab"."box" as "t3"
    where ("t3"."id" = "t2"."box_id")), "t2"."word", "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and ((select "t4"."label"
        from "lab"."box" as "t4"
        where ("t4"."id" = "t2"."box_id")) is not null
      or ((select "t5"."label"
          from "lab"."box" as "t5"
          where ("t5"."id" = "t2"."box_id")) is null
        and (("t2"."word" < $1::text)
          or (("t2"."word" = $2::text)
            and ("t2"."id" > $3::integer))))))
  order by (select "t6"."label"
    from "lab"."box" as "t6"
    where ("t6"."id" = "t2"."box_id")) asc nulls first, "t2"."word" desc, "t2"."id" asc
  offset $4 rows
  fetch next $5 rows only)::text
-- $1: a
-- $2: a
-- $3: 4
-- $4: 2
-- $5: 3
