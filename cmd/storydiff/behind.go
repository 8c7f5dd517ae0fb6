package main

// A decided record is ready to be written.
type decided struct {
	*sketchedRecord
	line manifestLine
	seen bool
}

// behind writes decisions in their order while others are being made. write fails when
// writing an earlier one did; finish waits for the last and has to be called once.
//
// They are handed over a few at a time: waking the writer for each would cost more than
// what it writes.
func (d *decisions) behind() (write func(decided) error, finish func() error) {
	made, failed := make(chan []decided, 2), make(chan error, 1)
	go func() {
		defer close(failed)
		for some := range made {
			if err := d.writeAll(some); err != nil {
				failed <- err
				break
			}
		}
		for range made { // so that nobody waits to hand over what is lost with the run
		}
	}()
	var some []decided
	write = func(one decided) error {
		if some = append(some, one); len(some) < batchSize {
			return nil
		}
		select {
		case err := <-failed:
			return err
		case made <- some:
			some = make([]decided, 0, batchSize)
			return nil
		}
	}
	finish = func() error {
		made <- some
		close(made)
		return <-failed
	}
	return write, finish
}

// writeAll writes decisions in their order.
func (d *decisions) writeAll(some []decided) error {
	for _, one := range some {
		if one.seen {
			d.summary.seen++
		}
		raw, err := one.asLine()
		if err == nil {
			err = d.write(raw, one.line)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
