package framing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/ledger"
	"github.com/storydiff/storydiff/compare/quote"
)

// Options choose what a sheet holds. The zero value asks for every signal that is on
// by default.
type Options struct {
	Signals []string // names of signals; nil for all that are on by default
}

// A signal is one way in which tellings differ.
type signal struct {
	name string
	find func(*story) []Item
}

// signals lists the signals in the order in which a sheet shows them.
func signals() []signal {
	return []signal{
		{Headlines, headlineItems},
		{Verbs, verbItems},
		{Naming, namingItems},
		{LoadedWords, loadedItems},
		{Numbers, numberItems},
		{Leads, leadItems},
		{Coverage, coverageItems},
		{Voices, voiceItems},
		{Certainty, certaintyItems},
		{Independence, independenceItems},
	}
}

// Sheet compares the tellings of one event. Articles in the findings are indexes into
// rs. Copies of one text and articles of one outlet count as one telling, for which
// the fullest of them stands. With one telling there is nothing to compare, save who
// shares what with whom.
func Sheet(rs []*quote.Reading, us []ledger.Utterance, o Options) []Finding {
	if len(rs) < 2 {
		return nil
	}
	st := newStory(rs, us)
	var out []Finding
	for _, s := range signals() {
		if !o.wants(s.name) {
			continue
		}
		if items := s.find(st); len(items) > 0 {
			out = append(out, Finding{s.name, inOrder(items)})
		}
	}
	return out
}

func (o Options) wants(name string) bool {
	if o.Signals != nil {
		return slices.Contains(o.Signals, name)
	}
	return DefaultOff(name) == ""
}

// inOrder sorts items by weight, then by their words, so that the order of the
// articles decides nothing.
func inOrder(items []Item) []Item {
	for i := range items {
		items[i].Weight = align.Round(min(1, max(0, items[i].Weight)))
		slices.SortFunc(items[i].Sides, func(a, b Side) int { return cmp.Compare(a.Article, b.Article) })
	}
	slices.SortStableFunc(items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Topic, b.Topic), strings.Compare(a.key(), b.key()))
	})
	return items
}

// key joins the words of an item, whatever the order of its sides.
func (it Item) key() string {
	var said []string
	for _, s := range it.Sides {
		for _, w := range s.Said {
			said = append(said, w.Text)
		}
	}
	slices.Sort(said)
	return strings.Join(said, "\x00")
}
