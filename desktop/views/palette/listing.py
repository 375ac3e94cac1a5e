"""Which lines the palette shows for what was typed. No Qt."""

from collections.abc import Sequence

from desktop.i18n import _
from desktop.search.target import Grade, Hit, Key, Target
from desktop.views.palette.finder import Finder
from desktop.views.palette.offer import Offer
from desktop.views.palette.rows import Row

_RECENT_SHOWN = 6


class Lister:
    """Makes lines of hits; before anything is typed, of what was chosen of late and what needs somebody next."""

    def __init__(self, offer: Offer, finder: Finder) -> None:
        self._offer, self._finder = offer, finder

    def rows(self, query: str, recent: Sequence[Key]) -> list[Row]:
        """Return the lines for a query."""
        return self._found(query, recent) if query else self._beginning(recent)

    def first(self, query: str, rows: Sequence[Row]) -> int:
        """Return which line is chosen at first: the best hit, -1 where there is none or nothing was typed."""
        return 0 if query and rows and rows[0].target is not None else -1

    def _found(self, query: str, recent: Sequence[Key]) -> list[Row]:
        hits = [*self._finder.index.find(query, recent), *self._beside(query)]
        graded = [(hit.grade, row) for hit in hits if (row := self._row(hit.target, hit)) is not None]
        # of one grade what cannot be had stands behind what can
        graded.sort(key=lambda pair: (pair[0], bool(pair[1].barred)))
        found = [row for _grade, row in graded]
        if not found:
            says = _("One moment, the names are being read…") if self._finder.is_busy else _("Nothing has this name.")
            found.append(Row(says, is_caption=True))
        if not self._offer.filters:
            return found
        return [*found, Row(_("Filter by “{text}”").format(text=query), icon="filter")]

    def _beside(self, query: str) -> list[Hit]:
        """Return the hits among what the index does not hold; those whose code begins as was typed are good ones."""
        hits = []
        for target in self._finder.beside(query):
            by_code = target.code.casefold().startswith(query.casefold())
            hits.append(Hit(target, Grade.TITLE if by_code else Grade.INNER, (), by_code))
        return hits

    def _beginning(self, recent: Sequence[Key]) -> list[Row]:
        urgent = self._offer.urgent()
        late = [target for key in recent if (target := self._target(key)) is not None][:_RECENT_SHOWN]
        return [
            *self._under(_("Needs attention next"), [urgent] if urgent is not None else []),
            *self._under(_("Chosen lately"), late),
            Row(_("Type part of a name, a code, or pinyin initials (ycxgz)."), is_caption=True),
        ]

    def _under(self, caption: str, targets: Sequence[Target]) -> list[Row]:
        made = [row for target in targets if (row := self._row(target)) is not None]
        return [Row(caption, is_caption=True), *made] if made else []

    def _target(self, key: Key) -> Target | None:
        found = self._finder.index.get(key)
        kind = self._offer.kind(key[0])
        return kind.named(key[1]) if found is None and kind is not None else found

    def _row(self, target: Target, hit: Hit | None = None) -> Row | None:
        kind = self._offer.kind(target.kind)
        if kind is None:
            return None
        icon = kind.icon_of(target.id) or kind.icon
        key, barred = kind.key(target.id), kind.barred(target.id)
        spans, by_code = (hit.spans, hit.by_code) if hit is not None else ((), False)
        return Row(target.title, target, spans, icon, kind.title, target.code, by_code, key, barred)
