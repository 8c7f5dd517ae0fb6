"""Writes odd WARC files with warcio into a folder and prints what warcio reads there.

One JSON object a record: file, type, target, offset, HTTP status, SHA-1 of the payload.
"""
import gzip, hashlib, io, json, os, sys, zlib

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TEXT = ("<html><p>The harbour board voted on Tuesday to close the old ferry terminal.</p></html>\n" * 40).encode()


def chunked(data, size=700):
    parts = [data[i:i + size] for i in range(0, len(data), size)]
    return b"".join(b"%x;x=1\r\n%s\r\n" % (len(p), p) for p in parts) + b"0\r\n\r\n"


def responses():
    gz = gzip.compress(TEXT)
    yield "plain", [], TEXT
    yield "chunked", [("Transfer-Encoding", "chunked")], chunked(TEXT)
    yield "chunked-in-name-alone", [("Transfer-Encoding", "chunked")], TEXT
    yield "gzip", [("Content-Encoding", "gzip")], gz
    yield "gzip-in-name-alone", [("Content-Encoding", "gzip")], TEXT
    yield "chunked-gzip", [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")], chunked(gz)
    yield "deflate", [("Content-Encoding", "deflate")], zlib.compress(TEXT)
    raw = zlib.compressobj(wbits=-15)
    yield "raw-deflate", [("Content-Encoding", "deflate")], raw.compress(TEXT) + raw.flush()
    try:
        import brotli
        yield "brotli", [("Content-Encoding", "br")], brotli.compress(TEXT)
    except ImportError:
        pass
    yield "empty", [], b""


def write(path, version, gzipped):
    with open(path, "wb") as out:
        w = WARCWriter(out, gzip=gzipped, warc_version=version)
        w.write_record(w.create_warcinfo_record(os.path.basename(path), {"software": "peer"}))
        for name, headers, body in responses():
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")] + headers, protocol="HTTP/1.1")
            w.write_record(w.create_warc_record("https://harbour.example/" + name, "response", payload=io.BytesIO(body), http_headers=http))
        w.write_record(w.create_warc_record("https://harbour.example/r", "resource", payload=io.BytesIO(TEXT), warc_content_type="text/plain"))
        w.write_record(w.create_warc_record("https://harbour.example/c", "conversion", payload=io.BytesIO(TEXT), warc_content_type="text/plain"))
        gone = StatusAndHeaders("404 Not Found", [("Content-Type", "text/html")], protocol="HTTP/1.0")
        w.write_record(w.create_revisit_record("https://harbour.example/plain", "sha1:B6QJ6BNJ3R4B23XXMRKZKHLPGJY2VE4O", "https://harbour.example/old", "2021-03-02T10:15:00Z", http_headers=gone))


def show(path):
    with open(path, "rb") as f:
        it = ArchiveIterator(f)
        try:
            for r in it:
                h = r.rec_headers
                status = int(r.http_headers.get_statuscode()) if r.http_headers and r.rec_type == "response" else 0
                try:
                    payload = r.content_stream().read() if r.rec_type in ("response", "resource", "conversion") else b""
                    digest = hashlib.sha1(payload).hexdigest()
                except Exception as e:  # it cannot decode this one
                    digest = ""
                    print(json.dumps({"file": os.path.basename(path), "error": f"{h.get_header('WARC-Target-URI')}: {e}"}))
                print(json.dumps({
                    "file": os.path.basename(path), "type": r.rec_type, "target": h.get_header("WARC-Target-URI") or "",
                    "offset": it.get_record_offset(), "status": status, "sha1": digest,
                }))
        except Exception as e:
            print(json.dumps({"file": os.path.basename(path), "error": str(e)[:200]}))


folder = sys.argv[1]
for name, version, gz in [("1.0.warc", "WARC/1.0", False), ("1.1.warc", "WARC/1.1", False), ("1.0.warc.gz", "WARC/1.0", True), ("1.1.warc.gz", "WARC/1.1", True)]:
    write(os.path.join(folder, name), version, gz)
for name in ["1.1.warc", "1.1.warc.gz"]:
    data = open(os.path.join(folder, name), "rb").read()
    open(os.path.join(folder, "cut-" + name), "wb").write(data[:len(data) * 2 // 3])
for name in sorted(os.listdir(folder)):
    show(os.path.join(folder, name))
