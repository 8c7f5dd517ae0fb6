package ledger

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/quote"
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

	// What somebody is reported to have said who is not known to be the speaker must be
	// more alike; less so of whom the article calls by a common noun: the director.
	closeWords     = 4
	closeWeight    = 1.5
	closeAlike     = 0.6
	closeThreshold = 0.62
	closeKept      = 0.6
	freeThreshold  = 0.58
	freeAlike      = 0.75
	nounThreshold  = 0.5
	nounCovered    = 0.75
)

// retells reports whether one wording is surely the other one retold.
func (l likeness) retells() bool {
	whole := l.Covered >= wholeCovered && l.Kept >= wholeKept && l.weight >= wholeWeight
	likely := l.Alike >= paraphraseAlike && l.sameSentence() &&
		(l.words >= paraphraseWords && l.Similarity >= paraphraseThreshold || l.Similarity >= shortThreshold)
	return l.words >= sentenceWords && (whole || likely)
}

// retellsClosely reports whether one wording retells the other so closely that it need not
// be known that one speaker said both. The voice is that of the retelling.
func (l likeness) retellsClosely(v voice) bool {
	if l.words < closeWords && l.Literal < nearVerbatim || l.weight < closeWeight || l.Alike < closeAlike {
		return false
	}
	return l.Similarity >= closeThreshold && l.Kept >= closeKept || l.Similarity >= freeThreshold && l.Alike >= freeAlike || v.commonNoun() && l.Similarity >= nounThreshold && l.Covered >= nounCovered
}

// clauseAhead is how much less a whole sentence may be like the words than the clause in it
// that reports them.
const clauseAhead = 0.15

// A retelling is reported speech that may tell a group's utterance.
type retelling struct {
	c     *cluster
	p     *piece
	score float64
}

// addParaphrases gives each group the reported speech, by the same speaker, that tells
// its utterance best in an article that does not quote it. The best find their group
// first, and each tells one utterance. A group whose words such a passage quotes is of the
// same row, if they are like the rest, and so is another that it tells; the groups that
// are left are returned.
func addParaphrases(cs []*cluster, reported []*piece, vs *voices) []*cluster {
	told := make(map[int][]placed)
	gone := make(map[*cluster]bool)
	within := quotedIn(cs)
	for _, r := range retellings(cs, reported, vs) {
		if gone[r.c] || r.c.holds(r.p.article) {
			continue
		}
		if e := placeOf(told[r.p.article], r.p); e != nil {
			if e != r.c && !gone[e] && vs.bridged(e, r.c) {
				e.takeIn(r.c, voice{id: -1})
				gone[r.c] = true
			}
			continue
		}
		told[r.p.article] = append(told[r.p.article], placed{r.p, r.c})
		if d := within(r.p); d != nil && d != r.c && !gone[d] && vs.oneRow(r.c, d, r.p) {
			r.c.takeIn(d, r.p.voice)
			gone[d] = true
			continue
		}
		r.c.pieces = append(r.c.pieces, r.p)
	}
	return slices.DeleteFunc(cs, func(c *cluster) bool { return gone[c] })
}

// A placed passage of reported speech is in a group.
type placed struct {
	p *piece
	c *cluster
}

// placeOf returns the group of a passage that overlaps p, or nil.
func placeOf(told []placed, p *piece) *cluster {
	i := slices.IndexFunc(told, func(t placed) bool { return t.p.span().Overlap(p.span()) > 0 })
	if i < 0 {
		return nil
	}
	return told[i].c
}

// bridged reports whether two groups that one passage retells are so much alike that they
// are one utterance.
func (vs *voices) bridged(c, d *cluster) bool {
	p, q := c.fullest(), d.fullest()
	l := measure(p.wording, q.wording)
	return !vs.clash(p.voice, q.voice) && vs.compatible(c, d) && l.Similarity >= besideSimilarity && l.Covered >= besideCovered
}

// takeIn adds the pieces of d, which are by the voice where nobody is known to speak them.
func (c *cluster) takeIn(d *cluster, v voice) {
	for _, p := range d.pieces {
		if p.voice.id < 0 && v.id >= 0 {
			p.voice = v
		}
	}
	c.pieces = append(c.pieces, d.pieces...)
}

// quotedIn returns what finds the group of the words that a passage of reported speech
// quotes, or nil.
func quotedIn(cs []*cluster) func(*piece) *cluster {
	type mark struct{ article, quote int }
	of := make(map[mark]*cluster)
	for _, c := range cs {
		for _, p := range c.pieces {
			for _, q := range p.quotes {
				of[mark{p.article, q}] = c
			}
		}
	}
	return func(r *piece) *cluster {
		qs := r.reading.Quotes()
		i, _ := slices.BinarySearchFunc(qs, r.span().Start, func(q quote.Quote, at int) int { return cmp.Compare(q.Start, at) })
		for ; i < len(qs) && qs[i].Start < r.span().End; i++ {
			if c := of[mark{r.article, i}]; c != nil {
				return c
			}
		}
		return nil
	}
}

// oneRow reports whether a passage that retells the group c shows that d, in which the
// words stand that it quotes, is of the same utterance.
func (vs *voices) oneRow(c, d *cluster, r *piece) bool {
	full := c.fullest()
	for _, q := range d.pieces {
		if c.holds(q.article) && q.article != r.article || vs.clash(q.voice, full.voice) || !halves(q, full) {
			return false
		}
	}
	return true
}

// retellings returns the pairs worth making, best first.
func retellings(cs []*cluster, reported []*piece, vs *voices) []retelling {
	var quoted []*piece
	var of []*cluster
	for _, c := range cs {
		for _, p := range c.forms() {
			quoted, of = append(quoted, p), append(of, c)
		}
	}
	var out []retelling
	for _, l := range align.Candidates(wordings(quoted), wordings(reported)) {
		p, q := quoted[l.A], reported[l.B]
		if of[l.A].holds(q.article) {
			continue
		}
		m := measure(p.wording, q.wording)
		if !vs.retells(q, p, of[l.A], m) {
			continue
		}
		score := m.Similarity
		if q.sentence {
			score = align.Round(score - clauseAhead)
		}
		out = append(out, retelling{of[l.A], q, score})
	}
	slices.SortFunc(out, func(x, y retelling) int {
		return cmp.Or(cmp.Compare(y.score, x.score), strings.Compare(x.p.text(), y.p.text()),
			strings.Compare(x.c.fullest().text(), y.c.fullest().text()))
	})
	return out
}

// retells reports whether reported speech tells a wording of the group that is as alike, by
// a voice of the group or, if it does so closely, one that may be.
func (vs *voices) retells(q, p *piece, c *cluster, m likeness) bool {
	if echoOfOne.score(p, q, m) > 0 && p.words < q.words && vs.speaks(c, q.voice) {
		return true
	}
	if !m.retells() && (!m.mayRetell() || !sharesFigure(p, q)) {
		return false
	}
	return p.source || vs.speaks(c, q.voice) || p.denies == q.denies && m.retellsClosely(q.voice) && vs.maySpeak(c, q.voice)
}

// speaks reports whether one of the group's wordings is by the voice.
func (vs *voices) speaks(c *cluster, v voice) bool {
	return slices.ContainsFunc(c.pieces, func(p *piece) bool { return vs.same(p.voice, v) })
}

// maySpeak reports whether none of the group's wordings is by another voice.
func (vs *voices) maySpeak(c *cluster, v voice) bool {
	return !slices.ContainsFunc(c.pieces, func(p *piece) bool { return vs.clash(p.voice, v) })
}

// holds reports whether an article has a wording in the group.
func (c *cluster) holds(article int) bool {
	return slices.ContainsFunc(c.pieces, func(p *piece) bool { return p.article == article })
}
