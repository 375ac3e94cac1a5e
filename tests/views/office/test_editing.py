from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from desktop.app.application import Application
from desktop.models.vocabulary import Role
from desktop.views.office.catalogue_screen import CatalogueScreen
from desktop.views.office.edit_dialog import EditDialog
from desktop.views.office.units_screen import UnitsScreen
from tests.views.seat import click

Start = Callable[..., Application]


def _units(application: Application, role: Role = Role.BUREAU) -> UnitsScreen:
    application.preferences.sit(role, "Zhao Min")
    application.window.go("units")
    page = application.window.page
    assert isinstance(page, UnitsScreen)
    return page


def _dialog(page: UnitsScreen | CatalogueScreen) -> EditDialog:
    dialog = page.findChild(EditDialog)
    assert isinstance(dialog, EditDialog)
    return dialog


def _type(dialog: EditDialog, name: str, text: str) -> None:
    box = dialog.box(name)
    assert isinstance(box, QLineEdit)
    box.clear()
    QTest.keyClicks(box, text)


def test_only_the_bureau_edits_the_office_and_the_others_read_who_may(program: Start) -> None:
    application = program()
    page = _units(application, Role.CHIEF)
    assert not page.edit.isEnabled()
    assert "this is for Bureau administrator" in page.edit.toolTip()
    application.preferences.sit(Role.BUREAU, "Zhao Min")
    assert page.edit.isEnabled()
    assert page.edit.toolTip() == ""
    application.focus.look_at(application.focus.board.as_of.replace(day=1))
    assert not page.edit.isEnabled()
    application.focus.look_at(None)


def test_a_telephone_number_is_changed_through_the_form(program: Start) -> None:
    application = program()
    page = _units(application)
    page.tree.go_to("window:W1")
    click(page.edit)
    dialog = _dialog(page)
    _type(dialog, "phone", "0317-2000000")
    click(dialog.save)
    assert application.focus.board.catalogue.windows["W1"].phone == "0317-2000000"
    assert not dialog.isVisible()


def test_a_refused_change_stays_in_the_form_with_a_sentence(program: Start) -> None:
    application = program()
    page = _units(application)
    page.tree.go_to("window:W1")
    click(page.edit)
    dialog = _dialog(page)
    _type(dialog, "valid_to", "soon")
    click(dialog.save)
    assert dialog.isVisible()
    assert "soon" in dialog.problem.text()
    assert application.focus.board.catalogue.windows["W1"].valid_to is None
    click(dialog.cancel)


def test_a_new_window_brings_its_commitments(program: Start) -> None:
    application = program()
    page = _units(application)
    before = len(application.focus.board.windows)
    page.tree.go_to("unit:S1")
    click(page.new_window)
    dialog = _dialog(page)
    unit = dialog.box("unit")
    assert isinstance(unit, QComboBox)
    assert unit.currentData() == "S1"
    _type(dialog, "code", "W99")
    _type(dialog, "name_zh", "New")
    click(dialog.save)
    assert len(application.focus.board.windows) == before + 1
    assert page.tree.go_to("window:W99")


def test_the_criterion_of_an_action_is_edited_its_wording_is_not(program: Start) -> None:
    application = program()
    application.preferences.sit(Role.BUREAU, "Zhao Min")
    application.window.go("catalogue")
    page = application.window.page
    assert isinstance(page, CatalogueScreen)
    assert not page.edit.isEnabled()
    page.tree.go_to("action:A02@")
    click(page.edit)
    dialog = _dialog(page)
    names = {field.name for field in dialog.fields}
    assert not names & {"title_zh", "text_zh", "code"}
    text = dialog.box("accept_zh")
    assert isinstance(text, QPlainTextEdit)
    QTest.keyClicks(text, "All of ten.")
    click(dialog.save)
    assert application.focus.board.catalogue.actions["A02"].accept_zh == "All of ten."
