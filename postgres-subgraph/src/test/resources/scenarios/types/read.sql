select array(select array["t2"."id"::text, "t2"."plain", "t2"."short"::text, "t2"."fixed"::text, "t2"."called"::text, "t2"."caseless"::text, "t2"."small"::text, "t2"."whole"::text, "t2"."big"::text, "t2"."exact"::text, "t2"."scaled"::text, "t2"."single"::text, "t2"."price"::text, "t2"."share"::text, "t2"."flag"::text, "t2"."token"::text, "t2"."day"::text, "t2"."moment"::text, "t2"."local"::text, "t2"."clock"::text, "t2"."clock_there"::text, "t2"."took"::text, "t2"."doc"::text, "t2"."docb"::text, "t2"."raw"::text, "t2"."markup"::text, "t2"."host"::text, "t2"."net"::text, "t2"."mac"::text, "t2"."mac8"::text, "t2"."bits"::text, "t2"."more_bits"::text, "t2"."words"::text, "t2"."grid"::text, "t2"."moods"::text, "t2"."shares"::text, "t2"."docs"::text, "t2"."homes"::text, "t2"."feeling"::text, "t2"."between_ints"::text, "t2"."between_bigs"::text, "t2"."between_nums"::text, "t2"."between_days"::text, "t2"."between_moments"::text, "t2"."between_locals"::text, "t2"."between_floats"::text, "t2"."holes"::text, "t2"."home"::text, "t2"."found"::text, "t2"."near"::text, "t2"."half"::text, "t2"."sparse"::text, "t2"."spot"::text, "t2"."pairs"::text, nullif(("t2"."near" <=> $1::vector(3)), 'NaN')::text, nullif(("t2"."near" <-> $2::vector(3)), 'NaN')::text, nullif(("t2"."half" <=> $3::halfvec(3)), 'NaN')::text, nullif(("t2"."sparse" <=> $4::sparsevec(5)), 'NaN')::text, case when "t2"."found" @@ websearch_to_tsquery('english'::regconfig, $5) then ts_rank_cd("t2"."found", websearch_to_tsquery('english'::regconfig, $6)) end::text, (select array["t3"."plain"]
    from "lab"."calm" as "t3"
    where ("t3"."id" = "t2"."id"))::text]
  from "lab"."sample" as "t2"
  where true
  order by "t2"."id" asc
  fetch next $7 rows only)::text
-- $1: [1.0, 1.0, 0.0]
-- $2: [1.0, 1.0, 0.0]
-- $3: [0.0, 1.0, 0.0]
-- $4: {1:1}/5
-- $5: cats
-- $6: cats
-- $7: 21
