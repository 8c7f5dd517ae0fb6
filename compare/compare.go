// Package compare is the front door of storydiff: it compares how outlets told the
// same story and composes what the engines find into one Report.
package compare

import (
	"cmp"
	"context"
	"slices"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/dedup"
	"github.com/storydiff/storydiff/compare/framing"
	"github.com/storydiff/storydiff/compare/ledger"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/similar"
)

// AllPairs is the largest number of articles of which every pair is compared in
// full and listed. Among more, pairs are found through an index of rare words, and
// those that turn out different are only counted.
const AllPairs = 20

// Signals lists the framing signals in the order in which a sheet shows them.
var Signals = []string{
	framing.Headlines, framing.Verbs, framing.Naming, framing.LoadedWords, framing.Numbers,
	framing.Leads, framing.Coverage, framing.Voices, framing.Certainty, framing.Independence,
}

// Options set what a comparison does. The zero value does everything.
type Options struct {
	Signals []string // those of Signals to compute; nil for all that are on by default

	// EventsOnly finds events and copies and nothing else: no quotes, no pairs with
	// their evidence, no ledgers, no framing.
	EventsOnly bool

	// QuotesOnly finds the quotes of each article and compares nothing.
	QuotesOnly bool

	// Source, when given, is what was said: a transcript, a press release, the text of
	// a recording. Every outlet's quotes are measured against it.
	Source *article.Article

	// Settings are recorded in the report besides those of the comparison: how the
	// inputs were read.
	Settings map[string]string

	// Progress, when given, is told how much of a step is done. Calls come one at a
	// time, from several goroutines.
	Progress func(step string, done, total int)
}

// Articles compares articles. The report is the same whatever their order and the
// number of cores. It fails only when ctx is done.
func Articles(ctx context.Context, articles []*article.Article, o Options) (*Report, error) {
	c := comparison{options: o, articles: order(articles)}
	c.readings = make([]*quote.Reading, len(c.articles))
	for i, a := range c.articles {
		c.readings[i] = quote.Read(a)
	}
	if o.Source != nil {
		c.source = quote.Read(o.Source)
	}
	c.comparer = similar.NewComparer(c.readings)
	for _, step := range c.steps() {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	return c.report(), nil
}

// steps returns what is to be done, in order.
func (c *comparison) steps() []func(context.Context) error {
	switch {
	case c.options.QuotesOnly:
		return []func(context.Context) error{c.read}
	case c.options.EventsOnly:
		return []func(context.Context) error{c.find, c.group}
	}
	return []func(context.Context) error{c.find, c.read, c.compare, c.group, c.tell}
}

// A comparison is the work of one call, filled step by step.
type comparison struct {
	options  Options
	articles []*article.Article // in the order of the report
	readings []*quote.Reading
	source   *quote.Reading // nil when there is none
	comparer *similar.Comparer
	judged   []similar.Pair // all that may be near, without evidence
	copied   []dedup.Copy   // all that overlap
	pairs    []pair         // listed, ordered by A then B
	unlisted int            // pairs neither listed nor related
	events   []similar.Event
	groups   []dedup.Group
	tellings []telling // one for each event
}

// A pair is two articles and how they stand to each other.
type pair struct {
	similar.Pair
	copy dedup.Copy
}

// A telling is what the articles of one event have and do not have in common.
type telling struct {
	utterances []ledger.Utterance
	findings   []framing.Finding
	alignments []alignment
}

// find finds the pairs of articles that may be near to each other.
func (c *comparison) find(ctx context.Context) error {
	if err := c.each(ctx, "weighing", len(c.readings), c.comparer.Prepare); err != nil {
		return err
	}
	c.judged = c.comparer.Pairs()
	if c.options.EventsOnly {
		c.comparer = nil // nothing is compared in full, and what it remembers is large
	}
	c.copied = dedup.Pairs(c.readings)
	return ctx.Err()
}

// read finds the quotes of every article, which is the dearest thing about it.
func (c *comparison) read(ctx context.Context) error {
	return c.each(ctx, "reading", len(c.readings), func(i int) { c.readings[i].Quotes() })
}

// compare judges the pairs that are worth it, with evidence.
func (c *comparison) compare(ctx context.Context) error {
	keys := c.candidates()
	c.pairs = make([]pair, len(keys))
	copies := dedup.NewComparer(c.readings)
	return c.each(ctx, "comparing", len(keys), func(i int) {
		a, b := keys[i][0], keys[i][1]
		copied, known := c.copyOf(a, b)
		if !known {
			copied = copies.Compare(a, b)
		}
		c.pairs[i] = pair{c.comparer.Compare(a, b), copied}
	})
}

// copyOf returns how two articles overlap, when they are known to.
func (c *comparison) copyOf(a, b int) (dedup.Copy, bool) {
	i, known := slices.BinarySearchFunc(c.copied, [2]int{a, b}, func(x dedup.Copy, pair [2]int) int {
		return cmp.Or(cmp.Compare(x.A, pair[0]), cmp.Compare(x.B, pair[1]))
	})
	if !known {
		return dedup.Copy{}, false
	}
	return c.copied[i], true
}

// candidates returns the pairs to list: all of a few articles, those related or
// closer among many.
func (c *comparison) candidates() [][2]int {
	n := len(c.articles)
	var keys [][2]int
	if n <= AllPairs {
		for a := range n {
			for b := a + 1; b < n; b++ {
				keys = append(keys, [2]int{a, b})
			}
		}
		return keys
	}
	for _, p := range c.judged {
		if p.Verdict == similar.SameEvent || p.Verdict == similar.Related {
			keys = append(keys, [2]int{p.A, p.B})
		}
	}
	for _, p := range c.copied {
		keys = append(keys, [2]int{p.A, p.B})
	}
	slices.SortFunc(keys, func(x, y [2]int) int { return slices.Compare(x[:], y[:]) })
	keys = slices.Compact(keys)
	c.unlisted = n*(n-1)/2 - len(keys)
	return keys
}

// group joins the pairs into events and groups of copies.
func (c *comparison) group(context.Context) error {
	c.events = similar.Events(c.readings, c.judged)
	c.groups = dedup.Groups(c.copies(), len(c.articles))
	for i, g := range c.groups {
		c.groups[i].Representative = c.fullest(g.Members)
	}
	return nil
}

// copies returns how the articles of each pair overlap.
func (c *comparison) copies() []dedup.Copy {
	if c.options.EventsOnly {
		return c.copied
	}
	copies := make([]dedup.Copy, len(c.pairs))
	for i, p := range c.pairs {
		copies[i] = p.copy
	}
	return copies
}

// fullest returns the longest of some articles: nothing says which came first, and the
// longest loses least.
func (c *comparison) fullest(members []int) int {
	return slices.MaxFunc(members, func(a, b int) int {
		return cmp.Or(cmp.Compare(len(c.articles[a].Text), len(c.articles[b].Text)), cmp.Compare(b, a))
	})
}

// tell sets the tellings of each event side by side.
func (c *comparison) tell(ctx context.Context) error {
	c.tellings = make([]telling, len(c.events))
	return c.each(ctx, "telling", len(c.events), func(i int) {
		rs := make([]*quote.Reading, len(c.events[i].Articles))
		for k, a := range c.events[i].Articles {
			rs[k] = c.readings[a]
		}
		us := ledger.Build(rs)
		sheet := framing.Sheet(rs, us, framing.Options{Signals: c.options.Signals})
		if c.source != nil {
			us = ledger.Against(c.source, rs)
		}
		c.tellings[i] = telling{us, sheet, c.align(c.events[i])}
	})
}
