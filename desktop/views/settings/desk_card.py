"""Desk and safety: the officers of the book and their PINs, the lock, encryption."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.admission import IDLE
from desktop.models.officers import Officer
from desktop.models.places import Server
from desktop.models.refusals import Refusal
from desktop.models.rights import Right
from desktop.models.vocabulary import Role
from desktop.views.bridge import Bridge
from desktop.views.choices import Chips
from desktop.views.focus import Focus
from desktop.views.keeper import Keeper, barred
from desktop.views.officer_list import OfficerList
from desktop.views.settings.fact_labels import bar, name_label

if TYPE_CHECKING:
    from desktop.views.settings.recovery_view import RecoveryView

_ROWS = 4


class DeskCard(QWidget):
    """Shows who may sit here, and changes it; what a role may not do is grey and says who may."""

    def __init__(self, focus: Focus, bridge: Bridge, keeper: Keeper) -> None:
        super().__init__()
        self._focus, self._bridge, self._keeper = focus, bridge, keeper
        self._officers: tuple[Officer, ...] = ()
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.list = OfficerList(_("Officers"), 2, _ROWS)
        self.none = QLabel(_("Nobody is known by name yet: whoever sits here writes under the name above."))
        self.none.setWordWrap(True)
        self.none.setProperty("tone", "second")
        self.add, self.pin, self.remove = (
            QPushButton(words) for words in (_("Add…"), _("PIN…"), _("Remove"))
        )  # fmt: skip
        self.idle = Chips(_("Lock by itself"), [(minutes, _minutes(minutes)) for minutes in IDLE], 0)
        self.state, self.encrypt = QLabel(), QPushButton()
        self.recovery = QPushButton(_("New recovery key…"))
        buttons, safe = QHBoxLayout(), QHBoxLayout()
        for row, parts in ((buttons, (self.add, self.pin, self.remove)), (safe, (self.encrypt, self.recovery))):
            row.setSpacing(8)
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        form.addRow(name_label(_("Lock by itself"), self.idle), self.idle)
        form.addRow(name_label(_("Encryption"), self.encrypt), self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addLayout(buttons)
        column.addLayout(form)
        column.addLayout(safe)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        self.add.clicked.connect(self._on_add)
        self.pin.clicked.connect(self._on_pin)
        self.remove.clicked.connect(self._on_remove)
        self.idle.chosen.connect(self._on_idle)
        self.encrypt.clicked.connect(self._on_encrypt)
        self.recovery.clicked.connect(self._on_recovery)
        self._keeper.changed.connect(self.refresh)
        self._focus.desk_changed.connect(self.refresh)

    # What is shown

    def refresh(self) -> None:
        """Show the officers, the lock and the encryption as they are."""
        if not self._keeper.is_open:
            self.setEnabled(False)
            return
        self.setEnabled(True)
        chosen, self._officers = self._chosen(), self._keeper.officers
        self.none.setVisible(not self._officers)
        self.list.setVisible(bool(self._officers))
        self.list.fill((one.name, self._said(one)) for one in self._officers)
        keys = [one.id for one in self._officers]
        self.list.setCurrentRow(keys.index(chosen.id) if chosen is not None and chosen.id in keys else 0)
        self.idle.show_value(self._keeper.admission.idle_minutes)
        encrypted = self._is_encrypted()
        self.state.setText(_("The book is encrypted.") if encrypted else _("The book lies open on the disk."))
        self.encrypt.setText(_("Take the encryption off…") if encrypted else _("Encrypt the book…"))
        self._allow()

    def _said(self, officer: Officer) -> str:
        officers = self._keeper.admission.officers
        pin = _("PIN") if officers.has_pin(officer) else _("no PIN")
        if self._is_encrypted() and not officers.opens_book(officer):
            pin = _("cannot open the book")
        return "  ·  ".join((texts.role(officer.role), pin))

    def _is_encrypted(self) -> bool:
        return self._keeper.admission.officers.keys() is not None

    def _chosen(self) -> Officer | None:
        row = self.list.currentRow()
        return self._officers[row] if 0 <= row < len(self._officers) else None

    def _allow(self) -> None:
        role, officer = self._focus.desk.role, self._chosen()
        managing = barred(role, Right.OFFICERS) if self._officers else ""
        is_own = officer is not None and officer.desk == self._focus.desk
        bar(self.add, managing)
        bar(self.remove, managing or ("" if officer is not None and not is_own else _("Choose somebody else first.")))
        bar(self.pin, "" if is_own else managing or ("" if officer is not None else _("Choose an officer first.")))
        guarded = self._keeper.admission.officers.guarded
        bar(self.idle, managing if guarded else "")
        on_server = isinstance(self._bridge.book.place, Server) if self._bridge.is_open else True
        server = _("Encryption is set up on the server.") if on_server else ""
        bar(self.encrypt, server or barred(role, Right.ENCRYPT))
        bar(self.recovery, managing or ("" if guarded or self._is_encrypted() else _("Nobody has a PIN yet.")))

    # What is done

    def _on_add(self) -> None:
        from desktop.views.settings.officer_dialog import OfficerDialog

        def add(name: str, role: Role, unit: str, window: str) -> None:
            self._keeper.admission.officers.add(self._focus.desk, name, role, unit, window)

        dialog = OfficerDialog(self._focus.board.catalogue, self._focus.unit, add, self.window())
        if not self._officers:
            dialog.name.setText(self._focus.desk.officer)
            dialog.role.show_value(self._focus.desk.role)
        dialog.accepted.connect(self._keeper.changed)
        dialog.open()

    def _on_pin(self) -> None:
        from desktop.views.settings.pin_dialog import PinDialog

        officer, admission = self._chosen(), self._keeper.admission
        if officer is None:
            return
        is_own, has_pin = officer.desk == self._focus.desk, admission.officers.has_pin(officer)

        def put(new: str, old: str) -> None:
            if is_own:
                admission.set_pin(officer.id, new, old)
            else:
                admission.reset_pin(self._focus.desk, officer.id, new)

        dialog = PinDialog(
            officer.name, put, self.window(),
            old=is_own and has_pin, removable=has_pin, opening=self._is_encrypted(),
        )  # fmt: skip
        dialog.accepted.connect(self._keeper.changed)
        dialog.open()

    def _on_remove(self) -> None:
        officer = self._chosen()
        if officer is None:
            return
        box = QMessageBox(self.window())
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Remove"))
        box.setText(_("Remove {name} from the list? Every deed keeps the name.").format(name=officer.name))
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        remove = partial(self._keeper.admission.officers.remove, self._focus.desk, officer.id)
        box.accepted.connect(lambda: self._try(remove))
        box.open()

    def _on_idle(self, minutes: object) -> None:
        if isinstance(minutes, int):
            self._try(lambda: self._keeper.admission.lock_after(self._focus.desk, minutes))

    def _on_encrypt(self) -> None:
        if self._is_encrypted():
            self._ask_to_decrypt()
            return
        from desktop.views.settings.encrypt_dialog import EncryptDialog

        officers = self._keeper.admission.officers
        own = officers.sitting(self._focus.desk)
        view = self._recovery_view(encrypted=True)
        has_pin = own is not None and officers.has_pin(own)
        dialog = EncryptDialog(self._focus.desk.officer, view, self.window(), has_pin=has_pin)
        dialog.wanted.connect(lambda now, pin: self._keeper.encrypt_asked.emit(now, pin, view.key))
        dialog.open()

    def _ask_to_decrypt(self) -> None:
        box = QMessageBox(self.window())
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Take the encryption off"))
        box.setText(_("Let book, photos, files and backups lie open on the disk? Whoever has the disk can read them."))
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.accepted.connect(self._keeper.decrypt_asked)
        box.open()

    def _on_recovery(self) -> None:
        from desktop.views.settings.encrypt_dialog import RecoveryDialog

        view = self._recovery_view(encrypted=self._is_encrypted())
        dialog = RecoveryDialog(view, self.window())
        use = partial(self._keeper.admission.use_recovery, self._focus.desk, view.key)
        dialog.wanted.connect(lambda: self._try(use, _("The new recovery key counts from now on.")))
        dialog.open()

    def _recovery_view(self, *, encrypted: bool) -> "RecoveryView":
        from desktop.models import recovery_key
        from desktop.reports.recovery_sheet import RecoveryFacts
        from desktop.views.settings.recovery_view import RecoveryView

        book = self._bridge.book
        unit = texts.title(self._focus.board.catalogue.units[book.unit])
        return RecoveryView(
            RecoveryFacts(recovery_key.new(), unit, book.place.name, book.id, book.clock.today(), encrypted)
        )

    def _try(self, deed: Callable[[], object], said: str = "") -> None:
        """Do something and show what came of it; a refusal is said, and the card shows what still holds."""
        try:
            deed()
        except Refusal as refusal:
            self._bridge.refused.emit(texts.refusal(refusal))
        else:
            if said:
                self._bridge.said.emit(said)
        self._keeper.changed.emit()


def _minutes(minutes: int) -> str:
    return _("{n} min").format(n=minutes) if minutes else _("never")
