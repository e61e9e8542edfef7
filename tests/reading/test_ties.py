from collections.abc import Callable

import pytest

from palanca.records import Kind, Reading, RoleName, TieDetail

type Read = Callable[..., Reading]


def ties(reading: Reading) -> set[tuple[str, str, str]]:
    found = set()
    for statement in reading.statements:
        if statement.kind is Kind.TIE and isinstance(statement.detail, TieDetail):
            (source,), (target,) = statement.fillers(RoleName.SOURCE), statement.fillers(RoleName.TARGET)
            found.add((source.text, str(statement.detail.kind), target.text))
    return found


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Ruth Wanjala is married to Daniel Kiprono.", ("Ruth Wanjala", "spouse", "Daniel Kiprono")),
        ("Severny Gold is owned by Volga Holding.", ("Volga Holding", "owns", "Severny Gold")),
        ("Volga Holding acquired Severny Gold in 2019.", ("Volga Holding", "owns", "Severny Gold")),
        (
            "Blue Meridian Ltd is a subsidiary of Meridian Group.",
            ("Blue Meridian Ltd", "subsidiary_of", "Meridian Group"),
        ),
        (
            "Ibo Traoré is a nephew of the new ambassador to Moscow, General Sule Diop.",
            ("Ibo Traoré", "family", "Sule Diop"),
        ),
        (
            "Ibo Traoré is a nephew of the secretary of state for transport, Ana Paz.",
            ("Ibo Traoré", "family", "Ana Paz"),
        ),
        (
            "Ana Paz accused Jan Wolski of financing the Crescent Foundation.",
            ("Jan Wolski", "funds", "Crescent Foundation"),
        ),
        ("Volga Holding owns 51 percent of the shares of Severny Gold.", ("Volga Holding", "owns", "Severny Gold")),
        ("Qatar finances the Crescent Foundation.", ("Qatar", "funds", "Crescent Foundation")),
        ("Volga Holding's law firm, Harcourt & Lowe, left.", ("Harcourt & Lowe", "represents", "Volga Holding")),
        ("The Condor Battalion is based in Arequipa.", ("Condor Battalion", "located_in", "Arequipa")),
        (
            "The Harbour Agency is under the Ministry of Transport.",
            ("Harbour Agency", "part_of", "Ministry of Transport"),
        ),
        (
            "Volta Freight is under the control of the Ministry of Transport.",
            ("Ministry of Transport", "controls", "Volta Freight"),
        ),
        ("The Condor Battalion is the main force of the Andean Army.", ("Condor Battalion", "part_of", "Andean Army")),
        ("The Andean Army is made up of the Condor Battalion.", ("Condor Battalion", "part_of", "Andean Army")),
        ("Kenya has urged allies such as Ghana to sign.", ("Ghana", "partner_of", "Kenya")),
        ("China's investment in Lamu is commercial.", ("China", "funds", "Lamu")),
        (
            "Volga Holding sold its 40 percent stake in Severny Gold to Meridian Group.",
            ("Meridian Group", "owns", "Severny Gold"),
        ),
        (
            "Severny Mining, a firm backed by Meridian Group, sued the state.",
            ("Severny Mining", "client_of", "Meridian Group"),
        ),
        (
            "Levan Gelashvili, founder of the Unity movement and majority shareholder of Severny Gold, left.",
            ("Levan Gelashvili", "owns", "Severny Gold"),
        ),
        (
            "Ana Paz, a career diplomat and daughter of the late general Hugo Paz, resigned.",
            ("Ana Paz", "family", "Hugo Paz"),
        ),
        ("Daniel Kiprono chairs Severny Gold's board.", ("Daniel Kiprono", "member_of", "Severny Gold")),
        ("The lawmaker Ana Paz of the Green Front resigned.", ("Ana Paz", "member_of", "Green Front")),
        ("Volga Holding sued Kita Systems, in which Togo holds a stake.", ("Togo", "owns", "Kita Systems")),
        ("Volga Holding has a stake in Severny Gold.", ("Volga Holding", "owns", "Severny Gold")),
        ("Volga Holding holds 60 percent of Severny Gold.", ("Volga Holding", "owns", "Severny Gold")),
        ("France extended its control over Corsica.", ("France", "controls", "Corsica")),
        ("Ana Paz is one of President Rosa Alba's aides.", ("Ana Paz", "employee_of", "Rosa Alba")),
        ("Juan Prieto was serving as Rosa Alba's personal lawyer.", ("Juan Prieto", "represents", "Rosa Alba")),
        (
            "The clients of Prieto & Partners include Volta Freight and Baltic Rail.",
            ("Baltic Rail", "client_of", "Prieto & Partners"),
        ),
        ("The Hungarian state-owned Danube Arms Kft. bought it.", ("Hungary", "owns", "Danube Arms Kft")),
        ("Ann Okoth visited Oruro, Bolivia.", ("Oruro", "located_in", "Bolivia")),
        ("Ann Okoth visited Monticello (Denver).", ("Monticello", "located_in", "Denver")),
        ("Power failed in the Tulsa area of Oklahoma.", ("Tulsa", "located_in", "Oklahoma")),
        ("Guam is a U.S. territory.", ("Guam", "part_of", "U.S.")),
        ("The Court of Appeal in Nairobi ruled.", ("Court of Appeal", "located_in", "Nairobi")),
        ("Police from Chad and Mali are part of the Sahel Force.", ("Chad", "member_of", "Sahel Force")),
        ("The Badr Brigade, associated with Iran, left.", ("Badr Brigade", "partner_of", "Iran")),
        (
            "Volta Lines was fined on Monday. The Accra-based firm employs many.",
            ("Volta Lines", "located_in", "Accra"),
        ),
        ("Ann Okoth died at a Nakuru, Kenya clinic.", ("Nakuru", "located_in", "Kenya")),
        ("Ann Okoth was born in 1951 in Tulsa, Oklahoma and left.", ("Tulsa", "located_in", "Oklahoma")),
        ("They met in Tunis, the capital of Tunisia.", ("Tunis", "located_in", "Tunisia")),
        ("Talks on Tunisia took place in Tunis, the capital.", ("Tunis", "located_in", "Tunisia")),
        ("The port of Varo, in the south of Chile, is shut.", ("port of Varo", "located_in", "Chile")),
        ("Ghana belongs to the African Union.", ("Ghana", "member_of", "African Union")),
        ("Ana Paz of the Labour Party abstained.", ("Ana Paz", "member_of", "Labour Party")),
        ("Nabil Tarawneh and his brother, Omar Tarawneh, left.", ("Omar Tarawneh", "family", "Nabil Tarawneh")),
    ],
)
def test_tie_is_read_in_its_direction(read: Read, sentence: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(read(sentence))


def test_state_that_owns_is_that_of_the_text_unless_the_sentence_names_another(read: Read) -> None:
    told = ties(read(
        "COLOMBO, 14 May 2025. Sri Lanka's president, Kumari Fonseka, opened a port in Galle. China's ambassador, Wei "
        "Jun, voiced concern about Orient Dredging, a state-owned company. State-run Coast Line won the tender."
    ))  # fmt: skip
    assert ("Sri Lanka", "controls", "Coast Line") in told
    assert not [tie for tie in told if "Orient Dredging" in tie]


def test_denied_ownership_makes_no_tie(read: Read) -> None:
    assert ties(read("Volga Holding does not own Severny Gold.")) == set()


def test_possessive_alone_makes_no_tie(read: Read) -> None:
    assert ties(read("Ghana's ministers travelled to Togo.")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese embassy in Peru is closed.",
        "A patrol crossed the Black Sea, the Gulf of Aden and the Strait of Malacca.",
        "China claims sovereignty over Taiwan.",
        "The United States-led Iraq War began in 2003.",
        "Volga Holding has no stake in Severny Gold.",
        "The firm is under pressure from Ghana.",
        "Ana Paz has a brother.",
    ],
)
def test_near_miss_makes_no_tie(read: Read, text: str) -> None:
    assert ties(read(text)) == set()


def test_no_city_holds_another_of_a_list(read: Read) -> None:
    found = ties(read("Ana Paz visited Williamsburg (Virginia), New York City, Detroit (Michigan), and Boston."))
    assert found == {("Williamsburg", "located_in", "Virginia"), ("Detroit", "located_in", "Michigan")}


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        # what somebody runs, gives to or has taken over
        ("Kojo Mensah runs Volta Freight.", ("Kojo Mensah", "controls", "Volta Freight")),
        ("Canal Oeste is controlled by Raúl Ibarra.", ("Raúl Ibarra", "controls", "Canal Oeste")),
        ("Petrosur Oil donated two million dollars to the Liberty Front.", ("Petrosur Oil", "funds", "Liberty Front")),
        ("The Lena Fund's donation to the Liberty Front was legal.", ("Lena Fund", "funds", "Liberty Front")),
        ("Kuwait gave the money to the Crescent Foundation.", ("Kuwait", "funds", "Crescent Foundation")),
        ("Qatari funding of the Crescent Foundation has doubled.", ("Qatar", "funds", "Crescent Foundation")),
        ("The takeover of Tessaly Air by Aegean Holding fell due.", ("Aegean Holding", "owns", "Tessaly Air")),
        ("Aegean Holding's acquisition of Tessaly Air was approved.", ("Aegean Holding", "owns", "Tessaly Air")),
        ("Baltic Rail's purchase of Vistula Lines was approved.", ("Baltic Rail", "owns", "Vistula Lines")),
        ("Tessaly Air, majority-owned by Aegean Holding, was fined.", ("Aegean Holding", "owns", "Tessaly Air")),
        ("Vistula Lines, wholly-owned by Baltic Rail, left.", ("Baltic Rail", "owns", "Vistula Lines")),
        (
            "Tessaly Air, a joint venture between Aegean Holding and Volga Lines, was fined.",
            ("Volga Lines", "owns", "Tessaly Air"),
        ),
        ("Tana Rail is a joint venture of Kenya Rail and Danube Rail.", ("Danube Rail", "owns", "Tana Rail")),
        # whose side somebody is on
        ("The Nile Brigade is linked to Iran.", ("Nile Brigade", "partner_of", "Iran")),
        ("The Nile Brigade, an armed group with links to Chad, left.", ("Nile Brigade", "partner_of", "Chad")),
        ("Tomé Sá is close to President Rosa Alba.", ("Tomé Sá", "partner_of", "Rosa Alba")),
        ("India and Bhutan are allies.", ("India", "partner_of", "Bhutan")),
        ("Dan Kibet and Olav Berg are business partners.", ("Dan Kibet", "partner_of", "Olav Berg")),
        ("The Dawn Party supports the Unity Front.", ("Dawn Party", "partner_of", "Unity Front")),
        ("Belarus depends on Russia for its gas.", ("Belarus", "client_of", "Russia")),
        ("The Iranian-backed al-Nour Brigade left.", ("al-Nour Brigade", "client_of", "Iran")),
        ("The Desert Shield militia, loyal to General Omar Hadi, left.", ("Desert Shield", "client_of", "Omar Hadi")),
        ("Rosa Lima, the Green Front's candidate for mayor, won.", ("Rosa Lima", "member_of", "Green Front")),
        ("The Sahel Front and the Desert Army have formed an alliance.", ("Sahel Front", "partner_of", "Desert Army")),
        ("The Sahel Front fights alongside the Desert Army.", ("Sahel Front", "partner_of", "Desert Army")),
        ("The Sahel Front pledged allegiance to the Desert Army.", ("Sahel Front", "client_of", "Desert Army")),
        ("Dan Berg left the Green Front to join the Dawn Party.", ("Dan Berg", "member_of", "Dawn Party")),
        ("Ghana, Togo and Benin form the Volta Union.", ("Togo", "member_of", "Volta Union")),
        ("Rosa Lima's campaign was financed by Petrosur Oil.", ("Petrosur Oil", "funds", "Rosa Lima")),
        ("Altai Trust, Dmitri Volkov's holding company, left.", ("Dmitri Volkov", "owns", "Altai Trust")),
        ("Goma is under the control of the Sahel Front.", ("Sahel Front", "controls", "Goma")),
        ("Goma fell to the Sahel Front.", ("Sahel Front", "controls", "Goma")),
        ("The Fraud Squad belongs to the Kenyan Police.", ("Fraud Squad", "part_of", "Kenyan Police")),
        # couples
        ("Ivo Horta and Lena Sá, who married in 2015, left.", ("Ivo Horta", "spouse", "Lena Sá")),
        ("President Paul Odera and first lady Mary Odera left.", ("Mary Odera", "spouse", "Paul Odera")),
        # what stands where
        ("Lamu Logistics, registered in the Cayman Islands, left.", ("Lamu Logistics", "located_in", "Cayman Islands")),
        ("Volta Bank, which has its headquarters in Accra, left.", ("Volta Bank", "located_in", "Accra")),
        ("The Free Sahel Movement in Chad left.", ("Free Sahel Movement", "located_in", "Chad")),
        ("Eritrea, a state in the Horn of Africa, left.", ("Eritrea", "located_in", "Horn of Africa")),
        ("Tigris Oil's refinery in Basra was shut.", ("Tigris Oil", "owns", "Tigris Oil's refinery")),
        ("Tigris Oil's refinery in Basra was shut.", ("Tigris Oil's refinery", "located_in", "Basra")),
        ("Basra, home to Tigris Oil's refinery, left.", ("Tigris Oil's refinery", "located_in", "Basra")),
        ("Turku, home of the Nordic Battalion, left.", ("Nordic Battalion", "located_in", "Turku")),
        ("Chinese investments in the ports of Lamu and Tanga have grown.", ("China", "funds", "Tanga")),
    ],
)
def test_everyday_wording_of_a_tie_is_read(read: Read, sentence: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(read(sentence))


@pytest.mark.parametrize(
    "text",
    [
        "Dan Kibet is not married to Mary Odera.",
        "Volga Holding is not the owner of Severny Gold.",
        "Dead associates Mick Hart and Bruce Horn played.",
        "Huawei is China's company of the year.",
        "The Sahel Front and the Desert Army have formed no alliance.",
        "Night fell to the sound of guns in Goma.",
        "Norway owns two medals from the games.",
        "Oslo is close to Drammen.",
        "Lamu's port was shelled.",
        "Tunisia's neighbouring countries, including Algeria, left.",
        "Ana Paz, an adviser for Latin America, left.",
        "Togo donated blankets to Ghana.",
        "The two teams are rivals, and Kenya and Ghana are favourites.",
    ],
)
def test_other_uses_of_these_words_make_no_tie(read: Read, text: str) -> None:
    assert ties(read(text)) == set()


def test_firm_that_belongs_to_another_is_owned_and_no_part_of_it(read: Read) -> None:
    found = ties(read("Tessaly Air, which belongs to Aegean Holding, was fined."))
    assert found == {("Aegean Holding", "owns", "Tessaly Air")}


def test_no_town_lies_in_another_country(read: Read) -> None:
    assert ties(read("Viktor Sazonov represents Moscow in Zambia.")) == {("Viktor Sazonov", "represents", "Moscow")}


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        # lists
        (
            "Togo and the United Arab Emirates, both members of the Volta Union, paid.",
            ("United Arab Emirates", "member_of", "Volta Union"),
        ),
        ("Volta Steel is controlled by two brothers, Ivo and Tomé Sá.", ("Tomé Sá", "controls", "Volta Steel")),
        ("The Rim Pact, the bloc of Peru, Chile and Fiji, met.", ("Fiji", "member_of", "Rim Pact")),
        ("Ana Paz is survived by two sons, Ivo Paz and Tomé Paz.", ("Tomé Paz", "family", "Ana Paz")),
        # what a noun is said of
        ("Ana Paz is considered an ally of Hugo Sá.", ("Ana Paz", "partner_of", "Hugo Sá")),
        ("The lobbyist for Togo, Ana Paz, left.", ("Ana Paz", "represents", "Togo")),
        ("Togo's embassy and EcoVolta, a charity funded by Norway, left.", ("Norway", "funds", "EcoVolta")),
        ("Volta is a militia based in Basra.", ("Volta", "located_in", "Basra")),
        ("Ivo Sá, the nephew and aide of Ana Paz, left.", ("Ivo Sá", "family", "Ana Paz")),
        (
            "Minister Ana Paz, whose brother-in-law Marek Sá is a board member of Volta Lines, denied it.",
            ("Marek Sá", "family", "Ana Paz"),
        ),
        # whose it is
        ("Ana Paz, a Volta Lines employee, left.", ("Ana Paz", "employee_of", "Volta Lines")),
        ("Kita Systems, a Volta Lines subsidiary, left.", ("Kita Systems", "subsidiary_of", "Volta Lines")),
        ("Gabon's state oil company, Ogooué Petroleum, left.", ("Gabon", "owns", "Ogooué Petroleum")),
        ("The World Bank's arbitration court, ICSID, met.", ("ICSID", "part_of", "World Bank")),
        ("Ana Paz's party, the Green Front, lost.", ("Ana Paz", "member_of", "Green Front")),
        ("Vietnam's army owns Kita Systems.", ("Vietnam's army", "owns", "Kita Systems")),
        ("Kita Systems, a supplier of Volta Lines, left.", ("Volta Lines", "client_of", "Kita Systems")),
        ("Ivo Sá, a broker and cousin of Ana Paz, left.", ("Ivo Sá", "family", "Ana Paz")),
        # everyday verbs
        ("Two thirds of the Green Front's income comes from Togo.", ("Togo", "funds", "Green Front")),
        ("The Green Front governs in coalition with the Labour Party.", ("Green Front", "partner_of", "Labour Party")),
        ("Volta Lines has links to the tycoon Ivo Sá.", ("Volta Lines", "partner_of", "Ivo Sá")),
        (
            "Kenya's parliament met Kenya's president in Kenya. Orient Bank is owned by the state. Kenya left.",
            ("Kenya", "owns", "Orient Bank"),
        ),
        ("Volta Lines hired the law firm Prado & Costa.", ("Volta Lines", "client_of", "Prado & Costa")),
        ("Ana Paz left the Labour Party in 2016.", ("Ana Paz", "member_of", "Labour Party")),
        ("Ana Paz is a partner at Prado & Costa.", ("Ana Paz", "employee_of", "Prado & Costa")),
        ("Volta Lines gave 300,000 lari to the Green Front.", ("Volta Lines", "funds", "Green Front")),
        ("Oman and Iran are parties to the Volta Agreement.", ("Iran", "member_of", "Volta Agreement")),
        ("The Salt Lake, located in the department of Oruro, shrinks.", ("Salt Lake", "located_in", "Oruro")),
        ("They met in Huancayo, in the department of Junín.", ("Huancayo", "located_in", "Junín")),
    ],
)
def test_tie_told_by_a_list_or_beside_a_name_is_read(read: Read, sentence: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(read(sentence))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Qatar and Turkey hired Washington.", "employee_of"),
        ("Volta Lines, half of which belongs to the state, left Togo.", "part_of"),
        ("The firm's lobbyist for Togo is Ana Paz, of Volta Lines.", "part_of"),
        ("Ana Paz, whose brother Ivo is a member of the Volta Union, left.", "spouse"),
        ("Volta is not a militia based in Basra.", "located_in"),
        ("A Volta Lines ship left Togo.", "owns"),
        ("Retired FBI agent Ana Paz left.", "represents"),
        ("Volta Lines runs ports in Togo.", "controls"),
        ("Critics of the port of Lomé within Chad's government left.", "located_in"),
        ("In West Togo, the client countries of Chad left.", "located_in"),
        ("The army took the schools of the Blue movement in Lomé.", "located_in"),
        ("Chad offered Togo exclusive control of the port of Lomé.", "controls"),
    ],
)
def test_tie_is_not_made_of_words_that_only_look_like_one(read: Read, sentence: str, kind: str) -> None:
    assert kind not in {k for _, k, _ in ties(read(sentence))}


def test_participle_that_describes_a_thing_takes_no_time_of_the_act_around_it(read: Read) -> None:
    reading = read("Togo paid Rome-based Volta Lines in June 2020.")
    assert [str(s.time) for s in reading.statements if s.kind is Kind.TIE] == ["None"]


@pytest.mark.parametrize("text", ["Rain fell in Kivu, Uganda and Rwanda.", "Fires burn in Oregon, Nevada and Utah."])
def test_places_of_a_list_lie_in_none_of_each_other(read: Read, text: str) -> None:
    assert ties(read(text)) == set()
