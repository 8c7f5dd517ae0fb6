package dedup

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/storydiff/storydiff/bench/mutate"
)

// What is started before those before it have been decided on comes out as one after the other.
func TestStartDecidesAsDecide(t *testing.T) {
	for _, o := range []FilterOptions{{}, {Strict: true}, {Window: 3}, {Exact: true}} {
		all := mutated(mutate.New(21), 500)
		one, many := NewFilter(o), NewFilter(o)
		var want []Decision
		var started []Started
		wantAt, gotAt := map[int]int{-1: -1}, map[int]int{-1: -1} // the article of each number
		for i, text := range all {
			s := Prepare(text, 1+i/50)
			d, err := one.Decide(s)
			if err != nil {
				t.Fatal(err)
			}
			a, err := many.Start(s)
			if err != nil {
				t.Fatal(err)
			}
			want, started = append(want, d), append(started, a)
		}
		dropped, read := 0, 0
		for i, a := range started {
			w, g := want[i], a.Decision()
			wantAt[w.Kept], gotAt[g.Kept] = i, i
			if wantAt[-1], gotAt[-1] = -1, -1; w.Drop {
				dropped++
			}
			if a.flying != nil {
				read++
			}
			if wantAt[w.Of] != gotAt[g.Of] {
				t.Fatalf("article %d is like %d, want %d", i, gotAt[g.Of], wantAt[w.Of])
			}
			w.Of, w.Kept = g.Of, g.Kept
			if diff := cmp.Diff(w, g); diff != "" {
				t.Fatalf("article %d: %s", i, diff)
			}
		}
		if dropped < 50 || read < 50 && !o.Exact {
			t.Errorf("%d dropped, %d read in flight", dropped, read)
		}
	}
}
