package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"hash/fnv"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/storydiff/storydiff/compare/ingest"
	"github.com/storydiff/storydiff/internal/cputime"
)

// The labelled web pages are those that go-trafilatura ships with its tests. They are
// read where the go command keeps the module, and never copied: the product does not
// depend on it. Judging by the words each page must and must not hold is theirs too.
const pagesModule = "github.com/markusmobius/go-trafilatura@v1.12.2"

// pagesKind measures the reading of web pages. The figures of the peers are those of
// go-readability and go-trafilatura on all of the pages.
var pagesKind = kind{
	metrics: []metric{
		{name: "text_f1", best: .910},
		{name: "text_precision"},
		{name: "text_recall"},
		{name: "dates_right", whole: true},
		{name: "dates_wrong", whole: true, lower: true},
		{name: "dates_missing", whole: true, lower: true},
		{name: "cpu_ms_per_page", lower: true, speed: true},
	},
	measure: measurePages,
	alone:   true,
}

// pageSets are the two halves of the pages, parted by their addresses: one to tune
// by (left out unless -train-parts asks for it), one for figures.
func pageSets() []dataset {
	return []dataset{
		{path: pagesModule + "/train", task: "pages/train", kind: &pagesKind},
		{path: pagesModule + "/dev", task: "pages/dev", kind: &pagesKind},
	}
}

// A labelledPage is a page with the words its text must and must not hold.
type labelledPage struct {
	address, file string
	with, without []string
	date          string
}

// train reports whether the page is in the half for tuning.
func (p labelledPage) train() bool {
	h := fnv.New32a()
	_, _ = h.Write([]byte(p.address))
	return h.Sum32()&1 == 0
}

func measurePages(d dataset, s *settings) (measured, error) {
	pages, err := labelledPages()
	if err != nil {
		s.warn("%s is not measured: %v", d.task, err)
		return newMeasured(0), nil
	}
	pages = slices.DeleteFunc(pages, func(p labelledPage) bool { return p.train() != d.train() })
	m := newMeasured(len(pages))
	var words, days counts
	start := cputime.Used()
	for _, p := range pages {
		p.judge(&m, &words, &days)
	}
	took := cputime.Used() - start
	m.set("text_f1", words.f1(), words.hits+words.missed)
	m.set("text_precision", words.precision(), words.hits+words.false)
	m.set("text_recall", words.recall(), words.hits+words.missed)
	dated := days.hits + days.false + days.missed
	m.set("dates_right", float64(days.hits), dated)
	m.set("dates_wrong", float64(days.false), dated)
	m.set("dates_missing", float64(days.missed), dated)
	m.set("cpu_ms_per_page", 1000*took.Seconds()/float64(len(pages)), len(pages))
	return m, nil
}

// judge reads a page and counts what is right about its text and its date.
func (p labelledPage) judge(m *measured, words, days *counts) {
	body, day := "", ""
	for a, err := range ingest.Read(context.Background(), []ingest.Input{{Path: p.file}}, ingest.Options{}) {
		if err != nil {
			m.remark("  %v", err)
			continue
		}
		body, day = a.Text[a.BodyStart:], a.Published
	}
	name := filepath.Base(p.file)
	for _, w := range p.with {
		if strings.Contains(body, w) {
			words.hits++
		} else {
			words.missed++
			m.remark("  %s: lacks %q", name, w)
		}
	}
	for _, w := range p.without {
		if strings.Contains(body, w) {
			words.false++
			m.remark("  %s: holds %q", name, w)
		}
	}
	switch {
	case p.date == "":
	case day == "":
		days.missed++
		m.remark("  %s: no date, not %s", name, p.date)
	case strings.HasPrefix(day, p.date):
		days.hits++
	default:
		days.false++
		m.remark("  %s: date %s, not %s", name, day, p.date)
	}
}

// labelledPages lists the pages that are in the module, sorted by address.
func labelledPages() ([]labelledPage, error) {
	folder, err := moduleFolder(pagesModule)
	if err != nil {
		return nil, err
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(folder, "scripts", "comparison", "data.go"), nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	byAddress := map[string]labelledPage{}
	ast.Inspect(file, func(n ast.Node) bool {
		pair, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		if labels, ok := pair.Value.(*ast.CompositeLit); ok {
			address := stringOf(pair.Key)
			byAddress[address] = pageOf(folder, address, labels)
		}
		return false
	})
	var pages []labelledPage
	for _, address := range slices.Sorted(maps.Keys(byAddress)) {
		if p := byAddress[address]; p.file != "" {
			pages = append(pages, p)
		}
	}
	return pages, nil
}

// pageOf reads the labels of one page; its file is empty when the module lacks it.
func pageOf(folder, address string, labels *ast.CompositeLit) labelledPage {
	p := labelledPage{address: address}
	for _, e := range labels.Elts {
		field, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		switch fmt.Sprint(field.Key) {
		case "File":
			p.file = pageFile(folder, stringOf(field.Value))
		case "Date":
			p.date = stringOf(field.Value)
		case "With":
			p.with = stringsOf(field.Value)
		case "Without":
			p.without = stringsOf(field.Value)
		}
	}
	return p
}

func pageFile(folder, name string) string {
	for _, sub := range []string{"comparison", "mock"} {
		path := filepath.Join(folder, "test-files", sub, name)
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	return ""
}

func stringOf(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return ""
	}
	s, _ := strconv.Unquote(lit.Value)
	return s
}

func stringsOf(e ast.Expr) []string {
	list, ok := e.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	all := make([]string, 0, len(list.Elts))
	for _, v := range list.Elts {
		all = append(all, stringOf(v))
	}
	return all
}

// moduleFolder returns where the go command keeps a module, which it fetches if need be.
func moduleFolder(module string) (string, error) {
	var complaint bytes.Buffer
	c := exec.Command("go", "mod", "download", "-json", module)
	c.Dir = os.TempDir() // outside of this module, whose go.mod is to stay as it is
	c.Stderr = &complaint
	out, err := c.Output()
	var answer struct{ Dir, Error string }
	if json.Unmarshal(out, &answer) == nil && answer.Dir != "" {
		return answer.Dir, nil
	}
	if answer.Error == "" {
		answer.Error = strings.TrimSpace(complaint.String() + fmt.Sprint(err))
	}
	return "", fmt.Errorf("%s cannot be had: %s", module, answer.Error)
}
