"""Cues of speech that news writes in many ways: times before the marks, asides, shouts, decrees, crowds, sources."""

import pytest

from tests.reading.conftest import Read
from tests.reading.test_quotations import Told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Ana Ruiz, the speaker of the House of Chile, said on Friday "We are ready. We can do that now."',
            [("Ana Ruiz", "said", "We are ready. We can do that now.", True)],
        ),
        (
            'Juan Soto said on Friday "We asked the minister for water twice" and "So we told him. He refused."',
            [
                ("Juan Soto", "said", "We asked the minister for water twice", True),
                ("Juan Soto", "said", "So we told him. He refused.", True),
            ],
        ),
        (
            "Senator Juan Soto commented on the matter — which Reuters called as rare as snow in May — "
            '"It is plain that the purpose is to stop debate."',
            [("Juan Soto", "commented", "It is plain that the purpose is to stop debate.", True)],
        ),
        (
            'Members of the Senate of Chile protested by shouting "go home!" and waving flags.',
            [("Members of the Senate of Chile", "shouting", "go home!", True)],
        ),
        ('She was called "the boss!" by Ana Ruiz.', []),
        (
            'An army Twitter account made this announcement: "We ask all to stay home."',
            [("An army Twitter account", "announcement", "We ask all to stay home.", True)],
        ),
        (
            'The decree signed by Ana Ruiz read "The crimes hurt our people."',
            [("Ana Ruiz", "read", "The crimes hurt our people.", True)],
        ),
        (
            'The family\'s statement on the death read: "He loved his work and his village."',
            [("The family", "read", "He loved his work and his village.", True)],
        ),
        (
            'A notice on the door read, "We are closed until May."',
            [("A notice on the door", "read", "We are closed until May.", True)],
        ),
        ('The Kenyan Constitution specifies that ministers are removed after "Treason, bribery or other crimes."', []),
    ],
    ids=["time", "and", "aside", "shout", "called", "account", "decree", "statement", "notice", "constitution"],
)
def test_direct_speech_finds_its_cue(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "William Ruto said on Friday he could and might close the border.",
            [("William Ruto", "said", "he could and might close the border", False)],
        ),
        (
            "William Ruto said he may close the border, which he said would let him rest.",
            [
                ("William Ruto", "said", "he may close the border", False),
                ("William Ruto", "said", "would let him rest", False),
            ],
        ),
        (
            "President Kagame claims he would be glad if the talks over the dam took months.",
            [("Kagame", "claims", "he would be glad if the talks over the dam took months", False)],
        ),
        (
            "Gold was found at two mines, which state radio said were under guard.",
            [("state radio", "said", "were under guard", False)],
        ),
        (
            "Ana Ruiz pledged converting the barracks into a school.",
            [("Ana Ruiz", "pledged", "converting the barracks into a school", False)],
        ),
        (
            "Marchers, carrying banners asking the government of Chile to repeal Article 5, walked to the palace.",
            [("Marchers", "asking", "to repeal Article 5", False)],
        ),
        (
            "Juan Soto wrote to the Chilean Embassy in Lima asking to waive her immunity.",
            [("Juan Soto", "asking", "to waive her immunity", False)],
        ),
        (
            "Both Ana Ruiz and the police chief Juan Soto, urged the immunity be waived.",
            [("Ana Ruiz", "urged", "the immunity be waived", False)],
        ),
        (
            "Prime Minister Ruiz called on village councils, churches, and traders to build trust in vaccines.",
            [("Ruiz", "called on", "to build trust in vaccines", False)],
        ),
        (
            "A UN report in time concluded witnesses had lied.",
            [("UN", "concluded", "witnesses had lied", False)],
        ),
        (
            "Kenya initially denied all claims that Juan Soto was killed.",
            [("Kenya", "denied all claims", "Juan Soto was killed", False)],
        ),
        (
            "Paz and two guards fled to Chile, police revealed on Saturday.",
            [("police", "revealed", "Paz and two guards fled to Chile", False)],
        ),
        (
            "Judge Ana Ruiz clarified in the hearing that her decision was final.",
            [("Ana Ruiz", "clarified", "her decision was final", False)],
        ),
        (
            "State media quoted the minister, Juan Soto, as saying that the border was closed.",
            [("Juan Soto", "saying", "the border was closed", False)],
        ),
        (
            "Norway expressed concern that Chile is gaining control over the mines of Peru, including the port of Ilo.",
            [
                (
                    "Norway",
                    "expressed concern",
                    "Chile is gaining control over the mines of Peru, including the port of Ilo",
                    False,
                )
            ],
        ),
        ("The constitution of Chile stipulates the vice president succeeds to the presidency.", []),
        ("The law requires both houses to confirm ministers.", []),
    ],
    ids=[
        "two modals", "relative", "no subject", "which said", "gerund", "banner", "asking to", "be waived", "list",
        "misjoined", "denied claims", "time behind", "hung on noun", "quoted as", "concern", "constitution", "law",
    ],
)  # fmt: skip
def test_reported_speech_finds_its_words(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "One farmer said prices had doubled and several said they wanted new ministers.",
            [
                ("One farmer", "said", "prices had doubled", False),
                ("several", "said", "they wanted new ministers", False),
            ],
        ),
        (
            "Some of the workers Reuters questioned said they had gone on strike over pay.",
            [("Some of the workers", "said", "they had gone on strike over pay", False)],
        ),
        (
            "One of the rebel bands, the Volta Liberation Army, opposed the truce and said it was given arms.",
            [("Volta Liberation Army", "said", "it was given arms", False)],
        ),
    ],
    ids=["several", "some", "one named"],
)
def test_a_part_of_many_speaks(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Per the World Bank, 40 percent of farmers are poor.",
            [("World Bank", "Per", "40 percent of farmers are poor", False)],
        ),
        (
            "Per figures reported by Reuters, most farmers are subject to the tax.",
            [("Reuters", "Per", "most farmers are subject to the tax", False)],
        ),
        ("Per request of Ana Ruiz, the king closed parliament. Output fell 3 percent per year.", []),
        (
            "It takes money: potentially, according to Al Jazeera, $3 million from mines, $2 million from farms.",
            [("Al Jazeera", "according to", "$3 million from mines, $2 million from farms", False)],
        ),
        (
            "The campaign has, according to government reports, killed 54 soldiers since May.",
            [("government reports", "according to", "killed 54 soldiers since May", False)],
        ),
        ("The war killed many, including, according to harbour reports, 31 boys.", []),
    ],
    ids=["per a name", "per figures", "per request", "colon", "auxiliary", "including"],
)
def test_what_goes_by_a_source_is_said_by_it(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Jonas Berg, a lawyer for the crew, told the paper after the ruling "My clients waited. They are glad."',
            [("Jonas Berg", "told", "My clients waited. They are glad.", True)],
        ),
        (
            'The head of the port\'s legal unit told reporters "Nobody asked us." She added "I regret that. We do."',
            [
                ("The head of the port's legal unit", "told", "Nobody asked us.", True),
                ("The head of the port's legal unit", "added", "I regret that. We do.", True),
            ],
        ),
        (
            'Paul Reyes told the paper Jonas Berg "was a giant," while Ann Cole praised his "wit" on Twitter.',
            [("Paul Reyes", "told", 'Jonas Berg "was a giant,"', False)],
        ),
        (
            'The Chilean navy tweeted the rescue "required all hands on deck."',
            [("Chilean navy", "tweeted", 'the rescue "required all hands on deck."', False)],
        ),
        ("Paul Reyes told the paper he would run.", [("Paul Reyes", "told", "he would run", False)]),
        ("Paul Reyes told the man he had hired to leave.", []),
        (
            "Jan Kos said a badge was used by the attacker, reported by The Times as a former soldier, to get in.",
            [
                (
                    "Jan Kos",
                    "said",
                    "a badge was used by the attacker, reported by The Times as a former soldier, to get in",
                    False,
                )
            ],
        ),
        (
            "Chilean police reported the gunman left the hall and continued to shoot at others.",
            [("Chilean police", "reported", "the gunman left the hall and continued to shoot at others", False)],
        ),
        (
            "The Supreme Court of Chile found the decree to be unlawful.",
            [("Supreme Court of Chile", "found", "the decree to be unlawful", False)],
        ),
    ],
    ids=["listener", "pronoun", "meanwhile", "broken", "addressed", "hired", "aside", "goes on", "finds"],
)
def test_words_told_to_somebody_are_read_whole(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


def test_the_ruling_is_not_of_whoever_gives_rulings(read: Read) -> None:
    text = (
        "The Supreme Court of Chile issued a ruling on Monday. It takes up rulings from a court in any town. "
        "According to the ruling, a host must remove the post."
    )
    assert told(read(text))[-1] == (
        "Supreme Court of Chile", "According to", "a host must remove the post", False,
    )  # fmt: skip
