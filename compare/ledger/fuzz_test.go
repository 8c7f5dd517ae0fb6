package ledger

import (
	"strings"
	"testing"
)

// fuzzedBytes bounds what a fuzzed report holds, so that many are tried.
const fuzzedBytes = 160

// FuzzBuild sets two reports of quotes side by side, each with a speaker in place, and
// the first beside itself as a source.
func FuzzBuild(f *testing.F) {
	f.Add("We will open the lock gates on Monday, although the repairs are not finished", "We will open … the gates on Tuesday!")
	f.Add("We will [soon] open 12 gates", "\xff😀 שלום twelve 中国")
	f.Add("The one-island principle. “No limits,” he said.", "of one island ... and ‘no-limits’")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = a[:min(len(a), fuzzedBytes)], b[:min(len(b), fuzzedBytes)]
		rs := readingsOf("Gates\n\n“"+a+",” said Nikos Pavlou.", "Locks\n\nNikos Pavlou said: “"+b+"”")
		checkLedger(t, rs, Build(rs))
		if len(a)%3 > 0 {
			return // reading a source costs as much again
		}
		source := reading("Speech\n\n" + strings.ReplaceAll(a, "\n\n", " "))
		checkLedger(t, append(rs, source), Against(source, rs))
	})
}
