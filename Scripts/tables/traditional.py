#!/usr/bin/env python3
"""Writes Sources/CTables/traditional.tsv and forms.tsv to a folder.

The character pairs come from the dictionaries of OpenCC (Apache License 2.0) as the PyPI package
opencc-python-reimplemented ships them; the compatibility forms from the Unicode database of Python.

usage: pip install opencc-python-reimplemented; Scripts/tables/traditional.py Sources/CTables
"""
import pathlib
import sys
import unicodedata

import opencc

DICTIONARIES = pathlib.Path(opencc.__file__).parent / "dictionary"

# Characters that are right in simplified text as well (a name, a classical word) although they stand in no GB2312
# table, beside those that do stand there: converted in traditional texts only.
ALSO_SIMPLIFIED = set("瞭著昇陞濛甦祕氾勣")
# 么 is a variant of 幺 in Taiwan only; everywhere in reports it is the simplified 麼.
KEPT = set("么")


def pairs(name):
    for line in (DICTIONARIES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, values = line.split("\t")
            yield key, values.split(" ")[0]


def in_gb2312(character):
    try:
        character.encode("gb2312")
        return True
    except UnicodeEncodeError:
        return False


def characters():
    simplified = dict(pairs("TSCharacters.txt"))
    result = dict(simplified)
    for name in ["TWVariantsRev.txt", "HKVariantsRev.txt"]:
        for variant, standard in pairs(name):
            result[variant] = simplified.get(standard, standard)
    for standard, variant in pairs("JPVariants.txt"):
        if len(standard) == len(variant) == 1 and not in_gb2312(variant):
            result.setdefault(variant, simplified.get(standard, standard))
    result["瞭"] = "了"  # but 瞭望: see traditional-words.tsv
    result["藉"] = "借"
    result["祇"] = result["衹"] = "只"
    return {k: v for k, v in result.items() if k != v and k not in KEPT and ord(k) < 0x10000 and ord(v) < 0x10000}


def forms():
    """Compatibility ideographs, radicals, enclosed and full-width forms, each with what it stands for."""
    ranges = [(0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x3220, 0x3229), (0x2474, 0x249B), (0xFF10, 0xFF19),
              (0xFF21, 0xFF3A), (0xFF41, 0xFF5A), (0xFB00, 0xFB06)]
    for low, high in ranges:
        for code in range(low, high + 1):
            form = unicodedata.normalize("NFKC", chr(code)).replace("(", "（").replace(")", "）")
            if form != chr(code) and max(map(ord, form)) < 0x10000:
                yield chr(code), form
    yield from RADICALS


# Radical forms without a decomposition in Unicode that PDF exports put in place of the character.
RADICALS = [("⺠", "民"), ("⻓", "长"), ("⻅", "见"), ("⻔", "门"), ("⻋", "车"), ("⻢", "马"), ("⻜", "飞"), ("⻛", "风"),
            ("⻆", "角"), ("⻘", "青"), ("⻝", "食"), ("⻉", "贝"), ("⻚", "页"), ("⻙", "韦"), ("⻩", "黄"), ("⻬", "齐"),
            ("⻰", "龙"), ("⻥", "鱼"), ("⻦", "鸟"), ("⻄", "西"), ("⻤", "鬼"), ("⻣", "骨"), ("⺟", "母")]


def main():
    folder = pathlib.Path(sys.argv[1])
    rows = ["# traditional or variant character\tsimplified\t1 = right in simplified text too: converted in traditional "
            "texts only. From the dictionaries of OpenCC (Apache License 2.0) by Scripts/tables/traditional.py"]
    for key, value in sorted(characters().items()):
        rows.append(f"{key}\t{value}\t{int(in_gb2312(key) or key in ALSO_SIMPLIFIED)}")
    (folder / "traditional.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    rows = ["# form\twhat it stands for. By Scripts/tables/traditional.py from the Unicode database; other forms are in "
            "punctuation.tsv"]
    seen = {}
    for key, value in forms():
        seen[key] = value
    rows += [f"{key}\t{value}" for key, value in sorted(seen.items())]
    (folder / "forms.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


main()
