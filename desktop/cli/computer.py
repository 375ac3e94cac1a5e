"""Commands about this computer: doctor, paths. They work where the engine itself cannot be loaded."""

from collections.abc import Mapping
from pathlib import Path

from desktop import doctor, log, paths, settings
from desktop.cli import output
from desktop.cli.call import Call, Runner
from desktop.doctor import Level
from desktop.i18n import _


def _doctor(call: Call) -> int:
    found = doctor.examine()
    if call.wants_json:
        output.tell([
            {"topic": f.topic, "level": f.level, "sentence": f.sentence, "packages": [*f.packages]} for f in found
        ])  # fmt: skip
    else:
        signs = {Level.FINE: "✓", Level.HINT: "!", Level.WRONG: "✗"}
        for one in found:
            output.say(f"{signs[one.level]} {one.sentence}")
    return int(any(one.level is Level.WRONG for one in found))


def _paths(call: Call) -> int:
    home = paths.data()
    places = {
        "resources": (_("Resources"), paths.resources()),
        "home": (_("Folder of this user"), home),
        "settings": (_("Preferences"), settings.file()),
        "devices": (_("Identities"), home / "devices"),
        "backups": (_("Backups"), home / "backups"),
        "log": (_("Log"), log.file()),
    }
    named = call.options.book or settings.load().last_book
    if named:
        book = Path(named).expanduser().resolve()
        places["book"] = (_("Book"), book)
        places["evidence"] = (_("Folder of evidence"), book.with_name(book.name + ".evidence"))
    if call.wants_json:
        output.tell({key: str(place) for key, (_name, place) in places.items()})
    else:
        output.pairs([(name, str(place)) for name, place in places.values()])
    return 0


RUNNERS: Mapping[str, Runner] = {"doctor": _doctor, "paths": _paths}
