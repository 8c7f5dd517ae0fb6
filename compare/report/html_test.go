package report_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/storydiff/storydiff/compare"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/report"
)

func page(t testing.TB, r *compare.Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := report.Write(&out, r, report.Options{Format: report.HTML}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func compared(t testing.TB, articles ...*article.Article) *compare.Report {
	t.Helper()
	r, err := compare.Articles(context.Background(), articles, compare.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// hostile returns two tellings of one event whose every part tries to be more than text.
func hostile() []*article.Article {
	long := strings.Repeat("Donaudampfschifffahrt", 300)
	body := func(verb, quote string) string {
		return strings.Join([]string{
			"AVERNO — A fire destroyed the 140-year-old <b>Brandt</b> paper mill in Averno on Monday night, leaving three firefighters injured. </script><script>alert(1)</script>",
			"“" + quote + " <img src=x onerror=alert(2)> {{.}} before the spring,” " + verb + " Ines Marchetti, the mayor of Averno, after touring the ruins.",
			"Investigators said the blaze began in a drying hall shortly after 10 p.m. and spread to the roof. " + long,
			"ראש העיר אמרה כי המפעל ייבנה מחדש \u202eesrever ni si siht\u202c לפני האביב 👩‍👩‍👧‍👦🏳️‍🌈 <!-- ]]> \u2028 &amp; &#x3c;",
			"<iframe src=\"https://evil.example/\"></iframe> <style>*{display:none}</style> \x01\x7f\xff",
		}, "\n\n")
	}
	return []*article.Article{
		article.New(article.Source{
			Label: "<i>one</i>", Outlet: "\u202eeno", Title: "<script>alert(3)</script> Fire guts Brandt mill in Averno",
			Authors: []string{"\"><b id=main>"}, URL: "javascript:alert(4)", Published: "2021-03-01T22:30:00Z",
			Body: body("said", "We will rebuild the mill"),
		}),
		article.New(article.Source{
			Label: "two\" onclick=\"alert(5)", Title: "Mayor vows to rebuild <Averno> mill & more after fire", URL: "https://two.example/a?b=c&d=\"><script>",
			Published: "2021-03-02", Body: body("vowed", "We shall not rebuild the mill"),
		}),
	}
}

func pages(t *testing.T) map[string]*compare.Report {
	t.Helper()
	return map[string]*compare.Report{
		"samples": samples(t), "hostile": compared(t, hostile()...), "nothing": empty(t),
		"one": compared(t, hostile()[0]), "twins": compared(t, hostile()[1], hostile()[1]),
	}
}

var (
	idOf   = regexp.MustCompile(` id="([^"]+)"`)
	linkOf = regexp.MustCompile(` href="#([^"]+)"`)
)

// Every anchor stands once and every link inside the page leads to one.
func TestHTMLLinksResolve(t *testing.T) {
	for name, r := range pages(t) {
		out := string(page(t, r))
		ids := map[string]bool{"side-h": true} // made by the script
		for _, m := range idOf.FindAllStringSubmatch(out, -1) {
			if ids[m[1]] {
				t.Errorf("%s: id %q stands twice", name, m[1])
			}
			ids[m[1]] = true
		}
		for _, m := range linkOf.FindAllStringSubmatch(out, -1) {
			if !ids[m[1]] {
				t.Errorf("%s: link to #%s leads nowhere", name, m[1])
			}
		}
		if strings.Contains(out, "ZgotmplZ") {
			t.Errorf("%s: the template refused a value", name)
		}
	}
}

// Each article's text is on the page once, to the letter but for what has no look.
func TestHTMLShowsWholeTexts(t *testing.T) {
	for name, r := range pages(t) {
		doc, err := html.Parse(bytes.NewReader(page(t, r)))
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range r.Articles {
			want := squeezed(strings.Map(shown, a.Text))
			if got := squeezed(bodyOf(doc, "a-"+a.ID)); got != want {
				t.Errorf("%s: text of %s\ngot  %q\nwant %q", name, a.Label, got, want)
			}
		}
	}
}

// shown maps characters as the page does.
func shown(r rune) rune {
	switch {
	case r == '\u202e', r < ' ' && r != '\n' && r != '\t', r == 0x7f:
		return '\ufffd'
	}
	return r
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// bodyOf returns the words of the article with an id, without its links and head.
func bodyOf(n *html.Node, id string) string {
	var out strings.Builder
	var walk func(n *html.Node, in bool)
	walk = func(n *html.Node, in bool) {
		if n.Type == html.ElementNode && (n.Data == "sup" || n.Data == "header") {
			return
		}
		if n.Type == html.TextNode && in {
			out.WriteString(n.Data)
		}
		for _, a := range n.Attr {
			in = in || a.Key == "id" && a.Val == id
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, in)
		}
	}
	walk(n, false)
	return out.String()
}

// The policy allows the page's one style and one script, and nothing that an article
// brings along becomes markup.
func TestHTMLTrustsNothing(t *testing.T) {
	out := string(page(t, compared(t, hostile()...)))
	doc, err := html.Parse(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	policy := ""
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.ElementNode && (n.Data == "iframe" || n.Data == "img" || n.Data == "b" || n.Data == "i"):
			t.Errorf("an article made a <%s>", n.Data)
		case n.Type == html.ElementNode && n.Data == "meta" && attr(n, "http-equiv") != "":
			policy = attr(n, "content")
		case n.Type == html.ElementNode && (n.Data == "style" || n.Data == "script") && attr(n, "type") == "":
			sum := sha256.Sum256([]byte(n.FirstChild.Data))
			if want := n.Data + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, want) {
				t.Errorf("the policy %q does not allow %s", policy, want)
			}
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.HasPrefix(a.Val, "javascript:") {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	if !strings.HasPrefix(policy, "default-src 'none'; ") {
		t.Errorf("policy %q", policy)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestHTMLLinksToSources(t *testing.T) {
	out := string(page(t, compared(t, hostile()...)))
	for _, want := range []string{"https://two.example/a?b=c", "#:~:text=We%20shall%20not%20rebuild,"} {
		if !strings.Contains(out, want) {
			t.Errorf("the page has no %s", want)
		}
	}
}

func TestHTMLIsTheSameEveryTime(t *testing.T) {
	as := hostile()
	first := page(t, compared(t, as...))
	if again := page(t, compared(t, as[1], as[0])); !bytes.Equal(first, again) {
		t.Error("another order of inputs makes another page")
	}
	if dir, err := os.Getwd(); err == nil && bytes.Contains(first, []byte(dir)) {
		t.Error("the page holds a path")
	}
}

func TestIntact(t *testing.T) {
	out := page(t, compared(t, hostile()...))
	if !report.Intact(out) {
		t.Error("a page that was just written is not intact")
	}
	if report.Intact(bytes.Replace(out, []byte("mayor"), []byte("Mayor"), 1)) {
		t.Error("a changed page is intact")
	}
	if report.Intact(nil) || report.Intact([]byte("<html>")) {
		t.Error("another page is intact")
	}
}

func FuzzReadMade(f *testing.F) {
	f.Add([]byte(`<script type="application/json" id="storydiff-report">{"version":"v1"}</script>`))
	f.Add([]byte(`<meta name="storydiff-seal" content="0000"><script type="application/json" id="storydiff-report">{"inputs":[`))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := report.ReadMade(data)
		if err != nil && !strings.Contains(err.Error(), "HTML report") {
			t.Error(err)
		}
		report.Intact(data)
	})
}
