package similar

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"testing"
	"time"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
)

func heads(name string) (out []LabelledHeadlines) {
	f, _ := os.Open(gold + name)
	r, _ := gzip.NewReader(f)
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		var x struct {
			A, B  string
			Label int
		}
		json.Unmarshal(sc.Bytes(), &x)
		out = append(out, LabelledHeadlines{x.A, x.B, x.Label == 1})
	}
	return
}

func art(x rec) *article.Article {
	return article.New(article.Source{Title: x.Title, Body: x.Text, Published: x.Date, Outlet: x.Source})
}

func TestTrainZZ(t *testing.T) {
	if os.Getenv("TRAIN") == "" {
		t.Skip()
	}
	t0 := time.Now()
	var ls []Labelled
	for _, x := range load("allsides-train.jsonl.gz") {
		ls = append(ls, Labelled{art(x), x.Event})
	}
	s := Train(ls, heads("headlines-train.jsonl.gz"))
	fmt.Println("train", time.Since(t0))
	os.WriteFile(os.Getenv("TRAIN"), []byte(s), 0o644)
}

type sc struct {
	p float64
	y bool
}

func report(name string, s []sc, pos int) {
	sort.SliceStable(s, func(i, j int) bool { return s[i].p > s[j].p })
	tp, ap := 0, 0.
	bestF, at := 0., 0.
	f := func(tp, n int) float64 { return 2 * float64(tp) / float64(n+pos) }
	var shipped [2]float64
	for i := range s {
		if s[i].y {
			tp++
			ap += float64(tp) / float64(i+1)
		}
		if v := f(tp, i+1); v > bestF {
			bestF, at = v, s[i].p
		}
		if s[i].p >= Threshold {
			shipped[0] = f(tp, i+1)
		}
	}
	var ece float64
	var n [10]int
	var ps, ys [10]float64
	tot := 0
	for _, x := range s {
		if x.p >= .1 {
			b := min(int(x.p*10), 9)
			n[b]++
			ps[b] += x.p
			if x.y {
				ys[b]++
			}
			tot++
		}
	}
	for b := range n {
		if n[b] > 0 {
			d := ps[b] - ys[b]
			if d < 0 {
				d = -d
			}
			ece += d
		}
	}
	fmt.Printf("%s AP %.4f  F@%.2f %.4f  best %.4f@%.2f  ece %.3f\n", name, ap/float64(pos), Threshold, shipped[0], bestF, at, ece/float64(tot))
}

func TestEvalZZ(t *testing.T) {
	if os.Getenv("EVAL") == "" {
		t.Skip()
	}
	for _, name := range []string{"g5w1h.jsonl", "allsides-dev.jsonl.gz"} {
		rs := load(name)
		var qs []*quote.Reading
		for _, x := range rs {
			qs = append(qs, quote.Read(art(x)))
		}
		t0 := time.Now()
		pairs := Pairs(qs)
		t1 := time.Since(t0)
		evs := Events(qs, pairs)
		ev := map[string]int{}
		pos := 0
		for _, x := range rs {
			pos += ev[x.Event]
			ev[x.Event]++
		}
		var s []sc
		sp, stp := 0, 0
		for _, p := range pairs {
			y := rs[p.A].Event == rs[p.B].Event
			s = append(s, sc{p.Probability, y})
			if p.Verdict == SameEvent {
				sp++
				if y {
					stp++
				}
			}
		}
		got := 0
		for _, x := range s {
			if x.y {
				got++
			}
		}
		report(name, s, pos)
		g := make([]int, len(rs))
		for i := range g {
			g[i] = -i - 1
		}
		for k, e := range evs {
			for _, i := range e.Articles {
				g[i] = k
			}
		}
		var bp, br float64
		for i := range rs {
			var both, a, b float64
			for j := range rs {
				x, y := rs[i].Event == rs[j].Event, g[i] == g[j]
				if x {
					a++
				}
				if y {
					b++
				}
				if x && y {
					both++
				}
			}
			bp += both / b
			br += both / a
		}
		bp, br = bp/float64(len(rs)), br/float64(len(rs))
		fmt.Printf("   pairs %d cand recall %d/%d  same-event P %.3f R %.3f  bcubed %.4f (P %.3f R %.3f) events %d  %v %v\n", len(pairs), got, pos, float64(stp)/float64(sp), float64(stp)/float64(pos), 2*bp*br/(bp+br), bp, br, len(evs), t1, time.Since(t0))
		for k, e := range evs {
			if k < 4 {
				fmt.Println("   ", e.Terms, len(e.Articles), rs[e.Articles[0]].Title)
			}
		}
	}
	var s []sc
	pos := 0
	for _, h := range heads("headlines-dev.jsonl.gz") {
		s = append(s, sc{Headlines(h.A, h.B), h.Same})
		if h.Same {
			pos++
		}
	}
	report("headlines", s, pos)
	var xs, ys []float64
	for _, x := range load("semeval-en.jsonl") {
		p := Compare(quote.Read(art(rec{Text: x.Text1})), quote.Read(art(rec{Text: x.Text2})))
		xs, ys = append(xs, p.Similarity), append(ys, -x.Overall)
	}
	fmt.Printf("semeval pearson %.3f n %d\n", pearson(xs, ys), len(xs))
	seeds, _ := os.ReadDir("/work/shared/seeds")
	var qs []*quote.Reading
	for _, f := range seeds {
		b, _ := os.ReadFile("/work/shared/seeds/" + f.Name())
		title, body, _ := cut(string(b))
		qs = append(qs, quote.Read(article.New(article.Source{Title: title, Body: body})))
	}
	for _, p := range Pairs(qs) {
		fmt.Println("seeds", p.A, p.B, p.Verdict, p.Probability, p.Similarity)
	}
}
