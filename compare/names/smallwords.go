package names

import "strings"

// opensName reports whether the small word that opens a sentence at token i belongs to the
// name behind it, as in "All Nippon Airways": the article writes the two with capitals in
// mid-sentence too, or an acronym in brackets counts the word in.
func (r *reader) opensName(i int) bool {
	if r.lex.nounCaps || !r.joined(i+1) || !r.toks[i+1].capital() {
		return false
	}
	return r.smallWordsInside()[[2]string{r.toks[i].norm, r.toks[i+1].norm}] || r.acronymBehind(i)
}

// smallWordsInside lists the small words that have a capital in mid-sentence, each with the
// capitalised word behind it.
func (r *reader) smallWordsInside() map[[2]string]bool {
	if r.inside != nil {
		return r.inside
	}
	r.inside = map[[2]string]bool{}
	for k := 1; k+1 < len(r.toks); k++ {
		t := &r.toks[k]
		if t.shape == title && t.is(opener) && !t.first && !t.loud && r.joined(k) && r.joined(k+1) && r.toks[k+1].capital() {
			r.inside[[2]string{t.norm, r.toks[k+1].norm}] = true
		}
	}
	return r.inside
}

// acronymBehind reports whether the capitals from token i on are followed by their initials
// in brackets: "All Nippon Airways (ANA)".
func (r *reader) acronymBehind(i int) bool {
	var initials strings.Builder
	k := i
	for ; k < len(r.toks) && k < i+8 && r.toks[k].capital() && (k == i || r.joined(k)); k++ {
		initials.WriteString(initialOf(r.toks[k].norm))
	}
	return k-i > 1 && k < len(r.toks) && r.toks[k].gap == bracket && r.toks[k].shape == upper && r.toks[k].norm == initials.String()
}

// inLowerCase reports whether the word stands somewhere without a capital.
func (r *reader) inLowerCase(norm string) bool {
	if r.lowers == nil {
		r.lowers = map[string]bool{}
		for k := range r.toks {
			if r.toks[k].shape == lower {
				r.lowers[r.toks[k].norm] = true
			}
		}
	}
	return r.lowers[norm]
}
