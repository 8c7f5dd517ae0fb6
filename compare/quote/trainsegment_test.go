package quote

import (
	"math"
	"os"
	"testing"

	"github.com/storydiff/storydiff/compare/text"
)

// A hashedExample is one decision of the segmenter and its outcome.
type hashedExample struct {
	features []feature
	yes      bool
}

// fitHashed finds the weights of a hashed model by AdaGrad, examples in the order given.
func fitHashed(examples []hashedExample, epochs int, penalty float64) []byte {
	w, g := make([]float64, 1<<hashedBits), make([]float64, 1<<hashedBits)
	for range epochs {
		for _, ex := range examples {
			sum := 0.0
			for _, f := range ex.features {
				sum += w[f>>(32-hashedBits)]
			}
			err := 1 / (1 + math.Exp(-sum))
			if ex.yes {
				err--
			}
			for _, f := range ex.features {
				k := f >> (32 - hashedBits)
				d := err + penalty*w[k]
				g[k] += d * d
				w[k] -= 0.1 * d / math.Sqrt(g[k]+1e-3)
			}
		}
	}
	out := make([]byte, len(w))
	for i, v := range w {
		out[i] = byte(int8(math.Round(max(-127, min(127, v*weightScale)))))
	}
	return out
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
			for i := 0; i < s.to-s.from; i++ {
				to := spans[i]
				fs := append([]feature(nil), o.startFeatures(i, nil)...)
				starts = append(starts, hashedExample{fs, to > 0})
				for j := i; j < to; j++ {
					ends = append(ends, hashedExample{append([]feature(nil), o.endFeatures(i, j, nil)...), j+1 == to})
				}
			}
		}
	}
	if err := os.WriteFile("model/start.bin", fitHashed(starts, 2, 1e-6), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("model/end.bin", fitHashed(ends, 2, 1e-6), 0o644); err != nil {
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
		if from < to && !(to == from+1 && c.units[from].kind == marked) {
			out[from-s.from] = max(out[from-s.from], to-s.from)
		}
	}
	return out
}
