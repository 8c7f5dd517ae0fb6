package similar

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
	"pgregory.net/rapid"
)

// vectors draws a vector beside the plain map it was made of.
func vectors(t *rapid.T, label string) (vector, map[term]float64) {
	plain := rapid.MapOf(
		rapid.Custom(func(t *rapid.T) term { return term(rapid.IntRange(0, 30).Draw(t, "term")) }),
		rapid.Float64Range(0.1, 5),
	).Draw(t, label)
	entries := make([]weighted, 0, len(plain))
	for id, w := range plain {
		entries = append(entries, weighted{id, w})
	}
	slices.SortFunc(entries, compareEntries)
	return newVector(entries), plain
}

func TestCosineIsThatOfTheMaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, plainA := vectors(t, "a")
		b, plainB := vectors(t, "b")
		want := dotOf(plainA, plainB) / math.Sqrt(dotOf(plainA, plainA)*dotOf(plainB, plainB))
		if len(plainA) == 0 || len(plainB) == 0 {
			want = 0
		}
		if got := cosine(a, b); math.Abs(got-want) > 1e-5 {
			t.Fatalf("cosine = %v, want %v", got, want)
		}
		if cosine(a, b) != cosine(b, a) {
			t.Fatal("cosine is not symmetric")
		}
	})
}

func dotOf(a, b map[term]float64) float64 {
	var sum float64
	for id, w := range a {
		sum += w * b[id]
	}
	return sum
}

func TestCoveredIsAllOfASubset(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, _ := vectors(t, "v")
		if len(v.terms) == 0 {
			return
		}
		if got := covered(v.heaviest(3), v); math.Abs(got-covered(v.heaviest(3), v.heaviest(3))) > 1e-6 {
			t.Fatalf("the heaviest terms stand on their own vector with %v", got)
		}
		if got := covered(v, v); math.Abs(got-1) > 1e-5 {
			t.Fatalf("a vector covers %v of itself", got)
		}
	})
}

func TestHeaviestKeepsTheOrderOfTerms(t *testing.T) {
	v := newVector([]weighted{{1, 1}, {2, 9}, {3, 4}, {7, 9}})
	if got := v.heaviest(2).terms; !slices.Equal(got, []term{2, 7}) {
		t.Errorf("heaviest terms %v, want 2 and 7", got)
	}
}

func TestTablesChangeNoMeasure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, _ := vectors(t, "a")
		b, _ := vectors(t, "b")
		var tables tabulator
		quick := tables.tabulate(&profile{all: a}).all
		got := []float64{cosine(quick, b), cosine(b, quick), covered(quick, b), covered(b, quick), float64(common(quick, b))}
		want := []float64{cosine(a, b), cosine(b, a), covered(a, b), covered(b, a), float64(common(a, b))}
		if !slices.Equal(got, want) {
			t.Fatalf("with a table %v, without %v", got, want)
		}
	})
}

// Terms that all belong in one place would make every question a walk.
func TestCrowdedVectorGetsNoTable(t *testing.T) {
	var v vector
	for i := range term(1000) {
		v.terms, v.weights = append(v.terms, i<<20), append(v.weights, 1)
	}
	var tables tabulator
	p := tables.tabulate(&profile{all: v})
	if p.all.table != nil {
		t.Error("a table of terms that all meet")
	}
	if got := common(p.all, v); got != 1000 {
		t.Errorf("%d terms in common, want 1000", got)
	}
}

func TestPackedVectorsAreWhatTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, _ := vectors(t, "a")
		b, _ := vectors(t, "b")
		unweighted := vector{terms: a.terms}
		packed := []vector{a, unweighted, b}
		pack([]*vector{&packed[0], &packed[1], &packed[2]})
		for i, want := range []vector{a, unweighted, b} {
			if !slices.Equal(packed[i].terms, want.terms) || !slices.Equal(packed[i].weights, want.weights) {
				t.Fatalf("vector %d: %v, want %v", i, packed[i], want)
			}
		}
	})
}

// What stands in one article alone is forgotten; what any two share is not.
func TestForgottenPassagesAreSharedByNoTwo(t *testing.T) {
	words := strings.Fields("the ferry left the old harbour at noon and came back late in the evening")
	rapid.Check(t, func(t *rapid.T) {
		var rs []*quote.Reading
		for range rapid.IntRange(0, 6).Draw(t, "articles") {
			body := rapid.SliceOfN(rapid.SampledFrom(words), 0, 30).Draw(t, "words")
			rs = append(rs, quote.Read(&article.Article{Text: strings.Join(body, " ")}))
		}
		shared := recurringPassages(rs)
		for i, a := range rs {
			for j, b := range rs[:i] {
				want := newPassages(shingle.Of(a.Text)).inCommon(newPassages(shingle.Of(b.Text)))
				if got := shared[i].inCommon(shared[j]); got != want {
					t.Fatalf("%d passages in common, want %d", got, want)
				}
			}
		}
	})
}
