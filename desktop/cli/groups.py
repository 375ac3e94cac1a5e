"""Groups of commands. Only the group of the command that runs, and what it stands on, is loaded."""

from collections.abc import Callable, Mapping

from desktop.cli.call import Runner

Runners = Mapping[str, Runner]


def _reading() -> Runners:
    from desktop.cli import reading

    return reading.RUNNERS


def _timing() -> Runners:
    from desktop.cli import timing

    return timing.RUNNERS


def _due() -> Runners:
    from desktop.cli import due

    return due.RUNNERS


def _deeds() -> Runners:
    from desktop.cli import deeds

    return deeds.RUNNERS


def _requests() -> Runners:
    from desktop.cli import requests

    return requests.RUNNERS


def _office() -> Runners:
    from desktop.cli import office

    return office.RUNNERS


def _making() -> Runners:
    from desktop.cli import making

    return making.RUNNERS


def _importing() -> Runners:
    from desktop.cli import importing

    return importing.RUNNERS


def _ratings() -> Runners:
    from desktop.cli import rating

    return rating.RUNNERS


def _papers() -> Runners:
    from desktop.cli import papers

    return papers.RUNNERS


def _care() -> Runners:
    from desktop.cli import care

    return care.RUNNERS


def _purging() -> Runners:
    from desktop.cli import purging

    return purging.RUNNERS


def _keeping() -> Runners:
    from desktop.cli import keeping

    return keeping.RUNNERS


def _computer() -> Runners:
    from desktop.cli import computer

    return computer.RUNNERS


_GROUPS: tuple[tuple[Callable[[], Runners], tuple[str, ...]], ...] = (
    (_reading, ("list", "show", "history", "totals")),
    (_timing, ("deadline",)),
    (_due, ("deadlines",)),
    (
        _deeds,
        (
            "set", "unchanged", "note", "due", "officer", "propose", "decline", "settle", "redact", "undo", "redo",
        ),
    ),
    (_requests, ("request",)),
    (_office, ("edit", "rule")),
    (_making, ("demo", "init")),
    (_importing, ("import-catalogue", "import-ledger")),
    (_ratings, ("rating", "satisfaction")),
    (_papers, ("report", "export")),
    (_care, ("check", "rebuild", "backup", "restore")),
    (_purging, ("purge",)),
    (_keeping, ("officers", "encrypt", "decrypt")),
    (_computer, ("doctor", "paths")),
)  # fmt: skip


def runner(command: str) -> Runner:
    """Return what runs a command of the parser."""
    load = next(load for load, commands in _GROUPS if command in commands)
    return load()[command]
