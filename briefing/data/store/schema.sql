-- The tables of a store. They are part of the contract: columns are added, never renamed.
CREATE TABLE IF NOT EXISTS store (version INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS articles (
  id INTEGER PRIMARY KEY,
  article TEXT NOT NULL,               -- the id of the article
  source TEXT NOT NULL UNIQUE,         -- the file or record that it came from
  made_of BLOB,                        -- a digest of the input and the options; the same is not done again
  title TEXT, outlet TEXT, url TEXT, date TEXT, language TEXT,
  words INTEGER NOT NULL, sentences INTEGER NOT NULL, sha256 TEXT NOT NULL,
  text TEXT,
  brief TEXT NOT NULL                  -- the whole brief/1 as JSON, without the text
);
CREATE INDEX IF NOT EXISTS articles_by_date ON articles (date);
CREATE TABLE IF NOT EXISTS parties (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  name TEXT NOT NULL, kind TEXT NOT NULL, mentions INTEGER NOT NULL,
  PRIMARY KEY (article, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS names (     -- every name of a party, its own among them
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  name TEXT NOT NULL COLLATE NOCASE,
  party TEXT NOT NULL,
  PRIMARY KEY (article, name, party)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS names_by_name ON names (name);
CREATE TABLE IF NOT EXISTS positions (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  position INTEGER NOT NULL,           -- its id in the brief
  stance TEXT NOT NULL, mode TEXT NOT NULL, cue TEXT NOT NULL, content TEXT NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, sentence INTEGER NOT NULL,
  score REAL NOT NULL, is_key INTEGER NOT NULL, same_as INTEGER,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS holders (
  article INTEGER NOT NULL, position INTEGER NOT NULL, party TEXT NOT NULL,
  PRIMARY KEY (article, position, party),
  FOREIGN KEY (article, position) REFERENCES positions ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS speakers (
  article INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, role TEXT,
  PRIMARY KEY (article, position, name),
  FOREIGN KEY (article, position) REFERENCES positions ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS quotations (
  article INTEGER NOT NULL, position INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (article, position, start),
  FOREIGN KEY (article, position) REFERENCES positions ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS compared (  -- what tells whether two articles are of one story, or one copies the other
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  terms TEXT NOT NULL,                 -- the most telling terms, the strongest first, divided by spaces
  weights BLOB NOT NULL,               -- how much each tells: 64-bit floats, little-endian
  shingles BLOB NOT NULL,              -- sampled runs of six words: 32-bit numbers, little-endian
  every INTEGER NOT NULL               -- one run in so many was sampled
);
CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5 (title, text, content = 'articles', content_rowid = 'id');
CREATE TRIGGER IF NOT EXISTS articles_added AFTER INSERT ON articles BEGIN
  INSERT INTO search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER IF NOT EXISTS articles_gone AFTER DELETE ON articles BEGIN
  INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE VIEW IF NOT EXISTS said AS      -- a row for each holder of each position: made to be looked at
  SELECT a.date, a.outlet, h.party, p.stance, p.content, p.cue, p.mode, p.is_key, p.score, a.title, a.source, p.start, p.stop
  FROM positions p JOIN articles a ON a.id = p.article
  LEFT JOIN holders h ON h.article = p.article AND h.position = p.position
  WHERE p.same_as IS NULL;
CREATE VIEW IF NOT EXISTS heard AS     -- how many positions of each party each outlet reports
  SELECT outlet, party, count(*) AS positions, count(DISTINCT source) AS articles FROM said
  WHERE party IS NOT NULL GROUP BY outlet, party;
