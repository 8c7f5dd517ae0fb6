"""Finds the near-duplicates of JSON Lines with a public package, and writes their
identifiers, a pair a line:

    python3 peers.py datasketch|rensa < harvest.jsonl > pairs.tsv

All work on word 5-grams of the lower-cased text, with 128 hash functions and a
threshold of .8.
"""

import json
import re
import sys

FUNCTIONS, THRESHOLD = 128, 0.8
WORDS = re.compile(r"[^\W_]+")


def shingles(text):
    words = WORDS.findall(text.lower())
    return [" ".join(words[i:i + 5]) for i in range(max(1, len(words) - 4))]


def articles():
    for line in sys.stdin:
        record = json.loads(line)
        yield record["id"], shingles(record["text"])


def datasketch():
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=FUNCTIONS)
    for name, found in articles():
        signature = MinHash(num_perm=FUNCTIONS)
        signature.update_batch([s.encode() for s in found])
        for other in index.query(signature):
            print(other, name, sep="\t")
        index.insert(name, signature)


def rensa():
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=FUNCTIONS, num_bands=16)
    names = []
    for name, found in articles():
        signature = RMinHash(num_perm=FUNCTIONS, seed=1)
        signature.update(found)
        for other in index.query(signature):
            print(names[other], name, sep="\t")
        index.insert(len(names), signature)
        names.append(name)


if __name__ == "__main__":
    {"datasketch": datasketch, "rensa": rensa}[sys.argv[1]]()
