package similar

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
	"github.com/storydiff/storydiff/compare/text"
)

const (
	quoteWords    = 4    // a shorter quote may be anybody's
	quotesRead    = 80   // of an article, the longest ones
	sameUtterance = 0.39 // likeness from which two quotes are one utterance
	quotesShown   = 5
	passageWords  = 8 // in a row, before they are worth telling
	passagesShown = 3
	wordsCited    = 12
	plainWords    = 3 // of a passage that are neither names nor function words
	furniture     = 3 // passages from which on a shared paragraph is no mere notice
)

// sharedQuotes finds utterances that both print, in whatever translation or cut, of
// speakers that do not contradict each other.
func sharedQuotes(p *pairing) []Evidence {
	said, heard := p.a.spoken(), p.b.spoken()
	var matches []align.Match
	for _, c := range align.Candidates(said.wordings, heard.wordings) {
		if !p.mayBeOne(said.quotes[c.A].Speaker, heard.quotes[c.B].Speaker) {
			continue
		}
		if score := said.wordings[c.A].Similarity(heard.wordings[c.B]); score >= sameUtterance {
			matches = append(matches, align.Match{A: c.A, B: c.B, Score: score})
		}
	}
	var all []Evidence
	for _, m := range mutual(matches) {
		here, there := said.quotes[m.A], heard.quotes[m.B]
		all = append(all, Evidence{
			For: true, Kind: "shared quote", Weight: m.Score,
			Note: speakerOf(here, there) + "“" + firstWords(shorter(p.a.of(here.Span), p.b.of(there.Span))) + "”",
			A:    []text.Span{here.Span}, B: []text.Span{there.Span},
		})
	}
	all = apart(all)
	return all[:min(len(all), quotesShown)]
}

// utterances are the quotes of an article that are worth comparing.
type utterances struct {
	quotes   []quote.Quote
	wordings []*align.Wording
}

// longest returns the quotes of the body worth comparing, in order of their start.
func longest(s *side) []quote.Quote {
	var kept []quote.Quote
	for _, q := range s.Quotes() {
		spoken := q.Kind == quote.Direct || q.Kind == quote.Partial
		if spoken && len(strings.Fields(s.of(q.Span))) >= quoteWords {
			kept = append(kept, q)
		}
	}
	if len(kept) > quotesRead {
		slices.SortStableFunc(kept, func(p, q quote.Quote) int { return cmp.Compare(q.Len(), p.Len()) })
		kept = kept[:quotesRead]
		slices.SortFunc(kept, func(p, q quote.Quote) int { return cmp.Compare(p.Start, q.Start) })
	}
	return kept
}

// shorter returns the shorter of two wordings, which both have.
func shorter(a, b string) string {
	if len(a) == len(b) {
		return min(a, b)
	}
	if len(a) < len(b) {
		return a
	}
	return b
}

func wordings(s *side, quotes []quote.Quote, lang string) []*align.Wording {
	all := make([]*align.Wording, len(quotes))
	for i, q := range quotes {
		all[i] = align.Prepare(s.of(q.Span), lang)
	}
	return all
}

// mayBeOne reports whether two speakers may be the same; an unknown one may be anybody.
func (p *pairing) mayBeOne(a, b quote.Speaker) bool {
	if a.Entity < 0 || b.Entity < 0 {
		return true
	}
	return p.union.SameVoice(p.union.ID(0, a.Entity), p.union.ID(1, b.Entity))
}

// mutual keeps the matches that are the best of both their sides, the best first.
func mutual(matches []align.Match) []align.Match {
	slices.SortFunc(matches, func(m, n align.Match) int {
		return cmp.Or(cmp.Compare(n.Score, m.Score), cmp.Compare(m.A+m.B, n.A+n.B), cmp.Compare(min(m.A, m.B), min(n.A, n.B)))
	})
	var kept []align.Match
	usedA, usedB := map[int]bool{}, map[int]bool{}
	for _, m := range matches {
		if !usedA[m.A] && !usedB[m.B] {
			kept = append(kept, m)
		}
		usedA[m.A], usedB[m.B] = true, true
	}
	return kept
}

// speakerOf says who is quoted: a person or body by name, not "the statement".
func speakerOf(p, q quote.Quote) string {
	if p.Speaker.Entity < 0 && q.Speaker.Entity < 0 {
		return "both print "
	}
	return "both quote " + fuller(nameOf(p.Speaker), nameOf(q.Speaker)) + ": "
}

// nameOf returns the name of a speaker who has one.
func nameOf(s quote.Speaker) string {
	if s.Entity < 0 {
		return ""
	}
	return s.Name
}

// firstWords cuts a citation short.
func firstWords(s string) string {
	words := strings.Fields(s)
	if len(words) <= wordsCited {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:wordsCited], " ") + " …"
}

// sharedPassages finds the longest runs of words that stand in both and say something.
func sharedPassages(p *pairing) []Evidence {
	found := p.passages()
	few := len(found) < furniture
	found = slices.DeleteFunc(found, func(q shingle.Passage) bool { return !p.tells(q) || few && p.furniture(q) })
	slices.SortStableFunc(found, func(p, q shingle.Passage) int {
		return cmp.Or(cmp.Compare(q.Words, p.Words), cmp.Compare(p.A.Start+p.B.Start, q.A.Start+q.B.Start))
	})
	found = found[:min(len(found), passagesShown)]
	all := make([]Evidence, 0, len(found))
	for _, q := range found {
		all = append(all, Evidence{
			For: true, Kind: "passage", Weight: 1 - 4/float64(q.Words),
			Note: "both say, word for word: “" + firstWords(max(p.a.of(q.A), p.b.of(q.B))) + "”",
			A:    []text.Span{q.A}, B: []text.Span{q.B},
		})
	}
	return all
}

// passages returns the runs of words in both, the same ones from either side.
func (p *pairing) passages() []shingle.Passage {
	if p.a.Text <= p.b.Text {
		return shingle.Passages(p.a.Text, p.b.Text, passageWords)
	}
	found := shingle.Passages(p.b.Text, p.a.Text, passageWords)
	for i, q := range found {
		found[i].A, found[i].B = q.B, q.A
	}
	return found
}

// tells reports whether a passage is more than the names and function words of one
// phrase: "of the call between the president of X and".
func (p *pairing) tells(q shingle.Passage) bool {
	plain := 0
	for i := p.a.tokenAt(q.A.Start); i < len(p.a.tokens) && p.a.tokens[i].Start < q.A.End; i++ {
		if t := p.a.tokens[i]; t.rarity > 0 && isPlain(t) {
			plain++
		}
	}
	return plain >= plainWords
}

// tokenAt returns the first token from a byte on.
func (s *side) tokenAt(at int) int {
	i, _ := slices.BinarySearchFunc(s.tokens, at, func(t token, at int) int { return cmp.Compare(t.Start, at) })
	return i
}

// furniture reports whether a passage is a whole paragraph in both, behind the lead.
// One such paragraph where little else is shared is a notice of the page.
func (p *pairing) furniture(q shingle.Passage) bool {
	return q.A.Start >= p.a.lead && q.B.Start >= p.b.lead && wholeParagraph(p.a.Text, q.A) && wholeParagraph(p.b.Text, q.B)
}

// wholeParagraph reports whether a span lacks at most the marks at the ends of its paragraph.
func wholeParagraph(s string, p text.Span) bool {
	before, after := s[:p.Start], s[p.End:]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	after, _, _ = strings.Cut(after, "\n")
	return len(strings.TrimSpace(before))+len(strings.TrimSpace(after)) <= 8
}

// otherVoices finds that both quote people, and nobody whom the other quotes; or, when
// they are not said to report one event, that each quotes somebody of its own.
func otherVoices(p *pairing) []Evidence {
	va, vb := voices(p.a), voices(p.b)
	heard := func(x, y quote.Quote) bool {
		return p.union.SameVoice(p.union.ID(0, x.Speaker.Entity), p.union.ID(1, y.Speaker.Entity))
	}
	var onlyA, onlyB []quote.Quote
	for _, x := range va {
		if !slices.ContainsFunc(vb, func(y quote.Quote) bool { return heard(x, y) }) {
			onlyA = append(onlyA, x)
		}
	}
	for _, y := range vb {
		if !slices.ContainsFunc(va, func(x quote.Quote) bool { return heard(x, y) }) {
			onlyB = append(onlyB, y)
		}
	}
	common := len(onlyA) < len(va) || len(onlyB) < len(vb)
	if len(onlyA) == 0 || len(onlyB) == 0 || common && p.same {
		return nil
	}
	return []Evidence{{
		Kind: "other people quoted", Weight: 0.3,
		Note: "quoted only here: " + voiceNames(onlyA) + "; only there: " + voiceNames(onlyB),
		A:    spansOf(onlyA), B: spansOf(onlyB),
	}}
}

const voicesShown = 3

// voices returns a quote of each of the people whom the article quotes. A country is
// quoted through somebody, so it is no voice.
func voices(s *side) []quote.Quote {
	var found []quote.Quote
	seen := map[int]bool{}
	for _, q := range s.Quotes() {
		spoken := q.Kind == quote.Direct || q.Kind == quote.Partial
		if spoken && q.Speaker.Entity >= 0 && !seen[q.Speaker.Entity] && s.Names().Entities[q.Speaker.Entity].Kind != names.Place {
			seen[q.Speaker.Entity] = true
			found = append(found, q)
		}
	}
	return found
}

func voiceNames(quotes []quote.Quote) string {
	quotes = quotes[:min(len(quotes), voicesShown)]
	all := make([]string, 0, len(quotes))
	for _, q := range quotes {
		all = append(all, q.Speaker.Name)
	}
	return strings.Join(all, ", ")
}

func spansOf(quotes []quote.Quote) []text.Span {
	quotes = quotes[:min(len(quotes), voicesShown)]
	spans := make([]text.Span, 0, len(quotes))
	for _, q := range quotes {
		spans = append(spans, q.Span)
	}
	return spans
}
