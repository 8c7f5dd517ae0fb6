package ledger

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
)

// A cluster holds the pieces taken for one utterance, at most one of each article
// besides those that it repeats.
type cluster struct{ pieces []*piece }

// A pair is two pieces of different articles with their score.
type pair struct {
	p, q  *piece
	score float64
	whole bool // the shorter one stands in the other, in order
}

// gather groups quoted pieces into utterances. The best pairs join first, and two groups
// join only when their fullest wordings match too, so that groups do not drift.
func gather(ps []*piece, vs *voices) []*cluster {
	ps = foldRepeats(ps)
	of := make(map[*piece]*cluster, len(ps))
	for _, p := range ps {
		of[p] = &cluster{pieces: []*piece{p}}
	}
	for _, e := range mutualBest(ps, vs) {
		c, d := of[e.p], of[e.q]
		two := len(c.pieces)+len(d.pieces) == 2
		if c == d || !vs.compatible(c, d) {
			continue
		}
		if !two && !e.partOf(c, d) && !e.fullest(c, d) && !vs.fullestAgree(c, d) {
			continue
		}
		c.pieces = append(c.pieces, d.pieces...)
		for _, p := range d.pieces {
			of[p] = c
		}
	}
	var out []*cluster
	seen := make(map[*cluster]bool)
	for _, p := range ps {
		if c := of[p]; !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	return out
}

// foldHeadlines joins what a headline quotes with the sentence of its own article that it
// is made of, which may stand in other words elsewhere.
func foldHeadlines(cs []*cluster, vs *voices) []*cluster {
	var lone []*cluster
	for _, c := range cs {
		if len(c.pieces) == 1 {
			lone = append(lone, c)
		}
	}
	gone := make(map[*cluster]bool)
	for _, c := range cs {
		for _, d := range lone {
			if len(c.pieces) > 1 && !gone[d] && vs.headlined(c, d.pieces[0]) {
				c.pieces = append(c.pieces, d.pieces[0])
				gone[d] = true
			}
		}
	}
	return slices.DeleteFunc(cs, func(c *cluster) bool { return gone[c] })
}

// headlined reports whether a group and a piece share an article, one in its headline and
// one in its body, and the piece is the group's utterance too.
func (vs *voices) headlined(c *cluster, p *piece) bool {
	beside := slices.ContainsFunc(c.pieces, func(q *piece) bool { return q.article == p.article && q.headline != p.headline && vs.headlines(p, q) })
	return beside && vs.headlines(p, c.fullest())
}

// headlines reports whether the headline's wording and the body's are one. Headlines often
// leave out who spoke.
func (vs *voices) headlines(p, q *piece) bool {
	return vs.score(p, q) > 0 || !vs.clash(p.voice, q.voice) && measure(p.wording, q.wording).sameSentence()
}

// foldRepeats keeps the first of the pieces with the same words in one article, and
// notes where the others stand.
func foldRepeats(ps []*piece) []*piece {
	type key struct {
		article int
		words   string
	}
	first := make(map[key]*piece)
	var kept []*piece
	for _, p := range ps {
		k := key{p.article, p.text()}
		if f := first[k]; f != nil {
			f.also = append(f.also, p.span())
			continue
		}
		first[k] = p
		kept = append(kept, p)
	}
	return kept
}

// partOf reports whether the pair joins a lone wording to one that holds all of it: then
// the group cannot drift.
func (e pair) partOf(c, d *cluster) bool {
	short := e.p
	if e.q.words < e.p.words {
		short = e.q
	}
	return e.whole && (len(c.pieces) == 1 && c.pieces[0] == short || len(d.pieces) == 1 && d.pieces[0] == short)
}

// fullest reports whether the pair joins the fullest wordings of both groups themselves.
func (e pair) fullest(c, d *cluster) bool {
	f, g := c.fullest(), d.fullest()
	return f.saysAs(e.p) && g.saysAs(e.q) || f.saysAs(e.q) && g.saysAs(e.p)
}

// saysAs reports whether two pieces are the same words, or nearly so.
func (p *piece) saysAs(q *piece) bool {
	return p == q || p.source == q.source && (p.text() == q.text() || measure(p.wording, q.wording).Literal >= nearlyTheSame)
}

// nearlyTheSame is the share of words in order from which a wording stands for another
// one of its group.
const nearlyTheSame = 0.8

// fullestAgree reports whether the fullest wordings of two groups match.
func (vs *voices) fullestAgree(c, d *cluster) bool { return vs.score(c.fullest(), d.fullest()) > 0 }

// compatible reports whether the wordings of one article in both groups match, if there
// are any.
func (vs *voices) compatible(c, d *cluster) bool {
	for _, p := range c.pieces {
		for _, q := range d.pieces {
			if p.article == q.article && (p.contradicts(q) || vs.score(p, q) == 0) {
				return false
			}
		}
	}
	return true
}

// contradicts reports whether an article has one sentence say what the other denies: then
// they are two utterances.
func (p *piece) contradicts(q *piece) bool {
	return p.denies != q.denies && p.headline == q.headline && min(p.words, q.words) > phraseLength
}

// fullest returns the longest wording.
func (c *cluster) fullest() *piece { return slices.MinFunc(c.pieces, fullerFirst) }

const (
	// nearlyAsFull is the share of the longest wording's words from which one that is more
	// like the others' is the reference, unless it is a cut of the longest one.
	nearlyAsFull = 0.75
	cutKeeps     = 0.9

	mostRivals = 8 // more wordings are not held against each other
)

// reference returns the wording that the others are held against: the fullest, or one
// nearly as full that they are more like, as where all but one translate alike.
func (c *cluster) reference() *piece {
	longest := c.fullest()
	if longest.source || len(c.pieces) < 3 {
		return longest
	}
	rivals := slices.DeleteFunc(c.forms(), func(p *piece) bool {
		return p != longest && (p.unquoted() != longest.unquoted() || float64(p.words) < nearlyAsFull*float64(longest.words) ||
			measure(p.wording, longest.wording).Kept >= cutKeeps)
	})
	if len(rivals) > mostRivals {
		return longest
	}
	slices.SortFunc(rivals, fullerFirst)
	best, most := longest, c.likeness(longest)
	for _, p := range rivals {
		if n := c.likeness(p); n > most {
			best, most = p, n
		}
	}
	return best
}

// likeness sums how alike the wordings of the group are to one of them.
func (c *cluster) likeness(p *piece) float64 {
	sum := 0.0
	for _, q := range c.pieces {
		sum = align.Round(sum + p.wording.Similarity(q.wording))
	}
	return sum
}

// forms returns the pieces with different words.
func (c *cluster) forms() []*piece {
	var out []*piece
	for _, p := range c.pieces {
		if !slices.ContainsFunc(out, func(q *piece) bool { return q.text() == p.text() }) {
			out = append(out, p)
		}
	}
	return out
}

// fullerFirst orders pieces by how much they say; ties are broken by the words, never
// by the order of the input.
func fullerFirst(p, q *piece) int {
	return cmp.Or(
		cmp.Compare(btoi(q.source), btoi(p.source)),
		cmp.Compare(btoi(p.unquoted()), btoi(q.unquoted())),
		cmp.Compare(q.words, p.words),
		cmp.Compare(q.said, p.said),
		cmp.Compare(p.inserted, q.inserted),
		cmp.Compare(btoi(p.headline), btoi(q.headline)),
		strings.Compare(p.text(), q.text()),
		cmp.Compare(p.span().Start, q.span().Start),
		strings.Compare(p.reading.Text, q.reading.Text),
	)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// mutualBest returns the pairs to join, best first: each is the other's best match in
// its article, or the shorter is a fragment whose best match is the longer.
func mutualBest(ps []*piece, vs *voices) []pair {
	pairs := pairUp(ps, vs)
	best := bestIn(pairs)
	pairs = slices.DeleteFunc(pairs, func(e pair) bool {
		first, second := best[place{e.p, e.q.article}] == e.score, best[place{e.q, e.p.article}] == e.score
		if first && second {
			return false
		}
		if e.p.wording.Weight() > e.q.wording.Weight() {
			first, second = second, first
		}
		return !first || e.score > sameVoiceThreshold && !second
	})
	slices.SortFunc(pairs, func(e, f pair) int {
		return cmp.Or(cmp.Compare(f.score, e.score), fullerFirst(e.p, f.p), fullerFirst(e.q, f.q))
	})
	return pairs
}

// pairUp scores the pairs of pieces worth comparing. Wordings that several articles
// print to the letter are looked up and measured once.
func pairUp(ps []*piece, vs *voices) []pair {
	forms := formsOf(ps)
	var pairs []pair
	add := func(p, q *piece, l likeness) {
		if s := vs.judge(p, q, l); s > 0 {
			if fullerFirst(p, q) > 0 {
				p, q = q, p
			}
			pairs = append(pairs, pair{p, q, s, l.Kept == 1})
		}
	}
	firsts := make([]*piece, len(forms))
	for i, form := range forms {
		firsts[i] = form[0]
		for k := range form[1:] {
			add(form[k], form[k+1], measure(form[k].wording, form[k].wording))
		}
	}
	for _, c := range candidates(firsts) {
		l := measure(firsts[c.A].wording, firsts[c.B].wording)
		for _, p := range forms[c.A] {
			for _, q := range forms[c.B] {
				add(p, q, l)
			}
		}
	}
	return pairs
}

// formsOf groups pieces of the same words.
func formsOf(ps []*piece) [][]*piece {
	at := make(map[string]int)
	var forms [][]*piece
	for _, p := range ps {
		key := p.text()
		i, seen := at[key]
		if !seen {
			i = len(forms)
			at[key] = i
			forms = append(forms, nil)
		}
		forms[i] = append(forms[i], p)
	}
	return forms
}

type place struct {
	p       *piece
	article int
}

func bestIn(pairs []pair) map[place]float64 {
	best := make(map[place]float64)
	for _, e := range pairs {
		a, b := place{e.p, e.q.article}, place{e.q, e.p.article}
		best[a] = max(best[a], e.score)
		best[b] = max(best[b], e.score)
	}
	return best
}

func wordings(ps []*piece) []*align.Wording {
	ws := make([]*align.Wording, len(ps))
	for i, p := range ps {
		ws[i] = p.wording
	}
	return ws
}
