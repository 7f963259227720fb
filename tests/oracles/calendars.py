#!/usr/bin/python3
"""The days of visits as iCalendar, beside what the icalendar package reads:

    tests/oracles/calendars.py PROGRAM FIXTURES

Lines end and fold as RFC 5545 says; visits keep their UIDs, changes raise SEQUENCE, what is called off or went to
somebody else is cancelled; texts come back as they are.
"""
import datetime
import json
import os
import sys
import tempfile

import icalendar

from programs import check, dudao, without_settings

FIXTURES = os.path.abspath(sys.argv[2])


def events_of(*arguments):
    """The events by UID."""
    dudao("-q", "--lang", "zh-CN", "plan", "calendar", "2026-11", *arguments, "-o", "visits.ics")
    with open("visits.ics", "rb") as file:
        data = file.read()
    check(data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b""), "lines without CR and LF")
    for line in data.split(b"\r\n"):
        check(len(line) <= 75, "a line of more than 75 bytes", line)
        line.decode("utf-8")
    calendar = icalendar.Calendar.from_ical(data)
    check(calendar["VERSION"] == "2.0" and calendar["PRODID"] and calendar["METHOD"] == "PUBLISH", "the head")
    events = calendar.walk("VEVENT")
    for event in events:
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        check(end - start == datetime.timedelta(days=1) and type(start) is datetime.date, "no whole day", event)
        check(event.decoded("DTSTAMP").tzinfo is not None, "a moment without a zone", event)
        check(not event.errors, "errors", event.errors)
    by_uid = {str(event["UID"]): event for event in events}
    check(len(by_uid) == len(events), "a UID twice")
    return by_uid


def main():
    without_settings(DUDAO_ACTOR="M01", DUDAO_NOW="2026-11-01 09:00", DUDAO_SEED="1", DUDAO_DEVICE="CALENDARS")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        dudao("-q", "--actor", "admin", "init", "shop", "--name", "测试连锁")
        os.chdir("shop")
        for actor, *command in [["admin", "people", "import", f"{FIXTURES}/people.csv"],
                                ["admin", "store", "import", f"{FIXTURES}/stores.csv"],
                                ["admin", "store", "edit", "S001", "--set", "address=南京西路1728号, 静安; 二楼\\左边" + "很长的地址" * 12],
                                ["admin", "checklist", "publish", f"{FIXTURES}/tea.yaml"],
                                ["M01", "plan", "create", "2026-11", "--checklist", "tea", "--title", "11月巡检"],
                                ["M01", "plan", "generate", "2026-11"],
                                ["M01", "plan", "assign", "2026-11"]]:
            dudao("-q", "--actor", actor, *command)
        address = json.loads(dudao("store", "show", "S001", "--json"))["store"]["address"]
        visits = {visit["unit"]: visit for visit in json.loads(dudao("plan", "visits", "2026-11", "--json"))["visits"]}
        uid = {unit: visit["id"] + "@dudao" for unit, visit in visits.items()}
        before = events_of("--inspector", "Z01")
        check(set(before) == {uid["S001"], uid["S002"]}, "other visits", before.keys(), uid)
        first = before[uid["S001"]]
        check(str(first["LOCATION"]) == address, "another text", str(first["LOCATION"]), address)
        check(first["STATUS"] == "CONFIRMED" and int(first["SEQUENCE"]) == 1, "the first time", first)
        check(str(first.decoded("DTSTART")) == visits["S001"]["day"], "another day", first, visits["S001"])

        dudao("-q", "plan", "move", visits["S001"]["id"], "--to", "2026-11-20", "--reason", "外出")
        dudao("-q", "plan", "move", visits["S002"]["id"], "--to", "2026-11-23", "--inspector", "Z02", "--reason", "换人")
        dudao("-q", "plan", "cancel", visits["S003"]["id"], "--reason", "装修")
        after = events_of("--inspector", "Z01")
        moved, given = after[uid["S001"]], after[uid["S002"]]
        check(int(moved["SEQUENCE"]) == 2 and str(moved.decoded("DTSTART")) == "2026-11-20", "not moved", moved)
        check(given["STATUS"] == "CANCELLED" and int(given["SEQUENCE"]) == 2, "not given away", given)
        check(str(given.decoded("DTSTART")) == visits["S002"]["day"], "cancelled on another day", given)
        other = events_of("--inspector", "Z02")
        check(other[uid["S002"]]["STATUS"] == "CONFIRMED", "not taken over", other[uid["S002"]])
        check(other[uid["S003"]]["STATUS"] == "CANCELLED", "not called off", other[uid["S003"]])
        check(len(events_of()) == 4, "not everybody's")


main()
