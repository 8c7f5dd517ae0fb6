package similar

import (
	"fmt"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/internal/logit"
	"github.com/storydiff/storydiff/compare/shingle"
)

// A Labelled article belongs to an event.
type Labelled struct {
	*article.Article
	Event string
}

// LabelledHeadlines are two headlines, of one event or not.
type LabelledHeadlines struct {
	A, B string
	Same bool
}

const (
	ridge = 1.0

	// A pair less alike than this teaches nothing that the bias does not know; of
	// those not much more alike one in spareStep stands for all.
	alikeFloor, alikeSpare = 0.06, 0.15
	spareStep              = 10

	// Editors put one event into two groups when its second day is told anew. Two
	// groups at most so many days apart that hold a pair as alike as this are taken
	// for one event told twice; their cross pairs teach neither yes nor no.
	sameNewsDays = 3
	sameNews     = 0.35
)

// Dates of publication are often missing or wrong where articles are collected, and
// always right in edited sets. So each pair is shown four times: as it is, without
// dates, and with dates that lie weeks and days apart, in these shares.
var dateShares = [...]struct {
	feature int // the date feature shown; -1 for the true one
	share   float64
}{{-1, 0.30}, {publishedUnknown, 0.40}, {publishedUnknown - 1, 0.25}, {publishedUnknown - 2, 0.05}}

const (
	undated        = 1   // of dateShares, the one without dates
	strangersShare = 2.0 // weight of a pair of which all names are changed
)

// Train fits both models and returns the text of the weights file, provenance first.
// The same input gives the same bytes.
func Train(articles []Labelled, headlines []LabelledHeadlines) string {
	var b strings.Builder
	pairs := articleSamples(articles)
	fmt.Fprintf(&b, "# Logistic regression, ridge %g, fitted by similar.Train; one feature a line.\n", ridge)
	fmt.Fprintf(&b, "# articles: %d articles of labelled events, %d pairs shown\n", len(articles), len(pairs))
	writeWeights(&b, "articles", featureNames[:], pairs)
	titles := headlineSamples(headlines)
	fmt.Fprintf(&b, "# headlines: %d labelled pairs\n", len(titles))
	writeWeights(&b, "headlines", headlineNames[:], titles)
	return b.String()
}

func writeWeights(b *strings.Builder, model string, names []string, samples []logit.Sample) {
	weights, bias := logit.Fit(samples, ridge)
	fmt.Fprintf(b, "%s bias %.3f\n", model, bias)
	for i, w := range weights {
		fmt.Fprintf(b, "%s %s %.3f\n", model, names[i], w)
	}
}

// articleSamples makes samples of all pairs worth showing. The people of the train
// parts are known all over the world, and rare names there belong to one event. So
// each pair is shown once more with every name as rare as chance has it: to share the
// same rare people may be to share a topic.
func articleSamples(articles []Labelled) []logit.Sample {
	profiles := make([]*profile, len(articles))
	strangers := make([]*profile, len(articles))
	runs := make([]passages, len(articles))
	lex, unheard := newLexicon(), newLexicon()
	unheard.renamed = true
	for i, a := range articles {
		profiles[i], strangers[i] = newProfile(a.Article, lex), newProfile(a.Article, unheard)
		runs[i] = newPassages(shingle.Of(a.Text))
	}
	doubtful := doubtfulEvents(articles, profiles)
	var samples []logit.Sample
	for i := range articles {
		for j := range i {
			same := articles[i].Event == articles[j].Event
			alike := cosine(profiles[i].all, profiles[j].all)
			spare := !same && alike < alikeSpare
			switch {
			case alike < alikeFloor, spare && (i+j)%spareStep != 0,
				!same && doubtful[eventPair(articles[i].Event, articles[j].Event)]:
				continue
			}
			weight := 1.0
			if spare {
				weight = spareStep
			}
			shared := runs[i].inCommon(runs[j])
			samples = append(samples, dateSamples(featuresOf(profiles[i], profiles[j], shared), same, weight)...)
			renamed := dateSamples(featuresOf(strangers[i], strangers[j], shared), same, weight)
			renamed[undated].Weight *= strangersShare / dateShares[undated].share
			samples = append(samples, renamed[undated])
		}
	}
	return samples
}

// dateSamples shows a pair with its true date and with others.
func dateSamples(f features, same bool, weight float64) []logit.Sample {
	samples := make([]logit.Sample, 0, len(dateShares))
	for _, d := range dateShares {
		x := slices.Clone(f[:])
		if d.feature >= 0 {
			clear(x[firstDate:])
			x[d.feature] = 1
		}
		samples = append(samples, logit.Sample{X: x, Same: same, Weight: weight * d.share})
	}
	return samples
}

func eventPair(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

// doubtfulEvents returns the pairs of events that may be one.
func doubtfulEvents(articles []Labelled, profiles []*profile) map[[2]string]bool {
	doubtful := map[[2]string]bool{}
	for i, a := range articles {
		for j, b := range articles[:i] {
			if a.Event == b.Event || cosine(profiles[i].all, profiles[j].all) <= sameNews {
				continue
			}
			if apart, known := daysApart(profiles[i], profiles[j]); !known || apart <= sameNewsDays {
				doubtful[eventPair(a.Event, b.Event)] = true
			}
		}
	}
	return doubtful
}

// headlineSamples shows each labelled pair, and one of strangers beside it: labelled
// pairs that are not the same were chosen because they share words, so alone they
// would teach that to share none is a good sign.
func headlineSamples(headlines []LabelledHeadlines) []logit.Sample {
	lex := newLexicon()
	samples := make([]logit.Sample, 0, 2*len(headlines))
	for i, h := range headlines {
		stranger := headlines[(i+len(headlines)/2)%len(headlines)]
		lang := headlineLanguage(h.A, h.B)
		a, b, c := newHeading(h.A, lang, lex), newHeading(h.B, lang, lex), newHeading(stranger.B, lang, lex)
		samples = append(samples, headlineSample(a, b, h.Same), headlineSample(a, c, false))
	}
	return samples
}

func headlineSample(a, b *heading, same bool) logit.Sample {
	f := headlineFeaturesOf(a, b)
	return logit.Sample{X: f[:], Same: same, Weight: 1}
}
