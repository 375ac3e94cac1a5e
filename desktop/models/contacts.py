"""Citizens as a screen may show them: names and telephones masked, the words of a request without numbers."""

from collections.abc import Collection
from dataclasses import dataclass, field

from desktop.models import masking
from desktop.models.masking import Readers
from desktop.models.private import PrivateStore
from desktop.models.private_rows import Private


@dataclass(frozen=True, slots=True)
class Contact:
    """A citizen, masked for the house (`masking.csv`, internal); texts are empty where nothing was taken down.

    Its repr shows nothing: the words of a request are not for a log either.
    """

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    text: str = field(default="", repr=False)


def masked(store: PrivateStore, requests: Collection[str]) -> dict[str, Contact]:
    """Return the contacts of requests by their ids, masked; those without any are left out.

    Raises BookRefused as `PrivateStore.get_all` does.
    """
    kept = store.get_all([f"request:{key}" for key in requests])
    return {record.removeprefix("request:"): of(one) for record, one in kept.items()}


def of(one: Private) -> Contact:
    """Return what is kept of a citizen, masked."""
    return Contact(
        masking.shown("citizen_name", one.name, Readers.INTERNAL),
        masking.shown("mobile", one.phone, Readers.INTERNAL),
        masking.words(one.text),
    )
