"""Works out the instants of instants.json, without the library and in another language.

It steps from minute to minute and from day to day by the wall clock of London, and knows nothing but
the hours that the documents state and the dates that GOV.UK has published. Run it to write the file anew:
python3 test/data/instants/work-out.py
"""

import calendar
import json
from pathlib import Path
from datetime import datetime, timedelta, date, time, timezone
from zoneinfo import ZoneInfo

L = ZoneInfo("Europe/London")
U = timezone.utc
HERE = Path(__file__).parent
raw = json.load(open(HERE.parent / "gov-uk-bank-holidays.json"))["divisions"]
H = {k: {date.fromisoformat(row[0]) for row in v} for k, v in raw.items()}
EW = "england-and-wales"


def p(s):
    d = datetime.fromisoformat(s.replace("Z", "+00:00"))
    return d.astimezone(U) if d.tzinfo else d.replace(tzinfo=L).astimezone(U)


def iso(d):
    return d.astimezone(U).strftime("%Y-%m-%dT%H:%M:%SZ")


def loc(d):
    return d.astimezone(L)


def wall(day, h=0, m=0):  # instant of wall time
    return datetime(day.year, day.month, day.day, h, m, tzinfo=L).astimezone(U)


def isWD(day, div=EW):
    return day.weekday() < 5 and day not in H[div]


M = timedelta(minutes=1)


def openAt(kind, div):
    def f(t):
        l = loc(t)
        d = l.date()
        mins = l.hour * 60 + l.minute
        if kind == "core":
            return isWD(d, div) and 420 <= mins < 1320
        if kind == "corebh":
            return d.weekday() < 5 and 420 <= mins < 1320
        if kind == "daily":
            return d not in H[div] and 420 <= mins < 1320
        if kind == "weekends":
            return d not in H[div] and (d.weekday() >= 5 or 420 <= mins < 1320)
        if kind == "support":
            return isWD(d, div) and 480 <= mins < 1080
        if kind == "wd24":
            return isWD(d, div)
        if kind == "clock":
            return True

    return f


def addmin(t, n, kind, div=EW):
    f = openAt(kind, div)
    while n > 0:
        if f(t):
            n -= 1
        t += M
    return t


def count(a, b, kind, div=EW):
    f = openAt(kind, div)
    n = 0
    while a < b:
        if f(a):
            n += 1
        a += M
    return n


def eod(day):
    return wall(day + timedelta(days=1))


def nthWD(day, n, div=EW):
    while n > 0:
        day += timedelta(days=1)
        if isWD(day, div):
            n -= 1
    return day


def wdays(t, n, div=EW, due="eod"):
    l = loc(t)
    d = nthWD(l.date(), n, div)
    return eod(d) if due == "eod" else wall(d, l.hour, l.minute)


def addmonths(d, n, keep=False):
    y = d.year + (d.month - 1 + n) // 12
    m = (d.month - 1 + n) % 12 + 1
    last = calendar.monthrange(y, m)[1]
    islast = d.day == calendar.monthrange(d.year, d.month)[1]
    return date(y, m, last if (keep and islast) else min(d.day, last))


def months(t, n, due="same", keep=False):
    l = loc(t)
    d = addmonths(l.date(), n, keep)
    return eod(d) if due == "eod" else wall(d, l.hour, l.minute)


def cdays(t, n, due="same"):
    l = loc(t)
    d = l.date() + timedelta(days=n)
    return eod(d) if due == "eod" else wall(d, l.hour, l.minute)


out = []


def case(service, clause, ask, exp, options=None):
    out.append(
        dict(
            service=service,
            clause=clause,
            options=options or {},
            ask=ask,
            expected=exp if not isinstance(exp, datetime) else iso(exp),
        )
    )


def tgt(service, clause, target, frm, exp, options=None, sev=None):
    a = dict(target=target, **{"from": frm})
    if sev:
        a["severity"] = sev
    case(service, clause, a, exp, options)


# NM-06: 48 core hours
for s in [
    "2026-11-20T09:00",
    "2026-11-21T23:59",
    "2026-12-24T21:59",
    "2027-03-25T06:59",
    "2026-10-23T21:00",
    "2027-04-30T13:30",
    "2026-05-22T22:00",
    "2026-08-28T18:45",
    "2028-04-13T12:00",
    "2011-04-28T15:00",
    "2022-06-01T10:10",
    "2022-09-16T08:00",
]:
    tgt("nhsmail", "NM-06", "incidentResolution", iso(p(s)), addmin(p(s), 2880, "core"))
for div, ss in (
    ("scotland", ["2026-11-27T10:00", "2026-12-31T09:00", "2026-06-12T10:00"]),
    ("northern-ireland", ["2027-03-16T10:00", "2027-07-09T11:00"]),
):
    for s in ss:
        tgt(
            "nhsmail",
            "NM-06",
            "incidentResolution",
            iso(p(s)),
            addmin(p(s), 2880, "core", div),
            {"division": div},
        )
tgt(
    "nhsmail",
    "NM-06",
    "incidentResolution",
    iso(p("2026-12-24T16:00")),
    addmin(p("2026-12-24T16:00"), 2880, "corebh"),
    {"bankHolidaysAsCore": "yes"},
)
tgt(
    "nhsmail",
    "NM-06",
    "incidentResolution",
    iso(p("2026-11-20T09:00")),
    addmin(p("2026-11-20T09:00"), 2880, "daily"),
    {"coreHours": "daily"},
)
tgt(
    "nhsmail",
    "NM-06",
    "incidentResolution",
    iso(p("2026-10-23T09:00")),
    addmin(p("2026-10-23T09:00"), 2880, "weekends"),
    {"coreHours": "weekends-core"},
)
tgt(
    "nhsmail",
    "NM-06",
    "incidentResolution",
    iso(p("2026-12-23T09:00")),
    wdays(p("2026-12-23T09:00"), 3),
    {"coreHours": "flat-3-working-days"},
)
# NM-01, NM-04: acknowledgements
for s in [
    "2026-11-20T20:00",
    "2026-11-21T03:00",
    "2026-12-24T23:59",
    "2027-03-25T00:00",
    "2026-10-23T10:00",
    "2027-12-24T10:00",
]:
    tgt("nhsmail", "NM-01", "complaintAcknowledgement", iso(p(s)), wdays(p(s), 1))
    tgt(
        "nhsmail",
        "NM-04",
        "escalationAcknowledgement",
        iso(p(s)),
        wdays(p(s), 1, due="same"),
        {"acknowledgement": "same-time"},
    )
tgt(
    "nhsmail",
    "NM-01",
    "complaintAcknowledgement",
    iso(p("2026-12-24T20:00")),
    addmin(p("2026-12-24T20:00"), 900, "core"),
    {"acknowledgement": "core-hours"},
)
tgt(
    "nhsmail",
    "NM-04",
    "escalationAcknowledgement",
    iso(p("2026-12-31T10:00")),
    wdays(p("2026-12-31T10:00"), 1, "scotland"),
    {"division": "scotland"},
)


# NM-07: re-opened, and NM-14: paused
def hist(service, clause, target, events, exp, options=None, asOf=None):
    case(
        service,
        clause,
        dict(
            target=target,
            history=[dict(at=iso(p(t)), **e) for t, e in events],
            asOf=iso(p(asOf or events[-1][0])),
        ),
        exp,
        options,
    )


def reopen(c, r, o, mode):
    if mode == "resume":
        used = count(p(c), p(r), "core")
        return addmin(p(o), 2880 - used, "core")
    if mode == "continue":
        return addmin(p(c), 2880, "core")
    if mode == "restart":
        return addmin(p(o), 2880, "core")


for c, r, o in [
    ("2026-12-23T15:00", "2026-12-24T12:00", "2026-12-26T12:00"),
    ("2026-10-23T16:00", "2026-10-24T10:00", "2026-10-26T09:00"),
    ("2027-03-25T10:00", "2027-03-25T21:30", "2027-03-28T03:00"),
]:
    for mode in ("resume", "continue", "restart"):
        hist(
            "nhsmail",
            "NM-07",
            "incidentResolution",
            [(c, {"state": "new"}), (r, {"state": "resolved"}), (o, {"state": "reopened"})],
            reopen(c, r, o, mode),
            {"reopened": mode},
        )
c, w, b = "2026-12-23T15:00", "2026-12-24T10:00", "2026-12-29T10:00"
used = count(p(c), p(w), "core")
hist(
    "nhsmail",
    "NM-14",
    "incidentResolution",
    [(c, {"state": "new"}), (w, {"state": "awaiting-user-info"}), (b, {"state": "in-progress"})],
    addmin(p(b), 2880 - used, "core"),
)
hist(
    "nhsmail",
    "NM-14",
    "incidentResolution",
    [(c, {"state": "new"}), (w, {"state": "awaiting-user-info"}), (b, {"state": "in-progress"})],
    addmin(p(c), 2880, "core"),
    {"pauseAwaitingUserInfo": "no"},
)


# NM-08: progress updates
def rec(service, clause, name, frm, done, asOf, exps, options=None, facts=None):
    case(
        service,
        clause,
        dict(
            recurrence=name,
            **{"from": iso(p(frm))},
            done=[iso(p(d)) for d in done],
            asOf=iso(p(asOf)),
        ),
        [iso(e) for e in exps],
        options,
    )


s = "2026-12-23T10:00"
d1 = "2026-12-24T09:00"
d2 = "2026-12-31T16:00"
rec(
    "nhsmail",
    "NM-08",
    "escalationUpdate",
    s,
    [d1, d2],
    "2027-01-01T00:00",
    [wdays(p(s), 2), wdays(p(d1), 2), wdays(p(d2), 2)],
)
a = wdays(p(s), 2)


def grid(s, n, k):
    r = []
    d = loc(p(s)).date()
    for i in range(k):
        d = nthWD(d, n)
        r.append(eod(d))
    return r


rec(
    "nhsmail",
    "NM-08",
    "escalationUpdate",
    s,
    [d1, d2],
    "2027-01-01T00:00",
    grid(s, 2, 3),
    {"progressUpdates": "grid"},
)
s = "2026-11-21T12:00"
rec("nhsmail", "NM-08", "escalationUpdate", s, [], "2026-11-22T00:00", [wdays(p(s), 2)])
# NM-11, NM-18: 72 hours
for s in ["2026-11-20T17:00", "2026-10-23T12:00", "2027-03-26T00:30", "2027-04-05T00:00"]:
    case(
        "nhsmail", "NM-11", dict(window="reopen", **{"from": iso(p(s))}), p(s) + timedelta(hours=72)
    )
    case(
        "nhsmail",
        "NM-18",
        dict(milestone="automaticClosure", step="automaticClosure", **{"from": iso(p(s))}),
        p(s) + timedelta(hours=72),
    )
s = "2026-12-24T17:00"
case(
    "nhsmail",
    "NM-11",
    dict(window="reopen", **{"from": iso(p(s))}),
    addmin(p(s), 72 * 60, "wd24"),
    {"reopenWindow": "weekdays"},
)


# NM-13 to NM-16: reminders
def frozen(s, div=EW, last="wd24"):
    r = []
    t = p(s)
    for i in range(4):
        k = last if i == 3 else "wd24"
        t = addmin(t, 1440, k, div)
        if k == "wd24":
            while not isWD(loc(t).date(), div):
                t = wall(loc(t).date() + timedelta(days=1))
        r.append(t)
    return r


def roll(s, div=EW):
    r = []
    t = p(s)
    for i in range(4):
        t = t + timedelta(hours=24)
        l = loc(t)
        d = l.date()
        while not isWD(d, div):
            d += timedelta(days=1)
        if d != l.date():
            t = wall(d, l.hour, l.minute)
        r.append(t)
    return r


STEPS = ["firstReminder", "secondReminder", "thirdReminder", "autoResolution"]
for s in [
    "2026-12-25T12:00",
    "2026-12-25T00:00",
    "2026-11-25T00:00",
    "2027-03-29T00:00",
    "2026-11-20T10:00",
    "2026-10-23T15:30",
    "2026-12-31T00:00",
    "2027-04-30T23:59",
    "2026-11-21T10:00",
]:
    for st, t in zip(STEPS, frozen(s)):
        case(
            "nhsmail",
            "NM-13",
            dict(milestone="informationRequest", step=st, **{"from": iso(p(s))}),
            t,
        )
for s in ["2026-11-21T10:00", "2026-12-24T11:30"]:
    for st, t in zip(STEPS, roll(s)):
        case(
            "nhsmail",
            "NM-13",
            dict(milestone="informationRequest", step=st, **{"from": iso(p(s))}),
            t,
            {"reminders": "roll-forward"},
        )
s = "2026-12-23T11:30"
for st, t in zip(STEPS, frozen(s, last="clock")):
    case(
        "nhsmail",
        "NM-15",
        dict(milestone="informationRequest", step=st, **{"from": iso(p(s))}),
        t,
        {"autoResolution": "clock"},
    )
s = "2026-12-31T12:00"
for st, t in zip(STEPS, frozen(s, "scotland")):
    case(
        "nhsmail",
        "NM-16",
        dict(milestone="informationRequest", step=st, **{"from": iso(p(s))}),
        t,
        {"division": "scotland"},
    )
# NHS login
HRS = {"1": 4, "2": 8, "3": 20, "4": 80, "5": 200}
DAYS = {"1": 30, "2": 60, "3": 120, "4": 240, "5": 360}
for sev, h in HRS.items():
    for s in ["2026-12-24T16:30", "2026-10-24T03:00"]:
        tgt(
            "nhs-login",
            "NL-SEV" + sev,
            "incidentResolution",
            iso(p(s)),
            addmin(p(s), h * 60, "support"),
            sev=sev,
        )
for sev, n in DAYS.items():
    for s in ["2026-11-20T10:00", "2026-12-25T09:00"]:
        tgt("nhs-login", "NL-PRB" + sev, "problemFix", iso(p(s)), wdays(p(s), n), sev=sev)


# regrade: sev3 -> sev1 after used
def regr(s, c, frm, to, mode):
    used = count(p(s), p(c), "support")
    if mode == "carry-elapsed":
        rest = HRS[to] * 60 - used
        return p(c) if rest <= 0 else addmin(p(c), rest, "support")
    if mode == "restart":
        return addmin(p(c), HRS[to] * 60, "support")
    d = addmin(p(s), HRS[to] * 60, "support")
    return d


for mode in ("carry-elapsed", "retroactive", "restart"):
    hist(
        "nhs-login",
        "NL-SEV2",
        "incidentResolution",
        [
            ("2026-12-24T10:00", {"state": "new", "severity": "3"}),
            ("2026-12-24T15:00", {"severity": "2"}),
        ],
        regr("2026-12-24T10:00", "2026-12-24T15:00", "3", "2", mode),
        {"severityChange": mode},
    )
for s in [
    "2026-11-30T09:00",
    "2026-12-31T23:30",
    "2027-11-29T08:00",
    "2026-05-31T10:00",
    "2026-08-31T12:00",
]:
    tgt("nhs-login", "NL-08", "serviceRequest", iso(p(s)), months(p(s), 3))
for s in ["2026-10-24T12:00", "2027-03-27T12:00"]:
    case(
        "nhs-login",
        "NL-10",
        dict(window="recoveryPoint", **{"from": iso(p(s))}),
        p(s) + timedelta(hours=24),
    )
PH = {"partnerHours": "nhs-login-support"}
for s in [
    "2026-11-20T17:45",
    "2026-11-21T02:00",
    "2026-12-24T18:00",
    "2026-11-23T07:50",
    "2026-11-23T12:00",
]:
    tgt("nhs-login", "NL-11", "hssiNotification", iso(p(s)), addmin(p(s), 30, "support"), PH)
tgt(
    "nhs-login",
    "NL-11",
    "hssiNotification",
    iso(p("2026-11-21T02:00")),
    p("2026-11-21T02:00") + timedelta(minutes=30),
    {"hssiClock": "clock"},
)
for s in ["2026-11-21T02:00", "2026-10-25T00:45", "2027-03-28T00:45"]:
    tgt("nhs-login", "NL-13", "multiPartyIntervention", iso(p(s)), p(s) + timedelta(minutes=30))
for y, m in ((2026, 2), (2026, 11), (2026, 12), (2027, 3), (2028, 4), (2026, 5)):
    n = sum(isWD(date(y, m, d)) for d in range(1, calendar.monthrange(y, m)[1] + 1))
    case("nhs-login", "NL-06", dict(availability="service", month=f"{y}-{m:02d}"), f"{3*n} min")


def monthly(s, k, keep=True):
    return [months(p(s), i, keep=keep) for i in range(1, k + 1)]


s = "2026-11-30T12:00"
rec("nhs-login", "NL-07", "serviceReport", s, [], "2027-03-31T13:00", monthly(s, 5))
s = "2027-01-30T12:00"
rec("nhs-login", "NL-07", "serviceReport", s, [], "2027-03-31T13:00", monthly(s, 3))
# GPSoC
for s in ["2026-11-02T09:00", "2026-09-20T09:00", "2027-02-20T12:00"]:
    case(
        "gpsoc",
        "GP-01",
        dict(window="deploymentVerification", **{"from": iso(p(s))}),
        cdays(p(s), 45),
    )
s = "2026-11-02T09:00"
case(
    "gpsoc",
    "GP-01",
    dict(window="deploymentVerification", **{"from": iso(p(s))}),
    cdays(p(s), 45, "eod"),
    {"verificationEnd": "end-of-day"},
)
case(
    "gpsoc",
    "GP-01",
    dict(window="deploymentVerification", **{"from": iso(p(s))}),
    cdays(p(s), 30),
    {"verificationDays": 30},
)
for s in ["2026-11-20T20:00", "2026-12-24T10:00", "2027-03-28T01:30"]:
    tgt("gpsoc", "GP-04", "escalationAcknowledgement", iso(p(s)), wdays(p(s), 1))
tgt(
    "gpsoc",
    "GP-04",
    "escalationAcknowledgement",
    iso(p("2026-12-31T10:00")),
    wdays(p("2026-12-31T10:00"), 1, "scotland", due="same"),
    {"division": "scotland", "acknowledgement": "same-time"},
)
s = "2026-10-12T10:00"
d = "2026-10-22T15:00"
rec("gpsoc", "GP-05", "trackerUpdate", s, [d], "2026-10-23T00:00", [cdays(p(s), 7), cdays(p(d), 7)])
rec(
    "gpsoc",
    "GP-05",
    "trackerUpdate",
    s,
    [],
    "2026-11-03T00:00",
    [cdays(p(s), 7 * i) for i in (1, 2, 3, 4)],
    {"trackerUpdates": "grid"},
)
s = "2026-11-30T14:00"
rec("gpsoc", "GP-07", "serviceReview", s, [], "2027-03-31T15:00", monthly(s, 5))
case(
    "gpsoc",
    "GP-09",
    dict(milestone="documentReview", step="review", **{"from": iso(p("2009-06-15T00:00"))}),
    months(p("2009-06-15T00:00"), 1),
)
# Patient Access
for s in ["2026-11-16T10:00", "2026-12-24T10:00", "2027-03-25T23:30"]:
    tgt("patient-access", "PA-01", "escalationResponse", iso(p(s)), wdays(p(s), 5))
    tgt("patient-access", "PA-02", "complaintResponse", iso(p(s)), wdays(p(s), 10))
    tgt("patient-access", "PA-04", "formalAcknowledgement", iso(p(s)), wdays(p(s), 3))
    tgt("patient-access", "PA-05", "complaintInvestigation", iso(p(s)), cdays(p(s), 10, "eod"))
    tgt(
        "patient-access",
        "PA-05",
        "complaintInvestigation",
        iso(p(s)),
        wdays(p(s), 10),
        {"investigation": "working"},
    )
    tgt(
        "patient-access",
        "PA-05",
        "complaintInvestigation",
        iso(p(s)),
        cdays(p(s), 10),
        {"lastDay": "by-unit"},
    )
    tgt(
        "patient-access",
        "PA-01",
        "escalationResponse",
        iso(p(s)),
        wdays(p(s), 5, due="same"),
        {"lastDay": "same-time"},
    )
    case(
        "patient-access",
        "PA-07",
        dict(milestone="followUp", step="follow-up", **{"from": iso(p(s))}),
        cdays(p(s), 7),
    )
    case(
        "patient-access",
        "PA-07",
        dict(milestone="followUp", step="follow-up", **{"from": iso(p(s))}),
        wdays(p(s), 7, due="same"),
        {"followUp": "working"},
    )
    t = cdays(p(s), 7)
    l = loc(t)
    dd = l.date()
    while not isWD(dd):
        dd += timedelta(days=1)
    case(
        "patient-access",
        "PA-07",
        dict(milestone="followUp", step="follow-up", **{"from": iso(p(s))}),
        wall(dd, l.hour, l.minute),
        {"followUp": "roll-forward"},
    )


def pa3(inc, disc, mode="complaint", due="eod"):
    ways = []
    if inc:
        ways.append(months(p(inc), 6, due))
    if disc:
        a = months(p(disc), 6, due)
        if mode == "complaint":
            b = months(p(inc), 12, due) if inc else None
            ways.append(min(a, b) if b else a)
        else:
            if inc is None or p(disc) < months(p(inc), 12, due):
                ways.append(a)
    return max(ways)


for inc, disc in [
    ("2026-08-31T10:00", None),
    ("2026-06-01T10:00", "2026-11-02T10:00"),
    ("2026-03-01T10:00", "2026-12-01T10:00"),
    ("2026-03-01T10:00", "2026-03-02T10:00"),
    (None, "2026-08-31T10:00"),
    ("2028-02-29T10:00", "2028-08-31T23:30"),
]:
    ev = {}
    if inc:
        ev["incident"] = iso(p(inc))
    if disc:
        ev["discovery"] = iso(p(disc))
    case("patient-access", "PA-03", dict(window="complaint", events=ev), pa3(inc, disc))
    case(
        "patient-access",
        "PA-03",
        dict(window="complaint", events=ev),
        pa3(inc, disc, "discovery"),
        {"outerLimit": "discovery"},
    )
    case(
        "patient-access",
        "PA-03",
        dict(window="complaint", events=ev),
        pa3(inc, disc, due="same"),
        {"lastDay": "same-time"},
    )
rows = ",\n".join("  " + json.dumps(each) for each in out)
(HERE / "instants.json").write_text("[\n" + rows + "\n]\n")
