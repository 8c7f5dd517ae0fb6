package index

import (
	"errors"
	"fmt"
)

// CommitStaged makes a staged run count for good.
func CommitStaged(folder string, run int) error {
	return edit(folder, func(c *catalog) error {
		if c.Last == nil || !c.Last.Staged || c.Last.Run != run {
			return fmt.Errorf("run %d is not staged%s", run, c.lastRun())
		}
		c.Last = &runInfo{Run: run, Records: c.Last.Records}
		return nil
	})
}

// Rollback undoes the last run, staged or not: as if it had never been.
func Rollback(folder string, run int) error {
	return edit(folder, func(c *catalog) error {
		if c.Last == nil || c.Last.Run != run || len(c.Segments) == 0 {
			return fmt.Errorf("run %d cannot be rolled back%s", run, c.lastRun())
		}
		c.Last = nil
		c.Segments = c.Segments[:len(c.Segments)-1]
		return nil
	})
}

// lastRun says which run can be committed or rolled back.
func (c *catalog) lastRun() string {
	switch {
	case c.Last == nil:
		return ": there is none that can"
	case c.Last.Staged:
		return fmt.Sprintf(": the one that waits is run %d", c.Last.Run)
	}
	return fmt.Sprintf(": the last one is run %d", c.Last.Run)
}

// edit changes the catalog in one step.
func edit(folder string, change func(*catalog) error) error {
	r, err := begin(folder, false)
	if err != nil {
		return err
	}
	if err = change(r.next); err == nil {
		r.prepared, err = r.next.prepare(folder)
	}
	if err == nil {
		err = putInForce(folder, r.prepared)
	}
	if err == nil {
		r.next.removeRest(folder)
	}
	return errors.Join(err, r.Close())
}
