package cputime

import (
	"runtime"
	"testing"
	"time"
)

func TestUsedGrows(t *testing.T) {
	if Used() == 0 {
		t.Skip("not told by " + runtime.GOOS)
	}
	before, end := Used(), time.Now().Add(time.Second)
	for Used() <= before {
		if time.Now().After(end) {
			t.Fatal("no processor time in a second of work")
		}
	}
}
