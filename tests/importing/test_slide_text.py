from __future__ import annotations

from accounted import unaccounted
from importing_documents import drawn, imported
from pathways.importing.level_bounds import level_bounds, sentences
from pathways.importing.slide_overview import without_letters

WORDS = "plans and leads the work of teams across the whole of the service and beyond it".split()


def sentence(number: int, length: int) -> str:
    """Return a sentence of just that many characters, unlike the others."""
    text = f"S{number} " + " ".join(WORDS * 20)
    return text[: length - 1].strip().ljust(length - 1, "x") + "."


def slide(rows: list[list[int]], width: int) -> tuple[list[str], list[int]]:
    """Set rows of sentences in lines of a width, a label before each middle line; return sentences
    and places.
    """
    found: list[str] = []
    places, at = [], 0
    for row in rows:
        texts = [sentence(len(found) + number, length) for number, length in enumerate(row)]
        found.extend(texts)
        length = sum(map(len, texts)) + len(texts) - 1
        lines = -(-length // width)
        places.append(at + (lines - 1) // 2 * width - 1)
        at += length + 1
    return found, places


def test_levels_are_found_from_labels_at_the_middle_of_their_rows() -> None:
    rows = [[90, 160, 120], [60, 130, 100, 90], [150, 170], [80, 90, 200, 80]]
    found, places = slide(rows, 120)
    assert level_bounds(found, places, 0) == [0, 3, 7, 9, 13]


def test_the_first_level_begins_where_it_is_said_to() -> None:
    found, places = slide([[90, 160, 120], [60, 130, 100, 90]], 120)
    before = ["A definition.", *found]
    shifted = [place + len("A definition. ") for place in places]
    assert level_bounds(before, shifted, 1) == [1, 4, 8]


def test_labels_that_cannot_be_in_their_texts_share_the_sentences_out() -> None:
    assert level_bounds(["One.", "Two.", "Three.", "Four."], [0, 0], 2) == [2, 3, 4]
    assert level_bounds(["One."], [], 0) == [0, 1]


def test_sentences_are_the_text_again() -> None:
    text = "First one. “Second one?” Third (e.g. this) one!"
    assert (
        sentences(text) == ["First one. “Second one?” Third (e.g. this) one!"]
        or " ".join(sentences(text)) == text
    )


def test_letters_on_end_are_taken_out_and_words_of_one_letter_stay() -> None:
    assert without_letters("e c n Plan a team P and I lead") == (
        "Plan a team and I lead",
        ["e c n P"],
    )
    assert without_letters("It ends. a Business") == ("It ends. Business", ["a"])
    assert without_letters("Plain words") == ("Plain words", [])


def running_text() -> str:
    """Return running text as it comes out of slides: an overview, then two slides of three
    levels.
    """
    areas = {
        "Service delivery": "Getting things done well.",
        "Business and risk": "Using money with care.",
    }
    overview = (
        "Our Core Areas Service Delivery Getting things done well. e c n Using money (Careful)* "
        "with Business & Risk "
        "care. "
        "Innovation and Transformation Finding new ways. Daring to change. *Revised attributes"
    )
    parts = [overview]
    for name, definition in areas.items():
        rows = [[90, 160, 120], [60, 130, 100, 90], [150, 170]]
        found, places = slide(rows, 120)
        text = " ".join(found)
        for number in (3, 2, 1):
            place = places[number - 1]
            cut = text.rfind(" ", 0, place + 2) if place > 0 else 0
            text = (
                f"{text[:cut]} LEVEL {number}{text[cut:]}" if cut > 0 else f"LEVEL {number} {text}"
            )
        parts.append(f"{name} {definition} {text}")
    return " OFFICIAL 1 ".join(parts) + " OFFICIAL 2"


def test_running_text_out_of_slides_is_put_in_order_and_all_accounted_for() -> None:
    outline = drawn(f"186x Filetype PPTX\n{running_text()}\nSomething else\nno reviews yet")
    found = imported(outline)
    framework = found.framework
    assert unaccounted([outline], found) == []
    assert [node.grade for node in framework.nodes] == ["1", "2", "3"]
    assert framework.title == "Our Core Areas"
    definitions = {(s.dimensions[0], s.text) for s in framework.statements if s.definition}
    assert ("innovation", "Finding new ways.") in definitions
    assert ("innovation", "Daring to change.") in definitions
    assert ("business-and-risk", "Using money with care.") in definitions
    counted = [
        len([s for s in framework.statements_of(n.id, "business-and-risk") if not s.definition])
        for n in framework.nodes
    ]
    assert counted == [3, 4, 2]
    assert "a line outside the slides" in {item.why for item in found.left_out}


def test_slides_without_an_overview_are_read_too() -> None:
    text = (
        running_text()
        .split(" OFFICIAL 1 ", 1)[1]
        .replace("Service delivery Getting", "Estates and land Getting")
    )
    outline = drawn(text)
    found = imported(outline)
    assert unaccounted([outline], found) == []
    assert "Estates and land" in {s.heading for s in found.framework.statements}


def test_an_overview_without_known_names_is_left_unsure() -> None:
    text = "nothing but words here. " + running_text().split(" OFFICIAL 1 ", 1)[1]
    outline = drawn(text.replace("nothing but words here. ", "nothing but words here. OFFICIAL 3 "))
    assert unaccounted([outline], imported(outline)) == []
