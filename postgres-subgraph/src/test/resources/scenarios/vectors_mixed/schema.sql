CREATE TABLE item (id integer PRIMARY KEY, place vector, half halfvec, sparse sparsevec);
INSERT INTO item VALUES
(1, '[1,0,0]', '[1,0,0]', '{1:1}/3'), (2, '[0,1]', '[0,1]', '{2:1}/2'), (3, '[0,1,0]', '[0,1,0]', '{2:1}/3'), (4, NULL, NULL, NULL), (5, '[1]', '[1]', '{1:1}/1');
CREATE TABLE spot (id integer PRIMARY KEY, place vector NOT NULL);
INSERT INTO spot VALUES (1, '[1,0,0]'), (2, '[0,1]'), (3, '[0,1,0]');
