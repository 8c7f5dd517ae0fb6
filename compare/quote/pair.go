package quote

import (
	"slices"
	"strings"
	"unicode"

	"github.com/storydiff/storydiff/compare/text"
)

// A stretch is what stands between two marks that belong together. Marks nested in
// it are part of it. One that runs over paragraphs is opened again in each.
type stretch struct {
	text.Span           // between the marks
	outer     text.Span // marks included
	flags     []string
	spoken    bool // dashes or a speaker’s label show it to be speech
}

// stretches returns the outermost marked stretches of s in order.
func stretches(s string, paragraphs []text.Span) []stretch {
	p := pairer{s: s}
	var ahead []mark
	for i, para := range paragraphs {
		if i == 0 {
			ahead = paragraphMarks(s, para, nil)
		}
		marks := ahead
		if i+1 < len(paragraphs) {
			ahead = paragraphMarks(s, paragraphs[i+1], nil)
		} else {
			ahead = nil
		}
		p.paragraph(para, marks)
		p.finish(para, ahead, i+1 < len(paragraphs) && startsWithMark(paragraphs[i+1], ahead))
	}
	return p.out
}

// startsWithMark reports whether the first of a paragraph's marks is its first character.
func startsWithMark(p text.Span, marks []mark) bool {
	return len(marks) > 0 && marks[0].Start == p.Start && marks[0].context != closes
}

// A frame is a mark that waits for its partner.
type frame struct {
	mark
	from    text.Span // the mark that opened the stretch, paragraphs before
	resumed bool      // opened again after a paragraph, or never closed in the last
}

// A pairer joins the marks of one text, paragraph by paragraph.
type pairer struct {
	s       string
	out     []stretch
	found   []stretch // of this paragraph, nested ones too, in order of their ends
	stack   []frame
	pending *frame // unclosed in the paragraph before and resumed in this one
	opening [families]int
	closing [families]int // marks of this paragraph still to come
}

// paragraph pairs the marks of one paragraph.
func (p *pairer) paragraph(para text.Span, marks []mark) {
	p.stack, p.found = p.stack[:0], p.found[:0]
	p.count(marks)
	strong := strongAhead(p.s[:para.End], marks)
	if p.pending != nil && !startsWithMark(para, marks) {
		p.stack = append(p.stack, *p.pending)
		p.pending = nil
	}
	for i, m := range marks {
		p.uncount(m)
		switch p.roleOf(m) {
		case opens:
			if m.fam == single && m.shape != opens && p.closing[single] == 0 {
				continue // an apostrophe
			}
			p.open(m)
		case closes:
			if strong[i] && possessive(p.s[:para.End], m) {
				continue
			}
			p.close(m)
		}
	}
}

// count notes how many marks of either role a paragraph holds.
func (p *pairer) count(marks []mark) {
	p.opening, p.closing = [families]int{}, [families]int{}
	for _, m := range marks {
		switch likely(m) {
		case opens:
			p.opening[m.fam]++
		case closes:
			p.closing[m.fam]++
		}
	}
}

func (p *pairer) uncount(m mark) {
	switch likely(m) {
	case opens:
		p.opening[m.fam]--
	case closes:
		p.closing[m.fam]--
	}
}

// likely is the role of a mark seen by itself.
func likely(m mark) role {
	if m.context != either {
		return m.context
	}
	return m.shape
}

// strongAhead says for each single mark whether a sure closing mark follows before
// the next opening one. Then an apostrophe after s may well be a possessive.
func strongAhead(s string, marks []mark) []bool {
	ahead := make([]bool, len(marks))
	seen := false
	for i := len(marks) - 1; i >= 0; i-- {
		m := marks[i]
		if m.fam != single {
			continue
		}
		ahead[i] = seen
		switch {
		case likely(m) == opens:
			seen = false
		case likely(m) == closes && !possessive(s, m):
			seen = true
		}
	}
	return ahead
}

// possessive reports whether a single mark stands like the apostrophe of “workers’
// rights” or “goin’ home”: after s or in, with another word to come.
func possessive(s string, m mark) bool {
	if m.fam != single || m.Start == 0 || m.End+1 >= len(s) || s[m.End] != ' ' || !letterAfter(s[m.End+1:]) {
		return false
	}
	word := s[max(0, m.Start-2):m.Start]
	return strings.HasSuffix(word, "s") || word == "in"
}

// roleOf decides what a mark does here: the surroundings weigh more than its shape,
// and a mark that may be either closes what is open.
func (p *pairer) roleOf(m mark) role {
	isOpen := p.top(m.fam) >= 0
	switch {
	case m.context == closes && (isOpen || m.shape != opens):
		return closes
	case m.context == opens && (m.shape != closes || !isOpen || m.fam == guillemet || m.fam == angle):
		return opens
	case m.context == either && m.shape == either && isOpen:
		return closes
	case m.context == either && m.shape == either:
		return opens
	case m.context == either && m.shape == opens && isOpen && m.fam == double:
		return closes // „…“ with something odd behind it
	}
	return m.shape
}

// top returns the place of the innermost open mark of a family, -1 when there is none.
func (p *pairer) top(fam family) int {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].fam == fam {
			return i
		}
	}
	return -1
}

const maxDepth = 8 // quotes within quotes; deeper ones are damage

// open starts a stretch. When marks of its kind are open already and too few closing
// ones remain, the earlier one was never closed.
func (p *pairer) open(m mark) {
	if i := p.top(m.fam); i >= 0 && straight(p.stack[i].mark) == straight(m) &&
		p.closing[m.fam] < p.openFrames(m.fam)+1+p.opening[m.fam] {
		if i == 0 {
			p.abandon(m.Start)
		}
		p.stack = p.stack[:i]
	}
	if len(p.stack) == maxDepth {
		return
	}
	f := frame{mark: m, from: m.Span}
	if p.pending != nil {
		f.from, f.resumed = p.pending.from, true
		p.pending = nil
	}
	p.stack = append(p.stack, f)
}

func (p *pairer) openFrames(fam family) (n int) {
	for _, f := range p.stack {
		if f.fam == fam {
			n++
		}
	}
	return n
}

// abandon gives up on closing the outermost open mark: its stretch ends with its
// sentence, at the latest at byte end.
func (p *pairer) abandon(end int) {
	f := p.stack[0]
	if f.fam == single {
		return
	}
	end = sentenceEnd(p.s, f.End, end)
	p.emit(f, text.Span{Start: end, End: end}, flagUnclosed)
}

// sentenceEnd returns the end of the first sentence of s[from:to], space trimmed.
func sentenceEnd(s string, from, to int) int {
	for i := from; i+1 < to; i++ {
		if strings.IndexByte(".!?", s[i]) >= 0 && s[i+1] == ' ' {
			return i + 1
		}
	}
	return from + len(strings.TrimRightFunc(s[from:to], unicode.IsSpace))
}

// close ends the innermost stretch of the mark's family. With none open it may end
// one of another family that nothing else will close; else it is surplus.
func (p *pairer) close(m mark) {
	i := p.partner(m)
	var flags []string
	if i < 0 && m.fam != single && len(p.stack) > 0 && p.closing[p.stack[0].fam] == 0 && p.stack[0].fam != single {
		i, flags = 0, []string{flagMismatched}
	}
	if i < 0 {
		p.surplus(m)
		return
	}
	f := p.stack[i]
	p.stack = p.stack[:i]
	if flags == nil && !paired(p.s[f.Start:f.End], p.s[m.Start:m.End]) {
		flags = []string{flagMismatched}
	}
	p.emit(f, m.Span, flags...)
}

// partner returns the place of the innermost open mark of the family that some
// convention pairs with m, else the innermost of the family, else -1.
func (p *pairer) partner(m mark) int {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if f := p.stack[i]; f.fam == m.fam && paired(p.s[f.Start:f.End], p.s[m.Start:m.End]) {
			return i
		}
	}
	return p.top(m.fam)
}

// straight reports whether a mark is one of a typewriter's: texts use straight and
// curly marks in one another as they use double and single ones.
func straight(m mark) bool { return m.shape == either }

// surplus flags the stretch before a closing mark that nothing opened. Apostrophes
// and inch signs are none.
func (p *pairer) surplus(m mark) {
	if m.fam == single || len(p.found) == 0 || m.Start > 0 && digit(p.s[m.Start-1]) {
		return
	}
	last := &p.found[len(p.found)-1]
	if !slices.Contains(last.flags, flagSurplus) {
		last.flags = append(last.flags, flagSurplus)
	}
}

func (p *pairer) emit(f frame, closer text.Span, flags ...string) {
	inner := text.Trim(p.s, text.Span{Start: f.from.End, End: closer.Start})
	if inner.Len() > 0 {
		p.found = append(p.found, stretch{Span: inner, outer: text.Span{Start: f.from.Start, End: closer.End}, flags: flags})
	}
}

// finish settles what the paragraph left open and hands over its outermost stretches.
func (p *pairer) finish(para text.Span, next []mark, nextOpens bool) {
	p.pending = nil
	if len(p.stack) > 0 && p.stack[0].fam != single || len(p.stack) > 0 && p.stack[0].shape == opens {
		f := p.stack[0]
		switch {
		case nextOpens && next[0].fam == f.fam, closesFirst(f.fam, next) && !f.resumed:
			p.pending = &frame{mark: f.mark, from: f.from, resumed: true}
		case f.fam != single:
			p.emit(f, text.Span{Start: para.End, End: para.End}, flagUnclosed)
		}
	}
	slices.SortStableFunc(p.found, func(a, b stretch) int { return a.outer.Start - b.outer.Start })
	for _, f := range p.found {
		if n := len(p.out); n > 0 && f.outer.Start < p.out[n-1].outer.End {
			continue
		}
		p.out = append(p.out, f)
	}
}

// closesFirst reports whether the first mark of a family closes: it belongs to a
// stretch of the paragraph before.
func closesFirst(fam family, marks []mark) bool {
	for _, m := range marks {
		if m.fam == fam {
			return fam != single && m.context == closes
		}
	}
	return false
}
