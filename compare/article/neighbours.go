package article

import "strings"

// judgeNeighbours judges the lines that stay by what stands around them.
func (p *page) judgeNeighbours() {
	var waiting []int
	for i := range p.lines {
		l := &p.lines[i]
		if l.reason != "" || len(l.text) > maxCaption {
			continue
		}
		l.reason = p.judgeAmong(i)
		if l.reason != "" && len(quotations(l.text)) > 0 {
			waiting = append(waiting, i)
		}
	}
	p.keepQuotations(waiting)
	p.repeats()
	p.teasers()
	p.bios()
}

// judgeAmong returns what line i is taken for among its neighbours.
func (p *page) judgeAmong(i int) string {
	switch {
	case p.aboveDateline(i):
		return "byline"
	case p.teaserOnTop(i):
		return "teaser headline"
	case p.listedLink(i):
		return listedHeadline
	case p.aboveCredit(i):
		return "caption"
	case p.besidePicture(i):
		return "picture label"
	}
	return ""
}

// staying returns the indexes of the lines that stay.
func (p *page) staying() []int {
	at := make([]int, 0, len(p.lines))
	for i := range p.lines {
		if p.lines[i].reason == "" {
			at = append(at, i)
		}
	}
	return at
}

// aboveDateline reports whether line i names the author above the paragraph that
// opens with the dateline, at the top of the page.
func (p *page) aboveDateline(i int) bool {
	s := p.lines[i].text
	if i > 3 || len(s) > maxByline || wordCount(s) > 5 || ended(s) || !names(s) {
		return false
	}
	for j := i + 1; j < len(p.lines) && j <= i+3; j++ {
		l := &p.lines[j]
		if l.datelines > 0 {
			return true
		}
		if l.reason == "" && (wordCount(l.text) > 5 || !names(l.text)) {
			return false
		}
	}
	return false
}

// teaserOnTop reports whether line i, at the top of the page, breaks off and the text
// begins below it with a dateline: what the page's index says of the story, or another's.
func (p *page) teaserOnTop(i int) bool {
	s := p.lines[i].text
	if i > 3 || len(s) > maxOpening || !brokenOff(s) || quoteMarks(s) {
		return false
	}
	for j := i + 1; j < len(p.lines) && j <= i+3; j++ {
		if p.lines[j].datelines > 0 {
			return true
		}
		if p.lines[j].reason == "" {
			return false
		}
	}
	return false
}

// brokenOff reports whether a line ends in dots, as teasers do.
func brokenOff(s string) bool { return strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") }

const listedHeadline = "headline of another page"

// listedLink reports whether line i belongs to a list of headlines under a call to
// read more that has nothing behind its colon.
func (p *page) listedLink(i int) bool {
	s := p.lines[i].text
	if i == 0 || ended(s) && !strings.HasSuffix(s, "?") || len(s) > maxOpening || quoteMarks(s) {
		return false
	}
	above := &p.lines[i-1]
	return above.reason == listedHeadline ||
		above.reason == "call to read more" && strings.HasSuffix(above.text, ":")
}

// repeats marks lines of eight words or more that stood on the page before, word for
// word (songs repeat shorter ones), and unfinished ones of six words or more that say
// again what a finished sentence says.
func (p *page) repeats() {
	stood := make(map[string]bool, len(p.lines))
	misses, lookups := 0, 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.reason != "" || len(l.text) > maxCaption || len(l.text) < maxByline && wordCount(l.text) < 6 {
			continue
		}
		if stood[l.text] && wordCount(l.text) >= 8 && len(quotations(l.text)) == 0 {
			l.reason = repeatedLine
		}
		stood[l.text] = true
		if l.reason != "" || ended(l.text) || misses >= maxMisses || lookups >= maxLookups {
			continue
		}
		lookups++
		if p.saidInSentence(l.text) {
			l.reason = repeatedLine
		} else {
			misses++
		}
	}
}

// saidInSentence reports whether a line that stays and ends as sentences do holds the
// words of s. Most lines are passed over by a few of its words as they stand.
func (p *page) saidInSentence(s string) bool {
	few := anchor(s)
	words := ""
	for _, l := range p.lines {
		if l.reason != "" || len(l.text) < len(few) || !strings.Contains(l.text, few) || !ended(l.text) {
			continue
		}
		if words == "" {
			words = plain(s)
		}
		if strings.Contains(plain(l.text), words) {
			return true
		}
	}
	return false
}

// anchor returns three words of s that hold no mark which pages set differently.
func anchor(s string) string {
	words := strings.Fields(s)
	for i := 0; i+3 <= len(words); i++ {
		three := strings.Join(words[i:i+3], " ")
		if !strings.ContainsAny(three, "‘’'“”\"„«»–—-") {
			return three
		}
	}
	return words[0]
}

const repeatedLine = "repeated line"

// These bound how often a line is looked for in the rest of the page, in vain and at all.
const (
	maxMisses  = 50
	maxLookups = 1000
)

// aboveCredit reports whether line i, not a finished sentence, stands right above
// a line that is nothing but the credit of a picture.
func (p *page) aboveCredit(i int) bool {
	s := p.lines[i].text
	return i+1 < len(p.lines) && p.lines[i+1].reason == "photo credit" && !ended(s) && wordCount(s) >= 3
}

// maxLabels bounds how many labels are looked up on one page.
const maxLabels = 20

// besidePicture reports whether line i is the label of a picture beside its caption:
// names alone, each of which the article holds elsewhere, and no subheading.
func (p *page) besidePicture(i int) bool {
	s := p.lines[i].text
	if !p.captionBeside(i) {
		return false
	}
	if words := wordCount(s); words < 2 || words > 5 || ended(s) || !names(s) {
		return false
	}
	if p.labels++; p.labels > maxLabels {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		if !capitalised(w) || !p.properName(i, w) {
			return false
		}
	}
	return true
}

func (p *page) captionBeside(i int) bool {
	return i+1 < len(p.lines) && p.lines[i+1].reason == "caption" ||
		i > 0 && p.lines[i-1].reason == "caption"
}

// properName reports whether another line holds the word with its capital inside a
// sentence, and none holds it in lower case.
func (p *page) properName(i int, word string) bool {
	found := false
	for j, l := range p.lines {
		if j == i {
			continue
		}
		if strings.Contains(l.text, " "+strings.ToLower(word)+" ") {
			return false
		}
		found = found || strings.Contains(l.text, " "+word)
	}
	return found
}

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

// maxBios bounds how many authors a page introduces; more are a list of people.
const maxBios = 3

// bios marks the lines about the authors at the end of the page.
func (p *page) bios() {
	staying := p.staying()
	n := len(staying)
	for n > 1 && p.bio(staying[n-1]) {
		n--
		if len(staying)-n > maxBios {
			return
		}
	}
	for _, i := range staying[n:] {
		p.lines[i].reason = "about the author"
	}
}

// maxPersonal is the number of words in the longest name of an author.
const maxPersonal = 5

// bio reports whether the last line says who a person is or how to reach them, and
// the article speaks of that person nowhere else.
func (p *page) bio(i int) bool {
	s := p.lines[i].text
	if len(s) > maxCaption || !personLike(s) {
		return false
	}
	if strings.Contains(s, "can be reached at ") || strings.Contains(s, " on Twitter @") || strings.Contains(s, " on Twitter at @") {
		return true
	}
	words := firstWords(s, maxPersonal+2)
	at := 2
	for at < len(words) && at < maxPersonal && capitalised(words[at]) {
		at++
	}
	if at+1 >= len(words) || words[at] != "is" && words[at] != "was" || !oneOf("|a|an|the|", words[at+1]) {
		return false
	}
	surname := strings.Trim(words[at-1], ",.")
	for j := range i {
		if p.lines[j].reason == "" && strings.Contains(p.lines[j].text, surname) {
			return false
		}
	}
	return true
}
