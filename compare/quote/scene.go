package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

// unitKind tells the units of a sentence apart.
type unitKind uint8

const (
	word   unitKind = iota
	sign            // a punctuation mark or symbol
	marked          // a marked stretch, whole
)

// A unit is a word, a sign or a whole marked stretch of the reporter's sentence.
type unit struct {
	text.Span
	norm   string // folded word, or the sign
	entry  *entry
	entity int   // index into the names; -1 when the word belongs to none
	quote  int32 // index of the marked stretch
	kind   unitKind
	upper  bool // a word that begins with a capital
}

func (u unit) is(c class) bool      { return u.entry.class&c != 0 }
func (u unit) isSign(s string) bool { return u.kind == sign && strings.Contains(s, u.norm) }
func (u unit) isCommaOrDash() bool  { return u.isSign(",—–-") }

// A sentence is one of the reporter's sentences: a range of units. What stands in
// marks never parts it.
type sentence struct {
	from, to  int // units
	paragraph int
	title     bool  // written as a headline: verbs may begin with a capital
	classes   class // of all its words together
}

// A scene is an article cut into what the rules look at.
type scene struct {
	s            string
	bodyStart    int // byte at which the headline is over
	lex          *lexicon
	names        *names.Index
	paragraphs   []text.Span
	stretches    []stretch
	units        []unit
	sentences    []sentence
	last         turn                      // the last speaker named, for what follows without one
	roles        map[string][]introduction // who was introduced by which noun; nil until asked for
	introducedAs map[int]bool              // the entities that a noun for people stands beside
	ranked       map[int]bool              // whether they lead something, of the entities beside whose name a noun for a person stands
	officers     map[int]bool              // the entities that a noun for an office goes with
	offices      map[string]string         // the office of an entity, by number, and whose an office is; nil until asked for
	turns        []turn                    // what last was behind each sentence
	subjects     []phrase                  // of the sentences asked for one
	thick        int                       // how thick it is with cue verbs and quotes, in a class; 0 until asked for
	placed       map[int]bool              // things named behind a word for "in": towns and bodies, no people
	mainMarks    family                    // what most stretches stand in; noFamily until asked for
	namings      map[string]Kind           // words that the article shows to be titles or names; nil until asked for
}

// newScene cuts an article into sentences of units.
func newScene(a *article.Article, n *names.Index, lex *lexicon) *scene {
	c := &scene{s: a.Text, bodyStart: a.BodyStart, lex: lex, names: n, paragraphs: blocks(a.Text)}
	c.stretches = lex.spoken(c.s, c.paragraphs, stretches(c.s, c.paragraphs))
	c.stretches = withTurns(c.stretches, transcript(c.s, c.paragraphs))
	c.makeUnits()
	c.nameUnits()
	c.makeSentences(a.Sentences())
	c.last.speaker = unknownSpeaker
	return c
}

// makeUnits walks over words, signs and marked stretches in order.
func (c *scene) makeUnits() {
	c.units = make([]unit, 0, strings.Count(c.s, " ")*5/4+1)
	at, next := 0, 0
	for w := range text.WordsSeq(c.s) {
		for next < len(c.stretches) && w.Start >= c.stretches[next].outer.Start {
			at = c.addStretch(at, next)
			next++
		}
		if w.Start < at {
			continue // inside a stretch
		}
		c.addSigns(at, w.Start)
		c.addWord(w)
		at = w.End
	}
	for ; next < len(c.stretches); next++ {
		at = c.addStretch(at, next)
	}
	c.addSigns(at, len(c.s))
}

// addWord adds a word; one that holds an elided or a clitic word is two units.
func (c *scene) addWord(w text.Word) {
	if cut := c.lex.joint(w.Of(c.s)); cut > 0 {
		left, right := w, w
		left.End, right.Start = w.Start+cut, w.Start+cut
		left.Norm, right.Norm = text.Fold(left.Of(c.s)), text.Fold(right.Of(c.s))
		c.addWord(left)
		c.addWord(right)
		return
	}
	c.push(word, w.Span, w.Norm, c.lex.word(w.Norm)).upper = capital(w.Of(c.s))
}

// push adds a unit, field by field: to write one whole has the collector, while it is at
// work, look at what was there before.
func (c *scene) push(kind unitKind, at text.Span, norm string, e *entry) *unit {
	c.units = slices.Grow(c.units, 1)
	c.units = c.units[:len(c.units)+1]
	u := &c.units[len(c.units)-1]
	u.kind, u.Span, u.norm, u.entry, u.entity, u.quote = kind, at, norm, e, -1, -1
	return u
}

// capital reports whether a word begins with a capital, behind figures too: 28-Jährige.
func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	if unicode.IsDigit(r) {
		r, _ = utf8.DecodeRuneInString(strings.TrimLeft(w, "0123456789-"))
	}
	return unicode.IsUpper(r)
}

func (c *scene) addStretch(at, i int) int {
	st := c.stretches[i]
	c.addSigns(at, st.outer.Start)
	c.push(marked, st.outer, "", &noEntry).quote = int32(i)
	return max(at, st.outer.End)
}

// longestRow bounds the bytes of signs in a row that are looked at one by one: of a
// longer row, an ornament, the ends alone can belong to the words beside them.
const longestRow = 1 << 10

// addSigns adds every character between from and to that is no space.
func (c *scene) addSigns(from, to int) {
	if to-from > longestRow {
		c.addSigns(from, text.RuneStart(c.s, from+longestRow/2))
		from = text.RuneStart(c.s, to-longestRow/2)
	}
	for from < to {
		r, n := utf8.DecodeRuneInString(c.s[from:])
		if !unicode.IsSpace(r) {
			c.push(sign, text.Span{Start: from, End: from + n}, c.s[from:from+n], &noEntry)
		}
		from += n
	}
}

// A mention is one place where an entity is named.
type mention struct {
	text.Span
	entity int
}

// nameUnits notes which words name whom.
func (c *scene) nameUnits() {
	var ms []mention
	for i := range c.names.Entities {
		for _, m := range c.reportersMentions(i) {
			ms = append(ms, mention{m, i})
		}
	}
	slices.SortFunc(ms, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.entity, b.entity))
	})
	u := 0
	for _, m := range ms {
		for u < len(c.units) && c.units[u].End <= m.Start {
			u++
		}
		for v := u; v < len(c.units) && c.units[v].Start < m.End; v++ {
			if c.units[v].kind == word && c.units[v].entity < 0 {
				c.units[v].entity = m.entity
			}
		}
		if c.lex.endings && u > 0 && u < len(c.units) && c.units[u-1].is(isLocative) {
			c.place(m.entity)
		}
	}
}

// place notes that an entity is named behind a word for "in": w Piotrkowie Trybunalskim.
func (c *scene) place(e int) {
	if c.placed == nil {
		c.placed = map[int]bool{}
	}
	c.placed[e] = true
}

// maxSentence bounds a sentence, in units, so that no text without full stops can
// make the rules look far.
const maxSentence = 300

// makeSentences groups the units. Ends of sentences inside marks do not count.
func (c *scene) makeSentences(ends []article.Sentence) {
	e, para := 0, 0
	from := 0
	c.sentences = make([]sentence, 0, len(ends)+len(c.paragraphs))
	for i, u := range c.units {
		for para+1 < len(c.paragraphs) && u.End > c.paragraphs[para].End {
			para++
		}
		for e < len(ends) && ends[e].End < u.End {
			e++
		}
		last := i+1 == len(c.units)
		ends := last || i-from >= maxSentence || c.units[i+1].Start >= c.paragraphs[para].End ||
			e < len(ends) && ends[e].End <= c.units[i+1].Start && !c.goesOn(i)
		if ends {
			c.sentences = append(c.sentences, sentence{from, i + 1, para, c.titleCase(from, i+1), c.classesOf(from, i+1)})
			from = i + 1
		}
	}
}

// classesOf returns the classes of the words among some units: a rule passes over
// sentences without the words that it looks for.
func (c *scene) classesOf(from, to int) (all class) {
	for i := from; i < to; i++ {
		all |= c.units[i].entry.class
	}
	return all
}

// goesOn reports whether the sentence goes on after unit i although a full stop in
// marks ended one: “Why?” Ms Lee asked.
func (c *scene) goesOn(i int) bool {
	if c.units[i].kind != marked || i+1 >= len(c.units) {
		return false
	}
	if c.units[i+1].isSign("—–―") {
		return true
	}
	if c.lex.inverted {
		return c.units[i+1].is(isVerb|isCueWord) && !c.units[i+1].upper
	}
	for j := i + 1; j < min(i+8, len(c.units)); j++ {
		u := c.units[j]
		switch {
		case u.is(isVerb) && !u.upper && j+1 < len(c.units):
			next := c.units[j+1]
			return u.is(isAddressee) || next.kind == sign || next.is(isStop) && !next.is(isThat|isPronoun)
		case u.kind != word && !u.isSign("."), u.is(isStop) && !u.is(isPronoun):
			return false
		}
	}
	return false
}

// titleCase reports whether a sentence is written as headlines are: the headline
// itself, or words nearly all with a capital.
func (c *scene) titleCase(from, to int) bool {
	upper, lower := 0, 0
	for i := from; i < to; i++ {
		switch u := &c.units[i]; {
		case u.End <= c.bodyStart:
			return true
		case u.kind != word || u.is(isStop|isArticle):
		case u.upper:
			upper++
		default:
			lower++
		}
	}
	return upper > 3 && lower*4 <= upper && !c.lex.capitals
}
