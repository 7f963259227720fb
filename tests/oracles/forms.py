#!/usr/bin/python3
"""Forms for rounds, filled in with another program and read back:

    tests/oracles/forms.py PROGRAM FIXTURES

openpyxl stands for the spreadsheet. In each language the form says the same, and its answers are read.
"""
import json
import os
import shutil
import sys
import tempfile

import openpyxl

from programs import check, dudao, without_settings

FIXTURES = os.path.abspath(sys.argv[2])
TO_FILL_IN = {"en": ["Inspection time", "Result", "Remark", "Photo"],
              "zh-CN": ["巡检时间", "结果", "备注", "照片"],
              "zh-TW": ["巡檢時間", "結果", "備註", "照片"]}
WORDS = {"en": "pass,partial,fail,na", "zh-CN": "合格,部分符合,不合格,不适用", "zh-TW": "合格,部分符合,不合格,不適用"}


def choices_of(sheet):
    """The words that drop down in each cell."""
    return {cell: rule.formula1.strip('"').split(",")
            for rule in sheet.data_validations.dataValidation
            for cells in rule.sqref.ranges for row in cells.rows for cell in row}


def check_form(sheet, language):
    header = [cell.value for cell in sheet[1]]
    check(sheet.protection.sheet, "the sheet is not protected")
    opened = {header[cell.column - 1] for row in sheet.iter_rows(min_row=2) for cell in row
              if not cell.protection.locked}
    check(opened == set(TO_FILL_IN[language]), "other cells can be changed", opened)
    check(sheet.max_row == 11, "not five rows for each of two stores", sheet.max_row)
    check(f'"{WORDS[language]}"' in [rule.formula1 for rule in sheet.data_validations.dataValidation],
          "the words do not drop down", sheet.data_validations.dataValidation)
    return {name: number for number, name in enumerate(header)}


def fill_in(file, language, last):
    """Fills in the first store with the first, or the last but one, of the words; the other stays blank."""
    book = openpyxl.load_workbook(file)
    sheet = book.active
    columns = check_form(sheet, language)
    time, result, remark, photo = (columns[name] for name in TO_FILL_IN[language])
    choices = choices_of(sheet)
    for row in sheet.iter_rows(min_row=2, max_row=6):
        row[time].value = f"2026-11-0{3 + last} 10:00"  # as spreadsheets keep what the formula gives
        words = choices.get((row[result].row, row[result].column))
        row[result].value = words[-2 if last else 0] if words else "3.5"
        row[remark].value = f"{language}: {row[result].value}"
    sheet.cell(2, photo + 1).value = "photo.jpg"
    for row in sheet.iter_rows(min_row=7):
        row[time].value = None
    book.save(file)


def main():
    without_settings(DUDAO_ACTOR="Z01", DUDAO_NOW="2026-11-01 09:00")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        dudao("-q", "init", "shop", "--actor", "admin")
        os.chdir("shop")
        for noun in "people", "store":
            listed = "people.csv" if noun == "people" else "stores.csv"
            dudao("-q", noun, "import", f"{FIXTURES}/{listed}", "--actor", "admin")
        dudao("-q", "checklist", "publish", f"{FIXTURES}/tea.yaml", "--actor", "admin")
        with open("photo.jpg", "wb") as file:
            file.write(b"\xff\xd8\xff photo")
        os.environ["DUDAO_NOW"] = "2026-11-10 09:00"
        for language in WORDS:
            shutil.copytree(".", f"../{language}")
            os.chdir(f"../{language}")
            for last in False, True:
                form = f"form{last}.xlsx"
                dudao("--lang", language, "-q", "inspect", "sheet", "S001", "S002", "--checklist", "tea", "-o", form)
                fill_in(form, language, last)
                done = json.loads(dudao("inspect", "import", form, "--json"))
                seen = done["rows"], done["added"], done["answers"], done["rejected"]
                check(seen == (10, 1, 5, 0), "the form is not read", done)
                visits = json.loads(dudao("inspect", "list", "--json"))["inspections"]
                check(visits[0]["results"] == ("PFP5c" if last else "PPP1a"), "other answers are read", visits[0])
            os.chdir("../shop")
        os.chdir("/")


main()
