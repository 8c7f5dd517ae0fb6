package align

import "testing"

func TestCoveredByOtherWords(t *testing.T) {
	a := Prepare("Doctors fear infections.", "en")
	for _, c := range []struct {
		text        string
		least, most float64
	}{
		{"The doctors feared an infection.", 1, 1},
		{"Physicians are afraid of the virus.", 0.3, 0.9},
		{"The orchard was sold.", 0, 0.3},
		{"", 0, 0},
	} {
		if got := a.coveredBy(Prepare(c.text, "en"), true); got < c.least || got > c.most {
			t.Errorf("%q covers %.2f, want %.2f to %.2f", c.text, got, c.least, c.most)
		}
	}
}
