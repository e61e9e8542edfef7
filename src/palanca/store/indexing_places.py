"""The step that tells at one look where claims took place and which countries meet in them, and finds bodies by name.

A step, once released, is never edited. Triggers keep the tables level with `indexed_parties`, see `index_tables`.
"""

_PAIRS = """
  INSERT INTO indexed_meetings (claim, one, other, kind, channel, review)
  SELECT DISTINCT c."key", one.country, other.country, c.kind, c.channel, c.review
  FROM indexed_claims AS c
  JOIN indexed_parties AS one ON one.claim = +c."key" AND one.role != 'place'
  JOIN indexed_parties AS other ON other.claim = +c."key" AND other.role != 'place'
  WHERE +other.country > +one.country"""

_FIRST_PLACE = """
  INSERT INTO indexed_places (claim, ordinal, thing, words, kind, channel, review)
  SELECT c."key", party.ordinal, party.thing, party.words, c.kind, c.channel, c.review
  FROM indexed_claims AS c JOIN indexed_parties AS party ON party.claim = +c."key"
  WHERE party.role = 'place'
    AND NOT EXISTS (SELECT 1 FROM indexed_places WHERE claim = party.claim)
    AND NOT EXISTS (SELECT 1 FROM indexed_parties AS before WHERE before.claim = party.claim AND before.role = 'place'
                    AND before.ordinal < party.ordinal)"""

_OF_NEW, _OF_OLD = ' AND c."key" = new.claim', ' AND c."key" = old.claim'


def _trigger(name: str, after: str, *statements: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {after} BEGIN {'; '.join(statements)}; END"


INDEX_PLACES = (
    """CREATE TABLE indexed_places (
         claim INTEGER PRIMARY KEY NOT NULL, ordinal INTEGER NOT NULL, thing TEXT, words INTEGER, kind TEXT NOT NULL,
         channel TEXT, review TEXT NOT NULL)""",
    "CREATE INDEX indexed_places_kind ON indexed_places (kind, thing, words, channel, review)",
    """CREATE TABLE indexed_meetings (
         claim INTEGER NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, kind TEXT NOT NULL, channel TEXT,
         review TEXT NOT NULL, PRIMARY KEY (claim, one, other)) WITHOUT ROWID""",
    _PAIRS,
    _FIRST_PLACE,
    "CREATE INDEX indexed_meetings_kind ON indexed_meetings (kind, one, other, channel, review)",
    _trigger(
        "indexed_places_in", "INSERT ON indexed_parties WHEN new.role = 'place'",
        "DELETE FROM indexed_places WHERE claim = new.claim AND ordinal > new.ordinal",
        _FIRST_PLACE + _OF_NEW,
    ),
    _trigger(
        "indexed_places_out", "DELETE ON indexed_parties WHEN old.role = 'place'",
        "DELETE FROM indexed_places WHERE claim = old.claim AND ordinal = old.ordinal",
        _FIRST_PLACE + _OF_OLD,
    ),
    _trigger(
        "indexed_meetings_in", "INSERT ON indexed_parties WHEN new.country IS NOT NULL AND new.role != 'place'",
        "DELETE FROM indexed_meetings WHERE claim = new.claim", _PAIRS + _OF_NEW,
    ),
    _trigger(
        "indexed_meetings_placed",
        "UPDATE OF country ON indexed_parties WHEN old.country IS NOT new.country AND new.role != 'place'",
        "DELETE FROM indexed_meetings WHERE claim = new.claim", _PAIRS + _OF_NEW,
    ),
    _trigger(
        "indexed_meetings_out", "DELETE ON indexed_parties WHEN old.country IS NOT NULL AND old.role != 'place'",
        "DELETE FROM indexed_meetings WHERE claim = old.claim", _PAIRS + _OF_OLD,
    ),
    # What an office is of, as claims call it.
    "CREATE INDEX claim_parties_body ON claim_parties (folded, identity, claim, role) WHERE role = 'body'",
    # Stretches of days, of which nobody is asked for how long a moment they can be.
    "CREATE INDEX claims_stretch ON claims (id) WHERE instr(time, '/') > 0",
    # Disputes over who held an office are told after the claim is: the index did not follow.
    """CREATE TRIGGER claims_disputed AFTER UPDATE OF disputes ON claims BEGIN
         UPDATE indexed_claims SET is_disputed = new.disputes != '[]' WHERE id = new.id; END""",
    "UPDATE indexed_claims SET is_disputed = 1 WHERE id IN (SELECT id FROM claims WHERE disputes != '[]')",
    """INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
         ('indexed_places', 'indexed_places_kind', '300000 100000 50 40 10 8'),
         ('indexed_meetings', 'indexed_meetings', '400000 2 1 1'),
         ('indexed_meetings', 'indexed_meetings_kind', '400000 130000 2000 10 3 2')""",
)  # fmt: skip
"""Make the tables, fill them from what is indexed, and keep them level from now on."""
