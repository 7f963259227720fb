#!/usr/bin/python3
"""Recurrences beside what python3-dateutil makes of them:

    tests/oracles/recurrence.py PROGRAM

PROGRAM is tests/support/recurrence_main.cpp. Six hundred rules by chance and some by hand, over six
years from starts of their own: 29 February and weeks over the end of a year are among them.
"""
import datetime
import random
import subprocess
import sys

from dateutil.rrule import rrulestr

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
BY_HAND = [
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29"),
    ("FREQ=YEARLY", "2024-02-29"),
    ("FREQ=MONTHLY", "2024-01-31"),
    ("FREQ=MONTHLY;BYMONTHDAY=31", "2024-01-31"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "2024-01-31"),
    ("FREQ=MONTHLY;BYMONTHDAY=29,30,31;BYSETPOS=-1", "2024-01-01"),
    ("FREQ=YEARLY;BYYEARDAY=-1,366", "2024-01-01"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU", "2024-12-29"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=MO", "2024-12-29"),
    ("FREQ=DAILY;INTERVAL=7", "2024-02-22"),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2024-01-01"),
    ("FREQ=YEARLY;BYDAY=-1MO;BYMONTH=12", "2024-01-01"),
    ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29", "2024-01-01"),
]


def some(chance, values, most=3):
    return ",".join(str(value) for value in sorted(chance.sample(values, chance.randint(1, most)), key=str))


def positions(chance, most):
    return some(chance, [n for n in range(-most, most + 1) if n != 0])


def by_chance(chance):
    frequency = chance.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    parts = {"FREQ": frequency}
    if chance.random() < 0.5:
        parts["INTERVAL"] = chance.randint(1, 4)
    if frequency == "DAILY":
        if chance.random() < 0.4:
            parts["BYDAY"] = some(chance, DAYS)
        if chance.random() < 0.3:
            parts["BYMONTH"] = some(chance, range(1, 13))
    elif frequency == "WEEKLY":
        if chance.random() < 0.8:
            parts["BYDAY"] = some(chance, DAYS)
        if chance.random() < 0.3:
            parts["WKST"] = chance.choice(DAYS)
    elif frequency == "MONTHLY":
        way = chance.randint(0, 3)
        if way == 0:
            parts["BYMONTHDAY"] = positions(chance, 31)
        elif way == 1:
            parts["BYDAY"] = ",".join(f"{chance.choice([1, 2, 3, 4, 5, -1, -2])}{day}"
                                      for day in chance.sample(DAYS, chance.randint(1, 2)))
        elif way == 2:
            parts["BYDAY"] = some(chance, DAYS, 5)
            parts["BYSETPOS"] = positions(chance, 4)
        if chance.random() < 0.3:
            parts["BYMONTH"] = some(chance, range(1, 13))
    else:
        way = chance.randint(0, 3)
        if way == 0:
            parts["BYYEARDAY"] = positions(chance, 366)
        elif way == 1:
            parts["BYMONTH"] = some(chance, range(1, 13))
            parts["BYMONTHDAY"] = positions(chance, 31)
        elif way == 2:
            parts["BYMONTH"] = some(chance, range(1, 13))
            parts["BYDAY"] = f"{chance.choice([1, 2, 3, 4, 5, -1])}{chance.choice(DAYS)}"
        else:
            parts["BYDAY"] = f"{chance.choice([1, 2, 20, 52, 53, -1, -10])}{chance.choice(DAYS)}"
    end = chance.random()
    if end < 0.2:
        parts["COUNT"] = chance.randint(1, 30)
    elif end < 0.4:
        parts["UNTIL"] = f"{chance.randint(2025, 2029)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
    return ";".join(f"{name}={value}" for name, value in parts.items())


def expected(rule, start, first, last):
    days = rrulestr(rule, dtstart=datetime.datetime.fromisoformat(start)).between(
        datetime.datetime.fromisoformat(first), datetime.datetime.fromisoformat(last), inc=True)
    return " ".join(day.date().isoformat() for day in days)


def main():
    chance = random.Random(5545)
    cases = list(BY_HAND)
    for _ in range(600):
        start = datetime.date(2024, 1, 1) + datetime.timedelta(days=chance.randint(0, 400))
        cases.append((by_chance(chance), start.isoformat()))
    first, last = "2024-06-01", "2030-06-30"
    lines = "".join(f"{rule} {start} {first} {last}\n" for rule, start in cases)
    printed = subprocess.run([sys.argv[1]], input=lines, capture_output=True, encoding="utf-8",
                             check=True).stdout.splitlines()
    wrong = 0
    found = 0
    for (rule, start), days in zip(cases, printed, strict=True):
        wanted = expected(rule, start, first, last)
        days = "" if days == "never" else days
        found += len(days.split())
        if days != wanted:
            wrong += 1
            print(f"{rule} from {start}\n  ours:     {days[:200]}\n  dateutil: {wanted[:200]}")
    if found < 10_000:
        sys.exit(f"only {found} days were compared")
    if wrong:
        sys.exit(f"{wrong} of {len(cases)} rules differ")


main()
