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

CREATE TABLE sale (id integer, year integer, amount integer CHECK (amount > 0), PRIMARY KEY (id, year)) PARTITION BY LIST (year);
CREATE TABLE sale_2025 PARTITION OF sale FOR VALUES IN (2025);
COMMENT ON TABLE sale IS '@writable';

INSERT INTO maker VALUES (1, 'Ada'), (2, 'Ben');
INSERT INTO item (name, price, maker_id) VALUES ('cup', 1, 1);
