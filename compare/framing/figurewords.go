package framing

import (
	"slices"
	"strings"
	"sync"

	"github.com/storydiff/storydiff/compare/text"
)

// figureLists are the classes of data/figures.txt.
type figureLists struct {
	roles  map[string]string // word → class
	people map[string]bool   // stems
	crowds map[string]bool   // stems
	// otherTimes are the words of sentences that do not tell of the event at hand.
	otherTimes map[string]bool
	kinds      map[string][]int // stem → lines
	opposed    map[string]int   // word → line
}

var figureWords = sync.OnceValue(func() *figureLists {
	l := &figureLists{roles: map[string]string{}, people: map[string]bool{}, crowds: map[string]bool{}, otherTimes: map[string]bool{}, kinds: map[string][]int{}, opposed: map[string]int{}}
	for _, s := range readSections("figures.txt") {
		for line, words := range s.lines {
			fields := strings.Fields(words)
			for _, w := range fields {
				switch s.heading {
				case "role":
					l.roles[w] = fields[0]
				case "people":
					l.people[text.Stem(w, "en")] = true
				case "crowds":
					l.crowds[text.Stem(w, "en")] = true
				case "other-times":
					l.otherTimes[w] = true
				case "kinds":
					l.kinds[text.Stem(w, "en")] = append(l.kinds[text.Stem(w, "en")], line)
				case "opposed":
					l.opposed[w] = line + 1
				}
			}
		}
	}
	return l
})

func anyPeople(stem string) bool { return figureWords().people[stem] }

// oneKind reports whether two nouns, given as stems, may name the same things.
func oneKind(a, b string) bool {
	return slices.ContainsFunc(figureWords().kinds[a], func(line int) bool { return slices.Contains(figureWords().kinds[b], line) })
}

// opposed reports whether each sentence has a word of an opposed pair that the other
// lacks: "in the north" and "in the south".
func opposed(a, b string) bool {
	return beforeAndAfter(a, b) || beforeAndAfter(b, a) || slices.ContainsFunc(opposedPairs(a, b), func(line int) bool { return line > 0 })
}

// momentary reports whether a sentence says at what hour something stood as it tells: "as of
// 2 p.m.".
func momentary(s string) bool { return strings.Contains(text.Fold(s), "as of ") }

// opposedPairs returns the lines of the list on which the sentences clash.
func opposedPairs(a, b string) []int {
	inA, inB := opposedIn(a), opposedIn(b)
	var out []int
	for line, words := range inA {
		if others := inB[line]; len(others) > 0 && !overlap(words, others) {
			out = append(out, line)
		}
	}
	return out
}

// beforeAndAfter reports whether one sentence tells what was before something and the
// other what was after it.
func beforeAndAfter(a, b string) bool {
	after := governed(b, "after")
	return slices.ContainsFunc(governed(a, "before"), func(stem string) bool { return slices.Contains(after, stem) })
}

// governedWords is how many words behind a preposition are looked at for what it governs.
const governedWords = 4

// governed returns the stems of the content words right behind a preposition.
func governed(s, preposition string) []string {
	var out []string
	words := text.Words(s)
	for i, w := range words {
		if w.Norm != preposition {
			continue
		}
		for _, next := range words[i+1 : min(len(words), i+1+governedWords)] {
			if !text.Stop(next.Norm, "en") {
				out = append(out, text.Stem(next.Norm, "en"))
			}
		}
	}
	return out
}

func opposedIn(s string) map[int][]string {
	out := map[int][]string{}
	words := text.Words(s)
	for i, w := range words {
		if line := figureWords().opposed[w.Norm]; line > 0 && !saidOn(words, i) {
			out[line] = append(out[line], w.Norm)
		}
	}
	return out
}

// saidOn reports whether a weekday tells when somebody said it: "the group said Sunday".
func saidOn(words []text.Word, i int) bool {
	if i > 0 && words[i-1].Norm == "on" {
		i--
	}
	return i > 0 && isCalendar(words[i].Norm) && saying(words[i-1].Norm) || i > 0 && words[i].Norm == "on" && saying(words[i-1].Norm)
}

func saying(norm string) bool {
	switch norm {
	case "said", "says", "told", "saying", "announced", "reported", "confirmed", "showed", "tweeted", "statement":
		return true
	}
	return false
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// placesDiffer reports whether each sentence names a place or body after a preposition
// that the other does not have at all.
func placesDiffer(a, b string) bool {
	return namesElsewhere(a, b) && namesElsewhere(b, a)
}

// placesAdded reports whether one sentence joins a place of the other to a further one:
// what befell "El Paso and Dayton" befell each in part.
func placesAdded(a, b string) bool { return joinsPlaces(a, b) || joinsPlaces(b, a) }

func joinsPlaces(a, b string) bool {
	words := text.Words(a)
	for i := 1; i+1 < len(words); i++ {
		if words[i].Norm != "and" || !text.IsCapital(words[i-1].Of(a)) || !text.IsCapital(words[i+1].Of(a)) {
			continue
		}
		before, after := strings.Contains(b, words[i-1].Of(a)), strings.Contains(b, words[i+1].Of(a))
		if before != after {
			return true
		}
	}
	return false
}

// namesElsewhere reports whether a has "in Florida" and b no Florida.
func namesElsewhere(a, b string) bool {
	words := text.Words(a)
	for i := 1; i < len(words); i++ {
		if !placing[words[i-1].Norm] || !text.IsCapital(words[i].Of(a)) || figureWords().opposed[words[i].Norm] > 0 {
			continue
		}
		if !strings.Contains(b, words[i].Of(a)) {
			return true
		}
	}
	return false
}

var placing = map[string]bool{"in": true, "at": true, "near": true, "off": true, "across": true, "outside": true}

// yearsDiffer reports whether both sentences name years, and none in common.
func yearsDiffer(a, b, lang string) bool {
	ya, yb := yearsIn(a, lang), yearsIn(b, lang)
	if len(ya) == 0 || len(yb) == 0 {
		return false
	}
	return !slices.ContainsFunc(ya, func(y int) bool { return slices.Contains(yb, y) })
}

func yearsIn(s, lang string) []int {
	var out []int
	for _, d := range text.Dates(s, lang) {
		if d.Year > 0 {
			out = append(out, d.Year)
		}
	}
	return out
}
