package similar

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/storydiff/storydiff/compare/article"
)

const gold = "/work/shared/gold/events/"

type rec struct {
	ID, Event, Source, Date, Title, Text string
	Text1, Text2                         string
	Overall                              float64
}

func load(name string) []rec {
	f, _ := os.Open(gold + name)
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		r, _ = gzip.NewReader(f)
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	var out []rec
	for sc.Scan() {
		var x rec
		json.Unmarshal(sc.Bytes(), &x)
		out = append(out, x)
	}
	return out
}

func TestDump(t *testing.T) {
	if os.Getenv("DUMP") == "" {
		t.Skip()
	}
	lex := newLexicon()
	for _, name := range strings.Split(os.Getenv("DUMP"), ",") {
		rs := load(name)
		var ps []*profile
		t0 := time.Now()
		for _, x := range rs {
			if x.Text1 != "" {
				ps = append(ps, newProfile(article.New(article.Source{Body: x.Text1, Language: "en"}), lex), newProfile(article.New(article.Source{Body: x.Text2, Language: "en"}), lex))
				continue
			}
			ps = append(ps, newProfile(article.New(article.Source{Title: x.Title, Body: x.Text, Published: x.Date, Outlet: x.Source, Language: "en"}), lex))
		}
		fmt.Println(name, len(ps), "profiles", time.Since(t0))
		t0 = time.Now()
		out, _ := os.Create("/tmp/storydiff/similar/" + name + ".bin")
		w := bufio.NewWriter(out)
		n := 0
		put := func(i, j int, y float64) {
			f := featuresOf(ps[i], ps[j])
			n++
			binary.Write(w, binary.LittleEndian, []float32{float32(i), float32(j), float32(y)})
			for _, v := range f {
				binary.Write(w, binary.LittleEndian, float32(v))
			}
		}
		if rs[0].Text1 != "" {
			for i := range rs {
				put(2*i, 2*i+1, rs[i].Overall)
			}
		} else {
			for i := range ps {
				for j := i + 1; j < len(ps); j++ {
					if cosine(ps[i].all, ps[j].all) > .06 {
						y := 0.
						if rs[i].Event == rs[j].Event {
							y = 1
						}
						put(i, j, y)
					}
				}
			}
		}
		w.Flush()
		out.Close()
		fmt.Println("pairs", n, time.Since(t0))
	}
}
