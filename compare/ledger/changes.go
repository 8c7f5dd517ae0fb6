package ledger

import "github.com/storydiff/storydiff/compare/align"

// changes lists what sets the variant apart, weightiest first.
func (c *compared) changes() []Change {
	var out []Change
	for _, e := range c.edits {
		var kind ChangeType
		switch e.Op {
		case align.Changed:
			kind = RewordedWords
		case align.Dropped:
			kind = DroppedWords
		case align.Added:
			kind = AddedWords
		default:
			continue
		}
		out = append(out, Change{
			Type: kind, From: e.A.Of(c.from.text()), To: e.B.Of(c.to.text()),
			FromAt: c.from.place(e.A), ToAt: c.to.place(e.B),
		})
	}
	return out
}
