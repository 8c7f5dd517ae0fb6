package text

import (
	"embed"
	"strings"
	"sync"
)

// What is known of a language stands in a file that a native speaker can mend.
//
//go:embed languages/*.txt
var languageFiles embed.FS

// A language holds the closed classes of words that the scanners ask for.
type language struct {
	stop          map[string]bool
	abbreviations map[string]abbreviation
	months        map[string]int    // to 1–12
	weekdays      map[string]string // to the English name
	ordinalPoint  bool              // "15." is an ordinal
}

// An abbreviation says how a sentence goes on after its point.
type abbreviation uint8

const (
	notAbbreviation abbreviation = iota
	beforeName                   // never ends a sentence
	beforeNumber                 // goes on with a number
	maybeEnds                    // ends a sentence before a word that likes to open one
)

// languageData returns what is known of the language with that ISO 639-1 code;
// the words of no language when it is unknown.
func languageData(lang string) *language {
	if load, ok := languageLoaders()[lang]; ok {
		return load()
	}
	return languageLoaders()[""]()
}

var languageLoaders = sync.OnceValue(func() map[string]func() *language {
	loaders := map[string]func() *language{"": sync.OnceValue(func() *language { return &language{} })}
	entries, err := languageFiles.ReadDir("languages")
	if err != nil {
		panic(err) // the files are part of the binary
	}
	for _, e := range entries {
		code := strings.TrimSuffix(e.Name(), ".txt")
		loaders[code] = sync.OnceValue(func() *language { return loadLanguage(e.Name()) })
	}
	return loaders
})

func loadLanguage(file string) *language {
	data, err := languageFiles.ReadFile("languages/" + file)
	if err != nil {
		panic(err) // as above
	}
	l := &language{
		stop:          map[string]bool{},
		abbreviations: map[string]abbreviation{},
		months:        map[string]int{},
		weekdays:      map[string]string{},
	}
	section, row := "", 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section, row = strings.Trim(line, "[]"), 0
			l.ordinalPoint = l.ordinalPoint || section == "ordinals with a point"
		default:
			l.add(section, row, strings.Fields(line))
			row++
		}
	}
	return l
}

// add takes in one line of a section.
func (l *language) add(section string, row int, words []string) {
	for _, w := range words {
		switch section {
		case "stop":
			l.stop[w] = true
		case "abbreviations before a name":
			l.abbreviations[w] = beforeName
		case "abbreviations before a number":
			l.abbreviations[w] = beforeNumber
		case "abbreviations":
			l.abbreviations[w] = maybeEnds
		case "months":
			l.months[w] = row + 1
		case "weekdays":
			l.weekdays[w] = weekdayNames[row]
		}
	}
}

var weekdayNames = [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// opensSentence reports whether a capitalised function word stands at i: after an
// abbreviation that is the sign of a new sentence ("… to the U.S. The senator …").
func (l *language) opensSentence(s string, i int) bool {
	i = skipOpeners(s, i)
	start, end := nextWord(s, i)
	return start == i && l.stop[wordNorm(s[start:end])]
}

// Stop reports whether a folded word is a function word of the language.
func Stop(word, lang string) bool {
	return languageData(lang).stop[dropElision(word, lang)]
}
