#!/usr/bin/python3
"""The report as PDF, beside its JSON:

    tests/oracles/pdf.py PROGRAM FIXTURES

pdftotext finds the figures, pdfinfo the title and pages; a long table goes on with its titles, the same report gives
the same bytes, and what is missing is said: the helper program, a font for Chinese.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from programs import PROGRAM, check, dudao, run, without_settings

FIXTURES = os.path.abspath(sys.argv[2])
SHOPS = 70


def text_of(file):
    return run("pdftotext", "-layout", file, "-")


def make_shop():
    dudao("-q", "init", "shop", "--name", "测试连锁")
    os.chdir("shop")
    dudao("-q", "people", "import", f"{FIXTURES}/people.csv")
    dudao("-q", "store", "import", f"{FIXTURES}/stores.csv")
    dudao("-q", "checklist", "publish", f"{FIXTURES}/tea.yaml")
    os.environ["DUDAO_NOW"] = "2026-11-30 09:00"
    dudao("-q", "inspect", "import", f"{FIXTURES}/answers.csv", "--checklist", "tea@1")


def check_figures(report):
    dudao("--lang", "en", "-q", "report", "month", "2026-11", "-o", "en.pdf")
    text = text_of("en.pdf")
    for figure in f"{report['scores']['mean']['now']:.1f}%", str(report["scores"]["visits"]):
        check(figure in text, "a figure is missing", figure, text)
    for region in report["regions"]:
        check(region["name"] in text, "a region is missing", region["name"])
    pages = int(re.search(r"Pages: +(\d+)", run("pdfinfo", "en.pdf"))[1])
    numbers = re.findall(r"(\d+) ?/ ?(\d+)\s*(?:\f|$)", text)
    check(numbers == [(str(n + 1), str(pages)) for n in range(pages)], "pages are not numbered", pages, numbers)
    contents = re.findall(r"^ *(.+?) {4,}(\d+)$", text.split("Contents", 1)[1], re.M)
    sheets = text.split("\f")
    for heading, page in [entry for entry in contents if entry[0] in ("Coverage", "Scores and grades", "Overdue issues")]:
        check(heading in sheets[int(page) - 1], "another page in the contents", heading, page)
    info = run("pdfinfo", "en.pdf")
    check("测试连锁" in info and re.search(r"Creator: +dudao\n", info), "no chain or creator", info)
    check("2026" in re.search(r"CreationDate: +(.*)", info)[1], "made at another time", info)


def check_languages():
    for language, word in ("zh-CN", "目录"), ("zh-TW", "目錄"):
        dudao("--lang", language, "-q", "report", "month", "2026-11", "-o", "a.pdf")
        dudao("--lang", language, "-q", "report", "month", "2026-11", "-o", "b.pdf")
        with open("a.pdf", "rb") as one, open("b.pdf", "rb") as two:
            check(one.read() == two.read(), "other bytes the second time", language)
        check(word in text_of("a.pdf"), "no contents", language)


def check_names():
    """A formula and markup in the name of a store that the report ranks stay text."""
    name = "=HYPERLINK(1)<b>&店"
    with open("names.csv", "w", encoding="utf-8") as file:
        file.write(f"门店编号,门店名称\nS001,{name}\n")
    dudao("-q", "store", "import", "names.csv")
    dudao("--lang", "en", "-q", "report", "month", "2026-11", "-o", "names.pdf")
    text = re.sub(r"\s", "", text_of("names.pdf"))
    check(name in text, "the name is not as it was given", text)


def check_long_table():
    """Many regions: titles come on each page."""
    lines = ["门店编号,门店名称,区域"]
    lines += [f"L{n:03},店{n:03},区{n:02}" for n in range(SHOPS)]
    with open("more.csv", "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    dudao("-q", "store", "import", "more.csv")
    dudao("--lang", "en", "-q", "report", "month", "2026-11", "-o", "long.pdf")
    text = text_of("long.pdf")
    for n in range(SHOPS):
        check(f"区{n:02}" in text, "a region is missing", n)
    headers = [sheet for sheet in text.split("\f") if "Region" in sheet and re.search(r"区\d\d", sheet)]
    check(len(headers) > 1, "the titles are not repeated", len(headers))


def check_what_is_missing():
    with open("fonts.conf", "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig/>')
    without = dict(os.environ, FONTCONFIG_FILE=os.path.abspath("fonts.conf"))
    done = subprocess.run([PROGRAM, "--lang", "en", "-q", "report", "month", "2026-11", "-o", "none.pdf"], env=without,
                          capture_output=True, text=True, check=False)
    check(done.returncode == 6 and "E6066" in done.stderr and "fonts-noto-cjk" in done.stderr, "no word of fonts", done)
    check(not os.path.exists("none.pdf"), "half a file was left")
    os.mkdir("alone")
    shutil.copy(PROGRAM, "alone/dudao")
    done = subprocess.run(["alone/dudao", "--lang", "en", "-q", "report", "month", "2026-11", "-o", "none.pdf"],
                          env=dict(os.environ, PATH="/nowhere"), capture_output=True, text=True, check=False)
    check(done.returncode == 6 and "E6065" in done.stderr, "no word of the helper program", done)


def main():
    without_settings(DUDAO_ACTOR="admin", DUDAO_NOW="2026-11-01 09:00", DUDAO_SEED="1", DUDAO_DEVICE="REPORTS")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        make_shop()
        check_figures(json.loads(dudao("report", "month", "2026-11", "--json")))
        check_languages()
        check_names()
        check_long_table()
        check_what_is_missing()
        os.chdir("/")


main()
