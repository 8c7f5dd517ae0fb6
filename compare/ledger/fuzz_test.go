package ledger

import "testing"

func FuzzBuild(f *testing.F) {
	f.Add(reports[0], reports[1])
	f.Add("Gates\n\n“We will [soon] open … the gates,” Nikos Pavlou said, “on Monday.”", "“\xff😀 שלום 12”, said 中国. “We will open the gates on Tuesday!”")
	f.Fuzz(func(t *testing.T, a, b string) {
		rs := readingsOf(a, b)
		for _, u := range Build(rs) {
			if u.Fullest < 0 || u.Fullest >= len(u.Variants) || len(u.Variants) < 2 {
				t.Fatalf("utterance %+v", u)
			}
			for _, v := range u.Variants {
				checkVariant(t, rs, u, v)
			}
		}
	})
}
