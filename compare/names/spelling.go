package names

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/adrg/strutil/metrics"
	"golang.org/x/text/unicode/norm"
)

// sameSpelling is the Jaro-Winkler similarity from which two names may be one:
// Zelensky and Zelenskyy, not Hansen and Hanson.
const sameSpelling = 0.95

// spelling returns how alike two folded words are, 0 to 1, diacritics left aside. Words
// of fewer than six letters are alike only when they are equal.
func spelling(a, b string) float64 {
	a, b = plain(a), plain(b)
	if a == b {
		return 1
	}
	if utf8.RuneCountInString(a) < 6 || utf8.RuneCountInString(b) < 6 {
		return 0
	}
	jw := metrics.NewJaroWinkler()
	return math.Round(jw.Compare(a, b)*1e4) / 1e4
}

// plain takes the diacritics off a folded word.
func plain(w string) string {
	ascii := true
	for i := range len(w) {
		ascii = ascii && w[i] < utf8.RuneSelf
	}
	if ascii {
		return w
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if to := strings.IndexRune("łøđ", r); to >= 0 {
			return rune("lod"[utf8.RuneCountInString("łøđ"[:to])])
		}
		return r
	}, norm.NFD.String(w))
}

// joinKey writes a name the way it is compared across articles: no diacritics, and no
// case ending on a Cyrillic one.
func joinKey(w string) string {
	w = plain(w)
	r, _ := utf8.DecodeRuneInString(w)
	return nameStem(w, unicode.Is(unicode.Cyrillic, r))
}

func initialOf(w string) string {
	_, size := utf8.DecodeRuneInString(w)
	return w[:size]
}
