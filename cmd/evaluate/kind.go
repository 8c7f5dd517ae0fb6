package main

import "fmt"

// A kind is a sort of labelled data: how its files are known and what is measured on them.
type kind struct {
	folder  string            // first folder below the gold folder
	fits    func(fields) bool // tells from the first record
	metrics []metric          // in the order in which they are shown
	measure func(dataset, *settings) (measured, error)
	alone   bool // measures speed: nothing else may run beside it
}

// A metric is one figure of a kind.
type metric struct {
	name  string
	best  float64 // best known elsewhere; 0 when nothing is known
	lower bool    // lower is better
	whole bool    // counts things
	speed bool    // depends on the machine: shown, never compared
}

// measured is what a kind found on one file. A figure that is absent was not measured.
type measured struct {
	n        map[string]int // items behind a figure; "" for all others
	ours     map[string]float64
	baseline map[string]float64
	note     string // printed below the table with -v
}

func newMeasured(n int) measured {
	return measured{n: map[string]int{"": n}, ours: map[string]float64{}, baseline: map[string]float64{}}
}

// set records a figure and the number of items it rests on.
func (m measured) set(name string, value float64, n int) {
	m.ours[name] = value
	m.n[name] = n
}

// remark adds a line to what is printed below the table with -v.
func (m *measured) remark(format string, args ...any) {
	m.note += fmt.Sprintf(format, args...) + "\n"
}

// count returns the number of items behind a figure.
func (m measured) count(name string) int {
	if n, ok := m.n[name]; ok {
		return n
	}
	return m.n[""]
}

// kinds are the sorts of labelled data, but for the seeds, which stand in no folder.
var kinds = []*kind{
	&eventsKind, &storyPairsKind, &headlinesKind,
	&quotesKind,
	&retranslatedKind, &wordLinksKind,
	&loadedKind,
	&duplicatesKind,
}
