package main

import (
	"os"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
	"github.com/storydiff/storydiff/internal/jsonl"
)

// shortest and longest bound, in bytes, the sentences that the model is asked.
const (
	shortest = 40
	longest  = 170
)

// writeAsked writes the words, then the sentences of the train parts, each once.
func writeAsked(name string, words []word, gold string) error {
	var out strings.Builder
	for _, w := range words {
		out.WriteString(w.written + "\n")
	}
	seen := make(map[string]bool)
	for _, file := range []string{"events/allsides-train.jsonl.gz", "quotes/polnear-train.jsonl.gz"} {
		articles, err := jsonl.Records[struct{ Text string }](os.DirFS(gold), file)
		if err != nil {
			return err
		}
		for _, a := range articles {
			for _, s := range sentencesOf(a.Text) {
				if !seen[s] {
					seen[s] = true
					out.WriteString(s + "\n")
				}
			}
		}
	}
	return os.WriteFile(name, []byte(out.String()), 0o600)
}

// sentencesOf returns the sentences of a text that are neither short nor long, each in one
// line.
func sentencesOf(s string) []string {
	var out []string
	for _, span := range text.Sentences(s, "en") {
		sentence := strings.Join(strings.Fields(s[span.Start:span.End]), " ")
		if shortest <= len(sentence) && len(sentence) <= longest {
			out = append(out, sentence)
		}
	}
	return out
}
