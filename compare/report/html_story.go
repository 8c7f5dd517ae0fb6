package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/storydiff/storydiff/compare"
)

// An htmlStory is one event and how it was told.
type htmlStory struct {
	Anchor, Letter, Terms string
	Articles              []htmlRef
	Claim                 string
	Bonds                 []htmlReason
	Neighbour             *htmlAlone
	Headlines             []htmlHeadline
	Ledger                htmlLedger
	Signals               []htmlSignal
	Only                  []htmlOnly
	Facts                 *htmlFacts
	Voices                *htmlVoices
	Timeline              []htmlMoment
}

// An htmlHeadline is what one outlet put above its telling.
type htmlHeadline struct {
	Ref       htmlRef
	Text      string
	Published string
}

// storyAnchor names a story by its first article.
func storyAnchor(e compare.Event) string { return "story-" + e.Articles[0] }

func (h *htmlView) stories() []htmlStory {
	out := make([]htmlStory, len(h.Events))
	for i, e := range h.Events {
		out[i] = htmlStory{
			Anchor: storyAnchor(e), Letter: letter(i), Terms: readable(strings.Join(first(5, e.Terms), " · ")),
			Articles: h.refs(e.Articles), Claim: h.heading(e), Bonds: h.reasons(e), Neighbour: h.next(e), Headlines: h.headlines(e),
			Ledger: h.ledger(e), Signals: h.signals(e), Only: h.only(e), Facts: h.facts(e),
			Voices: h.voices(e), Timeline: h.timeline(e),
		}
	}
	return out
}

// heading says in a heading whether the event is one.
func (h *htmlView) heading(e compare.Event) string {
	claim := h.claim(e)
	if claim == "same event" {
		return "Why this is one event"
	}
	return strings.ToUpper(claim[:1]) + claim[1:]
}

// shownBonds is how many reasons for one event the page gives.
const shownBonds = 8

// reasons says what holds an event together, with the words it rests on.
func (h *htmlView) reasons(e compare.Event) []htmlReason {
	bonds := first(shownBonds, h.bonds(e))
	out := make([]htmlReason, len(bonds))
	for i, b := range bonds {
		out[i].Note = readable(b.words())
		for _, id := range e.Articles {
			if s, ok := b.at[id]; ok {
				out[i].Places = append(out[i].Places, htmlRef{Href: h.place(id, s), Text: h.no(id)})
			}
		}
	}
	return out
}

// next names the closest article outside the event.
func (h *htmlView) next(e compare.Event) *htmlAlone {
	p, id, other, ok := h.neighbour(e)
	if !ok {
		return nil
	}
	return &htmlAlone{
		Ref: h.ref(id), Nearest: h.ref(other),
		Verdict: ratedVerdict(p), Why: readable(because(p)),
	}
}

func (h *htmlView) headlines(e compare.Event) []htmlHeadline {
	out := make([]htmlHeadline, len(e.Articles))
	for i, id := range e.Articles {
		a := h.article(id)
		out[i] = htmlHeadline{h.ref(id), cmp.Or(readable(a.Title), "no headline"), a.Published}
	}
	return out
}

// An htmlMoment is when a telling appeared; After is the time since the one before.
type htmlMoment struct {
	Ref       htmlRef
	Published string
	After     string
}

// timeline orders the tellings by time, when at least two are known.
func (h *htmlView) timeline(e compare.Event) []htmlMoment {
	type dated struct {
		id   string
		at   time.Time
		full bool
	}
	var known []dated
	for _, id := range e.Articles {
		if at, full, ok := timeOf(h.article(id).Published); ok {
			known = append(known, dated{id, at, full})
		}
	}
	if len(known) < 2 {
		return nil
	}
	slices.SortStableFunc(known, func(a, b dated) int { return a.at.Compare(b.at) })
	out := make([]htmlMoment, len(known))
	for i, k := range known {
		out[i] = htmlMoment{Ref: h.ref(k.id), Published: h.article(k.id).Published}
		if i > 0 {
			out[i].After = since(k.at.Sub(known[i-1].at), k.full && known[i-1].full)
		}
	}
	return out
}

// timeOf reads a time of publication; full tells a time from a mere date.
func timeOf(published string) (at time.Time, full, ok bool) {
	if at, err := time.Parse(time.RFC3339, published); err == nil {
		return at, true, true
	}
	at, err := time.Parse(time.DateOnly, published)
	return at, false, err == nil
}

// since says a span of time in its largest unit.
func since(d time.Duration, full bool) string {
	switch {
	case d >= 24*time.Hour || !full:
		if days := int(d / (24 * time.Hour)); days > 0 {
			return count(days, "day", "days") + " later"
		}
		return "the same day"
	case d >= time.Hour:
		return strconv.Itoa(int(d/time.Hour)) + " h " + strconv.Itoa(int(d%time.Hour/time.Minute)) + " min later"
	default:
		return strconv.Itoa(int(d/time.Minute)) + " min later"
	}
}
