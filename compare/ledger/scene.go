package ledger

import (
	"slices"

	"github.com/storydiff/storydiff/compare/align"
)

// A scene is all that an event's articles print or report, in groups.
type scene struct {
	vs        *voices
	groups    []*cluster
	loose     map[*cluster]bool // a passage of reported speech in no group
	placed    map[int][]placed  // the wordings in rows, by article
	shared    [][]int           // how many rows two articles share
	quoted    []int             // how much each article quotes
	closeness [][]float64       // of two articles
	senses    map[*align.Wording]align.Sense
}

func newScene(cs []*cluster, reported []*piece, vs *voices) *scene {
	x := &scene{vs: vs, groups: slices.Clone(cs), loose: make(map[*cluster]bool), placed: make(map[int][]placed), senses: make(map[*align.Wording]align.Sense)}
	x.shared = make([][]int, len(vs.readings))
	for i := range x.shared {
		x.shared[i] = make([]int, len(vs.readings))
	}
	x.quoted = make([]int, len(vs.readings))
	for _, c := range cs {
		for _, p := range c.pieces {
			x.quoted[p.article] += btoi(!p.unquoted() && !p.headline)
		}
	}
	for _, c := range cs {
		if len(c.pieces) < 2 {
			continue
		}
		for i, p := range c.pieces {
			x.placed[p.article] = append(x.placed[p.article], placed{p, c})
			for _, q := range c.pieces[:i] {
				x.shared[p.article][q.article]++
				x.shared[q.article][p.article]++
			}
		}
	}
	x.linkUp()
	x.addLoose(reported)
	return x
}

// addLoose makes a group of each passage of reported speech that is in no row, with or
// without the words in marks in it.
func (x *scene) addLoose(reported []*piece) {
	for _, p := range reported {
		if p.words < leastWords || x.inRow(p) {
			continue
		}
		lone := &cluster{pieces: []*piece{p}}
		x.loose[lone] = true
		x.groups = append(x.groups, lone)
	}
}

// inRow reports whether a wording, or one that overlaps it, is in a row by now.
func (x *scene) inRow(p *piece) bool { return placeOf(x.placed[p.article], p) != nil }

// taken reports whether a passage of reported speech overlaps a wording that is in a row by now.
func (x *scene) taken(c *cluster) bool { return x.loose[c] && x.inRow(c.pieces[0]) }

func (x *scene) sense(w *align.Wording) align.Sense {
	s, ok := x.senses[w]
	if !ok {
		s = w.Sense()
		x.senses[w] = s
	}
	return s
}

// fewQuotes is added to those that an article prints: of one or two a share says little.
const fewQuotes = 2

// common returns the share of what the one of two articles that quotes less quotes that
// stands in rows with the other.
func (x *scene) common(a, b int) float64 {
	return min(1, float64(x.shared[a][b])/float64(fewQuotes+min(x.quoted[a], x.quoted[b])))
}

// linkUp finds how closely two articles belong together: by what they have in common, or
// by way of others with which both have more. A free translation shares few sure rows with
// each of the rest. The links are those of a widest spanning tree (Prim, 1957).
func (x *scene) linkUp() {
	n := len(x.shared)
	x.closeness = make([][]float64, n)
	for i := range x.closeness {
		x.closeness[i] = make([]float64, n)
	}
	widest, from := make([]float64, n), make([]int, n)
	in := make([]bool, n)
	var tree []int
	for range n {
		v := -1
		for i := range n {
			if !in[i] && (v < 0 || widest[i] > widest[v]) {
				v = i
			}
		}
		for _, u := range tree {
			width := widest[v]
			if u != from[v] {
				width = min(width, x.closeness[from[v]][u])
			}
			x.closeness[v][u], x.closeness[u][v] = width, width
		}
		in[v] = true
		tree = append(tree, v)
		for i := range n {
			if c := x.common(v, i); !in[i] && c > widest[i] {
				widest[i], from[i] = c, v
			}
		}
	}
}
