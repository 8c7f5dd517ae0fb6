package names

import (
	"embed"
	"strings"
	"sync"

	"github.com/storydiff/storydiff/compare/text"
)

//go:embed data/*.txt
var data embed.FS

// A sense is one thing a word or phrase may be.
type sense uint32

const (
	honorific sense = 1 << iota // Mr, Dr
	role                        // president, spokesman
	modifier                    // former, deputy: belongs to the role that follows
	body                        // heads the name of an organisation: Ministry
	voiceBody                   // speaks without a capital: the Russian defence ministry
	site                        // heads the name of a place: Strait
	bearing                     // begins the name of a place: North, San
	given                       // a given name
	nation                      // the name of a country
	demonym                     // Russian, Frenchman
	capital                     // the seat of a country's government
	place                       // any other known place
	org                         // a known body
	seat                        // a known body that speaks for its country's government
	particle                    // von, bin
	suffix                      // Jr
	never                       // capitalised, but no name: Monday
	opener                      // opens a sentence: However
	speech                      // said
	male
	female
	determiner
	definite
	linker // may stand inside the name of a body: of, for
	quantity
	cased    // counts only where all its words have capitals: El País
	capsOnly // counts only where all its letters are capitals: NOS
)

// An entry is what the lexicon knows of a phrase.
type entry struct {
	sense  sense
	nation string // code of the country it belongs to
	class  string // class of a role
	id     string // one for all names of a country, capital or body
	gender sense  // of a role or honorific: male, female or neither
}

func (e *entry) is(s sense) bool { return e != nil && e.sense&s != 0 }

// fits reports whether a word is written as the entry asks.
func (e *entry) fits(s shape) bool {
	switch {
	case !e.is(cased):
		return true
	case e.is(capsOnly):
		return s == upper
	}
	return s != lower && s != figure
}

// A node is a word of the phrases that begin alike.
type node struct {
	entry *entry
	next  map[string]*node
}

// A lexicon holds what is known of words in one language.
type lexicon struct {
	lang      string
	root      map[string]*node
	prefixes  map[string]*entry // by the beginning of an inflected word
	same      map[string]int    // forms of one given name share a number
	canonical map[string]string // display names by entry id
	presides  map[string]bool   // countries governed by their president
	elisions  map[string]bool   // l', d': parted from the name they lean on
	syllables map[string]bool   // second halves of names written in lower case: Ching-te
	tails     map[string]bool   // second halves that are no name: Moscow-based
	roleTails []string          // endings that make a word a role: -minister
	bodyTails []string          // endings that make a word a body: -ministerium
	nounCaps  bool              // all nouns are capitalised
	ownGiven  bool              // the file holds the language's own given names
	slavic    bool              // names are inflected
	cases     recases           // their case endings
}

// languages are those with a file of their own.
var languages = [...]string{"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk"}

// lexicons loads each language when it is first asked for.
var lexicons = func() (load [len(languages)]func() *lexicon) {
	for i, lang := range languages {
		load[i] = sync.OnceValue(func() *lexicon { return newLexicon(lang) })
	}
	return load
}()

// lexiconOf returns the lexicon of a language; other languages borrow the English one.
func lexiconOf(lang string) *lexicon {
	for i, l := range languages {
		if l == lang {
			return lexicons[i]()
		}
	}
	return lexicons[0]()
}

func newLexicon(lang string) *lexicon {
	l := &lexicon{
		lang: lang, root: make(map[string]*node, 1<<13),
		prefixes: map[string]*entry{}, same: map[string]int{}, canonical: map[string]string{},
		presides: map[string]bool{}, elisions: map[string]bool{}, syllables: map[string]bool{}, tails: map[string]bool{},
	}
	for _, file := range []string{"given", "places", "orgs"} {
		l.load(file)
	}
	if lang != "en" {
		l.loadOnly("en", "nation ")
	}
	l.load(lang)
	return l
}

func (l *lexicon) load(file string) { l.loadOnly(file, "") }

// loadOnly reads the lines of a data file that begin with prefix.
func (l *lexicon) loadOnly(file, prefix string) {
	raw, err := data.ReadFile("data/" + file + ".txt")
	if err != nil {
		panic(err) // the file is embedded, so its absence is a mistake of the build
	}
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || !strings.HasPrefix(line, prefix) {
			continue
		}
		label, rest, _ := strings.Cut(line, ":")
		l.line(file, label, strings.TrimSpace(rest))
	}
}

// line reads one "label: items" line of a data file.
func (l *lexicon) line(file, label, items string) {
	switch {
	case file == "places":
		l.addAll(items, entry{sense: place, nation: known(label)})
	case file == "orgs":
		l.addOrg(label, items)
	case file == "given":
		l.addGiven(label, items)
	case strings.HasPrefix(label, "given "):
		l.addOwnGiven(senses[strings.TrimPrefix(label, "given ")], items)
	case strings.HasPrefix(label, "nation "):
		l.addNation(strings.TrimPrefix(label, "nation "), items)
	case strings.HasPrefix(label, "role ") && label != "role tail":
		class, gender, _ := strings.Cut(strings.TrimPrefix(label, "role "), " ")
		l.addAll(items, entry{sense: role, class: class, gender: senses[gender]})
		if l.lang == "en" {
			l.addPlurals(items)
		}
	case strings.HasPrefix(label, "honorific "):
		l.addAll(items, entry{sense: honorific, gender: senses[strings.TrimPrefix(label, "honorific ")]})
	default:
		l.addList(label, items)
	}
}

// addPlurals enters the plurals of roles, "Justices Doe and Roe". They have no class:
// nobody alone is "the justices".
func (l *lexicon) addPlurals(items string) {
	for _, item := range split(items) {
		if l.root[item+"s"] == nil && !strings.Contains(item, " ") {
			l.add(item+"s", entry{sense: role})
		}
	}
}

// senses maps the labels of plain word lists to what they say of their words.
var senses = map[string]sense{
	"male": male, "female": female, "honorific": honorific, "modifier": modifier, "body": body,
	"voice body": voiceBody, "site": site, "bearing": bearing, "particle": particle, "suffix": suffix,
	"never": never, "opener": opener, "speech": speech, "article": determiner, "definite": definite,
	"inner": linker, "he": male, "she": female, "quantity": quantity,
}

func (l *lexicon) addList(label, items string) {
	if l.cases.add(label, items) {
		return
	}
	switch label {
	case "last syllable":
		fill(l.syllables, items)
	case "tail":
		fill(l.tails, items)
	case "elision":
		fill(l.elisions, items)
	case "role tail":
		l.roleTails = split(items)
	case "body tail":
		l.bodyTails = split(items)
	case "habit":
		l.nounCaps = strings.Contains(items, "nouns capitalised")
		l.slavic = strings.Contains(items, "names inflected")
	default:
		sense, known := senses[label]
		if !known {
			panic("names: nothing is called " + label) // the file is embedded
		}
		l.addAll(items, entry{sense: sense})
	}
}

func (l *lexicon) addGiven(label, items string) {
	words := strings.Fields(items)
	if label == "same" {
		for _, w := range words {
			if l.same[w] == 0 {
				l.same[w] = len(l.same) + 1
			}
			l.same[w] = l.same[words[0]]
		}
		return
	}
	for _, w := range words {
		l.add(w, entry{sense: given | senses[label]})
	}
}

// addOwnGiven enters given names of the language itself, whose gender is theirs alone:
// Andrea is a man's name in Italian.
func (l *lexicon) addOwnGiven(gender sense, items string) {
	l.ownGiven = true
	for _, w := range strings.Fields(items) {
		l.add(w, entry{sense: given})
		if n := l.root[w]; n != nil {
			n.entry.sense = n.entry.sense&^(male|female) | gender
		}
	}
}

// american respells the names of bodies.
var american = strings.NewReplacer("Organisation", "Organization", "Defence", "Defense", "Centre", "Center", "Labour", "Labor")

func (l *lexicon) addOrg(label, items string) {
	code, gov := strings.CutSuffix(label, " gov")
	code, exact := strings.CutSuffix(code, " cased")
	e := entry{sense: org, nation: known(code)}
	if gov {
		e.sense |= seat
	}
	names := split(items)
	e.id = "o:" + text.Fold(names[0])
	l.canonical[e.id] = names[0]
	if exact {
		l.addCased(names, e)
		return
	}
	l.addAll(items, e)
	l.addAll(american.Replace(items), e)
}

// addCased enters names that are common words when written in lower case.
func (l *lexicon) addCased(names []string, e entry) {
	for _, n := range names {
		e.sense = org | cased
		if strings.ToUpper(n) == n {
			e.sense |= capsOnly
		}
		l.add(n, e)
	}
}

// addNation reads "names | demonyms | capital | flags".
func (l *lexicon) addNation(code, items string) {
	fields := strings.Split(items, "|")
	for len(fields) < 4 {
		fields = append(fields, "")
	}
	code = strings.TrimSpace(code)
	if strings.TrimSpace(fields[3]) == "P" {
		l.presides[code] = true
	}
	names := split(fields[0])
	id := "n:" + code
	if code == "--" {
		id = "n:" + text.Fold(names[0])
	}
	l.canonical[id] = names[0]
	l.addAll(fields[0], entry{sense: nation, nation: known(code), id: id})
	for _, d := range split(fields[1]) {
		l.add(d, entry{sense: demonym, nation: known(code), id: id})
		if !strings.HasSuffix(d, "*") {
			l.add(d+"s", entry{sense: demonym, nation: known(code), id: id})
		}
	}
	for _, c := range split(fields[2]) {
		l.add(c, entry{sense: capital, nation: known(code), id: "c:" + code})
	}
	if cs := split(fields[2]); len(cs) > 0 {
		l.canonical["c:"+code] = strings.TrimSuffix(cs[0], "*")
	}
}

func known(code string) string { return strings.TrimLeft(strings.TrimSpace(code), "-") }

func (l *lexicon) addAll(items string, e entry) {
	for _, item := range split(items) {
		l.add(item, e)
	}
}

// add enters a phrase. What it already is stays: Jordan is a given name and a country.
func (l *lexicon) add(phrase string, e entry) {
	if stem, inflected := strings.CutSuffix(phrase, "*"); inflected && !strings.Contains(stem, " ") {
		l.prefixes[text.Fold(stem)] = merged(l.prefixes[text.Fold(stem)], e)
		return
	}
	words := text.Words(phrase)
	if len(words) == 0 {
		return
	}
	n, kids := (*node)(nil), l.root
	for _, w := range words {
		if n != nil {
			if n.next == nil {
				n.next = map[string]*node{}
			}
			kids = n.next
		}
		if kids[w.Norm] == nil {
			kids[w.Norm] = &node{}
		}
		n = kids[w.Norm]
	}
	n.entry = merged(n.entry, e)
}

func merged(old *entry, e entry) *entry {
	if old == nil {
		return &e
	}
	switch {
	case e.sense&cased != 0:
		return old // the common word
	case old.sense&cased != 0:
		return &e
	}
	both := *old
	both.sense |= e.sense
	both.gender |= e.gender
	// A country outranks the capital or city of its name, and any of them a body.
	if e.id != "" && (both.id == "" || e.sense&nation != 0) {
		both.id, both.nation = e.id, e.nation
	}
	if both.nation == "" {
		both.nation = e.nation
	}
	if both.class == "" {
		both.class = e.class
	}
	return &both
}

// word returns what is known of a single folded word, nil when nothing is.
func (l *lexicon) word(norm string) *entry {
	if n := l.root[norm]; n != nil && n.entry != nil {
		return n.entry
	}
	if len(l.prefixes) == 0 {
		return nil
	}
	for end, cut := len(norm), 0; end > 3 && cut < 6; cut++ {
		if e := l.prefixes[norm[:end]]; e != nil {
			return e
		}
		end = runeBefore(norm, end)
	}
	return nil
}

// lookup returns the entry of a whole phrase.
func (l *lexicon) lookup(phrase string) *entry {
	kids := l.root
	var n *node
	for _, w := range text.Words(phrase) {
		if n = kids[w.Norm]; n == nil {
			return nil
		}
		kids = n.next
	}
	if n == nil || n.entry == nil {
		return nil
	}
	return n.entry
}

// sameName reports whether two given names are one or forms of one: Bill, William.
func (l *lexicon) sameName(a, b string) bool {
	return a == b || l.same[a] != 0 && l.same[a] == l.same[b]
}

func split(items string) []string {
	var out []string
	for item := range strings.SplitSeq(items, ",") {
		if item = strings.TrimSpace(item); item != "" {
			out = append(out, item)
		}
	}
	return out
}

func fill(set map[string]bool, items string) {
	for _, item := range split(items) {
		set[item] = true
	}
}
