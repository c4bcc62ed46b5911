"""What is wrong with the parts of a picture as a whole."""

from __future__ import annotations

from inspect_viz._params import reaches
from inspect_viz._util.suggest import did_you_mean, listing

from .nodes import Legend, Mark, Node, PlotNode, walk
from .targets import Targets, targets_of


def check_targets(where: str, root: Node) -> None:
    """Raises ValueError where a condition is about a column that the data of a filtered mark does not have."""
    targets = targets_of(root)
    for node in walk(root):
        if isinstance(node, Mark):
            check_mark(where, node, targets)


def check_mark(where: str, mark: Mark, targets: Targets) -> None:
    selection, data = targets.filter_of(mark), mark.data
    if selection is None or data is None:
        return
    for publisher in targets.publishers:
        missing = sorted(publisher.fields - {*data.columns}) if reaches(publisher.target, selection) else []
        if missing:
            raise ValueError(
                f"{where}: {publisher.where} sets a condition on {missing[0]!r}, which is no column of the data of"
                f" {mark!r}.{did_you_mean(missing[0], data.columns)} Give that mark another selection in filter_by."
            )


def check_names(where: str, root: Node) -> None:
    """Raises ValueError for two plots of one name."""
    names = names_of(root)
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"{where}: two plots have the name {name!r}; a legend could not tell them apart.")


def names_of(root: Node) -> list[str]:
    """The names of the plots."""
    plots = [node for node in walk(root) if isinstance(node, PlotNode)]
    return [str(plot.attributes["name"]) for plot in plots if "name" in plot.attributes]


def check_legends(root: Node) -> None:
    """Raises ValueError for a legend of a plot that is not there."""
    names = names_of(root)
    for node in walk(root):
        for legend in node.legends if isinstance(node, PlotNode) else (node,) if isinstance(node, Legend) else ():
            name = legend.options.get("forPlot")
            if isinstance(name, str) and name not in names:
                known = f" The plots are {listing(names)}." if names else " No plot has a name."
                hint = did_you_mean(name, names) or known
                raise ValueError(f"legend: for_plot={name!r} is no plot of the picture.{hint}")
