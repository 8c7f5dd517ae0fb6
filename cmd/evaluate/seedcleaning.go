package main

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/text"
)

// judgeCleaning counts the debris lines that are gone and said to be, and the
// sentences of the articles that went with them.
func (g *seedGold) judgeCleaning(m *measured, seeds []seed) {
	var lines, removed, lost, sentences int
	for _, s := range seeds {
		debris := g.Debris[s.key]
		for _, line := range debris {
			lines++
			if s.removed(line) {
				removed++
			} else {
				m.remark("  %s: debris %q", s.key, line)
			}
		}
		for line := range strings.Lines(s.raw) {
			fold := foldMarks(line)
			if slices.ContainsFunc(debris, func(d string) bool { return len(fold.find(d)) > 0 }) {
				continue
			}
			for _, p := range text.Sentences(line, "en") {
				if sentence := p.Of(line); finished(sentence) {
					sentences++
					if !s.keeps(sentence) {
						lost++
						m.remark("  %s: lost %q", s.key, sentence)
					}
				}
			}
		}
	}
	m.set("debris_removed", float64(removed), lines)
	m.set("sentences_lost", float64(lost), sentences)
}

// removed reports whether a line of debris is out of the text and listed.
func (s seed) removed(line string) bool {
	listed := func(r article.Removal) bool { return len(foldMarks(r.Text).find(line)) > 0 }
	return !s.keeps(line) && slices.ContainsFunc(s.reading.Removed, listed)
}

// keeps reports whether the words stand in the article's text.
func (s seed) keeps(words string) bool {
	return len(s.fold.find(strings.Trim(words, " \t\n•*"))) > 0
}

// finished reports whether a sentence ends as sentences do; headings do not.
func finished(sentence string) bool {
	end := strings.TrimRight(sentence, "\n ”’\"')")
	return strings.HasSuffix(end, ".") || strings.HasSuffix(end, "!") || strings.HasSuffix(end, "?")
}
