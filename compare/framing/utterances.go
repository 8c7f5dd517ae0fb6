package framing

import "github.com/storydiff/storydiff/compare/ledger"

// variantOf returns the wording of an utterance in an article.
func (st *story) variantOf(u ledger.Utterance, d *doc) (ledger.Variant, bool) {
	for _, v := range u.Variants {
		if v.Article == d.index {
			return v, true
		}
	}
	return ledger.Variant{}, false
}

// tellingsWith returns how many tellings print an utterance.
func (st *story) tellingsWith(u ledger.Utterance) int {
	n := 0
	for _, d := range st.heads {
		if _, ok := st.variantOf(u, d); ok {
			n++
		}
	}
	return n
}
