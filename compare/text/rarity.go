package text

import (
	"bytes"
	"compress/flate"
	"embed"
	"encoding/binary"
	"fmt"
	"io"
	"sync"
	"unicode/utf8"
)

// How many articles hold a stem, counted by compare/text/background in news of 2006
// to 2022. Half the English weight is Reuters copy of 2006 and 2007.
//
//go:embed frequencies/*.flate
var frequencyFiles embed.FS

// stepsPerNat is how finely the tables keep a weight.
const stepsPerNat = 24

// Frequencies of a language without a table are guessed: a function word is in every
// article, and a long word is rarer than a short one, but never surely rare.
const (
	guessedRarest   = 9.0  // nats, about that of the English table
	guessedShortest = 0.48 // Rarity of a word of one letter
	guessedLetter   = 0.03 // … and of each letter more
	guessedMost     = 0.75
)

// IDF returns the inverse document frequency of a stem in news, in nats: the negative
// logarithm of the share of articles that hold it. The tables are old, so an unseen
// English stem, which may be a new word, weighs three quarters of the rarest seen.
func IDF(stem, lang string) float64 {
	f := frequenciesOf(lang)
	if f == nil {
		return float64(guessedRarest * guessRarity(stem, lang))
	}
	steps, seen := f.steps[stem]
	if !seen {
		steps = f.unseen
	}
	return float64(steps) / stepsPerNat
}

// Rarity returns how rare a stem is in news, from near 0 for a word of every article
// to 1 for one hardly ever seen: its IDF as a share of the rarest stem's. Unseen words
// get a capped weight, as in IDF. Languages without a table are guessed from the
// length of the word; no guess exceeds .75.
func Rarity(stem, lang string) float64 {
	f := frequenciesOf(lang)
	if f == nil {
		return guessRarity(stem, lang)
	}
	return IDF(stem, lang) / (float64(f.rarest) / stepsPerNat)
}

func guessRarity(stem, lang string) float64 {
	if Stop(stem, lang) {
		return 0
	}
	letters := float64(utf8.RuneCountInString(stem))
	return min(guessedShortest+float64(guessedLetter*letters), guessedMost)
}

// frequencies hold the weight of each stem in steps of a nat.
type frequencies struct {
	steps          map[string]uint8
	rarest, unseen uint8
}

// frequenciesOf returns the table of a language, or nil.
func frequenciesOf(lang string) *frequencies {
	switch lang {
	case "en":
		return englishFrequencies()
	case "de":
		return germanFrequencies()
	}
	return nil
}

var (
	englishFrequencies = sync.OnceValue(func() *frequencies { return loadFrequencies("en") })
	germanFrequencies  = sync.OnceValue(func() *frequencies { return loadFrequencies("de") })
)

func loadFrequencies(lang string) *frequencies {
	packed, err := frequencyFiles.ReadFile("frequencies/" + lang + ".flate")
	if err != nil {
		panic(err) // the file is part of the binary
	}
	f, err := decodeFrequencies(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		panic(fmt.Errorf("frequencies of %s: %w", lang, err)) // as above
	}
	return f
}

// decodeFrequencies reads what compare/text/background writes: the number of stems,
// the weights of the rarest and of an unseen one; then for each stem the bytes it
// shares with the one before, the number of its own, these bytes and its weight.
func decodeFrequencies(packed io.Reader) (*frequencies, error) {
	data, err := io.ReadAll(packed)
	if err != nil {
		return nil, err
	}
	count, n := binary.Uvarint(data)
	if n <= 0 || len(data) < n+2 {
		return nil, io.ErrUnexpectedEOF
	}
	f := &frequencies{steps: make(map[string]uint8, count), rarest: data[n], unseen: data[n+1]}
	data = data[n+2:]
	stem := make([]byte, 0, 64)
	for len(data) > 2 {
		shared, own := int(data[0]), int(data[1])
		if shared > len(stem) || 2+own >= len(data) {
			return nil, io.ErrUnexpectedEOF
		}
		stem = append(stem[:shared], data[2:2+own]...)
		f.steps[string(stem)] = data[2+own]
		data = data[3+own:]
	}
	return f, nil
}
