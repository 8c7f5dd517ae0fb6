package compare

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// each calls do for 0 to n-1 on all cores and waits; it stops early when ctx is
// done. Results go into slots of their own, so the number of cores shows nowhere.
func each(ctx context.Context, n int, do func(i int)) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		g.Go(func() error {
			do(i)
			return ctx.Err()
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}
