// Package cputime reads how much processor time the process has used. Tests measure
// with it, because a clock on the wall also counts what else the machine does.
package cputime

import "time"

// Used returns the processor time used so far, on all cores, by the program and the
// system for it; 0 where the system does not tell.
func Used() time.Duration { return used() }
