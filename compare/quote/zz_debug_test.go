package quote

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestZZ(t *testing.T) {
	data, err := os.ReadFile(os.Getenv("ZZ"))
	if err != nil {
		t.Skip()
	}
	for line := range strings.Lines(string(data)) {
		lang, s, ok := strings.Cut(strings.TrimSpace(line), "|")
		if !ok {
			continue
		}
		s = strings.ReplaceAll(s, " ¶ ", "\n\n")
		fmt.Println(lang, s)
		for _, q := range marksOnly(findIn(s, lang)) {
			fmt.Println("     ", describeAll(s, []Quote{q}), "<<", q.Speaker.AsWritten, ">>", q.Speaker.Entity)
		}
	}
}
