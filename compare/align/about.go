package align

// A Sense is what the words of a text are about, as far as the company tells that they
// keep elsewhere.
type Sense struct{ s sense }

// Sense returns what a text is about.
func (w *Wording) Sense() Sense { return Sense{w.sense(w.lang)} }

// Likeness returns how alike the company is that the words of two texts keep, 0 to 1, and 0
// when it is not known.
func (s Sense) Likeness(t Sense) float64 {
	if s.s == nil || t.s == nil {
		return 0
	}
	return Round(s.s.company(t.s))
}
