package text

import (
	"embed"
	"strconv"
	"strings"
	"sync"
)

// What is known of a language stands in a file that a native speaker can mend;
// languages/README.md says how to read it.
//
//go:embed languages/*.txt
var languageFiles embed.FS

// A language holds the closed classes of words that the scanners ask for, folded.
type language struct {
	stop          map[string]bool
	abbreviations map[string]abbreviation
	particles     map[string]bool // between an initial and a name: "B. Le Goff"
	speechVerbs   map[string]bool // where the name comes before the verb: “…?” Smith asked

	months         map[string]int    // to 1–12
	weekdays       map[string]string // to the English name
	shortForms     map[string]bool   // of months and weekdays
	ambiguous      map[string]bool   // months that are other words or names too
	beforeMonth    map[string]bool   // words that show a month
	beforeYear     map[string]bool   // words that show a year
	dateFillers    map[string]bool   // words inside a date: "15 de septiembre"
	ordinalEndings map[string]bool   // "15th"

	numbers       map[string]float64
	scales        map[string]float64
	shortScales   map[string]float64 // those that stick to figures: "bn"
	halves        map[string]bool
	articles      map[string]bool // "a hundred"
	opensNumber   map[string]bool // an amount written out can begin with it
	joiners       map[string]bool // "a hundred and one"
	between       map[string]bool // "10 to 12"
	unsure        map[string]bool // number words that are more often something else
	beforePronoun map[string]bool // "no one"
	ratio         map[string]bool // "three in ten"
	about         map[string]Bound
	units         map[string]string
	labels        map[string]bool // words before a number that names something
	clock         map[string]bool // words after a time of day
	of            map[string]bool // between a unit and its noun

	beforeNoun       map[string]bool // "12 more soldiers"
	plurals          map[string]bool // irregular ones
	participles      map[string]bool // "14 injured"
	pluralEnding     string
	adjectiveEndings []string

	capitals     bool // months and weekdays are capitalised
	nounCapitals bool
	ordinalPoint bool // "15." is an ordinal
	decimalComma bool
	spaceGroups  bool // "1 200 000"
	joinedTens   bool // "treinta y dos"
}

// An abbreviation says how a sentence goes on after its point.
type abbreviation uint8

const (
	notAbbreviation abbreviation = iota
	beforeName                   // never ends a sentence
	beforeNumber                 // goes on with a number
	beforeLower                  // goes on in lower case only
	maybeEnds                    // ends a sentence before a word that likes to open one
)

// languageData returns what is known of the language with that ISO 639-1 code;
// the words of no language when it is unknown.
func languageData(lang string) *language {
	loaders := languageLoaders()
	if load, ok := loaders[lang]; ok {
		return load()
	}
	return loaders[""]()
}

var languageLoaders = sync.OnceValue(func() map[string]func() *language {
	loaders := map[string]func() *language{"": sync.OnceValue(newLanguage)}
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

func newLanguage() *language {
	return &language{
		abbreviations: map[string]abbreviation{},
		months:        map[string]int{},
		weekdays:      map[string]string{},
		shortForms:    map[string]bool{},
		numbers:       map[string]float64{},
		scales:        map[string]float64{},
		shortScales:   map[string]float64{},
		about:         map[string]Bound{},
		units:         map[string]string{},
	}
}

func loadLanguage(file string) *language {
	data, err := languageFiles.ReadFile("languages/" + file)
	if err != nil {
		panic(err) // as above
	}
	l := newLanguage()
	sets := l.sets()
	section, row := "", 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section, row = strings.Trim(line, "[]"), 0
		case sets[section] != nil:
			addSet(sets[section], strings.Fields(line))
		default:
			l.add(section, row, strings.Fields(line))
			row++
		}
	}
	l.opensNumber = l.numberOpeners()
	return l
}

func addSet(set *map[string]bool, words []string) {
	if *set == nil {
		*set = map[string]bool{}
	}
	for _, w := range words {
		(*set)[phraseOf(w)] = true
	}
}

// add takes in one line of any other section.
func (l *language) add(section string, row int, words []string) {
	switch section {
	case "months", "weekdays":
		l.addCalendar(section, row, words)
	case "numbers":
		addValues(l.numbers, words)
	case "scales":
		addValues(l.scales, words)
	case "short scales":
		addValues(l.shortScales, words)
	case "units":
		for _, w := range words[1:] {
			l.units[phraseOf(w)] = phraseOf(words[0])
		}
	case "adjective endings":
		l.adjectiveEndings = append(l.adjectiveEndings, words...)
	case "plural ending":
		l.pluralEnding = words[0]
	default:
		for _, w := range words {
			l.addWord(section, w)
		}
	}
}

// sets returns the sections that are plain sets of words.
func (l *language) sets() map[string]*map[string]bool {
	return map[string]*map[string]bool{
		"stop":                      &l.stop,
		"speech verbs after a name": &l.speechVerbs,
		"name particles":            &l.particles,
		"ambiguous months":          &l.ambiguous,
		"before a month":            &l.beforeMonth,
		"before a year":             &l.beforeYear,
		"inside dates":              &l.dateFillers,
		"ordinal endings":           &l.ordinalEndings,
		"halves":                    &l.halves,
		"one before a scale":        &l.articles,
		"inside numbers":            &l.joiners,
		"between numbers":           &l.between,
		"unsure numbers":            &l.unsure,
		"before a pronoun":          &l.beforePronoun,
		"ratios":                    &l.ratio,
		"labels":                    &l.labels,
		"after a time":              &l.clock,
		"of":                        &l.of,
		"before a noun":             &l.beforeNoun,
		"counted participles":       &l.participles,
		"plurals":                   &l.plurals,
	}
}

// addCalendar takes in the forms of one month or weekday; those after "|" are short.
func (l *language) addCalendar(section string, row int, words []string) {
	short := false
	for _, w := range words {
		switch {
		case w == "|":
			short = true
			continue
		case section == "months":
			l.months[w] = row + 1
		default:
			l.weekdays[w] = weekdayNames[row]
		}
		if short {
			l.shortForms[w] = true
		}
	}
}

var weekdayNames = [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// addWord takes in one word of a section whose words mean different things.
func (l *language) addWord(section, w string) {
	switch section {
	case "abbreviations before a name":
		l.abbreviations[w] = beforeName
	case "abbreviations before a number":
		l.abbreviations[w] = beforeNumber
	case "abbreviations before lower case":
		l.abbreviations[w] = beforeLower
	case "abbreviations":
		l.abbreviations[w] = maybeEnds
	case "about":
		l.about[phraseOf(w)] = NoBound
	case "more than":
		l.about[phraseOf(w)] = AtLeast
	case "less than":
		l.about[phraseOf(w)] = AtMost
	case "switches":
		l.turnOn(w)
	default:
		panic("unknown section " + section) // caught by the test that loads every file
	}
}

func (l *language) turnOn(name string) {
	switch name {
	case "capital-months":
		l.capitals = true
	case "capital-nouns":
		l.nounCapitals = true
	case "ordinal-point":
		l.ordinalPoint = true
	case "decimal-comma":
		l.decimalComma = true
	case "space-groups":
		l.spaceGroups = true
	case "joined-tens":
		l.joinedTens = true
	default:
		panic("unknown switch " + name) // as above
	}
}

// addValues takes in a value and the words that mean it.
func addValues(values map[string]float64, words []string) {
	value, err := strconv.ParseFloat(words[0], 64)
	if err != nil {
		panic(err) // caught by the test that loads every file
	}
	for _, w := range words[1:] {
		values[w] = value
	}
}

// phraseOf returns the words that the files write with underscores between them.
func phraseOf(w string) string { return strings.ReplaceAll(w, "_", " ") }
