package align

import "math"

// The features of a pair of words, besides one for each likeness. Context counts
// what is known of the words around: at first their likeness, then how surely the
// pass before linked them.
const (
	bias          = int(likenesses) + iota
	apart         // distance from the diagonal, 0 to 1
	rivalA        // the best link of the first word elsewhere
	rivalB        // the best link of the second word elsewhere
	before        // the words before both are linked with each other
	after         // the words after both
	before2       // the words two before
	after2        // the words two after
	beforeA       // the word before the first is linked with the second word
	afterA        // the word after the first
	beforeB       // the first word is linked with the word before the second
	afterB        // the first word is linked with the word after the second
	around        // links among the content words around
	strangeAround // the same for words of no likeness
	strangeBefore
	strangeAfter
	strangeBoth // words of no likeness with both neighbours linked
	useBefore   // function words of one use
	useAfter
	equalUseBefore // equal function words and marks
	equalUseAfter
	orphans // content words that are like no word of the other text
	prior   // how surely the pass before linked the two
	between // both stand between the same two links
	strangeBetween
	rarePair // equal words that stand once in each text
	features
)

// A grid holds a number for each pair of words of two texts.
type grid struct {
	rows, cols int
	at         []float64
}

func newGrid(rows, cols int) grid { return grid{rows, cols, make([]float64, rows*cols)} }

// get returns a cell, 0 outside of the grid.
func (g grid) get(i, j int) float64 {
	if i < 0 || j < 0 || i >= g.rows || j >= g.cols {
		return 0
	}
	return g.at[i*g.cols+j]
}

// A scene is two texts with what is known of the links between them.
type scene struct {
	a, b     []unit
	likeness []likeness
	belief   grid   // of the pass before
	first    bool   // belief is likeness alone
	rowTop   []peak // the two best cells of each row
	colTop   []peak
	orphanA  []bool
	orphanB  []bool
	fences   []fence // of each word of the first text
}

// A peak is the best cell of a row or column and the value of the next best.
type peak struct {
	at         int
	best, next float64
}

// A fence holds the nearest sure links on either side of a word.
type fence struct{ left, right Link }

func newScene(a, b []unit) *scene {
	s := &scene{a: a, b: b, likeness: make([]likeness, len(a)*len(b)), first: true}
	s.orphanA, s.orphanB = make([]bool, len(a)), make([]bool, len(b))
	for i := range s.orphanA {
		s.orphanA[i] = true
	}
	for j := range s.orphanB {
		s.orphanB[j] = true
	}
	g := newGrid(len(a), len(b))
	for i := range a {
		for j := range b {
			l := a[i].likeness(&b[j])
			s.likeness[i*len(b)+j] = l
			g.at[i*len(b)+j] = formBelief[l]
			if l.lexical() {
				s.orphanA[i], s.orphanB[j] = false, false
			}
		}
	}
	s.learn(g)
	return s
}

// formBelief is how far likeness alone speaks for a link.
var formBelief = [likenesses]float64{
	equalContent: 1, equalFunction: 0.5, equalMark: 0.6, sameStem: 0.9,
	spelledAlike: 0.7, sameMeaning: 0.4, sameUse: 0.2,
}

// learn takes up what the last pass found.
func (s *scene) learn(g grid) {
	s.belief = g
	s.rowTop, s.colTop = make([]peak, g.rows), make([]peak, g.cols)
	for i := range g.rows {
		for j := range g.cols {
			s.rowTop[i].see(j, g.get(i, j))
			s.colTop[j].see(i, g.get(i, j))
		}
	}
	s.fence()
}

func (p *peak) see(at int, v float64) {
	switch {
	case v > p.best:
		p.at, p.best, p.next = at, v, p.best
	case v > p.next:
		p.next = v
	}
}

// elsewhere returns the best value that is not in the cell given.
func (p *peak) elsewhere(at int) float64 {
	if p.at == at {
		return p.next
	}
	return p.best
}

// sureLink is the belief from which a link bounds the stretches between links.
const sureLink = 0.6

// fence finds the sure links nearest to each word of the first text.
func (s *scene) fence() {
	n, m := s.belief.rows, s.belief.cols
	link := func(i int) (int, bool) {
		p := s.rowTop[i]
		return p.at, p.best >= sureLink && s.colTop[p.at].at == i
	}
	fences := make([]fence, n)
	last := Link{-1, -1}
	for i := range n {
		fences[i].left = last
		if j, ok := link(i); ok {
			last = Link{i, j}
		}
	}
	last = Link{n, m}
	for i := n - 1; i >= 0; i-- {
		fences[i].right = last
		if j, ok := link(i); ok {
			last = Link{i, j}
		}
	}
	s.fences = fences
}

// describe fills x with the features of the words i and j.
func (s *scene) describe(x []float64, i, j int) {
	clear(x)
	l := s.likeness[i*len(s.b)+j]
	g := s.belief
	strange := l == contentWords
	x[l], x[bias] = 1, 1
	x[apart] = math.Abs(float64(i)/float64(len(s.a)) - float64(j)/float64(len(s.b)))
	x[rivalA], x[rivalB] = s.rowTop[i].elsewhere(j), s.colTop[j].elsewhere(i)
	b, a := s.edge(i-1, j-1), s.edge(i+1, j+1)
	x[before], x[after] = b, a
	x[before2], x[after2] = s.edge(i-2, j-2), s.edge(i+2, j+2)
	x[beforeA], x[afterA] = g.get(i-1, j), g.get(i+1, j)
	x[beforeB], x[afterB] = g.get(i, j-1), g.get(i, j+1)
	w := s.window(i, j)
	x[around] = w
	switch {
	case strange:
		x[strangeAround], x[strangeBefore], x[strangeAfter], x[strangeBoth] = w, b, a, b*a
		if s.orphanA[i] && s.orphanB[j] {
			x[orphans] = 1
		}
	case l == sameUse || l == functionWords:
		x[useBefore], x[useAfter] = b, a
	case l == equalFunction || l == equalMark:
		x[equalUseBefore], x[equalUseAfter] = b, a
	case l == equalContent && x[rivalA] < 1 && x[rivalB] < 1:
		x[rarePair] = 1
	}
	if !s.first {
		x[prior] = g.get(i, j)
	}
	x[between] = s.between(i, j)
	if strange {
		x[strangeBetween] = x[between]
	}
}

// edge returns the belief in a link, and takes both beginnings and both ends as linked.
func (s *scene) edge(i, j int) float64 {
	if i < 0 && j < 0 || i >= len(s.a) && j >= len(s.b) {
		return 0.5
	}
	return s.belief.get(i, j)
}

// between says how narrow the stretch is that the nearest sure links leave for both
// words: 1 when they stand alone in it, 0 when the second stands outside.
func (s *scene) between(i, j int) float64 {
	f := s.fences[i]
	lo, hi := min(f.left.B, f.right.B), max(f.left.B, f.right.B)
	if j <= lo || j >= hi {
		return 0
	}
	return 1 / math.Sqrt(float64((f.right.A-f.left.A-1)*(hi-lo-1)))
}

// window sums the links among the words up to three places away.
func (s *scene) window(i, j int) float64 {
	sum := 0.0
	from, end := max(0, j-3), min(len(s.b), j+4)
	for u := max(0, i-3); u < min(len(s.a), i+4); u++ {
		if u == i || s.a[u].stop || !s.a[u].word {
			continue
		}
		row := s.belief.at[u*s.belief.cols:]
		for _, b := range row[from:j] {
			sum += b
		}
		for _, b := range row[j+1 : end] {
			sum += b
		}
	}
	return min(1, sum/3)
}
