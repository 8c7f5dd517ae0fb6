package compare

import (
	"context"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"
)

// each calls do for 0 to n-1 on all cores and waits; it stops early when ctx is
// done. Results go into slots of their own, so the number of cores shows nowhere.
func (c *comparison) each(ctx context.Context, step string, n int, do func(i int)) error {
	did := c.counter(step, n)
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		g.Go(func() error {
			if ctx.Err() == nil {
				do(i)
				did()
			}
			return nil
		})
	}
	_ = g.Wait() // nothing fails but ctx
	return ctx.Err()
}

// counter returns a function that counts one part of a step as done.
func (c *comparison) counter(step string, total int) func() {
	if c.options.Progress == nil {
		return func() {}
	}
	var mu sync.Mutex
	done := 0
	return func() {
		mu.Lock()
		defer mu.Unlock()
		done++
		c.options.Progress(step, done, total)
	}
}
