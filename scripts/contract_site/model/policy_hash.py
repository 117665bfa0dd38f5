"""What a Content Security Policy calls a script or style that stands in a page, and the same in a file to carry away."""

from __future__ import annotations

import base64
import hashlib


def policy_hash(text: str) -> str:
    """Return the source expression for a script or style by its text, all that stands between its tags (CSP 3, 8.4)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
