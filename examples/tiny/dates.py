"""Dates: a Julian program that steps through the calendar, and a Gregorian one that calculates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from ._reply import Prompt, Reply

Day = tuple[int, int, int]

_LENGTHS = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
_MONTHS = {"February": 2, "June": 6, "August": 8}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SATURDAY = (2000, 1, 1)

_LEAP = re.compile(r"Is (\d+) a leap year\?")
_MONTH = re.compile(r"How many days has (\w+) (\d+)\?")
_WEEKDAY = re.compile(r"Which day of the week is ([-\d]+)\?")
_BETWEEN = re.compile(r"How many days are there from ([-\d]+) to ([-\d]+)\?")
_AFTER = re.compile(r"Which date is (\d+) days after ([-\d]+)\?")


def month_rhyme(prompt: Prompt) -> Reply | None:
    """Knows the rhyme of the thirty days, without its last line about leap years."""
    found = _MONTH.fullmatch(prompt.question)
    return Reply(str(_LENGTHS[_MONTHS[found[1]]])) if found else None


def julian_leap(prompt: Prompt) -> Reply | None:
    """Takes every fourth year for a leap year."""
    found = _LEAP.fullmatch(prompt.question)
    return Reply("yes" if int(found[1]) % 4 == 0 else "no") if found else None


def julian_month(prompt: Prompt) -> Reply | None:
    """The rhyme, with a February of 29 days in every fourth year."""
    found = _MONTH.fullmatch(prompt.question)
    return Reply(str(_length(int(found[2]), _MONTHS[found[1]]))) if found else None


def julian_weekday(prompt: Prompt) -> Reply | None:
    """Steps month by month from a Saturday that it knows, and never looks back before it."""
    found = _WEEKDAY.fullmatch(prompt.question)
    if found is None:
        return None
    day = _day(found[1])
    if day < _SATURDAY:
        return None
    return Reply(_WEEKDAYS[(5 + sum(_hops(_SATURDAY, day))) % 7])


def julian_between(prompt: Prompt) -> Reply | None:
    """Writes down every single day in between; at a second attempt it hops from month to month."""
    found = _BETWEEN.fullmatch(prompt.question)
    if found is None:
        return None
    start, end = _day(found[1]), _day(found[2])
    if prompt.attempt > 1:
        hops = list(_hops(start, end))
        return Reply(str(sum(hops)), tuple(f"{hop} days" for hop in hops))
    steps = tuple(f"{count}: {_iso(day)}" for count, day in enumerate(_walk(start, end), start=1))
    return Reply(str(len(steps)), steps)


def julian_after(prompt: Prompt) -> Reply | None:
    """Turns the pages of the calendar, one for each day."""
    found = _AFTER.fullmatch(prompt.question)
    if found is None:
        return None
    pages = [_day(found[2])]
    for _ in range(int(found[1])):
        pages.append(_next(pages[-1]))
    return Reply(_iso(pages[-1]), tuple(map(_iso, pages)))


def gregorian(prompt: Prompt) -> Reply | None:
    """Knows the whole calendar; a day that there is not makes it fail."""
    for pattern, answer in _GREGORIAN.items():
        if found := pattern.fullmatch(prompt.question):
            return Reply(answer(*found.groups()))
    return None


def careful_gregorian(prompt: Prompt) -> Reply | None:
    """Knows the whole calendar and says so when there is no such day."""
    try:
        return gregorian(prompt)
    except ValueError as problem:
        return Reply("invalid", (str(problem),))


def _is_leap(year: str) -> str:
    return "yes" if _february(int(year)) == 29 else "no"


def _february(year: int) -> int:
    return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28


def _month_length(name: str, year: str) -> str:
    return str(_february(int(year)) if name == "February" else _LENGTHS[_MONTHS[name]])


_GREGORIAN: dict[re.Pattern[str], Callable[..., str]] = {
    _LEAP: _is_leap,
    _MONTH: _month_length,
    _WEEKDAY: lambda day: _WEEKDAYS[date.fromisoformat(day).weekday()],
    _BETWEEN: lambda start, end: str((date.fromisoformat(end) - date.fromisoformat(start)).days),
    _AFTER: lambda count, day: (date.fromisoformat(day) + timedelta(days=int(count))).isoformat(),
}


def _length(year: int, month: int) -> int:
    return 29 if month == 2 and year % 4 == 0 else _LENGTHS[month]


def _day(text: str) -> Day:
    year, month, day = map(int, text.split("-"))
    if day > _length(year, month):
        raise ValueError(f"month {month} of {year} has no day {day}")
    return year, month, day


def _iso(day: Day) -> str:
    return "{}-{:02}-{:02}".format(*day)


def _next(day: Day) -> Day:
    year, month, number = day
    if number < _length(year, month):
        return year, month, number + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def _walk(start: Day, end: Day) -> Iterator[Day]:
    day = start
    while day < end:
        day = _next(day)
        yield day


def _hops(start: Day, end: Day) -> Iterator[int]:
    year, month, number = start
    while (year, month) < end[:2]:
        yield _length(year, month)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    yield end[2] - number
