#!/usr/bin/python3
"""XLSForms by rules of others, and what phones would do with them:

    tests/oracles/xlsforms.py PROGRAM FIXTURES

Every form keeps to the published rules (https://xlsform.org). Its conditions, evaluated by libxml2 over
answers by chance, show the items that our own reading of the checklist shows, and ask for remarks and
photos where a result calls for them. Submissions as servers of ODK and KoboToolbox send them are read as
the same answers in a wide list are. Of each form the same checklist is made again.
"""
import csv
import glob
import json
import os
import random
import re
import sys
import tempfile

import openpyxl
from lxml import etree

from programs import check, dudao, without_settings

FIXTURES = os.path.abspath(sys.argv[2])
LIBRARY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../config/checklists/*.yaml")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
TYPES = {"start", "end", "calculate", "text", "integer", "decimal", "date", "time", "dateTime", "image",
         "begin_group", "end_group"}
VISIT = {"start", "end", "checklist", "unit", "inspector", "at"}


def text_of(nodes):
    value = nodes[0] if isinstance(nodes, list) else nodes
    return (value.text or "") if etree.iselement(value) else str(value)


FUNCTIONS = etree.FunctionNamespace(None)
FUNCTIONS["selected"] = lambda _, nodes, word: word in text_of(nodes).split(" ")
FUNCTIONS["count-selected"] = lambda _, nodes: len(text_of(nodes).split())
FUNCTIONS["regex"] = lambda _, nodes, pattern: re.search(pattern, text_of(nodes)) is not None


class Form:
    """A workbook as a converter to XForms would read it."""

    def __init__(self, file):
        book = openpyxl.load_workbook(file)
        check(book.sheetnames == ["survey", "choices", "settings"], "other sheets", book.sheetnames)
        self.rows = self.read(book["survey"])
        self.settings = self.read(book["settings"])[0]
        self.choices = {}
        for row in self.read(book["choices"]):
            self.choices.setdefault(row["list_name"], []).append(row)
        self.labels = [column for column in self.rows[3] if column.startswith("label")]
        self.check_rules()

    @staticmethod
    def read(sheet):
        rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        return [dict(zip(rows[0], row)) for row in rows[1:]]

    def check_rules(self):
        check(" " not in self.settings["form_id"] and self.settings["form_title"], "settings", self.settings)
        for name, choices in self.choices.items():
            names = [row["name"] for row in choices]
            check(len(set(names)) == len(names), "a choice twice", name)
            check(all(names) and not any(" " in each for each in names), "a choice that is no name", names)
            check(all(row[label] for row in choices for label in self.labels), "a choice without a label", name)
        open_groups, seen, siblings = [], set(), [set()]
        self.questions, self.groups = {}, {}
        for row in self.rows:
            kind = row["type"].split(" ")[0]
            if kind == "end_group":
                check(open_groups, "a group ends that did not begin", row)
                open_groups.pop()
                siblings.pop()
                continue
            name = row["name"]
            check(NAME.fullmatch(name), "no name for a question", row)
            check(name not in siblings[-1], "a name twice in a group", name)
            siblings[-1].add(name)
            self.groups[name] = list(open_groups)
            if kind == "begin_group":
                open_groups.append(name)
                siblings.append(set())
            else:
                check(name not in seen, "a question twice", name)
                seen.add(name)
                self.questions[name] = row
            if kind in ("select_one", "select_multiple"):
                check(row["type"].split(" ")[1] in self.choices, "no such list", row["type"])
            else:
                check(kind in TYPES, "no such type", row["type"])
            if kind not in ("start", "end", "calculate"):
                check(all(row[label] for label in self.labels), "no label", row)
        check(not open_groups, "a group does not end", open_groups)
        self.conditions = {}
        for row in self.rows:
            for column in "relevant", "constraint", "required":
                said = row[column]
                for name in re.findall(r"\$\{([^}]*)\}", said):
                    check(name in self.questions, "a condition on no question", said)
                if said and said != "yes":
                    self.conditions[said, row["name"]] = etree.XPath(self.path(said, row["name"]))

    @staticmethod
    def path(said, name):
        own = re.sub(r"(?<![\w/.'\"])\.(?![\w/])", f"/data/{name}", said) if "${" not in said else said
        return re.sub(r"\$\{([^}]*)\}", r"/data/\1", own)

    def holds(self, row, column, data):
        said = row[column]
        return said == "yes" or (said != "" and bool(self.conditions[said, row["name"]](data)))

    def shows(self, row, data):
        above = [self.row_of(group) for group in self.groups[row["name"]]]
        return all(not each["relevant"] or self.holds(each, "relevant", data) for each in [*above, row])

    def row_of(self, name):
        return next(row for row in self.rows if row["name"] == name)

    def fill_in(self, chance):
        """Answers by chance, as a phone keeps them: what does not show is empty."""
        data = etree.Element("data")
        nodes = {name: etree.SubElement(data, name) for name in self.questions}
        for name, row in self.questions.items():
            if name.endswith(".na"):
                nodes[name].text = "na" if chance.random() < 0.15 else ""
        for name, row in self.questions.items():
            node = nodes[name]
            shown = self.shows(row, data)
            if name.endswith(".na"):
                node.text = node.text if shown else ""
            elif name not in VISIT:
                must = row["required"].startswith("$") and self.holds(row, "required", data)
                node.text = self.answer(row, chance) if shown and (must or chance.random() < 0.95) else ""
            if node.text and row["constraint"] and not self.holds(row, "constraint", data):
                node.text = ""
        return data, nodes

    def answer(self, row, chance):
        kind, *rest = row["type"].split(" ")
        if kind == "select_one":
            return chance.choice(self.choices[rest[0]])["name"]
        if kind == "select_multiple":
            names = [each["name"] for each in self.choices[rest[0]]]
            picked = [each for each in names if each not in ("none", "na") and chance.random() < 0.4]
            return " ".join(picked) if picked else chance.choice([each for each in ("none", "na") if each in names])
        return {"decimal": lambda: str(chance.choice([-3, -2.5, 0, 5, 5.5, 7, 8, 12.25])),
                "integer": lambda: str(chance.choice([0, 1, 2, 3, 12])),
                "date": lambda: "2026-11-0" + str(chance.randint(1, 9)),
                "time": lambda: "22:30:00.000+08:00",
                "image": lambda: "photo.jpg",
                "text": lambda: "80; 1:50" if row["constraint"] else "a word"}[kind]()


def items_of(form, names):
    """(question, id) of the items, from the ids that the program knows."""
    keys = {re.sub("[.-]", "_", each.lstrip("_")): each for each in names}
    return [(name, keys[re.sub("[.-]", "_", name.lstrip("_"))]) for name in form.questions
            if name not in VISIT and re.sub("[.-]", "_", name.lstrip("_")) in keys]


def given(form, nodes, name):
    """What a person would type for the answer."""
    switch = nodes.get(f"{name}.na")
    if switch is not None and switch.text == "na":
        return "na"
    said, kind = nodes[name].text or "", form.questions[name]["type"].split(" ")[0]
    if kind == "select_multiple":
        return said.replace(" ", ";")
    if kind == "time":
        return said[:5]
    return "√" if kind == "image" and said else said


def check_conditions(file, form, chance):
    names = [item["item"] for item in json.loads(dudao("checklist", "try", file, "--json"))["items"]]
    questions = items_of(form, names)
    check(len(questions) == len(names), "not a question for each item", file)
    for _ in range(40 if file.endswith("forms.yaml") else 4):
        data, nodes = form.fill_in(chance)
        answers = [f"{item}={given(form, nodes, name)}" for name, item in questions if given(form, nodes, name)]
        tried = json.loads(dudao("checklist", "try", file, "--json", "--", *answers))
        results = {item["item"]: item["result"] for item in tried["items"]}
        for name, item in questions:
            row = form.questions.get(f"{name}.na", form.questions[name])
            shown = form.shows(row, data)
            check(shown == (results[item] != "hidden"), "another item shows", file, item, row, answers)
            if form.questions[name]["constraint"].startswith("regex"):
                continue  # of times taken a form does not know whether they are good enough
            for ending in "remark", "evidence":
                if f"{name}.{ending}" in form.questions:
                    asked = form.shows(form.questions[f"{name}.{ending}"], data)
                    bad = results[item] in ("fail", "partial")
                    also = results[item] == "na" if ending == "remark" else results[item] == "pass"
                    check(asked >= bad and asked <= (bad or also), "a remark or a photo is asked for wrongly",
                          file, item, results[item], asked, answers)
    return questions


def submissions(form, questions, chance, count):
    """The same visits as a wide list, and as two servers and one phone send them."""
    wide, central, flat, nested = [], [], [], []
    for number in range(count):
        data, nodes = form.fill_in(chance)
        at = f"2026-11-{number % 28 + 1:02} 10:{number % 60:02}"
        wide.append({"unit": "S001", "inspector": "Z01", "at": at, "ref": f"uuid:{number}",
                     **{item: given(form, nodes, name) for name, item in questions}})
        for name, item in questions:
            for ending in "remark", "evidence":
                node = nodes.get(f"{name}.{ending}")
                if node is not None and node.text:
                    wide[-1][f"{item}.{ending}"] = node.text
            if form.questions[name]["type"] == "image" and nodes[name].text:
                wide[-1][f"{item}.evidence"] = nodes[name].text
        visit = {"unit": "S001", "inspector": "Z01", "at": at.replace(" ", "T") + ":00.000+08:00",
                 "checklist": "forms@1", "start": "x", "end": "y"}
        values = {name: visit.get(name, node.text or "") for name, node in nodes.items()}
        central.append({"SubmissionDate": "2026-11-30T00:00:00Z",
                        **{"-".join([*form.groups[name], name]): value for name, value in values.items()},
                        "meta-instanceID": f"uuid:{number}", "KEY": f"uuid:{number}"})
        flat.append({"/".join([*form.groups[name], name]): value for name, value in values.items()})
        for name, row in form.questions.items():
            if row["type"].startswith("select_multiple"):
                for choice in form.choices[row["type"].split(" ")[1]]:
                    flat[-1]["/".join([*form.groups[name], name, choice["name"]])] = \
                        "1" if choice["name"] in values[name].split(" ") else "0"
        flat[-1].update({"_uuid": f"uuid:{number}", "_id": str(number), "_tags": ""})
        nested.append({"__id": f"uuid:{number}", "__system": {"submitterName": "x"}})
        for name, value in values.items():
            group = nested[-1]
            for each in form.groups[name]:
                group = group.setdefault(re.sub("[.-]", "_", each), {})
            is_number = form.questions[name]["type"] in ("decimal", "integer") and value
            group[re.sub("[.-]", "_", name)] = float(value) if is_number else (value or None)
    return wide, central, flat, nested


def write_csv(file, rows):
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with open(file, "w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, columns)
        writer.writeheader()
        writer.writerows(rows)


def recorded(shop, file, *options):
    """What a fresh store has after the import of the file."""
    dudao("-q", "init", shop, "--actor", "admin")
    within = "-C", shop, "--actor", "admin"
    dudao(*within, "-q", "people", "import", f"{FIXTURES}/people.csv")
    dudao(*within, "-q", "store", "import", f"{FIXTURES}/stores.csv")
    dudao(*within, "-q", "checklist", "publish", f"{FIXTURES}/forms.yaml")
    done = json.loads(dudao(*within, "inspect", "import", file, "--checklist", "forms@1", "--json", *options))
    check(done["rejected"] == 0 and done["added"] == 40, "not all are read", file, done)
    visits = json.loads(dudao(*within, "inspect", "list", "--json", "--limit", "100"))["inspections"]
    shown = [json.loads(dudao(*within, "inspect", "show", visit["id"], "--json")) for visit in visits]
    return shown, done


def check_submissions(form, questions, chance):
    wide, central, flat, nested = submissions(form, questions, chance, 40)
    os.mkdir("media")
    for file in "photo.jpg", "media/photo.jpg":
        with open(file, "wb") as out:
            out.write(b"\xff\xd8\xff photo")
    write_csv("wide.csv", wide)
    write_csv("central.csv", central)
    write_csv("flat.csv", flat)
    with open("central.json", "w", encoding="utf-8") as out:
        json.dump({"@odata.context": "x", "value": nested}, out)
    with open("flat.json", "w", encoding="utf-8") as out:
        json.dump({"count": 40, "results": flat}, out)
    expected, done = recorded("wide", os.path.abspath("wide.csv"))
    check(done["answers"] > 400, "hardly any answers", done)
    for file in "central.csv", "flat.csv", "central.json", "flat.json":
        seen, _ = recorded(file.replace(".", "_"), os.path.abspath(file), "--format", "odk")
        check(seen == expected, "other answers are read", file,
              len(seen), len(expected), *[(a, b) for a, b in zip(seen, expected) if a != b][:1])


OTHERS = {
    "survey": [["type", "name", "label", "label::Chinese (zh)", "hint", "required", "relevant", "constraint"],
               ["start", "start"], ["today", "today"], ["note", "hello", "Hello"],
               ["text", "unit", "Which shop", "哪家门店", None, "yes"],
               ["select_one yes_no", "open", "Open", "营业"],
               ["begin group", "hygiene", "Hygiene", "卫生", None, None, "${open} = 'yes'"],
               ["select_one yes_no", "floor", "Floor is clean", "地面干净", "Look below the shelves", "yes"],
               ["text", "why", "Why not", "原因", None, None, "${floor} = 'no'"],
               ["decimal", "temp", "Temperature", "温度", None, "true()", None, ". >= 0 and . <= 5"],
               ["begin_group", "pests", "Pests", "虫害", None, None, "selected(${floor}, 'no')"],
               ["select_multiple pest", "seen", "Seen", "所见"],
               ["integer", "how_many", "How many", "多少", None, None, "selected(${seen}, 'flies') and ${temp} > 1"],
               ["end_group"],
               ["end group"],
               ["begin repeat", "staff", "Staff", "员工"],
               ["select_one grade", "smile", "Smile", "微笑"],
               ["end repeat"],
               ["image", "front", "Front", "门头"],
               ["geopoint", "where", "Where", "位置"]],
    "choices": [["list_name", "name", "label"],
                ["yes_no", "yes", "Yes"], ["yes_no", "no", "No"],
                ["pest", "flies", "Flies"], ["pest", "mice", "Mice"],
                ["grade", "a", "A"], ["grade", "b", "B"], ["grade", "na", "Not applicable"]],
    "settings": [["form_title", "form_id", "version"], ["Patrol", "patrol", "2026110501"]]}
OF_OTHERS = """code: shop
version: "2026110501"
title: Patrol
sections:
  - id: S1
    title: Patrol
    items:
      - {id: Q5, text: {zh-CN: 哪家门店}, type: text}
      - {id: open, text: {zh-CN: 营业}, points: 1, na: forbid, required: false}
  - id: S2
    title: {zh-CN: 卫生}
    when: {item: open, is: pass}
    items:
      - {id: floor, text: {zh-CN: 地面干净}, points: 1, na: forbid, guidance: Look below the shelves}
      - {id: why, text: {zh-CN: 原因}, type: text, required: false, when: {item: floor, is: fail}}
      - {id: temp, text: {zh-CN: 温度}, type: number, points: 0, accept: {min: 0, max: 5}}
  - id: S3
    title: {zh-CN: 虫害}
    when: [{item: open, is: pass}, {item: floor, is: fail}]
    items:
      - {id: seen, text: {zh-CN: 所见}, type: choices, points: 0, options: [{value: flies, label: Flies, result: pass, deduct: 0}, {value: mice, label: Mice, result: pass, deduct: 0}], required: false}
      - {id: how_many, text: {zh-CN: 多少}, type: number, points: 0, required: false}
  - id: S4
    title: {zh-CN: 员工}
    repeat: {most: 10, ask: {zh-CN: 员工}}
    items:
      - {id: smile, text: {zh-CN: 微笑}, type: choice, points: 0, options: [{value: a, label: A, result: pass}, {value: b, label: B, result: pass}], required: false}
  - id: S5
    title: Patrol
    items:
      - {id: front, text: {zh-CN: 门头}, type: photo, required: false}
      - {id: where, text: {zh-CN: 位置}, type: text, required: false}
"""


def check_others():
    """A form that somebody else made: its questions, and what could not be carried over."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in OTHERS.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save("shop.xlsx")
    made = dudao("-q", "checklist", "import", "shop.xlsx")
    check(made == OF_OTHERS, "another checklist", made)
    dudao("-q", "checklist", "import", "shop.xlsx", "-o", "shop.yaml")
    dudao("-q", "checklist", "lint", "shop.yaml")


def add_rows(file, rows):
    """Puts questions into a form: (type, name, condition) after the row with the name."""
    book = openpyxl.load_workbook(file)
    survey = book["survey"]
    header = [cell.value for cell in survey[1]]
    label = next(at for at, column in enumerate(header) if column.startswith("label"))
    for after, *cells in rows:
        at = next(row[1].row for row in survey.iter_rows() if row[1].value == after) + 1
        survey.insert_rows(at)
        for column, value in zip((0, 1, label, header.index("relevant")), (*cells[:2], "added", *cells[2:])):
            survey.cell(at, column + 1, value)
    book.save(file)


def check_edited():
    """Questions that somebody adds to a form of ours find their places, and all others keep theirs."""
    for name, rows in {
            "tea": [("at", "text", "top"), ("F01", "text", "f02"), ("F02", "text", "why", "${F01} = 'fail'"),
                    ("section.S", "end_group", None), ("section.S", "date", "day"),
                    ("section.S", "begin_group", "more", "${F02} = 'fail'")],
            "cabinets": [("F1.1", "text", "part", "${F1.1} >= 5")]}.items():
        dudao("-q", "checklist", "export", f"{FIXTURES}/{name}.yaml", "-o", "edited.xlsx")
        add_rows("edited.xlsx", rows)
        made = dudao("-q", "checklist", "import", "edited.xlsx", "-o", f"edited-{name}.yaml")
        dudao("-q", "checklist", "lint", f"edited-{name}.yaml")
        with open(f"edited-{name}.yaml", encoding="utf-8") as file:
            check_places(name, file.read())


PLACES = {"tea": ["- id: S1", "weight: 0", "top", "- id: F", "weight: 60", "{id: F01", "{id: Q11", "{id: F02",
                  "{id: why", "{item: F01, is: fail}", "{id: F03", "- id: S\n", "weight: 40", "{id: day",
                  "when: {item: F02, is: fail}", "{id: S01", "{id: S02"],
          "cabinets": ["{id: F1", "{id: part", "when: {item: F1, min: 5}", "{id: F2"]}


def check_places(name, made):
    at = 0
    for place in PLACES[name]:
        at = made.find(place, at)
        check(at >= 0, "not in its place", name, place, made)


def main():
    without_settings(DUDAO_NOW="2026-12-01 09:00", DUDAO_SEED="1", DUDAO_DEVICE="FORMS")
    files = [*sorted(glob.glob(LIBRARY)), f"{FIXTURES}/cabinets.yaml", f"{FIXTURES}/forms.yaml"]
    check(len(files) > 28, "the library is not there", files)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for file in files:
            name = os.path.basename(file)
            for language in ("zh-CN", "en") if name == "cabinets.yaml" else ("zh-CN",):
                dudao("--lang", language, "-q", "checklist", "export", file, "--format", "xlsform", "-o", "form.xlsx")
                form = Form("form.xlsx")
            dudao("-q", "checklist", "import", "form.xlsx", "-o", f"again-{name}")
            check(dudao("checklist", "diff", file, f"again-{name}") == "the two say the same\n", "another checklist", name)
            questions = check_conditions(file, form, random.Random(7))
        check_submissions(form, questions, random.Random(8))
        check_others()
        check_edited()
        os.chdir("/")


main()
