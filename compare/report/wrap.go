package report

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

// width returns the columns a string takes on a terminal, as tablewriter counts
// them, so that what is wrapped here is aligned there.
func width(s string) int { return twwidth.Width(s) }

// wrap breaks a line into rows of at most columns columns. No word is lost: one that
// is wider than a row is broken inside.
func wrap(l line, columns int) []line {
	columns = max(columns, 1)
	w := wrapper{columns: columns}
	for _, r := range l {
		text := tidy(r.signed())
		for len(text) > 0 {
			cut := strings.IndexByte(text[1:], ' ') + 1
			if cut == 0 {
				cut = len(text)
			}
			w.piece(run{text[:cut], r.mark})
			text = text[cut:]
		}
	}
	w.word()
	return w.done()
}

// A wrapper collects runs into words and words into rows.
type wrapper struct {
	columns int
	rows    []line
	row     line
	used    int
	pending line // the word being collected; a leading space asks for one before it
}

// piece adds a stretch without inner spaces, which starts a word when it begins with one.
func (w *wrapper) piece(r run) {
	if strings.HasPrefix(r.text, " ") {
		w.word()
	}
	w.pending = append(w.pending, r)
}

// word places the collected word.
func (w *wrapper) word() {
	need := lineWidth(w.pending)
	if need == 0 {
		return
	}
	if w.used+need > w.columns {
		w.breakRow()
		w.pending[0].text = strings.TrimPrefix(w.pending[0].text, " ")
	}
	if w.used == 0 {
		w.pending[0].text = strings.TrimPrefix(w.pending[0].text, " ")
	}
	for _, r := range w.pending {
		w.put(r)
	}
	w.pending = nil
}

// put adds a run to the row, breaking it between graphemes where it does not fit.
func (w *wrapper) put(r run) {
	n := width(r.text)
	if w.used+n <= w.columns {
		w.row, w.used = append(w.row, r), w.used+n
		return
	}
	start, at := 0, 0
	tokens := graphemes.FromString(r.text)
	for tokens.Next() {
		n := width(tokens.Value())
		if w.used+n > w.columns && w.used > 0 {
			w.row = append(w.row, run{r.text[start:at], r.mark})
			w.breakRow()
			start = at
		}
		w.used += n
		at += len(tokens.Value())
	}
	w.row = append(w.row, run{r.text[start:], r.mark})
}

func (w *wrapper) breakRow() {
	if len(w.row) > 0 {
		w.rows = append(w.rows, w.row)
	}
	w.row, w.used = nil, 0
}

func (w *wrapper) done() []line {
	w.breakRow()
	if len(w.rows) == 0 {
		return []line{{}}
	}
	return w.rows
}

// lineWidth returns the columns of a line that is not wrapped.
func lineWidth(l line) int {
	n := 0
	for _, r := range l {
		n += width(r.text)
	}
	return n
}
