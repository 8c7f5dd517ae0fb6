package ledger

import (
	"strings"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// stockWords is the most words that a stock phrase has.
const stockWords = 4

// stockPhrases returns the groups of short quoted phrases that several articles print
// and nobody is plainly said to have spoken at this event: slogans, names of pacts and
// policies. They are background, and are taken out of ps.
func stockPhrases(ps []*piece, vs *voices) (stock []*cluster, rest []*piece) {
	groups := make(map[string]*cluster)
	var order []string
	for _, p := range ps {
		if p.words == 0 || p.words > stockWords {
			continue
		}
		key := stems(p)
		if groups[key] == nil {
			groups[key] = &cluster{}
			order = append(order, key)
		}
		groups[key].pieces = append(groups[key].pieces, p)
	}
	for _, key := range order {
		if groups[key].isStock(vs) {
			stock = append(stock, groups[key])
		} else {
			delete(groups, key)
		}
	}
	for _, p := range ps {
		if p.kind != quote.Term && !p.titled() && (p.words > stockWords || groups[stems(p)] == nil) {
			rest = append(rest, p)
		}
	}
	return stock, rest
}

// titled reports whether the words are written as titles of works are, with capitals but
// for the smallest: “Cry Me a River”. Headlines write everything so.
func (p *piece) titled() bool {
	words := p.tokens
	if p.headline || p.source || p.said < 2 || p.words > titleWords || strings.ContainsAny(p.text()[:words[len(words)-1].End], "!?.,;:") {
		return false
	}
	lower := false
	for i, w := range words {
		word := w.Of(p.text())
		if !capital(word) && (i == 0 || !small(w.Norm)) && !strings.ContainsAny(word, "0123456789") {
			return false
		}
		lower = lower || strings.ToUpper(word) != word
	}
	return lower && p.reading.Language() != "de"
}

// titleWords is the most words that are taken for a title.
const titleWords = 6

func stems(p *piece) string {
	words := text.Words(strings.ReplaceAll(p.text(), "-", " "))
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = text.Stem(w.Norm, p.reading.Language())
	}
	return strings.Join(out, " ")
}

// isStock reports whether the articles do not agree that one person spoke the words: no
// article names a speaker, or several are named.
func (c *cluster) isStock(vs *voices) bool {
	several, terms, clash := false, 0, false
	for _, p := range c.pieces {
		several = several || p.article != c.pieces[0].article
		clash = clash || !p.voice.meant && !c.pieces[0].voice.meant && vs.clash(p.voice, c.pieces[0].voice)
		if p.kind == quote.Term || !p.voice.known() {
			terms++
		}
	}
	return several && (clash || terms == len(c.pieces))
}
