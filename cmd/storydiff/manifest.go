package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/dedup"
)

// An entry is what a manifest says of an article besides the decision.
type entry struct {
	location, id, sha256 string
}

// decisions writes what was decided: the articles kept, those dropped, the manifest.
type decisions struct {
	files                   []*wholeFile
	kept, dropped, manifest *bufio.Writer
	summary                 summary
	line                    []byte // scratch

	hold bool // until it is known what becomes of the records
	held []heldLine
}

// A heldLine waits for what becomes of its record in a web archive.
type heldLine struct {
	manifestLine
	revisit bool // the record has become a revisit
}

// buffered is how many bytes are written to a file at a time.
const buffered = 1 << 18

// outputs opens the files asked for.
func (f *dedupFlags) outputs(s streams) (*decisions, error) {
	if err := f.checkOutputs(); err != nil {
		return nil, err
	}
	d := &decisions{}
	open := func(name string, unnamed io.Writer) (*bufio.Writer, error) {
		switch name {
		case "":
			return bufio.NewWriterSize(unnamed, buffered), nil
		case "-":
			return bufio.NewWriterSize(s.out, buffered), nil
		}
		file, err := newWholeFile(name)
		if err != nil {
			return nil, err
		}
		d.files = append(d.files, file)
		return bufio.NewWriterSize(file.File, buffered), nil
	}
	var err error
	if d.kept, err = open(f.kept, s.out); err == nil {
		if d.dropped, err = open(f.dropped, io.Discard); err == nil {
			d.manifest, err = open(f.manifest, io.Discard)
		}
	}
	if err != nil {
		d.discard()
		return nil, err
	}
	return d, nil
}

// checkOutputs checks that not two outputs go to standard output.
func (f *dedupFlags) checkOutputs() error {
	n := 0
	for _, name := range []string{cmp.Or(f.kept, "-"), f.dropped, f.manifest} {
		if name == "-" {
			n++
		}
	}
	if n > 1 {
		return errors.New("only one of what is kept, what is dropped and the manifest can go to standard output: name files for the others (-o FILE, --dropped FILE, --manifest FILE)")
	}
	return nil
}

// flush brings everything to the files, and to the disk when it has to last.
func (d *decisions) flush(last bool) error {
	for _, w := range []*bufio.Writer{d.kept, d.dropped, d.manifest} {
		if err := w.Flush(); err != nil {
			return fmt.Errorf("cannot write what was decided: %w", reason(err))
		}
	}
	for _, f := range d.files {
		if f.asIs || !last {
			continue
		}
		if err := f.Sync(); err != nil {
			return fmt.Errorf("cannot write what was decided: %w", reason(err))
		}
	}
	return nil
}

// commit gives all files their names.
func (d *decisions) commit() error {
	for _, f := range d.files {
		if err := f.commit(); err != nil {
			return err
		}
	}
	return nil
}

func (d *decisions) discard() {
	for _, f := range d.files {
		f.discard()
	}
}

// write writes one decision.
func (d *decisions) write(raw []byte, line manifestLine) error {
	if d.hold {
		d.held = append(d.held, heldLine{line, false})
		return nil
	}
	out := d.kept
	if line.Decision == drop {
		out = d.dropped
	}
	_, err := out.Write(raw)
	if err == nil && !bytes.HasSuffix(raw, []byte("\n")) {
		err = out.WriteByte('\n') // the last line of a file, behind which another may follow
	}
	if err != nil {
		return fmt.Errorf("cannot write what was decided: %w", reason(err))
	}
	return d.record(line)
}

// keptWhole is why an article stays in a web archive that would go elsewhere.
const keptWhole dedup.Reason = "nothing of its own, but no payload that another has byte for byte"

// writeHeld writes the decisions that were held.
func (d *decisions) writeHeld() error {
	for _, h := range d.held {
		switch {
		case h.revisit:
			h.Decision = revisit
		case h.Decision == drop:
			h.Decision, h.Reason = keep, string(keptWhole)
		}
		if err := d.record(h.manifestLine); err != nil {
			return err
		}
	}
	return nil
}

// record counts a decision and writes its line.
func (d *decisions) record(line manifestLine) error {
	d.summary.add(line)
	var err error
	if d.line, err = line.append(d.line[:0]); err == nil {
		_, err = d.manifest.Write(append(d.line, '\n'))
	}
	if err != nil {
		return fmt.Errorf("cannot write what was decided: %w", reason(err))
	}
	return nil
}

// The decisions.
const (
	keep    = "keep"
	drop    = "drop"
	revisit = "revisit" // in a web archive, in place of drop
)

// A manifestLine is the line of one article.
type manifestLine struct {
	Location    string     `json:"location"`
	ID          string     `json:"id,omitempty"`
	SHA256      string     `json:"sha256"`
	Decision    string     `json:"decision"`
	Reason      string     `json:"reason"`
	Own         string     `json:"own,omitempty"` // the paragraph or quote that only this article has
	Of          string     `json:"of,omitempty"`  // where the article lies that it was compared with
	OfID        string     `json:"of_id,omitempty"`
	Relation    string     `json:"relation,omitempty"` // to that article
	Jaccard     float64    `json:"jaccard,omitempty"`
	Containment float64    `json:"containment,omitempty"`    // share of this article's shingles in that one
	OfContained float64    `json:"of_containment,omitempty"` // share of that one's shingles in this article
	Differs     []fact     `json:"differs,omitempty"`
	Replaces    []replaced `json:"replaces,omitempty"` // articles of the index that this one is preferred over
}

// A fact is a number, date, name or negation that differs.
type fact struct {
	Type string `json:"type"`
	From string `json:"from"` // in the article compared with
	To   string `json:"to"`
}

// A replaced article lies in the index and gives way to the one kept.
type replaced struct {
	Location string `json:"location"`
	ID       string `json:"id,omitempty"`
}

// newManifestLine returns the line of a decision without the other articles' names.
func newManifestLine(e entry, made dedup.Decision) manifestLine {
	line := manifestLine{Location: e.location, ID: e.id, SHA256: e.sha256, Decision: keep, Reason: string(made.Reason), Own: made.Own}
	if made.Drop {
		line.Decision = drop
	}
	if made.Of >= 0 {
		line.Relation = string(made.Relation)
		line.Jaccard, line.Containment, line.OfContained = rounded(made.Jaccard), rounded(made.InOf), rounded(made.OfIn)
	}
	for _, f := range made.Differs {
		line.Differs = append(line.Differs, fact{f.Type, f.From, f.To})
	}
	return line
}

// append appends the line as JSON. Nearly all lines say that nothing is alike: those few
// fields are written by hand, as reflection takes ten times as long.
func (l *manifestLine) append(dst []byte) ([]byte, error) {
	if !l.isSimple() || !isPlain(l.Location) || !isPlain(l.ID) || !isPlain(l.Reason) {
		return l.appendWhole(dst)
	}
	dst = append(append(append(dst, `{"location":"`...), l.Location...), '"')
	if l.ID != "" {
		dst = append(append(append(dst, `,"id":"`...), l.ID...), '"')
	}
	for _, field := range [...]struct{ key, value string }{{"sha256", l.SHA256}, {"decision", l.Decision}, {"reason", l.Reason}} {
		dst = append(append(append(dst, ',', '"'), field.key...), `":"`...)
		dst = append(append(dst, field.value...), '"')
	}
	return append(dst, '}'), nil
}

// isSimple reports whether the line has no other fields than those that all lines have.
func (l *manifestLine) isSimple() bool {
	return l.Own == "" && l.Of == "" && l.OfID == "" && l.Relation == "" &&
		l.Jaccard == 0 && l.Containment == 0 && l.OfContained == 0 && len(l.Differs)+len(l.Replaces) == 0
}

// isPlain reports whether a string stands in JSON as it is.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// appendWhole appends any line. It encodes a copy: else every line would have to lie where the
// encoder may keep it.
func (l *manifestLine) appendWhole(dst []byte) ([]byte, error) {
	out := bytes.NewBuffer(dst)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	err := lines.Encode(*l)
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), err
}

// rounded rounds to four decimals.
func rounded(f float64) float64 { return math.Round(f*1e4) / 1e4 }

// A summary counts decisions.
type summary struct {
	kept, dropped  int
	seen, replaced int                    // of these before, and of those in the index by these
	relations      map[dedup.Relation]int // of those dropped
	alike          map[dedup.Reason]int   // of those kept though alike
}

func (s *summary) add(line manifestLine) {
	if s.relations == nil {
		s.relations, s.alike = map[dedup.Relation]int{}, map[dedup.Reason]int{}
	}
	switch {
	case line.Decision != keep:
		s.dropped++
		s.relations[dedup.Relation(line.Relation)]++
	default:
		s.kept++
		s.alike[dedup.Reason(line.Reason)]++
		s.replaced += len(line.Replaces)
	}
}

// write says in a few lines what was decided.
func (s *summary) write(w io.Writer, took time.Duration) {
	fmt.Fprintf(w, "%s in %.1f s · kept %s · dropped %s%s\n",
		counted(s.kept+s.dropped, "article"), took.Seconds(), thousands(s.kept), thousands(s.dropped), listed(s.drops()))
	if alike := listed(s.keeps()); alike != "" {
		fmt.Fprintf(w, "kept though much alike%s\n", alike)
	}
	if s.seen > 0 {
		fmt.Fprintf(w, "seen before, and decided as then: %s\n", thousands(s.seen))
	}
	if s.replaced > 0 {
		fmt.Fprintf(w, "replaced in the index: %s\n", thousands(s.replaced))
	}
}

func (s *summary) drops() (parts []string) {
	for _, r := range []struct {
		relation dedup.Relation
		name     string
	}{
		{dedup.Identical, "identical"},
		{dedup.Cosmetic, "the same but for case, marks or debris"},
		{dedup.Republished, "republished"},
		{dedup.Shortened, "shortened"},
		{dedup.Update, "updated"},
	} {
		if n := s.relations[r.relation]; n > 0 {
			parts = append(parts, thousands(n)+" "+r.name)
		}
	}
	return parts
}

func (s *summary) keeps() (parts []string) {
	for _, r := range []struct {
		reason dedup.Reason
		name   string
	}{
		{dedup.FactsDiffer, "with other figures, names or negations"},
		{dedup.SaysMore, "that say more"},
		{dedup.OwnParagraph, "with a paragraph of their own"},
		{dedup.OwnQuote, "with a quote of their own"},
		{dedup.OtherFacts, "in the same frame with other facts"},
		{keptWhole, "with nothing of their own, whole in the archive"},
	} {
		if n := s.alike[r.reason]; n > 0 {
			parts = append(parts, thousands(n)+" "+r.name)
		}
	}
	return parts
}

func listed(parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, ", ")
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return thousands(n) + " " + noun + "s"
}

// thousands writes a number with commas.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
