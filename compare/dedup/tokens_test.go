package dedup

import (
	"slices"
	"testing"
)

func TestTokens(t *testing.T) {
	for s, want := range map[string][]string{
		"Its first-quarter loss, of $1,300.5 or -12%.": {"Its", "first-quarter", "loss", ",", "of", "$", "1,300.5", "or", "-", "12", "%", "."},
		"“Don’t,” said U.S. envoys ( ABT.N )":          {"“", "Don’t", ",", "”", "said", "U.S", ".", "envoys", "(", "ABT.N", ")"},
		"市長は12月に辞任":                                    {"市", "長", "は", "12", "月", "に", "辞", "任"},
		"a\u00a0b-\n- c-":                              {"a", "b", "-", "-", "c", "-"},
		"\xffé1":                                       {"\xff", "é1"},
	} {
		var got []string
		for _, one := range appendTokens(nil, s, 0, len(s)) {
			got = append(got, one.Of(s))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
