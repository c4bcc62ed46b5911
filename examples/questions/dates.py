"""Leap years, months, days of the week, spans and jumps."""

from __future__ import annotations

from datetime import date, timedelta

from ._rows import Maker, Rows, yes


def _leap() -> Rows:
    years = [2024, 2023, 1996, 2010, 1900, 2000, 2100, 2400]
    return [("hard" if y % 100 == 0 else "easy", f"Is {y} a leap year?", yes(_is_leap(y))) for y in years]


def _is_leap(year: int) -> bool:
    return (date(year, 3, 1) - date(year, 2, 1)).days == 29


def _month() -> Rows:
    names = {2: "February", 6: "June", 8: "August"}
    months = [("easy", 2023, 6), ("easy", 2023, 8), ("medium", 2024, 2), ("hard", 1900, 2)]
    return [(level, f"How many days has {names[m]} {y}?", str(_month_days(y, m))) for level, y, m in months]


def _month_days(year: int, month: int) -> int:
    return (date(year, month + 1, 1) - date(year, month, 1)).days


def _weekday() -> Rows:
    days = ["2000-01-01", "2000-02-29", "2004-07-04", "2016-02-29", "1969-07-20", "2023-11-30", "1899-12-28"]
    known = [(_age(day), _on(day), f"{date.fromisoformat(day):%A}") for day in days]
    return [*known, ("hard", _on("2023-02-29"), "invalid")]


def _on(day: str) -> str:
    return f"Which day of the week is {day}?"


def _age(day: str) -> str:
    return "easy" if day < "2000-02" and day > "2000" else "medium" if day > "2000" else "hard"


def _between() -> Rows:
    spans = [("easy", "2023-05-02", "2023-05-20"), ("easy", "2023-08-28", "2023-09-04")]
    spans += [("medium", "2023-01-15", "2023-03-01"), ("medium", "2024-02-20", "2024-03-20")]
    spans += [("hard", "2023-11-11", "2024-11-11"), ("hard", "1899-12-04", "1900-03-01")]
    return [(level, f"How many days are there from {a} to {b}?", str(_days(a, b))) for level, a, b in spans]


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _after() -> Rows:
    jumps = [("easy", 10, "2023-04-05"), ("medium", 45, "2024-01-31"), ("hard", 366, "2023-03-01")]
    jumps += [("hard", 100, "2099-12-01")]
    return [(level, f"Which date is {n} days after {day}?", _later(day, n)) for level, n, day in jumps]


def _later(day: str, count: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=count)).isoformat()


KINDS: dict[str, Maker] = {"leap": _leap, "month": _month, "weekday": _weekday, "between": _between, "after": _after}
