"""Charts: pure functions from numbers to SVG. Marks only; every word and number stands in the HTML beside them."""
