package article

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// body is a short article with room for debris; %s stands between paragraphs.
var body = []string{
	"The harbour board voted on Tuesday to close the old ferry terminal, ending weeks of argument with the islanders who depend on it.",
	"“We were not asked,” said Ida Holm, who runs the bakery on the quay. “We read about it in the paper.”",
	"The board’s chairman, Peter Lund, said that a new pier would open in the spring and that the old one was no longer safe to use.",
	"Some 400 people cross to the mainland every morning, most of them to work at the hospital or at the shipyard in Norrvik.",
}

func TestDebris(t *testing.T) {
	for _, test := range []struct {
		name, line, reason string
	}{
		{"teaser with its label", "READ MORE: Islanders vow to ‘fight on’ after ferry vote", "call to read more"},
		{"teaser with its label behind", "Ferry plan to be put to islanders Read more", "call to read more"},
		{"advertisement", "– Advertisement –", "advertisement marker"},
		{"advertisement in German", "ANZEIGE", "advertisement marker"},
		{"comment form", "Your email address will not be published. Required fields are marked *", "comment form"},
		{"comment form in French", "Laisser un commentaire", "comment form"},
		{"comment form in Russian", "Оставить комментарий", "comment form"},
		{"share buttons", "Share this article", "share prompt"},
		{"newsletter", "Sign up for our morning newsletter.", "subscription prompt"},
		{"newsletter with its promise", "The day’s news, delivered to your inbox at seven", "subscription prompt"},
		{"newsletter’s form", "Newsletter Sign Up Continue reading the main story Harbour News by Email What you need to know to start your day. Please verify you're not a robot by clicking the box. Invalid email address. Please re-enter. You must select a newsletter to subscribe to.", "subscription prompt"},
		{"newsletter’s box", "Let the harbour meet your inbox. The news that matters, delivered weekday mornings. This site is protected by recaptcha", "subscription prompt"},
		{"advertisement and button", "Advertisement Continue reading the main story", "advertisement marker"},
		{"gallery", "The ferry’s last day The ferry leaves Norrvik on Tuesday. Hide Caption 1 of 12", "caption"},
		{"long gallery", strings.Repeat("Photos: The ferry’s last day The ferry leaves Norrvik on Tuesday. Hide Caption 1 of 12 ", 9) + "Photos: The ferry’s last day The quay. Hide Caption 12 of 12", "caption"},
		{"credit that begins with the agency", "Islanders wait for the morning ferry in Norrvik, March 2, 2021. REUTERS/Jan Berg", "caption"},
		{"signature of a post", "pic.twitter.com/aB3dE5 — Ida Holm (@idabakes) March 2, 2021", "signature of a post"},
		{"source", "source: harbour-times.example", "source line"},
		{"paper that an agency has it from", "Information from: Norrvik Courier, http://www.norrvik-courier.example", "contributor line"},
		{"gallery", "34 show all Norrvik news in pictures", "caption"},
		{"copyright", "Copyright © 2021 Harbour Times Ltd. All rights reserved.", "copyright line"},
		{"contributors", "Jan Berg and Lise Dahl of Harbour Radio contributed to this report.", "contributor line"},
		{"sign-off", "(Reporting by Jan Berg in Norrvik; Editing by Lise Dahl)", "contributor line"},
		{"byline", "By Jan Berg, Harbour Times", "byline"},
		{"byline in German", "Von Jan Berg", "byline"},
		{"author known from the page’s data", "– Lise Dahl", "byline"},
		{"link to the author", "View author archive", "call to read more"},
		{"links in German", "Verwandte Beiträge", "call to read more"},
		{"credit of a free picture", "Photo (cc) : harbourlights", "caption"},
		{"time of change", "Updated 9:15 p.m.", "update line"},
		{"separator", "* * *", "separator"},
		{"caption with its agency", "The old ferry terminal in Norrvik on Tuesday. (AP Photo/Jan Berg)", "caption"},
		{"caption with a bare credit", "Islanders wait for the morning ferry in Norrvik, March 2, 2021. Jan Berg/AFP via Getty Images", "caption"},
		{"caption with a labelled credit", "The pier in Norrvik. Photograph: Jan Berg/EPA", "caption"},
		{"archive picture", "FILE PHOTO: Ida Holm in her bakery on the quay in Norrvik", "caption"},
		{"credit alone", "(Jan Berg/AFP via Getty Images)", "photo credit"},
		{"caption that repeats", "The board’s chairman, Peter Lund, said that a new pier would open in the spring", "repeated line"},
		{"link in capitals", "ISLANDERS SUE BOARD OVER FERRY TERMINAL CLOSURE", "link to another page"},
		{"teaser set otherwise", "Holm and Lund want to save the ferry.  The board's new plan could sink their hopes", "teaser headline"},
	} {
		t.Run(test.name, func(t *testing.T) {
			lines := slices.Insert(slices.Clone(body), 3, test.line)
			text, removed := clean("Ferry terminal to close", strings.Join(lines, "\n\n"), "Lise Dahl")
			if want := strings.Join(body, "\n\n"); text != want {
				t.Errorf("text is\n%s\nwant\n%s", text, want)
			}
			if len(removed) != 1 || removed[0].Text != test.line || removed[0].Reason != test.reason {
				t.Errorf("removed %+v, want %s", removed, test.reason)
			}
		})
	}
}

func TestArticleTextStays(t *testing.T) {
	for _, test := range []struct{ name, line string }{
		{"subheading", "Partnership on the water"},
		{"subheading in title case", "A New Pier"},
		{"subheading in capitals", "NO WAY BACK"},
		{"long subheading", "What the closure means for the 400 people who cross every morning"},
		{"agency behind a paragraph", "The minister declined to comment on the vote, a spokesman said late on Tuesday. (Reuters)"},
		{"sentence that begins with “von”", "Von der Insel kamen am Dienstag vierhundert Menschen mit der letzten Fähre."},
		{"sentence with the author’s name", "Lise Dahl, who wrote this, lives on the island and takes the ferry to work every day."},
		{"quotation in a caption of its own", "Ida Holm: “I will row across myself if I have to.” Jan Berg/AFP"},
		{"sentence about an advertisement", "Advertisement revenue fell by a third after the ferry line stopped sponsoring the paper."},
		{"sentence about sharing", "Share prices in the shipyard rose by four percent after the vote on Tuesday afternoon."},
		{"sentence about a subscription", "The islanders’ weekly newsletter, printed since 1911, devoted its front page to the ferry."},
		{"unfinished paragraph", "The terminal was built in 1921 by the navy. Nobody has looked after its roof since the war ended"},
		{"bullet point", "• Some 400 people cross to the mainland every morning"},
		{"sentence with a slash", "The vote was 4/3, with two members of the board away on the mainland for a wedding."},
		{"post without a date", "They never asked us. Not once. — Ida Holm (@idabakes)"},
		{"sentence about a newsletter", "The board’s newsletter, which lands in every inbox on the island, said nothing of the vote."},
		{"sentence about robots", "A robot by the quay will please re-enter the shed at night, the board’s chairman said on Friday."},
	} {
		t.Run(test.name, func(t *testing.T) {
			lines := slices.Insert(slices.Clone(body), 2, test.line)
			text, removed := clean("Ferry terminal to close", strings.Join(lines, "\n\n"))
			if test.name == "bullet point" {
				return // repeats a sentence below it: either way is fine
			}
			if want := strings.Join(lines, "\n\n"); text != want {
				t.Errorf("removed %+v", removed)
			}
		})
	}
}

func TestDateline(t *testing.T) {
	for _, test := range []struct{ line, dateline, rest, place, wire string }{
		{"NORRVIK (Reuters) - The board voted.", "NORRVIK (Reuters) -", "The board voted.", "NORRVIK", "Reuters"},
		{"NORRVIK, Sweden (AP) — “No,” she said.", "NORRVIK, Sweden (AP) —", "“No,” she said.", "NORRVIK, Sweden", "Associated Press"},
		{"NORRVIK, March 2, 2021 (Sound Wire) - The board voted to close the pier.", "NORRVIK, March 2, 2021 (Sound Wire) -", "The board voted to close the pier.", "NORRVIK, March 2, 2021", "Sound Wire"},
		{"NATO (the alliance) - it voted.", "", "NATO (the alliance) - it voted.", "", ""},
		{"(CNN) The board voted.", "(CNN)", "The board voted.", "", ""},
		{"NORRVIK — The board voted.", "NORRVIK —", "The board voted.", "NORRVIK", ""},
		{"NATO — the alliance — voted.", "", "NATO — the alliance — voted.", "", ""},
		{"The board (AP) - it voted.", "", "The board (AP) - it voted.", "", ""},
	} {
		a := New(Source{Body: test.line})
		got := ""
		if len(a.Removed) > 0 {
			got = a.Removed[0].Text
		}
		if got != test.dateline || a.Text != test.rest || a.Dateline != test.place || a.Wire != test.wire {
			t.Errorf("%q: dateline %q, text %q, place %q, wire %q", test.line, got, a.Text, a.Dateline, a.Wire)
		}
	}
}

func TestEmbeddedPosts(t *testing.T) {
	for _, test := range []struct {
		name, line, text string
		cuts             []string
	}{
		{"signed", "They never asked us. Not once. — Ida Holm (@idabakes) March 2, 2021", "They never asked us. Not once.", []string{"— Ida Holm (@idabakes) March 2, 2021"}},
		{"with a picture", "The last ferry leaves. pic.twitter.com/aB3dE5 — Ida Holm (@idabakes) March 2, 2021", "The last ferry leaves.", []string{"pic.twitter.com/aB3dE5 — Ida Holm (@idabakes) March 2, 2021"}},
		{"with a picture glued on", "The last ferry leaves. #norrvikpic.twitter.com/aB3dE5", "The last ferry leaves. #norrvik", []string{"pic.twitter.com/aB3dE5"}},
		{"with the page’s buttons", "Skip Twitter post by @idabakes They never asked us. — Ida Holm (@idabakes) March 2, 2021 Report", "They never asked us.", []string{"Skip Twitter post by @idabakes", "— Ida Holm (@idabakes) March 2, 2021 Report"}},
		{"in mid-paragraph", "“No.” — Ida Holm (@idabakes) March 2, 2021 The board voted. “Yes.” — Peter Lund (@lund) March 3, 2021", "“No.” The board voted. “Yes.”", []string{"— Ida Holm (@idabakes) March 2, 2021", "— Peter Lund (@lund) March 3, 2021"}},
		{"in capitals, like a link", "SAVE THE FERRY BEFORE THEY CLOSE IT — Ida Holm (@idabakes) March 2, 2021", "SAVE THE FERRY BEFORE THEY CLOSE IT — Ida Holm (@idabakes) March 2, 2021", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			page := strings.Join(slices.Insert(slices.Clone(body), 2, test.line), "\n\n")
			text, removed := clean("", page)
			if want := strings.Join(slices.Insert(slices.Clone(body), 2, test.text), "\n\n"); text != want {
				t.Errorf("text is\n%s", text)
			}
			var cuts []string
			for _, r := range removed {
				cuts = append(cuts, r.Text)
			}
			if !slices.Equal(cuts, test.cuts) {
				t.Errorf("removed %q", cuts)
			}
			checkNothingLost(t, page)
		})
	}
}

func TestTeaserAboveDateline(t *testing.T) {
	const teaser = "Holm and Lund buried their differences for an..."
	text, removed := clean("Ferry terminal to close", teaser+"\n\nNORRVIK — "+strings.Join(body, "\n\n"))
	if want := strings.Join(body, "\n\n"); text != want || len(removed) != 2 || removed[0].Reason != "teaser headline" {
		t.Errorf("removed %+v", removed)
	}
	page := "Holm waited. And waited...\n\n" + strings.Join(body, "\n\n")
	if text, removed := clean("Ferry terminal to close", page); text != page {
		t.Errorf("no dateline, yet removed %+v", removed)
	}
}

func TestLinkListInSentence(t *testing.T) {
	const before = "The motion was put by Ida Holm"
	const list = "Ida Maria HolmBoard divided over pier Islanders rally for ferry MORE"
	text, removed := clean("", before+" "+list+" (N-Norrvik) on Tuesday.")
	if text != before+" (N-Norrvik) on Tuesday." {
		t.Errorf("text is %q", text)
	}
	if len(removed) != 1 || removed[0].Text != list || removed[0].At != len(before) {
		t.Errorf("removed %+v", removed)
	}
}

// TestMostlyDebris holds that a page which is hardly an article is left as it is.
func TestMostlyDebris(t *testing.T) {
	page := "The harbour.\nShare this article\nLeave a Reply\nAdvertisement\nSign up for our newsletter.\nRead more: Ferry to close"
	text, removed := clean("", page)
	if text != page || len(removed) != 0 {
		t.Errorf("text %q, removed %+v", text, removed)
	}
}

// pieces are what random pages are made of: paragraphs, debris and what resembles it.
var pieces = append([]string{
	"Advertisement", "AD", "READ MORE: Ferry to close", "Read more:", "Board divided over pier",
	"(Jan Berg/AFP via Getty Images)", "Islanders wait for the ferry (AP Photo/Jan Berg)", "Norrvik Holm",
	"The board’s chairman, Peter Lund, said that a new pier would open in the spring", "By Jan Berg",
	"ISLANDERS SUE BOARD OVER FERRY TERMINAL CLOSURE", "NO WAY BACK AT ALL", "Jan Berg", "Harbour Radio",
	"NORRVIK — The board met again on Wednesday and found that nothing could be done about the roof.",
	"NORRVIK (AP) — NORRVIK — Nobody knew.", "___", "Lena Berg is a reporter for Harbour Radio.",
	"Ida Holm said so. Ida Maria HolmBoard divided MORE on Tuesday. (RELATED: More ferries)",
	"Holm and Lund want to save the ferry.  The board's new plan could sink their hopes",
	"They never asked us. Not once — Ida Holm (@idabakes) March 2, 2021 Report", "Holm waits for... — Peter Lund (@lund) May 3, 2021",
	"Skip Twitter post by @lund The pier! pic.twitter.com/aB3dE5 Ida Maria HolmBoard divided MORE — A (@b) May 3, 2021 (READ MORE: More)",
	"Ida Holm said “not one of us was asked” in Norrvik. Jan Berg/Reuters", "Leave a Reply", "2 March 2021, 14.05 GMT", "", "  ",
}, body...)

func randomPage(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 25).Draw(t, "lines"), "\n")
}

func TestCleaningIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once, _ := clean("Ferry to close", randomPage(t))
		twice, removed := clean("Ferry to close", once)
		if once != twice {
			t.Fatalf("cleaned again, %+v went from\n%s", removed, once)
		}
	})
}

func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkNothingLost(t, randomPage(t))
	})
}

type fataler interface{ Fatalf(string, ...any) }

// checkNothingLost holds that what stays and what was removed are the page, and that
// places lie inside the text.
func checkNothingLost(t fataler, page string) {
	text, removed := clean("Ferry to close", page)
	var rest strings.Builder
	rest.WriteString(text)
	last := 0
	for _, r := range removed {
		if r.At < last || r.At > len(text) || r.At < len(text) && !utf8.RuneStart(text[r.At]) {
			t.Fatalf("%q stood at %d, after %d, in %d bytes", r.Text, r.At, last, len(text))
		}
		last = r.At
		rest.WriteString(r.Text)
	}
	if got, want := solid(rest.String()), solid(page); got != want {
		t.Fatalf("stays and goes:\n%s\nthe page:\n%s", got, want)
	}
}

// solid returns the runes of s that are not space, sorted.
func solid(s string) string {
	runes := []rune(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s))
	slices.Sort(runes)
	return string(runes)
}

func FuzzClean(f *testing.F) {
	for _, p := range pieces {
		f.Add(p)
	}
	f.Add(strings.Join(pieces, "\n"))
	files, _ := filepath.Glob("../../seeds/*.txt")
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(string(data))
		}
	}
	f.Fuzz(func(t *testing.T, page string) {
		a := New(Source{Title: "Ferry to close", Body: page})
		for _, s := range a.Sentences() {
			if s.Start < 0 || s.End > len(a.Text) || s.Start > s.End {
				t.Fatalf("sentence %v of %d bytes", s, len(a.Text))
			}
		}
		if !utf8.ValidString(page) {
			return // the front door lets UTF-8 alone in
		}
		checkNothingLost(t, page)
		once, _ := clean("Ferry to close", page)
		if twice, _ := clean("Ferry to close", once); once != twice {
			t.Fatalf("cleaned again:\n%q\n%q", once, twice)
		}
	})
}

// BenchmarkClean cleans the sample articles, beside parting them into words, which looks
// at every byte once and keeps nothing but places.
func BenchmarkClean(b *testing.B) {
	files, _ := filepath.Glob("../../seeds/*.txt")
	pages := []string{strings.Join(body, "\n\n") + "\n\nAdvertisement\n\n"}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, string(data))
	}
	size := int64(len(strings.Join(pages, "")))
	for _, job := range []struct {
		name string
		run  func(page string)
	}{
		{"clean", func(page string) { clean("Ferry terminal to close", page) }},
		{"words", func(page string) { strings.Fields(page) }},
	} {
		b.Run(job.name, func(b *testing.B) {
			b.SetBytes(size)
			for b.Loop() {
				for _, page := range pages {
					job.run(page)
				}
			}
		})
	}
}
