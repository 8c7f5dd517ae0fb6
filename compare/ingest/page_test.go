package ingest

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

const (
	prose1 = "The harbour board voted on Tuesday to close the old ferry terminal, ending weeks of argument with the islanders who depend on it."
	prose2 = "“We were not asked,” said Ida Holm, who runs the bakery on the quay. “We read about it in the paper like everybody else.”"
	prose3 = "The board’s chairman said that a new pier would open in the spring, and that the old one was no longer safe to use."
)

// pageWith is a page with something before, inside and behind its article.
func pageWith(before, inside, behind string) string {
	return `<html lang="en"><head><title>Ferry to close</title></head><body><div class="top"><h1>Ferry to close</h1>` + before +
		`</div><div class="story-body"><p>` + prose1 + "</p>" + inside + "<p>" + prose2 + "</p><p>" + prose3 + "</p></div>" + behind + "</body></html>"
}

func bodyOf(t *testing.T, page string) string {
	t.Helper()
	a, err := readPage(Input{Path: "a.html"}, []byte(page), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return a.Text[a.BodyStart:]
}

// TestFurniture holds that what lies around an article stays out of it.
func TestFurniture(t *testing.T) {
	const extra = "Islanders petition the board to keep the terminal open for another year, at least until a new pier is built."
	want := strings.Join([]string{prose1, prose2, prose3}, "\n\n")
	for name, page := range map[string]string{
		"nothing":           pageWith("", "", ""),
		"related story":     pageWith("", `<div class="article__related-articles"><p>`+extra+`</p></div>`, ""),
		"camel case":        pageWith("", `<div class="readMoreBox"><p>`+extra+`</p></div>`, ""),
		"newsletter":        pageWith("", `<section id="newsletter-signup"><p>`+extra+`</p></section>`, ""),
		"caption":           pageWith("", `<div class="wp-caption"><img><p>`+extra+`</p></div>`, ""),
		"figure":            pageWith("", `<figure><img><figcaption>`+extra+`</figcaption></figure>`, ""),
		"linked headline":   pageWith("", `<p><a href="/x">Islanders petition the harbour board to keep the terminal</a></p>`, ""),
		"comments":          pageWith("", "", `<ol class="comment-list">`+strings.Repeat("<li><p>"+extra+"</p></li>", 3)+`</ol>`),
		"about the author":  pageWith("", `<div class="author-bio"><p>Jan Berg writes about the islands and has done so for twenty years.</p></div>`, ""),
		"navigation inside": pageWith("", `<nav><a href="/">`+extra+`</a></nav>`, ""),
	} {
		if got := bodyOf(t, page); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestNamedLikeFurniture holds that the article stays whatever its element is called.
func TestNamedLikeFurniture(t *testing.T) {
	page := strings.Replace(pageWith("", "", ""), "story-body", "story share-text", 1)
	if got := bodyOf(t, page); !strings.Contains(got, prose1) || !strings.Contains(got, prose3) {
		t.Errorf("%q", got)
	}
}

// TestStandfirst holds that the paragraph below the headline is read wherever the page
// puts it.
func TestStandfirst(t *testing.T) {
	const first = "Islanders lose their only link in winter, and the board says that there is no money for another."
	described := func(page string) string {
		return strings.Replace(page, "</head>", `<meta name="description" content="`+first+`"></head>`, 1)
	}
	for name, page := range map[string]string{
		"named":     pageWith(`<div class="article-lead">`+first+`</div>`, "", ""),
		"described": described(pageWith(`<div class="x1">`+first+`</div>`, "", "")),
	} {
		if got := bodyOf(t, page); !strings.HasPrefix(got, first+"\n\n"+prose1) {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got := bodyOf(t, pageWith(`<a class="teaser" href="/x"><p>`+first+`</p></a>`, "", "")); strings.Contains(got, first) {
		t.Errorf("of another article: %q", got)
	}
}

func TestTextInPageData(t *testing.T) {
	long := strings.Repeat(prose1+" "+prose2+" ", 3)
	page := `<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry to close", "articleBody": "` +
		long + `"}</script></head><body><h1>Ferry to close</h1><p>Subscribe to read on.</p></body></html>`
	if got := bodyOf(t, page); got != strings.TrimSpace(long) {
		t.Errorf("%q", got)
	}
}

func TestPageDates(t *testing.T) {
	const stated = `<meta property="article:published_time" content="2021-03-02T23:15:00Z">`
	for _, test := range []struct{ name, page, want string }{
		{"data", pageWith(stated, "", ""), "2021-03-02T23:15:00Z"},
		{"data before shown", pageWith(stated+`<p class="date">5 March 2021</p>`, "", ""), "2021-03-02T23:15:00Z"},
		{"the outlet's own day", pageWith(stated+`<p class="date">3 March 2021</p>`, "", ""), "2021-03-03"},
		{"published before modified", pageWith(`<meta property="article:modified_time" content="2021-03-05"><p class="date">March 2, 2021</p>`, "", ""), "2021-03-02"},
		{"modified alone", pageWith(`<meta property="article:modified_time" content="2021-03-05">`, "", ""), "2021-03-05"},
		{"time element", pageWith(`<time datetime="2021-03-02T10:15:00+01:00">Tuesday</time>`, "", ""), "2021-03-02T10:15:00+01:00"},
		{"microdata", pageWith(`<span itemprop="datePublished">2 March 2021</span>`, "", ""), "2021-03-02"},
		{"address", pageWith(`<link rel="canonical" href="https://harbour.example/2021/03/02/ferry">`, "", ""), "2021-03-02"},
		{"below the headline", pageWith(`<p>2 March 2021</p>`, "", ""), "2021-03-02"},
		{"in another language than stated", pageWith(`<p>2. März 2021</p>`, "", ""), "2021-03-02"},
		{"words for it", pageWith("", "", `<p>Dieser Beitrag wurde am 2. März 2021 veröffentlicht.</p>`), "2021-03-02"},
		{"updated and published", pageWith(`<p class="date">Letzte Änderung: 5. März 2021</p><p class="date">Erschienen am 2. März 2021</p>`, "", ""), "2021-03-02"},
		{"odd time", pageWith(`<meta name="date" content="2021-03-02T10:15:00:120Z">`, "", ""), "2021-03-02"},
		{"a day and a month that could be exchanged", pageWith(`<p>02/03/2021</p>`, "", ""), ""},
		{"none", pageWith("", "", ""), ""},
	} {
		a, err := readPage(Input{Path: "a.html"}, []byte(test.page), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if a.Published != test.want {
			t.Errorf("%s: %q, want %q", test.name, a.Published, test.want)
		}
	}
}

func TestNameWords(t *testing.T) {
	for name, want := range map[string]string{
		"related-articles": "related articles", "relatedPosts__item-3": "related posts item", "ArticleSidebarURL": "article sidebar url", "": "",
	} {
		if got := strings.Join(nameWords(name), " "); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}

// TestHostilePagesTakeLinearTime reads pages built to make a careless reader take the
// square of their length.
func TestHostilePagesTakeLinearTime(t *testing.T) {
	nested := strings.Repeat(`<div class="related entry-content comments">`, 400)
	for name, page := range map[string]string{
		"named alike":      nested + strings.Repeat("<p>"+prose1+"</p>", 8_000),
		"standfirsts":      "<h1>Ferry</h1>" + strings.Repeat(`<p class="lead">`+prose1+`</p>`, 20_000) + pageWith("", "", ""),
		"dates":            "<h1>Ferry</h1>" + strings.Repeat(`<span class="date">2 Marc 2021</span>`, 40_000),
		"times":            strings.Repeat(`<time>`, 400) + strings.Repeat("x <b>1</b>", 100_000),
		"long class names": `<p class="` + strings.Repeat("related ", 200_000) + `">`,
		"data":             `<script type="application/ld+json">` + strings.Repeat("[", 500_000) + `</script>`,
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, _ = readPage(Input{Path: "a"}, []byte(page), Options{})
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%d bytes took %v", len(page), took)
			} else {
				t.Logf("%d bytes took %v", len(page), took)
			}
		})
	}
}

func BenchmarkPage(b *testing.B) {
	page := pageWith("", strings.Repeat("<p>"+prose2+"</p>", 50), strings.Repeat(`<div class="related"><a href="/x">`+prose3+`</a></div>`, 200))
	b.SetBytes(int64(len(page)))
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, err := readPage(Input{Path: "a"}, []byte(page), Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("parsed alone", func(b *testing.B) {
		for b.Loop() {
			if _, err := html.Parse(strings.NewReader(page)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
