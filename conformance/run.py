"""Asks the plainest possible calendar in Python every question of working-time.json, and prints what differs.

Put your own implementation in the place of `periods`, `between` and `add`. Python 3.9 or later, nothing else.
"""
import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def written(at):
    text = at.astimezone(timezone.utc).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z").replace(".000Z", "Z")


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


def periods(calendar, first, last):
    """The open periods of the dates about two instants, in order, without the days that a zone skips."""
    zone, day = ZoneInfo(calendar["timeZone"]), first.date() - timedelta(days=2)
    while day <= last.date() + timedelta(days=2):
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone)
        if noon.astimezone(timezone.utc).astimezone(zone).date() == day:
            for opens, closes in (each.split("-") for each in hours_on(calendar, day)):
                yield at_wall(day, opens, zone), at_wall(day + timedelta(days=closes <= opens), closes, zone)
        day += timedelta(days=1)


def between(calendar, a, b):
    if b < a:
        return -between(calendar, b, a)
    return sum((max(timedelta(), min(b, end) - max(a, start)) for start, end in periods(calendar, a, b)), timedelta())


def add(calendar, at, amount, tie="close"):
    for start, end in periods(calendar, at, at + timedelta(days=40)):
        left = end - max(at, start)
        if amount == timedelta() and tie == "close":
            return at
        if left > amount or (left == amount > timedelta() and tie == "close"):
            return max(at, start) + amount
        if left > timedelta():
            amount -= left


file = json.loads((Path(__file__).parent / "working-time.json").read_text(encoding="utf-8"))
asked = [each for each in file["cases"] if each["ask"] in ("between", "add")]
wrong = 0
for case in asked:
    calendar, at = file["calendars"][case["calendar"]], instant(case["from"])
    if case["ask"] == "between":
        found = between(calendar, at, instant(case["to"])) // timedelta(milliseconds=1)
    else:
        found = written(add(calendar, at, timedelta(milliseconds=case["amountMs"]), case.get("tie", "close")))
    if found != case["answer"]:
        wrong += 1
        print(f"{case['id']}: {found}, not {case['answer']}: {case['because']}")
print(f"{len(asked) - wrong} of {len(asked)} answers are right")
raise SystemExit(wrong > 0)
