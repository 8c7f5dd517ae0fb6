package framing

import (
	"slices"

	"github.com/storydiff/storydiff/compare/text"
)

// A tally is how many things something befell, by a sentence of an article: "12,000
// trains cancelled". People are left out, whom much befalls in one story.
type tally struct {
	figure
	sentence int
	at       text.Span // in the article
}

func (d *doc) countTallies() []tally {
	var out []tally
	for i, s := range d.sentences {
		if !d.hasFigure(i) {
			continue
		}
		for _, f := range figuresOf(s.Of(d.Text), d.lang()) {
			if f.role != "" && f.Unit == "" && f.Of != "" && f.part == "" && !anyPeople(f.Of) {
				out = append(out, tally{f, i, f.Shift(s.Start)})
			}
		}
	}
	return out
}

// sameSort reports whether two tallies count things of one kind that the same befell.
func (t tally) sameSort(u tally) bool {
	return t.role == u.role && (t.Of == u.Of || oneKind(t.Of, u.Of))
}

// onlyTallies reports whether the amounts at two places tally the same sort of things, of
// which neither article tallies another number: then both are of one thing, however
// little else the sentences share.
func onlyTallies(a, b *doc, atA, atB text.Span) bool {
	t, ok := a.onlyTally(atA)
	u, found := b.onlyTally(atB)
	return ok && found && t.sameSort(u)
}

func (d *doc) onlyTally(at text.Span) (tally, bool) {
	i := slices.IndexFunc(d.tallies(), func(t tally) bool { return t.at == at })
	if i < 0 {
		return tally{}, false
	}
	t := d.tallies()[i]
	rival := slices.ContainsFunc(d.tallies(), func(u tally) bool { return t.sameSort(u) && !t.agrees(u.figure) })
	return t, !rival
}

// tallyAlike reports whether two sentences tally the same sort of things.
func tallyAlike(a, b *doc, i, j int) bool {
	return slices.ContainsFunc(a.tallies(), func(t tally) bool {
		return t.sentence == i && slices.ContainsFunc(b.tallies(), func(u tally) bool { return u.sentence == j && t.sameSort(u) })
	})
}
