CREATE TABLE fine (id integer PRIMARY KEY, title text, spot point, spots point[], grid integer[][]);
COMMENT ON TABLE fine IS '@writable';
INSERT INTO fine VALUES (1, 'One', '(1,2)', '{"(3,4)"}', '{{1,2},{3,4}}');

-- what GraphQL, federation and all services define
CREATE TABLE query (id integer PRIMARY KEY);
CREATE TABLE mutation (id integer PRIMARY KEY);
CREATE TABLE string (id integer PRIMARY KEY);
CREATE TABLE vector (id integer PRIMARY KEY);
CREATE TABLE _service (id integer PRIMARY KEY);
CREATE TABLE _entities (id integer PRIMARY KEY);
CREATE TABLE "_Entity" (id integer PRIMARY KEY);
CREATE TYPE subscription AS ENUM ('paid', 'free');
CREATE TABLE subscriber (id integer PRIMARY KEY, by subscription);
-- filters that columns of fine bring
CREATE TABLE other_filter (id integer PRIMARY KEY);
CREATE TABLE other_list_filter (id integer PRIMARY KEY);
CREATE TABLE int_list_list_filter (id integer PRIMARY KEY);
-- a filter's own words
CREATE TABLE logic (id integer PRIMARY KEY, "and" integer);
CREATE TABLE logic_omitted (id integer PRIMARY KEY, "and" integer);
COMMENT ON COLUMN logic_omitted."and" IS '@omit filter';
CREATE TYPE told AS (is_null boolean);
CREATE TABLE teller (id integer PRIMARY KEY, told told);
-- no names
CREATE TABLE "日本" (id integer PRIMARY KEY);
CREATE TABLE named_badly (id integer PRIMARY KEY);
COMMENT ON TABLE named_badly IS '@name 1st thing';
CREATE TABLE named_nothing (id integer PRIMARY KEY);
COMMENT ON TABLE named_nothing IS '@name';
CREATE TABLE column_named_badly (id integer PRIMARY KEY, amount integer);
COMMENT ON COLUMN column_named_badly.amount IS '@name so-and-so';
CREATE TYPE two AS (a_b integer, "aB" integer);
CREATE TABLE twice (id integer PRIMARY KEY, two two);
CREATE TYPE blank AS ENUM ('', '_');
CREATE TABLE blanks (id integer PRIMARY KEY, blank blank);
-- nothing to name
CREATE TYPE nothing AS ENUM ();
CREATE TYPE no_parts AS ();
CREATE TABLE hollow (id integer PRIMARY KEY, nothing nothing, parts no_parts);
INSERT INTO hollow VALUES (1, NULL, ROW());
CREATE TABLE hidden (id integer PRIMARY KEY);
COMMENT ON COLUMN hidden.id IS '@omit';
-- one relation that two constraints say
CREATE TABLE part (id integer PRIMARY KEY, fine_id integer REFERENCES fine);
ALTER TABLE part ADD CONSTRAINT part_fine_again FOREIGN KEY (fine_id) REFERENCES fine (id) ON DELETE CASCADE;
INSERT INTO part VALUES (7, 1);
