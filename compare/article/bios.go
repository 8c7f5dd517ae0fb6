package article

import "strings"

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
