#!/usr/bin/env python3
"""The texts of the program and their translations, apps/dudao/po/*.po.

    cmake/catalogues.py pot FILE   writes the list of all texts (a .pot file)
    cmake/catalogues.py update     brings the .po files in line with it: new texts come in without a
                                   translation, texts that are gone go
    cmake/catalogues.py check      fails, and says where, when a translation is missing, fuzzy,
                                   obsolete, or has other placeholders than its text

Texts are what xgettext finds in calls of Catalogue::text(), N_() and Arg(), and the words of the
vocabularies: their kinds, and for those of lib/domain, which listings show, every word; and the
names of columns that errors propose.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = [ROOT / "apps/dudao/po" / f"{language}.po" for language in ("zh_CN", "zh_TW")]
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
VOCABULARY = re.compile(
    r'Vocabulary<\s*[\w:]+\s*,\s*(\d+)\s*>\s*(\w+)\s*\{\s*"([^"]+)"\s*,(.*?)\}\}\};', re.DOTALL)
DEFINITION = re.compile(r'\bVocabulary<[^>]*\d>\s*\w+\s*\{')
WORD = re.compile(r'\{\s*[\w:"-]+\s*,\s*"([^"]+)"\s*\}')
# Texts that are given more values than the English wording needs.
MORE_VALUES = {
    ("month of a year", "{0} {1}"): ["{0}", "{1}", "{2}"],
    (None, "Add a column '{0}', or name the right one with --column {0}=HEADER."): ["{0}", "{1}"],
}
COLUMN = re.compile(r'\bEntry\{\s*"\w+",\s*"([^|"]+)')
CATEGORIES = re.compile(r"common_categories\{([^}]*)\}")


def sources(*folders):
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.[ch]pp")]
    return sorted(str(path.relative_to(ROOT)) for path in found)


def run(*command, text=None):
    done = subprocess.run(command, cwd=ROOT, input=text, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stderr}")
    return done.stdout


def xgettext(files, *keywords):
    options = [f"--keyword={keyword}" for keyword in keywords]
    found = run("xgettext", "--language=C++", "--from-code=UTF-8", "--keyword", *options,
                "--no-wrap", "--files-from=-", "--output=-", text="\n".join(files))
    # What looks like a directive of printf is none: texts are filled by fmt.
    return re.sub('#, c-format\n|"POT-Creation-Date.*\n', "", found)


def vocabularies():
    """The words of all vocabularies as the text of a .pot file."""
    places = {}  # context and text: where it was first seen
    for file in sources("lib", "apps"):
        code = (ROOT / file).read_text(encoding="utf-8")

        def add(context, text, at):
            places.setdefault((context, text), f"{file}:{code.count(chr(10), 0, at) + 1}")

        found = list(VOCABULARY.finditer(code))
        if len(found) != len(DEFINITION.findall(code)):
            sys.exit(f"{file}: a vocabulary was not understood")
        for vocabulary in found:
            size, name, kind = vocabulary.group(1, 2, 3)
            words = list(WORD.finditer(code, vocabulary.start(4), vocabulary.end()))
            if len(words) != int(size):
                sys.exit(f"{file}: {name} has {size} words, of which {len(words)} were understood")
            add("kind of word", kind, vocabulary.start())
            for word in words if file.startswith("lib/domain/") else []:
                add(kind, word[1], word.start())
        for column in COLUMN.finditer(code):
            add("column", column[1], column.start(1))
        for categories in CATEGORIES.finditer(code):
            for word in re.findall(r'"(\w+)"', categories[1]):
                add("issue category", word, categories.start())
    entries = [f'#: {place}\nmsgctxt "{context}"\nmsgid "{text}"\nmsgstr ""\n'
               for (context, text), place in places.items()]
    return "\n".join([HEADER] + entries)


def write_pot(file):
    with tempfile.TemporaryDirectory() as folder:
        parts = {
            "vocabularies": vocabularies(),
            "calls": xgettext(sources("apps", "lib/report"),
                              "N_", "text:1,1t", "text:1c,2,2t", "text:2,3,3t"),
            "args": xgettext(sources("apps", "lib"), "Arg:1,2c,2t"),
        }
        paths = []
        for name, text in parts.items():
            paths.append(Path(folder) / f"{name}.pot")
            paths[-1].write_text(text, encoding="utf-8")
        run("msgcat", "--use-first", "--no-wrap", "--sort-by-file", "--to-code=UTF-8",
            "--output-file", str(Path(file).absolute()), *map(str, paths))


class Entry:
    """One text of a .po or .pot file."""

    def __init__(self):
        self.line, self.fuzzy, self.parts = 0, False, {}

    @property
    def key(self):
        return self.parts.get("msgctxt"), self.parts["msgid"]

    @property
    def originals(self):
        return [self.parts[part] for part in ("msgid", "msgid_plural") if part in self.parts]

    @property
    def translations(self):
        return [text for part, text in self.parts.items() if part.startswith("msgstr")]

    def __str__(self):
        context, text = self.key
        return f'"{text}"' if context is None else f'"{text}" ({context})'


def read(file):
    """The entries of a file without its header, and the lines of obsolete ones."""
    entries, obsolete, entry, part = [], [], Entry(), None
    for number, line in enumerate(Path(file).read_text(encoding="utf-8").splitlines() + [""], 1):
        if line.startswith("#~"):
            obsolete.append(number)
        elif line.startswith("#,"):
            entry.fuzzy = "fuzzy" in line
        elif line.startswith('"'):
            entry.parts[part] += line[1:-1]
        elif found := re.fullmatch(r'(msg\w+(?:\[\d\])?) "(.*)"', line):
            part = found[1]
            entry.parts[part] = found[2]
            entry.line = entry.line or number
        elif not line and entry.parts:
            entries.append(entry)
            entry = Entry()
    return [each for each in entries if each.key != (None, "")], obsolete


def placeholders(text):
    return sorted(re.findall(r"\{\d*\}", text.replace("{{", "").replace("}}", "")))


def may_have(entry, translation):
    """Whether the placeholders of a translation are those of its text."""
    found = placeholders(translation)
    if entry.key in MORE_VALUES:
        return set(found) <= set(MORE_VALUES[entry.key])
    return found in map(placeholders, entry.originals)


def faults(file, texts):
    """What is wrong with a catalogue, one line each."""
    entries, obsolete = read(file)
    name = file.relative_to(ROOT)
    known = {entry.key: entry for entry in entries}
    wanted = {text.key for text in texts}
    for line in obsolete:
        yield f"{name}:{line}: an obsolete text"
    for text in texts:
        if text.key not in known:
            yield f"{name}: missing: {text}"
    for entry in entries:
        place = f"{name}:{entry.line}"
        if entry.key not in wanted:
            yield f"{place}: obsolete: {entry}"
        elif not all(entry.translations):
            yield f"{place}: not translated: {entry}"
        elif entry.fuzzy:
            yield f"{place}: fuzzy: {entry}"
        else:
            for each in entry.translations:
                if not may_have(entry, each):
                    yield f"{place}: other placeholders than {entry}: {each}"
                if each.endswith("\\n") != entry.parts["msgid"].endswith("\\n"):
                    yield f"{place}: a line break at the end is not in both: {entry}"


def check():
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / "dudao.pot"
        write_pot(pot)
        texts, _ = read(pot)
    found = [fault for file in CATALOGUES for fault in faults(file, texts)]
    for fault in found:
        print(fault)
    if found:
        sys.exit(f"{len(found)} faults: run cmake/catalogues.py update, then translate what is new "
                 "in apps/dudao/po")
    print(f"{len(texts)} texts, all translated")


def update():
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / "dudao.pot"
        write_pot(pot)
        for file in CATALOGUES:
            run("msgmerge", "--quiet", "--update", "--backup=none", "--no-fuzzy-matching",
                "--no-location", "--no-wrap", str(file), str(pot))
            run("msgattrib", "--no-obsolete", "--no-location", "--no-wrap", "--output-file",
                str(file), str(file))


def main(arguments):
    match arguments:
        case ["pot", file]:
            write_pot(file)
        case ["update"]:
            update()
        case ["check"]:
            check()
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
