package align

import (
	"math"
	"math/bits"
	"slices"
	"strings"
)

// A telling is what a sentence tells in the story of two articles: its stems, ordered, each
// weighed by how few sentences have it; what every other sentence names tells no two of
// them apart. A name of many words counts as one: an office, a forename and a surname
// say who, and no more than that.
type telling struct {
	stems   []told
	names   []float64 // weight of each name
	weight  float64   // of the names and of the other content words
	amounts []float64 // ordered, years left out
	quoting bool
}

type told struct {
	stem    string
	weight  float64
	nats    float64
	holders int // sentences of its article, below the headline, that hold the stem
	content bool
	name    bool
	names   uint64 // in which names it stands, a bit for each
}

// mostNames is how many names of a sentence are told apart.
const mostNames = 64

// tellingsOf weighs the sentences of two articles.
func tellingsOf(a, b *Article) (ta, tb []*telling) {
	with := make(map[string]int) // sentences of both
	for _, ws := range [][]*Wording{a.sentences, b.sentences} {
		for _, w := range ws {
			w.eachStem(func(stem string, _ []term) { with[stem]++ })
		}
	}
	all := len(a.sentences) + len(b.sentences)
	most := math.Log(float64(max(all, 4)) / 2) // of a stem in two sentences, one of each article
	share := func(stem string) float64 {
		return min(1, math.Log(float64(all)/float64(with[stem]))/most)
	}
	small := func(norm string) bool { return a.lower[norm] || b.lower[norm] }
	return a.tellings(share, small), b.tellings(share, small)
}

func (a *Article) tellings(share func(stem string) float64, small func(norm string) bool) []*telling {
	holders := a.bodyHolders()
	out := make([]*telling, len(a.sentences))
	for i, w := range a.sentences {
		t := &telling{amounts: w.amounts(), quoting: strings.ContainsAny(w.Text, `"“”„«»`)}
		place := make([]int, len(w.units)) // of each word's stem
		w.eachStem(func(stem string, words []term) {
			x := told{stem: stem, weight: float64(words[0].weight * share(stem)), nats: words[0].nats, holders: holders[stem]}
			for _, word := range words {
				u := w.units[word.word]
				place[word.word] = len(t.stems)
				x.content = x.content || !u.stop
				x.name = x.name || !u.stop && a.capitals[i][word.word] && !small(u.norm)
			}
			if x.content && !x.name {
				t.weight += x.weight
			}
			t.stems = append(t.stems, x)
		})
		t.join(place)
		out[i] = t
	}
	return out
}

// join makes names of the words that stand next to each other; place says which stem each
// word has. The same words again are the same name.
func (t *telling) join(place []int) {
	seen := make(map[string]bool)
	for from := 0; from < len(place); from++ {
		to := from
		for to < len(place) && t.stems[place[to]].name {
			to++
		}
		if to == from {
			continue
		}
		if run := t.written(place[from:to]); !seen[run] && len(t.names) < mostNames {
			seen[run] = true
			t.add(place[from:to])
		}
		from = to
	}
}

func (t *telling) written(run []int) string {
	var words strings.Builder
	for _, k := range run {
		words.WriteString(t.stems[k].stem)
		words.WriteByte(' ')
	}
	return words.String()
}

// add adds a name, which weighs as much as the weightiest of its words.
func (t *telling) add(run []int) {
	most := 0.0
	for _, k := range run {
		t.stems[k].names |= 1 << len(t.names)
		most = max(most, t.stems[k].weight)
	}
	t.names = append(t.names, most)
	t.weight += most
}

// amounts returns the numbers of a text, each once, in order, but what may be a year.
func (w *Wording) amounts() []float64 {
	var out []float64
	for _, u := range w.units {
		if u.amount != 0 && (u.amount < 1900 || u.amount > 2100) {
			out = append(out, u.amount)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// An overlap says what two sentences have in common.
type overlap struct {
	weight  float64 // of the names and of the other content words
	unique  float64 // nats of the stems that no other sentence of either article holds
	rarest  float64 // nats of the rarest of them
	scarce  float64 // nats of the stems, each divided by how many pairs of sentences share it
	deeds   float64 // the same of stems that are no names
	amounts int
}

func (t *telling) overlap(u *telling) overlap {
	var o overlap
	var namesT, namesU uint64
	for i, j := 0, 0; i < len(t.stems) && j < len(u.stems); {
		x, y := t.stems[i], u.stems[j]
		switch {
		case x.stem < y.stem:
			i++
			continue
		case x.stem > y.stem:
			j++
			continue
		}
		i, j = i+1, j+1
		if x.content && y.content {
			o.add(x, y)
		}
		if x.name && y.name {
			namesT, namesU = namesT|x.names, namesU|y.names
		}
	}
	o.weight += min(t.weightOf(namesT), u.weightOf(namesU))
	o.amounts = shared(t.amounts, u.amounts)
	return o
}

// add counts a stem of a content word that both sentences hold.
func (o *overlap) add(x, y told) {
	nats, deed := min(x.nats, y.nats), !x.name && !y.name
	if deed {
		o.weight += min(x.weight, y.weight)
	}
	if x.holders <= 1 && y.holders <= 1 {
		o.unique += nats
		o.rarest = max(o.rarest, nats)
	}
	if pairs := x.holders * y.holders; pairs > 0 {
		o.scarce += nats / float64(pairs)
		if deed {
			o.deeds += nats / float64(pairs)
		}
	}
}

// weightOf returns the weight of some names.
func (t *telling) weightOf(names uint64) float64 {
	sum := 0.0
	for ; names != 0; names &= names - 1 {
		sum += t.names[bits.TrailingZeros64(names)]
	}
	return sum
}

// mostRun is how many words of a sentence are searched for a run.
const mostRun = 200

// longestRun returns the nats of the run of words that both texts hold and that tells most.
func (w *Wording) longestRun(v *Wording) float64 {
	a, b := w.units[:min(len(w.units), mostRun)], v.units[:min(len(v.units), mostRun)]
	best, ending := 0.0, make([]float64, len(b)+1) // ending[j+1]: nats of the run that ends at b[j]
	for i := range a {
		diagonal := 0.0
		for j := range b {
			above := ending[j+1]
			ending[j+1] = 0
			if a[i].stem == b[j].stem {
				ending[j+1] = diagonal + w.nats[i]
				best = max(best, ending[j+1])
			}
			diagonal = above
		}
	}
	return best
}
