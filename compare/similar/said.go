package similar

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
	"github.com/storydiff/storydiff/compare/text"
)

const (
	quoteWords    = 4   // a shorter quote may be anybody's
	quotesRead    = 80  // of an article, the longest ones
	sameUtterance = 0.6 // likeness from which two quotes are one utterance
	quotesShown   = 5
	passageWords  = 8 // in a row, before they are worth telling
	passagesShown = 3
	wordsCited    = 10
)

// sharedQuotes finds utterances that both print, in whatever translation or cut, of
// speakers that do not contradict each other.
func sharedQuotes(a, b *side) []Evidence {
	said, heard := longest(a), longest(b)
	union := names.Join(a.Names(), b.Names())
	lang := languageOf(a.Article)
	wa, wb := wordings(a, said, lang), wordings(b, heard, lang)
	var matches []align.Match
	for _, c := range align.Candidates(wa, wb) {
		if !mayBeOne(union, said[c.A].Speaker, heard[c.B].Speaker) {
			continue
		}
		if score := wa[c.A].Similarity(wb[c.B]); score >= sameUtterance {
			matches = append(matches, align.Match{A: c.A, B: c.B, Score: score})
		}
	}
	var all []Evidence
	for _, m := range mutual(matches) {
		if len(all) == quotesShown {
			break
		}
		p, q := said[m.A], heard[m.B]
		all = append(all, Evidence{
			For: true, Kind: "shared quote", Weight: m.Score,
			Note: "both quote " + speakerOf(p, q) + ": “" + firstWords(a.of(p.Span)) + "”",
			A:    []text.Span{p.Span}, B: []text.Span{q.Span},
		})
	}
	return all
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

func wordings(s *side, quotes []quote.Quote, lang string) []*align.Wording {
	all := make([]*align.Wording, len(quotes))
	for i, q := range quotes {
		all[i] = align.Prepare(s.of(q.Span), lang)
	}
	return all
}

// mayBeOne reports whether two speakers may be the same; an unknown one may be anybody.
func mayBeOne(u *names.Union, p, q quote.Speaker) bool {
	if p.Entity < 0 || q.Entity < 0 {
		return true
	}
	return u.SameVoice(u.ID(0, p.Entity), u.ID(1, q.Entity))
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

func speakerOf(p, q quote.Quote) string {
	return cmp.Or(max(p.Speaker.Name, q.Speaker.Name), "somebody")
}

// firstWords cuts a citation short.
func firstWords(s string) string {
	words := strings.Fields(s)
	if len(words) <= wordsCited {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:wordsCited], " ") + " …"
}

// sharedPassages finds the longest runs of words that stand in both.
func sharedPassages(a, b *side) []Evidence {
	found := shingle.Passages(a.Text, b.Text, passageWords)
	slices.SortStableFunc(found, func(p, q shingle.Passage) int {
		return cmp.Or(cmp.Compare(q.Words, p.Words), cmp.Compare(p.A.Start+p.B.Start, q.A.Start+q.B.Start))
	})
	found = found[:min(len(found), passagesShown)]
	all := make([]Evidence, 0, len(found))
	for _, p := range found {
		all = append(all, Evidence{
			For: true, Kind: "passage", Weight: 1 - 4/float64(p.Words),
			Note: fmt.Sprintf("%d words in a row: “%s”", p.Words, firstWords(a.of(p.A))),
			A:    []text.Span{p.A}, B: []text.Span{p.B},
		})
	}
	return all
}

// otherVoices finds that nobody quoted in one is quoted in the other.
func otherVoices(a, b *side) []Evidence {
	union := names.Join(a.Names(), b.Names())
	va, vb := voices(a), voices(b)
	if len(va) == 0 || len(vb) == 0 {
		return nil
	}
	for _, p := range va {
		for _, q := range vb {
			if union.SameVoice(union.ID(0, p.Speaker.Entity), union.ID(1, q.Speaker.Entity)) {
				return nil
			}
		}
	}
	return []Evidence{{
		Kind: "other people quoted", Weight: 0.3,
		Note: "quoted here: " + voiceNames(va) + "; there: " + voiceNames(vb),
		A:    spansOf(va), B: spansOf(vb),
	}}
}

const voicesShown = 3

// voices returns a quote of each of the first people whom the article quotes.
func voices(s *side) []quote.Quote {
	var found []quote.Quote
	seen := map[int]bool{}
	for _, q := range s.Quotes() {
		spoken := q.Kind == quote.Direct || q.Kind == quote.Partial
		if spoken && q.Speaker.Entity >= 0 && !seen[q.Speaker.Entity] {
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
