package quote

import "github.com/storydiff/storydiff/compare/names"

// known tells on which sides of a unit cues stand.
func (b beside) known() (sides feature) {
	if b.cue != edgeSketch {
		sides++
	}
	if b.next != edgeSketch {
		sides += 2
	}
	return sides
}

// A sketch is what the segmenter sees of a unit.
type sketch struct {
	word  feature // its folded word, or sign
	class feature // its word class, roughly
	named feature // what bears the name that it belongs to; else its class
	lemma feature // of a cue verb; else its class
	isCue bool
	sign  bool    // no word: a sign or a whole marked stretch
	level feature // how likely it is part of a cue, by weights

	listed beside  // cue verbs and source phrases of the lexicon
	likely beside  // cues by weights
	opens  feature // the class of what follows the last comma or the like, edgeSketch when none is
	run    int     // units since that sign
	mood   feature // 1 for a verb in the mood of reported speech, 2 for other words of its clause
}

// beside is what cues stand beside a unit.
type beside struct {
	cue   feature // the last to the left, edgeSketch when there is none
	whose feature // the class of the unit before that cue
	since int     // units since that cue
	next  feature // the next to the right, edgeSketch when there is none
	until int     // units up to it
}

var (
	quoteSketch  = hash("QUOTE")
	edgeSketch   = hash("EDGE")
	sourceSketch = hash("SOURCE")
	personSketch = hash("PERSON")
	placeSketch  = hash("PLACE")
	bodySketch   = hash("BODY")
)

// sketchOf sketches a unit; outside the sentence it is an edge.
func (c *scene) sketchOf(u unit) sketch {
	switch u.kind {
	case marked:
		return sketch{sign: true, word: quoteSketch, class: quoteSketch, named: quoteSketch, lemma: quoteSketch}
	case sign:
		h := hash(u.norm)
		return sketch{sign: true, word: h, class: h, named: h, lemma: h}
	}
	w := hash(u.norm)
	class := hash(c.classOf(u))
	lemma := class
	if u.is(isVerb) && !u.upper {
		lemma = hash(u.entry.lemma)
	}
	return sketch{word: w, class: class, named: c.bearerOf(u, class), lemma: lemma}
}

// bearerOf sketches what bears the name that a unit belongs to; other units keep their class.
func (c *scene) bearerOf(u unit, class feature) feature {
	if u.entity < 0 {
		return class
	}
	switch c.names.Entities[u.entity].Kind {
	case names.Person:
		return personSketch
	case names.Place:
		return placeSketch
	case names.Org:
		return bodySketch
	}
	return class
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
	by       *segmenter
	sketches []sketch
	tailCue  feature // cue verb of an attribution at the end: …, he said
	source   feature // a source phrase stands in the sentence
	title    feature // it is written as a headline
	density  feature // how thick the article is with cue verbs and quotes
	setting  feature // the sentence before and the mood of this one; 0 where verbs show no mood
}

const margin = 4 // edges on both sides of an outline

func (o outline) at(i int) sketch { return o.sketches[i+margin] }

// outlineOf sketches a sentence.
func (c *scene) outlineOf(s sentence) outline {
	o := outline{by: segmenters[c.lex.segmenter], tailCue: edgeSketch, source: edgeSketch, title: edgeSketch, density: c.density()}
	edge := sketch{word: edgeSketch, class: edgeSketch, named: edgeSketch, lemma: edgeSketch}
	for range margin {
		o.sketches = append(o.sketches, edge)
	}
	c.sketchLeft(s, &o)
	for range margin {
		o.sketches = append(o.sketches, edge)
	}
	c.sketchRight(s, o.sketches[margin:])
	o.weighCues(s.to - s.from)
	if c.lex.verbSecond {
		c.sketchMood(s, &o)
	}
	if v := c.tailVerb(s); v >= 0 {
		o.tailCue = hash(c.units[v].entry.lemma)
	}
	if s.title {
		o.title = quoteSketch
	}
	return o
}

// sketchLeft adds the sketches of a sentence with what stands to the left of each unit.
func (c *scene) sketchLeft(s sentence, o *outline) {
	cue, whose, since := edgeSketch, edgeSketch, 0
	for i := s.from; i < s.to; i++ {
		k := c.sketchOf(c.units[i])
		k.listed = beside{cue: cue, whose: whose, since: since}
		since++
		if c.units[i].is(isVerb) && c.cueAt(s, i) {
			k.isCue = true
			cue, whose, since = k.lemma, o.sketches[len(o.sketches)-1].class, 0
		}
		if c.sourceAt(i, s.to) > 0 {
			cue, whose, since, o.source = sourceSketch, sourceSketch, 0, sourceSketch
		}
		o.sketches = append(o.sketches, k)
	}
}

// sketchRight adds to the sketches of a sentence the cue to the right of each, and the
// part of the sentence that it stands in.
func (c *scene) sketchRight(s sentence, ks []sketch) {
	n := s.to - s.from
	next, until := edgeSketch, 0
	for i := n - 1; i >= 0; i-- {
		ks[i].listed.next, ks[i].listed.until = next, until
		until++
		if ks[i].isCue {
			next, until = ks[i].lemma, 0
		}
	}
	opens, run := edgeSketch, 0
	for i := range n {
		ks[i].opens, ks[i].run = opens, run
		run++
		if c.units[s.from+i].isSign(",;:—–-") {
			opens, run = ks[i+1].class, 0
		}
	}
}

// sketchMood notes which clauses of a sentence are in the mood of reported speech, and what
// the sentence before it held: speech goes on where one of either is.
func (c *scene) sketchMood(s sentence, o *outline) {
	ks := o.sketches[margin:]
	for i := s.from; i < s.to; i++ {
		if !c.units[i].is(isSubjunctive) && !c.subjunctive(s.from, i) {
			continue
		}
		for j := i; j >= s.from && !c.parts(c.units[j]); j-- {
			ks[j-s.from].mood = max(ks[j-s.from].mood, 2)
		}
		for j := i; j < s.to && !c.parts(c.units[j]); j++ {
			ks[j-s.from].mood = max(ks[j-s.from].mood, 2)
		}
		ks[i-s.from].mood = 3
	}
	o.setting = 1
	if c.reported(s) {
		o.setting = 2
	}
	if i := c.sentenceOf(s.from); i > 0 && c.sentences[i-1].paragraph == s.paragraph {
		before := c.sentences[i-1].classes
		o.setting += 4
		for k, bit := range []class{isVerb, isSubjunctive, opensAnySource} {
			if before&bit != 0 {
				o.setting += 8 << k
			}
		}
		if c.reported(c.sentences[i-1]) {
			o.setting += 64
		}
	}
}

// density tells in a class how many of an article's units are cue verbs and quotes: where
// there are many, readers take more for speech.
func (c *scene) density() feature {
	if c.thick == 0 {
		n := 0
		for _, u := range c.units {
			if u.kind == marked && !c.shortName(u) || u.is(isVerb) && !u.upper {
				n++
			}
		}
		c.thick = 1 + lengthClass(100*n/(len(c.units)+1))
	}
	return feature(c.thick)
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

// features describes unit i of a sentence of n units to the tagger.
func (o outline) features(i, n int, fs []feature) []feature {
	fs = o.wordFeatures(i, fs[:0])
	fs = o.cueFeatures(i, fs)
	x, end := o.at(i), feature(lengthClass(n-i))
	fs = append(fs,
		mix(33, mix(o.title, x.class)), mix(43, mix(x.opens, feature(lengthClass(x.run)))), mix(44, mix(x.opens, x.class)),
		mix(49, o.density), mix(50, mix(o.density, x.listed.cue)), mix(51, mix(o.density, x.class)),
		mix(52, feature(lengthClass(i))), mix(53, end), mix(54, mix(end, x.class)),
	)
	if o.setting != 0 {
		fs = o.moodFeatures(i, fs)
	}
	if o.tailCue != edgeSketch {
		fs = append(fs, mix(34, x.class), mix(35, mix(o.tailCue, x.word)))
	}
	switch i {
	case 0:
		fs = append(fs, mix(36, o.tailCue), mix(37, o.source), mix(38, mix(o.tailCue, x.class)))
	case n - 1:
		fs = append(fs, 39<<20)
	}
	return fs
}

// moodFeatures describes unit i by the mood of its clause and by the sentence before.
func (o outline) moodFeatures(i int, fs []feature) []feature {
	a, x, y := o.at(i-1), o.at(i), o.at(i+1)
	return append(fs,
		mix(80, o.setting), mix(81, mix(o.setting, x.class)), mix(82, mix(o.setting, feature(lengthClass(i)))),
		mix(83, x.mood), mix(84, mix(x.mood, x.class)), mix(85, mix(x.mood, x.opens)), mix(86, mix(a.mood, x.mood)),
		mix(87, mix(x.mood, mix(a.class, x.class))), mix(88, mix(x.mood, y.mood)), mix(89, mix(x.mood, x.listed.cue)),
		mix(90, mix(o.setting, mix(x.mood, feature(lengthClass(i))))), mix(91, mix(x.mood, x.likely.known())),
	)
}

// wordFeatures describes unit i by the units around it.
func (o outline) wordFeatures(i int, fs []feature) []feature {
	a, b, d, e := o.at(i-1), o.at(i-2), o.at(i-3), o.at(i-4)
	x, y, z := o.at(i), o.at(i+1), o.at(i+2)
	return append(fs,
		1<<20,
		mix(1, a.word), mix(2, b.word), mix(3, d.word), mix(4, x.word), mix(5, y.word), mix(6, z.word),
		mix(7, a.class), mix(8, b.class), mix(9, x.class), mix(10, y.class),
		mix(11, a.lemma), mix(12, b.lemma), mix(13, x.lemma), mix(14, y.lemma), mix(15, z.lemma),
		mix(16, mix(a.word, b.word)), mix(17, mix(a.word, x.word)), mix(18, mix(a.word, x.class)),
		mix(19, mix(a.lemma, x.class)), mix(20, mix(x.word, y.word)),
		mix(21, mix(b.class, mix(a.class, x.class))), mix(22, mix(x.class, mix(y.class, z.class))),
		mix(23, mix(b.lemma, mix(a.class, x.class))), mix(24, mix(d.lemma, mix(b.class, x.class))),
		mix(25, mix(e.lemma, x.class)), mix(31, mix(a.class, x.word)), mix(32, mix(a.class, mix(x.class, y.class))),
		mix(46, x.named), mix(47, mix(a.named, x.named)), mix(48, mix(b.named, mix(a.lemma, x.named))),
	)
}

// cueFeatures describes unit i by the cues beside it: those of the lexicon, then those
// that weights tell.
func (o outline) cueFeatures(i int, fs []feature) []feature {
	a, b, d, x, y := o.at(i-1), o.at(i-2), o.at(i-3), o.at(i), o.at(i+1)
	l, w := x.listed, x.likely
	since, until := feature(lengthClass(w.since)), feature(lengthClass(w.until))
	return append(fs,
		mix(26, l.cue), mix(27, mix(l.cue, x.class)), mix(28, mix(l.cue, feature(lengthClass(l.since)))),
		mix(29, mix(l.whose, x.class)), mix(30, mix(mix(l.cue, l.whose), feature(lengthClass(l.since)))),
		mix(40, l.next), mix(41, mix(l.next, x.class)), mix(42, mix(l.next, mix(a.class, feature(lengthClass(l.until))))),
		mix(45, mix(l.cue, x.opens)),
		mix(60, x.level), mix(61, mix(a.level, x.level)), mix(62, mix(x.level, y.level)), mix(63, mix(a.level, x.class)),
		mix(64, mix(a.level, x.word)), mix(65, mix(b.level, mix(a.class, x.class))), mix(78, mix(d.level, mix(b.class, x.class))),
		mix(66, w.cue), mix(67, mix(w.cue, x.class)), mix(68, mix(w.cue, since)), mix(69, mix(w.whose, x.class)),
		mix(70, mix(mix(w.cue, w.whose), since)), mix(71, w.next), mix(72, mix(w.next, x.class)),
		mix(73, mix(w.next, mix(a.class, until))), mix(74, mix(w.cue, x.opens)), mix(75, mix(since, x.class)), mix(76, mix(until, x.class)),
		mix(77, mix(since, mix(w.known(), mix(a.class, x.class)))), mix(79, w.known()),
	)
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

// segments finds the reported speech of a sentence of n units.
func (o outline) segments(n int, buf []feature) (out []segment) {
	scores := make([][tags]int, n)
	m := o.by.segments
	for i := range scores {
		scores[i] = m.scores(o.features(i, n, buf))
		scores[i][begins] += o.by.eagerness
	}
	path, score := m.best(scores)
	for i := 0; i < n; i++ {
		if path[i] == outside {
			continue
		}
		to := i + 1
		for to < n && path[to] == inside {
			to++
		}
		out = append(out, segment{i, to, probability(m.gain(scores, score, i) - o.by.eagerness)})
		i = to - 1
	}
	return out
}
