package report_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-rod/rod"
	"github.com/go-rod/rod/lib/input"
	"github.com/go-rod/rod/lib/launcher"
	"github.com/go-rod/rod/lib/proto"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/seeds"
)

// browser starts chromium, or skips the test where there is none.
func browser(t *testing.T) *rod.Browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("needs chromium, which .ci/run installs")
	}
	l := launcher.New().Bin(path).NoSandbox(true).Leakless(false).Headless(true).UserDataDir(t.TempDir()).
		Set("disable-gpu").Set("disable-quic").Set("disable-component-update").Set("disable-sync")
	address, err := l.Launch()
	if err != nil {
		t.Fatalf("chromium does not start: %v", err)
	}
	b := rod.New().ControlURL(address)
	if err := b.Connect(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = b.Close()
		l.Kill()
		l.Cleanup()
	})
	return b
}

// A visit is a page open in the browser, and all that went wrong on it.
type visit struct {
	*rod.Page
	t      *testing.T
	faults func() []string
}

// look opens a report in a window of a width.
func look(t *testing.T, b *rod.Browser, content []byte, width int) *visit {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := b.Page(proto.TargetCreateTarget{URL: "about:blank"})
	if err != nil {
		t.Fatal(err)
	}
	p = p.Timeout(5 * time.Minute) // the machine may be busy
	v := &visit{Page: p, t: t, faults: watch(p)}
	v.resize(width)
	if err := p.Navigate("file://" + file); err != nil {
		t.Fatal(err)
	}
	if err := p.WaitLoad(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return v
}

// watch collects what a page logs and asks the network for.
func watch(p *rod.Page) (faults func() []string) {
	ctx, stop := context.WithCancel(p.GetContext())
	found := make(chan string, 1000)
	note := func(format string, args ...any) {
		select {
		case found <- fmt.Sprintf(format, args...):
		default:
		}
	}
	wait := p.Context(ctx).EachEvent(
		func(e *proto.RuntimeConsoleAPICalled) { note("console: %s", e.Type) },
		func(e *proto.RuntimeExceptionThrown) { note("exception: %s", e.ExceptionDetails.Text) },
		func(e *proto.LogEntryAdded) { note("log: %s", e.Entry.Text) },
		func(e *proto.PageJavascriptDialogOpening) { note("dialog: %s", e.Message) },
		func(e *proto.NetworkRequestWillBeSent) {
			if e.Type != proto.NetworkResourceTypeDocument || !strings.HasPrefix(e.Request.URL, "file://") {
				note("request: %s", e.Request.URL)
			}
		},
	)
	done := make(chan struct{})
	go func() { wait(); close(done) }()
	return func() []string {
		stop()
		<-done
		close(found)
		var all []string
		for f := range found {
			all = append(all, f)
		}
		return all
	}
}

func (v *visit) resize(width int) {
	v.t.Helper()
	err := v.SetViewport(&proto.EmulationSetDeviceMetricsOverride{Width: width, Height: 800, DeviceScaleFactor: 1})
	if err != nil {
		v.t.Fatal(err)
	}
}

// media emulates print or screen, light or dark.
func (v *visit) media(kind, scheme string) {
	v.t.Helper()
	err := proto.EmulationSetEmulatedMedia{Media: kind, Features: []*proto.EmulationMediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}}.Call(v.Page)
	if err != nil {
		v.t.Fatal(err)
	}
}

// ask evaluates a JavaScript expression.
func ask[T any](v *visit, expression string) T {
	v.t.Helper()
	res, err := proto.RuntimeEvaluate{Expression: expression, ReturnByValue: true, AwaitPromise: true}.Call(v.Page)
	if err != nil {
		v.t.Fatal(err)
	}
	if res.ExceptionDetails != nil {
		v.t.Fatalf("%s: %s", expression, res.ExceptionDetails.Exception.Description)
	}
	var out T
	raw, err := res.Result.Value.MarshalJSON()
	if err == nil {
		err = json.Unmarshal(raw, &out)
	}
	if err != nil {
		v.t.Fatalf("%s: %v", expression, err)
	}
	return out
}

func (v *visit) press(keys ...input.Key) {
	v.t.Helper()
	for _, k := range keys {
		if err := v.Keyboard.Type(k); err != nil {
			v.t.Fatal(err)
		}
	}
}

// expect fails unless a JavaScript expression is true.
func (v *visit) expect(what, expression string) {
	v.t.Helper()
	if !ask[bool](v, expression) {
		v.t.Errorf("not so: %s (%s)", what, expression)
	}
}

// widths are those of a desk, a tablet and a phone.
var widths = []int{1280, 768, 320}

func TestPageInBrowser(t *testing.T) {
	b := browser(t)
	axe := axeSource(t)
	all := pages(t)
	all["many"] = compared(t, many(6, 120)...)
	for name, r := range all {
		t.Run(name, func(t *testing.T) {
			v := look(t, b, page(t, r), 1280)
			v.media("screen", "light")
			v.expect("every link resolves", `[...document.querySelectorAll("a[href^='#']")].every(a => document.getElementById(a.getAttribute("href").slice(1)))`)
			if name == "samples" {
				audit(v, axe, "wide light")
			}
			for _, width := range widths {
				v.resize(width)
				if wide := ask[int](v, `document.documentElement.scrollWidth`); wide > width {
					t.Errorf("the page is %d wide in a window of %d: %v", wide, width, ask[[]string](v, widest))
				}
			}
			for _, scheme := range []string{"light", "dark"} {
				v.media("screen", scheme)
				audit(v, axe, "narrow "+scheme)
			}
			if faults := v.faults(); len(faults) > 0 {
				t.Errorf("the page is not quiet: %q", faults)
			}
		})
	}
}

// widest names the elements that reach out of the window.
const widest = `[...document.querySelectorAll("body *")].filter(e => !e.closest(".scroll, .toc, .pane, .vh, .skip") && e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(e => e.tagName + "." + e.className)`

// axeSource returns the source of axe-core, the accessibility audit
// (https://github.com/dequelabs/axe-core).
func axeSource(t *testing.T) string {
	t.Helper()
	path := os.Getenv("AXE_CORE")
	if path == "" {
		t.Log("no audit of accessibility: AXE_CORE does not name axe.min.js, which .ci/run fetches")
		return ""
	}
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(source)
}

// audit fails on every finding of the audit that is serious.
func audit(v *visit, axe, where string) {
	v.t.Helper()
	if axe == "" {
		return
	}
	ask[bool](v, axe+"\n;true")
	found := ask[[]string](v, `axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.filter(f => f.impact !== "minor").map(f => f.impact + " " + f.id + ": " + f.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " — " + n.any.map(c => c.message).join("; ")).join(" | ")))`)
	for _, f := range found {
		v.t.Errorf("%s: %s", where, f)
	}
}

func TestPageKeys(t *testing.T) {
	v := look(t, browser(t), page(t, samples(t)), 1280)
	v.media("screen", "light")
	v.press(input.KeyJ)
	v.expect("j goes to the first difference", `document.activeElement === [...document.querySelectorAll(".step")].find(e => e.checkVisibility())`)
	first := ask[string](v, `document.activeElement.id`)
	v.press(input.KeyJ)
	if second := ask[string](v, `document.activeElement.id`); second == first || second == "" {
		t.Errorf("j stays on %q", second)
	}
	v.press(input.KeyK)
	if back := ask[string](v, `document.activeElement.id`); back != first {
		t.Errorf("k goes to %q, not back to %q", back, first)
	}
	v.press(input.Slash)
	v.expect("a slash opens nothing", `!document.querySelector("dialog").open`)
	v.press(input.Key('?'))
	v.expect("? lists the keys", `document.querySelector("dialog").open`)
	v.press(input.Escape)
	v.expect("Esc closes the list", `!document.querySelector("dialog").open`)
	v.press(input.KeyS)
	v.expect("s goes to the texts side by side", `document.activeElement.matches("#side .pane")`)
	v.press(input.KeyJ)
	v.expect("j steps through the differences of two texts", `document.activeElement.matches("#side .s.here")`)
	v.expect("and says which it is", `document.querySelector("#side .status").textContent.startsWith("1 of ")`)
	v.press(input.KeyJ, input.KeyJ, input.KeyK)
	v.expect("k steps back", `document.querySelector("#side .status").textContent.startsWith("2 of ")`)
	if faults := v.faults(); len(faults) > 0 {
		t.Errorf("the page is not quiet: %q", faults)
	}
}

func TestPageSideBySide(t *testing.T) {
	v := look(t, browser(t), page(t, samples(t)), 1280)
	v.expect("both panes hold a text", `[...document.querySelectorAll("#side .pane")].every(p => p.querySelectorAll(".s").length > 5)`)
	v.expect("no anchor stands twice", `new Set([...document.querySelectorAll("[id]")].map(e => e.id)).size === document.querySelectorAll("[id]").length`)
	v.expect("sentences are linked", `document.querySelectorAll("#side .pane:first-child .linked").length > 0`)
	v.expect("pointing at a sentence joins it with its match", `(() => {
		const s = document.querySelector("#side .pane .linked");
		s.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
		const mate = document.querySelector("#side .pane:nth-child(2) .on");
		const box = mate.getBoundingClientRect(), frame = mate.closest(".pane").getBoundingClientRect();
		return s.classList.contains("on") && box.bottom > frame.top && box.top < frame.bottom;
	})()`)
	v.expect("any two can be chosen", `(() => {
		const [a, b] = document.querySelectorAll("#side select");
		b.value = b.options.length - 1;
		b.dispatchEvent(new Event("change"));
		return document.querySelector("#side .pane:nth-child(2) h3").textContent === b.options[b.value].textContent;
	})()`)
	v.expect("the marks rebuild the text", `(() => {
		const words = e => e.textContent.replace(/\s+/g, " ").trim();
		const copy = document.querySelector("#side .pane:first-child .body");
		const text = document.querySelectorAll("article.text")[document.querySelector("#side select").value].querySelector(".body").cloneNode(true);
		text.querySelectorAll("sup").forEach(e => e.remove());
		return words(copy) === words(text);
	})()`)
}

func TestPageWithoutScript(t *testing.T) {
	b := browser(t)
	p, err := b.Page(proto.TargetCreateTarget{URL: "about:blank"})
	if err != nil {
		t.Fatal(err)
	}
	if err := (proto.EmulationSetScriptExecutionDisabled{Value: true}).Call(p); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, page(t, samples(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := p.Timeout(time.Minute).Navigate("file://" + file); err != nil {
		t.Fatal(err)
	}
	v := &visit{Page: p, t: t}
	for ask[string](v, `document.readyState`) != "complete" {
		time.Sleep(50 * time.Millisecond) // waiting for the load takes a script
	}
	v.expect("what needs a script is hidden", `!document.querySelector("#side").checkVisibility()`)
	v.expect("every text is there", `document.querySelectorAll("article.text").length === document.querySelectorAll(".articles tbody tr").length`)
	v.expect("with links to its matches", `document.querySelectorAll(".text .match a").length > 10`)
	v.expect("nothing names a key that does nothing", `!document.querySelector("kbd")?.checkVisibility()`)
}

func TestPagePrintAndDark(t *testing.T) {
	v := look(t, browser(t), page(t, samples(t)), 794) // A4 at 96 dpi
	v.media("screen", "dark")
	light := `(() => { const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number); return r + g + b; })()`
	if sum := ask[int](v, light); sum > 3*60 {
		t.Errorf("the dark page is not dark: %d", sum)
	}
	v.media("print", "dark")
	if sum := ask[int](v, light); sum != 3*255 {
		t.Errorf("the printed page is not white: %d", sum)
	}
	v.expect("what is folded is printed", `[...document.querySelectorAll("details")].every(d => d.lastElementChild.getBoundingClientRect().height > 0)`)
	v.expect("what only works on a screen is not", `!document.querySelector(".toc").checkVisibility() && !document.querySelector("#side").checkVisibility()`)
	stream, err := v.PDF(&proto.PagePrintToPDF{PreferCSSPageSize: true})
	if err != nil {
		t.Fatal(err)
	}
	defer stream.Close()
	head := make([]byte, 5)
	if _, err := stream.Read(head); err != nil || string(head) != "%PDF-" {
		t.Errorf("no PDF: %q, %v", head, err)
	}
}

// sampleTexts returns the articles of seeds as they stand in their files.
func sampleTexts() []string {
	files, _ := fs.Glob(seeds.FS, "*.txt")
	out := make([]string, len(files))
	for i, f := range files {
		data, _ := fs.ReadFile(seeds.FS, f)
		out[i] = string(data)
	}
	return out
}

// many returns n tellings of one event, of about so many words each, put together from
// the samples' paragraphs.
func many(n, words int) []*article.Article {
	var paragraphs []string
	for _, a := range sampleTexts() {
		paragraphs = append(paragraphs, strings.Split(a, "\n\n")[1:]...)
	}
	out := make([]*article.Article, n)
	for i := range out {
		var body []string
		total := 0
		for k := i * 3; total < words; k += 1 + i%3 {
			p := strings.TrimSpace(paragraphs[k%len(paragraphs)])
			body = append(body, p)
			total += len(strings.Fields(p))
		}
		out[i] = article.New(article.Source{
			Label: fmt.Sprintf("outlet-%d", i+1), Title: fmt.Sprintf("Putin and Xi meet at the Samarkand summit, edition %d", i+1),
			Published: fmt.Sprintf("2022-09-15T%02d:%02d:00Z", 6+i/60%18, i%60), Body: strings.Join(body, "\n\n"),
		})
	}
	return out
}

// Twenty articles of a thousand words make a page of less than 3 MB that opens at once.
func TestLargePage(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	articles := many(20, 1000)
	out := page(t, compared(t, articles...))
	if len(out) > 3<<20 {
		t.Errorf("20 articles make %d bytes", len(out))
	}
	start := time.Now()
	v := look(t, browser(t), out, 1280)
	t.Logf("20 articles: %d bytes, opened in %v, of which %v ms until loaded", len(out), time.Since(start),
		ask[float64](v, `performance.getEntriesByType("navigation")[0].loadEventEnd`))
}
