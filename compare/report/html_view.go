package report

import (
	"fmt"
	"hash/fnv"
	"net/url"
	"strings"
	"unicode"

	"github.com/storydiff/storydiff/compare"
)

// An htmlView builds the models that the templates show. It remembers every place
// that something links to, so that the texts can have an anchor there.
type htmlView struct {
	*view
	targets map[string]map[int]bool // starts of the places linked to, by article
	used    map[string]int          // anchors given to rows
	letters map[string]string       // letter of the story an article tells
	factOf  map[sentenceAt]string   // link to the statement that a sentence makes
}

// An htmlRef is a link.
type htmlRef struct {
	Href, Text string
	Title      string // said in full, where Text is short
}

func newHTMLView(r *compare.Report, o Options) *htmlView {
	h := &htmlView{newView(r, o), map[string]map[int]bool{}, map[string]int{}, map[string]string{}, map[sentenceAt]string{}}
	for _, a := range r.Articles {
		h.targets[a.ID] = map[int]bool{}
	}
	if r.Source != nil {
		h.targets[r.Source.ID] = map[int]bool{}
	}
	for i, e := range h.Events {
		for _, id := range e.Articles {
			h.letters[id] = letter(i)
		}
	}
	return h
}

// placeID names the place in an article's text that begins at a code point.
func placeID(id string, start int) string { return fmt.Sprintf("t-%s-%d", id, start) }

// place links to a place in an article's text.
func (h *htmlView) place(id string, s compare.Span) string {
	if s.Start >= s.End || s.End > len(h.runes(id)) {
		return textAnchor(id)
	}
	h.targets[id][s.Start] = true
	return "#" + placeID(id, s.Start)
}

// textAnchor links to the text of an article.
func textAnchor(id string) string { return "#a-" + id }

// ref links to an article by its number.
func (h *htmlView) ref(id string) htmlRef {
	return htmlRef{textAnchor(id), h.no(id), h.article(id).Label}
}

func (h *htmlView) refs(ids []string) []htmlRef {
	out := make([]htmlRef, len(ids))
	for i, id := range ids {
		out[i] = h.ref(id)
	}
	return out
}

// anchor names a row by what it holds, so that the name outlives other rows.
func (h *htmlView) anchor(prefix string, parts ...string) string {
	f := fnv.New64a()
	for _, p := range parts {
		f.Write([]byte(p))
		f.Write([]byte{0})
	}
	name := fmt.Sprintf("%s-%012x", prefix, f.Sum64()>>16)
	h.used[name]++
	if n := h.used[name]; n > 1 {
		name = fmt.Sprintf("%s-%d", name, n)
	}
	return name
}

// source links to words on the page that an article came from, as a text fragment
// (https://wicg.github.io/scroll-to-text-fragment/); empty when its address is unknown.
func (h *htmlView) source(id string, s compare.Span) string {
	address := webAddress(h.article(id).URL)
	if address == "" {
		return ""
	}
	words := strings.Fields(h.words(id, s))
	if len(words) == 0 {
		return address
	}
	address, _, _ = strings.Cut(address, "#")
	fragment := "#:~:text="
	if len(words) <= 8 {
		return address + fragment + fragmentWords(words)
	}
	return address + fragment + fragmentWords(words[:4]) + "," + fragmentWords(words[len(words)-4:])
}

// fragmentWords encodes words for a text fragment, in which dashes and commas have a
// meaning.
func fragmentWords(words []string) string {
	return strings.NewReplacer("+", "%20", "-", "%2D").Replace(url.QueryEscape(strings.Join(words, " ")))
}

// webAddress returns an address that may be linked to, else nothing.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}

// readable makes text safe to show without moving any offset: what could turn the
// direction of its surroundings, or has no look, becomes U+FFFD.
func readable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\u202d' || r == '\u202e' || unicode.IsControl(r) && r != '\n' && r != '\t' {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
