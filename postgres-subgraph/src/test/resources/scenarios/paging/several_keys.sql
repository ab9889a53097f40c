select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."word" asc, "t2"."rank" desc, "t2"."size" asc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and (("t2"."rank" < $3::integer)
          or (("t2"."rank" = $4::integer)
            and (("t2"."size" > $5::double precision)
              or "t2"."size" is null
              or (("t2"."size" = $6::double precision)
                and ("t2"."id" > $7::integer))))))))
  order by "t2"."word" asc, "t2"."rank" desc, "t2"."size" asc, "t2"."id" asc
  fetch next $8 rows only)::text
-- $1: a
-- $2: a
-- $3: 2
-- $4: 2
-- $5: 0.5
-- $6: 0.5
-- $7: 4
-- $8: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and (("t2"."rank" < $3::integer)
          or (("t2"."rank" = $4::integer)
            and (("t2"."size" > $5::double precision)
              or "t2"."size" is null
              or (("t2"."size" = $6::double precision)
                and ("t2"."id" > $7::integer))))))))
  order by "t2"."word" asc, "t2"."rank" desc, "t2"."size" asc, "t2"."id" asc
  fetch next $8 rows only)::text
-- $1: b
-- $2: b
-- $3: 1
-- $4: 1
-- $5: 2.5
-- $6: 2.5
-- $7: 6
-- $8: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."word" desc, "t2"."rank" asc, "t2"."size" desc, "t2"."id" desc
  fetch next $1 rows only)::text
-- $1: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and (("t2"."rank" > $3::integer)
          or "t2"."rank" is null
          or (("t2"."rank" = $4::integer)
            and (("t2"."size" < $5::double precision)
              or (("t2"."size" = $6::double precision)
                and ("t2"."id" < $7::integer))))))))
  order by "t2"."word" desc, "t2"."rank" asc, "t2"."size" desc, "t2"."id" desc
  fetch next $8 rows only)::text
-- $1: b
-- $2: b
-- $3: 1
-- $4: 1
-- $5: 2.5
-- $6: 2.5
-- $7: 6
-- $8: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and (("t2"."rank" > $3::integer)
          or "t2"."rank" is null
          or (("t2"."rank" = $4::integer)
            and (("t2"."size" < $5::double precision)
              or (("t2"."size" = $6::double precision)
                and ("t2"."id" < $7::integer))))))))
  order by "t2"."word" desc, "t2"."rank" asc, "t2"."size" desc, "t2"."id" desc
  fetch next $8 rows only)::text
-- $1: a
-- $2: a
-- $3: 2
-- $4: 2
-- $5: 0.5
-- $6: 0.5
-- $7: 4
-- $8: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."word" asc, "t2"."rank" desc, "t2"."size" asc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 1

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."word" desc, "t2"."rank" asc, "t2"."size" desc, "t2"."id" desc
  fetch next $1 rows only)::text
-- $1: 1

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and ("t2"."rank" is not null
          or ("t2"."rank" is null
            and (false
              or ("t2"."size" is null
                and ("t2"."id" > $3::integer))))))))
  order by "t2"."word" asc, "t2"."rank" desc, "t2"."size" asc, "t2"."id" asc
  fetch next $4 rows only)::text
-- $1: c
-- $2: c
-- $3: 5
-- $4: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and (false
          or ("t2"."rank" is null
            and (("t2"."size" < $3::double precision)
              or (("t2"."size" = $4::double precision)
                and ("t2"."id" < $5::integer))))))))
  order by "t2"."word" desc, "t2"."rank" asc, "t2"."size" desc, "t2"."id" desc
  fetch next $6 rows only)::text
-- $1: a
-- $2: a
-- $3: 1.5
-- $4: 1.5
-- $5: 2
-- $6: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."word" asc, "t2"."rank" desc, "t2"."size" asc, "t2"."id" asc
  fetch next $1 rows only)::text
-- $1: 9

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and (("t2"."rank" < $3::integer)
          or (("t2"."rank" = $4::integer)
            and (false
              or ("t2"."size" is null
                and ("t2"."id" > $5::integer)))))))
    and (("t2"."word" < $6::text)
      or (("t2"."word" = $7::text)
        and (("t2"."rank" > $8::integer)
          or "t2"."rank" is null
          or (("t2"."rank" = $9::integer)
            and ("t2"."size" is not null
              or ("t2"."size" is null
                and ("t2"."id" < $10::integer))))))))
  order by "t2"."word" asc, "t2"."rank" desc, "t2"."size" asc, "t2"."id" asc
  fetch next $11 rows only)::text
-- $1: a
-- $2: a
-- $3: 3
-- $4: 3
-- $5: 8
-- $6: b
-- $7: b
-- $8: 1
-- $9: 1
-- $10: 3
-- $11: 10

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and (("t2"."rank" < $3::integer)
          or (("t2"."rank" = $4::integer)
            and (false
              or ("t2"."size" is null
                and ("t2"."id" > $5::integer)))))))
    and (("t2"."word" < $6::text)
      or (("t2"."word" = $7::text)
        and (("t2"."rank" > $8::integer)
          or "t2"."rank" is null
          or (("t2"."rank" = $9::integer)
            and ("t2"."size" is not null
              or ("t2"."size" is null
                and ("t2"."id" < $10::integer))))))))
  order by "t2"."word" asc, "t2"."rank" desc, "t2"."size" asc, "t2"."id" asc
  fetch next $11 rows only)::text
-- $1: a
-- $2: a
-- $3: 3
-- $4: 3
-- $5: 8
-- $6: b
-- $7: b
-- $8: 1
-- $9: 1
-- $10: 3
-- $11: 3

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and (("t2"."rank" < $3::integer)
          or (("t2"."rank" = $4::integer)
            and (false
              or ("t2"."size" is null
                and ("t2"."id" > $5::integer)))))))
    and (("t2"."word" < $6::text)
      or (("t2"."word" = $7::text)
        and (("t2"."rank" > $8::integer)
          or "t2"."rank" is null
          or (("t2"."rank" = $9::integer)
            and ("t2"."size" is not null
              or ("t2"."size" is null
                and ("t2"."id" < $10::integer))))))))
  order by "t2"."word" desc, "t2"."rank" asc, "t2"."size" desc, "t2"."id" desc
  fetch next $11 rows only)::text
-- $1: a
-- $2: a
-- $3: 3
-- $4: 3
-- $5: 8
-- $6: b
-- $7: b
-- $8: 1
-- $9: 1
-- $10: 3
-- $11: 3

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and (("t2"."rank" < $3::integer)
          or (("t2"."rank" = $4::integer)
            and (("t2"."size" > $5::double precision)
              or "t2"."size" is null
              or (("t2"."size" = $6::double precision)
                and ("t2"."id" > $7::integer)))))))
    and (("t2"."word" < $8::text)
      or (("t2"."word" = $9::text)
        and (("t2"."rank" > $10::integer)
          or "t2"."rank" is null
          or (("t2"."rank" = $11::integer)
            and (("t2"."size" < $12::double precision)
              or (("t2"."size" = $13::double precision)
                and ("t2"."id" < $14::integer))))))))
  order by "t2"."word" asc, "t2"."rank" desc, "t2"."size" asc, "t2"."id" asc
  fetch next $15 rows only)::text
-- $1: b
-- $2: b
-- $3: 2
-- $4: 2
-- $5: 0.5
-- $6: 0.5
-- $7: 1
-- $8: b
-- $9: b
-- $10: 2
-- $11: 2
-- $12: 0.5
-- $13: 0.5
-- $14: 7
-- $15: 4

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" < $1::text)
      or (("t2"."word" = $2::text)
        and (("t2"."rank" > $3::integer)
          or "t2"."rank" is null
          or (("t2"."rank" = $4::integer)
            and (("t2"."size" < $5::double precision)
              or (("t2"."size" = $6::double precision)
                and ("t2"."id" < $7::integer))))))))
  order by "t2"."word" asc, "t2"."rank" desc, "t2"."size" asc, "t2"."id" asc
  fetch next $8 rows only)::text
-- $1: b
-- $2: b
-- $3: 1
-- $4: 1
-- $5: 2.5
-- $6: 2.5
-- $7: 6
-- $8: 3

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and (("t2"."rank" < $3::integer)
          or (("t2"."rank" = $4::integer)
            and (("t2"."size" > $5::double precision)
              or "t2"."size" is null
              or (("t2"."size" = $6::double precision)
                and ("t2"."id" > $7::integer))))))))
  order by "t2"."word" desc, "t2"."rank" asc, "t2"."size" desc, "t2"."id" desc
  fetch next $8 rows only)::text
-- $1: a
-- $2: a
-- $3: 2
-- $4: 2
-- $5: 0.5
-- $6: 0.5
-- $7: 4
-- $8: 3

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where true
  order by "t2"."word" asc, "t2"."rank" desc, "t2"."size" asc, "t2"."id" asc
  offset $1 rows
  fetch next $2 rows only)::text
-- $1: 3
-- $2: 3

select array(select array["t2"."id"::text, "t2"."word", "t2"."rank"::text, "t2"."size"::text, "t2"."id"::text]
  from "lab"."item" as "t2"
  where (true
    and (("t2"."word" > $1::text)
      or (("t2"."word" = $2::text)
        and (("t2"."rank" < $3::integer)
          or (("t2"."rank" = $4::integer)
            and (("t2"."size" > $5::double precision)
              or "t2"."size" is null
              or (("t2"."size" = $6::double precision)
                and ("t2"."id" > $7::integer))))))))
  order by "t2"."word" asc, "t2"."rank" desc, "t2"."size" asc, "t2"."id" asc
  offset $8 rows
  fetch next $9 rows only)::text
-- $1: a
-- $2: a
-- $3: 2
-- $4: 2
-- $5: 0.5
-- $6: 0.5
-- $7: 4
-- $8: 2
-- $9: 3
