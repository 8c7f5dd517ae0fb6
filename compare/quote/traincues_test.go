package quote

import (
	"math"
	"slices"

	"github.com/storydiff/storydiff/compare/text"
)

// cueRounds is how often training looks at each unit.
const cueRounds = 3

// A cueUnit is one unit to learn from: the numbers of its features, and whether it is part
// of a cue.
type cueUnit struct {
	features []int32
	cue      bool
}

// fitCues finds the weights of a logistic regression that tells the words of cues, in the
// order given, and packs them as those of beginnings.
func fitCues(ds []labelled, lang string) []byte {
	f := &field{numbers: map[feature]int32{}}
	var all []cueUnit
	for _, d := range ds {
		c := sceneOf(d, lang)
		for _, s := range c.sentences {
			o, n := c.outlineOf(s), s.to-s.from
			for i := range n {
				if o.at(i).sign {
					continue
				}
				all = append(all, cueUnit{f.number(o.prompts(i, n, nil)), d.isCue(c.units[s.from+i].Span)})
			}
		}
	}
	f.weights = make([][2]weight, len(f.counts))
	for i := range all {
		all[i].features = slices.DeleteFunc(all[i].features, func(k int32) bool { return f.counts[k] < leastSeen })
	}
	for range cueRounds {
		for _, u := range all {
			f.stepCue(u)
		}
	}
	return f.pack()
}

// stepCue takes a step of gradient descent on the likelihood of one unit.
func (f *field) stepCue(u cueUnit) {
	sum := 0.0
	for _, k := range u.features {
		sum += f.weights[k][0].value
	}
	err := 1 / (1 + math.Exp(-sum))
	if u.cue {
		err--
	}
	for _, k := range u.features {
		f.descend(&f.weights[k][0], err)
	}
}

// isCue reports whether a span stands in the cue of an attribution.
func (d labelled) isCue(p text.Span) bool {
	return slices.ContainsFunc(d.cues, func(c text.Span) bool { return c.Overlap(p) > 0 })
}
