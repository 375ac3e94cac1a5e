"""Printing through a real CUPS: the queue receives the very bytes of the file."""

import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.refusals import Refusal
from desktop.reports import printing, window_sheet
from tests.reports.paperwork import has, sheet_facts

_CUPSD = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
_LPADMIN = shutil.which("lpadmin", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
_READY = 20.0

needs_cups = pytest.mark.skipif(
    not (_CUPSD and _LPADMIN and has("lp", "lpstat")), reason="CUPS (cupsd, lpadmin, lp, lpstat) is not installed"
)


class Printer:
    """A printer on a local port that keeps what it is sent."""

    def __init__(self) -> None:
        self.jobs: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                here, _address = self._socket.accept()
            except OSError:
                return
            with here, here.makefile("rb") as stream:
                self.jobs.append(stream.read())

    def next_job(self) -> bytes:
        """Return the next job once it has come in whole."""
        end = time.monotonic() + _READY
        while not self.jobs and time.monotonic() < end:
            time.sleep(0.02)
        return self.jobs.pop(0)

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Path]:
    """Run a CUPS scheduler of our own on a socket of our own; nothing of the system's is touched."""
    folder = Path(tempfile.mkdtemp(prefix="bianmin-cups-"))
    if os.geteuid() == 0:
        shutil.chown(folder, group="lp")
        folder.chmod(0o775)
    for name in ("root", "state", "spool", "cache", "temp"):
        (folder / name).mkdir()
        if os.geteuid() == 0:
            shutil.chown(folder / name, group="lp")
            (folder / name).chmod(0o770)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    (folder / "cupsd.conf").write_text(
        f"Listen {folder}/cups.sock\nListen 127.0.0.1:{port}\nBrowsing Off\nLogLevel warn\nDefaultAuthType None\n"
        "<Location />\nOrder allow,deny\nAllow localhost\n</Location>\n"
        "<Policy default>\n<Limit All>\nOrder allow,deny\nAllow localhost\n</Limit>\n</Policy>\n"
    )
    (folder / "cups-files.conf").write_text(
        f"ServerRoot {folder}/root\nStateDir {folder}/state\nRequestRoot {folder}/spool\nCacheDir {folder}/cache\n"
        f"TempDir {folder}/temp\nErrorLog {folder}/error\nAccessLog {folder}/access\nPageLog {folder}/page\n"
    )
    assert _CUPSD
    running = subprocess.Popen(
        [_CUPSD, "-f", "-c", f"{folder}/cupsd.conf", "-s", f"{folder}/cups-files.conf"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        end = time.monotonic() + _READY
        while not (folder / "cups.sock").exists() and time.monotonic() < end:
            time.sleep(0.05)
        yield folder / "cups.sock"
    finally:
        running.terminate()
        running.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def queue(scheduler: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Printer]]:
    """Make a raw queue to a printer of our own."""
    monkeypatch.setenv("CUPS_SERVER", str(scheduler))
    printer = Printer()
    assert _LPADMIN
    device = f"socket://127.0.0.1:{printer.port}/?waiteof=false"
    subprocess.run([_LPADMIN, "-p", "Office", "-E", "-v", device, "-m", "raw"], check=True, capture_output=True)
    yield "Office", printer
    subprocess.run([_LPADMIN, "-x", "Office"], check=True, capture_output=True)
    printer.close()


@needs_cups
def test_the_printer_receives_the_very_bytes_of_the_file(queue: tuple[str, Printer], tmp_path: Path) -> None:
    name, printer = queue
    path = window_sheet.write(sheet_facts(2), tmp_path / "窗口进度表 一.pdf").path
    job = printing.send(path, name, title="窗口进度表")
    assert job.startswith("Office-")
    assert printer.next_job() == path.read_bytes()


@needs_cups
def test_the_queues_of_the_machine_are_listed_the_default_first(queue: tuple[str, Printer]) -> None:
    name, _printer = queue
    assert printing.Queue(name, default=False) in printing.queues()
    subprocess.run(["lpadmin", "-d", name] if has("lpadmin") else [str(_LPADMIN), "-d", name], check=True)
    assert printing.queues()[0] == printing.Queue(name, default=True)


@needs_cups
def test_an_unknown_queue_is_refused(queue: tuple[str, Printer], tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(Refusal) as refused:
        printing.send(path, "Nowhere")
    assert (refused.value.code, refused.value.facts) == ("no_print_queue", {"queue": "Nowhere"})


@needs_cups
def test_a_file_that_is_not_there_is_refused_with_the_reason(queue: tuple[str, Printer], tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        printing.send(tmp_path / "missing.pdf", queue[0])
    assert refused.value.code == "print_not_accepted"
    assert "missing.pdf" in str(refused.value.facts["why"])


def test_a_machine_without_cups_has_no_queues(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert printing.queues() == ()
    with pytest.raises(Refusal):
        printing.send(Path("a.pdf"), "Office")
