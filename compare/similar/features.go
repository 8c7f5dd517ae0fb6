package similar

import "math"

// featureNames names what a pair is judged by, in the order of features. The names
// stand in the weights file. "Root" is the square root of a cosine, which spreads the
// low values; "renown" is how rare the names are that both articles are about.
var featureNames = [...]string{
	"all", "all-root", "lead", "lead-root", "title", "title-root", "names", "names-root",
	"pairs", "pairs-root", "numbers", "numbers-root", "minor-names", "minor-names-root",
	"words", "words-root", "deed", "deed-root", "facts", "facts-root", "quoted", "quoted-root",
	"bare-names", "bare-names-root", "plain-pairs", "plain-pairs-root", "plain-facts", "plain-facts-root",
	"plain-title", "plain-title-root", "lead-facts", "lead-facts-root",
	"title-in-lead", "top-shared", "top-found-least", "top-found-most",
	"all-and-lead", "all-and-title", "lead-and-names", "all-and-words",
	"shared-facts", "shared-plain-facts", "shared-lead-facts", "shared-quoted", "shared-numbers", "shared-minor-names", "shared-plain-pairs",
	"renown", "renown-all", "renown-all-root", "renown-lead", "renown-lead-root", "renown-names", "renown-names-root",
	"renown-facts", "renown-facts-root", "renown-minor-names", "renown-minor-names-root",
	"renown-words", "renown-words-root", "renown-title", "renown-title-root",
	"renown-quoted-root", "renown-pairs-root", "renown-top-found-least", "renown-top-found-most",
	"renown-shared-facts", "renown-shared-lead-facts", "renown-shared-minor-names",
	"passages", "days-named", "shorter", "length-ratio", "weekdays-named",
	"published-same-day", "published-next-day", "published-within-3", "published-within-14",
	"published-later", "published-unknown",
}

const (
	featureCount = len(featureNames)
	firstDate    = featureCount - 7 // the features from here on rest on the dates of publication

	publishedUnknown = featureCount - 1

	allRoot, leadRoot, titleRoot, namesRoot = 1, 3, 5, 7
)

type features [featureCount]float64

// A measuring fills the features of a pair in the order of their names.
type measuring struct {
	features
	at int
}

func (m *measuring) add(values ...float64) { m.at += copy(m.features[m.at:], values) }

// withRoots adds values, each with its root, times a factor.
func (m *measuring) withRoots(factor float64, values ...float64) {
	for _, x := range values {
		m.add(factor*x, factor*math.Sqrt(x))
	}
}

// featuresOf measures a pair that shares so many passages; the order of the two does
// not matter.
func featuresOf(a, b *profile, passages int) features {
	var m measuring
	all, lead, title, names := cosine(a.all, b.all), cosine(a.lead, b.lead), cosine(a.title, b.title), cosine(a.names, b.names)
	pairs, minor, words := cosine(a.pairs, b.pairs), cosine(a.minor, b.minor), cosine(a.words, b.words)
	facts, quoted := cosine(a.facts, b.facts), cosine(a.quoted, b.quoted)
	m.withRoots(1, all, lead, title, names, pairs, cosine(a.numbers, b.numbers), minor, words, cosine(a.deed, b.deed), facts, quoted)
	m.withRoots(1, cosine(a.bare.vector, b.bare.vector), cosine(a.plainPairs, b.plainPairs), cosine(a.plainFacts, b.plainFacts),
		cosine(a.plainTitle, b.plainTitle), cosine(a.leadFacts, b.leadFacts))

	m.add((covered(a.title, b.lead) + covered(b.title, a.lead)) / 2)
	aInB, bInA := covered(a.top, b.all), covered(b.top, a.all)
	least, most := min(aInB, bInA), max(aInB, bInA)
	m.add((covered(a.top, b.top)+covered(b.top, a.top))/2, least, most)
	m.add(math.Sqrt(all*lead), math.Sqrt(all*title), math.Sqrt(lead*names), math.Sqrt(all*words))

	sharedFacts, sharedLead, sharedMinor := shared(a.facts, b.facts), shared(a.leadFacts, b.leadFacts), shared(a.minor, b.minor)
	m.add(sharedFacts, shared(a.plainFacts, b.plainFacts), sharedLead, shared(a.quoted, b.quoted),
		shared(a.numbers, b.numbers), sharedMinor, shared(a.plainPairs, b.plainPairs))

	renown := renownShared(a.bare, b.bare)
	m.add(renown)
	m.withRoots(renown, all, lead, names, facts, minor, words, title)
	m.add(renown*math.Sqrt(quoted), renown*math.Sqrt(pairs), renown*least, renown*most)
	m.add(renown*sharedFacts, renown*sharedLead, renown*sharedMinor)

	m.add(math.Log1p(float64(passages)), cosine(a.days, b.days))
	shorter, longer := float64(min(a.length, b.length)), float64(max(a.length, b.length))
	m.add(math.Log1p(shorter), math.Log((1+longer)/(1+shorter)), cosine(a.weekdays, b.weekdays))
	m.features[dateFeature(a.date, b.date)] = 1
	return m.features
}

// shared returns the logarithm of one more than the number of terms that both have.
func shared(a, b vector) float64 { return math.Log1p(float64(common(a, b))) }

// dateFeature returns which feature says how far apart two days of publication are.
func dateFeature(a, b int) int {
	apart, known := daysBetween(a, b)
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
