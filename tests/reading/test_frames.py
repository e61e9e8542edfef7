"""Every frame of the lexicon fires on a sentence of its own and stays silent on one that looks like it."""

from palanca.lexicon.frames import frames
from palanca.reading.document import DocumentReader
from palanca.reading.event_acts import acts_of
from palanca.reading.page import Page
from palanca.reading.trace import SILENT
from palanca.records import EventDetail
from tests.reading.conftest import document

EXAMPLES = {
    "agree": ("Ghana agreed to reopen the border.", "The noun agrees with the verb."),
    "promise": ("Norway pledged $20 million to Mali.", "The plan showed promise."),
    "intend": ("Norway intends to reopen its embassy in Mali.", "No insult was intended in Norway."),
    "meet": ("Ruth Wanjala met Rajiv Menon in Accra.", "The roof met the wall."),
    "discuss": ("Rajiv Menon discussed Iran with Ruth Wanjala.", "The review was harsh."),
    "visit": ("Rajiv Menon visited Ghana.", "The site was visited often."),
    "host": ("Ghana hosted the Indian minister.", "The host was tired."),
    "phone": ("Rajiv Menon phoned Ruth Wanjala.", "Rajiv Menon called Ruth Wanjala modest."),
    "pardon": ("President Omar Diallo pardoned two journalists.", "He pardoned her manners."),
    "bow out": ("Minister Ana Ruiz ended her candidacy.", "The candidacy of the singer amused them."),
    "face": ("Minister Ana Ruiz stood trial.", "The house faces the sea."),
    "negotiate": ("Ghana negotiated with Togo.", "The bend was hard to negotiate."),
    "mediate": ("Qatar mediated between Chad and the rebels.", "It was a mediated image."),
    "summit": ("The ministerial meeting between Kenya and Ghana ended.", "Climbers reached the summit of the peak."),
    "carry": ("The bill passed the Senate.", "The bus passed the senate of Kenya."),
    "praise": ("Chile praised Peru.", "The praise was faint."),
    "back": ("Chile backed Peru's plan.", "She hurt her back."),
    "recognize": ("Chile recognized the new government of Niger.", "He recognized the song."),
    "apologize": ("Japan apologized to Korea.", "The apology stayed unsent."),
    "nominate": ("The Labour Party nominated Ana Ruiz for president.", "The film was nominated for a prize."),
    "sentence": ("The court sentenced Minister Ana Ruiz to five years.", "The sentence was long and had no verb."),
    "sign": ("Ghana and Togo signed a treaty.", "The road sign fell."),
    "ratify": ("The Kenyan parliament ratified the treaty with Uganda.", "The treaty stayed unratified."),
    "refuse": ("Chad's objection to the border plan of Togo came in May.", "The denial was firm."),
    "yield": ("The government yielded to the protesters.", "The field yielded wheat."),
    "lift": ("Chile lifted the embargo.", "Chile used the lift."),
    "allow": ("Iran allowed inspectors to enter.", "The rules allow for rain."),
    "cooperate": ("Ghana cooperated with Togo.", "The weather did not cooperate."),
    "build": ("Harbin Rail Group built a railway in Chile.", "Ruth has a slight build."),
    "exercise": ("India and Japan held joint military exercises.", "Ruth likes to exercise."),
    "trade": ("Peru exported copper to China.", "Ruth learned a trade."),
    "share": ("Poland shared intelligence with Ukraine.", "The share price rose."),
    "extradite": ("Spain extradited Luis Zamora to Chile.", "The extradition law is old."),
    "give": ("Norway donated food to Yemen.", "Norway gave a warning."),
    "protect": ("Greece granted asylum to the Syrian pilot.", "The wall protects the garden."),
    "keep peace": ("Uruguay sent peacekeepers to Haiti.", "The couple kept the peace."),
    "receive": ("Yemen received aid from Norway.", "Yemen received a letter."),
    "withdraw": ("France withdrew its troops from Mali.", "Ruth withdrew cash."),
    "release": ("Iran released two French tourists.", "The band released an album."),
    "resign": ("Ruth Wanjala resigned as minister.", "Ruth Wanjala was resigned to it."),
    "surrender": ("The rebels surrendered to the army.", "The rebels were hungry."),
    "demand": ("Sudan demanded that Egypt leave.", "Demand for copper rose."),
    "accuse": ("Sudan accused Egypt of spying.", "The tone was accusing."),
    "claim": ("Sudan claimed that Egypt had moved the border.", "The flood claimed two lives."),
    "disapprove": ("Sudan condemned the strike by Egypt.", "The house was condemned."),
    "sue": ("Chile sued Bolivia in The Hague.", "Sue lives in Chile."),
    "investigate": ("Brazil opened an investigation into Vale Norte.", "The investigation was short."),
    "reject": ("Iran rejected the offer of France.", "The rejects were sold."),
    "strike down": ("The court ruled against Chad.", "The rule is old in Chad."),
    "let stand": ("The court upheld the election of Hari Thapa.", "The beam held up the roof."),
    "fall through": ("The amendment failed in the Senate.", "The engine failed in Chad."),
    "threaten": ("Turkey threatened to attack Greece.", "Rain threatens the harvest."),
    "demonstrate": ("Students protested against the Chilean government.", "The chart demonstrates growth."),
    "strike": ("Miners went on strike in Chile.", "The clock struck noon."),
    "obstruct": ("Farmers blocked roads in Bolivia.", "The view was obstructed."),
    "riot": ("Riots broke out in Haiti.", "The garden was a riot of colour."),
    "sanction": ("Canada imposed sanctions on Belarus.", "The use was sanctioned by custom."),
    "break off": ("Morocco broke off relations with Iran.", "A branch broke off."),
    "expel": ("Poland expelled two Russian diplomats.", "The valve expels air."),
    "cut aid": ("Sweden suspended aid to Mali.", "Sweden cut the ribbon."),
    "deploy": ("Russia deployed troops to Belarus.", "The app was deployed."),
    "test": ("North Korea test-fired a missile.", "Pupils sat a test."),
    "arrest": ("Police in Cuba arrested the dissident Ana Paz.", "The pace was arresting."),
    "ban": ("Nepal banned the party of Hari Thapa.", "There is no ban."),
    "censor": ("Turkmenistan blocked the website of the newspaper.", "The censor slept."),
    "serve": ("Jan Berg received a life sentence in Chile.", "Jan Berg served dinner."),
    "seize": ("Iran seized a Greek tanker.", "The engine seized."),
    "attack": ("Azerbaijan attacked Armenia.", "She had a heart attack."),
    "own up": ("The Cedar Front claimed responsibility for the attack in Togo.", "Togo claimed the cup."),
    "kill": ("Rebels killed three soldiers in Chad.", "The joke killed the mood."),
    "bomb": ("Israel bombed Gaza.", "The film bombed."),
    "abduct": ("Gunmen abducted a French nurse in Niger.", "The muscle abducts the arm."),
    "torture": ("Guards tortured Ana Paz in Minsk.", "The wait was torture."),
}


def names_of_frames(reader: DocumentReader, text: str) -> set[str]:
    parsed = reader._parse(text, "en")
    page: Page = reader._page(document(text), parsed, SILENT)
    return {act.frame.name for sentence in page.doc.sents for act in acts_of(page, sentence)}


def test_every_frame_has_its_example() -> None:
    assert EXAMPLES.keys() == frames().by_name.keys()


def test_every_frame_fires_on_its_example(reader: DocumentReader) -> None:
    silent = {name: text for name, (text, _) in EXAMPLES.items() if name not in names_of_frames(reader, text)}
    assert silent == {}


def test_no_event_is_read_from_a_near_miss(reader: DocumentReader) -> None:
    found = {}
    for name, (_, text) in EXAMPLES.items():
        category = frames().by_name[name].category
        events = [s.detail for s in reader.read(document(text)).statements if isinstance(s.detail, EventDetail)]
        if any(event.category is category for event in events):
            found[name] = text
    assert found == {}
