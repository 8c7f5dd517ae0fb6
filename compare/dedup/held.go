package dedup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/shingle"
	"github.com/storydiff/storydiff/compare/text"
)

// heldShare is the least share of a paragraph's shingles that stand in another article
// when that article holds the paragraph.
const heldShare = .9

// own returns the first paragraph or quote of an article that another does not hold:
// too few of its shingles stand there, or a number, name or negation differs. A quote
// is what stands in marks: reported speech is held with its paragraph.
func own(of, in *version) (what string, at text.Span, found bool) {
	h := newHolder(in)
	var gapped []text.Span // paragraphs that are held, though not all of their shingles
	for _, p := range of.Paragraphs() {
		gaps := h.gaps
		if !h.holds(of, p) {
			return "paragraph", p, true
		}
		if h.gaps > gaps {
			gapped = append(gapped, p)
		}
	}
	for _, p := range gapped {
		for _, q := range marked(of.Text, p) {
			if !h.holds(of, q) {
				return "quote", q, true
			}
		}
	}
	return "", text.Span{}, false
}

// quoteMarks are the marks that quotes stand in, apostrophes left out.
const quoteMarks = "\"“”„«»‹›「」『』"

// leastQuoted is how many words stand in marks at least to be a quote and not a term.
const leastQuoted = 3

// marked returns what stands in marks in a paragraph: from one that words follow to the
// next one that words precede, or to the paragraph's end. French sets its marks off by spaces.
func marked(s string, paragraph text.Span) (quotes []text.Span) {
	p := paragraph.Of(s)
	from := -1
	for i, r := range p {
		if !strings.ContainsRune(quoteMarks, r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		opens := r == '«' || end < len(p) && p[end] > ' '
		switch {
		case from < 0 && opens:
			from = paragraph.Start + end
		case from >= 0 && (r == '»' || p[i-1] > ' '):
			quotes = appendQuote(quotes, s, text.Span{Start: from, End: paragraph.Start + i})
			from = -1
		}
	}
	if from >= 0 {
		quotes = appendQuote(quotes, s, text.Span{Start: from, End: paragraph.End})
	}
	return quotes
}

func appendQuote(quotes []text.Span, s string, q text.Span) []text.Span {
	if len(strings.Fields(q.Of(s))) < leastQuoted {
		return quotes
	}
	return append(quotes, q)
}

// A holder tells which stretches of other texts an article holds.
type holder struct {
	in      *version
	places  *shingle.Places // of shingles, in words
	figures map[string]bool
	gaps    int // stretches found missing so far

	split bool
	words []shingle.Position

	shingles []uint64 // scratch: of the stretch at hand
}

func newHolder(in *version) *holder {
	h := &holder{in: in, figures: map[string]bool{}}
	h.places = shingle.PlacesOf(shingle.Append(make([]uint64, 0, len(in.Raw)/5), in.Raw))
	for f := range signedFigures(in.Raw) {
		h.figures[f] = true
	}
	return h
}

// ownWords returns the words of the article.
func (h *holder) ownWords() []shingle.Position {
	if !h.split {
		h.split, h.words = true, shingle.Words(h.in.Raw)
	}
	return h.words
}

// holds reports whether the article holds a stretch of another.
func (h *holder) holds(of *version, p text.Span) bool {
	s := p.Of(of.Text)
	for f := range signedFigures(s) {
		if !h.figures[f] {
			return false
		}
	}
	h.shingles = shingle.Append(h.shingles[:0], s)
	if len(h.shingles) < 2 {
		if words := shingle.Words(s); len(words) < shingle.Width {
			return h.hasWords(words)
		}
	}
	var words []shingle.Position // of the stretch, when they are asked for
	missing := 0
	for i := 0; i < len(h.shingles); i++ {
		first := i
		for i < len(h.shingles) && h.places.First(h.shingles[i]) < 0 {
			i++
		}
		if i == first {
			continue
		}
		h.gaps++
		missing += i - first
		if float64(missing) > (1-heldShare)*float64(len(h.shingles)) {
			return false
		}
		if words == nil {
			words = shingle.Words(s)
		}
		if h.gapDiffers(of, s, words, first, i) {
			return false
		}
	}
	return true
}

// hasWords reports whether the few words of a stretch stand next to each other.
func (h *holder) hasWords(few []shingle.Position) bool {
	all := h.ownWords()
	for i := 0; i+len(few) <= len(all); i++ {
		if slices.EqualFunc(few, all[i:i+len(few)], func(a, b shingle.Position) bool { return a.Hash == b.Hash }) {
			return true
		}
	}
	return len(few) == 0
}

// gapDiffers reports whether a number, name or negation may differ where the shingles
// from first up to end are missing in the article; the words are those of the stretch. A
// gap that cannot be set against a place in the article may hide anything.
func (h *holder) gapDiffers(of *version, s string, words []shingle.Position, first, end int) bool {
	shingles := h.shingles
	from, to := 0, len(words)
	if first > 0 {
		from = first + shingle.Width - 1
	}
	if end < len(shingles) {
		to = end
	}
	news := words[min(from, to):max(from, to)]
	var olds []shingle.Position
	if first > 0 && end < len(shingles) {
		var placed bool
		if olds, placed = h.between(shingles[first-1], shingles[end]); !placed {
			return true
		}
	}
	lang := of.Language()
	return slices.ContainsFunc(without(news, olds), func(w shingle.Position) bool { return isFact(w.Of(s), lang) }) ||
		slices.ContainsFunc(without(olds, news), func(w shingle.Position) bool { return mayDeny(strings.ToLower(w.Of(h.in.Raw)), lang) })
}

// longestGap is how many words may stand between two shingles for them to be the same
// two places of a text.
const longestGap = 30

// between returns the words between two shingles of the article where they are nearest.
func (h *holder) between(before, after uint64) (words []shingle.Position, placed bool) {
	for i := range h.places.Of(before) {
		for j := range h.places.Of(after) {
			from := i + shingle.Width
			if n := j - from; n >= 0 && n <= longestGap && (!placed || n < len(words)) {
				words, placed = h.ownWords()[from:j], true
			}
		}
	}
	return words, placed
}

// without returns the words that are not among others.
func without(words, others []shingle.Position) []shingle.Position {
	var left []shingle.Position
	for _, w := range words {
		if !slices.ContainsFunc(others, func(o shingle.Position) bool { return o.Hash == w.Hash }) {
			left = append(left, w)
		}
	}
	return left
}

// isFact reports whether a word may be a number, a name or a negation.
func isFact(word, lang string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	lower := strings.ToLower(word)
	return strings.ContainsFunc(word, unicode.IsDigit) || mayDeny(lower, lang) ||
		unicode.IsUpper(r) && !text.Stop(lower, lang) || ordinal(lower, lang) > 0 || len(text.Numbers(word, lang)) > 0
}

// mayDeny reports whether a word of a shingle may be a negation: these part "can't" in two.
func mayDeny(word, lang string) bool { return word == "t" || denies(word, lang) }
