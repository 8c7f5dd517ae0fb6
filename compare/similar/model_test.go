package similar

import (
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
)

func TestTheShippedWeightsNameEveryFeature(t *testing.T) {
	m := shipped()
	for _, c := range []struct {
		model model
		want  int
	}{{m.articles, featureCount}, {m.headlines, len(headlineNames)}} {
		if len(c.model.weights) != c.want || c.model.bias == 0 {
			t.Errorf("%d weights and bias %v, want %d", len(c.model.weights), c.model.bias, c.want)
		}
	}
	if !strings.HasPrefix(weightsFile, "#") {
		t.Error("the weights file does not say where it comes from")
	}
}

func TestSimilarityRestsOnTheFeaturesItNames(t *testing.T) {
	for place, name := range map[int]string{allRoot: "all-root", leadRoot: "lead-root", titleRoot: "title-root", namesRoot: "names-root"} {
		if featureNames[place] != name {
			t.Errorf("feature %d is %s, want %s", place, featureNames[place], name)
		}
	}
}

func TestBadWeightsAreNamedByLine(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"articles all", "line 1"},
		{"# fine\narticles all x", "line 2"},
		{"verse all 1", "line 1"},
		{"articles all 1", `no weight for "all-root"`},
	} {
		if _, err := parseWeights(c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("parseWeights(%q): %v, want %q", c.file, err, c.want)
		}
	}
}

func TestTrainWritesWhatParses(t *testing.T) {
	articles := make([]Labelled, 0, 4)
	for _, s := range []struct {
		article.Source
		event string
	}{{bridgeMorning, "bridge"}, {bridgeEvening, "bridge"}, {tunnelInquiry, "tunnel"}, {cheeseFair, "cheese"}} {
		articles = append(articles, Labelled{article.New(s.Source), s.event})
	}
	headlines := []LabelledHeadlines{
		{bridgeMorning.Title, bridgeEvening.Title, true},
		{bridgeMorning.Title, tunnelInquiry.Title, false},
	}
	first := Train(articles, headlines)
	if _, err := parseWeights(first); err != nil {
		t.Fatal(err)
	}
	if again := Train(articles, headlines); again != first {
		t.Error("the same input gave other weights")
	}
}
