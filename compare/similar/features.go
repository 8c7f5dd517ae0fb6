package similar

import (
	"math"

	"github.com/storydiff/storydiff/compare/shingle"
)

// featureNames names what a pair is judged by, in the order of features. The names
// stand in the weights file.
var featureNames = [...]string{
	"all", "all-root", "lead", "lead-root", "title", "title-root",
	"names", "names-root", "pairs", "pairs-root", "numbers", "numbers-root",
	"title-in-lead", "top-shared", "top-found-least", "top-found-most",
	"minor-names", "minor-names-root", "words", "words-root", "deed", "deed-root", "facts", "facts-root", "quoted", "quoted-root",
	"passages", "days-named", "shorter", "length-ratio",
	"weekdays-named",
	"published-same-day", "published-next-day", "published-within-3", "published-within-14",
	"published-later", "published-unknown",
}

const (
	featureCount = len(featureNames)
	firstDate    = featureCount - 7 // the features from here on rest on the dates of publication

	publishedUnknown = featureCount - 1
)

type features [featureCount]float64

// featuresOf measures a pair; the order of the two does not matter.
func featuresOf(a, b *profile) features {
	var f features
	at := 0
	add := func(values ...float64) { at += copy(f[at:], values) }
	withRoot := func(x float64) { add(x, math.Sqrt(x)) }

	withRoot(cosine(a.all, b.all))
	withRoot(cosine(a.lead, b.lead))
	withRoot(cosine(a.title, b.title))
	withRoot(cosine(a.names, b.names))
	withRoot(cosine(a.pairs, b.pairs))
	withRoot(cosine(a.numbers, b.numbers))
	add((covered(a.title, b.lead) + covered(b.title, a.lead)) / 2)
	aInB, bInA := covered(a.top, b.all), covered(b.top, a.all)
	add((covered(a.top, b.top)+covered(b.top, a.top))/2, min(aInB, bInA), max(aInB, bInA))
	withRoot(cosine(a.minor, b.minor))
	withRoot(cosine(a.words, b.words))
	withRoot(cosine(a.deed, b.deed))
	withRoot(cosine(a.facts, b.facts))
	withRoot(cosine(a.quoted, b.quoted))
	add(math.Log1p(float64(shingle.Overlap(a.passages, b.passages))))
	add(cosine(a.days, b.days))
	shorter, longer := float64(min(a.length, b.length)), float64(max(a.length, b.length))
	add(math.Log1p(shorter), math.Log((1+longer)/(1+shorter)))
	add(cosine(a.weekdays, b.weekdays))
	f[dateFeature(a, b)] = 1
	return f
}

// dateFeature returns which feature says how far apart the two were published.
func dateFeature(a, b *profile) int {
	apart, known := daysApart(a, b)
	switch {
	case !known:
		return publishedUnknown
	case apart == 0:
		return firstDate + 1
	case apart == 1:
		return firstDate + 2
	case apart <= 3:
		return firstDate + 3
	case apart <= 14:
		return firstDate + 4
	}
	return firstDate + 5
}
