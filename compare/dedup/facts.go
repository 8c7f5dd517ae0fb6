package dedup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/text"
)

// A change is a stretch of one text that stands where another stood.
type change struct {
	op   align.Op
	a, b stretch
}

// A stretch is a few words and those around them, which show what a figure counts.
type stretch struct {
	words  string
	at     text.Span // in around
	around string
	lang   string
}

// kind tells which number, date or negation a change concerns; empty when none.
func (c change) kind() string {
	if c.negates() {
		return "negation"
	}
	if c.isOneSided() {
		return ""
	}
	amountsA, datesA := c.a.facts()
	var amountsB []text.Number
	var datesB []text.Date
	if len(amountsA)+len(datesA) > 0 { // else there is nothing to set them against
		amountsB, datesB = c.b.facts()
	}
	switch {
	case datesDiffer(datesA, datesB):
		return "date"
	case c.amountsDiffer(amountsA, amountsB):
		return "number"
	}
	return ""
}

// isWriting reports whether two stretches are the same but for case and marks.
func (c change) isWriting() bool { return text.Fold(c.a.words) == text.Fold(c.b.words) }

// isOneSided reports whether words were put in or taken out, and none stand for others.
func (c change) isOneSided() bool { return c.a.words == "" || c.b.words == "" }

// mayBeNames reports whether both stretches hold capitalised words that differ.
func (c change) mayBeNames() bool {
	return c.a.capitalised() && c.b.capitalised()
}

// capitalised reports whether a word, function words left out, begins with a capital letter.
func (s stretch) capitalised() bool {
	return slices.ContainsFunc(text.Words(s.words), func(w text.Word) bool {
		r, _ := utf8.DecodeRuneInString(w.Of(s.words))
		return unicode.IsUpper(r) && !text.Stop(w.Norm, s.lang)
	})
}

// facts returns the amounts and dates that stand in the stretch, or reach into it.
func (s stretch) facts() ([]text.Number, []text.Date) {
	numbers, dates := text.NumbersAndDates(s.around, s.lang)
	return slices.DeleteFunc(numbers, func(n text.Number) bool { return n.Overlap(s.at) == 0 }),
		slices.DeleteFunc(dates, func(d text.Date) bool { return d.Overlap(s.at) == 0 })
}

// amountsDiffer compares the amounts of two stretches; where one has none that can be
// read, as in a score, it compares the figures as written.
func (c change) amountsDiffer(a, b []text.Number) bool {
	if minuses(c.a.words) != minuses(c.b.words) || c.ranksDiffer() {
		return true
	}
	if len(a) > 0 && len(b) > 0 {
		return !slices.EqualFunc(a, b, func(m, n text.Number) bool { return m.Value == n.Value && m.Unit == n.Unit })
	}
	fa, fb := figures(c.a.words), figures(c.b.words)
	return len(fa) > 0 && len(fb) > 0 && !slices.Equal(fa, fb)
}

// ranksDiffer reports whether both stretches name ranks, as in "the first quarter", and
// not the same.
func (c change) ranksDiffer() bool {
	a, b := ordinals(c.a.words, c.a.lang), ordinals(c.b.words, c.b.lang)
	return len(a) > 0 && len(b) > 0 && !slices.Equal(a, b)
}

// minuses counts the figures with a minus before them.
func minuses(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		rest := strings.TrimLeft(w, "-−")
		if r, _ := utf8.DecodeRuneInString(rest); rest != w && unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// figures returns the numbers written in figures, with their signs, without separators of thousands.
func figures(s string) []string {
	var found []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(".,-−", r) }) {
		if w = strings.Trim(w, ".,"); strings.ContainsFunc(w, unicode.IsDigit) {
			found = append(found, strings.NewReplacer(",", "", "−", "-").Replace(w))
		}
	}
	return found
}

// datesDiffer reports whether both stretches name a date and something that both say of it differs.
func datesDiffer(a, b []text.Date) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	p, q := a[0], b[0]
	clash := func(x, y int) bool { return x != 0 && y != 0 && x != y }
	return clash(p.Year, q.Year) || clash(p.Month, q.Month) || clash(p.Day, q.Day) ||
		p.Weekday != "" && q.Weekday != "" && p.Weekday != q.Weekday
}

// mostNegationWords is how many words a replacement may have and still be a negation
// put in or taken out; "failed to" for "did not" is a rewording.
const mostNegationWords = 2

// negates reports whether one stretch denies what the other says.
func (c change) negates() bool {
	if c.op == align.Changed && max(len(strings.Fields(c.a.words)), len(strings.Fields(c.b.words))) > mostNegationWords {
		return false
	}
	return c.a.negations() != c.b.negations()
}

// negations counts the words that deny.
func (s stretch) negations() int {
	n := 0
	for _, w := range text.Words(s.words) {
		if denies(w.Norm, s.lang) {
			n++
		}
	}
	return n
}

// mayDenyAnywhere reports whether a word denies in any of the languages.
func mayDenyAnywhere(words string) bool {
	return slices.ContainsFunc(text.Words(words), func(w text.Word) bool {
		return slices.ContainsFunc([]string{"de", "en", "es", "fr"}, func(lang string) bool { return denies(w.Norm, lang) })
	})
}

func denies(word, lang string) bool {
	switch lang {
	case "de":
		return strings.HasPrefix(word, "kein") || slices.Contains([]string{"nicht", "nie", "niemals", "niemand", "ohne", "weder"}, word)
	case "fr":
		return slices.Contains([]string{"pas", "jamais", "aucun", "aucune", "sans", "ni"}, word)
	case "es":
		return slices.Contains([]string{"no", "nunca", "jamás", "sin", "ningún", "ninguna", "ni"}, word)
	}
	return strings.HasSuffix(word, "n't") ||
		slices.Contains([]string{"not", "no", "never", "none", "nobody", "neither", "nor", "without", "cannot"}, word)
}
