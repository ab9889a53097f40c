select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select sum("t3"."double"
      order by "t3"."double")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select sum("t4"."double"
      order by "t4"."double")
    from "lab"."measurement" as "t4"
    where (("t4"."site_id" = "t2"."site_id")
      and ("t4"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select sum("t3"."double"
      order by "t3"."double")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where (true
    and (((select sum("t4"."double"
            order by "t4"."double")
          from "lab"."measurement" as "t4"
          where (("t4"."site_id" = "t2"."site_id")
            and ("t4"."nr" = "t2"."nr"))) < $1::double precision)
      or (select sum("t4"."double"
          order by "t4"."double")
        from "lab"."measurement" as "t4"
        where (("t4"."site_id" = "t2"."site_id")
          and ("t4"."nr" = "t2"."nr"))) is null
      or (((select sum("t5"."double"
              order by "t5"."double")
            from "lab"."measurement" as "t5"
            where (("t5"."site_id" = "t2"."site_id")
              and ("t5"."nr" = "t2"."nr"))) = $2::double precision)
        and (("t2"."site_id" > $3::integer)
          or (("t2"."site_id" = $4::integer)
            and ("t2"."nr" > $5::integer))))))
  order by (select sum("t6"."double"
      order by "t6"."double")
    from "lab"."measurement" as "t6"
    where (("t6"."site_id" = "t2"."site_id")
      and ("t6"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $6 rows only)::text
-- $1: 0.6000000000000001
-- $2: 0.6000000000000001
-- $3: 1
-- $4: 1
-- $5: 1
-- $6: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select sum("t3"."double"
      order by "t3"."double")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where (true
    and (((select sum("t4"."double"
            order by "t4"."double")
          from "lab"."measurement" as "t4"
          where (("t4"."site_id" = "t2"."site_id")
            and ("t4"."nr" = "t2"."nr"))) < $1::double precision)
      or (select sum("t4"."double"
          order by "t4"."double")
        from "lab"."measurement" as "t4"
        where (("t4"."site_id" = "t2"."site_id")
          and ("t4"."nr" = "t2"."nr"))) is null
      or (((select sum("t5"."double"
              order by "t5"."double")
            from "lab"."measurement" as "t5"
            where (("t5"."site_id" = "t2"."site_id")
              and ("t5"."nr" = "t2"."nr"))) = $2::double precision)
        and (("t2"."site_id" > $3::integer)
          or (("t2"."site_id" = $4::integer)
            and ("t2"."nr" > $5::integer))))))
  order by (select sum("t6"."double"
      order by "t6"."double")
    from "lab"."measurement" as "t6"
    where (("t6"."site_id" = "t2"."site_id")
      and ("t6"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $6 rows only)::text
-- $1: -1.5
-- $2: -1.5
-- $3: 2
-- $4: 2
-- $5: 2
-- $6: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select sum("t3"."double"
      order by "t3"."double")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select sum("t4"."double"
      order by "t4"."double")
    from "lab"."measurement" as "t4"
    where (("t4"."site_id" = "t2"."site_id")
      and ("t4"."nr" = "t2"."nr"))) asc nulls first, "t2"."site_id" desc, "t2"."nr" desc
  fetch next $1 rows only)::text
-- $1: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select sum("t3"."double"
      order by "t3"."double")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where (true
    and ((select sum("t4"."double"
          order by "t4"."double")
        from "lab"."measurement" as "t4"
        where (("t4"."site_id" = "t2"."site_id")
          and ("t4"."nr" = "t2"."nr"))) is not null
      or ((select sum("t5"."double"
            order by "t5"."double")
          from "lab"."measurement" as "t5"
          where (("t5"."site_id" = "t2"."site_id")
            and ("t5"."nr" = "t2"."nr"))) is null
        and (("t2"."site_id" < $1::integer)
          or (("t2"."site_id" = $2::integer)
            and ("t2"."nr" < $3::integer))))))
  order by (select sum("t6"."double"
      order by "t6"."double")
    from "lab"."measurement" as "t6"
    where (("t6"."site_id" = "t2"."site_id")
      and ("t6"."nr" = "t2"."nr"))) asc nulls first, "t2"."site_id" desc, "t2"."nr" desc
  fetch next $4 rows only)::text
-- $1: 1
-- $2: 1
-- $3: 3
-- $4: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select sum("t3"."double"
      order by "t3"."double")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where (true
    and (((select sum("t4"."double"
            order by "t4"."double")
          from "lab"."measurement" as "t4"
          where (("t4"."site_id" = "t2"."site_id")
            and ("t4"."nr" = "t2"."nr"))) > $1::double precision)
      or (((select sum("t5"."double"
              order by "t5"."double")
            from "lab"."measurement" as "t5"
            where (("t5"."site_id" = "t2"."site_id")
              and ("t5"."nr" = "t2"."nr"))) = $2::double precision)
        and (("t2"."site_id" < $3::integer)
          or (("t2"."site_id" = $4::integer)
            and ("t2"."nr" < $5::integer))))))
  order by (select sum("t6"."double"
      order by "t6"."double")
    from "lab"."measurement" as "t6"
    where (("t6"."site_id" = "t2"."site_id")
      and ("t6"."nr" = "t2"."nr"))) asc nulls first, "t2"."site_id" desc, "t2"."nr" desc
  fetch next $6 rows only)::text
-- $1: 0.6000000000000001
-- $2: 0.6000000000000001
-- $3: 1
-- $4: 1
-- $5: 2
-- $6: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select percentile_cont(cast($1 as double precision)) within group (order by "t3"."whole"::double precision)
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select percentile_cont(cast($2 as double precision)) within group (order by "t4"."whole"::double precision)
    from "lab"."measurement" as "t4"
    where (("t4"."site_id" = "t2"."site_id")
      and ("t4"."nr" = "t2"."nr"))) asc nulls first, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $3 rows only)::text
-- $1: 0.5
-- $2: 0.5
-- $3: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select percentile_cont(cast($1 as double precision)) within group (order by "t3"."whole"::double precision)
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where (true
    and ((select percentile_cont(cast($2 as double precision)) within group (order by "t4"."whole"::double precision)
        from "lab"."measurement" as "t4"
        where (("t4"."site_id" = "t2"."site_id")
          and ("t4"."nr" = "t2"."nr"))) is not null
      or ((select percentile_cont(cast($3 as double precision)) within group (order by "t5"."whole"::double precision)
          from "lab"."measurement" as "t5"
          where (("t5"."site_id" = "t2"."site_id")
            and ("t5"."nr" = "t2"."nr"))) is null
        and (("t2"."site_id" > $4::integer)
          or (("t2"."site_id" = $5::integer)
            and ("t2"."nr" > $6::integer))))))
  order by (select percentile_cont(cast($7 as double precision)) within group (order by "t6"."whole"::double precision)
    from "lab"."measurement" as "t6"
    where (("t6"."site_id" = "t2"."site_id")
      and ("t6"."nr" = "t2"."nr"))) asc nulls first, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $8 rows only)::text
-- $1: 0.5
-- $2: 0.5
-- $3: 0.5
-- $4: 1
-- $5: 1
-- $6: 4
-- $7: 0.5
-- $8: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select percentile_cont(cast($1 as double precision)) within group (order by "t3"."whole"::double precision)
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where (true
    and (((select percentile_cont(cast($2 as double precision)) within group (order by "t4"."whole"::double precision)
          from "lab"."measurement" as "t4"
          where (("t4"."site_id" = "t2"."site_id")
            and ("t4"."nr" = "t2"."nr"))) > $3::double precision)
      or (((select percentile_cont(cast($4 as double precision)) within group (order by "t5"."whole"::double precision)
            from "lab"."measurement" as "t5"
            where (("t5"."site_id" = "t2"."site_id")
              and ("t5"."nr" = "t2"."nr"))) = $5::double precision)
        and (("t2"."site_id" > $6::integer)
          or (("t2"."site_id" = $7::integer)
            and ("t2"."nr" > $8::integer))))))
  order by (select percentile_cont(cast($9 as double precision)) within group (order by "t6"."whole"::double precision)
    from "lab"."measurement" as "t6"
    where (("t6"."site_id" = "t2"."site_id")
      and ("t6"."nr" = "t2"."nr"))) asc nulls first, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $10 rows only)::text
-- $1: 0.5
-- $2: 0.5
-- $3: 2
-- $4: 0.5
-- $5: 2
-- $6: 1
-- $7: 1
-- $8: 2
-- $9: 0.5
-- $10: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select percentile_cont(cast($1 as double precision)) within group (order by "t3"."whole"::double precision)
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select percentile_cont(cast($2 as double precision)) within group (order by "t4"."whole"::double precision)
    from "lab"."measurement" as "t4"
    where (("t4"."site_id" = "t2"."site_id")
      and ("t4"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" desc, "t2"."nr" desc
  fetch next $3 rows only)::text
-- $1: 0.5
-- $2: 0.5
-- $3: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select percentile_cont(cast($1 as double precision)) within group (order by "t3"."whole"::double precision)
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where (true
    and (((select percentile_cont(cast($2 as double precision)) within group (order by "t4"."whole"::double precision)
          from "lab"."measurement" as "t4"
          where (("t4"."site_id" = "t2"."site_id")
            and ("t4"."nr" = "t2"."nr"))) < $3::double precision)
      or (select percentile_cont(cast($4 as double precision)) within group (order by "t4"."whole"::double precision)
        from "lab"."measurement" as "t4"
        where (("t4"."site_id" = "t2"."site_id")
          and ("t4"."nr" = "t2"."nr"))) is null
      or (((select percentile_cont(cast($5 as double precision)) within group (order by "t5"."whole"::double precision)
            from "lab"."measurement" as "t5"
            where (("t5"."site_id" = "t2"."site_id")
              and ("t5"."nr" = "t2"."nr"))) = $6::double precision)
        and (("t2"."site_id" < $7::integer)
          or (("t2"."site_id" = $8::integer)
            and ("t2"."nr" < $9::integer))))))
  order by (select percentile_cont(cast($10 as double precision)) within group (order by "t6"."whole"::double precision)
    from "lab"."measurement" as "t6"
    where (("t6"."site_id" = "t2"."site_id")
      and ("t6"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" desc, "t2"."nr" desc
  fetch next $11 rows only)::text
-- $1: 0.5
-- $2: 0.5
-- $3: 1073741823
-- $4: 0.5
-- $5: 0.5
-- $6: 1073741823
-- $7: 2
-- $8: 2
-- $9: 2
-- $10: 0.5
-- $11: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select percentile_cont(cast($1 as double precision)) within group (order by "t3"."whole"::double precision)
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where (true
    and (((select percentile_cont(cast($2 as double precision)) within group (order by "t4"."whole"::double precision)
          from "lab"."measurement" as "t4"
          where (("t4"."site_id" = "t2"."site_id")
            and ("t4"."nr" = "t2"."nr"))) < $3::double precision)
      or (select percentile_cont(cast($4 as double precision)) within group (order by "t4"."whole"::double precision)
        from "lab"."measurement" as "t4"
        where (("t4"."site_id" = "t2"."site_id")
          and ("t4"."nr" = "t2"."nr"))) is null
      or (((select percentile_cont(cast($5 as double precision)) within group (order by "t5"."whole"::double precision)
            from "lab"."measurement" as "t5"
            where (("t5"."site_id" = "t2"."site_id")
              and ("t5"."nr" = "t2"."nr"))) = $6::double precision)
        and (("t2"."site_id" < $7::integer)
          or (("t2"."site_id" = $8::integer)
            and ("t2"."nr" < $9::integer))))))
  order by (select percentile_cont(cast($10 as double precision)) within group (order by "t6"."whole"::double precision)
    from "lab"."measurement" as "t6"
    where (("t6"."site_id" = "t2"."site_id")
      and ("t6"."nr" = "t2"."nr"))) desc nulls last, "t2"."site_id" desc, "t2"."nr" desc
  fetch next $11 rows only)::text
-- $1: 0.5
-- $2: 0.5
-- $3: 2
-- $4: 0.5
-- $5: 0.5
-- $6: 2
-- $7: 1
-- $8: 1
-- $9: 1
-- $10: 0.5
-- $11: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select count(distinct "t3"."word")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select count(distinct "t4"."word")
    from "lab"."measurement" as "t4"
    where (("t4"."site_id" = "t2"."site_id")
      and ("t4"."nr" = "t2"."nr"))) desc, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $1 rows only)::text
-- $1: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select count(distinct "t3"."word")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where (true
    and (((select count(distinct "t4"."word")
          from "lab"."measurement" as "t4"
          where (("t4"."site_id" = "t2"."site_id")
            and ("t4"."nr" = "t2"."nr"))) < $1::integer)
      or (((select count(distinct "t5"."word")
            from "lab"."measurement" as "t5"
            where (("t5"."site_id" = "t2"."site_id")
              and ("t5"."nr" = "t2"."nr"))) = $2::integer)
        and (("t2"."site_id" > $3::integer)
          or (("t2"."site_id" = $4::integer)
            and ("t2"."nr" > $5::integer))))))
  order by (select count(distinct "t6"."word")
    from "lab"."measurement" as "t6"
    where (("t6"."site_id" = "t2"."site_id")
      and ("t6"."nr" = "t2"."nr"))) desc, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $6 rows only)::text
-- $1: 2
-- $2: 2
-- $3: 1
-- $4: 1
-- $5: 2
-- $6: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select count(distinct "t3"."word")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where (true
    and (((select count(distinct "t4"."word")
          from "lab"."measurement" as "t4"
          where (("t4"."site_id" = "t2"."site_id")
            and ("t4"."nr" = "t2"."nr"))) < $1::integer)
      or (((select count(distinct "t5"."word")
            from "lab"."measurement" as "t5"
            where (("t5"."site_id" = "t2"."site_id")
              and ("t5"."nr" = "t2"."nr"))) = $2::integer)
        and (("t2"."site_id" > $3::integer)
          or (("t2"."site_id" = $4::integer)
            and ("t2"."nr" > $5::integer))))))
  order by (select count(distinct "t6"."word")
    from "lab"."measurement" as "t6"
    where (("t6"."site_id" = "t2"."site_id")
      and ("t6"."nr" = "t2"."nr"))) desc, "t2"."site_id" asc, "t2"."nr" asc
  fetch next $6 rows only)::text
-- $1: 1
-- $2: 1
-- $3: 2
-- $4: 2
-- $5: 2
-- $6: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select count(distinct "t3"."word")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where true
  order by (select count(distinct "t4"."word")
    from "lab"."measurement" as "t4"
    where (("t4"."site_id" = "t2"."site_id")
      and ("t4"."nr" = "t2"."nr"))) asc, "t2"."site_id" desc, "t2"."nr" desc
  fetch next $1 rows only)::text
-- $1: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select count(distinct "t3"."word")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where (true
    and (((select count(distinct "t4"."word")
          from "lab"."measurement" as "t4"
          where (("t4"."site_id" = "t2"."site_id")
            and ("t4"."nr" = "t2"."nr"))) > $1::integer)
      or (((select count(distinct "t5"."word")
            from "lab"."measurement" as "t5"
            where (("t5"."site_id" = "t2"."site_id")
              and ("t5"."nr" = "t2"."nr"))) = $2::integer)
        and (("t2"."site_id" < $3::integer)
          or (("t2"."site_id" = $4::integer)
            and ("t2"."nr" < $5::integer))))))
  order by (select count(distinct "t6"."word")
    from "lab"."measurement" as "t6"
    where (("t6"."site_id" = "t2"."site_id")
      and ("t6"."nr" = "t2"."nr"))) asc, "t2"."site_id" desc, "t2"."nr" desc
  fetch next $6 rows only)::text
-- $1: 0
-- $2: 0
-- $3: 1
-- $4: 1
-- $5: 3
-- $6: 3

select array(select array["t2"."site_id"::text, "t2"."nr"::text, (select count(distinct "t3"."word")
    from "lab"."measurement" as "t3"
    where (("t3"."site_id" = "t2"."site_id")
      and ("t3"."nr" = "t2"."nr")))::text, "t2"."site_id"::text, "t2"."nr"::text]
  from "lab"."room" as "t2"
  where (true
    and (((select count(distinct "t4"."word")
          from "lab"."measurement" as "t4"
          where (("t4"."site_id" = "t2"."site_id")
            and ("t4"."nr" = "t2"."nr"))) > $1::integer)
      or (((select count(distinct "t5"."word")
            from "lab"."measurement" as "t5"
            where (("t5"."site_id" = "t2"."site_id")
              and ("t5"."nr" = "t2"."nr"))) = $2::integer)
        and (("t2"."site_id" < $3::integer)
          or (("t2"."site_id" = $4::integer)
            and ("t2"."nr" < $5::integer))))))
  order by (select count(distinct "t6"."word")
    from "lab"."measurement" as "t6"
    where (("t6"."site_id" = "t2"."site_id")
      and ("t6"."nr" = "t2"."nr"))) asc, "t2"."site_id" desc, "t2"."nr" desc
  fetch next $6 rows only)::text
-- $1: 1
-- $2: 1
-- $3: 2
-- $4: 2
-- $5: 1
-- $6: 3
