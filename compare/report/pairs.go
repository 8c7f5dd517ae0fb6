package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare"
)

// reasons is how many notes for or against a line of the overview gives.
const reasons = 3

// notes returns the remarks of a pair's evidence for or against, most telling first, what
// rests on the same words once.
func notes(p compare.Pair, isFor bool) []string {
	var told []bond
	for _, e := range slices.SortedStableFunc(slices.Values(p.Evidence), moreTelling) {
		if b := (bond{e.Note, e.Kind, firstPlaces(p, e)}); e.For == isFor && !slices.ContainsFunc(told, b.same) {
			told = append(told, b)
		}
	}
	out := make([]string, len(told))
	for i, b := range told {
		out[i] = b.note
	}
	return out
}

// first returns at most n of the strings.
func first[T any](n int, s []T) []T { return s[:min(n, len(s))] }

// pairsSection lists the pairs with all that speaks for and against each.
func (v *view) pairsSection() document {
	g := grid{head: []string{"pair", "verdict", "same event", "alike", "for", "against"}, right: []bool{false, false, true, true}}
	for _, p := range v.Pairs {
		g.rows = append(g.rows, []cell{
			words(v.no(p.A) + " + " + v.no(p.B)), words(verdictWords(p.Verdict)), words(chance(p)), words(share(p.Similarity)),
			linesOf(notes(p, true)), linesOf(notes(p, false)),
		})
	}
	d := document{heading{1, say("Pairs")}, v.articleTable(), paragraph{}}
	if len(g.rows) == 0 {
		d = append(d, paragraph{say("No pairs to show.")})
	} else {
		d = append(d, g)
	}
	if v.PairsNotListed > 0 {
		d = append(d, paragraph{line{dim(count(v.PairsNotListed, "other pair is", "other pairs are") + " not related.")}})
	}
	return d
}

// verdictWords says a verdict as a reader would.
func verdictWords(verdict string) string { return strings.ReplaceAll(verdict, "-", " ") }

// chance is how likely a pair tells one event; no number where there is too little text for one.
func chance(p compare.Pair) string {
	if tooLittle(p) {
		return "–"
	}
	return share(p.Probability)
}

func tooLittle(p compare.Pair) bool {
	return slices.ContainsFunc(p.Evidence, func(e compare.Evidence) bool { return e.Kind == "too little text" })
}

// ratedVerdict is the verdict with the chance it rests on.
func ratedVerdict(p compare.Pair) string {
	if tooLittle(p) {
		return verdictWords(p.Verdict)
	}
	return verdictWords(p.Verdict) + " (" + share(p.Probability) + ")"
}

func linesOf(notes []string) cell {
	c := cell{}
	for _, n := range notes {
		c = append(c, say(n))
	}
	return c
}

// nearest returns the pair that comes closest to telling the story of an article,
// among partners outside a set.
func (v *view) nearest(id string, outside []string) (p compare.Pair, other string, ok bool) {
	for _, q := range v.Pairs {
		o := q.A
		if q.A == id {
			o = q.B
		} else if q.B != id {
			continue
		}
		if slices.Contains(outside, o) || q.Verdict == "different" {
			continue
		}
		if !ok || closer(q, p) {
			p, other, ok = q, o, true
		}
	}
	return p, other, ok
}

// closer reports whether pair a is closer than b.
func closer(a, b compare.Pair) bool {
	return cmp.Or(cmp.Compare(a.Probability, b.Probability), cmp.Compare(a.Similarity, b.Similarity)) > 0
}

// because joins the first notes for and against: "shared name Xi; but other day".
func because(p compare.Pair) string {
	s := strings.Join(first(reasons, notes(p, true)), "; ")
	if against := strings.Join(first(reasons, notes(p, false)), "; "); against != "" {
		if s != "" {
			s += "; "
		}
		s += "but " + against
	}
	return s
}

// singles names the articles that tell a story alone, each with the nearest other.
func (v *view) singles() document {
	told := map[string]bool{}
	for _, e := range v.Events {
		for _, id := range e.Articles {
			told[id] = true
		}
	}
	g := grid{head: []string{"", "", ""}, right: []bool{true}}
	for _, a := range v.Articles {
		if told[a.ID] {
			continue
		}
		why := say("nothing telling in common with the others")
		if p, other, ok := v.nearest(a.ID, nil); ok {
			why = line{bold("nearest " + v.no(other)), run{", " + verdictWords(p.Verdict) + ": " + because(p), plain}}
		}
		g.rows = append(g.rows, []cell{words(v.no(a.ID)), words(a.Label), in(why)})
	}
	if len(g.rows) == 0 || len(v.Articles) == 1 {
		return nil
	}
	return document{heading{1, say("Told by one article alone")}, g}
}
