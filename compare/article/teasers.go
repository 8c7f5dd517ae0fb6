package article

import "strings"

// maxTeaser bounds a headline and its second line.
const maxTeaser = 140

// teasers marks, between two paragraphs, the headline of another story with its
// second line: two sentences, the last without an end, set otherwise than the page. A
// paragraph that merely lost its full stop is set like the others.
func (p *page) teasers() {
	staying := p.staying()
	var set *setting
	for n := 1; n+1 < len(staying); n++ {
		l := &p.lines[staying[n]]
		if !teaser(l.text) || !prose(p.lines[staying[n-1]].text) || !prose(p.lines[staying[n+1]].text) {
			continue
		}
		if set == nil {
			set = p.setting(staying)
		}
		if set.odd(l.text) {
			l.reason = "teaser headline"
		}
	}
}

func teaser(s string) bool {
	return len(s) <= maxTeaser && !ended(s) && !quoteMarks(s) && !post(s) && innerEnd(s)
}

// A setting counts the lines of a page by how they are set.
type setting struct{ wide, straight, curly int }

func (p *page) setting(lines []int) *setting {
	s := new(setting)
	for _, i := range lines {
		t := p.lines[i].text
		s.wide += count(t, wideGap)
		s.straight += count(t, "'")
		s.curly += count(t, "’")
	}
	return s
}

const wideGap = "  "

func count(s, mark string) int {
	if strings.Contains(s, mark) {
		return 1
	}
	return 0
}

// odd reports whether a line alone on its page parts its sentences by a wide gap, or
// writes straight apostrophes where the others are curly.
func (s *setting) odd(line string) bool {
	return s.wide == 1 && count(line, wideGap) == 1 ||
		s.straight == 1 && s.curly > 0 && count(line, "'") == 1
}

// post reports whether a line is a post on a social network that the page shows:
// what somebody said, though without quotation marks.
func post(s string) bool {
	return strings.ContainsAny(s, "@#") || strings.Contains(s, "http") || strings.Contains(s, "— ")
}

// innerEnd reports whether a sentence of at least four words ends inside s and
// another of at least three begins.
func innerEnd(s string) bool {
	for _, mark := range []string{". ", "? ", "! "} {
		head, tail, ok := strings.Cut(s, mark)
		if ok && wordCount(head) >= 4 && wordCount(tail) >= 3 && capitalised(strings.TrimSpace(tail)) && len(lastWord(head)) > 3 {
			return true
		}
	}
	return false
}
