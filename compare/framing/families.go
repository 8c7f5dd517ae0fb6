package framing

import (
	"strings"
	"sync"

	"github.com/storydiff/storydiff/compare/text"
)

// A family is a set of nouns that may name one thing.
type family struct {
	topic   string // how readers see it: "the war"
	known   bool   // its nouns are names of one thing wherever they stand
	plainly bool   // a difference between nouns that do not judge is worth showing
	plain   map[string]bool
	vague   map[string]bool // count only beside a plain one
	sided   map[string]bool // judge or take a side
	long    [][]string      // names of several words
}

// families are read from data/acts.txt.
var families = sync.OnceValue(func() []*family {
	sections := readSections("acts.txt")
	out := make([]*family, 0, len(sections))
	for _, s := range sections {
		topic := strings.TrimLeft(s.heading, "=+")
		f := &family{topic: topic, known: s.heading[0] == '=', plainly: topic == s.heading, plain: map[string]bool{}, vague: map[string]bool{}, sided: map[string]bool{}}
		for _, line := range s.lines {
			for entry := range strings.FieldsSeq(line) {
				f.add(entry)
			}
		}
		out = append(out, f)
	}
	return out
})

func (f *family) add(entry string) {
	entry, sided := strings.CutPrefix(entry, "!")
	f.sided[singular(strings.TrimPrefix(entry, "?"))] = sided
	if word, ok := strings.CutPrefix(entry, "?"); ok {
		f.vague[singular(word)] = true
		return
	}
	f.plain[singular(entry)] = true
	if parts := strings.Split(entry, "-"); len(parts) > 1 {
		parts[len(parts)-1] = singular(parts[len(parts)-1])
		f.long = append(f.long, parts)
	}
}

// at returns the words of the family's noun that begins at word i, 0 when none does,
// and whether it is a vague one.
func (f *family) at(words []text.Word, i int) (n int, vague bool) {
	for _, p := range f.long {
		if wordsAre(words[i:], p) {
			return len(p), false
		}
	}
	head := singular(words[i].Norm)
	if head == words[i].Norm && adjectival(head) {
		return 0, false
	}
	if f.plain[head] {
		return 1, false
	}
	if f.vague[head] {
		return 1, true
	}
	return 0, false
}

// adjectival reports whether a noun for people is an adjective in the singular.
func adjectival(noun string) bool {
	return noun == "illegal" || noun == "radical" || noun == "militant" || noun == "alien"
}

// people reports whether the family names people; between plain nouns for them
// ("protesters", "demonstrators") the choice says nothing.
func (f *family) people() bool {
	switch f.topic {
	case "the fighters", "the protesters", "the activists", "the migrants", "the settlers":
		return true
	}
	return false
}

// collective reports whether a noun in the singular names many people.
func collective(noun string) bool { return noun == "mob" || noun == "crowd" }

// single reports whether the family names what happens once, so that several are others.
func (f *family) single() bool {
	return f.topic == "the attack" || f.topic == "the death" || f.topic == "the crash"
}

// byHead counts longer nouns that judge nothing with their last word: a border wall is
// a wall.
func (f *family) byHead(counts map[string]int) map[string]int {
	out := map[string]int{}
	for noun, n := range counts {
		if head := noun[strings.LastIndexByte(noun, '-')+1:]; !f.sided[noun] && f.plain[head] {
			noun = head
		}
		out[noun] += n
	}
	return out
}

// wordsAre reports whether the words begin with the parts, the last in any number.
func wordsAre(words []text.Word, parts []string) bool {
	if len(words) < len(parts) {
		return false
	}
	for i, p := range parts[:len(parts)-1] {
		if words[i].Norm != p {
			return false
		}
	}
	return singular(words[len(parts)-1].Norm) == parts[len(parts)-1]
}

// singular returns an English noun without its plural ending; good enough to compare
// nouns with nouns.
func singular(noun string) string {
	switch {
	case strings.HasSuffix(noun, "men") && len(noun) > 4:
		return noun[:len(noun)-2] + "an"
	case strings.HasSuffix(noun, "ies") && len(noun) > 4:
		return noun[:len(noun)-3] + "y"
	case strings.HasSuffix(noun, "sses"), strings.HasSuffix(noun, "shes"), strings.HasSuffix(noun, "ches"):
		return noun[:len(noun)-2]
	case strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss") && !strings.HasSuffix(noun, "us") && !strings.HasSuffix(noun, "is") && len(noun) > 3:
		return noun[:len(noun)-1]
	}
	return noun
}
