"""Images, one for each row; here they are part of the table."""

from base64 import b64encode

from inspect_viz import Data, mark
from inspect_viz.plot import plot


def icon(fill: str, shape: str) -> str:
    """A picture as an address that needs no network."""
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='-12 -12 24 24'><path fill='{fill}' d='{shape}'/></svg>"
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


tools = Data.from_dataframe(
    {
        "name": ["shell", "search", "python"],
        "cost": [1.0, 2.2, 3.1],
        "score": [0.35, 0.5, 0.72],
        "icon": [
            icon("steelblue", "M-10-10H10V10H-10Z"),
            icon("darkorange", "M0-11 11 0 0 11-11 0Z"),
            icon("seagreen", "M0-11 10 9H-10Z"),
        ],
    }
)

picture = plot(
    mark.image(tools, x="cost", y="score", src="icon", width=36, height=36),
    mark.text(tools, x="cost", y="score", text="name", dy=28),
    x_label="Cost ($)",
    y_label="Score",
    grid=True,
    inset=40,
    width=600,
    height=300,
)
