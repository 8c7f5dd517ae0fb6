package quote

// What brings reported speech in is more than the verbs of the lexicon: nouns and
// adjectives (the claim that, confident that), verbs of attitude, phrases. Weights tell
// how likely a word is part of such a cue; the segmenter sees the cues that they find
// beside those of the lexicon.

// weighCues notes how likely each of the n units of a sentence is part of a cue, and
// which of those that may be stand beside it.
func (o outline) weighCues(n int) {
	m := o.by.cues
	var buf [maxPrompts]feature
	levels := make([]feature, n)
	for i := range levels {
		if o.at(i).sign {
			continue
		}
		levels[i] = levelOf(m.scores(o.prompts(i, n, buf[:0]))[begins])
	}
	ks := o.sketches[margin : margin+n]
	cue, whose, since := edgeSketch, edgeSketch, 0
	for i := range ks {
		ks[i].level = levels[i]
		ks[i].likely = beside{cue: cue, whose: whose, since: since}
		since++
		if levels[i] > 0 {
			if since > 1 || cue == edgeSketch {
				whose = o.at(i - 1).class
			}
			cue, since = ks[i].asCue(), 0
		}
	}
	next, until := edgeSketch, 0
	for i := n - 1; i >= 0; i-- {
		ks[i].likely.next, ks[i].likely.until = next, until
		until++
		if levels[i] > 0 {
			next, until = ks[i].asCue(), 0
		}
	}
}

// asCue is how a unit that may be part of a cue is seen from others.
func (k sketch) asCue() feature {
	if k.lemma != k.class {
		return mix(k.lemma, k.level)
	}
	return mix(k.word, k.level)
}

// levelOf puts the score of a unit into classes of its probability: below .1, .25, .5, .8
// and above.
func levelOf(score int) (level feature) {
	for _, least := range [...]int{-35, -18, 0, 22} {
		if score >= least {
			level++
		}
	}
	return level
}

// maxPrompts is the number of features of prompts.
const maxPrompts = 36

// prompts describes unit i of a sentence of n units to the weights of cues.
func (o outline) prompts(i, n int, fs []feature) []feature {
	a, b, d := o.at(i-1), o.at(i-2), o.at(i-3)
	x, y, z, e := o.at(i), o.at(i+1), o.at(i+2), o.at(i+3)
	listed := feature(0)
	if x.isCue {
		listed = 1
	}
	return append(fs,
		1<<20, mix(1, x.word), mix(2, x.lemma), mix(3, a.word), mix(4, y.word), mix(5, b.word), mix(6, z.word),
		mix(7, mix(a.class, x.class)), mix(8, mix(x.class, y.class)), mix(9, mix(x.word, y.word)), mix(10, mix(a.word, x.word)),
		mix(11, mix(x.lemma, y.class)), mix(12, mix(a.class, x.lemma)), mix(13, mix(a.class, mix(x.lemma, y.class))),
		mix(14, mix(x.lemma, z.class)), mix(15, mix(y.class, z.class)), mix(16, mix(a.named, x.class)), mix(17, mix(a.named, x.lemma)),
		mix(18, mix(y.named, x.lemma)), mix(19, o.density), mix(20, mix(o.density, x.lemma)), mix(21, mix(x.class, mix(y.class, z.class))),
		mix(22, mix(b.class, mix(a.class, x.class))), mix(23, mix(b.named, mix(a.class, x.lemma))), mix(24, mix(x.lemma, mix(y.word, z.word))),
		mix(25, mix(x.listed.cue, x.lemma)), mix(26, mix(x.listed.next, x.lemma)), mix(27, mix(x.lemma, feature(lengthClass(n-i)))),
		mix(28, o.title), mix(29, mix(o.title, x.lemma)), mix(30, d.word), mix(31, e.word), mix(32, x.named),
		mix(33, mix(x.lemma, e.class)), mix(34, mix(x.word, listed)), mix(35, mix(x.class, mix(y.word, z.class))),
	)
}
