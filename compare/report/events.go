package report

import (
	"strings"

	"github.com/storydiff/storydiff/compare"
)

// membersShown is how many articles of an event are named unless all are asked for.
const membersShown = 12

// eventsSection lists the events: what makes each one, and who told it when.
func (v *view) eventsSection() document {
	d := document{heading{1, say("Events")}, paragraph{v.summary()}}
	if len(v.Events) == 0 {
		return append(d, paragraph{say("No story is told by more than one article.")})
	}
	g := grid{
		head:  []string{"event", "what makes it one", "outlets", "first, last", "articles", "copies"},
		right: []bool{false, false, true, false, true, true},
	}
	copies := v.copiesOfOthers()
	for i, e := range v.Events {
		copied := 0
		for _, id := range e.Articles {
			if copies[id] {
				copied++
			}
		}
		g.rows = append(g.rows, []cell{
			words(letter(i)), v.essence(e), words(someOrDash(len(e.Outlets))), times(e),
			words(thousands(len(e.Articles))), words(someOrDash(copied)),
		})
	}
	return append(d, g)
}

// essence tells an event: the headline that says most of what its articles share, the
// words that they share, and the articles.
func (v *view) essence(e compare.Event) cell {
	c := cell{}
	if title := v.headline(e); title != "" {
		c = append(c, line{bold(title)})
	}
	c = append(c, say(strings.Join(e.Terms, ", ")))
	shown := e.Articles
	if !v.options.All {
		shown = first(membersShown, shown)
	}
	names := make([]string, len(shown))
	for i, id := range shown {
		names[i] = v.name(id)
	}
	members := strings.Join(names, ", ")
	if rest := len(e.Articles) - len(shown); rest > 0 {
		members += " and " + thousands(rest) + " more: --all"
	}
	return append(c, line{dim(members)})
}

// headline returns the headline that holds most of the terms of an event, the first
// of equals; empty when no article has one.
func (v *view) headline(e compare.Event) string {
	best, most := "", -1
	for _, id := range e.Articles {
		title := v.article(id).Title
		if title == "" {
			continue
		}
		n, folded := 0, strings.ToLower(title)
		for _, t := range e.Terms {
			if strings.Contains(folded, strings.ToLower(t)) {
				n++
			}
		}
		if n > most {
			best, most = title, n
		}
	}
	return best
}

// copiesOfOthers returns the articles that are copies of another one.
func (v *view) copiesOfOthers() map[string]bool {
	copies := map[string]bool{}
	for _, g := range v.Copies {
		for _, id := range g.Members {
			copies[id] = id != g.Representative
		}
	}
	return copies
}

func someOrDash(n int) string {
	if n == 0 {
		return "–"
	}
	return thousands(n)
}

// times returns the first and the last known day of an event, one when they are the same.
func times(e compare.Event) cell {
	from, to := day(e.First), day(e.Last)
	switch from {
	case "":
		return words("–")
	case to:
		return words(from)
	}
	return cell{say(from), say(to)}
}
