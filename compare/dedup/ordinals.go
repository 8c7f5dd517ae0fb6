package dedup

import (
	"strings"
	"unicode"
)

// ordinals returns the ranks that a stretch names, in its order: 1 for "first".
func ordinals(words, lang string) (ranks []int) {
	for w := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if rank := ordinal(w, lang); rank > 0 {
			ranks = append(ranks, rank)
		}
	}
	return ranks
}

// ordinal returns the rank that a word in lower case names, 0 when it names none.
func ordinal(word, lang string) int {
	switch lang {
	case "de":
		for _, ending := range []string{"e", "er", "en", "es", "em"} {
			if stem, ok := strings.CutSuffix(word, ending); ok {
				if rank := rankIn(stem, "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft"); rank > 0 {
					return rank
				}
			}
		}
		return 0
	case "fr":
		return max(
			rankIn(word, "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"),
			rankIn(word, "première second"), rankIn(word, "- seconde"),
		)
	case "es":
		if word == "primer" || word == "tercer" {
			word += "o"
		}
		return rankIn(strings.TrimRight(word, "oa"), "primer segund tercer cuart quint sext séptim octav noven décim")
	}
	return rankIn(word, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
}

// rankIn returns the place of a word in a list, from 1, 0 when it is not there.
func rankIn(word, list string) int {
	rank := 0
	for one := range strings.FieldsSeq(list) {
		if rank++; one == word {
			return rank
		}
	}
	return 0
}
