"""Which texts Mosaic reads as a CSS colour, and the check that a value is one."""

from __future__ import annotations

import re

from .errors import shown, wrong_type

WORDS = """
aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray
darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid
mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream
mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen
paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown
royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow
springgreen steelblue tan teal thistle tomato transparent turquoise violet wheat white whitesmoke yellow yellowgreen
none currentcolor
"""
NAMES = frozenset(WORDS.split())

INTEGER = r"\s*[+-]?\d+\s*"
NUMBER = r"\s*[+-]?(?:\d*\.)?\d+(?:e[+-]?\d+)?\s*"
PERCENT = r"\s*[+-]?(?:\d*\.)?\d+(?:e[+-]?\d+)?%\s*"
THREE = "|".join(f"{part},{part},{part}" for part in (INTEGER, PERCENT))
HSL = f"{NUMBER},{PERCENT},{PERCENT}"
PATTERN = re.compile(
    rf"#(?:[0-9a-f]{{3,4}}|[0-9a-f]{{6}}|[0-9a-f]{{8}})"
    rf"|rgb\((?:{THREE})\)|rgba\((?:{THREE}),{NUMBER}\)|hsl\({HSL}\)|hsla\({HSL},{NUMBER}\)"
    r"|url\(.*\)|var\(.*\)"
)


def is_color(text: str) -> bool:
    """Whether Mosaic takes the text for a colour and not for a column."""
    lowered = text.strip().lower()
    return lowered in NAMES or PATTERN.fullmatch(lowered) is not None


def check_color(where: str, argument: str, value: object) -> str:
    """The text, which is a CSS colour; raises TypeError or ValueError for anything else."""
    if not isinstance(value, str):
        raise wrong_type(where, argument, value, "a CSS colour")
    if not is_color(value):
        raise ValueError(f"{where}: {argument} must be a CSS colour such as 'navy' or '#4269d0', not {shown(value)}.")
    return value
