package ledger

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
)

// Reported speech is taken for somebody's words elsewhere only when it has as many
// content words, is as similar, and most of the words of both are alike. Fewer words must
// be more alike, or the words of the one must stand in the other nearly whole.
const (
	paraphraseWords     = 4
	paraphraseThreshold = 0.43
	paraphraseAlike     = 0.5

	shortThreshold = 0.55
	wholeCovered   = 0.85
	wholeKept      = 0.7
	wholeWeight    = 1
)

// retells reports whether one wording is the other one retold.
func (l likeness) retells() bool {
	whole := l.Covered >= wholeCovered && l.Kept >= wholeKept && l.weight >= wholeWeight
	likely := l.Alike >= paraphraseAlike && l.sameSentence() &&
		(l.words >= paraphraseWords && l.Similarity >= paraphraseThreshold || l.Similarity >= shortThreshold)
	return l.words >= sentenceWords && (whole || likely)
}

// A retelling is reported speech that may tell a group's utterance.
type retelling struct {
	c     *cluster
	p     *piece
	score float64
}

// addParaphrases gives each group the reported speech, by the same speaker, that tells
// its utterance best in an article that does not quote it. The best find their group
// first, and each tells one utterance.
func addParaphrases(cs []*cluster, reported []*piece, vs *voices) {
	used := make(map[*piece]bool)
	for _, r := range retellings(cs, reported, vs) {
		if used[r.p] || r.c.holds(r.p.article) {
			continue
		}
		used[r.p] = true
		r.c.pieces = append(r.c.pieces, r.p)
	}
}

// retellings returns the pairs worth making, best first.
func retellings(cs []*cluster, reported []*piece, vs *voices) []retelling {
	fullest := make([]*piece, len(cs))
	for i, c := range cs {
		fullest[i] = c.fullest()
	}
	var out []retelling
	for _, l := range align.Candidates(wordings(fullest), wordings(reported)) {
		c, p, q := cs[l.A], fullest[l.A], reported[l.B]
		if p.article == q.article || !p.source && !vs.speaks(c, q.voice) {
			continue
		}
		m := measure(p.wording, q.wording)
		if m.retells() {
			out = append(out, retelling{c, q, m.Similarity})
		}
	}
	slices.SortFunc(out, func(x, y retelling) int {
		return cmp.Or(cmp.Compare(y.score, x.score), strings.Compare(x.p.text(), y.p.text()),
			strings.Compare(x.c.fullest().text(), y.c.fullest().text()))
	})
	return out
}

// speaks reports whether one of the group's wordings is by the voice.
func (vs *voices) speaks(c *cluster, v voice) bool {
	return slices.ContainsFunc(c.pieces, func(p *piece) bool { return vs.same(p.voice, v) })
}

// holds reports whether an article has a wording in the group.
func (c *cluster) holds(article int) bool {
	return slices.ContainsFunc(c.pieces, func(p *piece) bool { return p.article == article })
}
