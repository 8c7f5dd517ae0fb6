package similar

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
)

// A corpus makes articles about made-up events of a made-up country: reports of one
// event share its people, place, deed and figures, all share the words of news.
type corpus struct{ *rand.Rand }

func newCorpus() corpus { return corpus{rand.New(rand.NewPCG(7, 11))} }

// articles returns n articles, some four for each event, in random order.
func (c corpus) articles(n int) []*quote.Reading {
	rs := make([]*quote.Reading, 0, n)
	for event := 0; len(rs) < n; event++ {
		e := c.event(event)
		for range min(1+c.IntN(7), n-len(rs)) {
			rs = append(rs, read(c.report(e)))
		}
	}
	c.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
	return rs
}

// A happening is what the reports of one event have in common.
type happening struct {
	day, figure          int
	place, person, thing string
	sentences            []string
}

var (
	subjects = strings.Fields("residents officials engineers farmers nurses teachers drivers auditors fishermen students builders brokers")
	verbs    = strings.Fields("warned found repaired delayed blocked praised counted feared wanted measured ignored defended")
	objects  = strings.Fields("harbour hospital budget railway orchard dam tunnel market school reactor vineyard archive bakery glacier lighthouse")
	asides   = strings.Fields("on the eve of a vote | after weeks of rain | despite an earlier promise | for the second time this year | before the holidays")
)

func (c corpus) event(n int) happening {
	e := happening{
		day: 1 + n%28, figure: 11 + c.IntN(5000),
		place: c.name(), person: c.name() + " " + c.name(), thing: objects[c.IntN(len(objects))],
	}
	for range 18 {
		e.sentences = append(e.sentences,
			fmt.Sprintf("The %s of %s %s a %s %s near the %s", pick(c, subjects), e.place, pick(c, verbs), c.word(), c.word(), e.thing),
			fmt.Sprintf("%s said that %d %s had %s the %s", e.person, e.figure+c.IntN(3), pick(c, subjects), pick(c, verbs), c.word()))
	}
	return e
}

// report tells two thirds of what there is to tell, in an order of its own.
func (c corpus) report(e happening) article.Source {
	told := slices.Clone(e.sentences)
	c.Shuffle(len(told), func(i, j int) { told[i], told[j] = told[j], told[i] })
	told = told[:len(told)*2/3]
	clauses := strings.Split(strings.Join(asides, " "), " | ")
	for i := range told {
		told[i] += " " + pick(c, clauses) + "."
	}
	return article.Source{
		Title:     fmt.Sprintf("%s: %s in %s as %d are counted", e.person, e.thing, e.place, e.figure),
		Published: fmt.Sprintf("2021-03-%02d", e.day),
		Outlet:    "Outlet " + strconv.Itoa(c.IntN(40)),
		Body:      strings.Join(told, "\n\n"),
	}
}

func (c corpus) name() string {
	w := c.word()
	return strings.ToUpper(w[:1]) + w[1:]
}

// word makes up a word.
func (c corpus) word() string {
	syllables := strings.Fields("bar kel mor tan vi ros lun dek fal hru sin zo pet gar nol wik")
	var b strings.Builder
	for range 2 + c.IntN(2) {
		b.WriteString(pick(c, syllables))
	}
	return b.String()
}

func pick(c corpus, of []string) string { return of[c.IntN(len(of))] }

// Among more than a few articles, pairs come from the index. Which ones must not
// depend on the order of the input either.
func TestEventsOutOfManyDoNotDependOnTheOrder(t *testing.T) {
	c := newCorpus()
	rs := c.articles(120)
	want := membersOf(rs)
	if len(want) < 10 {
		t.Fatalf("%d events, want more", len(want))
	}
	for range 5 {
		c.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		if diff := cmp.Diff(want, membersOf(rs)); diff != "" {
			t.Fatalf("shuffled: %s", diff)
		}
	}
}

// membersOf returns the texts and terms of each event.
func membersOf(rs []*quote.Reading) [][]string {
	var events [][]string
	for _, e := range Events(rs, Pairs(rs)) {
		members := []string{strings.Join(e.Terms, ", ")}
		for _, i := range e.Articles {
			members = append(members, rs[i].Text)
		}
		events = append(events, members)
	}
	return events
}
