"""Every way by which markup makes WeasyPrint read a file or ask a host, from its sources: what calls its fetcher."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping

__all__ = ["ALL_WAYS", "WAYS"]

_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'
)


def _pictured(picture: str) -> str:
    return f'<img src="data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}">'


def _nested(at: str) -> str:
    return _pictured(_PICTURE.format(f'<image href="{at}" width="9" height="9"/>'))


def _entity(at: str) -> str:
    entity = f'<!DOCTYPE svg [<!ENTITY read SYSTEM "{at}">]>'
    return _pictured(entity + _PICTURE.format("<text>&read;</text>"))


def _formatted(text: str) -> Callable[[str], str]:
    return lambda at: text.format(at=at)


_MARKUP = {
    "img": '<img src="{at}">',
    "embed": '<embed src="{at}">',
    "object": '<object data="{at}"></object>',
    "base": '<base href="{at}"><img src="{at}?relative">',
    "style sheet by link": '<link rel="stylesheet" href="{at}">',
    "attachment by link": '<link rel="attachment" href="{at}">',
    "attachment by a": '<a rel="attachment" href="{at}">x</a>',
    "@import": '<style>@import "{at}";</style>',
    "@import url": "<style>@import url({at});</style>",
    "@font-face": "<style>@font-face {{ font-family: own; src: url({at}) }} p {{ font-family: own }}</style><p>x</p>",
    "@color-profile": "<style>@color-profile device-cmyk {{ src: url({at}) }}</style>",
    "@page": "<style>@page {{ background: url({at}) }}</style>",
    "page margin": "<style>@page {{ @top-left {{ content: url({at}) }} }}</style>",
    "background": '<p style="background: url({at})">x</p>',
    "background-image": '<p style="background-image: url({at})">x</p>',
    "border-image": '<p style="border: 2px solid; border-image-source: url({at})">x</p>',
    "mask-border": '<p style="mask-border-source: url({at})">x</p>',
    "list-style-image": '<ul><li style="list-style-image: url({at})">x</li></ul>',
    "content": "<style>p::before {{ content: url({at}) }}</style><p>x</p>",
    "svg image": _PICTURE.format('<image href="{at}" width="9" height="9"/>'),
    "svg image by xlink": _PICTURE.format('<image xlink:href="{at}" width="9" height="9"/>'),
    "svg @font-face": _PICTURE.format("<style>@font-face {{ font-family: own; src: url({at}) }}</style>"),
}
_MARKUP_OF_NO_USE = {
    "@counter-style": "<style>@counter-style own {{ system: cyclic; symbols: url({at}) }} li {{ list-style: own }}</style><li>x</li>",  # noqa: E501
    "content of an element": '<p style="content: url({at})">x</p>',
    "svg use": _PICTURE.format('<use href="{at}"/>'),
    "svg @import": _PICTURE.format('<style>@import "{at}";</style>'),
    "svg fill": _PICTURE.format('<rect width="9" height="9" fill="url({at}#a)"/>'),
    "svg filter": _PICTURE.format(
        '<filter id="f"><feImage href="{at}"/></filter><rect width="9" height="9" filter="url(#f)"/>'
    ),
}
WAYS: Mapping[str, Callable[[str], str]] = {
    **{name: _formatted(text) for name, text in _MARKUP.items()},
    "picture in a picture": _nested,
}
"""For each way: what returns the markup that asks for an address. WeasyPrint follows each of them."""
ALL_WAYS: Mapping[str, Callable[[str], str]] = {
    **WAYS,
    **{name: _formatted(text) for name, text in _MARKUP_OF_NO_USE.items()},
    "svg entity": _entity,
}
"""These, and what other renderers follow and WeasyPrint may one day."""
