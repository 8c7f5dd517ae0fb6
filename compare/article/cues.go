package article

import (
	"embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed cues
var cueFiles embed.FS

// A cue is a phrase by which page debris is known.
type cue struct {
	reason string
	kind   byte // '=' whole line, '<' beginning, '^' beginning of no sentence, '$' end, '~' anywhere, '+' anywhere beside another
	phrase string
}

// cueTable holds the cues of all languages by the word that must stand at the edge
// of the line, so that most lines are compared with none.
type cueTable struct {
	first, last map[string][]cue
	inside      [][]cue         // those that begin with the same two bytes
	begins      [1 << 16]uint16 // by two bytes: the place in inside, counted from 1; 0 for none
}

var cues = sync.OnceValue(func() *cueTable {
	t := &cueTable{first: map[string][]cue{}, last: map[string][]cue{}}
	files, _ := cueFiles.ReadDir("cues")
	for _, f := range files {
		data, _ := cueFiles.ReadFile("cues/" + f.Name())
		t.add(string(data))
	}
	return t
})

// add reads one file of cues; the head of cues/en.txt describes its form.
func (t *cueTable) add(file string) {
	reason := ""
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			reason = strings.Trim(line, "[]")
		default:
			t.index(cue{reason, line[0], strings.TrimSpace(line[1:])})
		}
	}
}

func (t *cueTable) index(c cue) {
	switch c.kind {
	case '=':
		c.phrase = strings.TrimFunc(c.phrase, decoration)
		fallthrough
	case '<', '^':
		w := firstWord(c.phrase)
		t.first[w] = append(t.first[w], c)
	case '$':
		w := lastWord(c.phrase)
		t.last[w] = append(t.last[w], c)
	default:
		two := twoBytes(c.phrase)
		if t.begins[two] == 0 {
			t.inside = append(t.inside, nil)
			t.begins[two] = uint16(len(t.inside)) //nolint:gosec // there are a few hundred cues
		}
		t.inside[t.begins[two]-1] = append(t.inside[t.begins[two]-1], c)
	}
}

// Lines longer than these are paragraphs, whatever they begin with or hold. A form may be
// glued into a line of any length up to maxForm.
const (
	maxOpening = 220
	maxInside  = 400
	maxForm    = 1500
)

// match returns the cue a line holds. The words at its edges and the beginnings of the
// others tell that most lines hold none before they are put in cue form.
func (t *cueTable) match(line string) (cue, bool) {
	if len(line) > maxForm {
		return cue{}, false
	}
	s := strings.TrimFunc(line, decoration)
	short := len(line) <= maxInside
	if short {
		if c, ok := t.opening(s, line); ok {
			return c, true
		}
	}
	if quoteMarks(line) {
		return cue{}, false
	}
	if short {
		if c, ok := t.closing(s); ok {
			return c, true
		}
	}
	return t.within(s, short)
}

// opening returns the cue that a line, s without decoration, is or begins with.
func (t *cueTable) opening(s, line string) (cue, bool) {
	var buf [maxEdge]byte
	known := t.first[string(appendCueForm(buf[:0], firstWord(s)))]
	if known == nil {
		return cue{}, false
	}
	form := inCueForm(s)
	for _, c := range known {
		if c.opens(form, line) {
			return c, true
		}
	}
	return cue{}, false
}

// closing returns the cue that s ends with.
func (t *cueTable) closing(s string) (cue, bool) {
	var buf [maxEdge]byte
	known := t.last[string(appendCueForm(buf[:0], lastWord(s)))]
	if known == nil {
		return cue{}, false
	}
	form := inCueForm(s)
	for _, c := range known {
		if strings.HasSuffix(form, c.phrase) {
			return c, true
		}
	}
	return cue{}, false
}

// maxEdge is room for the words at the edges of most lines.
const maxEdge = 32

// within returns the cue that begins with a word somewhere in s, or the second of two
// that tell together. In a long line only those count.
func (t *cueTable) within(s string, short bool) (cue, bool) {
	half := ""
	for i := 0; i+1 < len(s); i++ {
		if i > 0 && s[i-1] != ' ' {
			continue
		}
		place := t.begins[twoInCueForm(s[i:])]
		if place == 0 {
			continue
		}
		for _, c := range t.inside[place-1] {
			if c.kind == '~' && !short || c.phrase == half || !opensInCueForm(s[i:], c.phrase) {
				continue
			}
			if c.kind == '~' || half != "" {
				return c, true
			}
			half = c.phrase
		}
	}
	return cue{}, false
}

// twoInCueForm returns the first two bytes of a string of two bytes or more in cue form.
func twoInCueForm(s string) uint16 {
	if s[0] < utf8.RuneSelf && s[1] < utf8.RuneSelf {
		return uint16(lowerByte(s[0]))<<8 | uint16(lowerByte(s[1]))
	}
	form := inCueForm(s[:min(len(s), 2*utf8.UTFMax)])
	if len(form) < 2 {
		return 0
	}
	return twoBytes(form)
}

// opensInCueForm reports whether s in cue form begins with a phrase.
func opensInCueForm(s, phrase string) bool {
	for i := range len(phrase) {
		if i == len(s) {
			return false
		}
		if s[i] >= utf8.RuneSelf {
			return strings.HasPrefix(inCueForm(s[i:]), phrase[i:])
		}
		if lowerByte(s[i]) != phrase[i] {
			return false
		}
	}
	return true
}

func twoBytes(s string) uint16 { return uint16(s[0])<<8 | uint16(s[1]) }

// opens reports whether a line, s in cue form, is the cue or begins with it.
func (c cue) opens(s, line string) bool {
	if s == strings.TrimSuffix(c.phrase, ":") {
		return true
	}
	if c.kind == '=' || len(line) > maxOpening || !strings.HasPrefix(s, c.phrase) {
		return false
	}
	return c.kind == '<' || !strings.HasSuffix(line, ".")
}

// inCueForm writes s as cues are written: lower case, plain quotes and dashes.
func inCueForm(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || lowerByte(s[i]) != s[i] {
			return string(appendCueForm(make([]byte, 0, len(s)), s))
		}
	}
	return s
}

func appendCueForm(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			b = append(b, lowerByte(c))
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		b = utf8.AppendRune(b, cueRune(r))
		i += n
	}
	return b
}

func lowerByte(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

func cueRune(r rune) rune {
	switch r {
	case '‘', '’', 'ʼ':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	}
	return unicode.ToLower(r)
}

// decoration reports whether r is drawn around markers: "– Advertisement –",
// "*** Read more >>".
func decoration(r rune) bool {
	switch r {
	case '-', '–', '—', '―', '*', '•', '·', '|', '>', '<', '»', '«', '›', '=', '_', '~', '#', '+',
		':', '.', '…', '!', '[', ']', '(', ')', '→', '►', '▶', '▸', '●', '■', '↓':
		return true
	}
	return unicode.IsSpace(r)
}

func firstWord(s string) string {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		s = s[:i]
	}
	head, _, _ := strings.Cut(s, ":")
	return head
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
