package quote

// A sketch is what the segmenter sees of a unit.
type sketch struct {
	word  feature // its folded word, or sign
	class feature // its word class, roughly
	lemma feature // of a cue verb; else its class
}

var (
	quoteSketch = hash("QUOTE")
	edgeSketch  = hash("EDGE")
)

// sketchOf sketches a unit; outside the sentence it is an edge.
func (c *scene) sketchOf(u unit) sketch {
	switch u.kind {
	case marked:
		return sketch{quoteSketch, quoteSketch, quoteSketch}
	case sign:
		h := hash(u.norm)
		return sketch{h, h, h}
	}
	w := hash(u.norm)
	class := hash(c.classOf(u))
	lemma := class
	if u.is(isVerb) && !u.upper {
		lemma = hash(u.entry.lemma)
	}
	return sketch{w, class, lemma}
}

// classOf names the rough class of a word: closed classes by their words, names by
// their capital, the rest by how they end.
func (c *scene) classOf(u unit) string {
	w := u.norm
	switch {
	case u.is(isThat):
		return w
	case u.is(isPronoun | isFirstPerson):
		return "PRONOUN"
	case u.is(isArticle):
		return "ARTICLE"
	case u.is(isStop) && !u.is(isAuxiliary), w == "to":
		return w
	case u.is(isAuxiliary):
		return "AUXILIARY"
	case isPossessive(u.Of(c.s)):
		return "POSSESSIVE"
	case u.is(isVerb) && !u.upper:
		return "VERB" + tail(w)
	case u.upper:
		return "NAME"
	case digit(w[0]):
		return "NUMBER"
	}
	return "-" + tail(w)
}

// tail returns the last two bytes of a word that is long enough to have an ending.
func tail(w string) string {
	if len(w) < 4 {
		return w
	}
	return w[len(w)-2:]
}

// An outline is a sentence sketched unit by unit, with edges on both sides.
type outline struct {
	sketches []sketch
	tailCue  feature // cue verb of an attribution at the end: …, he said
	source   feature // a source phrase stands in the sentence
}

const margin = 4 // edges on both sides of an outline

func (o outline) at(i int) sketch { return o.sketches[i+margin] }

// outlineOf sketches a sentence.
func (c *scene) outlineOf(s sentence, buf []sketch) outline {
	o := outline{sketches: buf[:0], tailCue: edgeSketch, source: edgeSketch}
	edge := sketch{edgeSketch, edgeSketch, edgeSketch}
	for range margin {
		o.sketches = append(o.sketches, edge)
	}
	for i := s.from; i < s.to; i++ {
		o.sketches = append(o.sketches, c.sketchOf(c.units[i]))
		if c.sourceAt(i, s.to) > 0 {
			o.source = quoteSketch
		}
	}
	for range margin {
		o.sketches = append(o.sketches, edge)
	}
	if v := c.tailVerb(s); v >= 0 {
		o.tailCue = hash(c.units[v].entry.lemma)
	}
	return o
}

// tailVerb returns the cue verb of an attribution that ends the sentence, or -1.
func (c *scene) tailVerb(s sentence) int {
	verb := -1
	for i := s.to - 1; i >= max(s.from, s.to-maxSubject); i-- {
		u := c.units[i]
		switch {
		case u.is(isVerb) && !u.upper && verb < 0:
			verb = i
		case u.isSign(",") && verb >= 0 && verb-i <= 8:
			return verb
		case u.is(isThat):
			return -1
		}
	}
	return -1
}

// startFeatures describes the place before unit i of a sentence (counted from its
// start): whether reported speech begins there.
func (o outline) startFeatures(i int, fs []feature) []feature {
	a, b, d, e := o.at(i-1), o.at(i-2), o.at(i-3), o.at(i-4)
	x, y, z := o.at(i), o.at(i+1), o.at(i+2)
	fs = append(fs[:0],
		1<<20,
		mix(1, a.word), mix(2, b.word), mix(3, d.word), mix(4, x.word), mix(5, y.word),
		mix(6, mix(a.word, b.word)), mix(7, mix(a.word, x.word)), mix(8, mix(a.word, x.class)),
		mix(9, mix(a.lemma, x.class)), mix(10, mix(b.lemma, mix(a.class, x.class))),
		mix(11, mix(a.class, mix(x.class, y.class))), mix(12, mix(b.class, a.class)),
		mix(13, mix(b.class, mix(a.lemma, x.class))), mix(14, mix(d.lemma, mix(b.class, x.class))),
		mix(15, mix(e.lemma, x.class)), mix(16, mix(x.word, y.word)), mix(17, mix(b.class, mix(a.class, x.class))),
		mix(18, mix(d.class, mix(b.class, a.lemma))), mix(19, mix(x.class, mix(y.class, z.class))),
		mix(25, a.lemma), mix(26, mix(b.lemma, x.class)),
	)
	if i == 0 {
		fs = append(fs, mix(20, o.tailCue), mix(21, o.source), mix(22, mix(o.tailCue, x.class)))
	}
	return fs
}

// endFeatures describes the place after unit j for reported speech that began at unit i.
func (o outline) endFeatures(i, j int, fs []feature) []feature {
	c, l := o.at(j-1), o.at(j)
	x, y, z := o.at(j+1), o.at(j+2), o.at(j+3)
	cue, first := o.at(i-1), o.at(i)
	size := feature(lengthClass(j - i + 1))
	fs = append(fs[:0],
		2<<20,
		mix(41, x.word), mix(42, l.word), mix(43, y.word), mix(44, mix(l.class, x.word)),
		mix(45, mix(x.class, y.class)), mix(46, mix(x.lemma, mix(y.lemma, z.lemma))),
		mix(47, mix(first.class, x.word)), mix(48, mix(first.class, mix(l.class, x.class))),
		mix(49, mix(cue.lemma, x.class)), mix(50, mix(size, x.class)), mix(51, mix(size, mix(first.class, x.class))),
		mix(52, mix(l.class, mix(x.class, y.class))), mix(53, mix(x.word, y.word)), mix(54, mix(l.word, x.word)),
		mix(55, mix(c.class, mix(l.class, x.class))), mix(56, mix(first.class, mix(x.class, y.class))),
		mix(57, mix(cue.lemma, mix(size, x.class))), mix(58, size), mix(62, mix(x.word, mix(y.class, z.class))),
		mix(63, mix(cue.class, mix(first.class, x.class))),
	)
	if i == 0 {
		fs = append(fs, mix(59, mix(x.class, mix(y.class, z.class))), mix(60, mix(x.word, o.tailCue)))
	}
	return fs
}

// lengthClass puts a number of units into a class.
func lengthClass(n int) int {
	switch {
	case n <= 4:
		return n
	case n <= 6:
		return 5
	case n <= 10:
		return 6
	case n <= 20:
		return 7
	}
	return 8
}

// A segment is a stretch of reported speech in a sentence, units counted from its start.
type segment struct {
	from, to   int
	confidence float64
}

// segments finds the reported speech of a sentence: places where it begins, and for
// each the likeliest end.
func (o outline) segments(n int, buf []feature) (out []segment) {
	start, end := hashed(startWeights), hashed(endWeights)
	for i := 0; i < n; i++ {
		score := start.score(o.startFeatures(i, buf))
		if score < startThreshold {
			continue
		}
		to := o.bestEnd(end, i, n, buf)
		out = append(out, segment{i, to, probability(score)})
		i = to
	}
	return out
}

// startThreshold is the score from which reported speech is taken to begin.
const startThreshold = -13

// bestEnd returns the end of the segment that begins at unit i: the place at which
// stopping, after going on everywhere before, is likeliest.
func (o outline) bestEnd(m hashed, i, n int, buf []feature) int {
	best, bestLog := n, -1<<30
	on := 0 // log of the probability of having gone on so far, in thousandths
	for j := i; j < n && on > bestLog; j++ {
		score := m.score(o.endFeatures(i, j, buf))
		if l := on + logistic(score); l > bestLog {
			best, bestLog = j+1, l
		}
		on += logistic(-score)
	}
	return best
}
