"""What other rooms say of inputs, requests and judgements, as sentences with values that a page words in its language.

Each stands where it is said too, for people at the terminal; a test holds that it still does. One that is not here is
shown in English.
"""

from palanca.records.sayings import Sayings

REMARKS = Sayings(
    {
        "not_there": "document {name} is not in the case: read it again, or undo this",
        "read_otherwise": "{words} is read otherwise now: judge it again, or undo this",
        "stands_no_more": "{words} no longer stands as it was judged: judge it again, or undo this",
        "partly_replaced": "in part replaced by {judgement}",
        "replaced": "replaced by {judgement}",
        "says_otherwise": "{judgement} says otherwise: agree, and undo one",
        "contradicted": "contradicted by {judgements}: undo what is wrong",
        "apart": "kept apart meanwhile",
        "one_thing": "both names are read as one thing now: judge again, or undo this",
        "taken_back": "taken back by {judgement}",
        "undoes_unknown": "judgement {judgement} is not known here: bring it in, and it is undone",
        "no_pipeline": "no pipeline reads {language} yet; the text is kept and will be read when there is one",
        "no_pipeline_here": "no pipeline reads {language} here; the text is kept: run {command} and read again",
        "killed": "the reading was killed: resume it, and what is read already is not read again",
        "broke": "a reader broke on it ({reason}): please report this with the text",
        "no_text": "{subject} has no text: fill it in, or leave it out",
        "too_long": "{subject} holds {characters} characters, more than the {limit} of one document: split it",
        "empty": "the file is empty: leave it out, or fetch it again",
        "damaged": "the file is damaged or cut short ({problem}): fetch it again",
        "locked": "the file is locked with a password: save it without one",
        "bomb": "the file unpacks to {unpacked} bytes from {packed}, which looks like an archive bomb: leave it out",
        "large_part": "its part {part} is too large ({size} bytes): split the file",
        "other_kind": "{ending}is not a kind of file that Palanca reads: it reads {kinds}",
        "not_held": "this file is named {ending} but does not hold {kind}: it may be damaged; fetch it again",
        "misnamed": "this file is named {ending} but holds {kind}: rename it to {right}",
        "json": (
            "a .json file is read where it holds FollowTheMoney's entities, one a line: of other JSON, write an "
            "object a line and name the file .jsonl"
        ),
        "pictures": (
            "pages that are pictures without text were not read ({pages}): run OCR on the PDF (for example ocrmypdf)"
        ),
        "all_pictures": "the PDF holds pictures of pages but no text: run OCR on it first (for example ocrmypdf)",
        "pdf_cut": "the PDF is cut short: fetch it again",
        "pdf_locked": "the PDF is locked with a password: save it without one",
        "pdf_damaged": "the PDF is damaged or cut short: fetch it again, or print it anew",
        "pdf_pages": "the PDF has {pages} pages, more than the {limit} read: split it",
        "word_damaged": "the Word document is damaged ({problem}): open it in Word and save it anew",
        "workbook_damaged": "the workbook is damaged ({problem}): open it in Excel and save it anew",
        "workbook_empty": "the workbook holds nothing: fill it in, or leave it out",
        "archive_empty": "the archive holds no files: leave it out, or fetch it again",
        "archive_members": "the archive holds {files} files, more than {limit}: split it",
        "archive_depth": "archives are nested more than {depth} deep: unpack the inner ones",
        "archive_path": "its path leads out of the archive: pack it anew with plain paths",
        "archive_link": "it is a link and no file: pack the file itself",
        "archive_locked": "it is locked with a password: pack it anew without one",
        "archive_bomb": "it unpacks to {times} times its size, as archive bombs do: unpack it yourself",
        "archive_large": "the archive unpacks to more than {bytes} bytes: split it",
        "xml_table": "XML is read as a table: give a mapping that says under rows which elements are its rows",
        "no_rows": "the table has no rows: fill it in, or leave it out",
        "no_key": "column {column}: empty, although it is the key of the row: fill it in",
        "nobody": "it names nobody: all of {columns} are empty",
        "skipped": "the mapping says to skip it",
        "ends_early": "it ends before column {column}, which is taken as empty with those after it",
        "merged_cell": "column {column}: the cell is merged with another, of which it takes the value",
        "cursor": "{cursor} is no cursor: take the `next` of the page before, or begin without one",
        "country": "no country is called {name}: give a name, a demonym or a code such as PER",
        "country_code": "no country is called {name}: give a name or an ISO 3166-1 alpha-3 code such as PER",
        "period": "{period} has no two ends: give a day, a month, a year or a stretch such as 2022/2023",
        "weights": "{weights} are no weights: write such as ASSAULT:10,CONSULT:0.5",
        "date": "{text} is not an EDTF date: write YYYY, YYYY-MM or YYYY-MM-DD, with ?, ~ or % for doubt",
        "turned": "{time} ends before it starts: swap the ends",
        "case_name": "{name} cannot name a case: take letters, digits, spaces, dots and hyphens, up to 64",
        "case_taken": "there is a case called {name} already: take another name",
        "nothing": "there is nothing to read: give files or a text",
        "changed": "this was changed since it was shown: look at it again before you decide",
        "settling": "the words of a claim have gone, and the case is being settled: ask again in a moment",
        "no_name": "{words} holds no name for {field}: write it with letters or digits",
        "no_amount": "{value} is no amount: write 1200, 3..5 or 2.5 USD, without a sign for thousands",
        "needed": "{kind} cannot be without {field}: give a value, or reject it",
        "no_letter": "{words} holds no letter: choose the words that name who or what it is",
        "office_title": "an office needs its title: write it with letters, as in 'minister of ports'",
        "parts_missing": "{kind} needs {parts}: choose the words that name who it is",
        "part_twice": "{kind} has one {part} at most: leave the others out",
        "old_text": "document {document} is an older text of its name: state it in the current one",
        "unknown_what": "nothing was read to be named by {words}: say what it is ({schemata})",
        "one_document": "{thing} is named by one document alone: there is nothing to part it from",
        "no_utf8": "{file} is no text in UTF-8: give a file that Palanca wrote",
        "line_changed": (
            "line {line}: id {id} is not that of its content ({content}), so it was changed by hand: put the line "
            "back as it was, and judge anew"
        ),
        "no_json": "line {line} is no line of JSON ({why}): write one judgement a line, without the marks of a merge",
        "no_address": "the API has no such address: /api/openapi.json lists them",
    }
)
