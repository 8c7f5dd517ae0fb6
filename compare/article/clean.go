package article

import "strings"

// The cleaner tells page debris from article text line by line. It goes in steps,
// each of which sees what the ones before have left:
//
//  1. stretches inside a line: datelines, link lists glued into a sentence (inline.go)
//  2. lines that tell by themselves: cues, captions, credits, bylines (rules)
//  3. lines that tell by what stands around them (neighbours.go)
//
// A line that holds a quotation goes only when its words stand elsewhere too, and
// when debris would be most of the text nothing goes at all.

// A page is a body in the course of being cleaned.
type page struct {
	title      string
	authors    []string // those known before
	titleWords string   // in plain form
	lines      []line
	size       int // bytes of the body
	labels     int // how many lines were looked up as labels of pictures

	shouting     bool // much of it is in capitals, so that capitals say nothing
	capitalLinks bool // it sets links to other pages in capitals
}

// A line is a paragraph or a fragment of one, as the page breaks it.
type line struct {
	text   string // what is left of it
	cuts   []cut  // what was taken out of it, in order
	gap    bool   // an empty line stands before it
	reason string // what it is taken for; empty when it stays

	datelines int // how many of the cuts are datelines; they come first
}

// A cut is a stretch taken out of a line.
type cut struct {
	text, reason string
	at           int // the byte of the line's text at which it stood
}

// maxDebris is the share of a text beyond which what looks like debris is not: a
// picture gallery, a page of links, a text in another form than ours.
const maxDebris = 2.0 / 3

// clean parts a body into article text and debris. Offsets of removals count into
// the cleaned text.
func clean(title, body string, authors ...string) (string, []Removal) {
	p := newPage(title, body)
	p.authors = authors
	for i := range p.lines {
		p.lines[i].cutInline()
	}
	p.judgeLines()
	p.cutCityDateline()
	p.judgeNeighbours()
	if p.debrisShare() > maxDebris {
		p.restore(title, body)
	}
	return p.assemble()
}

func newPage(title, body string) *page {
	p := &page{title: title, titleWords: plain(title), size: len(body)}
	p.lines = make([]line, 0, strings.Count(body, "\n")/2+1)
	gap := false
	loud, lines := 0, 0
	for s := range strings.SplitSeq(body, "\n") {
		s = strings.TrimSpace(s)
		if s == "" {
			gap = true
			continue
		}
		p.lines = append(p.lines, line{text: s, gap: gap})
		gap = false
		lines++
		if words := headlineInCapitals(s); words > 0 {
			loud++
			p.capitalLinks = p.capitalLinks || words >= sureLink
		}
	}
	p.shouting = loud*3 > lines
	return p
}

// rules judge a line by itself, in this order; the first that matches names the reason.
var rules = []struct {
	reason string
	match  func(p *page, line string) bool
}{
	{"separator", separator},
	{"repeated headline", repeatsHeadline},
	{"photo credit", creditLine},
	{"caption", caption},
	{"caption", gallery},
	{"byline", byline},
	{"byline", authorLine},
	{"source line", sourceLine},
	{"copyright line", copyrightLine},
	{"update line", updateLine},
	{embedSignature, postFurniture},
	{"link to another page", linkInCapitals},
}

// judgeLines judges every line by itself. Lines that hold a quotation wait until it
// is known what stays: they go only when their words stand there too.
func (p *page) judgeLines() {
	var waiting []int
	for i := range p.lines {
		l := &p.lines[i]
		certain := p.judgeLine(l)
		if l.reason != "" && !certain && len(quotations(l.text)) > 0 {
			waiting = append(waiting, i)
		}
	}
	p.keepQuotations(waiting)
}

// judgeLine judges one line, and reports whether it may take a quotation along: the
// headline that a call to read more names.
func (p *page) judgeLine(l *line) (certain bool) {
	l.reason = ""
	if c, ok := cues().match(l.text); ok {
		l.reason = c.reason
		return c.kind != '^'
	}
	for _, r := range rules {
		if r.match(p, l.text) {
			l.reason = r.reason
			return false
		}
	}
	return false
}

// debrisShare returns the share of bytes that would go.
func (p *page) debrisShare() float64 {
	gone, all := 0, 0
	for _, l := range p.lines {
		all += len(l.text)
		if l.reason != "" {
			gone += len(l.text)
		}
		for _, c := range l.cuts {
			all += len(c.text)
			gone += len(c.text)
		}
	}
	if all == 0 {
		return 0
	}
	return float64(gone) / float64(all)
}

// restore takes all judgements back.
func (p *page) restore(title, body string) { *p = *newPage(title, body) }

// assemble writes what stays, and lists what goes with the place where it stood.
func (p *page) assemble() (string, []Removal) {
	var b strings.Builder
	b.Grow(p.size)
	var removed []Removal
	pending := 0 // removals that stand before the next line that stays
	gap := false
	for _, l := range p.lines {
		gap = gap || l.gap
		if l.reason == "" && b.Len() > 0 {
			b.WriteByte('\n')
			if gap {
				b.WriteByte('\n')
			}
		}
		if l.reason == "" {
			gap = false
			place(removed[pending:], b.Len())
		}
		for _, c := range l.cuts {
			removed = append(removed, Removal{c.text, c.reason, b.Len() + c.at})
		}
		if l.reason != "" {
			removed = append(removed, Removal{Text: l.text, Reason: l.reason})
			continue
		}
		b.WriteString(l.text)
		pending = len(removed)
	}
	place(removed[pending:], b.Len())
	return b.String(), removed
}

func place(removed []Removal, at int) {
	for i := range removed {
		removed[i].At = at
	}
}
