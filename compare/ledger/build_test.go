package ledger

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
	"github.com/storydiff/storydiff/internal/cputime"
)

var reports = []string{
	"Talks on the river end\n\nForeign minister Nikos Pavlou spoke after the talks. “We will open the lock gates on Monday, although the repairs are not finished,” Pavlou said. “Nobody upstream has lost a single cow,” he added.",
	"Gates to open\n\n“We will open the lock gates on Tuesday,” foreign minister Nikos Pavlou said. He spoke of “reckless” engineers.",
	"River talks\n\nForeign minister Nikos Pavlou said the lock gates would open on Monday although the repairs were not finished. “Nobody upstream has lost a cow,” Pavlou told reporters.",
	"Sluice keepers strike\n\nUnion leader Karim Bensaid said: “Our members have not been paid since the flood in March.”",
}

func readingsOf(reports ...string) []*quote.Reading {
	rs := make([]*quote.Reading, len(reports))
	for i, r := range reports {
		rs[i] = reading(r)
	}
	return rs
}

func TestBuildSetsWordingsSideBySide(t *testing.T) {
	rs := readingsOf(reports...)
	us := Build(rs)
	got := make([]string, len(us))
	for i, u := range us {
		line := []string{u.Speaker + ":"}
		for _, v := range u.Variants {
			line = append(line, fmt.Sprint(v.Article, " ", v.Relation))
		}
		got[i] = strings.Join(line, " ")
	}
	want := []string{
		"Nikos Pavlou: 0 verbatim 1 edited 2 paraphrase",
		"Nikos Pavlou: 0 verbatim 2 cut",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestTwoSentencesMayBeAnothersOne(t *testing.T) {
	us := Build(readingsOf(
		"“We will close the smelter in Aldvik before Christmas. We will pay every worker two years of wages,” said company head Ingrid Moen.",
		"“We will close the smelter in Aldvik before Christmas and pay every worker two years of wages,” said company head Ingrid Moen.",
	))
	if len(us) != 1 || len(us[0].Variants) != 2 {
		t.Fatalf("%d utterances", len(us))
	}
	v := us[0].Variants[1-us[0].Fullest]
	if v.Relation != Edited {
		t.Errorf("%s, want edited: %v", v.Relation, v.Changes)
	}
}

// TestHalvesOfOneSentence holds that two sentences, each too little like a third, are its
// halves together, in a copy too.
func TestHalvesOfOneSentence(t *testing.T) {
	wire := "“We have searched 14 cabins and led out 63 hikers,” ranger Ingrid Moen told reporters. “The patrols will continue as long as there is light on the ridge.”"
	us := Build(readingsOf(
		wire, wire,
		"“We led out 63 hikers and we will go on patrolling as long as there is light,” said ranger Ingrid Moen.",
	))
	if len(us) != 1 || len(us[0].Variants) != 3 {
		t.Fatalf("%d utterances: %v", len(us), us)
	}
	if v := us[0].Variants[0]; len(v.Spans) != 2 {
		t.Errorf("spans %v, want both sentences", v.Spans)
	}
}

func TestOneLikeSentenceIsNoHalf(t *testing.T) {
	us := Build(readingsOf(
		"“We have searched 14 cabins and led out 63 hikers,” ranger Ingrid Moen told reporters. “The patrols will continue as long as there is light on the ridge.”",
		"“We closed the road and we will keep it closed as long as there is ice,” said ranger Ingrid Moen.",
	))
	if len(us) > 0 {
		t.Errorf("%d utterances: %v", len(us), us)
	}
}

func TestLikeSentencesOfOneArticleAreTwo(t *testing.T) {
	us := Build(readingsOf(
		"“If the ministry has a plan for the ferries, bring it to the council,” said mayor Ingrid Moen. “If the ministry has a promise for the ferries, print it in the gazette.”",
		"“If the ministry has a plan for the ferries, bring it to the council. If the ministry has a promise for the ferries, print it in the gazette,” mayor Ingrid Moen said.",
		"Mayor Ingrid Moen said: “If the ministry has a promise for the ferries, print it in the gazette.”",
	))
	if len(us) != 2 {
		t.Fatalf("%d utterances, want 2", len(us))
	}
	for _, u := range us {
		for _, v := range u.Variants {
			if v.Relation != Verbatim || len(v.Also) > 0 {
				t.Errorf("%s, also %v", v.Relation, v.Also)
			}
		}
	}
}

func TestDenialIsAFragment(t *testing.T) {
	keeper := "“Our keepers stood watch all winter and they will not be bullied into leaving the lighthouse,” said union leader Karim Bensaid."
	for _, c := range []struct {
		claim string
		rows  int
	}{
		{"Union leader Karim Bensaid claimed his keepers would “not be bullied” by anyone.", 1},
		{"Mayor Ingrid Moen claimed her council would “not be bullied” by anyone.", 0},
		{"Union leader Karim Bensaid claimed his keepers would “not be there” by spring.", 0},
	} {
		if us := Build(readingsOf(keeper, c.claim)); len(us) != c.rows {
			t.Errorf("%s: %d utterances, want %d", c.claim, len(us), c.rows)
		} else if len(us) > 0 && us[0].Variants[1].Relation != Fragment {
			t.Errorf("%s: %s, want a fragment", c.claim, us[0].Variants[1].Relation)
		}
	}
}

// TestShortSentenceBelongsToTheWording holds that a sentence too short for a row of its own
// is not called left out where it stands, and that an attribution parts words.
func TestShortSentenceBelongsToTheWording(t *testing.T) {
	us := Build(readingsOf(
		"“The wage on the table is fair to the keepers and fair to the town, and it will not be raised,” said mayor Ingrid Moen.",
		"“The wage is fair to the keepers and fair to the town,” said mayor Ingrid Moen. “It will not be raised.”",
	))
	if len(us) != 1 || len(us[0].Variants) != 2 {
		t.Fatalf("%d utterances", len(us))
	}
	v := us[0].Variants[1]
	if len(v.Spans) != 2 {
		t.Errorf("spans %v, want one on each side of the attribution", v.Spans)
	}
	for _, c := range v.Changes {
		if strings.Contains(c.From, "raised") {
			t.Errorf("left out: %q", c.From)
		}
	}
}

func TestShortFormsAreTheSameWords(t *testing.T) {
	us := Build(readingsOf(
		"“If you can smell the gas, you’re too close,” said fire chief Ingrid Moen.",
		"Fire chief Ingrid Moen said: “If you can smell the gas, you are too close.”",
	))
	if len(us) != 1 || us[0].Variants[1-us[0].Fullest].Relation != Verbatim {
		t.Errorf("got %+v", us)
	}
}

func TestWhatIsDeniedIsAnotherUtterance(t *testing.T) {
	us := Build(readingsOf(
		"“Our crew followed every rule of the port, and we will help the coroner,” said Ingrid Moen of Fjord Lines.",
		"Ferry inquiry\n\n“Our crew followed every rule of the port,” Ingrid Moen of Fjord Lines said.\n\nA storm came up from the west in the night and nobody went out.\n\n“Our crew did not follow every rule of the port,” Ingrid Moen said a day later.",
	))
	if len(us) != 1 {
		t.Fatalf("%d utterances", len(us))
	}
	for _, v := range us[0].Variants {
		if slices.ContainsFunc(v.Changes, func(c Change) bool { return c.Type == ChangedNegation }) {
			t.Errorf("the sentence that denies it was chosen: %v", v.Changes)
		}
	}
}

func TestACopyWithAnotherSpeakerPartsNobody(t *testing.T) {
	us := Build(readingsOf(
		"“We warned the owners in June, in September and again in January,” said union secretary Ingrid Moen.",
		"“We warned the owners in June, in September and again in January,” said Karim Bensaid, a stoker.",
		"“We sent the owners a warning in June, in September and in January,” said union secretary Ingrid Moen.",
	))
	if len(us) != 1 || len(us[0].Variants) != 3 || !us[0].Conflict || us[0].Speaker != "Ingrid Moen" {
		t.Errorf("got %+v", us)
	}
}

func TestWireCopiesAreNamed(t *testing.T) {
	wire := " The lock keepers at the upper gate counted eleven barges waiting in the dark, and sent three of them back to the coal port."
	us := Build(readingsOf(
		"Gates to open\n\n“We will open the lock gates on Tuesday,” foreign minister Nikos Pavlou said."+wire,
		"Barges wait\n\n“We will open the lock gates on Tuesday,” foreign minister Nikos Pavlou said."+wire,
		"River\n\nForeign minister Nikos Pavlou promised: “We will open the lock gates on Tuesday.” Nobody on the quay believed him.",
	))
	if len(us) != 1 || len(us[0].Variants) != 3 {
		t.Fatalf("%d utterances", len(us))
	}
	for i, want := range []int{-1, 0, -1} {
		if got := us[0].Variants[i].CopyOf; got != want {
			t.Errorf("variant %d is a copy of %d, want %d", i, got, want)
		}
	}
}

func TestAgainstMeasuresOneOutletToo(t *testing.T) {
	source := reading("Good morning to you all.\n\nWe will open the lock gates on Monday, although the repairs are not finished. Nobody upstream has lost a single cow. I thank the engineers for their patience.")
	rs := readingsOf(reports[0], reports[1], reports[3])
	us := Against(source, rs)
	if len(us) != 2 {
		t.Fatalf("%d utterances, want the two that the source and an outlet hold", len(us))
	}
	for _, u := range us {
		if got := u.Variants[u.Fullest].Article; got != len(rs) {
			t.Errorf("the reference is article %d, want the source", got)
		}
	}
	changed := us[0].Variants[1]
	if !slices.ContainsFunc(changed.Changes, func(c Change) bool { return c.Type == ChangedDate && c.To == "Tuesday" }) {
		t.Errorf("Monday became Tuesday: %v", changed.Changes)
	}
}

func TestBuildOfFewArticles(t *testing.T) {
	for _, rs := range [][]*quote.Reading{nil, readingsOf(reports[0]), readingsOf("", ""), readingsOf("“”", "“😀😀😀”", "\xff“\xfe”")} {
		if us := Build(rs); len(us) > 0 {
			t.Errorf("%d articles share %v", len(rs), us)
		}
	}
}

// canonical renames articles in a ledger by their text, so that ledgers of shuffled
// input can be compared.
func canonical(us []Utterance, rs []*quote.Reading) []string {
	out := make([]string, 0, len(us))
	for _, u := range us {
		var variants []string
		for i, v := range u.Variants {
			variants = append(variants, fmt.Sprint(rs[v.Article].Text[:12], i == u.Fullest, v.At, v.Quotes, v.Also, v.Speaker, v.Verb, v.Relation, v.Changes, v.Edits))
		}
		slices.Sort(variants)
		out = append(out, fmt.Sprint(u.Speaker, u.Conflict, u.Background, variants))
	}
	return out
}

func TestBuildIgnoresTheOrderOfArticles(t *testing.T) {
	rs := readingsOf(reports...)
	want := canonical(Build(rs), rs)
	for seed := range int64(10) {
		shuffled := slices.Clone(rs)
		rand.New(rand.NewSource(seed)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if d := cmp.Diff(want, canonical(Build(shuffled), shuffled)); d != "" {
			t.Fatalf("shuffle %d changes the ledger:\n%s", seed, d)
		}
	}
}

// TestSpansRebuildTheWordings holds that what the edits of a variant cover is the
// wording of either article, attributions left out, and that all spans are in range.
func TestSpansRebuildTheWordings(t *testing.T) {
	rows := readRows(t)
	all := make([][]*quote.Reading, 0, len(rows)+1)
	all = append(all, readingsOf(reports...))
	for _, r := range rows {
		all = append(all, readingsOf(r.A, r.B))
	}
	for _, rs := range all {
		checkLedger(t, rs, Build(rs))
	}
}

func checkLedger(t *testing.T, rs []*quote.Reading, us []Utterance) {
	for _, u := range us {
		if u.Fullest < 0 || u.Fullest >= len(u.Variants) || len(u.Variants) < 2 {
			t.Fatalf("utterance %+v", u)
		}
		for i, v := range u.Variants {
			checkVariant(t, rs, u, v)
			if v.CopyOf >= i || v.CopyOf < -1 {
				t.Errorf("variant %d is a copy of %d", i, v.CopyOf)
			}
		}
	}
}

func checkVariant(t *testing.T, rs []*quote.Reading, u Utterance, v Variant) {
	from, to := rs[u.Variants[u.Fullest].Article].Text, rs[v.Article].Text
	var a strings.Builder
	edits := slices.Clone(v.Edits)
	for _, e := range edits {
		a.WriteString(e.A.Of(from))
	}
	slices.SortStableFunc(edits, func(x, y align.Edit) int { return x.B.Start - y.B.Start })
	var b strings.Builder
	for _, e := range edits {
		b.WriteString(e.B.Of(to))
	}
	if got, want := words(b.String()), words(v.At.Of(to)); !isSubsequence(got, want) {
		t.Errorf("edits rebuild %v of %v", got, want)
	}
	if got, want := words(a.String()), words(u.Variants[u.Fullest].At.Of(from)); !isSubsequence(got, want) {
		t.Errorf("edits rebuild %v of %v", got, want)
	}
	for _, c := range v.Changes {
		if c.Type == ChangedSpeaker {
			continue
		}
		// An attribution may stand in the middle of the words.
		if !isSubsequence(words(c.From), words(c.FromAt.Of(from))) || !isSubsequence(words(c.To), words(c.ToAt.Of(to))) {
			t.Errorf("change %v stands at %q and %q", c, c.FromAt.Of(from), c.ToAt.Of(to))
		}
	}
}

func words(s string) []string {
	ws := text.Words(s)
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.Norm
	}
	return out
}

// isSubsequence reports whether got is want, but for words of an attribution in want.
func isSubsequence(got, want []string) bool {
	for _, w := range want {
		if len(got) > 0 && got[0] == w {
			got = got[1:]
		}
	}
	return len(got) == 0
}

func TestHostileQuotesTakeBoundedTime(t *testing.T) {
	long := strings.Repeat("the dam is safe and nobody was told about the cracks in it ", 1700)
	repeated := strings.Repeat("“We will open the lock gates on Monday,” Nikos Pavlou said.\n\n", 1000)
	begin := cputime.Used()
	Build(readingsOf("Long\n\n“"+long+"” said Nikos Pavlou.", "Long too\n\n“"+long[40:]+"” said Nikos Pavlou."))
	us := Build(readingsOf("One\n\n"+repeated, "Two\n\n"+repeated))
	if len(us) != 1 || len(us[0].Variants[0].Also) != 999 {
		t.Errorf("a quote repeated 1000 times makes %d utterances", len(us))
	}
	if took := cputime.Used() - begin; took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}

// The second of two sentences is of the row when another outlet prints both as one.
func TestTheSecondHalfOfAnUtterance(t *testing.T) {
	us := Build(readingsOf(
		"“A lighthouse is not a gift to seafarers. It is how islands avert a catastrophe,” said keeper Ingrid Moen.",
		"“A lighthouse is not a gift for seafarers, but a way for islands to avert a disaster,” said keeper Ingrid Moen.",
		"“A lighthouse is no gift to seafarers. It is the way in which islands avert a catastrophe,” keeper Ingrid Moen said.",
	))
	if len(us) != 1 || len(us[0].Variants) != 3 {
		t.Errorf("want one row of three: %+v", us)
	}
}

// What an article quotes and retells elsewhere is one utterance with two places.
func TestRetoldAndQuotedInOneArticle(t *testing.T) {
	us := Build(readingsOf(
		"Keeper Ingrid Moen offered on Monday to sail to any island without conditions.\n\n“I am ready to sail to any island, at any hour, without conditions,” Moen said.",
		"“I am prepared to sail to any of the islands at any hour and without any conditions,” keeper Ingrid Moen said.",
	))
	if len(us) != 1 {
		t.Errorf("%d rows, want one: %+v", len(us), us)
	}
}

// Two clauses that both deny something deny as one does.
func TestEveryClauseDenies(t *testing.T) {
	us := Build(readingsOf(
		"“There are no winners in a storm that lasts this long, and there are no losers in a safe harbour,” said keeper Ingrid Moen.",
		"“In a storm that goes on for so long there are no winners. In a safe harbour there are no losers,” said keeper Ingrid Moen.",
		"Keeper Ingrid Moen saw “no losers in a safe harbour”.\n\n“There are no winners in a storm that drags on like this, and no losers in a safe harbour,” Moen said.",
	))
	if len(us) != 1 || len(us[0].Variants) != 3 {
		t.Errorf("want one row of three: %+v", us)
	}
}
