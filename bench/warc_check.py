#!/usr/bin/env python3
"""Reads two web archives with warcio: what went into "storydiff dedup", and what came out.

    pip install warcio
    python3 warc_check.py harvest.warc.gz kept.warc.gz

Every record must be there in its place, with digests that hold; a revisit must refer to
a response in the archive that has the payload it left out. Prints a line of counts.
"""

import collections
import hashlib
import sys

from warcio.archiveiterator import ArchiveIterator


def read(path):
    """Returns (type, identifier, target, date, headers, payload's SHA-256) of every record."""
    records = []
    with open(path, "rb") as stream:
        for r in ArchiveIterator(stream, check_digests="raise"):
            h = r.rec_headers
            payload = r.raw_stream.read()
            records.append((
                r.rec_type, h.get_header("WARC-Record-ID"), h.get_header("WARC-Target-URI"),
                h.get_header("WARC-Date"), h, hashlib.sha256(payload).hexdigest(),
            ))
    return records


def check(before, after):
    if [r[1:4] for r in before] != [r[1:4] for r in after]:
        sys.exit("the records are not the same ones, in their order")
    responses = {(r[2], r[3]): r for r in after if r[0] == "response"}
    for old, new in zip(before, after):
        if new[0] != "revisit" or old[0] == "revisit":
            if old[0] != new[0] or old[5] != new[5]:
                sys.exit(f"{old[1]} has changed")
            continue
        h = new[4]
        of = responses.get((h.get_header("WARC-Refers-To-Target-URI"), h.get_header("WARC-Refers-To-Date")))
        if of is None or of[1] != h.get_header("WARC-Refers-To"):
            sys.exit(f"{new[1]} refers to no response")
        if of[5] != old[5]:
            sys.exit(f"{new[1]} refers to another payload")
        if not h.get_header("WARC-Profile").endswith("/revisit/identical-payload-digest"):
            sys.exit(f"{new[1]} has no profile")
        if h.get_header("WARC-Payload-Digest") != (of[4].get_header("WARC-Payload-Digest") or h.get_header("WARC-Payload-Digest")):
            sys.exit(f"{new[1]} states another digest")


def main():
    before, after = (read(path) for path in sys.argv[1:3])
    check(before, after)
    kinds = collections.Counter(r[0] for r in after)
    print(f"{len(after)} records:", ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items())))


if __name__ == "__main__":
    main()
