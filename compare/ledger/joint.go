package ledger

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/text"
)

// Two sentences of one outlet that another prints as one may each be too little of it.
// Such a half must be as alike as jointHalf; both together must pass for the sentence; and
// one of them must hold a run of as many of its words, one of which says something.
const (
	jointHalf  = 0.3
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
	if p.wording.Similarity(q.wording) < jointHalf || n.wording.Similarity(q.wording) < jointHalf {
		return false
	}
	first, second := p, n
	if n == p.previous {
		first, second = n, p
	}
	both := align.Prepare(inFullForms(first.text()+" "+second.text()), p.reading.Language())
	return measure(both, q.wording).sameSentence() && (sharesRun(p, q) || sharesRun(n, q))
}

// sharesRun reports whether two pieces hold jointRun words in a row in common, a content
// word among them.
func sharesRun(p, q *piece) bool {
	words, hay := text.Words(p.text()), normed(q.text())
	for i := 0; i+jointRun <= len(words); i++ {
		run, says := make([]string, jointRun), false
		for k, w := range words[i : i+jointRun] {
			run[k] = w.Norm
			says = says || !text.Stop(w.Norm, p.reading.Language())
		}
		if says && strings.Contains(hay, " "+strings.Join(run, " ")+" ") {
			return true
		}
	}
	return false
}
