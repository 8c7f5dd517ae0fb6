package similar

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

const (
	chunks     = 6    // equal stretches that a body is cut into
	chunkWords = 30   // words that a chunk needs to say something
	cohesive   = 0.03 // mean likeness of the chunks below which they tell of several things
)

// cohesion returns how alike the stretches of a body are to each other: a story
// comes back to its names and deeds, a round-up goes on to the next one. Short
// bodies count as cohesive.
//
// The idea is that of lexical cohesion in TextTiling: Hearst, Computational
// Linguistics 23(1), 1997.
func cohesion(body []token) float64 {
	size := len(body) / chunks
	if size < chunkWords {
		return 1
	}
	var parts []vector
	for chunk := range slices.Chunk(body[:size*chunks], size) {
		parts = append(parts, countedVector(chunk))
	}
	var sum float64
	for i := range parts {
		for j := range i {
			sum += cosine(parts[i], parts[j])
		}
	}
	return sum / float64(chunks*(chunks-1)/2)
}

// countedVector weighs stems as the background has counted them: people in office may
// well be what holds a story together.
func countedVector(tokens []token) vector {
	entries := make([]weighted, 0, len(tokens))
	for _, t := range tokens {
		if t.counted > 0 {
			entries = append(entries, weighted{t.term, t.counted})
		}
	}
	return newVector(damped(entries))
}

// liveBlog reports whether a headline announces a page that is added to all day.
func liveBlog(title string) bool {
	folded := " " + text.Fold(title) + " "
	for _, cue := range []string{
		" live updates", " live blog", " liveblog", " as it happened", " live-ticker",
		" liveticker", " newsblog", " en direct", " en vivo", " última hora", " in diretta",
	} {
		if strings.Contains(folded, cue) {
			return true
		}
	}
	return false
}

// manyEvents says that one of the two tells of several things, so that what they
// share need not be the news of both.
func manyEvents(p *pairing) []Evidence {
	all := make([]Evidence, 0, 2)
	for i, s := range []*side{p.a, p.b} {
		note := ""
		switch {
		case s.profile.roundUp:
			note = "a round-up: its parts tell of different things"
		case liveBlog(s.Title):
			note = "a live blog, which may tell of more than one thing"
		default:
			continue
		}
		e := Evidence{Kind: "round-up", Weight: 0.5, Note: note}
		opening := []text.Span{{Start: 0, End: s.lead}}
		if i == 0 {
			e.A = opening
		} else {
			e.B = opening
		}
		all = append(all, e)
	}
	return all
}
