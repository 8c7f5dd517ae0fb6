package text

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
)

// longestStemmed bounds the work on junk: no word of these languages is as long.
const longestStemmed = 64

// Stem returns the stem of a folded word by the language's Snowball stemmer
// (snowballstem.org). Languages without one, an empty language and words with
// digits keep the word. French and Italian words lose their elided article first.
func Stem(word, lang string) string {
	if len(word) > longestStemmed || hasDigit(word) {
		return word
	}
	stem := stemmer(lang)
	if stem == nil {
		return word
	}
	env := snowballstem.NewEnv(dropElision(word, lang))
	stem(env)
	return env.Current()
}

func stemmer(lang string) func(*snowballstem.Env) bool {
	switch lang {
	case "en":
		return english.Stem
	case "de":
		return german.Stem
	case "fr":
		return french.Stem
	case "es":
		return spanish.Stem
	case "it":
		return italian.Stem
	case "pt":
		return portuguese.Stem
	case "nl":
		return dutch.Stem
	case "ru":
		return russian.Stem
	}
	return nil
}

func hasDigit(s string) bool {
	return strings.ContainsAny(s, "0123456789")
}

// dropElision takes "l'" off "l'homme" and "dell'" off "dell'anno".
func dropElision(word, lang string) string {
	if lang != "fr" && lang != "it" {
		return word
	}
	i := strings.IndexByte(word, '\'')
	if i <= 0 || i > len("quelqu") || i+1 == len(word) || word == "aujourd'hui" {
		return word
	}
	return word[i+1:]
}
