"""Where a book lies: a file of this computer, or a PostgreSQL database that many computers share."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from desktop import paths
from desktop.models.refusals import BookRefused

_SCHEMES = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class Server:
    """A database by its URL, as libpq reads it. Told to people and kept without its password (that is in ~/.pgpass)."""

    url: str = field(repr=False)

    def __str__(self) -> str:
        """Return the URL without its password."""
        whole = urlsplit(self.url)
        user, _, host = whole.netloc.rpartition("@")
        named = f"{user.partition(':')[0]}@{host}" if user else host
        return urlunsplit(("postgresql", named, whole.path or "/", whole.query, ""))

    @property
    def name(self) -> str:
        """The name of the database."""
        return unquote(urlsplit(self.url).path.strip("/")) or "postgresql"


Place = Path | Server


def place_of(words: str) -> Place:
    """Return what a person or a saved setting named: a URL of PostgreSQL, else a file."""
    return Server(words) if words.startswith(_SCHEMES) else Path(words).expanduser()


def key_of(place: Place) -> str:
    """Return one text for one place, however it was named: what identities and window locks are kept by."""
    return str(place) if isinstance(place, Server) else str(place.resolve())


def beside(place: Place, book_id: str) -> Path:
    """Return the path beside which the files of a book lie: the book's own, or one of this computer for a server."""
    if not isinstance(place, Server):
        return place
    folder = paths.data() / "servers" / book_id
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BookRefused("read_only", path=str(folder)) from error
    return folder / place.name.replace("/", "_")


def file_of(place: Place) -> Path:
    """Return the book's file. Raises BookRefused `server_backup` for a server, which keeps its own backups."""
    if isinstance(place, Server):
        raise BookRefused("server_backup", path=str(place))
    return place
