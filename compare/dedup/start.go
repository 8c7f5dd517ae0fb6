package dedup

import (
	"runtime"
	"slices"
)

// Start begins to decide on the next article. One that has to be read closely is read on
// another core; meanwhile those behind it can be started, and wait for it only where they may
// be copies of it. It decides as Decide does (where more than LongestChain bodies share a
// fingerprint, it may look at others of them), however many cores there are. But an article
// that was read and dropped leaves a gap among the numbers of those kept.
//
// With a Past, Yields or Exact, Start decides at once.
func (f *Filter) Start(s Sketched) (Started, error) {
	if f.options.Past != nil || f.options.Yields != nil || f.options.Exact {
		d, err := f.Decide(s)
		return Started{decision: d}, err
	}
	f.settle(f.flight.due(s))
	d, alike, err := f.lookUp(s)
	if err == nil && len(alike) > 0 {
		a, err := f.takeOff(s, alike)
		return Started{flying: a}, err
	}
	if err == nil && !d.Drop {
		err = f.keep(s, &d, nil)
	}
	return Started{decision: d}, err
}

// A Started article is decided on, or will be.
type Started struct {
	decision Decision
	flying   *flying // nil when it was decided on at once
}

// Decision waits for the decision.
func (a Started) Decision() Decision {
	if a.flying == nil {
		return a.decision
	}
	return a.flying.wait()
}

// takeOff has an article read closely. It gets its number before: which one may not depend on
// how long reading takes.
func (f *Filter) takeOff(s Sketched, alike []match) (*flying, error) {
	number, err := f.reserve(s)
	if err != nil {
		return nil, err
	}
	a := &flying{Sketched: s, number: number, decided: make(chan struct{})}
	f.flight.add(a)
	if runtime.GOMAXPROCS(0) == 1 {
		f.readClosely(a, alike) // while the texts are at hand
	} else {
		go f.readClosely(a, alike)
	}
	return a, nil
}

// readClosely decides on an article.
func (f *Filter) readClosely(a *flying, alike []match) {
	defer close(a.decided)
	d, read := f.closest(a.Sketched, alike)
	if !d.Drop {
		d.Kept = a.number
		f.read.keep(a.number, read)
	}
	a.decision = d
}

// settle waits for the first so many articles in flight; those kept can be found then.
func (f *Filter) settle(n int) {
	for _, a := range f.flight.land(n) {
		if !a.wait().Drop {
			f.enter(a.Sketched, a.number)
		}
	}
}

// An article flying is being read closely.
type flying struct {
	Sketched
	number   int
	turn     int
	decision Decision
	decided  chan struct{} // closed when it is
}

func (a *flying) wait() Decision {
	<-a.decided
	return a.decision
}

// A flight is the articles that are being read closely, as they were started.
type flight struct {
	articles []*flying
	turn     int // how many articles have been started

	marks    [marks]uint64 // a bit for each of their fingerprints
	shortest int           // of their sketches
}

// marks is so many that of a few hundred fingerprints hardly two share a bit.
const marks = 512

// markOf returns where the bit of a fingerprint lies.
func markOf(fingerprint uint64) (at, bit uint64) { return fingerprint / 64 % marks, fingerprint % 64 }

// longestFlight is how many articles may be started before one that is in flight is settled.
// It does not depend on how long reading takes, so that neither does what is found.
const longestFlight = 64

func (g *flight) add(a *flying) {
	a.turn = g.turn
	g.articles = append(g.articles, a)
	g.mark(a.sketch)
}

func (g *flight) mark(s Sketch) {
	if g.shortest == 0 || len(s) < g.shortest {
		g.shortest = len(s)
	}
	for _, fingerprint := range s {
		at, bit := markOf(fingerprint)
		g.marks[at] |= 1 << bit
	}
}

// due takes note of the next article, and returns how many of those in flight have to be settled
// before it is looked up: those started long ago, and any that it may be a copy of.
func (g *flight) due(s Sketched) (n int) {
	g.turn++
	for n < len(g.articles) && g.articles[n].turn+longestFlight <= g.turn {
		n++
	}
	if !g.mayHold(s.sketch) {
		return n
	}
	for i := len(g.articles) - 1; i >= n; i-- {
		if other := g.articles[i].sketch; Enough(sharedBy(s.sketch, other), len(s.sketch), len(other)) {
			return i + 1
		}
	}
	return n
}

// mayHold reports whether an article in flight may share enough of a sketch, by a look that
// tells most others.
func (g *flight) mayHold(s Sketch) bool {
	if len(g.articles) == 0 {
		return false
	}
	held := 0
	for _, fingerprint := range s {
		at, bit := markOf(fingerprint)
		held += int(g.marks[at] >> bit & 1)
	}
	return held > 0 && Enough(held, len(s), g.shortest)
}

// sharedBy counts the fingerprints that two sketches share.
func sharedBy(a, b Sketch) (n int) {
	for _, fingerprint := range a {
		if slices.Contains(b, fingerprint) {
			n++
		}
	}
	return n
}

// land takes out the first so many articles.
func (g *flight) land(n int) []*flying {
	landed := g.articles[:n:n]
	if n > 0 {
		g.articles = slices.Clone(g.articles[n:])
		g.marks, g.shortest = [marks]uint64{}, 0
		for _, a := range g.articles {
			g.mark(a.sketch)
		}
	}
	return landed
}
