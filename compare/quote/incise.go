package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// spoken adds the speech that dashes mark, in paragraphs opened by a dash (– Nie wiem –
// powiedział X.) or from a dash behind a full stop on, and parts stretches at the
// attributions inside their marks («…, — сказал X. — …»; « …, a dit X. … »).
func (l *lexicon) spoken(s string, paragraphs []text.Span, marks []stretch) []stretch {
	if !l.dashes && !l.commas {
		return marks
	}
	var out []stretch
	next := 0
	dialogue := false // the paragraph before is speech between dashes
	for i, p := range paragraphs {
		dialogue = dialogue || i+1 < len(paragraphs) && (l.answers(s, paragraphs[i+1]) || l.asks(s, p, paragraphs[i+1]))
		first := next
		for next < len(marks) && marks[next].outer.Start < p.End {
			next++
		}
		turns := l.turns(s, p, marks[first:next], dialogue)
		dialogue = len(turns) > 0
		for _, m := range marks[first:next] {
			for len(turns) > 0 && turns[0].outer.End <= m.outer.Start {
				out, turns = append(out, turns[0]), turns[1:]
			}
			if len(turns) == 0 || turns[0].outer.Overlap(m.outer) == 0 {
				out = append(out, l.parted(s, m)...)
			}
		}
		out = append(out, turns...)
	}
	return append(out, marks[next:]...)
}

// turns returns what a paragraph says between dashes. A dash that opens it without an
// attribution is speech only in a dialogue.
func (l *lexicon) turns(s string, p text.Span, marks []stretch, dialogue bool) []stretch {
	if !l.dashes {
		return nil
	}
	if r, n := utf8.DecodeRuneInString(p.Of(s)); isDash(r) {
		body := text.Trim(s, text.Span{Start: p.Start + n, End: p.End})
		parts := l.splitIncise(s, stretch{Span: body, outer: body})
		if len(parts) > 1 || len(parts) == 1 && (parts[0].spoken || dialogue && r != '-' && startsUpper(parts[0].Of(s))) {
			parts[0].spoken = true
			return parts
		}
		return nil
	}
	from := dashBehindStop(s, p.Start, p.End)
	if from < 0 || slices.ContainsFunc(marks, func(m stretch) bool { return m.outer.Start < from && from < m.outer.End }) {
		return nil
	}
	body := text.Trim(s, text.Span{Start: from, End: p.End})
	if parts := l.splitIncise(s, stretch{Span: body, outer: body}); len(parts) > 0 && parts[0].spoken {
		return parts
	}
	return nil
}

// answers reports whether a paragraph is speech behind a dash, by its attribution.
func (l *lexicon) answers(s string, p text.Span) bool {
	if r, n := utf8.DecodeRuneInString(p.Of(s)); isDash(r) {
		from, _ := l.nextIncise(s, p.Start+n, p.Start+n, p.End)
		return l.dashes && from >= 0
	}
	return false
}

// asks reports whether a paragraph is a question behind a long dash and the next an answer
// behind another.
func (l *lexicon) asks(s string, p, next text.Span) bool {
	q, _ := utf8.DecodeRuneInString(p.Of(s))
	a, _ := utf8.DecodeRuneInString(next.Of(s))
	return l.dashes && q == '—' && a == '—' && strings.HasSuffix(p.Of(s), "?")
}

func isDash(r rune) bool { return r == '–' || r == '—' || r == '―' || r == '-' }

// dashBehindStop returns the byte behind the next dash that follows the end of a
// sentence and comes before a capital, -1 when there is none.
func dashBehindStop(s string, from, end int) int {
	for at := from; ; {
		start, stop := nextDash(s, at, end)
		if start < 0 {
			return -1
		}
		r, _ := utf8.DecodeRuneInString(s[stop:end])
		if start > from && strings.IndexByte(".!?:", s[start-1]) >= 0 && unicode.IsUpper(r) {
			return stop
		}
		at = stop
	}
}

// splitIncise parts a stretch at the attributions inside it. Without one it stays whole.
func (l *lexicon) splitIncise(s string, st stretch) []stretch {
	var parts []stretch
	rest, outer := st.Span, st.outer
	for at := rest.Start; ; {
		from, to := l.nextIncise(s, at, rest.Start, rest.End)
		if from < 0 {
			break
		}
		spoken := text.Trim(s, text.Span{Start: rest.Start, End: from})
		spoken.End = rest.Start + len(strings.TrimRight(s[rest.Start:spoken.End], ","))
		parts = append(parts, stretch{spoken, text.Span{Start: outer.Start, End: spoken.End}, st.flags, true})
		resume := l.inciseEnd(s, from, to, rest.End)
		if resume < 0 {
			return parts
		}
		rest.Start, outer.Start, at = resume, resume, resume
	}
	if rest.Len() > 0 {
		parts = append(parts, stretch{rest, outer, st.flags, len(parts) > 0})
	}
	return parts
}

// parted parts a stretch at the attributions inside it and puts between the parts what
// stands in marks there: «…, — сказал „Вестям“ X. — …».
func (l *lexicon) parted(s string, m stretch) (out []stretch) {
	parts := l.splitIncise(s, m)
	for i, p := range parts {
		end := m.End
		if i+1 < len(parts) {
			end = parts[i+1].Start
		}
		out = append(out, p)
		if p.End < end {
			out = append(out, stretches(s, []text.Span{{Start: p.End, End: end}})...)
		}
	}
	return out
}

// nextIncise returns where the next attribution inside speech begins: the sign before
// it, a dash or a comma, and its first word.
func (l *lexicon) nextIncise(s string, at, start, end int) (from, to int) {
	for at < end {
		r, n := utf8.DecodeRuneInString(s[at:end])
		switch {
		case l.dashes && at > start && r == ' ' && l.announces(s, at, end):
			return at, at + 1
		case l.dashes && at > start && opensIncise(s, at, n, end):
			to := at + n + len(s[at+n:end]) - len(strings.TrimLeft(s[at+n:end], " \u00a0\u202f"))
			if l.attributes(s[to:end]) || l.lowerVerb(s[start:at], s[to:end]) {
				return at, to
			}
		case l.commas && r == ',' && at+2 < end && s[at+1] == ' ':
			if l.inverts(s[at+2 : end]) {
				return at, at + 2
			}
		}
		at += n
	}
	return -1, -1
}

// announces reports whether the sentence behind the space at byte i, inside speech between
// dashes, is the reporter's again: it ends in a colon before the next dash. – Wyśpię się. Kuba
// wzrusza ramionami: – Trudno.
func (l *lexicon) announces(s string, i, end int) bool {
	if strings.IndexByte(".!?", s[i-1]) < 0 || !startsUpper(s[i+1:end]) {
		return false
	}
	for j := i + 1; j+1 < min(end, i+longestIncise); j++ {
		switch {
		case s[j] == ':' && s[j+1] == ' ':
			r, n := utf8.DecodeRuneInString(s[j+2 : end])
			return isDash(r) && j+2+n < end && s[j+2+n] == ' '
		case strings.IndexByte(".!?", s[j]) >= 0 && s[j+1] == ' ':
			return false
		}
	}
	return false
}

// opensIncise reports whether the character of n bytes at byte i is a dash behind a space.
func opensIncise(s string, i, n, end int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:end])
	if !isDash(r) || i+n >= end || !spaceBefore(s, i) {
		return false
	}
	return r != '-' || s[i+n] == ' '
}

func spaceBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.IsSpace(r)
}

// inciseEnd returns the byte at which speech goes on behind an attribution that the
// sign at byte from opened, -1 when it does not. Commas are matched by a comma or a
// full stop, dashes by a dash.
func (l *lexicon) inciseEnd(s string, from, to, end int) int {
	if s[from] == ',' {
		for i := to; i+2 < end; i++ {
			if s[i+1] == ' ' && (s[i] == ',' && !l.apposes(s[i+2:end]) || s[i] == '.' && !abbreviated(s[to:i])) {
				return i + 2
			}
		}
		return -1
	}
	for i := to; i < end; {
		r, n := utf8.DecodeRuneInString(s[i:end])
		if isDash(r) && i > to && closesIncise(s, i, n, end) && !markBefore(s, i) {
			rest := strings.TrimLeft(s[i+n:end], " .,:;\u00a0\u202f")
			if rest == "" {
				return -1
			}
			return end - len(rest)
		}
		i += n
	}
	return -1
}

// apposes reports whether s begins with the rest of an attribution whose comma came before it:
// a name, or what somebody is, up to another comma.
func (l *lexicon) apposes(s string) bool {
	head, _, found := strings.Cut(s[:min(len(s), longestIncise)], ", ")
	words := strings.Fields(head)
	if !found || len(words) > maxPhrase {
		return false
	}
	capitals := 0
	for _, w := range words {
		switch {
		case startsUpper(w):
			capitals++
		case l.word(text.Fold(w)).class&isOf == 0:
			return l.word(text.Fold(words[0])).class&(isVoice|isEpithet) != 0
		}
	}
	return capitals > 1
}

// markBefore reports whether a closing mark stands before the space before byte i: „…” – mruknęła.
func markBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:i], " \u00a0\u202f"))
	return r == '”' || r == '»' || r == '"'
}

// closesIncise reports whether the dash of n bytes at byte i ends an attribution: between
// spaces, or right behind a word (respondió el escritor—.).
func closesIncise(s string, i, n, end int) bool {
	if spaceBefore(s, i) {
		return s[i] != '-' || i+n < end && s[i+n] == ' '
	}
	return s[i] != '-' && i+n < end && strings.IndexByte(" .,:;", s[i+n]) >= 0
}

// abbreviated reports whether the word that s ends with is short for another: M. Petit.
func abbreviated(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && utf8.RuneCountInString(word) <= 2
}

// nextDash returns the next dash between spaces with the spaces around it, -1 when
// there is none.
func nextDash(s string, from, end int) (start, stop int) {
	for i := from; i < end; {
		r, n := utf8.DecodeRuneInString(s[i:end])
		if isDash(r) && i > from && i+n < end && s[i-1] == ' ' && s[i+n] == ' ' {
			return i - 1, i + n + 1
		}
		i += n
	}
	return -1, -1
}

// longestIncise bounds the bytes in which the first words of an attribution are looked for.
const longestIncise = 256

// firstWords cuts the first few words off s, elided and clitic ones apart.
func (l *lexicon) firstWords(s string) (words []string) {
	s = s[:min(len(s), longestIncise)]
	for range 6 {
		word, rest, _ := strings.Cut(s, " ")
		s = rest
		word = strings.TrimFunc(word, func(r rune) bool { return unicode.IsPunct(r) && r != '\'' && r != '’' && r != '-' })
		for cut := 0; word != ""; word = word[cut:] {
			if cut = l.joint(word); cut == 0 {
				cut = len(word)
			}
			words = append(words, word[:cut])
		}
	}
	return words
}

// verbOf returns the place of the cue verb that an attribution begins with, auxiliaries
// passed over, -1 when it begins with none.
func (l *lexicon) verbOf(words []string) int {
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		e := l.word(text.Fold(w))
		switch {
		case unicode.IsUpper(r):
			return -1
		case e.class&isVerb != 0:
			return i
		case e.class&(isAuxiliary|isElision|isClitic) == 0:
			return -1
		}
	}
	return -1
}

// attributes reports whether s begins with a cue verb.
func (l *lexicon) attributes(s string) bool { return l.verbOf(l.firstWords(s)) >= 0 }

// lowerVerb reports whether the sign that ends the speech before a dash, and the small
// letter behind it, show an attribution by a verb that is not known: «…!» — ахнул X.
func (l *lexicon) lowerVerb(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " \u00a0"))
	first, _ := utf8.DecodeRuneInString(after)
	if !l.endings || !unicode.IsLower(first) {
		return false
	}
	if word, _, _ := strings.Cut(after, " "); word != strings.TrimRight(word, ".!?…") {
		return false // a sentence ends with it
	}
	words := l.firstWords(after)
	if !strings.ContainsRune(",!?…", last) && !l.beforeName(words) {
		return false
	}
	return l.word(text.Fold(words[0])).class&(isStop|isThat|isPreposition|isArticle|isPronoun|isFirstPerson) == 0
}

// beforeName reports whether the first word, no noun that speaks, stands before a name, but
// for a reflexive word: denerwuje się Maciej.
func (l *lexicon) beforeName(words []string) bool {
	if len(words) < 3 || l.word(text.Fold(words[0])).class&(isVoice|isEpithet|isTitleNoun|isTermWord) != 0 {
		return false
	}
	next := words[1]
	if l.word(text.Fold(next)).class&isReflexive != 0 {
		next = words[2]
	}
	r, _ := utf8.DecodeRuneInString(next)
	return unicode.IsUpper(r)
}

// inverts reports whether s begins with a cue verb and the speaker behind it: a dit le
// maire, dit-il.
func (l *lexicon) inverts(s string) bool {
	words := l.firstWords(s)
	v := l.verbOf(words)
	if v < 0 {
		return false
	}
	for _, w := range words[:v] {
		if l.word(text.Fold(w)).class&isClitic != 0 {
			return true // a-t-il dit
		}
	}
	if v+1 == len(words) || words[v+1] == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(words[v+1])
	return unicode.IsUpper(r) || l.word(text.Fold(words[v+1])).class&(isArticle|isClitic) != 0
}
