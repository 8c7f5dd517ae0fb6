package quote

import (
	"cmp"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/storydiff/storydiff/compare/text"
)

// A taggedSentence is one sentence to learn from: the features of each unit by number,
// and its tag.
type taggedSentence struct {
	features [][]int32
	tags     []uint8
}

// A field is a conditional random field in training. Outside weighs nothing.
type field struct {
	numbers map[feature]int32 // of the features
	counts  []int32
	weights [][2]weight // of beginning and inside
	steps   [tags][tags]weight
}

// A weight is a weight in training.
type weight struct{ value, sum, grads float64 }

// What training rests on, chosen on held-out texts of the train part: the figures there
// hardly change with the rest, but fall with less of the sparsity.
const (
	fieldRuns     = 3
	fieldEpochs   = 6
	fieldRate     = 0.2
	fieldSparsity = 3   // what a weight must be worth to be kept (L1)
	fieldPenalty  = 0.3 // of the weights' squares (L2)
	fieldDropout  = 0.3 // share of the features of a unit that a step does without
	leastSeen     = 3   // features seen less often are left out: they are learnt by heart
)

// newField numbers the features of the texts and lists their sentences.
func newField(texts []segmented) (*field, []taggedSentence) {
	f := &field{numbers: map[feature]int32{}}
	var all []taggedSentence
	for _, t := range texts {
		for _, s := range t.sentences {
			x := taggedSentence{tags: s.tags}
			for _, fs := range s.features {
				x.features = append(x.features, f.number(fs))
			}
			all = append(all, x)
		}
	}
	for i, s := range all {
		for j, fs := range s.features {
			all[i].features[j] = slices.DeleteFunc(fs, func(n int32) bool { return f.counts[n] < leastSeen })
		}
	}
	f.weights = make([][2]weight, len(f.counts))
	return f, all
}

func (f *field) number(fs []feature) []int32 {
	out := make([]int32, len(fs))
	for i, x := range fs {
		n, ok := f.numbers[x]
		if !ok {
			n = int32(len(f.counts))
			f.numbers[x] = n
			f.counts = append(f.counts, 0)
		}
		f.counts[n]++
		out[i] = n
	}
	return out
}

// learn takes steps of gradient descent on the likelihood of one sentence after another,
// each round in another order, and keeps the mean of the weights after every eighth of
// all rounds but the first: the last sentences seen would else weigh too much. It does so
// several times from nothing, since what a run learns hangs on its order.
func (f *field) learn(all []taggedSentence) {
	order := rand.New(rand.NewPCG(1, 2))
	mean := means{weights: make([][2]float64, len(f.weights))}
	for range fieldRuns {
		clear(f.weights)
		f.steps = [tags][tags]weight{}
		for round := range fieldEpochs {
			for seen, i := range order.Perm(len(all)) {
				f.step(all[i].thinned(order))
				if round > 0 && (seen+1)%(len(all)/8) == 0 {
					mean.add(f)
				}
			}
		}
	}
	mean.settle(f)
}

// thinned returns the sentence without some of its features, drawn anew each time, so that
// no weight counts on another (Wang and Manning 2013, "Fast dropout training").
func (s taggedSentence) thinned(draw *rand.Rand) taggedSentence {
	thin := taggedSentence{make([][]int32, len(s.features)), s.tags}
	for i, fs := range s.features {
		for _, k := range fs {
			if draw.Float64() >= fieldDropout {
				thin.features[i] = append(thin.features[i], k)
			}
		}
	}
	return thin
}

// means are the sums of weights at several moments.
type means struct {
	weights [][2]float64
	steps   [tags][tags]float64
	moments float64
}

func (m *means) add(f *field) {
	m.moments++
	for k, w := range f.weights {
		m.weights[k][0] += w[0].value
		m.weights[k][1] += w[1].value
	}
	for a := range tags {
		for b := range tags {
			m.steps[a][b] += f.steps[a][b].value
		}
	}
}

// settle gives the field the means, less for the features that training did without.
func (m *means) settle(f *field) {
	for k, w := range m.weights {
		f.weights[k][0].value, f.weights[k][1].value = (1-fieldDropout)*w[0]/m.moments, (1-fieldDropout)*w[1]/m.moments
	}
	for a := range tags {
		for b := range tags {
			f.steps[a][b].value = m.steps[a][b] / m.moments
		}
	}
}

func (f *field) step(s taggedSentence) {
	n := len(s.tags)
	scores := make([][tags]float64, n)
	for i, fs := range s.features {
		for _, k := range fs {
			scores[i][begins] += f.weights[k][0].value
			scores[i][inside] += f.weights[k][1].value
		}
	}
	ahead, behind := f.sums(scores)
	total := math.Log(math.Exp(ahead[n-1][0]) + math.Exp(ahead[n-1][1]) + math.Exp(ahead[n-1][2]))
	last := outside
	var steps [tags][tags]float64
	for i := range n {
		for t := 1; t < tags; t++ {
			err := math.Exp(ahead[i][t] + behind[i][t] - total)
			if int(s.tags[i]) == t {
				err--
			}
			for _, k := range s.features[i] {
				f.descend(&f.weights[k][t-1], err)
			}
		}
		f.expect(&steps, scores, ahead, behind, i, total)
		steps[last][s.tags[i]]--
		last = int(s.tags[i])
	}
	for a := range tags {
		for b := range tags {
			f.descend(&f.steps[a][b], steps[a][b])
		}
	}
}

// descend takes a step of FTRL-Proximal (McMahan et al. 2013), which leaves the weights
// of what tells little at nothing.
func (f *field) descend(w *weight, err float64) {
	rate := math.Sqrt(w.grads + err*err)
	w.sum += err - (rate-math.Sqrt(w.grads))/fieldRate*w.value
	w.grads += err * err
	if math.Abs(w.sum) <= fieldSparsity {
		w.value = 0
		return
	}
	w.value = -(w.sum - math.Copysign(fieldSparsity, w.sum)) / ((1+rate)/fieldRate + fieldPenalty)
}

// expect adds the probabilities of the transitions into unit i.
func (f *field) expect(steps *[tags][tags]float64, scores, ahead, behind [][tags]float64, i int, total float64) {
	for a := range tags {
		for b := range tags {
			before := 0.0
			switch {
			case a == outside && b == inside, i == 0 && a != outside:
				continue
			case i > 0:
				before = ahead[i-1][a]
			}
			steps[a][b] += math.Exp(before + f.steps[a][b].value + scores[i][b] + behind[i][b] - total)
		}
	}
}

// sums are the logarithms of the forward and backward sums.
func (f *field) sums(scores [][tags]float64) (ahead, behind [][tags]float64) {
	n := len(scores)
	ahead, behind = make([][tags]float64, n), make([][tags]float64, n)
	for i := range n {
		for b := range tags {
			sum := math.Inf(-1)
			for a := range tags {
				switch {
				case a == outside && b == inside, i == 0 && a != outside:
				case i == 0:
					sum = addLogs(sum, f.steps[a][b].value)
				default:
					sum = addLogs(sum, ahead[i-1][a]+f.steps[a][b].value)
				}
			}
			ahead[i][b] = sum + scores[i][b]
		}
	}
	for i := n - 2; i >= 0; i-- {
		for a := range tags {
			sum := math.Inf(-1)
			for b := range tags {
				if a != outside || b != inside {
					sum = addLogs(sum, f.steps[a][b].value+scores[i+1][b]+behind[i+1][b])
				}
			}
			behind[i][a] = sum
		}
	}
	return ahead, behind
}

func addLogs(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// pack lays the transitions and the weightiest features out as a tagger wants them, in a
// table that is at most three quarters full.
func (f *field) pack() []byte {
	type weighed struct {
		feature feature
		b, i    int8
		weight  float64
	}
	var ws []weighed
	for _, x := range slices.Sorted(maps.Keys(f.numbers)) {
		k := f.numbers[x]
		b, i := scaled(f.weights[k][0].value), scaled(f.weights[k][1].value)
		if f.counts[k] >= leastSeen && (b != 0 || i != 0) {
			telling := (math.Abs(float64(b)) + math.Abs(float64(i))) * math.Sqrt(float64(f.counts[k]))
			ws = append(ws, weighed{x, b, i, telling})
		}
	}
	slices.SortStableFunc(ws, func(a, b weighed) int { return cmp.Compare(b.weight, a.weight) })
	slotBits := 10
	for slotBits < mostBits && len(ws) > 3<<slotBits/4 {
		slotBits++
	}
	out := make([]byte, tableStart+slotSize<<slotBits)
	for a := range tags {
		for b := range tags {
			out[a*tags+b] = byte(scaled(f.steps[a][b].value))
		}
	}
	table := out[tableStart:]
	for _, w := range ws[:min(len(ws), 3<<slotBits/4)] {
		i := int(w.feature >> (32 - slotBits))
		for table[i*slotSize+2]|table[i*slotSize+3] != 0 {
			i = (i + 1) & (1<<slotBits - 1)
		}
		copy(table[i*slotSize:], []byte{byte(w.feature), byte(w.feature >> 8), byte(w.b), byte(w.i)})
	}
	return out
}

// mostBits bounds the slots of a table: 1<<16 take 256 kB.
const mostBits = 16

func scaled(w float64) int8 { return int8(math.Round(max(-127, min(127, w*weightScale)))) }

// A segmented text is one of the gold's, its sentences ready to learn from.
type segmented struct {
	d         labelled
	sentences []struct {
		features [][]feature
		tags     []uint8
	}
}

func segmentedOf(d labelled, lang string) (t segmented) {
	t.d = d
	c := sceneOf(d, lang)
	for _, s := range c.sentences {
		o, n := c.outlineOf(s), s.to-s.from
		x := struct {
			features [][]feature
			tags     []uint8
		}{make([][]feature, n), make([]uint8, n)}
		spans := c.goldSegments(d, s)
		for i, end := 0, 0; i < n; i++ {
			x.features[i] = o.features(i, n, nil)
			switch to := spans[i]; {
			case i < end:
				x.tags[i] = inside
			case to > 0:
				x.tags[i], end = begins, to
			}
		}
		t.sentences = append(t.sentences, x)
	}
	return t
}

// TestTrainSegments fits the weights of cues and of where reported speech stands.
func TestTrainSegments(t *testing.T) {
	if !*train {
		t.Skip("only with -train")
	}
	for set, lang := range map[string]string{"polnear": "en", "german": "de"} {
		ending := "-" + lang
		if lang == "en" {
			ending = ""
		}
		cues, segments := fitSegments(readTrain(t, set), lang)
		for file, weights := range map[string][]byte{"cues": cues, "segments": segments} {
			if err := os.WriteFile("model/"+file+ending+".bin", weights, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// cueParts is how many parts the texts are cut into, so that the segmenter learns from
// cues as weights find them that have not seen the text.
const cueParts = 5

// fitSegments fits the weights of cues to the texts and those of speech to what they find.
func fitSegments(ds []labelled, lang string) (cues, segments []byte) {
	var texts []segmented
	for part := range cueParts {
		var others []labelled
		for i, d := range ds {
			if i%cueParts != part {
				others = append(others, d)
			}
		}
		segmenters[lang].cues = fitCues(others, lang)
		for i := part; i < len(ds); i += cueParts {
			texts = append(texts, segmentedOf(ds[i], lang))
		}
	}
	f, all := newField(texts)
	f.learn(all)
	return fitCues(ds, lang), f.pack()
}

// goldSegments returns, for each unit of the sentence at which a content begins, the
// unit at which it ends. Contents that are one marked stretch are left out.
func (c *scene) goldSegments(d labelled, s sentence) map[int]int {
	out := map[int]int{}
	bounds := text.Span{Start: c.units[s.from].Start, End: c.units[s.to-1].End}
	for _, content := range d.contents {
		if content.Overlap(bounds) == 0 || content.Start < bounds.Start && !c.lex.verbSecond {
			continue // German speech of several sentences is joined again
		}
		from, to := s.to, s.from
		for i := s.from; i < s.to; i++ {
			if u := c.units[i]; u.Start >= content.Start && u.End <= content.End && u.kind != sign {
				from, to = min(from, i), i+1
			}
		}
		if from < to && (to > from+1 || c.units[from].kind != marked) {
			out[from-s.from] = max(out[from-s.from], to-s.from)
		}
	}
	return out
}
