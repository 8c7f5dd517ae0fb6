package text

import (
	"sync"

	"github.com/abadojack/whatlanggo"
)

const (
	languageSample  = 4000 // bytes looked at: more changes no verdict on an article
	languageLetters = 40   // letters below which a guess would be one
)

// Language returns the ISO 639-1 code of the language of s, empty when s is too
// short or the two likeliest languages are too close.
func Language(s string) string {
	sample := s[:RuneStart(s, min(len(s), languageSample))]
	if countLetters(sample) < languageLetters {
		return ""
	}
	info := whatlanggo.DetectWithOptions(sample, languageOptions())
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
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
		if c := classOf(r); c == letter || c == single {
			n++
		}
	}
	return n
}
