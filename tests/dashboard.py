"""The dashboard of docs/interaction.md: two linked histograms, a select, a slider and a table over the example logs."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs/interaction.md"
CODE = "\n".join(re.findall(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.S))
"""All code of the page; its last line shows the dashboard."""
