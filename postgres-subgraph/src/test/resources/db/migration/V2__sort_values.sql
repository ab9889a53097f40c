-- Every type a page is sorted by, nullable and not.
CREATE TABLE sample (
  id bigint PRIMARY KEY,
  word text,
  word_set text NOT NULL,
  size double precision,
  size_set double precision NOT NULL,
  amount bigint,
  amount_set bigint NOT NULL,
  seen timestamptz,
  seen_set timestamptz NOT NULL,
  weight real
);
GRANT SELECT ON sample TO records_service;
