// Package compare is the front door of storydiff: it compares how outlets told the
// same story and composes what the engines find into one Report.
package compare

import (
	"context"

	"github.com/storydiff/storydiff/compare/article"
)

// Options set what a comparison does. The zero value does everything.
type Options struct {
	Signals []string // framing signals to compute; nil for all that are on by default
}

// Articles compares articles. The report is the same whatever their order and the
// number of cores. It fails only when ctx is done.
func Articles(ctx context.Context, articles []*article.Article, o Options) (*Report, error) {
	panic("not written yet")
}
