"""What the slips of a request print, and nothing beside: plain facts, so that paper needs no book."""

from dataclasses import dataclass
from datetime import date

from desktop.models.masking import Readers
from desktop.reports.paper import Imprint


@dataclass(frozen=True, slots=True)
class Office:
    """Where a person goes or rings: names as printed, the window's own address and telephone, empty for none."""

    unit: str
    window: str
    address: str = ""
    telephone: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One request as its slips show it.

    `applicant` and `telephone` are masked again when they are printed, so that a full one cannot slip through.
    """

    number: str
    matter: str
    action: str
    registered_on: date
    applicant: str = ""
    telephone: str = ""
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A due date and the sentence that explains it; `on` is None where no calendar knows the year."""

    on: date | None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """What all slips share: the window that hands it out, the request, the day, for whom it is printed.

    The request's number stands on every edition: the slip is the applicant's own paper.
    """

    office: Office
    case: Case
    on: date
    imprint: Imprint
    readers: Readers = Readers.INTERNAL


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """登记回执, or 受理回执 once `accepted`."""

    slip: Slip
    accepted: bool
    promised: Due | None = None
    legal: Due | None = None
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingPapersFacts:
    """一次性告知书: which papers are missing, by when and where they are to be brought."""

    slip: Slip
    papers: tuple[str, ...]
    by: date | None = None


@dataclass(frozen=True, slots=True)
class TransferFacts:
    """转办单: where the request goes and why."""

    slip: Slip
    receiver: Office
    reason: str


@dataclass(frozen=True, slots=True)
class RefusalFacts:
    """不予受理告知书. An empty `remedy` prints the general one of the law."""

    slip: Slip
    reason: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class SpecialFacts:
    """特别程序告知书: what is not counted in the time limit, why, and how long it takes as far as known."""

    slip: Slip
    procedure: str
    reason: str
    takes: str = ""


@dataclass(frozen=True, slots=True)
class ExtensionFacts:
    """延期告知书: the due date before and after, who approved it, and why."""

    slip: Slip
    before: Due
    after: Due
    approved_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Level:
    """One of the five levels: its digit, its name, its reasons as (code, words)."""

    digit: int
    name: str
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RatingFormFacts:
    """好差评纸质评价表. It knows no request: an anonymous rating is of a window on a day (None: left to write)."""

    office: Office
    levels: tuple[Level, ...]
    on: date | None
    imprint: Imprint


@dataclass(frozen=True, slots=True)
class PurgeFacts:
    """清除报告: what was deleted for good, counted by kind as (what, how many); it names nobody but who did it."""

    unit: str
    before: date
    on: date
    counts: tuple[tuple[str, int], ...]
    backups: int
    officer: str
    reason: str
    imprint: Imprint
