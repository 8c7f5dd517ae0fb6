package article

import (
	"strings"
	"unicode"

	"github.com/storydiff/storydiff/compare/text"
)

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
	p.datesOnTop()
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

// datesOnTop takes away the lines above the first paragraph or below a byline that hold
// the full date of publication and nothing else but the time of day.
func (p *page) datesOnTop() {
	top := true
	for i := range p.lines {
		l := &p.lines[i]
		if l.reason == "" && (top || p.lines[i-1].reason == "byline") && p.dateAlone(l.text) {
			l.reason = "update line"
		}
		top = top && l.reason != ""
	}
}

// maxDateLine bounds lines that hold a date and the time of day.
const maxDateLine = 60

// dateAlone reports whether a line is a full date, perhaps with the time of day or the
// place: "12 December 2023, 9:15 GMT", "Madrid, 14 de febrero de 2025".
func (p *page) dateAlone(s string) bool {
	if len(s) > maxDateLine || year(s) == "" {
		return false
	}
	dates := text.Dates(s, p.language())
	if len(dates) != 1 || dates[0].Day == 0 || dates[0].Month == 0 || dates[0].Year == 0 {
		return false
	}
	before, after := s[:dates[0].Start], s[dates[0].End:]
	return timeOfDay(after) && (timeOfDay(before) || placeBefore(before))
}

// placeBefore reports whether s is a place and the comma that parts it from a date.
func placeBefore(s string) bool {
	place, comma := strings.CutSuffix(strings.TrimSpace(s), ",")
	return comma && names(place) && wordCount(place) <= 3
}

// language returns the language of the lines at the top.
func (p *page) language() string {
	var b strings.Builder
	for _, l := range p.lines[:min(len(p.lines), 12)] {
		b.WriteString(l.text + "\n")
	}
	return text.Language(b.String())
}

// timeOfDay reports whether s holds nothing beyond figures, signs and such short words as
// stand in a time: "at 14.05 GMT", "um 9 Uhr", "à 14h05".
func timeOfDay(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		} else {
			letters = 0
		}
		if letters > len("Uhr")+1 {
			return false
		}
	}
	return true
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
