package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences returns the sentences of s, space trimmed. A line break always ends
// one. A quotation mark that closes right after the end belongs to the sentence,
// and a sentence goes on in lower case after a closed quote (“Why?” he asked).
// lang is an ISO 639-1 code, or empty; it chooses the abbreviations.
func Sentences(s, lang string) []Span {
	spans := make([]Span, 0, len(s)/100+1)
	l := languageData(lang)
	for _, p := range Paragraphs(s) {
		spans = appendSentences(spans, s[:p.End], p.Start, l)
	}
	return spans
}

// appendSentences appends the sentences of the paragraph that s ends with.
func appendSentences(spans []Span, s string, start int, l *language) []Span {
	for start < len(s) {
		end, next := sentenceFrom(s, start, l)
		spans = append(spans, Span{start, end})
		start = next
	}
	return spans
}

// SentenceFrom returns the sentence that begins at start, in a paragraph that s ends with,
// and where the next one does, len(s) behind the last: for those who need but a few of
// what Sentences returns.
func SentenceFrom(s string, start int, lang string) (sentence Span, next int) {
	end, next := sentenceFrom(s, start, languageData(lang))
	return Span{start, end}, next
}

func sentenceFrom(s string, start int, l *language) (end, next int) {
	for i := start; i < len(s); {
		mark := nextTerminator(s, i)
		if mark == len(s) {
			break
		}
		end, ends := sentenceEnd(s, start, mark, l)
		if ends {
			return end, skipSpace(s, end)
		}
		i = end
	}
	return len(s), len(s)
}

// nextTerminator returns the first mark at or after i that may end a sentence.
func nextTerminator(s string, i int) int {
	for ; i < len(s); i++ {
		if beginsTerminator[s[i]] && terminatorAt(s, i) > 0 {
			return i
		}
	}
	return i
}

// beginsTerminator holds the first bytes of the marks that terminatorAt knows.
var beginsTerminator = [256]bool{'.': true, '!': true, '?': true, 0xd8: true, 0xdb: true, 0xe0: true, 0xe2: true, 0xe3: true, 0xef: true}

// terminatorAt returns the size of the terminator at i, or 0.
func terminatorAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	if s[i] < utf8.RuneSelf {
		if s[i] == '.' || s[i] == '!' || s[i] == '?' {
			return 1
		}
		return 0
	}
	switch r, size := utf8.DecodeRuneInString(s[i:]); r {
	case '…', '‼', '⁇', '⁈', '⁉', '。', '！', '？', '．', '।', '؟', '۔':
		return size
	}
	return 0
}

// sentenceEnd judges the mark at i. It returns where the sentence ends, closing
// quotes included, or where to look on.
func sentenceEnd(s string, start, i int, l *language) (end int, ends bool) {
	end = i
	wide := false // CJK marks need no space after them
	for size := terminatorAt(s, end); size > 0; size = terminatorAt(s, end) {
		wide = size == 3 && s[end] != 0xe2
		end += size
	}
	marksEnd := end
	end = closers(s, end)
	next := skipSpace(s, end)
	if next == len(s) {
		return len(s), true
	}
	if next == end && !wide {
		return end, false
	}
	if i > start && (s[i-1] == '(' || s[i-1] == '[') {
		return end, false // "[…]", "(!)"
	}
	if wide {
		return end, !isLowerAt(s, next) && (end == marksEnd || !strings.HasPrefix(s[next:], "と"))
	}
	if !startsSentence(s, next) || abbreviated(s, start, i, marksEnd, end, next, l) {
		return end, false
	}
	return end, end == marksEnd || !l.attributes(s, next)
}

// longestSpeaker is the most words of a name before its verb.
const longestSpeaker = 4

// attributes reports whether a quote that ended before i is followed by who said it,
// and by nothing more: (“Why now?”) Mary Smith asked.
func (l *language) attributes(s string, i int) bool {
	if len(l.speechVerbs) == 0 {
		return false
	}
	for range longestSpeaker {
		start, end := nextWord(s, i)
		w := s[start:end]
		if start != i || !IsCapital(w) || l.stop[wordNorm(w)] {
			return false
		}
		if end < len(s) && s[end] == '.' && l.abbreviations[wordNorm(w)] == beforeName {
			end++
		}
		i = skipSpace(s, end)
		start, end = nextWord(s, i)
		if start == i && l.speechVerbs[s[start:end]] {
			return end == len(s) || s[end] == '.' || s[end] == ','
		}
	}
	return false
}

// closers returns the end of the closing quotes and brackets that stand at i. A
// quote with a letter right after it opens the next sentence, its space forgotten.
func closers(s string, i int) int {
	end := i
	for end < len(s) {
		size := closerAt(s, end)
		if size == 0 {
			break
		}
		end += size
	}
	if end > i {
		class, _ := classAt(s, end)
		if class == letter || class == digit || class == single && opensInChinese(s[i:end]) {
			return i
		}
	}
	return spacedGuillemet(s, end)
}

// opensInChinese reports whether the last of the marks is one that in Chinese, which
// has no spaces to tell, only opens a quote.
func opensInChinese(marks string) bool {
	return strings.HasSuffix(marks, "“") || strings.HasSuffix(marks, "‘")
}

func closerAt(s string, i int) int {
	switch s[i] {
	case '"', '\'', ')', ']', '}':
		return 1
	case 0xc2, 0xe2, 0xe3, 0xef:
		switch r, size := utf8.DecodeRuneInString(s[i:]); r {
		case '”', '’', '“', '‘', '»', '«', '›', '‹', '」', '』', '）', '】', '》', '″':
			return size
		}
	}
	return 0
}

// spacedGuillemet takes in the » that French sets off with a space.
func spacedGuillemet(s string, i int) int {
	at := skipSpace(s, i)
	if at == i || !strings.HasPrefix(s[at:], "»") {
		return i
	}
	end := at + len("»")
	if class, _ := classAt(s, end); class == other {
		return end
	}
	return i // the German »Zitat«
}

// skipSpace returns the first place at or after i without white space.
func skipSpace(s string, i int) int {
	for i < len(s) {
		if s[i] < utf8.RuneSelf {
			if s[i] != ' ' && s[i] != '\t' {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' {
			return i
		}
		i += size
	}
	return i
}

// startsSentence reports whether what stands at i can open a sentence: a capital,
// a figure or a script without capitals, after any quotes, brackets and dashes.
func startsSentence(s string, i int) bool {
	if s[i] == '[' && terminatorAt(s, i+1) > 0 {
		return true // "[…] And then"
	}
	i = skipOpeners(s, i)
	if i == len(s) || terminatorAt(s, i) > 0 {
		return i < len(s) && s[i] == '.' && i+1 < len(s) && isDigitByte(s[i+1])
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	if unicode.IsLower(r) {
		after, _ := utf8.DecodeRuneInString(s[i+size:])
		return unicode.IsUpper(after) // iPhone, eBay
	}
	return r != ',' && r != ';' && r != ':'
}

func skipOpeners(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isOpener(r) && !unicode.IsSpace(r) {
			return i
		}
		i += size
	}
	return i
}

func isOpener(r rune) bool {
	switch r {
	case '"', '\'', '(', '[', '{', '“', '”', '‘', '’', '„', '‚', '«', '»', '‹', '›', '「', '『', '（', '《', '【',
		'-', '–', '—', '―', '•', '·', '*', '¿', '¡':
		return true
	}
	return false
}

func isLowerAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLower(r)
}

func isDigitByte(c byte) bool { return '0' <= c && c <= '9' }
