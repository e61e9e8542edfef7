"""What single findings say: the sentences of the rules, each with its values."""

from palanca.records.sayings import Sayings

FINDINGS = Sayings(
    {
        "died": "{person} is told to have died {days}; {act} is of {day}.",
        "left": "{person} is told to have left {place} on {day}; {act} is of {then}, in {there}.",
        "two_countries": "{person} is shown in {one} and in {other} on {day}.",
        "turned": "{about}: told to begin {start} and to end {end}.",
        "held_after_one": "{about}: told to end {end}; {documents} shows it held after that, last {last}.",
        "held_after": "{about}: told to end {end}; {documents} show it held after that, last {last}.",
        "held_before_one": "{about}: told to begin {start}; {documents} shows it held before, first {first}.",
        "held_before": "{about}: told to begin {start}; {documents} show it held before, first {first}.",
        "followed": (
            "{about}: called current until {last}, no end is told, and {holder} is called the holder from {day}."
        ),
        "stale": "{about}: called current in {documents}, last on {last}; the newest document is of {newest}.",
        "alone_one": "{about}: one document tells it, and {others} of the same week tells of {parties} without it.",
        "alone": "{about}: one document tells it, and {others} of the same week tell of {parties} without it.",
        "one_speaker": "{about}: {documents} tell it, all in the words of {speaker}.",
        "one_outlet": "{about}: {documents} tell it, all of {outlet}.",
        "same_words": "{about}: {documents} tell it, in nearly the same words, of one outlet or of one speaker.",
        "denied": "{about} is told and denied: {sides}.",
        "value": "The number given for {about} differs: {sides}.",
        "start": "The beginning of {about} is dated differently: {sides}.",
        "end": "The end of {about} is dated differently: {sides}.",
        "time": "{about} is dated differently: {sides}.",
        "holder": "{about} is shown with two holders at a time: {sides}.",
        "parts": "The parts told of {whole} come to {sum}.",
        "shares": "The shares told in one sentence come to {sum} percent.",
        "fraction": "{part} of {whole} is {true} percent; {told} percent is told.",
        "change": "From {before} to {after} is a change of {true} percent; {told} percent is told.",
        "in_force": "{title} is told to be in force {valid}, and is dated {day}.",
        "act_before": "{act} is of {day}; {title}, on which it rests, is of {law}.",
        "number": "The number of {title} carries the year {year}, and it is dated {days}.",
        "spelled": "{thing} is spelled in {ways} ways: {sides}.",
        "weekday": "{day} was a {right}, not a {told}.",
        "backwards": "“{words}” ends before it begins.",
        "ahead": "Told as past and dated {time}, but the document is of {day}.",
    }
)
"""Times are in words (`wording.dated`), and several of anything have commas and "and" between (`wording.listed`).

The last three are of single documents: readers of anomalies say them (`reading.anomaly_times`).
"""
