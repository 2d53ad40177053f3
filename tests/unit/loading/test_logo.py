"""Logos of others: what is drawn is kept, and nothing else gets through."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from PIL import Image

from readiness.loading.logo import UnusableLogo, clean_logo

DRAWN = '<path d="M0 0h4v2z" fill="#1D7A4B"/>'
SPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str = DRAWN, *, root: str = 'viewBox="0 0 4 2"', before: str = "") -> bytes:
    return f"{before}<svg {SPACE} {root}>{inside}</svg>".encode()


def raster(kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size, "#1D7A4B" if mode == "RGB" else 0).save(stream, kind)
    return stream.getvalue()


def test_shapes_gradients_and_clips_are_kept() -> None:
    inside = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>'
        '<linearGradient id="h" xlink:href="#g" x1="1"/><clipPath id="c"><rect width="2"/></clipPath></defs>'
        '<g transform="translate(1,2) scale(.5)" clip-path="url(#c)"><circle style="fill:url(#h);stroke : #fff"/></g>'
    )
    said = clean_logo(svg(inside), "a.svg").content.decode()
    for part in ('href="#g"', 'transform="translate(1,2) scale(.5)"', 'fill="url(#h)"', 'stroke="#fff"', "<clipPath"):
        assert part in said


def test_what_other_programs_keep_for_themselves_is_left_out() -> None:
    inside = (
        '<metadata><rdf xmlns="urn:x">secret</rdf></metadata><title>secret</title><!-- secret -->'
        f'<i:pages xmlns:i="urn:ink">secret</i:pages><g class="secret" data-name="secret">{DRAWN}</g>'
    )
    said = clean_logo(svg(inside, before="<?secret secret?>"), "a.SVG").content.decode()
    assert "secret" not in said
    assert 'd="M0 0h4v2z"' in said


@pytest.mark.parametrize("name", ["svg", "png", "jpg"])
def test_what_is_clean_stays_as_it_is(name: str) -> None:
    content = (
        svg(root='width="1.2345678in" height="12.5px"') if name == "svg" else raster("PNG" if name == "png" else "JPEG")
    )
    once = clean_logo(content, f"a.{name}")
    assert clean_logo(once.content, f"a{once.suffix}") == once


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<foreignObject><p/></foreignObject>", "<foreignObject>"),
        ('<image href="http://example.org/a.png"/>', "<image>"),
        ('<use href="#a"/>', "<use>"),
        ("<style>@import url(//example.org)</style>", "<style>"),
        ("<text>Northmere</text>", "<text>"),
        ('<set attributeName="href" to="javascript:alert(1)"/>', "<set>"),
        ('<a href="javascript:alert(1)"><path/></a>', "<a>"),
        ('<path onload="alert(1)"/>', "a script"),
        ('<path href="file:///etc/passwd"/>', "links"),
        ('<linearGradient id="g" xlink:href="http://example.org/#g"/>', "links"),
        ('<path fill="url(http://example.org/#g)"/>', "fill"),
        ('<path style="fill:url(file:///etc/passwd)"/>', "fill"),
        ('<path fill="URL( a.png )"/>', "fill"),
        ('<path d="M0 0&lt;script&gt;"/>', "its d"),
        ('<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>', "made of itself"),
        ("<g>" * 40 + "</g>" * 40, "within each other"),
        ("<g/>" * 3001, "3,000 elements"),
    ],
)
def test_what_could_do_harm_is_refused_and_named(inside: str, said: str) -> None:
    with pytest.raises(UnusableLogo, match=said):
        clean_logo(svg(inside), "a.svg")


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://example.org/a.dtd"> %a;]>',
    ],
)
def test_entities_are_refused_before_they_are_read(declared: str) -> None:
    with pytest.raises(UnusableLogo, match="entities"):
        clean_logo(svg(before=declared), "a.svg")


def test_the_declaration_that_drawing_programs_write_is_no_harm() -> None:
    declared = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert clean_logo(svg(before=declared), "a.svg").width == 4


@pytest.mark.parametrize(
    ("root", "said"),
    [
        ("", "neither a viewBox"),
        ('width="100%" height="50%"', "neither a viewBox"),
        ('viewBox="0 0 0 2"', "no width"),
        ('viewBox="0 0 200 2"', "as long as the other"),
        ('viewBox="0 0 nan nan"', "beyond all measure"),
        ('viewBox="0 0 1e300 1e300"', "beyond all measure"),
    ],
)
def test_a_drawing_needs_a_shape(root: str, said: str) -> None:
    with pytest.raises(UnusableLogo, match=said):
        clean_logo(svg(root=root), "a.svg")


@pytest.mark.parametrize("content", [b"", b"<svg", b"<html/>", b"\xff\xfe", b"<?xml version='1.0' encoding='x'?><a/>"])
def test_what_is_no_svg_is_told(content: bytes) -> None:
    with pytest.raises(UnusableLogo, match=r"no XML|no SVG"):
        clean_logo(content, "a.svg")


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "CMYK")])
def test_only_the_pixels_of_a_picture_are_kept(kind: str, mode: str) -> None:
    made = clean_logo(raster(kind, mode=mode) + b"<script>secret</script>", "a.png")
    assert (made.suffix, made.width, made.height) == (".png", 40, 20)
    assert b"secret" not in made.content


def test_a_large_picture_is_made_smaller_and_keeps_its_shape() -> None:
    made = clean_logo(raster("PNG", (3000, 1000)), "a.png")
    assert (made.width, made.height) == (1200, 400)


def bomb() -> bytes:
    """Return a PNG of some bytes that says it has a thousand million pixels."""
    size = (100_000).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    head = len(size).to_bytes(4, "big") + b"IHDR" + size + zlib.crc32(b"IHDR" + size).to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + head + b"\x00\x00\x00\x00IDAT" + zlib.crc32(b"IDAT").to_bytes(4, "big")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bomb(), "damaged|pixels"),
        (raster("PNG", (6000, 3000)), "pixels"),
        (raster("PNG", (400, 4)), "as long as the other"),
        (raster("PNG")[:60], "damaged"),
        (raster("GIF"), "neither PNG nor JPEG"),
        (svg(), "neither PNG nor JPEG"),
        (b"", "neither PNG nor JPEG"),
        (b"\0" * 2_000_001, "larger than 2 MB"),
    ],
    ids=["bomb", "huge", "line", "cut", "gif", "svg", "empty", "large"],
)
def test_pictures_that_cannot_be_used_are_refused(content: bytes, said: str) -> None:
    with pytest.raises(UnusableLogo, match=said):
        clean_logo(content, "a.png")


def test_a_logo_is_a_file_beside_its_theme(tmp_path: Path) -> None:
    from readiness.workflows import validate

    theme = tmp_path / "theme.yaml"
    theme.write_text("readiness: theme/1\ntitle: A\nlogo: {file: a.svg, alt: Arms}\n")
    (tmp_path / "b.svg").write_bytes(svg())

    def said() -> list[str]:
        return [one.message for one in validate([str(theme)])[0].diagnostics]

    assert said() == ["a.svg cannot be used: there is no such file beside the theme"]
    (tmp_path / "a.svg").symlink_to(tmp_path / "b.svg")
    assert said() == ["a.svg cannot be used: it is a link; put the file itself beside the theme"]
    (tmp_path / "a.svg").unlink()
    (tmp_path / "a.svg").mkdir()
    assert said() == ["a.svg cannot be used: there is no such file beside the theme"]
    (tmp_path / "a.svg").rmdir()
    (tmp_path / "a.svg").write_bytes(svg())
    assert said() == []
