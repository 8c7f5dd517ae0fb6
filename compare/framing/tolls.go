package framing

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/text"
)

// A toll is how many people the event befell, by one article: those killed, hurt,
// arrested, or gathered. It is the only number that the article gives of them.
type toll struct {
	at       text.Span
	sentence int
	number   figure
}

// tollRoles are what befalls people in an event as a whole, with the words readers see.
var tollRoles = [...]struct{ role, topic string }{
	{"killed", "people killed"},
	{"injured", "people injured"},
	{"arrested", "people arrested or held"},
	{"missing", "people missing"},
	{"displaced", "people displaced"},
	{"rescued", "people rescued"},
	{"gathered", "people gathered"},
}

// tollItems compares the tolls of two articles: whatever else the sentences say, they are
// of one event, when one of them stands where its article tells what happened.
func (st *story) tollItems(a, b *doc) []Item {
	var items []Item
	for i, r := range tollRoles {
		x, ok := a.tollOf(r.role)
		y, found := b.tollOf(r.role)
		if !ok || !found || x.number.agrees(y.number) || x.number.far(y.number) || !a.early(x.sentence) && !b.early(y.sentence) {
			continue
		}
		if a.hasAmount(b, y.at, a.sentences[x.sentence].Span) || b.hasAmount(a, x.at, b.sentences[y.sentence].Span) {
			continue
		}
		it := st.figureItem(a, b, align.Match{A: x.sentence, B: y.sentence}, figurePair{a: x.at, b: y.at, topic: r.topic})
		it.Weight += float64(0.01 * float64(len(tollRoles)-i)) // the dead before the arrested
		items = append(items, it)
	}
	return items
}

// earlySentences is how many sentences behind the lede an article tells what happened in.
const earlySentences = 3

func (d *doc) early(s int) bool { return s <= d.lede()+earlySentences }

// tollOf returns the toll of a role, when the article gives but one.
func (d *doc) tollOf(role string) (toll, bool) {
	var found []toll
	for i, s := range d.sentences {
		if !d.hasFigure(i) || d.ofOtherTimes(i) {
			continue
		}
		for _, f := range figuresOf(s.Of(d.Text), d.lang()) {
			if f.tollRole() == role && f.part == "" && f.sort == "" {
				found = append(found, toll{f.Shift(s.Start), i, f})
			}
		}
	}
	if len(found) == 0 || slices.ContainsFunc(found, func(t toll) bool { return !t.number.agrees(found[0].number) }) {
		return toll{}, false
	}
	return found[0], true
}

// tollTopic says what people two figures tell of, whoever they are; empty when both do not.
func tollTopic(x, y figure) string {
	for _, r := range tollRoles {
		if x.tollRole() == r.role && y.tollRole() == r.role {
			return r.topic
		}
	}
	return ""
}

// tollRole returns what befell the people that a figure counts, whoever they are; empty
// when it counts people of one sort, or things.
func (x figure) tollRole() string {
	switch {
	case x.Unit != "" || len(x.near) == 0:
		return ""
	case x.Of == "" || anyPeople(x.Of):
		return x.role
	case x.role == "" && figureWords().crowds[x.Of], x.role == "gathered" && figureWords().crowds[x.Of]:
		return "gathered"
	}
	return ""
}

// ofOtherTimes reports whether a sentence tells of what was before, of what is usual, or
// of what might be.
func (d *doc) ofOtherTimes(s int) bool {
	sentence := d.sentences[s].Of(d.Text)
	if len(yearsIn(sentence, d.lang())) > 0 {
		return true
	}
	words, _ := d.wordsIn(d.sentences[s].Span)
	for i, w := range words {
		if figureWords().otherTimes[w.Norm] || w.Norm == "last" && i+1 < len(words) && agoWords(words[i+1].Norm) {
			return true
		}
	}
	return strings.Contains(sentence, "%") || d.speaks(s)
}

func agoWords(norm string) bool {
	switch norm {
	case "year", "month", "week", "summer", "winter", "spring", "autumn", "fall", "decade", "time":
		return true
	}
	return isCalendar(norm)
}
