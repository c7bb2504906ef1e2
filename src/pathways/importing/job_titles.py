"""Whether a text is the title of a job, by its last noun: "Senior planning officer", "Head of
parks".
"""

from __future__ import annotations

import re

from pathways.importing.level_order import number_behind, order_by_ranks
from pathways.importing.title_class import without_class

_NOUNS = frozenset(
    "officer manager engineer analyst adviser advisor developer director head lead leader chief "
    "assistant associate administrator clerk technician worker surveyor planner architect "
    "designer researcher consultant specialist coordinator co-ordinator supervisor practitioner "
    "apprentice trainee intern executive secretary solicitor lawyer accountant auditor buyer "
    "inspector ranger gardener keeper librarian teacher lecturer nurse therapist psychologist "
    "doctor midwife paramedic driver cleaner caretaker cook chef warden guard operative operator "
    "constable sergeant superintendent commander firefighter scientist statistician economist "
    "editor writer producer tester programmer scrum-master owner partner instructor trainer coach "
    "mentor tutor registrar bursar curator archivist conservator ecologist biologist chemist "
    "principal president commissioner controller treasurer champion agent representative fellow "
    "professor reader dean receptionist telephonist typist porter steward host attendant mechanic "
    "electrician plumber carpenter joiner painter mason labourer foreman warder governor judge "
    "magistrate coroner mayor deputy master strategist storekeeper investigator negotiator "
    "vp ceo cto cio cfo coo cdo ciso chro "
    "pilot sailor seaman boatman bosun mate captain skipper diver climber soldier lifeguard "
    "fitter welder roofer plasterer glazier tiler decorator bricklayer groundsman greenkeeper "
    "caseworker counsellor optometrist dietitian pharmacist radiographer physiotherapist dentist "
    "surgeon physician consultant registrar vet farrier groom stockman forester arborist "
    "dispatcher handler collector assessor examiner valuer estimator underwriter actuary broker "
    "translator interpreter journalist photographer animator musician performer curate chaplain "
    "verger imam rabbi sexton usher bailiff advocate barrister paralegal notary conveyancer "
    "swyddog rheolwr cynorthwyydd pennaeth cyfarwyddwr gweithiwr peiriannydd".split()
)
_ENDINGS = (
    "ologist",
    "grapher",
    "keeper",
    "maker",
    "worker",
    "person",
    "woman",
    "monger",
    "ician",
    "guard",
    "smith",
)
_SPLIT = re.compile(
    r"\s{1,9}(?:of|for|in|to|at|and|with)\s{1,9}|\s{0,9}[,(–—/:-]\s{1,9}|\s{0,9}[(,:]\s{0,9}"
)
_IN_BRACKETS = re.compile(r"\s{1,9}\([^()]{1,60}\)$")
_LONGEST = 9  # words


def is_job_title(text: str) -> bool:
    """Tell whether a short text is the title of a job; a rank of police or fire is one, too."""
    bare = without_class(text.strip().rstrip(":"))
    bare = _IN_BRACKETS.sub("", bare) or bare
    words = bare.split()
    if not 0 < len(words) <= _LONGEST or bare.endswith((".", "?", "!", ";")):
        return False
    if not bare[0].isupper():
        return False
    if number_behind(bare) and len(words) > 1:
        bare = bare.rsplit(None, 1)[0]
    if order_by_ranks([bare, bare]):
        return True
    parts = [part for part in _SPLIT.split(bare) if part]
    return any(_names_job(part) for part in parts[:2])


def _names_job(part: str) -> bool:
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", part.casefold())
    if not words:
        return False
    last = words[-1]
    one = last[:-1] if last.endswith("s") and last[:-1] in _NOUNS else last
    return one in _NOUNS or last.endswith(_ENDINGS)
