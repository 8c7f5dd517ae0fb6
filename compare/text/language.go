package text

import (
	"iter"
	"slices"
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
	clearBytes      = 500  // that settle it when they hold clearly more
	clearShare      = 0.3
)

// Language returns the ISO 639-1 code of the language of s, empty when s is too
// short or the two likeliest languages are too close. It judges by the beginning.
func Language(s string) string {
	sample := s[:RuneStart(s, min(len(s), languageSample))]
	if !hasLetters(sample, languageLetters) {
		return ""
	}
	if isEnglish(sample) {
		return "en"
	}
	info := whatlanggo.DetectWithOptions(sample, languageOptions())
	if info.IsReliable() {
		return info.Lang.Iso6391()
	}
	return byFunctionWords(sample)
}

// functionWords returns the share of the words that are function words of lang.
func functionWords(words iter.Seq[Word], lang string) float64 {
	stop := languageData(lang).stop
	n, all := 0, 0
	for w := range words {
		all++
		if stop[dropElision(w.Norm, lang)] {
			n++
		}
	}
	return float64(n) / float64(max(all, 1))
}

// isEnglish reports whether the function words show that s is English. Most texts are, and
// it has no near relative: a quick look spares the trigrams, which take a millisecond.
func isEnglish(s string) bool {
	if len(s) > clearBytes && functionWords(WordsSeq(s[:RuneStart(s, clearBytes)]), "en") >= clearShare {
		return true
	}
	share := functionWords(WordsSeq(s), "en")
	if share >= functionShare || share < englishShare {
		return share >= functionShare
	}
	words := Words(s)
	return !slices.ContainsFunc(listed, func(lang string) bool {
		return lang != "en" && share < englishMargin*functionWords(slices.Values(words), lang)
	})
}

// listed are the languages that are told by their function words.
var listed = []string{"de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"}

// byFunctionWords settles what trigrams leave open, such as Dutch against Afrikaans.
func byFunctionWords(s string) string {
	words := Words(s)
	best, share, next := "", 0.0, 0.0
	for _, lang := range listed {
		n := functionWords(slices.Values(words), lang)
		if n > share {
			best, share, next = lang, n, share
		} else {
			next = max(next, n)
		}
	}
	if share >= functionShare && share >= functionMargin*next {
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

// hasLetters reports whether s has so many letters, or signs that say as much.
func hasLetters(s string, many int) bool {
	n := 0
	for _, r := range s {
		switch classOf(r) {
		case letter:
			n++
		case single:
			n += lettersPerSign
		}
		if n >= many {
			return true
		}
	}
	return false
}
