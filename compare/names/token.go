package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/text"
)

// A shape is how a word is written.
type shape uint8

const (
	lower   shape = iota // words in lower case, and scripts without case
	title                // begins with a capital
	upper                // two or more letters, all capitals
	initial              // one capital letter
	figure               // begins with a digit
)

// A gap is what parts a word from the one before it.
type gap uint8

const (
	space   gap = iota // white space alone
	point              // a full stop and space
	comma              // a comma and space
	bracket            // an opening bracket
	hyphen             // nothing: the two were one hyphenated word
	apart              // anything else
)

// A token is a word with what matters for telling names.
type token struct {
	text.Span        // possessive left out
	norm      string // folded
	entry     *entry // what the lexicon knows of the word alone; may be nil
	shape     shape
	gap       gap
	owner     bool // has a possessive: Russia's
	first     bool // opens a sentence or a quotation
	loud      bool // stands in a sentence whose words are all capitalised
	prefixed  bool // had a prefix in lower case: the Semitic of anti-Semitic
	sentence  int
	paragraph int
}

func (t *token) is(s sense) bool { return t.entry.is(s) }

// capital reports whether the word is written as names are.
func (t *token) capital() bool { return t.shape == title || t.shape == upper || t.shape == initial }

// tokens returns the words of an article.
func tokens(a *article.Article, lex *lexicon) []token {
	sentences := a.Sentences()
	words := text.Words(a.Text)
	out := make([]token, 0, len(words)+len(words)/16)
	at := 0
	words = partPairs(a.Text, words)
	for _, w := range words {
		at = sentenceAt(sentences, at, w.Start)
		t := token{Span: w.Span, norm: w.Norm, sentence: at}
		if at < len(sentences) {
			t.paragraph = sentences[at].Paragraph
		}
		out = appendWord(out, a.Text, t, lex)
	}
	markFirst(out, a.Text)
	markLoud(out, lex.nounCaps)
	return out
}

// partPairs parts two names that a hyphen joins, "the Jones-Okafor meeting": both halves
// stand alone elsewhere in the text.
func partPairs(s string, words []text.Word) []text.Word {
	var alone map[string]bool
	out := words[:0:0]
	for i, w := range words {
		cut := strings.IndexByte(w.Norm, '-')
		if cut <= 0 || cut > len(w.Of(s)) || w.Of(s)[cut] != '-' || !pairOfCapitals(w.Of(s), cut) {
			if out != nil {
				out = append(out, w)
			}
			continue
		}
		if alone == nil {
			alone = capitals(s, words)
		}
		head, tail := w, w
		head.End, tail.Start = w.Start+cut, w.Start+cut+1
		head.Norm, tail.Norm = normOf(head.Of(s)), normOf(tail.Of(s))
		if !alone[head.Norm] || !alone[tail.Norm] {
			if out != nil {
				out = append(out, w)
			}
			continue
		}
		if out == nil {
			out = append(make([]text.Word, 0, len(words)+8), words[:i]...)
		}
		out = append(out, head, tail)
	}
	if out == nil {
		return words
	}
	return out
}

func pairOfCapitals(w string, cut int) bool {
	a, _ := utf8.DecodeRuneInString(w)
	b, _ := utf8.DecodeRuneInString(w[cut+1:])
	return unicode.IsUpper(a) && unicode.IsUpper(b)
}

// capitals returns the words that stand somewhere with a capital.
func capitals(s string, words []text.Word) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(s[w.Start:]); unicode.IsUpper(r) {
			set[w.Norm] = true
		}
	}
	return set
}

// wordsOf returns the words of a string as tokens of one sentence.
func wordsOf(s string, lex *lexicon) []token {
	out := make([]token, 0, 8) // mostly a name or a short description
	for w := range text.WordsSeq(s) {
		out = appendWord(out, s, token{Span: w.Span, norm: w.Norm}, lex)
	}
	return out
}

// sentenceAt returns the first sentence from i on that ends behind the byte.
func sentenceAt(sentences []article.Sentence, i, at int) int {
	for i < len(sentences) && sentences[i].End <= at {
		i++
	}
	return i
}

// appendWord appends a word, parted where a hyphen or an elision joins two things.
func appendWord(out []token, s string, t token, lex *lexicon) []token {
	t.trimPossessive(s)
	t.trimElision(s, lex)
	if cut := hyphenCut(t, s, lex); cut > 0 {
		head, tail := t, t
		head.End, tail.Start = t.Start+cut, t.Start+cut+1
		head.owner = false
		if startsUpper(s[head.Start:]) {
			out = appendPlain(out, s, head, lex)
		}
		if startsUpper(s[tail.Start:]) {
			from := len(out)
			out = appendWord(out, s, tail, lex)
			for k := from; k < len(out); k++ {
				out[k].prefixed = len(out) == from+1 && !startsUpper(s[head.Start:])
			}
		}
		return out
	}
	return appendPlain(out, s, t, lex)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func appendPlain(out []token, s string, t token, lex *lexicon) []token {
	if t.Start >= t.End {
		return out
	}
	if written := s[t.Start:t.End]; len(written) < len(t.norm) || t.owner || strings.IndexByte(t.norm, '-') >= 0 || strings.IndexByte(t.norm, '\'') >= 0 {
		t.norm = normOf(written)
	}
	t.shape = shapeOf(s[t.Start:t.End])
	if t.entry = lex.word(t.norm); !t.entry.fits(t.shape) {
		t.entry = nil
	}
	if t.entry == nil && lex.slavic && t.shape != lower {
		t.entry = lex.word(lex.givenCase(t.norm))
	}
	if len(out) > 0 {
		t.gap = gapOf(s[out[len(out)-1].End:t.Start], out[len(out)-1].owner)
	} else {
		t.gap = apart
	}
	return append(out, t)
}

// normOf folds a word the way text.Words does.
func normOf(s string) string {
	if w := text.Words(s); len(w) == 1 {
		return w[0].Norm
	}
	return text.Fold(s)
}

// trimPossessive takes the possessive off the span.
func (t *token) trimPossessive(s string) {
	w := s[t.Start:t.End]
	for _, ending := range [...]string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(w, ending) {
			t.End -= len(ending)
			t.owner = true
			return
		}
	}
	// "Rosneft' shares": the apostrophe stands behind the word.
	rest := s[t.End:]
	if (w[len(w)-1] == 's' || w[len(w)-1] == 'z' || w[len(w)-1] == 'x') && (strings.HasPrefix(rest, "' ") || strings.HasPrefix(rest, "’ ")) {
		t.owner = true
	}
}

// trimElision takes "l'" and its like off the front of the span.
func (t *token) trimElision(s string, lex *lexicon) {
	if len(lex.elisions) == 0 {
		return
	}
	w := s[t.Start:t.End]
	for i, r := range w {
		if r == '\'' || r == '’' {
			if lex.elisions[strings.ToLower(w[:i])] {
				t.Start += i + utf8.RuneLen(r)
			}
			return
		}
	}
}

// hyphenCut returns the byte of the hyphen at which a word falls into two, or 0.
// "Moscow-based" and "pro-Russian" do, and so do two countries; Kassym-Jomart does not.
func hyphenCut(t token, s string, lex *lexicon) int {
	w := s[t.Start:t.End]
	cut := strings.IndexAny(w, "-–‑")
	if cut <= 0 || cut+1 >= len(w) || w[cut] != '-' {
		return 0
	}
	if lex.word(text.Fold(w)) != nil {
		return 0
	}
	a, _ := utf8.DecodeRuneInString(w)
	b, _ := utf8.DecodeRuneInString(w[cut+1:])
	switch {
	case unicode.IsLower(a) && unicode.IsUpper(b):
		return hyphenOf(w, cut)
	case unicode.IsUpper(a) && unicode.IsLower(b):
		if lex.tails[strings.ToLower(w[cut+1:])] {
			return cut
		}
	case unicode.IsUpper(a) && unicode.IsUpper(b):
		if e, f := lex.word(text.Fold(w[:cut])), lex.word(text.Fold(w[cut+1:])); e.is(nation|demonym|capital) && f.is(nation|demonym|capital) {
			return cut
		}
	}
	return 0
}

// hyphenOf keeps "al-Bashir" whole, whose first half is a particle.
func hyphenOf(w string, cut int) int {
	switch strings.ToLower(w[:cut]) {
	case "al", "el", "ad", "an", "ar", "as", "at", "az", "ul", "bin":
		return 0
	}
	return cut
}

func shapeOf(w string) shape {
	r, size := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsDigit(r):
		return figure
	case !unicode.IsUpper(r) && !unicode.IsTitle(r):
		return particleShape(w)
	case size == len(w):
		return initial
	}
	if len(w) <= 7 && strings.IndexByte(w, '.') > 0 {
		return pointed(w)
	}
	letters := 1
	for _, r := range w[size:] {
		if unicode.IsLower(r) {
			return title
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters == 1 {
		return initial
	}
	return upper
}

// pointed tells the initials of a person, "J.D." and "G.K.", from an acronym by
// their number: three at most.
func pointed(w string) shape {
	if strings.Count(w, ".") <= 2 {
		return initial
	}
	return upper
}

// particleShape sees the name in "al-Bashir" and "d'Estaing".
func particleShape(w string) shape {
	i := strings.IndexAny(w, "-'’")
	if i <= 0 || i > 3 {
		return lower
	}
	_, joint := utf8.DecodeRuneInString(w[i:])
	if r, _ := utf8.DecodeRuneInString(w[i+joint:]); unicode.IsUpper(r) {
		return title
	}
	return lower
}

// gapOf names what stands between two words.
func gapOf(between string, owner bool) gap {
	if owner {
		between = strings.TrimLeft(between, "'’sS")
	}
	breaks := strings.Count(between, "\n")
	between = strings.TrimSpace(between)
	switch {
	case breaks > 1:
		return apart
	case between == "":
		return space
	case between == ".":
		return point
	case between == ",":
		return comma
	case strings.HasSuffix(between, "("):
		return bracket
	case between == "-":
		return hyphen
	}
	return apart
}

// markFirst marks the words whose capital says nothing: those that open a sentence,
// a quotation or a clause behind a colon.
func markFirst(toks []token, s string) {
	for i := range toks {
		if i == 0 || toks[i].sentence != toks[i-1].sentence {
			toks[i].first = true
			continue
		}
		if toks[i].gap == apart || toks[i].gap == bracket {
			between := s[toks[i-1].End:toks[i].Start]
			toks[i].first = strings.ContainsAny(between, "\"“‘«„'‹:•*?!\n…") || strings.Contains(between, " - ") && toks[i].sentence == 0
		}
	}
}

// markLoud marks sentences in capitals or title case, whose capitals tell nothing.
// Where all nouns have capitals there is no title case.
func markLoud(toks []token, nounCaps bool) {
	for i := 0; i < len(toks); {
		j := i
		for j < len(toks) && toks[j].sentence == toks[i].sentence {
			j++
		}
		if shouted(toks[i:j]) || !nounCaps && loud(toks[i:j]) {
			for k := i; k < j; k++ {
				toks[k].loud = true
			}
		}
		markOpening(toks[i:j])
		i = j
	}
}

// markOpening marks the capitals with which some pages open a story: "ACME HAS REVEALED
// that".
func markOpening(toks []token) {
	n := 0
	for n < len(toks) && toks[n].shape == upper && (n == 0 || toks[n].gap == space) {
		n++
	}
	if n < 2 || n == len(toks) {
		return
	}
	for k := range n {
		if toks[k].is(opener | speech | determiner | never) {
			for m := range n {
				toks[m].loud = true
			}
			return
		}
	}
}

// loud reports whether the words of a sentence are capitalised but for the small ones.
func loud(toks []token) bool {
	capitals, small, all := 0, 0, 0
	for i := range toks {
		t := &toks[i]
		switch {
		case t.shape == figure:
		case t.capital():
			capitals++
			all++
		case t.End-t.Start >= 3 && !t.is(opener|determiner|particle|linker):
			small++
			all++
		}
	}
	// A list of names looks like title case but for its verb; headlines may slip once.
	if toks[0].paragraph == 0 {
		return capitals >= 4 && small*10 <= all
	}
	return capitals >= 4 && small == 0
}

// shouted reports whether nearly all longer words are all capitals.
func shouted(toks []token) bool {
	upperWords, all := 0, 0
	for i := range toks {
		if toks[i].End-toks[i].Start >= 4 && toks[i].shape != figure {
			all++
			if toks[i].shape == upper {
				upperWords++
			}
		}
	}
	return all >= 3 && upperWords*10 >= all*8
}

func runeBefore(s string, end int) int {
	_, size := utf8.DecodeLastRuneInString(s[:end])
	return end - size
}

func runeAfter(s string, at int) int {
	_, size := utf8.DecodeRuneInString(s[at:])
	return at + max(1, size)
}
