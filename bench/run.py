#!/usr/bin/env python3
"""Sets storydiff's search for copies beside that of public packages, and writes the table.

    python3 bench/run.py [-o bench/RESULTS.md] [CORPUS.jsonl PAIRS.tsv]

Without arguments it takes ../shared/gold/duplicates when that is there, else it makes a
harvest of 30,000 articles. The peers are installed at the versions below, into
bench/work; what Go needs, go fetches. All run on one core, one after the other, from
JSON Lines on disk, three times; CPU time is that of the whole process, start and reading
included, and the least of the three.
"""

import argparse
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile
import time

BENCH = pathlib.Path(__file__).resolve().parent
ROOT = BENCH.parent
GOLD = ROOT.parent / "shared" / "gold" / "duplicates"
ROUNDS = 3
PINNED = ["datasketch==2.0.0", "rensa==0.5.0"]
ONE_CORE = dict(os.environ, GOMAXPROCS="1", RAYON_NUM_THREADS="1", OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")


def sh(*args, **options):
    return subprocess.run(args, check=True, **options)


def build(folder):
    """Builds our programs and the Go peer, installs the others, and returns how to call them."""
    venv = BENCH / "work" / "venv"
    if not venv.exists():
        sh(sys.executable, "-m", "venv", venv)
    sh(venv / "bin" / "pip", "install", "-q", *PINNED)
    for name, where in {"storydiff": "./cmd/storydiff", "pairs": "./bench/pairs", "harvest": "./bench/harvest"}.items():
        sh("go", "build", "-o", folder / name, where, cwd=ROOT)
    sh("go", "build", "-o", folder / "minhashlsh", ".", cwd=BENCH / "minhashlsh")
    return venv / "bin" / "python"


def corpus(folder, given):
    """Returns the articles, the known pairs, and how both came about."""
    if given:
        return pathlib.Path(given[0]), pathlib.Path(given[1]), " and ".join(pathlib.Path(g).name for g in given)
    articles, pairs = folder / "harvest.jsonl", folder / "pairs.tsv"
    if GOLD.exists():
        with open(articles, "wb") as out:
            sh("zstd", "-dc", GOLD / "reuters.jsonl.zst", stdout=out)
        return articles, GOLD / "reuters-pairs.tsv", "Reuters, gold/duplicates"
    with open(articles, "wb") as out:
        sh(folder / "harvest", "-n", "30000", "-seed", "1", "-pairs", pairs, stdout=out)
    return articles, pairs, "made up: harvest -n 30000 -seed 1"


def known(path):
    """Returns the pairs of each class that a search should find."""
    classes = {"j80": set(), "changed": set(), "c80": set()}
    for line in path.read_text().splitlines()[1:]:
        a, b, jaccard, containment = line.split("\t")
        pair = frozenset((a, b))
        if float(jaccard) >= 0.8:
            classes["j80"].add(pair)
            if float(jaccard) < 1:
                classes["changed"].add(pair)
        elif float(containment) >= 0.8:
            classes["c80"].add(pair)
    return classes


def timed(args, articles, out):
    """Runs a program over the articles; returns CPU seconds, wall seconds and peak MB."""
    with open(articles, "rb") as stdin, open(out, "wb") as stdout:
        began = time.monotonic()
        child = subprocess.Popen([str(a) for a in args], stdin=stdin, stdout=stdout, env=ONE_CORE, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - began
    if status != 0:
        sys.exit(f"{args} failed")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def filled_index(folder, count):
    """Makes an index on disk of made-up articles."""
    past, index = folder / "past.jsonl", folder / "index"
    with open(past, "wb") as out:
        sh(folder / "harvest", "-n", str(count), "-seed", "3", stdout=out)
    timed(into_index(folder, index), past, folder / "kept")
    return index


def into_index(folder, index):
    return [folder / "storydiff", "dedup", "--index", index, "--dropped", os.devnull, "--manifest", folder / "manifest"]


def best(tools, articles, folder, index):
    """Runs the tools in turn, ROUNDS times, and keeps of each the run that took the least CPU time.

    Where a tool has an index on disk, each run has a fresh copy of it."""
    runs = {name: [] for name in tools}
    for _ in range(ROUNDS):
        for name, args in tools.items():
            if folder / "copy" in args:
                shutil.rmtree(folder / "copy", ignore_errors=True)
                shutil.copytree(index, folder / "copy")
            runs[name].append(timed(args, articles, pairs_of(folder, name)))
    return {name: min(measured) for name, measured in runs.items()}


def pairs_of(folder, name):
    """Names the file that a tool writes its pairs to."""
    return folder / f"{name}.pairs"


def row(name, count, measured, pairs, classes):
    cpu, wall, peak = measured
    found = {frozenset(line.split("\t")) for line in pairs.read_text().splitlines()}
    recall = [len(found & want) / max(1, len(want)) for want in classes.values()]
    return f"| {name} | {cpu:.2f} | {wall:.1f} | {count / cpu:,.0f} | {peak:.0f} | {len(found):,} | " + " | ".join(f"{r:.4f}" for r in recall) + " |"


def cpu_model():
    for line in open("/proc/cpuinfo", encoding="utf-8"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def report(source, count, classes, rows, record):
    commit = subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    return "\n".join([
        "# Copies found, side by side", "",
        f"Made by `python3 bench/run.py` at commit {commit}, on {os.cpu_count()} cores ({cpu_model()}), {platform.system()} {platform.machine()}.",
        f"Corpus: {source}; {count:,} articles, {len(classes['j80']):,} pairs with a Jaccard of at least .8 ({len(classes['changed']):,} of them changed),",
        f"{len(classes['c80']):,} with less but one held by the other to at least .8. One core each, the whole process from JSON Lines on disk,",
        f"the best of {ROUNDS} runs.",
        f"Pinned: {', '.join(PINNED)}, minhash-lsh as in bench/minhashlsh/go.mod.", "",
        "| tool | CPU s | wall s | articles per CPU s | peak MB | pairs | recall, J ≥ .8 | of these changed | held, J < .8 |",
        "|---|---|---|---|---|---|---|---|---|",
        *rows, "",
        "storydiff's time is that of `storydiff dedup` with decisions and manifest written: measures",
        "exact, relations named, differing facts listed. Its pairs are those that the same search",
        "finds (bench/pairs). The peers estimate, and name nothing: their pairs are as they propose them.",
        "Peak memory includes the identifiers and texts each tool holds.", "",
        f"The row with an index is a run of the corpus into an index on disk that holds {count:,} articles made up by",
        f"`harvest -n {count} -seed 3`; afterwards it takes {record:,.0f} bytes a record.", "",
    ])


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("-o", default=BENCH / "RESULTS.md")
    options.add_argument("corpus", nargs="*")
    chosen = options.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        python = build(folder)
        articles, pairs, source = corpus(folder, chosen.corpus)
        classes = known(pairs)
        with open(articles, "rb") as lines:
            count = sum(1 for _ in lines)
        ours, indexed = "storydiff", "storydiff --index"
        tools = {
            ours: [folder / "storydiff", "dedup", "--manifest", folder / "manifest"],
            indexed: into_index(folder, folder / "copy"),
            "minhash-lsh (Go)": [folder / "minhashlsh"],
            "rensa": [python, BENCH / "peers.py", "rensa"],
            "datasketch": [python, BENCH / "peers.py", "datasketch"],
        }
        measured = best(tools, articles, folder, filled_index(folder, count))
        record = sum(f.stat().st_size for f in (folder / "copy").iterdir()) / (2 * count)
        for name in (ours, indexed):  # what they write are articles
            timed([folder / "pairs", articles], articles, pairs_of(folder, name))
        rows = [row(name, count, measured[name], pairs_of(folder, name), classes) for name in tools]
        pathlib.Path(chosen.o).write_text(report(source, count, classes, rows, record))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
