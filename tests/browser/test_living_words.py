"""What a living picture says for those who do not see it follows what is chosen."""

from __future__ import annotations

import pandas as pd
from fixtures.living import living
from playwright.sync_api import Browser

from inspect_viz import Data
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.input import select
from inspect_viz.layout import vconcat
from inspect_viz.table import table

DESCRIPTION = "[opened.svg.querySelector(':scope > desc').textContent, opened.payload.description]"


def test_the_description_tells_of_the_rows_that_a_table_has_now(browser: Browser) -> None:
    rows = pd.DataFrame({"a": [i % 3 for i in range(12)], "kind": [*"abc"] * 4})
    data = Data.from_dataframe(rows)
    picture = compile(vconcat(select(data, column="kind"), table(data)))
    with living(browser, picture.spec, json_of(picture.sidecar), t0=rows) as opened:
        assert opened.page.evaluate(DESCRIPTION)[0].startswith("Table of 12 rows, by columns: a, kind")
        opened.page.evaluate("opened.picture.controls[0].choose('b')")
        opened.until(lambda: all("Table of 4 rows" in text for text in opened.page.evaluate(DESCRIPTION)))
