"""Evidence: what is kept of a photo, of any other file, and of its name."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desktop.models import photos
from desktop.models.evidence import EvidenceStore, label
from desktop.models.photos import Cover
from desktop.models.refusals import BookRefused, InputRefused

KEY = bytes(range(32))
SHA = "0" * 64


@pytest.fixture(params=[None, KEY], ids=["plain", "sealed"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> EvidenceStore:
    return EvidenceStore(tmp_path / "a.book", request.param)


def photo(path: Path, size: tuple[int, int] = (400, 200)) -> Path:
    """Write a photo that lies on its side, with the place where it was taken and a comment."""
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SECRETMAKER"
    exif.get_ifd(0x8825)[2] = (38.0, 18.0, 0.0)
    image.save(path, exif=exif, comment=b"SECRETWORD")
    return path


def test_a_photo_is_kept_upright_and_without_anything_that_says_where_it_was_taken(
    store: EvidenceStore, tmp_path: Path
) -> None:
    kept = store.attach(photo(tmp_path / "IMG_1.JPG"))
    content = store.read(kept.sha256)
    assert b"SECRET" not in content
    assert b"Exif" not in content
    assert kept.media == "image/jpeg"
    assert (kept.name, kept.size) == ("IMG_1.jpg", len(content))
    with Image.open(store.path(kept.sha256)) as image:
        assert image.size == (200, 400)
        assert not image.getexif()
        red, _, blue = image.convert("RGB").getpixel((100, 20))  # type: ignore[misc]  # three bands
        assert (red > 200, blue < 100) == (True, True)


def test_what_is_covered_is_black_in_the_copy_and_nothing_else_is(store: EvidenceStore, tmp_path: Path) -> None:
    kept = store.attach(photo(tmp_path / "IMG_1.JPG"), (Cover(0.0, 0.0, 0.5, 0.25),))
    with Image.open(store.path(kept.sha256)) as image:
        upright = image.convert("RGB")
        black, beside, below = (upright.getpixel(point) for point in ((50, 40), (150, 40), (50, 140)))
    assert max(black) < 16  # type: ignore[arg-type]  # three bands
    assert beside[0] > 200  # type: ignore[index]  # three bands
    assert below[0] > 200  # type: ignore[index]  # three bands


@given(*([st.floats(-0.5, 1.5)] * 4))
def test_a_cover_never_reaches_less_far_than_it_was_drawn(a: float, b: float, c: float, d: float) -> None:
    covers = (Cover(min(a, c), min(b, d), max(a, c), max(b, d)),)
    image = Image.new("RGB", (40, 30), "white")
    photos._blacken(image, covers)
    for x, y in ((x, y) for x in range(40) for y in range(30)):
        inside = covers[0].left < (x + 0.5) / 40 < covers[0].right and covers[0].top < (y + 0.5) / 30 < covers[0].bottom
        assert not inside or image.getpixel((x, y)) == (0, 0, 0)


def test_a_large_photo_is_scaled_and_its_thumbnail_made_once(store: EvidenceStore, tmp_path: Path) -> None:
    kept = store.attach(photo(tmp_path / "big.jpg", (3200, 1000)))
    with Image.open(store.path(kept.sha256)) as image:
        assert max(image.size) == 1600
    small = store.thumbnail(kept.sha256)
    assert small is not None
    assert small == store.thumbnail(kept.sha256)
    with Image.open(small) as image:
        assert max(image.size) == 160


@pytest.mark.parametrize("suffix", ["png", "webp", "bmp", "gif", "tif"])
def test_other_forms_of_pictures_are_kept_as_png_or_jpeg(store: EvidenceStore, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    Image.new("RGB", (30, 20), "blue").save(path)
    kept = store.attach(path)
    assert kept.media == ("image/png" if suffix in {"png", "gif"} else "image/jpeg")
    assert Path(kept.name).suffix == (".png" if suffix in {"png", "gif"} else ".jpg")


def test_any_other_file_is_kept_as_it_is(store: EvidenceStore, tmp_path: Path) -> None:
    path = tmp_path / "回执.pdf"
    path.write_bytes(b"%PDF-1.7 whatever")
    kept = store.attach(path)
    assert kept.sha256 == hashlib.sha256(b"%PDF-1.7 whatever").hexdigest()
    assert (kept.name, kept.media) == ("回执.pdf", "application/pdf")
    assert store.path(kept.sha256).read_bytes() == b"%PDF-1.7 whatever"
    assert store.thumbnail(kept.sha256) is None
    assert store.attach(path) == kept


def test_a_program_loses_the_suffix_by_which_a_click_would_start_it(store: EvidenceStore, tmp_path: Path) -> None:
    path = tmp_path / "run.exe"
    path.write_bytes(b"MZ")
    assert store.path(store.attach(path).sha256).suffix == ""


def test_what_cannot_be_evidence_is_refused(store: EvidenceStore, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "torn.jpg").write_bytes(b"\xff\xd8\xff\xe0 no photo")
    with (tmp_path / "big.zip").open("wb") as file:
        file.truncate((50 << 20) + 1)
    said = {}
    for name in ("none.pdf", "empty.pdf", "torn.jpg", "big.zip"):
        with pytest.raises(InputRefused) as refused:
            store.attach(tmp_path / name)
        said[name] = refused.value.code
    assert said == {
        "none.pdf": "evidence_missing", "empty.pdf": "evidence_empty", "torn.jpg": "photo_unreadable",
        "big.zip": "evidence_too_big",
    }  # fmt: skip


def test_a_sealed_file_cannot_be_read_and_its_readable_copy_goes_with_the_book(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"PLAINLY")
    store = EvidenceStore(tmp_path / "a.book", KEY)
    kept = store.attach(path)
    assert not [one for one in (tmp_path / "a.book.evidence").rglob("*") if b"PLAINLY" in one.read_bytes()]
    readable = store.path(kept.sha256)
    assert readable.read_bytes() == b"PLAINLY"
    store.close()
    assert not readable.exists()
    assert not EvidenceStore(tmp_path / "a.book", bytes(32)).is_right(kept.sha256)


def test_a_changed_or_lost_file_is_found_and_a_torn_one_mended_by_attaching_again(
    store: EvidenceStore, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")
    kept = store.attach(path)
    (there,) = (tmp_path / "a.book.evidence").glob("*.pdf")
    there.write_bytes(there.read_bytes()[:-1] + b"!")
    with pytest.raises(BookRefused, match="evidence_damaged"):
        store.read(kept.sha256)
    store.attach(path)
    assert store.is_right(kept.sha256)
    there.unlink()
    with pytest.raises(BookRefused, match="evidence_gone"):
        store.path(kept.sha256)


def test_files_that_no_entry_names_are_orphans(store: EvidenceStore, tmp_path: Path) -> None:
    assert store.orphans(()) == []
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")
    kept = store.attach(path)
    assert store.orphans({kept.sha256}) == []
    found = store.orphans(())
    assert [one.name[:64] for one in found] == [kept.sha256]
    store.discard(found)
    assert store.orphans(()) == []


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\a.pdf", "a.pdf"),
        ("con.jpg", "_con.jpg"),
        ("x.jpg:ads", "x.jpg_ads"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("a\nb\x00.pdf", "a_b.pdf"),
        ("张三 13812345678.jpg", "00000000.jpg"),
        ("a.13812345678", "00000000"),
        ("...", "00000000"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
    ],
)
def test_a_name_is_only_a_label(name: str, safe: str) -> None:
    assert label(name, SHA) == safe
