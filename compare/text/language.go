package text

import (
	"sync"

	"github.com/abadojack/whatlanggo"
)

const (
	languageSample  = 1500 // bytes looked at: more changes no verdict on an article
	languageLetters = 40   // letters below which a guess would be one
	lettersPerSign  = 4    // a Han or Kana sign says as much as several letters
	functionShare   = 0.28 // share of function words that a text in the language has
	functionMargin  = 1.4  // times as many as by the next language's list
	englishShare    = 0.2  // share that will do for English, which has no near relative, when
	englishMargin   = 2    // no other list has more than half of it
)

// Language returns the ISO 639-1 code of the language of s, empty when s is too
// short or the two likeliest languages are too close. It judges by the beginning.
func Language(s string) string {
	sample := s[:RuneStart(s, min(len(s), languageSample))]
	if countLetters(sample) < languageLetters {
		return ""
	}
	words := Words(sample)
	// Most texts are English, and English has no near relative: a quick look spares
	// the trigrams.
	if functionWords(words, "en") >= functionShare {
		return "en"
	}
	info := whatlanggo.DetectWithOptions(sample, languageOptions())
	if info.IsReliable() {
		return info.Lang.Iso6391()
	}
	return byFunctionWords(words)
}

// functionWords returns the share of the words that are function words of lang.
func functionWords(words []Word, lang string) float64 {
	n := 0
	for _, w := range words {
		if Stop(w.Norm, lang) {
			n++
		}
	}
	return float64(n) / float64(max(len(words), 1))
}

// byFunctionWords settles what trigrams leave open, such as Dutch against Afrikaans.
func byFunctionWords(words []Word) string {
	best, share, next := "", 0.0, 0.0
	for _, lang := range []string{"de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"} {
		n := functionWords(words, lang)
		if n > share {
			best, share, next = lang, n, share
		} else {
			next = max(next, n)
		}
	}
	if share >= functionShare && share >= functionMargin*next || best == "en" && share >= englishShare && share >= englishMargin*next {
		return best
	}
	return ""
}

// languageOptions leaves out the languages that no news is written in: they only
// draw short texts away from their neighbours.
var languageOptions = sync.OnceValue(func() whatlanggo.Options {
	rare := map[whatlanggo.Lang]bool{
		whatlanggo.Epo: true, whatlanggo.Ydd: true,
	}
	return whatlanggo.Options{Blacklist: rare}
})

func countLetters(s string) int {
	n := 0
	for _, r := range s {
		switch classOf(r) {
		case letter:
			n++
		case single:
			n += lettersPerSign
		}
	}
	return n
}
