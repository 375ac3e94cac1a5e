"""What a screen reader hears of a running program: its tree on the real accessibility bus (AT-SPI 2), by jeepney."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.views.stage import Gone

_ACCESSIBLE, _ACTION, _TEXT = (f"org.a11y.atspi.{name}" for name in ("Accessible", "Action", "Text"))
_ROOT = "/org/a11y/atspi/accessible/root"
ACTIVE, CHECKED, FOCUSED, SHOWING = 1, 4, 12, 25
"""Numbers of states in atspi-constants.h."""
_ANSWER_S = 20.0

Place = tuple[str, str]
"""The program on the bus and the path of one object."""


@contextmanager
def listening(session: str) -> Iterator["Reader"]:
    """Give a screen reader on the bus of a session; it says that it is there, as a real one does."""
    with closing(open_dbus_connection(session)) as own:
        status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            own.send_and_get_reply(Properties(status).set(name, "b", True), timeout=_ANSWER_S)
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        address = own.send_and_get_reply(new_method_call(bus, "GetAddress"), timeout=_ANSWER_S).body[0]
        with closing(open_dbus_connection(address)) as heard:
            yield Reader(heard)


@dataclass(frozen=True)
class Reader:
    """The connection of a screen reader."""

    bus: DBusConnection

    def call(self, at: Place, interface: str, method: str, signature: str = "", *words: Any) -> Any:
        """Return what an object answers. Raises `Gone` when it is gone or cannot."""
        message = new_method_call(DBusAddress(at[1], at[0], interface), method, signature or None, words)
        answer = self.bus.send_and_get_reply(message, timeout=_ANSWER_S)
        if answer.header.message_type is MessageType.error:
            raise Gone(answer.body)
        return answer.body[0]

    def programs(self) -> list["Node"]:
        """Return all programs that can be read."""
        return Node(self, ("org.a11y.atspi.Registry", _ROOT)).children()


@dataclass(frozen=True)
class Node:
    """One object that can be read."""

    reader: Reader
    at: Place

    def _get(self, interface: str, name: str) -> Any:
        return self.reader.call(self.at, "org.freedesktop.DBus.Properties", "Get", "ss", interface, name)[1]

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self._get(_ACCESSIBLE, "Name")).strip()

    @property
    def role(self) -> str:
        """What it is: `push button`, `check box`."""
        return str(self.reader.call(self.at, _ACCESSIBLE, "GetRoleName"))

    @property
    def count(self) -> int:
        """How many children it has."""
        return int(self._get(_ACCESSIBLE, "ChildCount"))

    @property
    def text(self) -> str:
        """What is written in a field."""
        length = int(self._get(_TEXT, "CharacterCount"))
        return str(self.reader.call(self.at, _TEXT, "GetText", "ii", 0, length))

    def has(self, state: int) -> bool:
        """Return whether it is in a state."""
        low, high = self.reader.call(self.at, _ACCESSIBLE, "GetState")
        return bool((low | high << 32) >> state & 1)

    def children(self, most: int = 0) -> list["Node"]:
        """Return its children, the first `most` of them where there are more."""
        if most and self.count > most:
            numbers = range(most)
            found = [self.reader.call(self.at, _ACCESSIBLE, "GetChildAtIndex", "i", number) for number in numbers]
        else:
            found = self.reader.call(self.at, _ACCESSIBLE, "GetChildren")
        return [Node(self.reader, (one[0], one[1])) for one in found]

    def shown(self, most: int = 60) -> Iterator["Node"]:
        """Give everything below that is on the screen, itself first."""
        yield self
        for child in self.children(most):
            if child.has(SHOWING):
                yield from child.shown(most)

    def says(self, word: str) -> bool:
        """Return whether a label on the screen contains a word."""
        return any(word in one.name for one in self.shown() if one.role == "label")

    def press(self) -> None:
        """Do what a click on it does."""
        self.reader.call(self.at, _ACTION, "DoAction", "i", 0)
