package logit

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestFitFindsTheWeightsThatMadeTheData(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	want, wantBias := []float64{2, -1, 0}, -.5
	samples := make([]Sample, 0, 40000)
	for range 40000 {
		x := []float64{r.NormFloat64(), 3 + 2*r.NormFloat64(), r.Float64()}
		p := 1 / (1 + math.Exp(-(dot(x, want) + wantBias)))
		samples = append(samples, Sample{x, r.Float64() < p, 1})
	}
	got, bias := Fit(samples, 1e-3)
	for i := range want {
		if math.Abs(got[i]-want[i]) > .1 {
			t.Errorf("weight %d = %.3f, want about %.1f", i, got[i], want[i])
		}
	}
	if math.Abs(bias-wantBias) > .15 {
		t.Errorf("bias = %.3f, want about %.1f", bias, wantBias)
	}
}

func TestFitCountsWeightsAsRepeats(t *testing.T) {
	a := []Sample{{[]float64{1}, true, 3}, {[]float64{1}, false, 1}, {[]float64{0}, false, 1}, {[]float64{0}, true, 1}}
	b := []Sample{a[0], a[0], a[0], a[1], a[2], a[3]}
	for i := range 3 {
		b[i].Weight = 1
	}
	wa, ba := Fit(a, .1)
	wb, bb := Fit(b, .1)
	if math.Abs(wa[0]-wb[0]) > 1e-6 || math.Abs(ba-bb) > 1e-6 {
		t.Errorf("weighted %v %v, repeated %v %v", wa, ba, wb, bb)
	}
}

func TestFitOfSeparableAndConstantDataStaysFinite(t *testing.T) {
	samples := []Sample{{[]float64{0, 7}, false, 1}, {[]float64{1, 7}, true, 1}}
	w, bias := Fit(samples, 1)
	if math.IsNaN(w[0]) || math.IsInf(w[0], 0) || math.IsNaN(bias) || w[0] <= 0 {
		t.Errorf("weights %v, bias %v", w, bias)
	}
	if w, bias := Fit(nil, 1); w != nil || bias != 0 {
		t.Errorf("no samples: %v %v", w, bias)
	}
}
