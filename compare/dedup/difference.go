package dedup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// longestChange is how many bytes a replacement may have and still be the change of
// one fact; anything longer is a passage written anew.
const longestChange = 40

// equalShare is the share of a sentence that both texts must have for a change in it
// to be the change of a fact and not another sentence.
const equalShare = .5

// A differ looks for the facts in which two alike texts differ.
type differ struct {
	a, b  side
	edits []align.Edit
	union *names.Union
}

// A side is one of the two texts. Numbers and dates are those of the whole text, as
// a change alone would not show what its figures count.
type side struct {
	*quote.Reading
	numbers []text.Number
	dates   []text.Date
}

func sideOf(r *quote.Reading) side {
	lang := r.Language()
	return side{r, text.Numbers(r.Text, lang), text.Dates(r.Text, lang)}
}

// differences lists the numbers, dates, names and negations that differ inside
// sentences which are otherwise the same. same is the share of the longer text that
// both have.
func differences(a, b *quote.Reading) (found []Difference, same float64) {
	edits := align.Diff(a.Text, b.Text)
	if same = sameShare(edits, max(len(a.Text), len(b.Text))); same == 1 {
		return nil, 1
	}
	d := differ{a: sideOf(a), b: sideOf(b), edits: edits}
	for _, e := range edits {
		if e.Op == align.Same || max(e.A.Len(), e.B.Len()) > longestChange || !d.inEqualSentence(e) {
			continue
		}
		pa, pb := wordsAround(a.Text, e.A), wordsAround(b.Text, e.B)
		if kind := d.kindOf(e.Op, pa, pb); kind != "" {
			found = append(found, Difference{Type: kind, From: pa.Of(a.Text), To: pb.Of(b.Text), A: pa, B: pb})
		}
	}
	return found, same
}

func sameShare(edits []align.Edit, length int) float64 {
	same := 0
	for _, e := range edits {
		if e.Op == align.Same {
			same += e.A.Len()
		}
	}
	return float64(same) / float64(max(1, length))
}

// kindOf tells what sort of fact an edit between two stretches changes; empty when none.
func (d *differ) kindOf(op align.Op, pa, pb text.Span) string {
	wa, wb := pa.Of(d.a.Text), pb.Of(d.b.Text)
	switch {
	case text.Fold(wa) == text.Fold(wb):
		return ""
	case negationDiffers(op, wa, wb, d.a.Language()):
		return "negation"
	case wa == "" || wb == "":
		return ""
	case datesDiffer(d.a.datesIn(pa), d.b.datesIn(pb)):
		return "date"
	case amountsDiffer(d.a.numbersIn(pa), d.b.numbersIn(pb), wa, wb):
		return "number"
	case capitalised(wa, d.a.Language()) && capitalised(wb, d.b.Language()) && d.namesDiffer(pa, pb):
		return "name"
	}
	return ""
}

// inEqualSentence reports whether the sentences that the edit stands in are the same
// for the most part.
func (d *differ) inEqualSentence(e align.Edit) bool {
	sa, sb := d.a.sentenceAt(e.A), d.b.sentenceAt(e.B)
	var sameA, sameB int
	for _, o := range d.edits {
		if o.Op == align.Same && o.A.Overlap(sa) > 0 && o.B.Overlap(sb) > 0 {
			sameA += o.A.Overlap(sa)
			sameB += o.B.Overlap(sb)
		}
	}
	return float64(sameA) >= equalShare*float64(sa.Len()) && float64(sameB) >= equalShare*float64(sb.Len())
}

// sentenceAt returns the sentence that a span begins in, or the last one before it.
func (s side) sentenceAt(p text.Span) text.Span {
	all := s.Sentences()
	i, found := slices.BinarySearchFunc(all, p.Start, func(q article.Sentence, at int) int { return q.Start - at })
	if !found {
		i--
	}
	if i < 0 {
		return p
	}
	return all[i].Span
}

// wordsAround widens a span to whole words with their signs, so that "-5" and "5" are
// told apart. An empty span stays empty.
func wordsAround(s string, p text.Span) text.Span {
	trimmed := strings.TrimLeft(p.Of(s), " \n")
	p.Start = p.End - len(trimmed)
	p.End = p.Start + len(strings.TrimRight(trimmed, " \n"))
	if p.Len() == 0 {
		return p
	}
	if i := strings.LastIndexAny(s[:p.Start], " \n"); p.Start-i <= longestChange {
		p.Start = i + 1
	}
	if n := strings.IndexAny(s[p.End:], " \n"); n < 0 && len(s)-p.End <= longestChange {
		p.End = len(s)
	} else if 0 <= n && n <= longestChange {
		p.End += n
	}
	return p
}

// namesDiffer reports whether both stretches name somebody, and not the same.
func (d *differ) namesDiffer(pa, pb text.Span) bool {
	i, j := d.a.Names().At(pa), d.b.Names().At(pb)
	if i < 0 || j < 0 {
		return false
	}
	if d.union == nil {
		d.union = names.Join(d.a.Names(), d.b.Names())
	}
	return d.union.ID(0, i) != d.union.ID(1, j)
}

// capitalised reports whether a word of s, function words left out, begins with a capital letter.
func capitalised(s, lang string) bool {
	return slices.ContainsFunc(text.Words(s), func(w text.Word) bool {
		r, _ := utf8.DecodeRuneInString(w.Of(s))
		return unicode.IsUpper(r) && !text.Stop(w.Norm, lang)
	})
}

func (s side) numbersIn(p text.Span) []text.Number {
	return slices.DeleteFunc(slices.Clone(s.numbers), func(n text.Number) bool { return n.Overlap(p) == 0 })
}

func (s side) datesIn(p text.Span) []text.Date {
	return slices.DeleteFunc(slices.Clone(s.dates), func(d text.Date) bool { return d.Overlap(p) == 0 })
}

// amountsDiffer compares the amounts of two stretches; where one has none that can be
// read, as in a score, it compares the figures as written.
func amountsDiffer(a, b []text.Number, wa, wb string) bool {
	if len(a) > 0 && len(b) > 0 {
		return !slices.EqualFunc(a, b, func(m, n text.Number) bool { return m.Value == n.Value && m.Unit == n.Unit })
	}
	fa, fb := figures(wa), figures(wb)
	return len(fa) > 0 && len(fb) > 0 && !slices.Equal(fa, fb)
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

// negationDiffers reports whether one stretch denies what the other says.
func negationDiffers(op align.Op, wa, wb, lang string) bool {
	if op == align.Changed && max(len(strings.Fields(wa)), len(strings.Fields(wb))) > mostNegationWords {
		return false
	}
	return negations(wa, lang) != negations(wb, lang)
}

// negations counts the words that deny.
func negations(s, lang string) int {
	n := 0
	for _, w := range text.Words(s) {
		if denies(w.Norm, lang) {
			n++
		}
	}
	return n
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
