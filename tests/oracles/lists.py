#!/usr/bin/python3
"""Lists that other programs write and read, beside what we make of them:

    tests/oracles/lists.py PROGRAM

Python's csv, csvkit, openpyxl and xlsx2csv are the oracles. Debian's Python, which has them.
"""
import csv
import datetime
import io
import json
import os
import random
import tempfile

import openpyxl
from openpyxl.cell import WriteOnlyCell

from programs import check, dudao, run, without_settings

ATTRIBUTES = ["备注", "标注 2"]
NASTY = ["=1+1", "-1", "+86 571 8888", "@x", "'", "00123", "1e5", "12345678901234567890", "a\"b,c;d",
         "<&>", "两行\n一格", "|", "𠮷野家🏪", "TRUE", "2026-11-05", "1/2", "#N/A", "naïve", "\\N", "null"]


def differences(one, other):
    return [pair for pair in zip(one, other) if pair[0] != pair[1]][:3] or [len(one), len(other)]


def a_list(chance):
    """Rows of a list with everything that programs trip over."""
    rows = [["code", "name", "address", "lat", "lon", "opened_on", "status", "phone", *ATTRIBUTES]]
    for number in range(60):
        placed = chance.random() < 0.7
        day = datetime.date(1995, 1, 1) + datetime.timedelta(chance.randrange(12000))
        rows.append([f"{number:05}", chance.choice(NASTY), chance.choice([*NASTY, ""]),
                     f"{chance.randrange(-9, 9) * 10 + chance.randrange(10**7) / 10**7:.7f}" if placed else "",
                     f"{chance.randrange(-17, 17) * 10 + chance.randrange(10**7) / 10**7:.7f}" if placed else "",
                     day.isoformat() if chance.random() < 0.8 else "", chance.choice(["open", "suspended"]),
                     chance.choice(["0571-88880000", ""]), *(chance.choice([*NASTY, ""]) for _ in ATTRIBUTES)])
    return rows


def written(rows, **style):
    out = io.StringIO()
    csv.writer(out, **style).writerows(rows)
    return out.getvalue()


def shown(value):
    """A cell of openpyxl's as our CSV has it."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return f"{value:.7f}".rstrip("0").rstrip(".")
    return str(value)


def check_unchanged(file, text=None):
    done = json.loads(dudao("store", "import", file, "--json", text=text))
    check((done["unchanged"], done["rejected"]) == (60, 0), f"importing {file} changes something", done)


def check_export():
    """What we write is what the others read, and what they make of it changes nothing."""
    ours = list(csv.reader(io.StringIO(dudao("store", "export"))))
    dudao("-q", "store", "export", "-o", "ours.xlsx")
    sheet = openpyxl.load_workbook("ours.xlsx")["stores"]
    theirs = [[shown(cell.value) for cell in row] for row in sheet.iter_rows()]
    # What begins with an apostrophe before a formula has one more in CSV alone.
    check(theirs == ours, "openpyxl reads another list", *differences(theirs, ours))
    check(sheet.freeze_panes == "A2", "the header is not frozen")
    check({(row[0].data_type, row[0].number_format) for row in sheet.iter_rows()} == {("s", "@")},
          "codes are no texts")
    check(not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row), "there is a formula")
    theirs = list(csv.reader(io.StringIO(run("xlsx2csv", "-f", "%Y-%m-%d", "ours.xlsx"))))
    theirs = [[shown(float(cell)) if at in (7, 8) and cell and number else cell for at, cell in enumerate(row)]
              + [""] * (len(ours[0]) - len(row)) for number, row in enumerate(theirs)]
    check(theirs == ours, "xlsx2csv reads another list", *differences(theirs, ours))

    dudao("-q", "store", "export", "-o", "ours.csv")
    for delimiter in ";", "\t", "|":
        check_unchanged("-", run("csvformat", "-D", delimiter, "ours.csv"))
    check_unchanged("-", run("csvjson", "--no-inference", "--blanks", "ours.csv"))
    check_unchanged("-", run("csvjson", "--no-inference", "--blanks", "--stream", "ours.csv"))


def check_workbook(rows, write_only):
    """A workbook of openpyxl's, with numbers and days as such, is the list that it was made from."""
    book = openpyxl.Workbook(write_only=write_only)
    sheet = book.create_sheet("门店") if write_only else book.active
    for number, row in enumerate(rows):
        cells = []
        for name, text in zip(rows[0], row):
            value = text
            if number > 0 and text and name in ("lat", "lon"):
                value = float(text)
            elif number > 0 and text and name == "opened_on":
                value = datetime.date.fromisoformat(text)
            cell = WriteOnlyCell(sheet, value) if write_only else sheet.cell(number + 1, len(cells) + 1, value)
            if isinstance(value, str) and value:
                cell.data_type = "s"  # openpyxl takes = for a formula and # for an error
            cells.append(cell)
        if write_only:
            sheet.append(cells)
    book.save("theirs.xlsx")
    check_unchanged("theirs.xlsx")


def main():
    without_settings(DUDAO_LANG="en", DUDAO_ACTOR="admin")
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(3):
            os.chdir(folder)
            dudao("-q", "init", f"shop{seed}")
            os.chdir(f"shop{seed}")
            rows = a_list(random.Random(seed))
            styles = [{"lineterminator": "\n"}, {"delimiter": ";", "quoting": csv.QUOTE_ALL}, {"delimiter": "\t"}]
            done = json.loads(dudao("store", "import", "-", "--json", text=written(rows, **styles[seed])))
            check((done["added"], done["rejected"]) == (60, 0), "Python's CSV is not read", done)
            check_export()
            check_workbook(rows, write_only=False)
            check_workbook(rows, write_only=True)
        os.chdir("/")


main()
