package article

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutInline takes what is no part of a sentence out of a line.
func (l *line) cutInline() {
	l.cutLinkLists()
	l.cutAsides()
	l.cutEmbeds()
	l.cutDatelines(signedDateline)
}

// cutDatelines takes datelines off the beginning of a line. One that leaves nothing
// behind stays.
func (l *line) cutDatelines(end func(string) int) {
	at := 0
	for n := end(l.text); 0 < n && at+n < len(l.text); n = end(l.text[at:]) {
		at += n
	}
	if at == 0 {
		return
	}
	for i := range l.cuts {
		l.cuts[i].at = max(0, l.cuts[i].at-at)
	}
	front := cut{text: strings.TrimSpace(l.text[:at]), reason: "dateline"}
	l.cuts = slices.Insert(l.cuts, l.datelines, front)
	l.datelines++
	l.text = l.text[at:]
}

// cutCityDateline takes a dateline without an agency off the first paragraph. Further
// down, a place in capitals heads an item of a list.
func (p *page) cutCityDateline() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.reason != "" {
			continue
		}
		before := l.datelines
		l.cutDatelines(anyDateline)
		if l.datelines > before {
			p.judgeLine(l)
		}
		if l.reason == "" && prose(l.text) && !brokenOff(l.text) {
			return
		}
	}
}

// wires are the agencies that sign datelines.
const wires = "|AP|AFP|Reuters|REUTERS|CNN|UPI|PTI|ANI|dpa|DPA|Xinhua|TASS|Bloomberg|CBS|CBSNewYork|CBS News|NBC|NBC News|" +
	"CNNMoney|CNN Business|CNSNews.com|Thomson Reuters Foundation|IANS|EFE|Kyodo|Yonhap|AAP|ANSA|Sputnik|"

// maxDateline bounds datelines: "WASHINGTON and MOSCOW, Russia (Reuters) — ".
const maxDateline = 80

// anyDateline returns where the text behind a dateline of either kind begins: behind
// one of a city alone there may stand one that an agency signs.
func anyDateline(s string) int {
	if n := cityDateline(s); n > 0 {
		return n
	}
	return signedDateline(s)
}

// cityDateline returns where the text begins behind a dateline without an agency, 0
// when there is none: "WASHINGTON — ".
func cityDateline(s string) int {
	head := s[:min(len(s), maxDateline)]
	for _, dash := range []string{" — ", " – ", " - ", " -- "} {
		place, _, ok := strings.Cut(head, dash)
		if ok && cityInCapitals(place) {
			return textAfter(s, len(place)+len(dash))
		}
	}
	return 0
}

// signedDateline returns where the text begins behind a dateline that an agency
// signs, 0 when there is none: "SAMARKAND, Uzbekistan (AP) — ", "(CNN) ".
func signedDateline(s string) int {
	head := s[:min(len(s), maxDateline)]
	open := strings.IndexByte(head, '(')
	size := strings.IndexByte(head[max(open, 0):], ')')
	if open < 0 || size < 0 {
		return 0
	}
	place, agency := strings.TrimSpace(head[:open]), head[open+1:open+size]
	if !oneOf(wires, agency) && (!cityInCapitals(place) || wordCount(agency) > 3 || !names(agency)) {
		return 0
	}
	if place != "" && !placeName(place) {
		return 0
	}
	end := open + size + 1
	rest := strings.TrimLeft(s[end:], " ")
	for _, dash := range []string{"—", "–", "--", "-"} {
		if after, ok := strings.CutPrefix(rest, dash); ok {
			return textAfter(s, len(s)-len(after))
		}
	}
	if place == "" {
		return textAfter(s, end)
	}
	return 0
}

// placeName reports whether s may be the place of a dateline: it opens with a word
// in capitals, or is a short name.
func placeName(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	all, _ := capitals(strings.Trim(first, ",./"))
	return all || wordCount(s) <= 4 && names(strings.ReplaceAll(s, ",", ""))
}

// cityInCapitals reports whether s is a place as datelines without an agency write
// it: one to three words in capitals, then perhaps a state or country and a date.
func cityInCapitals(s string) bool {
	city, rest, _ := strings.Cut(s, ",")
	all, words := capitals(city)
	if !all || words > 3 || strings.ContainsAny(city, ":?!\"“‘'’") {
		return false
	}
	return wordCount(rest) <= 4 && (rest == "" || names(rest))
}

// textAfter returns where the text behind a dateline begins; 0 when what stands
// there is not the beginning of a sentence.
func textAfter(s string, at int) int {
	at += len(s[at:]) - len(strings.TrimLeft(s[at:], " "))
	r, _ := utf8.DecodeRuneInString(s[at:])
	if unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("“\"‘'«„", r) {
		return at
	}
	return 0
}

// asides open a call to read more in brackets at the end of a paragraph.
var asides = []string{"(RELATED: ", "(READ MORE: ", "(SEE ALSO: ", "(READ: ", "(ALSO READ: ", "[RELATED: ", "[READ MORE: "}

// cutAsides takes a call to read more in brackets off the end of a line.
func (l *line) cutAsides() {
	for strings.HasSuffix(l.text, ")") || strings.HasSuffix(l.text, "]") {
		tail := max(0, len(l.text)-maxOpening)
		at := -1
		for _, aside := range asides {
			at = max(at, strings.LastIndex(l.text[tail:], aside))
		}
		if at < 0 || tail+at == 0 {
			return
		}
		at += tail
		left := strings.TrimRightFunc(l.text[:at], unicode.IsSpace)
		l.cuts = append(l.cuts, cut{l.text[at:], "call to read more", len(left)})
		l.text = left
	}
}

// Some sites print, behind a person's name, a list of links about them: the full
// name again, headlines glued to it, and the word MORE. It stands in mid-sentence.
const (
	linkListEnd = " MORE"
	maxLinkList = 700
)

// These bound how many words MORE are looked at in one line: those that end no list,
// and all.
const (
	maxNotLists = 20
	maxLists    = 100
)

// cutLinkLists takes such lists out of the line. It writes the line anew, so that
// every list is looked for in what stays.
func (l *line) cutLinkLists() {
	if !strings.Contains(l.text, strings.TrimSpace(linkListEnd)) {
		return
	}
	var kept []byte
	rest, misses := l.text, 0
	for misses < maxNotLists && len(l.cuts) < maxLists {
		at := strings.Index(rest, linkListEnd)
		if at < 0 {
			break
		}
		end := at + len(linkListEnd)
		kept = append(kept, rest[:end]...)
		rest = rest[end:]
		from := max(0, len(kept)-maxLinkList)
		start := linkListStart(string(kept[from:]))
		if start < 0 || !wordEnds(rest) {
			misses++
			continue
		}
		stretch := string(kept[from+start:])
		kept = bytes.TrimRightFunc(kept[:from+start], unicode.IsSpace)
		l.cuts = append(l.cuts, cut{stretch, "list of links", len(kept)})
	}
	if len(l.cuts) > 0 {
		l.text = string(kept) + rest
	}
}

func wordEnds(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// linkListStart returns where the list that ends s begins, or -1: at the full name
// whose last word is glued to the first headline and stood just before it.
func linkListStart(s string) int {
	for i := 1; i < len(s); i++ {
		if !lowerThenUpper(s, i) {
			continue
		}
		word := strings.LastIndexByte(s[:i], ' ') + 1
		if start := nameBefore(s, word, s[word:i]); start > 0 {
			return start
		}
	}
	return -1
}

// lowerThenUpper reports whether a lower-case letter stands before i and a capital
// or a digit at i, as where two texts were glued.
func lowerThenUpper(s string, i int) bool {
	c := s[i]
	glued := 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	return glued && 'a' <= s[i-1] && s[i-1] <= 'z'
}

// nameBefore looks back from a glued surname for the same surname as its own word,
// at most four words earlier, and returns where the full name in between begins.
func nameBefore(s string, word int, surname string) int {
	if len(surname) < 3 {
		return -1
	}
	at := word
	for range 5 {
		space := strings.LastIndexByte(strings.TrimRight(s[:at], " "), ' ')
		w := strings.TrimSpace(s[space+1 : at])
		if w == surname || strings.HasSuffix(w, surname) && w != surname {
			return at
		}
		if space < 0 {
			return -1
		}
		at = space + 1
	}
	return -1
}
