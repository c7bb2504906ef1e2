from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

import bundled
from pathways import paths
from pathways.checking.check import check, check_all
from pathways.checking.finding import Code, Finding, with_places
from pathways.checking.subject import Subject, quoted
from pathways.compare.comparison import Comparer
from pathways.errors import UsageError
from pathways.model.framework import Silenced, Wording
from pathways.model.library import Library
from pathways.model.problem import Severity
from pathways.store.positions import positions_in

Found = Callable[..., list[Finding]]
Drawn = Callable[..., Library]
WithParts = Callable[..., Library]


def every_bundled() -> tuple[Finding, ...]:
    library = bundled.library()
    return check(library, [framework.id for framework in library.frameworks], bundled.comparer())


def test_the_bundled_frameworks_have_no_errors_and_few_warnings() -> None:
    severities = Counter(finding.severity for finding in every_bundled())
    assert severities[Severity.ERROR] == 0
    assert severities[Severity.WARNING] <= 3


def test_what_is_known_of_the_bundled_frameworks_is_found() -> None:
    found = {(f.framework, f.code, f.nodes) for f in every_bundled()}
    assert ("ict", Code.SHARED_TEXT, ("ict-6", "ict-7", "ict-8")) in found
    assert ("ict", Code.SHARED_TEXT, ("ict-9", "ict-10")) in found
    assert ("ict", Code.SAME_DIMENSION, ("ict-12", "ict-13")) in found
    assert ("ict", Code.HEADING_VARIES, ("ict-14",)) in found
    defined = [f.dimension for f in every_bundled() if f.code is Code.ONLY_DEFINED]
    assert defined == ["innovation", "communication", "team-working"]


def test_every_finding_is_a_sentence_with_advice_and_a_place() -> None:
    checked = 0
    for finding in every_bundled():
        checked += 1
        assert finding.message.endswith(".")
        checked += 1
        assert finding.advice.endswith(".")
        checked += 1
        assert finding.keys
        checked += 1
        assert finding.code.word
    assert checked


def test_the_gravest_come_first_then_the_order_of_the_file(found: Found, drawn: Drawn) -> None:
    texts = {
        "6": {"risk": ["Lead the the team.", "TBC"]},
        "7": {"risk": ["Keep rules.", "Keep rules.", "TBC"]},
    }
    findings = found(drawn("6-7", texts))
    order = [list(Severity).index(finding.severity) for finding in findings]
    assert order == sorted(order)
    assert [finding.statements for finding in findings[:2]] == [("6.risk.2",), ("7.risk.3",)]


def test_frameworks_are_checked_once_and_in_the_order_asked_for() -> None:
    ids = ["leadership", "ict", "leadership"]
    order = [finding.framework for finding in check(bundled.library(), ids, bundled.comparer())]
    assert list(dict.fromkeys(order)) == ["leadership", "ict"]
    assert order.count("ict") == sum(finding.framework == "ict" for finding in every_bundled())


def test_an_unknown_framework_asks_what_was_meant() -> None:
    with pytest.raises(UsageError, match="Did you mean ict"):
        check(bundled.library(), ["icz"], bundled.comparer())


def silenced(
    library: Library, with_parts: WithParts, *silences: Silenced
) -> tuple[list[Finding], int]:
    """Return the findings about doubled words and silences, and how many are silenced."""
    library = with_parts(library, silenced=silences)
    checked = check_all(library, ["framework-1"], Comparer(library, bundled.vocabulary()))
    return [f for f in checked.findings if f.code in (Code.SLIP, Code.UNUSED_SILENCE)], len(
        checked.silenced
    )


@pytest.mark.parametrize(
    ("limits", "left"),
    [
        ({}, []),
        ({"node": "6"}, ["7"]),
        ({"statement": "7.risk.1"}, ["6"]),
        ({"dimension": "risk"}, []),
        ({"node": "6", "dimension": "risk"}, ["7"]),
    ],
)
def test_a_silence_takes_out_what_it_names_and_counts_it(
    drawn: Drawn, with_parts: WithParts, limits: dict[str, str], left: list[str]
) -> None:
    library = drawn(
        "6-7", {grade: {"risk": [f"Lead the the team, as {grade} does."]} for grade in ("6", "7")}
    )
    listed, count = silenced(library, with_parts, Silenced(code="slip", reason="A name.", **limits))
    assert [finding.nodes[0] for finding in listed] == left
    assert count == 2 - len(left)


@pytest.mark.parametrize(
    ("silence", "said"),
    [
        (Silenced(code="slip", reason="A name.", node="7"), "Nothing is silenced by “slip” here"),
        (
            Silenced(code="slips", reason="A name."),
            "There is no finding “slips”. Did you mean slip?",
        ),
        (Silenced(code="slip", reason="A name.", node="12"), "Nothing is silenced"),
    ],
)
def test_a_silence_that_matches_nothing_is_itself_advice(
    drawn: Drawn, with_parts: WithParts, silence: Silenced, said: str
) -> None:
    library = drawn("6-7", {"6": {"risk": ["Lead the the team."]}})
    listed, count = silenced(library, with_parts, silence)
    (finding,) = [f for f in listed if f.code is Code.UNUSED_SILENCE]
    assert (finding.severity, finding.keys, count) == (Severity.ADVICE, ("silenced", 0), 0)
    assert said in finding.message


def test_silences_follow_ids_that_are_renamed_in_merging(
    drawn: Drawn, with_parts: WithParts
) -> None:
    library = drawn("6-7", {"6": {"risk": ["Lead the the team."]}})
    silences = (
        Silenced(code="slip", reason="A name.", node="6", statement="6.risk.1"),
        Silenced(code="slip", reason="A name.", statement="gone.1"),
    )
    framework = with_parts(library, silenced=silences).frameworks[0]
    twice = Library.merge([framework, framework], library.shared_dimensions)
    renamed = twice.frameworks[1]
    assert renamed.silenced[0].node in {node.id for node in renamed.nodes}
    assert renamed.silenced[0].statement in {statement.id for statement in renamed.statements}
    assert renamed.silenced[1].statement == "gone.1"
    assert len(check_all(twice, [renamed.id], Comparer(twice, bundled.vocabulary())).silenced) == 1


def test_places_are_the_lines_of_the_file() -> None:
    file = paths.data() / "ict.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    library = bundled.library()
    findings = with_places(check(library, ["ict"], bundled.comparer()), {"ict": positions_in(file)})
    texts = {statement.id: statement.text for statement in library.framework("ict").statements}
    looked_at = 0
    for finding in findings:
        assert finding.file == file
        if finding.statements and finding.keys[-2] == "statements":
            line = lines[finding.line - 1][finding.column - 1 :].strip('"{')
            assert line.removeprefix('text: "')[:30] == texts[finding.statements[0]][:30]
            looked_at += 1
    assert looked_at > 10


def test_without_a_file_a_finding_has_no_line() -> None:
    finding = with_places(every_bundled()[:1], {})[0]
    assert (finding.file, finding.line, finding.column) == (None, 0, 0)


def test_every_code_has_words() -> None:
    assert len({code.word for code in Code}) == len(Code)


def test_long_texts_are_quoted_by_their_beginning() -> None:
    assert quoted("Short.") == "“Short”"
    long = quoted("word, " * 40)
    assert long.endswith("word …”")
    assert len(long) < 100


def test_a_dimension_that_nobody_named_is_called_by_its_id() -> None:
    subject = Subject(bundled.library(), bundled.library().framework("ict"), bundled.comparer())
    assert subject.dimension_title("risk") == "Risk management"
    assert subject.dimension_title("nobody-s") == "nobody-s"


@pytest.mark.parametrize("what", ["dfe", "seeds/003_55f53543dc25a062.txt"])
def test_documents_as_they_come_are_checked_without_silly_findings(what: str, found: Found) -> None:
    importing = pytest.importorskip("pathways.importing.job")
    document = bundled.corpus() / Path(what)
    dimensions = bundled.library().shared_dimensions
    imported = importing.import_files([document], dimensions=dimensions)
    counts = Counter(
        finding.severity for finding in found(Library.merge([imported.framework], dimensions))
    )
    assert counts[Severity.ERROR] == 0
    assert counts[Severity.WARNING] <= 3
    assert counts[Severity.ADVICE] <= 20


def test_what_an_import_may_have_caused_says_so(drawn: Drawn, found: Found) -> None:
    risk = {"risk": ["Report hazards to the supervisor of the yard at once."]}
    library = drawn("a-b-c", texts={"a": risk, "c": risk})
    for wording, said in ((Wording.VERBATIM, True), (Wording.RESTATED, False)):
        own = tuple(
            msgspec.structs.replace(framework, wording=wording) for framework in library.frameworks
        )
        missing = found(Library(own, library.shared_dimensions), Code.MISSING_DIMENSION)
        assert missing
        assert ("the import may have caused" in missing[0].advice) is said
