package article

import "strings"

// keepQuotations takes back the judgement of those lines that hold a quotation
// which no line that stays holds too.
func (p *page) keepQuotations(waiting []int) {
	if len(waiting) == 0 {
		return
	}
	kept := p.keptWords()
	misses := 0
	for n, i := range waiting {
		if n >= maxLookups || misses >= maxMisses || !holdsAll(kept, quotations(p.lines[i].text)) {
			p.lines[i].reason = ""
			misses++
		}
	}
}

func (p *page) keptWords() string {
	var b strings.Builder
	for _, l := range p.lines {
		if l.reason == "" {
			b.WriteString(plain(l.text))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func holdsAll(words string, quotes []string) bool {
	for _, q := range quotes {
		if !strings.Contains(words, plain(q)) {
			return false
		}
	}
	return true
}

// quotations returns the stretches of a line between quotation marks. A mark that is
// not closed opens one to the end. Between single marks words count from three on:
// they hold names and terms too, and are often apostrophes.
func quotations(s string) []string {
	var found []string
	for s != "" {
		at := openingMark(s)
		if at < 0 {
			break
		}
		size, closing := closingMark(s[at:])
		single := strings.HasPrefix(s[at:], "‘")
		s = s[at+size:]
		inner := s
		if end := strings.Index(s, closing); end >= 0 {
			inner, s = s[:end], s[end+len(closing):]
		} else {
			s = ""
		}
		if n := wordCount(inner); n >= 3 || n > 0 && !single {
			found = append(found, inner)
		}
	}
	return found
}

// openingMark returns the byte of the first mark that may open a quotation, or -1.
func openingMark(s string) int {
	for i := range len(s) {
		if c := s[i]; c == '"' || c >= firstOfMark && (strings.HasPrefix(s[i:], "“") || strings.HasPrefix(s[i:], "‘") ||
			strings.HasPrefix(s[i:], "„") || strings.HasPrefix(s[i:], "«")) {
			return i
		}
	}
	return -1
}

// closingMark returns the length of the opening mark s begins with, and the mark
// that closes it.
func closingMark(s string) (size int, closing string) {
	switch {
	case strings.HasPrefix(s, "“"):
		return len("“"), "”"
	case strings.HasPrefix(s, "„"):
		return len("„"), "“"
	case strings.HasPrefix(s, "«"):
		return len("«"), "»"
	case strings.HasPrefix(s, "‘"):
		return len("‘"), "’"
	}
	return 1, "\""
}
