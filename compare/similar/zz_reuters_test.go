package similar

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"strconv"
	"syscall"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/storydiff/storydiff/compare/quote"
)

func cpu() float64 {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}

func TestReutersZZ(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("REUTERS"))
	if n == 0 {
		t.Skip()
	}
	f, _ := os.Open("/work/shared/gold/duplicates/reuters.jsonl.zst")
	z, _ := zstd.NewReader(f)
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<24)
	var qs []*quote.Reading
	for s.Scan() && len(qs) < n {
		var x rec
		json.Unmarshal(s.Bytes(), &x)
		qs = append(qs, quote.Read(art(x)))
	}
	c0 := cpu()
	pf, _ := os.Create("/tmp/storydiff/similar/cpu.prof")
	pprof.StartCPUProfile(pf)
	ps := profilesOf(qs)
	c1 := cpu()
	_ = ps
	pairs := Pairs(qs)
	c2 := cpu()
	evs := Events(qs, pairs)
	c3 := cpu()
	pprof.StopCPUProfile()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Printf("n %d profiles %.1fs pairs(with profiles) %.1fs events %.1fs  pairs %d events %d sys %d MB heap %d MB\n", len(qs), c1-c0, c2-c1, c3-c2, len(pairs), len(evs), m.Sys>>20, m.HeapAlloc>>20)
}
