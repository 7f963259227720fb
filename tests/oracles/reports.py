#!/usr/bin/python3
"""The monthly report as a workbook, beside its JSON:

    tests/oracles/reports.py PROGRAM FIXTURES

openpyxl reads numbers where figures stand, texts where codes do, tables, charts and a row for each visit.
"""
import datetime
import json
import os
import sys
import tempfile

import openpyxl

from programs import check, dudao, without_settings

FIXTURES = os.path.abspath(sys.argv[2])


def table_of(sheet, number=0):
    """The header and the rows of a table."""
    name = list(sheet.tables)[number]
    cells = [[cell.value for cell in row] for row in sheet[sheet.tables[name].ref]]
    return cells[0], cells[1:]


def column(sheet, name, number=0):
    header, rows = table_of(sheet, number)
    return [row[header.index(name)] for row in rows]


def check_book(book, report, visits):
    check(len(book.worksheets) > 8, "sheets are missing", book.sheetnames)
    figures = dict(zip(*[column(book["Key figures"], name) for name in ("Figure", "This month")]))
    scores = report["scores"]
    check(figures["Visits"] == scores["visits"], "other visits", figures)
    check(abs(figures["Mean score"] * 100 - scores["mean"]["now"]) < 1e-9, "another mean", figures, scores)
    trend = book["Trend"]
    check(column(trend, "Month")[-1] == report["month"], "another month", column(trend, "Month"))
    check(sum(column(trend, "Visits")) == sum(point["visits"] for point in report["trend"]), "another trend")
    check(len(trend._charts) == 2, "the trend has no charts", trend._charts)
    header, rows = table_of(book["Visits"])
    check(len(rows) == visits == scores["visits"], "not a row for each visit", len(rows), visits)
    check(all(isinstance(row[1], datetime.datetime) and isinstance(row[2], str) for row in rows), "days or codes", rows[0])
    check(isinstance(rows[0][header.index("Percentage")], float), "a percentage that is no number", rows[0])
    check(book["Visits"].freeze_panes == "A4", "the header does not stay", book["Visits"].freeze_panes)
    for sheet in book.worksheets:
        for table in sheet.tables.values():
            columns = [each.name for each in table.tableColumns]
            check(len(set(columns)) == len(columns), "a column twice", sheet.title, columns)


def main():
    without_settings(DUDAO_ACTOR="admin", DUDAO_NOW="2026-11-01 09:00", DUDAO_SEED="1", DUDAO_DEVICE="REPORTS")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        dudao("-q", "init", "shop", "--name", "测试连锁")
        os.chdir("shop")
        dudao("-q", "people", "import", f"{FIXTURES}/people.csv")
        dudao("-q", "store", "import", f"{FIXTURES}/stores.csv")
        dudao("-q", "checklist", "publish", f"{FIXTURES}/tea.yaml")
        os.environ["DUDAO_NOW"] = "2026-11-30 09:00"
        dudao("-q", "inspect", "import", f"{FIXTURES}/answers.csv", "--checklist", "tea@1")
        for name in "one", "two":
            dudao("--lang", "en", "-q", "report", "month", "2026-11", "-o", f"{name}.xlsx")
        with open("one.xlsx", "rb") as one, open("two.xlsx", "rb") as two:
            check(one.read() == two.read(), "other bytes the second time")
        report = json.loads(dudao("report", "month", "2026-11", "--json"))
        visits = len(json.loads(dudao("inspect", "list", "--from", "2026-11-01", "--json"))["inspections"])
        check_book(openpyxl.load_workbook("one.xlsx"), report, visits)
        dudao("--lang", "zh-CN", "-q", "report", "month", "2026-11", "-o", "zh.xlsx")
        check(openpyxl.load_workbook("zh.xlsx").sheetnames[-1] == "巡检明细", "not in Chinese")
        os.chdir("/")


main()
