"""Asks a calendar in Python every question of working-time.json and working-days.json, and prints what differs.

Put your own implementation in the place of plain_calendar. Python 3.9 or later, nothing else.
"""
import json
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

sys.dont_write_bytecode = True  # It leaves nothing behind in the package.
import plain_calendar as own


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def written(at):
    text = at.astimezone(timezone.utc).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z").replace(".000Z", "Z")


MS = timedelta(milliseconds=1)
ANSWERS = {
    "between": lambda calendar, at, case: own.between(calendar, at, instant(case["to"])) // MS,
    "add": lambda calendar, at, case: own.add(calendar, at, case["amountMs"] * MS, case.get("tie", "close")),
    "subtract": lambda calendar, at, case: own.subtract(calendar, at, case["amountMs"] * MS),
    "addWorkingDays": lambda calendar, at, case: own.add_days(
        calendar, at, case["days"], case.get("due", "end-of-day"), case.get("cutoff")
    ),
    "workingDaysBetween": lambda calendar, at, case: own.days_between(
        calendar, at, instant(case["to"]), case.get("bounds", "(]")
    ),
}

asked = wrong = 0
for name in ["working-time.json", "working-days.json"]:
    file = json.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    for case in file["cases"]:
        calendar, at, ask = file["calendars"][case["calendar"]], instant(case["from"]), case["ask"]
        found = ANSWERS[ask](calendar, at, case) if ask in ANSWERS else own.edges(calendar, at)[ask]
        found = written(found) if isinstance(found, datetime) else found
        asked += 1
        if found != case["answer"]:
            wrong += 1
            print(f"{case['id']}: {found}, not {case['answer']}: {case['because']}")
print(f"{asked - wrong} of {asked} answers are right")
raise SystemExit(wrong > 0)
