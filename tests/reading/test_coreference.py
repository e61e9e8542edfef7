from collections.abc import Callable

from palanca.records import Reading

type Read = Callable[..., Reading]


def behind(reading: Reading, words: str) -> list[str]:
    captions = {entity.id: entity.caption for entity in reading.entities}
    return [captions[mention.entity] for mention in reading.mentions if mention.text == words]


def test_he_is_the_man_of_the_sentence_before(read: Read) -> None:
    reading = read("Viktor Hansen met Clara Ndiaye in Oslo. He left the city on Tuesday.")
    assert behind(reading, "He") == ["Viktor Hansen"]


def test_she_is_never_a_man(read: Read) -> None:
    reading = read("Viktor Hansen met Clara Ndiaye in Oslo. She left the city on Tuesday.")
    assert behind(reading, "She") == ["Clara Ndiaye"]


def test_noun_points_to_the_one_whom_the_text_called_so(read: Read) -> None:
    reading = read("The airline Condoravia sued Peru. The airline wants its planes back.")
    assert behind(reading, "The airline") == ["Condoravia"]


def test_empty_it_points_to_nobody(read: Read) -> None:
    reading = read("Chile signed the treaty. It is possible that others will follow.")
    assert behind(reading, "It") == []


def test_his_son_is_the_son_of_the_one_beside_him(read: Read) -> None:
    reading = read("Reporters asked Omar Said about Hassan Ali and his son, Yusuf Ali.")
    assert behind(reading, "his") == ["Hassan Ali"]


def test_interior_minister_is_not_the_defence_minister(read: Read) -> None:
    text = "Estonia's defence minister, Kristjan Tamm, spoke. The interior minister met Ghana's envoy, Ama Owusu."
    reading = read(text)
    nominal = [mention.text for mention in reading.mentions if mention.form == "nominal"]
    assert "The interior minister" not in nominal


def test_minister_of_the_same_field_is_the_one_named_before(read: Read) -> None:
    text = "Estonia's defence minister, Kristjan Tamm, spoke. The defence minister met Ghana's envoy, Ama Owusu."
    reading = read(text)
    names = {entity.id: entity.caption for entity in reading.entities}
    nominal = {mention.text: names[mention.entity] for mention in reading.mentions if mention.form == "nominal"}
    assert nominal["The defence minister"] == "Kristjan Tamm"


def test_they_are_no_country_that_is_only_somebodys(read: Read) -> None:
    reading = read("Nurlan Abishev met China's vice premier, Han Yulin, on Sunday. They signed a treaty.")
    assert all(mention.text != "They" for mention in reading.mentions)


def test_the_country_is_the_only_one_of_which_the_last_sentences_tell(read: Read) -> None:
    reading = read("Bolivia's congress rejected the budget. The country's finance minister, Ana Flores, resigned.")
    assert behind(reading, "The country") == ["Bolivia"]


def test_the_country_is_neither_of_two(read: Read) -> None:
    reading = read("Bolivia sued Chile over a river. The country's finance minister, Ana Flores, resigned.")
    assert behind(reading, "The country") == []


def test_noun_that_fits_two_points_to_the_subject_of_the_sentence_before(read: Read) -> None:
    reading = read("The airline Condoravia sued the airline Tessaly. The airline wants its planes back.")
    assert behind(reading, "The airline")[-1] == "Condoravia"
