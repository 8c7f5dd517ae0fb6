package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "rewrite testdata/quality.txt")

const (
	goldFolder  = "../../../shared/gold"
	qualityFile = "../../testdata/quality.txt"
	examFolder  = "../../compare/quote/testdata/exam"
)

// needsShared skips a test where the labelled data is not at hand.
func needsShared(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(goldFolder); err != nil {
		t.Skip("needs ../shared, which is not beside this checkout")
	}
	if testing.Short() {
		t.Skip("takes minutes")
	}
}

// The quality of every engine is a golden: a change that makes it worse has to be
// seen, and one that makes it better is committed with the new figures.
func TestQuality(t *testing.T) {
	needsShared(t)
	var out, warnings bytes.Buffer
	if err := run(&out, &warnings, []string{"-gold", goldFolder, "-exams", examFolder, "-format", "golden"}); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(qualityFile, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	golden, err := os.ReadFile(qualityFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range compareGolden(string(golden), out.String()) {
		t.Error(problem)
	}
}

// writeGold makes a folder of labelled data.
func writeGold(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestFilesAreFoundByTheirFields(t *testing.T) {
	root := writeGold(t, map[string]string{
		"events/exam-1.jsonl":   `{"id":"1","event":"e","title":"t","text":"x"}` + "\n",
		"events/exam-2.jsonl":   `{"text1":"x","text2":"y","Overall":2}` + "\n",
		"events/exam-3.jsonl":   `{"a":"x","b":"y","label":1}` + "\n",
		"events/train-1.jsonl":  `{"a":"x","b":"y","label":1}` + "\n",
		"quotes/unseen/q.jsonl": `{"text":"x","attributions":[]}` + "\n",
		"align/pairs.jsonl":     `{"id":"1","a":"x","b":"y"}` + "\n",
		"align/words.jsonl":     `{"a":["x"],"b":["y"],"sure":[],"possible":[]}` + "\n",
		"framing/words.jsonl":   `{"text":"x","biased_words":[]}` + "\n",
		"framing/notes.jsonl":   `{"text":"x"}` + "\n",
		"duplicates/wire.jsonl": `{"id":"1","text":"x"}` + "\n",
		"duplicates/wire.tsv":   "a\tb\tjaccard\tcontainment\n",
		"README.md":             "About.",
	})
	all, err := datasets(root)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]*kind{
		"events/exam-1": &eventsKind, "events/exam-2": &storyPairsKind, "events/exam-3": &headlinesKind,
		"events/train-1": &headlinesKind, "quotes/unseen/q": &quotesKind,
		"align/pairs": &retranslatedKind, "align/words": &wordLinksKind,
		"framing/words": &loadedKind, "duplicates/wire": &duplicatesKind,
	}
	for _, d := range all {
		if want[d.task] != d.kind {
			t.Errorf("%s is taken for something else", d.task)
		}
		delete(want, d.task)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

func TestWhatIsWanted(t *testing.T) {
	s := settings{only: []string{"quotes", "events/a"}}
	for task, want := range map[string]bool{"quotes/x": true, "events/a": true, "events/ab": false, "seeds": false} {
		if got := s.wants(dataset{path: task + ".jsonl", task: task}); got != want {
			t.Errorf("%s: %v", task, got)
		}
	}
	if (&settings{}).wants(dataset{path: "quotes/x-train.jsonl", task: "quotes/x-train"}) {
		t.Error("a train part is measured unasked")
	}
}

func TestJSONLines(t *testing.T) {
	root := writeGold(t, map[string]string{
		"align/words.jsonl": `{"a":["the","port"],"b":["the","port"],"sure":[[0,0],[1,1]],"possible":[]}` + "\n",
	})
	var out, warnings bytes.Buffer
	if err := run(&out, &warnings, []string{"-exams", "", "-gold", root, "-format", "json"}); err != nil {
		t.Fatal(err)
	}
	var r map[string]any
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if r["task"] != "align/words" || r["metric"] != "sure_f1" || r["n"] != 1.0 || r["value"] != 1.0 || r["best"] != .806 {
		t.Errorf("got %v", r)
	}
}

func TestWhatIsNotMeasuredIsListed(t *testing.T) {
	root := writeGold(t, map[string]string{
		"seeds.json":            `{"articles":{"000":{}}}`,
		"duplicates/wire.jsonl": `{"id":"1","text":"x"}` + "\n",
	})
	var out, warnings bytes.Buffer
	if err := run(&out, &warnings, []string{"-exams", "", "-gold", root, "-seeds", filepath.Join(root, "none")}); err != nil {
		t.Fatal(err)
	}
	for _, metric := range slices.Concat(seedsKind.metrics, duplicatesKind.metrics) {
		if !regexp.MustCompile(metric.name + ` +not measured`).MatchString(out.String()) {
			t.Errorf("%s is left out of %s", metric.name, out.String())
		}
	}
}

// One small file of every kind, in our own words, with figures that can be told by hand.
func TestEveryKindIsMeasured(t *testing.T) {
	const fire = "A fire destroyed the old grain store in Portville on Monday night. Forty people were led to safety. “We heard a bang and ran,” said shop owner Lena Marsh."
	const vote = "Councillors in Eastham voted on Friday to close two of the town’s six libraries. “This is a black day for our children,” said head teacher Omar Diallo."
	root := writeGold(t, map[string]string{
		"events/a.jsonl": lines(
			map[string]any{"event": "fire", "title": "Fire destroys grain store in Portville", "text": fire},
			map[string]any{"event": "fire", "title": "Portville grain store burns down", "text": "Police in Portville are looking for the cause of Monday’s fire in the old grain store. " + fire},
			map[string]any{"event": "vote", "title": "Eastham closes two libraries", "text": vote}),
		"events/b.jsonl": lines(
			map[string]any{"text1": fire, "text2": fire, "Overall": 1},
			map[string]any{"text1": fire, "text2": vote, "Overall": 4}),
		"events/c.jsonl": lines(
			map[string]any{"a": "Fire destroys grain store in Portville", "b": "Portville grain store destroyed by fire", "label": 1},
			map[string]any{"a": "Fire destroys grain store in Portville", "b": "Eastham closes two libraries", "label": 0}),
		"quotes/a.jsonl": lines(map[string]any{"lang": "en", "text": vote, "attributions": []any{map[string]any{
			"kind": "direct", "content": [][2]int{places(vote, "“This is a black day for our children,”")}, "quoted": []bool{true},
			"source": [][2]int{places(vote, "head teacher Omar Diallo")}, "cue": [][2]int{places(vote, "said")},
		}}}),
		"align/a.jsonl": lines(
			map[string]any{"a": "We heard a loud bang and then we ran for our lives", "b": "We heard a big bang and so we ran to save our lives"},
			map[string]any{"a": "No child will lose its place to read", "b": "No child is going to lose a place to read"}),
		"align/b.jsonl":   lines(map[string]any{"a": []string{"port", "burns"}, "b": []string{"port", "burned"}, "sure": [][2]int{{0, 0}, {1, 1}}}),
		"framing/a.jsonl": lines(map[string]any{"text": "The regime slammed the disgraceful vote.", "biased_words": []string{"slammed", "disgraceful"}}),
		"duplicates/a.jsonl": lines(
			map[string]any{"id": "1", "title": "Fire", "text": fire},
			map[string]any{"id": "2", "title": "Big fire", "text": strings.ToUpper(fire)},
			map[string]any{"id": "3", "title": "Vote", "text": vote}),
		"duplicates/a.tsv": "a\tb\tjaccard\tcontainment\n1\t2\t1.00000\t1.00000\n",
	})
	var out, warnings bytes.Buffer
	if err := run(&out, &warnings, []string{"-exams", "", "-gold", root, "-format", "golden"}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"align/a whole_f1 1.0000 (2)",
		"align/b sure_f1 1.0000 (1)",
		"duplicates/a recall_j80 1.0000 (1)",
		"duplicates/a pairs_wrong 0 (1)",
		"events/a pair_ap 1.0000 (3)",
		"events/b pearson 1.0000 (2)",
		"events/c pair_ap 1.0000 (2)",
		"quotes/a quoted_exact_f1 1.0000 (1)",
		"quotes/a speaker_accuracy 1.0000 (1)",
	} {
		if !strings.Contains(out.String(), want+"\n") {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), notMeasured) {
		t.Errorf("something was not measured:\n%s", out.String())
	}
}

// lines writes records as JSON Lines.
func lines(records ...map[string]any) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	for _, r := range records {
		if err := enc.Encode(r); err != nil {
			panic(err)
		}
	}
	return b.String()
}

// places returns the code points at which words stand in a text.
func places(s, words string) [2]int {
	before, _, _ := strings.Cut(s, words)
	start := utf8.RuneCountInString(before)
	return [2]int{start, start + utf8.RuneCountInString(words)}
}

func TestErrorsNameTheFile(t *testing.T) {
	root := writeGold(t, map[string]string{"framing/words.jsonl": `{"text":"x","biased_words":[]}` + "\nnonsense\n"})
	err := run(&bytes.Buffer{}, &bytes.Buffer{}, []string{"-exams", "", "-gold", root})
	if err == nil || !strings.Contains(err.Error(), "words.jsonl: line 2") {
		t.Errorf("got %v", err)
	}
	if err := run(&bytes.Buffer{}, &bytes.Buffer{}, []string{"-exams", "", "-gold", t.TempDir()}); err == nil {
		t.Error("an empty folder is no error")
	}
}

func TestCompareGolden(t *testing.T) {
	golden := "a f1 0.5000 (10)\na ece 0.1000 (10)\nb f1 0.3000 (5)\n"
	for now, want := range map[string]string{
		golden: "",
		"a f1 0.5001 (10)\na ece 0.1000 (10)\nb f1 0.3000 (5)\n": "",
		"a f1 0.4900 (10)\na ece 0.1000 (10)\nb f1 0.3000 (5)\n": "a f1 fell",
		"a f1 0.5200 (10)\na ece 0.1000 (10)\nb f1 0.3000 (5)\n": "commit the rise",
		"a f1 0.5000 (10)\na ece 0.1000 (10)\n":                  "b f1 is not measured any more",
		"c f1 0.1 (1)\n" + golden:                                "commit the rise",
		"a f1 0.5000 (11)\na ece 0.1000 (10)\nb f1 0.3000 (5)\n": "rests on other data",
	} {
		got := strings.Join(compareGolden(golden, now), "; ")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("for %q: got %q, want %q", now, got, want)
		}
	}
}
