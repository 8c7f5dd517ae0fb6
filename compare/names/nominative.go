package names

import (
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// A recase is a case ending of names and the ending of the nominative.
type recase struct{ from, to string }

// recases are the case endings of a language's names. Of several that fit the first wins.
type recases struct{ given, male, female []recase }

// add reads "endings>nominative" pairs; a lone > stands for no ending.
func (c *recases) add(label, items string) bool {
	var list *[]recase
	switch label {
	case "nominative given":
		list = &c.given
	case "nominative male":
		list = &c.male
	case "nominative female":
		list = &c.female
	default:
		return false
	}
	for _, item := range split(items) {
		from, to, _ := strings.Cut(item, ">")
		*list = append(*list, recase{from, to})
	}
	return true
}

// nominative returns a full name in the nominative, and whether it had to be changed: По
// словам Людмилы Архиповой speaks of Людмила Архипова. Only a given name that is known
// without its case ending tells; alone reports whether the article has a surname without one.
func (l *lexicon) nominative(name string, alone func(surname string) bool) (string, bool) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name, false
	}
	if l.isGiven(words[0]) {
		return l.mansName(words, alone)
	}
	first := l.givenCase(words[0])
	if first == "" {
		return name, false
	}
	words[0] = first
	endings := l.cases.male
	if l.root[text.Fold(first)].entry.is(female) {
		endings = l.cases.female
	}
	for i := range words[1:] {
		words[i+1] = recased(words[i+1], endings)
	}
	return strings.Join(words, " "), true
}

// mensGenitives are endings of Polish surnames that are seldom a woman's.
var mensGenitives = [...]string{"aka", "yka", "ika", "uka", "cza", "rza", "sza"}

// mansName returns a man's name in the nominative whose given name, in another case, is a
// woman's too: Богдана Ковальчука speaks of Богдан Ковальчук.
func (l *lexicon) mansName(words []string, alone func(string) bool) (string, bool) {
	name := strings.Join(words, " ")
	ending := "а"
	if strings.HasSuffix(name, "a") {
		ending = "a"
	}
	stem, ok := strings.CutSuffix(words[0], ending)
	last := words[len(words)-1]
	surname, cased := strings.CutSuffix(last, ending)
	if !ok || !cased || !l.isGiven(stem) || !alone(surname) && !l.mensGenitive(last, ending) {
		return name, false
	}
	for i := range words {
		if i == 0 {
			words[i] = stem
		} else {
			words[i] = recased(words[i], l.cases.male)
		}
	}
	return strings.Join(words, " "), true
}

// mensGenitive reports whether a surname with the ending of the genitive is no woman's.
func (l *lexicon) mensGenitive(surname, ending string) bool {
	for _, c := range l.cases.female { // Иванова may be a woman's
		if c.to != "" && strings.HasSuffix(surname, c.to) && len(c.to) > len("а") {
			return false
		}
	}
	return ending != "a" || endsIn(surname, mensGenitives[:])
}

// alone reports whether the article has a word with a capital that no given name stands before.
func (r *reader) alone(surname string) bool {
	norm := text.Fold(surname)
	for k := range r.toks {
		if t := &r.toks[k]; t.norm == norm && t.capital() && (k == 0 || !r.joined(k) || !r.toks[k-1].is(given) || r.toks[k-1].is(opener)) {
			return true
		}
	}
	return false
}

// givenCase returns the nominative of a given name, empty when none is known.
func (l *lexicon) givenCase(w string) string {
	for _, c := range l.cases.given {
		if stem, ok := strings.CutSuffix(w, c.from); ok && len(stem) > 2 && l.isGiven(stem+c.to) {
			return stem + c.to
		}
	}
	return ""
}

// behindGenitive moves the start of a name to the given name in it, where nouns stand
// before names without a preposition: wicemarszałek Sejmu | Piotr Zawada.
func (r *reader) behindGenitive(m mention) mention {
	if !r.lex.slavic || m.kind == Org || m.kind == Place || r.toks[m.i].is(given|honorific|particle) {
		return m
	}
	for k := m.i + 1; k+1 < m.j || k < m.j && (r.kinBefore(m.i) || r.hangs(m.i)); k++ {
		if r.toks[k].is(given) {
			m.i = k
			if k == m.j-1 {
				m.kind = Person
			}
			break
		}
	}
	return m
}

// kinBefore reports whether a noun for kin stands before token i: жена Лукьянова | Ольга.
func (r *reader) kinBefore(i int) bool {
	return i > 0 && r.joined(i) && r.toks[i-1].is(role) && r.toks[i-1].entry.class == kin
}

// hangs reports whether a small word stands before token i: пенсионерка из Рязани | Алиса.
func (r *reader) hangs(i int) bool {
	return i > 0 && r.joined(i) && r.toks[i-1].is(opener) && r.toks[i-1].shape == lower
}

// isGiven reports whether a word is a known given name.
func (l *lexicon) isGiven(w string) bool {
	n := l.root[text.Fold(w)]
	return n != nil && n.entry != nil && n.entry.is(given)
}

func recased(w string, endings []recase) string {
	for _, c := range endings {
		if stem, ok := strings.CutSuffix(w, c.from); ok && (len(stem) > 3 || len(stem) == 3 && len(c.from) > 1 && c.to != "") {
			return stem + c.to
		}
	}
	return w
}
