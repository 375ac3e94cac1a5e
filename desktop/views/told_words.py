"""Who wrote an entry of a story, when, and what is to be known about it, in words. No Qt."""

from datetime import datetime, timedelta, timezone

from desktop import texts
from desktop.i18n import _
from desktop.models.history import Told
from desktop.models.vocabulary import Role

_BEIJING = timezone(timedelta(hours=8))


def _typed(told: Told) -> datetime:
    return datetime.fromisoformat(told.at.replace("Z", "+00:00")).astimezone(_BEIJING)


def when(told: Told) -> str:
    """Return the day of an entry, with the minute where it was typed on that day."""
    typed = _typed(told)
    return f"{told.on_day} {typed:%H:%M}" if typed.date().isoformat() == told.on_day else told.on_day


def by(told: Told) -> str:
    """Return who wrote an entry, with the role."""
    role = texts.role(Role(told.role)) if told.role in tuple(Role) else told.role
    return _("{name} ({role})").format(name=told.author, role=role) if told.author else role


def flags(told: Told) -> list[str]:
    """Return what is unusual about an entry: typed on another day, imported, taken back, overruled."""
    typed = _typed(told).date().isoformat()
    found = [
        (typed != told.on_day and told.kind != "import", _("typed on {day}").format(day=typed)),
        (told.kind == "import", _("imported")),
        (told.undoes is not None, _("takes back an earlier entry")),
        (told.undone, _("taken back")),
        (told.overruled, _("overruled unseen")),
    ]
    return [words for on, words in found if on]
