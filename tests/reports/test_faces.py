"""Which face prints which role."""

import pytest

from desktop.models.refusals import Refusal
from desktop.reports import faces
from desktop.reports.faces import FaceRole
from desktop.reports.fontscan import Face

SONG = Face("/f/simsun.ttc", 0, ("SimSun", "宋体"), "SimSun", 400)
UMING = Face("/f/uming.ttc", 0, ("AR PL UMing CN",), "AR PL UMing CN", 300)
FANG = Face("/f/fs.ttf", 0, ("FangSong_GB2312", "仿宋_GB2312"), "FangSong_GB2312", 400)
XBS = Face("/f/xbs.ttf", 0, ("方正小标宋_GBK", "FZXBSK--GBK1-0"), "方正小标宋_GBK", 400)
RARE = Face("/f/hana.ttf", 0, ("HanaMinB",), "HanaMinB", 500)
NOTO = Face("/f/noto.ttc", 0, ("FangSong",), "FangSong", 400, "cff")


def test_the_official_face_comes_before_the_open_one() -> None:
    assert faces.chains([UMING, SONG, RARE])[FaceRole.SONG] == (SONG, UMING, RARE)


def test_without_a_fangsong_the_text_is_set_in_song_and_it_is_said() -> None:
    assert faces.chains([UMING, NOTO])[FaceRole.BODY] == (UMING,)
    body = next(s for s in faces.standings([UMING, NOTO]) if s.role is FaceRole.BODY)
    assert (body.face, body.substitute, body.official) == (UMING, FaceRole.SONG, False)


def test_an_office_with_the_official_faces_uses_them() -> None:
    standing = {s.role: s for s in faces.standings([UMING, SONG, FANG, XBS])}
    assert standing[FaceRole.TITLE].face == XBS
    assert standing[FaceRole.BODY].face == FANG
    assert all(standing[role].official for role in (FaceRole.TITLE, FaceRole.BODY, FaceRole.SONG))


def test_a_face_that_cannot_be_embedded_is_never_chosen() -> None:
    assert all(choice.face is None for choice in faces.choices([NOTO]))


def test_of_faces_of_one_name_the_regular_weight_is_taken() -> None:
    bold = Face("/f/b.ttf", 0, ("LXGW WenKai",), "LXGW WenKai", 700)
    plain = Face("/f/r.ttf", 0, ("LXGW WenKai",), "LXGW WenKai", 400)
    assert faces.chains([bold, plain])[FaceRole.KAI] == (plain,)


def test_a_machine_without_a_chinese_face_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        faces.chains([RARE, NOTO])
    assert refused.value.code == "no_printing_face"
    assert all(standing.face is None for standing in faces.standings([RARE]))


def test_names_are_compared_without_case_blanks_and_strokes() -> None:
    odd = Face("/f/x.ttf", 0, ("fangsong gb2312",), "x", 400)
    assert faces.chains([odd])[FaceRole.BODY] == (odd,)


def test_an_english_document_takes_its_letters_from_an_upright_latin_face() -> None:
    italic = Face("/f/a.ttf", 0, ("DejaVu Serif",), "DejaVu Serif", 400, "", slanted=True)
    narrow = Face("/f/b.ttf", 0, ("DejaVu Serif",), "DejaVu Serif", 400, "", width=3)
    upright = Face("/f/c.ttf", 0, ("DejaVu Serif",), "DejaVu Serif", 400)
    found = [italic, narrow, upright, UMING]
    assert faces.chains(found, latin=True)[FaceRole.BODY] == (upright, UMING)
    assert faces.chains(found)[FaceRole.BODY] == (UMING,)
