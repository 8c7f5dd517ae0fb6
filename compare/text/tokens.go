package text

import "strings"

// tokens are the words of a text with what lies between them.
type tokens struct {
	s     string
	words []Word
	l     *language
}

// gap returns what stands between the words i and i+1, or "\n" at the end.
func (t tokens) gap(i int) string {
	if i < 0 || i+1 >= len(t.words) {
		return "\n"
	}
	return t.s[t.words[i].End:t.words[i+1].Start]
}

// space reports whether only white space, or the point of an abbreviation or an
// ordinal, stands between the words i and i+1.
func (t tokens) space(i int) bool {
	gap, point := strings.CutPrefix(t.gap(i), ".")
	if gap == "" || strings.Contains(gap, "\n") || strings.TrimSpace(gap) != "" {
		return false
	}
	return !point || t.shortened(i)
}

// shortened reports whether the point after word i may be part of it.
func (t tokens) shortened(i int) bool {
	w := t.words[i].Norm
	if isDigits(w) {
		return t.l.ordinalPoint
	}
	return t.l.abbreviations[w] != notAbbreviation || t.l.shortForms[w]
}

func (t tokens) capital(i int) bool { return IsCapital(t.words[i].Of(t.s)) }

// phrase returns the folded words from i up to j with single spaces between them.
func (t tokens) phrase(i, j int) string {
	if j-i == 1 {
		return t.words[i].Norm
	}
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i {
			b.WriteByte(' ')
		}
		b.WriteString(t.words[k].Norm)
	}
	return b.String()
}
