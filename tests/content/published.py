"""What was counted and named in the material that the frameworks were made from."""

from __future__ import annotations

__all__ = ["LISTED_AS", "RECOMMENDATIONS"]

RECOMMENDATIONS = {
    "GOV": 28,
    "CAP": 22,
    "CYB": 19,
    "INC": 9,
    "FIN": 12,
    "LEG": 16,
    "SVC": 19,
    "INS": 13,
    "EMT": 28,
    "SUS": 5,
    "PAR": 13,
    "LRN": 15,
}
"""GOV-01 to GOV-28 and so on: how many recommendations of each group the two articles make, 199 in all."""
LISTED_AS = {
    "ai-playbook": "UK-AI-Playbook",
    "caf-3.2": "NCSC-CAF-3.2",
    "caf-4.0": "NCSC-CAF-4.0",
    "csf-2.0": "NIST-CSF-2.0",
    "cyber-essentials-3.1": "Cyber-Essentials-3.1",
    "dgi-2023": "OECD-DGI-2023",
    "eif-2017": "EIF-2017",
    "essential-digital-skills": "UK-Essential-Digital-Skills",
    "gtmi": "WB-GTMI-2022/2025",
    "privacy-framework-1.0": "NIST-PF-1.0",
    "secure-by-design": "UK-Secure-by-Design",
    "service-standard": "GOVUK-Service-Standard",
    "wcag-2.2": "WCAG-2.2-new",
    "wgll": "NHS-WGLL",
}
"""What our instruments are called in the list of identifiers that were checked."""
