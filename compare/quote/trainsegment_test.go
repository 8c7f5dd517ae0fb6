package quote

import (
	"cmp"
	"maps"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/storydiff/storydiff/compare/text"
)

// A hashedExample is one decision of the segmenter and its outcome.
type hashedExample struct {
	features []feature
	yes      bool
}

// A weight is what training knows of one feature.
type weight struct {
	feature      feature
	value, grads float64
	count        int
}

// fitHashed finds the weights of a hashed model by AdaGrad, examples in the order given.
func fitHashed(examples []hashedExample, epochs int) []byte {
	index := map[feature]*weight{}
	for range epochs {
		for _, ex := range examples {
			ws := make([]*weight, len(ex.features))
			sum := 0.0
			for i, f := range ex.features {
				if index[f] == nil {
					index[f] = &weight{feature: f}
				}
				ws[i] = index[f]
				sum += ws[i].value
			}
			err := 1 / (1 + math.Exp(-sum))
			if ex.yes {
				err--
			}
			for _, w := range ws {
				w.count++
				w.grads += err * err
				w.value -= 0.1 * err / math.Sqrt(w.grads+1e-3)
			}
		}
	}
	return pack(slices.Collect(maps.Values(index)), epochs)
}

// pack lays the weightiest features out in a table that is three quarters full.
// Features seen once or twice are left out: they are learnt by heart.
func pack(all []*weight, epochs int) []byte {
	telling := func(w *weight) float64 { return math.Abs(w.value) * math.Sqrt(float64(w.count)) }
	all = slices.DeleteFunc(all, func(w *weight) bool { return w.count < 2*epochs || math.Round(w.value*weightScale) == 0 })
	slices.SortFunc(all, func(a, b *weight) int {
		return cmp.Or(cmp.Compare(telling(b), telling(a)), cmp.Compare(a.feature, b.feature))
	})
	table := make([]byte, slotSize<<slotBits)
	for _, w := range all[:min(len(all), 3<<slotBits/4)] {
		i := int(w.feature >> (32 - slotBits))
		for table[i*slotSize+2] != 0 {
			i = (i + 1) & (1<<slotBits - 1)
		}
		value := int8(math.Round(max(-127, min(127, w.value*weightScale))))
		copy(table[i*slotSize:], []byte{byte(w.feature), byte(w.feature >> 8), byte(value)})
	}
	return table
}

// TestTrainSegments fits the weights of where reported speech begins and ends.
func TestTrainSegments(t *testing.T) {
	if !*train {
		t.Skip("only with -train")
	}
	var starts, ends []hashedExample
	for _, d := range readTrain(t, "polnear") {
		c := sceneOf(d, "en")
		for _, s := range c.sentences {
			o := c.outlineOf(s, nil)
			spans := c.goldSegments(d, s)
			for i := range s.to - s.from {
				to := spans[i]
				fs := append([]feature(nil), o.startFeatures(i, nil)...)
				starts = append(starts, hashedExample{fs, to > 0})
				for j := i; j < to; j++ {
					ends = append(ends, hashedExample{append([]feature(nil), o.endFeatures(i, j, nil)...), j+1 == to})
				}
			}
		}
	}
	if err := os.WriteFile("model/start.bin", fitHashed(starts, 2), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("model/end.bin", fitHashed(ends, 2), 0o644); err != nil {
		t.Fatal(err)
	}
}

// goldSegments returns, for each unit of the sentence at which a content begins, the
// unit at which it ends. Contents that are one marked stretch are left out.
func (c *scene) goldSegments(d labelled, s sentence) map[int]int {
	out := map[int]int{}
	bounds := text.Span{Start: c.units[s.from].Start, End: c.units[s.to-1].End}
	for _, content := range d.contents {
		if content.Overlap(bounds) == 0 || content.Start < bounds.Start {
			continue
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
