CREATE TABLE person (id integer PRIMARY KEY, name text, partner_id integer UNIQUE REFERENCES person);
CREATE TABLE passport (id integer PRIMARY KEY, person_id integer UNIQUE REFERENCES person, issued_by integer REFERENCES person);
CREATE TABLE visit (id integer PRIMARY KEY, person_id integer REFERENCES person, CONSTRAINT once_more FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE);
INSERT INTO person VALUES (1, 'Ada', NULL), (2, 'Ben', 1), (3, 'Cleo', NULL);
INSERT INTO passport VALUES (7, 1, 2), (8, NULL, 2), (9, NULL, NULL);
INSERT INTO visit VALUES (1, 1), (2, 1), (3, NULL);
