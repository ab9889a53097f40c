CREATE TABLE author (id integer PRIMARY KEY, name text NOT NULL UNIQUE, born integer);
COMMENT ON COLUMN author.born IS 'A year';
CREATE TABLE book (
  id integer PRIMARY KEY, title text NOT NULL, price numeric(6,2), author_id integer REFERENCES author, translator_id integer REFERENCES author,
  genre text, published date
);
COMMENT ON COLUMN book.title IS E'As on its cover\n@searchable';
CREATE TABLE copy (id integer PRIMARY KEY, book_id integer NOT NULL UNIQUE REFERENCES book, shelf text);
CREATE TABLE review (book_id integer REFERENCES book, nr integer, stars integer, words text, PRIMARY KEY (book_id, nr));
COMMENT ON TABLE review IS E'What readers say\n@name BookReview';
CREATE TABLE secret (id integer PRIMARY KEY);
COMMENT ON TABLE secret IS '@omit';
INSERT INTO author VALUES (1, 'Ada', 1815), (2, 'Bea', NULL), (3, 'Cy', 1950), (4, 'Dee', 1815);
INSERT INTO book VALUES
(1, 'The red fox', 10, 1, NULL, 'tale', '2001-01-15'), (2, 'A red, red rose', 5.5, 1, 3, 'poem', '2001-01-20'), (3, 'Blue', NULL, 2, 3, NULL, '2001-02-01'),
(4, 'The fox and the hound', 10, 3, 1, 'tale', '2002-01-01'), (5, 'Nobody knows', 7, NULL, NULL, 'tale', NULL);
INSERT INTO copy VALUES (1, 1, 'A'), (2, 2, 'B'), (3, 4, NULL);
INSERT INTO review VALUES (1, 1, 5, 'good'), (1, 2, 3, NULL), (2, 1, NULL, 'hm'), (4, 1, 4, 'good'), (4, 2, 4, 'fine'), (4, 3, 1, 'bad');
ANALYZE book;
