CREATE TABLE maker (id integer PRIMARY KEY, name text UNIQUE DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE item (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  price numeric(5,2) CHECK (price >= 0),
  flags bit varying(2),
  maker_id integer REFERENCES maker DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE maker IS '@writable';
COMMENT ON TABLE item IS '@writable';

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE NEW.name
    WHEN 'ghost' THEN RAISE EXCEPTION 'no % here', NEW.name USING HINT = 'Call it otherwise';
    WHEN 'coded' THEN RAISE EXCEPTION 'coded' USING ERRCODE = 'WE001';
    WHEN 'checked' THEN RAISE EXCEPTION 'the stock is counted today' USING ERRCODE = 'check_violation';
    WHEN 'broken' THEN PERFORM no_such_function();
    ELSE NULL;
  END CASE;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION refuse();

CREATE VIEW cheap AS SELECT id, name, price FROM item WHERE price < 10 WITH CHECK OPTION;
COMMENT ON VIEW cheap IS E'@key id\n@writable';

CREATE TABLE sale (
  id integer, year integer, amount integer CHECK (amount > 0), slot integer, maker_id integer REFERENCES maker,
  PRIMARY KEY (id, year), CONSTRAINT one_slot UNIQUE (slot, id, year)
) PARTITION BY LIST (year);
CREATE TABLE sale_2025 PARTITION OF sale FOR VALUES IN (2025);
CREATE TABLE sale_2026 PARTITION OF sale FOR VALUES IN (2026) PARTITION BY RANGE (id);
CREATE TABLE sale_2026_few PARTITION OF sale_2026 FOR VALUES FROM (0) TO (100);
CREATE TABLE sale_2023 (
  id integer NOT NULL, year integer NOT NULL, amount integer, slot integer, maker_id integer,
  CONSTRAINT sale_amount_check CHECK (amount > 0), CONSTRAINT key_of_2023 PRIMARY KEY (id, year), CONSTRAINT maker_of_2023 FOREIGN KEY (maker_id) REFERENCES maker
);
ALTER TABLE sale ATTACH PARTITION sale_2023 FOR VALUES IN (2023);
CREATE TABLE refund (id integer PRIMARY KEY, sale_id integer, year integer, CONSTRAINT of_sale FOREIGN KEY (sale_id, year) REFERENCES sale);
COMMENT ON TABLE sale IS '@writable';
COMMENT ON TABLE refund IS '@writable';
INSERT INTO sale VALUES (5, 2025, 1, 1), (6, 2026, 1, 1), (7, 2023, 1, 1);
INSERT INTO refund VALUES (1, 6, 2026);

INSERT INTO maker VALUES (1, 'Ada'), (2, 'Ben');
INSERT INTO item (name, price, maker_id) VALUES ('cup', 1, 1);

CREATE TABLE tick (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at date DEFAULT '2026-01-01', note text);
COMMENT ON TABLE tick IS '@writable';
CREATE TABLE mark (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
COMMENT ON TABLE mark IS '@writable';
CREATE VIEW note AS SELECT id, note, at FROM tick;
COMMENT ON VIEW note IS E'@key id\n@writable';
CREATE TABLE fixed (id integer PRIMARY KEY, name text);
COMMENT ON TABLE fixed IS '@writable';
COMMENT ON COLUMN fixed.id IS '@omit update';
COMMENT ON COLUMN fixed.name IS '@omit update';
