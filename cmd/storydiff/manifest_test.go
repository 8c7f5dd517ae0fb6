package main

import (
	"bytes"
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// A line has to be what the encoder makes of it, be it written by hand or not.
func TestManifestLines(t *testing.T) {
	value := rapid.SampledFrom([]string{"", "", "news.jsonl:12", `the "Tide"`, `C:\\news`, "Grüße", "<b>&", "\x7f\x01", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		line := manifestLine{
			Location: value.Draw(t, "location"), ID: value.Draw(t, "id"), SHA256: "00ff", Decision: keep, Reason: value.Draw(t, "reason"),
			Of: value.Draw(t, "of"), Own: value.Draw(t, "own"), Jaccard: rapid.SampledFrom([]float64{0, 0, .5}).Draw(t, "jaccard"),
		}
		var want bytes.Buffer
		lines := json.NewEncoder(&want)
		lines.SetEscapeHTML(false)
		if err := lines.Encode(line); err != nil {
			t.Fatal(err)
		}
		got, err := line.append([]byte("before "))
		if err != nil || string(got)+"\n" != "before "+want.String() {
			t.Fatalf("got %s, %v, want %s", got, err, want.String())
		}
	})
}
