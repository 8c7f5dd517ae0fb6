package article

import (
	"strings"
	"testing"
	"time"
)

// hostile are pages built to make a careless cleaner take the square of their length.
var hostile = map[string]string{
	"short lines":        strings.Repeat("Norrvik Holm\n", 80_000),
	"unfinished lines":   strings.Repeat("one two three four five six seven\n", 30_000),
	"different lines":    numbered("unfinished line of six words number %d\n", 20_000),
	"quoting captions":   numbered("“Not us %d” she said (AP Photo/Jan Berg)\n", 20_000),
	"picture labels":     numbered("Norrvik Holm%d\n(AP Photo/Jan Berg) Ida (AP Photo/Jan Berg)\n", 20_000),
	"lists of links":     strings.Repeat("aAaAaAaA MORE ", 70_000),
	"names and lists":    strings.Repeat("Holm Ida HolmBoard MORE ", 40_000),
	"asides":             strings.Repeat("(RELATED: x) ", 70_000) + ")",
	"open brackets":      strings.Repeat("(", 1_000_000) + ")",
	"datelines":          strings.Repeat("NORRVIK (AP) — ", 60_000) + "The end.",
	"city datelines":     strings.Repeat("NORRVIK — ", 80_000) + "The end.",
	"biographies":        numbered("Ida Holm%d is a writer in Norrvik.\n", 20_000),
	"names at the top":   strings.Repeat("Ida Holm\n", 80_000) + "NORRVIK (AP) — It ended.",
	"opening marks":      strings.Repeat("“", 300_000),
	"teasers":            numbered("Holm wants to save the ferry %d.  The board's plan could sink hopes\n\nThe board met again on Wednesday and found that nothing could be done about it at all, it said.\n\n", 6_000),
	"one line":           strings.Repeat("word ", 200_000),
	"slashes":            strings.Repeat("AP/", 300_000),
	"wide spaces":        strings.Repeat(" \n", 500_000),
	"lists of headlines": "Read more:\n" + strings.Repeat("Board divided over the pier\n", 30_000),
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(format, "%d", spelled(i)))
	}
	return b.String()
}

// spelled writes a number in letters, so that it may stand in a name.
func spelled(n int) string {
	s := ""
	for ; n > 0 || s == ""; n /= 26 {
		s += string(rune('a' + n%26))
	}
	return s
}

func TestHostilePagesTakeLinearTime(t *testing.T) {
	for name, page := range hostile {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			checkNothingLost(t, page)
			if took := time.Since(start); took > time.Minute {
				t.Errorf("%d bytes took %v", len(page), took)
			} else {
				t.Logf("%d bytes took %v", len(page), took)
			}
		})
	}
}
