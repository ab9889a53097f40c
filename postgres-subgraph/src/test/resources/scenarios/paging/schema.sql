CREATE TABLE box (id integer PRIMARY KEY, label text);
CREATE TABLE item (id integer PRIMARY KEY, rank integer, word text NOT NULL, size double precision, box_id integer REFERENCES box);
INSERT INTO box VALUES (1, 'left'), (2, 'right'), (3, NULL);
INSERT INTO item VALUES
(1, 2, 'b', 0.5, 1),
(2, NULL, 'a', 1.5, 2),
(3, 1, 'b', NULL, NULL),
(4, 2, 'a', 0.5, 3),
(5, NULL, 'c', NULL, 1),
(6, 1, 'b', 2.5, NULL),
(7, 2, 'b', 0.5, 2),
(8, 3, 'a', NULL, 3);
