"""From the words of a command line to an exit code."""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence

from desktop import i18n, log, settings
from desktop.cli import groups, output, parser
from desktop.cli.call import Call
from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.texts import refusal

DONE, REFUSED, USAGE = 0, 1, 2


def main(argv: Sequence[str]) -> int:
    """Run one command; return its exit code. Never raises for what a person can do wrong."""
    _speak_utf8()
    i18n.use(_language(argv) or settings.load().language)
    try:
        options = parser.parser().parse_args(argv)
        return _run(options)
    except SystemExit as leaving:  # argparse: help, version, usage
        return leaving.code if isinstance(leaving.code, int) else USAGE
    except Refusal as refused:
        return _refused(refusal(refused))
    except BrokenPipeError:  # the reader has seen enough
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _refused(_("Stopped."))
    except OSError as error:
        return _refused(refusal(Refusal("file_failed", name=error.filename or "", why=error.strerror or str(error))))


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale: Chinese must come out under LC_ALL=C too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _language(argv: Sequence[str]) -> str | None:
    """Return the language asked for, which the help and the usage errors speak too."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    early.add_argument("--lang", choices=i18n.LANGUAGES)
    with contextlib.suppress(argparse.ArgumentError):
        return getattr(early.parse_known_args([*argv])[0], "lang", None)
    return None


def _run(options: argparse.Namespace) -> int:
    log.start()
    try:
        code = groups.runner(options.command)(Call(options))
        sys.stdout.flush()
    except (Refusal, OSError, KeyboardInterrupt):
        raise
    except Exception:
        log.of(__name__).exception("a command failed: %s", options.command)
        return _refused(_("Something went wrong; {log} says what.").format(log=log.file()))
    finally:
        log.stop()
    return code


def _refused(sentence: str) -> int:
    output.complain(sentence)
    return REFUSED
