package ledger

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/text"
)

// Two sentences of one outlet that another prints as one may each be too little of it.
// Such a half must be as alike as jointHalf, or as much of it covered; both together must
// pass for the sentence; and one of them must hold a run of as many of its words, one of
// which says something, or its figure.
const (
	jointHalf  = 0.3
	halfCovers = 0.6
	jointRun   = 5
	jointWords = 100 // the most that are searched for a run
)

// isHalf reports whether p and a sentence beside it together say what q does.
func isHalf(p, q *piece) bool {
	return slices.ContainsFunc([]*piece{p.previous, p.next}, func(n *piece) bool { return n != nil && jointly(p, n, q) })
}

// jointly reports whether two neighbouring sentences of one utterance, each half of it,
// together say what q does.
func jointly(p, n, q *piece) bool {
	if p.unquoted() || n.unquoted() || q.unquoted() || max(p.words, n.words, q.words) > jointWords {
		return false
	}
	if !halves(p, q) || !halves(n, q) {
		return false
	}
	return measure(both(p, n), q.wording).sameSentence() && (sharesRun(p, q) || sharesRun(n, q) || sharesFigure(p, q) || sharesFigure(n, q))
}

// both returns the wording of two neighbouring sentences together.
func both(p, n *piece) *align.Wording {
	first, second := p, n
	if n == p.previous {
		first, second = n, p
	}
	return align.Prepare(inFullForms(first.text()+" "+second.text()), p.reading.Language())
}

// halves reports whether p says a part of what q does.
func halves(p, q *piece) bool {
	l := measure(p.wording, q.wording)
	return l.Similarity >= jointHalf || l.words >= sentenceWords && l.Covered >= halfCovers
}

// sharesRun reports whether two pieces hold jointRun words in a row in common, a content
// word among them.
func sharesRun(p, q *piece) bool {
	words, hay := normsOf(p), " "+strings.Join(normsOf(q), " ")+" "
	for i := 0; i+jointRun <= len(words); i++ {
		run := words[i : i+jointRun]
		says := slices.ContainsFunc(run, func(w string) bool { return !text.Stop(w, p.reading.Language()) })
		if says && strings.Contains(hay, " "+strings.Join(run, " ")+" ") {
			return true
		}
	}
	return false
}
