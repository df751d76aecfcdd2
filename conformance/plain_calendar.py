"""The plainest possible working calendar, from Python's standard library: it walks every date, and keeps nothing.

It reads a calendar as the vectors have it: hours of a week, bank holidays as a list of dates, and exceptions.
"""
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

REACH = timedelta(days=40)
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def hours_on(calendar, day):
    """The hours of a date: an exception, else none on a holiday, else those of its weekday."""
    own = calendar.get("exceptions", {}).get(day.isoformat())
    if own is not None:
        return own["hours"] if isinstance(own, dict) else own
    if any(each["date"] == day.isoformat() for each in calendar.get("bankHolidays", [])):
        return []
    group = "weekdays" if day.weekday() < 5 else "weekend"
    names = [DAYS[day.weekday()], group, "daily"]
    return next((calendar["hours"][name] for name in names if name in calendar["hours"]), [])


def at_wall(day, text, zone):
    """A wall time as an instant. One that the clocks skip moves on by the length of the gap."""
    hours, minutes = map(int, text.split(":"))
    wall = datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(hours=hours, minutes=minutes)
    return wall.astimezone(timezone.utc)


def works(calendar, day):
    """Whether a date has hours, and its zone does not skip it."""
    zone = ZoneInfo(calendar["timeZone"])
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone)
    return bool(hours_on(calendar, day)) and noon.astimezone(timezone.utc).astimezone(zone).date() == day


def periods(calendar, first, last):
    """The open periods of the dates about two instants, in order, those that touch as one."""
    zone, found = ZoneInfo(calendar["timeZone"]), []
    days = (first.date() + timedelta(days=n - 2) for n in range((last - first).days + 6))
    for day in (each for each in days if works(calendar, each)):
        for opens, closes in (each.split("-") for each in hours_on(calendar, day)):
            start, end = at_wall(day, opens, zone), at_wall(day + timedelta(days=closes <= opens), closes, zone)
            if found and found[-1][1] >= start:
                start = found.pop()[0]
            found.append((start, end))
    return found


def between(calendar, a, b):
    if b < a:
        return -between(calendar, b, a)
    return sum((max(timedelta(), min(b, end) - max(a, start)) for start, end in periods(calendar, a, b)), timedelta())


def add(calendar, at, amount, tie="close"):
    for start, end in periods(calendar, at, at + REACH):
        left = end - max(at, start)
        if amount == timedelta() and tie == "close":
            return at
        if left > amount or (left == amount > timedelta() and tie == "close"):
            return max(at, start) + amount
        if left > timedelta():
            amount -= left


def subtract(calendar, at, amount):
    for start, end in reversed(periods(calendar, at - REACH, at)):
        left = min(at, end) - start
        if amount == timedelta():
            return at
        if left >= amount:
            return min(at, end) - amount
        if left > timedelta():
            amount -= left


def edges(calendar, at):
    near = periods(calendar, at - REACH, at + REACH)
    opens, closes = [start for start, _ in near], [end for _, end in near]
    is_open = any(start <= at < end for start, end in near)
    return {
        "isOpen": is_open,
        "nextOpen": at if is_open else min(each for each in opens if each >= at),
        "nextClose": min(each for each in closes if each > at),
        "previousOpen": max(each for each in opens if each <= at),
        "previousClose": max(each for each in closes if each <= at),
    }


def add_days(calendar, at, count, due="end-of-day", cutoff=None):
    zone = ZoneInfo(calendar["timeZone"])
    wall, day = at.astimezone(zone).strftime("%H:%M:%S"), at.astimezone(zone).date()
    if cutoff and (wall >= cutoff or not works(calendar, day)):
        count += 1
    for _ in range(count):
        day += timedelta(days=1)
        while not works(calendar, day):
            day += timedelta(days=1)
    if due == "close":
        return max(at_wall(day + timedelta(days=c <= o), c, zone) for o, c in (h.split("-") for h in hours_on(calendar, day)))
    if due == "same-time":
        return at_wall(day, wall[:5], zone) + timedelta(seconds=int(wall[6:]))
    return at_wall(day + timedelta(days=1), "00:00", zone)


def days_between(calendar, a, b, bounds="(]"):
    zone = ZoneInfo(calendar["timeZone"])
    first, last = a.astimezone(zone).date(), b.astimezone(zone).date()
    if last < first:
        return -days_between(calendar, b, a, bounds)
    dates = (first + timedelta(days=n) for n in range(0 if bounds == "[]" else 1, (last - first).days + 1))
    return sum(works(calendar, each) for each in dates)
