package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
)

const seedsFolder = "../../../shared/seeds"

// Nothing may be tuned to the five seed articles: with other people, places and
// dates, with other quotation marks and with paragraphs missing, each figure falls by
// one item at most.
func TestSeedsInOtherWords(t *testing.T) {
	needsShared(t)
	plain := rewriting{name: "as printed"}
	base := plain.measure(t)
	for _, r := range []rewriting{
		{name: "other names and dates", words: renamed},
		{name: "double marks", article: withMarks("“”‘’’")},
		{name: "single marks", article: withMarks("‘’“”’")},
		{name: "straight marks", article: withMarks(`""'''`)},
		{name: "odd paragraphs dropped", article: withoutParagraphs(1)},
		{name: "even paragraphs dropped", article: withoutParagraphs(0)},
		{name: "other names in straight marks", words: renamed, article: withMarks(`""'''`)},
	} {
		t.Run(r.name, func(t *testing.T) {
			now := r.measure(t)
			for _, metric := range seedsKind.metrics {
				before, after := base.misses(metric), now.misses(metric)
				t.Logf("%s: %v of %d, missed or wrong %d → %d", metric.name, now.ours[metric.name], now.count(metric.name), before, after)
				if after > before+1 {
					t.Errorf("%s: missed or wrong %d → %d", metric.name, before, after)
				}
			}
			if t.Failed() {
				t.Log(now.note)
			}
		})
	}
}

// misses returns how many items of a figure are not as they should be.
func (m measured) misses(of metric) int {
	v := int(m.ours[of.name])
	if of.lower {
		return v
	}
	return m.count(of.name) - v
}

// A rewriting changes words, in the articles and the gold alike, and then articles
// as a whole.
type rewriting struct {
	name    string
	words   func(string) string
	article func(string) string
}

func (r rewriting) measure(t *testing.T) measured {
	t.Helper()
	files := fstest.MapFS{}
	texts := map[string]string{}
	paths, err := filepath.Glob(filepath.Join(seedsFolder, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(path)
		key, _, _ := strings.Cut(name, "_")
		texts[key] = r.apply(string(raw))
		files[name] = &fstest.MapFile{Data: []byte(texts[key]), Mode: fs.ModePerm}
	}
	m, err := r.gold(t, texts).measure(files)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func (r rewriting) apply(s string) string {
	if r.words != nil {
		s = r.words(s)
	}
	if r.article != nil {
		s = r.article(s)
	}
	return s
}

// gold returns the gold in the words of the rewriting, without what its articles no longer say.
func (r rewriting) gold(t *testing.T, texts map[string]string) *seedGold {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(goldFolder, "seeds.json"))
	if err != nil {
		t.Fatal(err)
	}
	var g seedGold
	if err := json.Unmarshal(raw, &g); err != nil {
		t.Fatal(err)
	}
	words := r.words
	if words == nil {
		words = func(s string) string { return s }
	}
	gone := func(key, s string) bool {
		s, _, _ = strings.Cut(s, " (")
		return len(foldMarks(texts[key]).find(s)) == 0
	}
	rewriteLists(g.Debris, words, gone)
	for key, quotes := range g.Quotes {
		for i, q := range quotes {
			quotes[i].Starts, quotes[i].Ends = words(q.Starts), words(q.Ends)
			if q.Speaker != nil {
				name := words(nounForm(*q.Speaker))
				quotes[i].Speaker = &name
			}
		}
		g.Quotes[key] = slices.DeleteFunc(quotes, func(q seedQuote) bool { return len(foldMarks(texts[key]).find(q.Starts)) == 0 })
	}
	for _, u := range g.Utterances {
		for key, v := range u.Variants {
			u.Variants[key] = words(v)
		}
		rewriteLists(u.Fragments, words, gone)
	}
	for _, lists := range []map[string][]string{g.Framing.War, g.Framing.Verbs, g.Framing.Facts} {
		rewriteLists(lists, words, gone)
	}
	rewriteLists(g.Framing.Voices, words, func(key, s string) bool { return gone(key, lastOf(strings.Fields(s))) })
	return &g
}

func rewriteLists(lists map[string][]string, words func(string) string, gone func(key, s string) bool) {
	for key, list := range lists {
		for i := range list {
			list[i] = words(list[i])
		}
		lists[key] = slices.DeleteFunc(list, func(s string) bool { return gone(key, s) })
	}
}

// nounForm writes a country as the phrases below expect it.
func nounForm(name string) string {
	if name == "United States" {
		return "the United States"
	}
	return name
}

// phrases are renamed before words; a country's name as an adjective has another form.
var phrases = strings.NewReplacer(
	"The United States", "Canada", "the United States", "Canada", "United States", "Canadian",
	"The US ", "Canada ", "the US ", "Canada ", "US ", "Canadian ",
	"Saudi Arabia", "Norway", "Great Britain", "Spain", "Mao Zedong", "Porfirio Diaz",
	"William Lai Ching-te", "Osvaldo Cruz Montoya",
	"December 30, 2022", "March 14, 2017", "in May ", "in April ",
)

// otherWords renames every person, place and date of the seed articles.
var otherWords = map[string]string{
	"Vladimir": "Ernesto", "Putin": "Marchetti", "Xi": "Robles", "Jinping": "Octavio",
	"Igor": "Paulo", "Sechin": "Teixeira", "Antony": "Stuart", "Blinken": "Calloway",
	"Joe": "Howard", "Biden": "Prentice", "Dmitry": "Renato", "Peskov": "Queiroz",
	"Nancy": "Carol", "Pelosi": "Whitfield", "John": "Martin", "Kirby": "Ashdown",
	"Kassym": "Youssef", "Jomart": "Amine", "Tokayev": "Benali", "Shavkat": "Karim", "Mirziyoyev": "Trabelsi",
	"Anna": "Laura", "Chernova": "Petrescu", "Betsy": "Molly", "Klein": "Weber", "Ivana": "Tereza", "Kottasová": "Horáková",

	"Russia": "Brazil", "Russian": "Brazilian", "Moscow": "Brasilia",
	"China": "Mexico", "Chinese": "Mexican", "Beijing": "Guadalajara",
	"Taiwan": "Cuba", "Taiwanese": "Cuban", "Taipei": "Havana",
	"Ukraine": "Poland", "Ukrainian": "Polish", "Ukrainians": "Poles", "Kyiv": "Warsaw",
	"Uzbekistan": "Tunisia", "Uzbek": "Tunisian", "Kazakhstan": "Morocco", "Kazakh": "Moroccan",
	"Azerbaijani": "Jordanian", "Baku": "Amman", "Washington": "Ottawa", "Shanghai": "Lisbon",
	"Hungary": "Portugal", "Serbia": "Albania", "India": "Egypt", "Pakistan": "Libya", "Japan": "Greece",
	"Kyrgyzstan": "Algeria", "Tajikistan": "Sudan", "Turkmenistan": "Chad", "Pacific": "Atlantic",

	"Monday": "Thursday", "Tuesday": "Sunday", "Wednesday": "Saturday", "Thursday": "Monday", "Friday": "Tuesday",
	"February": "June", "August": "November", "September": "January", "December": "March",
	"2013": "2008", "2022": "2017",
}

func renamed(s string) string {
	s = phrases.Replace(s)
	var b strings.Builder
	for s != "" {
		n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		switch {
		case n < 0:
			n = len(s)
		case n == 0:
			n = len(string([]rune(s)[0]))
		}
		word := s[:n]
		if other, ok := otherWords[word]; ok {
			word = other
		}
		b.WriteString(word)
		s = s[n:]
	}
	return b.String()
}

// withMarks returns what prints articles in other marks: outer ones, inner ones, apostrophe.
func withMarks(marks string) func(string) string {
	m := []rune(marks)
	return func(s string) string {
		var b strings.Builder
		for line := range strings.Lines(s) {
			b.WriteString(remark(line, m))
		}
		return b.String()
	}
}

// remark prints a paragraph in other marks.
func remark(line string, marks []rune) string {
	runes := []rune(line)
	letter := func(i int) bool {
		return 0 <= i && i < len(runes) && (unicode.IsLetter(runes[i]) || unicode.IsDigit(runes[i]))
	}
	var open []rune // single or double, outermost first
	for i, r := range runes {
		double := strings.ContainsRune("“”\"", r)
		single := strings.ContainsRune("‘’'", r)
		if !double && !single {
			continue
		}
		kind := '“'
		if single {
			kind = '‘'
		}
		opens := r == '“' || r == '‘' || (r == '\'' || r == '"') && !letter(i-1) && letter(i+1)
		isOpen := slices.Contains(open, kind)
		switch {
		case opens:
			runes[i] = marks[min(len(open), 1)*2]
			open = append(open, kind)
		case single && (!isOpen || letter(i-1) && letter(i+1)):
			runes[i] = marks[4]
		default:
			open = open[:max(0, len(open)-1)]
			runes[i] = marks[min(len(open), 1)*2+1]
		}
	}
	return string(runes)
}

// withoutParagraphs returns what drops every second paragraph that holds no quotation
// mark. Headlines stay.
func withoutParagraphs(parity int) func(string) string {
	return func(s string) string {
		var kept []string
		quoteless := 0
		for line := range strings.Lines(s) {
			blank := strings.TrimSpace(line) == ""
			if headline := len(kept) == 0; !blank && !headline && !strings.ContainsAny(line, "“”\"‘") {
				quoteless++
				if quoteless%2 == parity {
					continue
				}
			}
			kept = append(kept, line)
		}
		return strings.Join(kept, "")
	}
}

func TestRewritings(t *testing.T) {
	for in, want := range map[string]string{
		"“We ‘won’t’ go,” he said.":        "‘We “won’t” go,’ he said.",
		"It calls them ‘no-limits’ talks.": "It calls them ‘no-limits’ talks.",
		"A 'close friend' of the Reyeses'": "A ‘close friend’ of the Reyeses’",
	} {
		if got := withMarks("‘’“”’")(in); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if got := renamed("The US and Mr Putin met on Friday"); got != "Canada and Mr Marchetti met on Tuesday" {
		t.Errorf("got %s", got)
	}
	if got := withoutParagraphs(1)("Title\n\nOne.\n\n“Two.”\n\nThree.\n"); got != "Title\n\n\n“Two.”\n\nThree.\n" {
		t.Errorf("got %q", got)
	}
}
