package main

import (
	"bytes"
	"encoding/json"
	"testing"
)

// TestPages holds the reading of web pages to its figures where the labelled pages are
// at hand: go run ./cmd/evaluate -pages fetches them.
func TestPages(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	t.Setenv("GOPROXY", "off") // a test fetches nothing
	if _, err := labelledPages(); err != nil {
		t.Skipf("needs the labelled pages: %v", err)
	}
	gold := writeGold(t, map[string]string{"framing/words.jsonl": `{"text":"x","biased_words":[]}` + "\n"})
	var out, complaints bytes.Buffer
	if err := run(&out, &complaints, []string{"-exams", "", "-gold", gold, "-pages", "-only", "pages", "-train-parts", "-format", "json"}); err != nil {
		t.Fatal(err)
	}
	sum := map[string]float64{}
	for decoder := json.NewDecoder(&out); decoder.More(); {
		var r row
		if err := decoder.Decode(&r); err != nil {
			t.Fatal(err)
		}
		sum[r.Metric] += *r.Value
	}
	if f1 := sum["text_f1"] / 2; f1 < .912 {
		t.Errorf("F1 of the text is %.4f", f1)
	}
	if right, wrong := sum["dates_right"], sum["dates_wrong"]; right < 645 || wrong > 72 {
		t.Errorf("%.0f dates right, %.0f wrong", right, wrong)
	}
}
