package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha1" //nolint:gosec // the digest that archives carry; nothing here rests on its strength
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/storydiff/storydiff/compare/ingest"
	"github.com/storydiff/storydiff/compare/ingest/warc"
)

// webArchives are inputs that are passed on as web archives: record by record as they
// lie, but for a response that was dropped and whose payload another has byte for byte.
// That one becomes a revisit.
type webArchives struct {
	files   []*webArchive
	whole   map[[sha256.Size]byte]warc.Original // the response that holds a payload
	stdin   *spool                              // nil unless standard input is one of the files
	decided map[string]int                      // decisions by where their articles lie; -1 where several do
}

// A webArchive is one of the inputs.
type webArchive struct {
	*os.File
	name   string // as the places of its articles begin
	packed bool   // with gzip
}

// headBytes is how much of an input is looked at to tell what it is.
const headBytes = 1 << 12

// openArchives opens the inputs when all are web archives, and returns nil when not.
// Standard input is put into a file, from which it is to be read then.
func openArchives(inputs []ingest.Input, o *ingest.Options) (*webArchives, error) {
	w := &webArchives{whole: map[[sha256.Size]byte]warc.Original{}}
	for _, in := range inputs {
		a, err := w.open(in, o)
		if err != nil {
			w.close()
			return nil, err
		}
		if a == nil {
			w.close()
			return nil, nil
		}
		w.files = append(w.files, a)
	}
	if len(w.files) == 0 {
		return nil, nil
	}
	return w, nil
}

// open opens an input; nil when it is no web archive.
func (w *webArchives) open(in ingest.Input, o *ingest.Options) (*webArchive, error) {
	if in.Path == "-" {
		return w.openStdin(o)
	}
	file, err := os.Open(in.Path)
	if err != nil {
		return nil, nil // reading it will say why
	}
	head := make([]byte, headBytes)
	n, err := io.ReadFull(file, head)
	info, statErr := file.Stat()
	if !ingest.IsArchive(head[:n]) || err != nil && !errors.Is(err, io.ErrUnexpectedEOF) || statErr != nil || !info.Mode().IsRegular() {
		_ = file.Close()
		return nil, nil
	}
	return &webArchive{file, in.Path, isGzip(head)}, nil
}

// openStdin puts standard input aside when it is a web archive.
func (w *webArchives) openStdin(o *ingest.Options) (*webArchive, error) {
	if o.Stdin == nil {
		return nil, nil
	}
	in := bufio.NewReaderSize(o.Stdin, 1<<16)
	o.Stdin = in
	head, _ := in.Peek(headBytes)
	if !ingest.IsArchive(head) {
		return nil, nil
	}
	packed := isGzip(head)
	var err error
	if w.stdin, err = newSpool(); err != nil {
		return nil, err
	}
	size, err := io.Copy(w.stdin, in)
	if err != nil {
		return nil, fmt.Errorf("cannot hold the input: %w (set TMPDIR to a place with room)", reason(err))
	}
	o.Stdin = io.NewSectionReader(w.stdin, 0, size)
	return &webArchive{w.stdin.File, "standard input", packed}, nil
}

func isGzip(head []byte) bool { return bytes.HasPrefix(head, []byte{0x1f, 0x8b}) }

func (w *webArchives) close() {
	for _, a := range w.files {
		_ = a.Close()
	}
	if w.stdin != nil {
		w.stdin.discard()
	}
}

// write passes the archives on by what was decided, and then writes the manifest.
func (w *webArchives) write(ctx context.Context, out *decisions) error {
	w.decided = make(map[string]int, len(out.held))
	for i, h := range out.held {
		if _, several := w.decided[h.Location]; several {
			i = -1
		}
		w.decided[h.Location] = i
	}
	for _, a := range w.files {
		if err := w.remember(ctx, a, out.held); err != nil {
			return err
		}
	}
	for _, a := range w.files {
		if err := w.pass(ctx, a, out); err != nil {
			return fmt.Errorf("cannot write what was decided: %w", reason(err))
		}
	}
	return out.writeHeld()
}

// decisionOn returns the number of the decision on a record, -1 when there is none.
func (w *webArchives) decisionOn(a *webArchive, r *warc.Record) int {
	if i, ok := w.decided[fmt.Sprintf("%s@%d", a.name, r.Offset)]; ok && r.Type() == warc.Response {
		return i
	}
	return -1
}

// remember takes down the payloads of the articles kept.
func (w *webArchives) remember(ctx context.Context, a *webArchive, held []heldLine) error {
	return a.each(ctx, func(_ int64, r *warc.Record) error {
		if r == nil {
			return nil
		}
		if i := w.decisionOn(a, r); i >= 0 && held[i].Decision == keep {
			if p, ok := payloadOf(r); ok {
				w.original(r, p)
			}
		}
		return nil
	})
}

// each calls f for every record and, without a record, for every damaged stretch, with
// the byte at which it begins.
func (a *webArchive) each(ctx context.Context, f func(offset int64, r *warc.Record) error) error {
	if _, err := a.Seek(0, io.SeekStart); err != nil {
		return err
	}
	records, err := warc.NewReader(a.File)
	if err != nil {
		return err
	}
	defer records.Close()
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		r, err := records.Next()
		var lost *warc.Error
		switch {
		case errors.As(err, &lost):
			err = f(lost.Offset, nil)
		case err != nil: // the end, or nothing more that can be read
			return nil
		default:
			err = f(r.Offset, r)
		}
		if err != nil {
			return err
		}
	}
}

// A stretch is a part of an archive that holds one record, or more where one member of
// a compressed file does.
type stretch struct {
	start    int64
	records  int
	decision int
	revisit  []byte // in place of the stretch
}

// pass writes an archive.
func (w *webArchives) pass(ctx context.Context, a *webArchive, out *decisions) error {
	var at stretch
	err := a.each(ctx, func(offset int64, r *warc.Record) error {
		if at.records > 0 && offset == at.start { // one of several in a member: left as they are
			at.records++
			at.revisit = nil
			return nil
		}
		if err := a.write(at, offset, out); err != nil {
			return err
		}
		at = stretch{start: offset, records: 1}
		if r != nil {
			at.decision = w.decisionOn(a, r)
			at.revisit = w.revisit(r, at.decision, out.held)
		}
		return nil
	})
	if err != nil {
		return err
	}
	info, err := a.Stat()
	if err != nil {
		return err
	}
	return a.write(at, info.Size(), out)
}

// write writes the stretch that ends before a byte.
func (a *webArchive) write(s stretch, end int64, out *decisions) error {
	part := io.NewSectionReader(a.File, s.start, end-s.start)
	if s.revisit == nil {
		_, err := io.Copy(out.kept, part)
		return err
	}
	out.held[s.decision].revisit = true
	if _, err := io.Copy(out.dropped, part); err != nil {
		return err
	}
	if !a.packed {
		_, err := out.kept.Write(s.revisit)
		return err
	}
	member := gzip.NewWriter(out.kept)
	_, err := member.Write(s.revisit)
	return errors.Join(err, member.Close())
}

// revisit returns the record that stands for a response that was dropped, nil when it
// has to stay: because no other holds its payload, or because it is damaged.
func (w *webArchives) revisit(r *warc.Record, decision int, held []heldLine) []byte {
	if decision < 0 || held[decision].Decision != drop {
		return nil
	}
	p, ok := payloadOf(r)
	if !ok {
		return nil
	}
	of, first := w.original(r, p)
	stated := r.Get("WARC-Payload-Digest")
	if first || stated != "" && stated != of.Digest { // two ways to count: better whole than not found
		return nil
	}
	return r.RevisitOf(of, p.head)
}

// original returns the response that holds a payload; r itself when it is the first.
func (w *webArchives) original(r *warc.Record, p payload) (of warc.Original, first bool) {
	if of, known := w.whole[p.sum]; known {
		return of, false
	}
	of = warc.Original{ID: r.Get("WARC-Record-ID"), Target: r.Target(), Date: r.Get("WARC-Date"), Digest: r.Get("WARC-Payload-Digest")}
	if of.Digest == "" {
		of.Digest = p.digest
	}
	w.whole[p.sum] = of
	return of, true
}

// A payload is what a response holds behind its HTTP head.
type payload struct {
	head   []byte
	sum    [sha256.Size]byte
	digest string // as archives have it
}

// payloadOf reads the payload of a response. It is not ok when the record is damaged or
// holds a part only.
func payloadOf(r *warc.Record) (p payload, ok bool) {
	if r.Get("WARC-Truncated") != "" || r.Get("WARC-Segment-Number") != "" {
		return p, false
	}
	head, body, err := r.Split()
	if err != nil {
		return p, false
	}
	exact, usual := sha256.New(), sha1.New() //nolint:gosec // see the import
	if _, err := io.Copy(io.MultiWriter(exact, usual), body); err != nil || len(r.Warnings()) > 0 {
		return p, false
	}
	p = payload{head: head, digest: "sha1:" + base32.StdEncoding.EncodeToString(usual.Sum(nil))}
	exact.Sum(p.sum[:0])
	return p, true
}
