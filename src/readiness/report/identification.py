"""What a PDF says it is: PDF/A-3a, for archives, and PDF/UA-1, for everybody who reads with other means than eyes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["with_both_standards"]

_END = b"</rdf:RDF>"
_UA_TOO = b"""<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1" />\
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" \
rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""PDF/A knows no property of PDF/UA: a file that names both describes it (ISO 19005-3, 6.6.2.3)."""


def with_both_standards(metadata: Any) -> None:  # noqa: ANN401  weasyprint ships no types
    """Let the metadata that WeasyPrint writes for one standard name the other as well."""
    of_one: Callable[..., bytes] = metadata.generate_rdf_metadata

    def of_both(*arguments: Any) -> bytes:  # noqa: ANN401
        start, end, rest = of_one(*arguments).rpartition(_END)
        assert end, "RDF ends with the tag that began it"
        return start + _UA_TOO + end + rest

    metadata.generate_rdf_metadata = of_both
