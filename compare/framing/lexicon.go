package framing

import (
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// A lexicon is a list of English words and phrases under headings.
//
// Words are looked up by their inflections, not by their stems: a stemmer makes
// "willfully" a form of "will".
type lexicon struct {
	words   map[string]string   // word → heading
	phrases map[string][]phrase // first word → phrases
}

type phrase struct {
	words   []string
	heading string
}

// readLexicon reads a data file of words. A hyphen in an entry also matches a space.
func readLexicon(name string) *lexicon {
	x := &lexicon{words: map[string]string{}, phrases: map[string][]phrase{}}
	for _, s := range readSections(name) {
		for _, line := range s.lines {
			for entry := range strings.FieldsSeq(line) {
				x.add(entry, s.heading)
			}
		}
	}
	return x
}

func (x *lexicon) add(entry, heading string) {
	x.words[entry] = heading
	if parts := strings.Split(entry, "-"); len(parts) > 1 {
		x.phrases[parts[0]] = append(x.phrases[parts[0]], phrase{parts, heading})
	}
}

// at returns how many of the words from index i on are an entry, and its heading;
// 0 when none is.
func (x *lexicon) at(words []text.Word, i int) (n int, heading string) {
	for _, p := range x.phrases[words[i].Norm] {
		if p.at(words[i:]) {
			return len(p.words), p.heading
		}
	}
	if h, ok := x.lookUp(words[i].Norm); ok {
		return 1, h
	}
	return 0, ""
}

// at reports whether the words begin with the phrase, its last word in any form.
func (p phrase) at(words []text.Word) bool {
	last := len(p.words) - 1
	if len(words) <= last {
		return false
	}
	for i, w := range p.words[:last] {
		if words[i].Norm != w {
			return false
		}
	}
	found := false
	baseForms(words[last].Norm, func(base string) bool {
		found = base == p.words[last]
		return !found
	})
	return found
}

// lookUp returns the heading of a word in any of its forms.
func (x *lexicon) lookUp(word string) (heading string, ok bool) {
	baseForms(word, func(base string) bool {
		heading, ok = x.words[base]
		return !ok
	})
	return heading, ok
}

// baseForms yields the word and what it may be an English inflection of: "liars" of
// "liar", "whipped" of "whip", "lying" is left to the list.
func baseForms(word string, yield func(string) bool) {
	if !yield(word) {
		return
	}
	for _, ending := range [...]string{"s", "d", "es", "ed", "ing", "ly"} {
		stem, ok := strings.CutSuffix(word, ending)
		if !ok || len(stem) < 3 {
			continue
		}
		if !yield(stem) || !yieldRespelled(stem, ending, yield) {
			return
		}
	}
}

// yieldRespelled undoes the spelling changes that an ending brings: e dropped,
// consonant doubled, y to i.
func yieldRespelled(stem, ending string, yield func(string) bool) bool {
	last := stem[len(stem)-1]
	if ending == "ing" || ending == "ly" {
		if !yield(stem + "e") {
			return false
		}
	}
	if last == 'i' && !yield(stem[:len(stem)-1]+"y") {
		return false
	}
	if last == stem[len(stem)-2] && (ending == "ed" || ending == "ing") {
		return yield(stem[:len(stem)-1])
	}
	return true
}
