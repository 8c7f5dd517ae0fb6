package main

// A decided record is ready to be written.
type decided struct {
	raw  []byte
	line manifestLine
	seen bool
}

// behind writes decisions in their order while others are being made. write fails when
// writing an earlier one did; finish waits for the last and has to be called once.
func (d *decisions) behind() (write func(decided) error, finish func() error) {
	made, failed := make(chan decided, 2*batchSize), make(chan error, 1)
	go func() {
		defer close(failed)
		for one := range made {
			if one.seen {
				d.summary.seen++
			}
			if err := d.write(one.raw, one.line); err != nil {
				failed <- err
				break
			}
		}
		for range made { // so that nobody waits to hand over what is lost with the run
		}
	}()
	write = func(one decided) error {
		select {
		case err := <-failed:
			return err
		case made <- one:
			return nil
		}
	}
	finish = func() error {
		close(made)
		return <-failed
	}
	return write, finish
}
