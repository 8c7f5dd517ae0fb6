package shingle

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// obviousWords is the definition of a word, spelled out.
func obviousWords(body string) []string {
	var words []string
	var run []rune
	flush := func() {
		if len(run) > 0 {
			words = append(words, string(run))
			run = nil
		}
	}
	for _, r := range body {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r), strings.ContainsRune("ʹʺʻʼʽˮ", r):
			flush()
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai), r == 'ー':
			flush()
			words = append(words, string(r))
		default:
			run = append(run, unicode.ToLower(r))
		}
	}
	flush()
	return words
}

// obviousSet is the definition of the shingles, as strings.
func obviousSet(body string) map[string]bool {
	words := obviousWords(body)
	set := map[string]bool{}
	if 0 < len(words) && len(words) < Width {
		set[strings.Join(words, " ")] = true
	}
	for i := 0; i+Width <= len(words); i++ {
		set[strings.Join(words[i:i+Width], " ")] = true
	}
	return set
}

func overlapOf(a, b map[string]bool) int {
	n := 0
	for s := range a {
		if b[s] {
			n++
		}
	}
	return n
}

// bodies draws texts that share much: few words, all kinds of marks between them.
func bodies() *rapid.Generator[string] {
	word := rapid.SampledFrom([]string{"The", "the", "mayor", "said", "3,000", "don’t", "don't", "Ömer", "市長", "ナター", "กทม", "x\xff", "ʼtis", "½"})
	mark := rapid.SampledFrom([]string{" ", " ", " ", ", ", "—", "” “", "\n\n", "’"})
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 120).Draw(t, "words") {
			b.WriteString(word.Draw(t, "word"))
			b.WriteString(mark.Draw(t, "mark"))
		}
		return b.String()
	})
}

func TestSetsMatchTheDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := bodies().Draw(t, "a"), bodies().Draw(t, "b")
		sa, sb, oa, ob := Of(a), Of(b), obviousSet(a), obviousSet(b)
		if len(sa) != len(oa) || len(sb) != len(ob) {
			t.Fatalf("%d and %d shingles, want %d and %d", len(sa), len(sb), len(oa), len(ob))
		}
		if !slices.IsSorted(sa) {
			t.Fatal("not sorted")
		}
		if got, want := Overlap(sa, sb), overlapOf(oa, ob); got != want {
			t.Fatalf("overlap %d, want %d", got, want)
		}
	})
}

func TestTallyCountsWhatSetsShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var tally Tally
		for range 3 {
			a := Append(nil, bodies().Draw(t, "a"))
			tally.Of(a)
			sa := SetOf(slices.Clone(a))
			if tally.Distinct != len(sa) {
				t.Fatalf("%d shingles, want %d", tally.Distinct, len(sa))
			}
			for range 3 {
				b := Append(nil, bodies().Draw(t, "b"))
				sb := SetOf(slices.Clone(b))
				if distinct, shared := tally.Count(b); distinct != len(sb) || shared != Overlap(sa, sb) {
					t.Fatalf("%d shared of %d, want %d of %d", shared, distinct, Overlap(sa, sb), len(sb))
				}
			}
		}
	})
}

func TestMeasuresAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := Of(bodies().Draw(t, "a")), Of(bodies().Draw(t, "b"))
		if Jaccard(a, b) != Jaccard(b, a) {
			t.Fatal("Jaccard depends on the order")
		}
		if Jaccard(a, a) != 1 || Containment(a, a) != 1 {
			t.Fatal("a text differs from itself")
		}
		if c := Containment(a, b); len(a) > 0 && Jaccard(a, b) > c {
			t.Fatalf("Jaccard %v exceeds containment %v", Jaccard(a, b), c)
		}
	})
}

func TestTypographyDoesNotMatter(t *testing.T) {
	plain := Of(`"We won't close the port," Mrs Reyes said - again - on Monday.`)
	fancy := Of("“WE WON’T CLOSE THE PORT”, Mrs. Reyes said — again — on   Monday")
	if !slices.Equal(plain, fancy) {
		t.Error("marks, case or spacing changed the shingles")
	}
}

func TestShortBodies(t *testing.T) {
	for body, want := range map[string]int{
		"": 0, "—!": 0, "Fire": 1, "Fire in the port": 1, "Fire in the old port": 1, "Fire in the old port again": 2,
	} {
		if got := len(Of(body)); got != want {
			t.Errorf("%q has %d shingles, want %d", body, got, want)
		}
	}
	if Jaccard(Of("Port fire"), Of("port FIRE!")) != 1 {
		t.Error("two equal short bodies differ")
	}
	if Jaccard(Of(""), Of("Port")) != 0 || Jaccard(nil, nil) != 1 || Containment(nil, Of("Port")) != 1 {
		t.Error("empty bodies")
	}
}

// hashesSlowly returns the hashes of the words of a body, read byte by byte.
func hashesSlowly(body string) (hashes []uint64) {
	s := scanner{body: body}
	for s.skip(0); s.slowly(); s.skip(s.at) {
		hashes = append(hashes, s.hash)
	}
	return hashes
}

// sameHashes fails unless words have the same hashes read in blocks, one by one, and byte by
// byte.
func sameHashes(t interface{ Fatalf(string, ...any) }, body string) {
	want := hashesSlowly(body)
	if got := appendWords(nil, body); !slices.Equal(got, want) {
		t.Fatalf("%q in blocks: got %x, want %x", body, got, want)
	}
	var words []uint64
	for _, w := range Words(body) {
		words = append(words, w.Hash)
	}
	if !slices.Equal(words, want) {
		t.Fatalf("%q word by word: got %x, want %x", body, words, want)
	}
}

// Blocks are read in one way and words in others: they have to come to the same hashes.
func TestBlocksHoldTheWordsOfTheText(t *testing.T) {
	plain := rapid.SampledFrom([]string{"The ", "ferry, ", "12", "-", "uncharacteristically ", "responsibilities; ", "counterrevolutionaries\n", "antidisestablishmentarianisms "})
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 8).Draw(t, "parts") {
			for range rapid.IntRange(0, 40).Draw(t, "plain") {
				b.WriteString(plain.Draw(t, "word"))
			}
			b.WriteString(bodies().Draw(t, "body"))
		}
		sameHashes(t, b.String())
	})
}

func FuzzWords(f *testing.F) {
	f.Add("The council voted 7-2 to close the school. “We had no choice,” said the mayor, Ann-Marie O’Neill, on 3 March.", uint8(0))
	f.Add(strings.Repeat("antidisestablishmentarianism", 9)+" "+strings.Repeat("Ä", 90), uint8(7))
	f.Add(strings.Repeat("a1 ", 60)+"\xff\xe2\x80"+strings.Repeat("市", 30), uint8(63))
	f.Fuzz(func(t *testing.T, body string, shift uint8) {
		sameHashes(t, strings.Repeat("x", int(shift%64))+body+strings.Repeat(" .", block))
		sameHashes(t, body)
	})
}

// The numbers here are stored with every index: they may change with
// dedup.SignatureVersion alone.
func TestHashesAreStable(t *testing.T) {
	got := fmt.Sprintf("%x", Append(nil, "The mayor said on Monday that 市長 agreed"))
	const want = "[158ffe511dc9e034 80f5c96e9bb6e810 685933e535bf9ef3 c10e5fefbd732851 d2d0d61a15b9cba5]"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestSetOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hash := rapid.OneOf(rapid.Uint64(), rapid.Uint64Range(0, 50), rapid.Just(uint64(math.MaxUint64)))
		hashes := rapid.SliceOfN(hash, 0, 400).Draw(t, "hashes")
		want := slices.Clone(hashes)
		slices.Sort(want)
		want = slices.Compact(want)
		if got := SetOf(hashes); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func TestPassages(t *testing.T) {
	a := "PORTVILLE (Wire) — The ferry sank in calm water just after dawn on Sunday. Nobody was hurt, the coast guard said."
	b := "A passenger described a loud bang. “The ferry sank in calm water — just after dawn on Sunday”, police wrote; nobody was hurt."
	got := Passages(a, b, 8)
	if len(got) != 1 || got[0].Words != 11 {
		t.Fatalf("got %+v, want one passage of 11 words", got)
	}
	if s := got[0].A.Of(a); s != "The ferry sank in calm water just after dawn on Sunday" {
		t.Errorf("in a: %q", s)
	}
	if s := got[0].B.Of(b); s != "The ferry sank in calm water — just after dawn on Sunday" {
		t.Errorf("in b: %q", s)
	}
}

func TestPassagesHoldTheSameWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := bodies().Draw(t, "a"), bodies().Draw(t, "b")
		last := 0
		for _, p := range Passages(a, b, 6) {
			if p.B.Start < last || p.Words < 6 {
				t.Fatalf("passage %+v overlaps the one before or is too short", p)
			}
			last = p.B.End
			if !slices.Equal(obviousWords(p.A.Of(a)), obviousWords(p.B.Of(b))) {
				t.Fatalf("%q is not %q", p.A.Of(a), p.B.Of(b))
			}
		}
	})
}

func FuzzPassages(f *testing.F) {
	f.Add("The council voted 7-2 to close the school.", "“The council voted 7–2 to close the school,” it said.")
	f.Add("ナターシャ市長は辞任した", "市長は辞任した。\xff\xfe")
	f.Add(strings.Repeat("ha ", 300), strings.Repeat("ha ", 500))
	f.Add("000\x9e", "0")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, p := range Positions(a) {
			if !onRunes(a, p.Start, p.End) {
				t.Fatalf("position %v", p)
			}
		}
		for _, p := range Passages(a, b, 5) {
			if !onRunes(a, p.A.Start, p.A.End) || !onRunes(b, p.B.Start, p.B.End) {
				t.Fatalf("passage %v", p)
			}
		}
		if len(obviousSet(a)) != len(Of(a)) {
			t.Fatalf("%d shingles, want %d", len(Of(a)), len(obviousSet(a)))
		}
	})
}

// onRunes reports whether the range lies inside s and cuts no code point. A byte that is
// none of any code point stands for itself.
func onRunes(s string, start, end int) bool {
	begins := func(at int) bool {
		for i := range s {
			if i == at {
				return true
			}
		}
		return at == len(s)
	}
	return 0 <= start && start < end && begins(start) && begins(end)
}
