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
	kind   byte // '=' whole line, '<' beginning, '^' beginning of no sentence, '$' end, '~' anywhere
	phrase string
}

// cueTable holds the cues of all languages by the word that must stand at the edge
// of the line, so that most lines are compared with none.
type cueTable struct {
	first, last map[string][]cue
	inside      map[string][]cue // by the first two bytes of the phrase
	begins      [1 << 16]bool    // whether inside holds them
}

var cues = sync.OnceValue(func() *cueTable {
	t := &cueTable{first: map[string][]cue{}, last: map[string][]cue{}, inside: map[string][]cue{}}
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
		t.inside[c.phrase[:2]] = append(t.inside[c.phrase[:2]], c)
		t.begins[twoBytes(c.phrase)] = true
	}
}

// Lines longer than these are paragraphs, whatever they begin or end with.
const (
	maxOpening = 220
	maxInside  = 400
)

// match returns the cue a line holds.
func (t *cueTable) match(line string) (cue, bool) {
	if len(line) > maxInside {
		return cue{}, false
	}
	s := cueForm(line)
	for _, c := range t.first[firstWord(s)] {
		if c.opens(s, line) {
			return c, true
		}
	}
	if quoteMarks(line) {
		return cue{}, false
	}
	for _, c := range t.last[lastWord(s)] {
		if strings.HasSuffix(s, c.phrase) {
			return c, true
		}
	}
	return t.within(s)
}

// within returns the cue that begins with a word somewhere in s.
func (t *cueTable) within(s string) (cue, bool) {
	for i := 0; i+1 < len(s); i++ {
		if i > 0 && s[i-1] != ' ' || !t.begins[twoBytes(s[i:])] {
			continue
		}
		for _, c := range t.inside[s[i:i+2]] {
			if strings.HasPrefix(s[i:], c.phrase) {
				return c, true
			}
		}
	}
	return cue{}, false
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

// cueForm writes a line as cues are written: lower case, plain quotes and dashes,
// no decoration at its ends.
func cueForm(line string) string {
	line = strings.TrimFunc(line, decoration)
	var b strings.Builder
	b.Grow(len(line))
	for i := 0; i < len(line); {
		c := line[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b.WriteByte(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(line[i:])
		b.WriteRune(cueRune(r))
		i += n
	}
	return b.String()
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
