package quote

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/internal/gold"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

var train = flag.Bool("train", false, "fit the models anew on the train part of PolNeAR")

var holdout = flag.Bool("holdout", false, "leave every fifth text out of training, to measure on it")

// A labelled text is one line of a gold file of quotes, offsets turned into bytes.
type labelled struct {
	Text         string
	Attributions []struct {
		Kind    string
		Content [][2]int
		Source  [][2]int
		Cue     [][2]int
		Quoted  []bool
	}
	contents, cues []text.Span
}

// readTrain reads the train part of a gold set of quotes.
func readTrain(t *testing.T, name string) (out []labelled) {
	for n, d := range gold.Records[labelled](t, os.DirFS("../../../shared/gold"), "quotes/"+name+"-train.jsonl.gz") {
		if *holdout && n%5 == 0 {
			continue
		}
		d.locate()
		out = append(out, d)
	}
	return out
}

func (d *labelled) locate() {
	at := make([]int, 0, len(d.Text)+1)
	for i := range d.Text {
		at = append(at, i)
	}
	at = append(at, len(d.Text))
	for _, a := range d.Attributions {
		for _, c := range a.Content {
			d.contents = append(d.contents, text.Span{Start: at[c[0]], End: at[c[1]]})
		}
		for _, c := range a.Cue {
			d.cues = append(d.cues, text.Span{Start: at[c[0]], End: at[c[1]]})
		}
	}
}

// sceneOf cuts a labelled text up as Find does.
func sceneOf(d labelled, lang string) *scene {
	a := article.New(article.Source{AsIs: true, Body: d.Text, Language: lang})
	return newScene(a, names.Find(a), lexiconOf(lang))
}

// An example is the features of one decision and its outcome.
type example struct {
	traits []trait
	yes    bool
}

// fit finds the weights of a logistic regression with an L2 penalty, by AdaGrad in
// the order given, so that every run gives the same.
func fit(examples []example, epochs int, penalty float64) map[trait]float64 {
	w, g := map[trait]float64{}, map[trait]float64{}
	for range epochs {
		for _, ex := range examples {
			sum := 0.0
			for _, t := range ex.traits {
				sum += w[t]
			}
			err := 1 / (1 + math.Exp(-sum))
			if ex.yes {
				err--
			}
			for _, t := range ex.traits {
				d := err + penalty*w[t]
				g[t] += d * d
				w[t] -= 0.1 * d / math.Sqrt(g[t]+1e-6)
			}
		}
	}
	return w
}

func writeModel(t *testing.T, file string, w map[trait]float64) {
	var lines []string
	for f, v := range w {
		if math.Abs(v) >= 0.005 {
			lines = append(lines, fmt.Sprintf("%s\t%s\t%s\t%.2f\n", traitForms[f.about], f.a, f.b, v))
		}
	}
	slices.Sort(lines)
	if err := os.WriteFile(file, []byte(strings.Join(lines, "")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// rare drops traits seen fewer than n times: they would only learn names by heart.
func rare(examples []example, n int) {
	count := map[trait]int{}
	for _, ex := range examples {
		for _, f := range ex.traits {
			count[f]++
		}
	}
	for i := range examples {
		examples[i].traits = slices.DeleteFunc(examples[i].traits, func(f trait) bool { return count[f] < n })
	}
}

// TestTrainSpeech fits the weights that tell speech from names and scare quotes: a
// stretch is speech when an attribution's content covers it.
func TestTrainSpeech(t *testing.T) {
	if !*train {
		t.Skip("only with -train")
	}
	polnear, german := readTrain(t, "polnear"), readTrain(t, "german")
	en, de := speechExamples(polnear, "en", "en"), speechExamples(german, "de", "de")
	mixed := append(speechExamples(polnear, "en", ""), speechExamples(german, "de", "")...)
	for _, m := range []struct {
		name     string
		examples []example
		epochs   int
		penalty  float64
	}{{"en", en, 15, 4e-3}, {"de", de, 30, 2e-3}, {"any", mixed, 30, 2e-3}} {
		rare(m.examples, 5)
		writeModel(t, "model/speech-"+m.name+".tsv", fit(m.examples, m.epochs, m.penalty))
	}
}

// speechExamples lists every marked stretch with its traits, those of a language
// without a model of its own when as is empty.
func speechExamples(ds []labelled, lang, as string) (examples []example) {
	for _, d := range ds {
		c := sceneOf(d, lang)
		lex := *c.lex
		lex.model, c.lex = as, &lex
		for _, s := range c.sentences {
			for u := s.from; u < s.to; u++ {
				if c.units[u].kind == marked {
					l := c.lookAt(s, u, c.creditAt(s, u))
					examples = append(examples, example{c.kindTraits(l, nil), covered(d, c.stretches[c.units[u].quote].Span)})
				}
			}
		}
	}
	return examples
}

// covered reports whether one content of the gold holds at least four fifths of a span.
func covered(d labelled, p text.Span) bool {
	for _, c := range d.contents {
		if 5*c.Overlap(p) >= 4*p.Len() {
			return true
		}
	}
	return false
}
