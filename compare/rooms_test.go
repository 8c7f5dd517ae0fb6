package compare_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/storydiff/storydiff/"

// rooms says what each room may import of the others: everything below it in the
// flow, nothing beside or above it. ARCHITECTURE.md draws the same map.
var rooms = map[string]string{
	"compare/text":              "",
	"compare/article":           "text",
	"compare/names":             "text article",
	"compare/align":             "text article compare/internal/logit",
	"compare/shingle":           "text article",
	"compare/ingest":            "text article",
	"compare/quote":             "text article names align shingle",
	"compare/dedup":             "text article names align shingle quote",
	"compare/dedup/index":       "compare/dedup shingle",
	"compare/similar":           "text article names align shingle quote compare/internal/logit",
	"compare/ledger":            "text article names align shingle quote similar compare/internal/logit",
	"compare/framing":           "text article names align shingle quote similar ledger",
	"compare/internal/gold":     "internal/jsonl",
	"compare/internal/logit":    "",
	"compare/internal/readings": "article quote compare/internal/gold",

	// Commands that make what a room embeds.
	"compare/text/background": "text internal/jsonl",
	"compare/align/vectors":   "text align internal/jsonl",

	"compare":          "text article names align shingle quote similar ledger framing dedup",
	"compare/report":   "compare",
	"seeds":            "",
	"internal/cputime": "",
	"internal/jsonl":   "",
	"cmd/storydiff":    "compare article ingest compare/ingest/warc dedup compare/dedup/index report seeds",
	"bench/mutate":     "",
	"bench/minhashlsh": "",
	"bench/harvest":    "bench/mutate",
	"bench/pairs":      "article ingest quote dedup",
	"cmd/evaluate":     "compare text article ingest names align shingle quote similar ledger framing dedup report seeds internal/cputime internal/jsonl",
}

// keepers are the rooms that may import a library whose types must not spread.
var keepers = map[string]string{
	"github.com/sergi/go-diff":            "compare/align",
	"github.com/adrg/strutil":             "compare/names compare/similar compare/align",
	"github.com/olekukonko/tablewriter":   "compare/report",
	"github.com/blevesearch/snowballstem": "compare/text",
	"github.com/abadojack/whatlanggo":     "compare/text",
	"github.com/spf13/cobra":              "cmd/storydiff",
}

func TestImportsRunOneWay(t *testing.T) {
	for file, imports := range sources(t) {
		room := roomOf(file)
		allowed, known := rooms[room]
		if !known {
			t.Errorf("%s: no room %q: put it in a room, or add the room to ARCHITECTURE.md and to this test", file, room)
			continue
		}
		for _, path := range imports {
			checkOwn(t, file, room, allowed, path)
			checkLibrary(t, file, room, path)
		}
	}
}

func checkOwn(t *testing.T, file, room, allowed, path string) {
	t.Helper()
	own, ok := strings.CutPrefix(path, module)
	if !ok || own == room || strings.HasPrefix(own, room+"/") {
		return
	}
	for _, a := range strings.Fields(allowed) {
		if own == a || own == "compare/"+a {
			return
		}
	}
	t.Errorf("%s: %s may not import %s", file, room, own)
}

func checkLibrary(t *testing.T, file, room, path string) {
	t.Helper()
	for library, keeper := range keepers {
		if strings.HasPrefix(path, library) && !strings.Contains(" "+keeper+" ", " "+room+" ") {
			t.Errorf("%s: %s is kept inside %s", file, library, keeper)
		}
	}
}

// Engines compute; only ingest, the index and programs touch the world, and no result hangs on
// a clock or on chance.
func TestEnginesDoNoIO(t *testing.T) {
	for file, imports := range sources(t) {
		room := roomOf(file)
		if room == "compare/ingest" || room == "compare/dedup/index" || isProgram(t, file) {
			continue
		}
		for _, path := range imports {
			switch path {
			case "os", "net", "net/http", "os/exec", "log", "math/rand", "math/rand/v2", "hash/maphash":
				t.Errorf("%s: %s may not import %s", file, room, path)
			}
		}
		if source, err := os.ReadFile(filepath.Join("..", file)); err != nil {
			t.Error(err)
		} else if strings.Contains(string(source), "time.Now(") {
			t.Errorf("%s: an engine may not ask for the time", file)
		}
	}
}

// isProgram reports whether a file belongs to a command.
func isProgram(t *testing.T, file string) bool {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", file), nil, parser.PackageClauseOnly)
	if err != nil {
		t.Fatal(err)
	}
	return f.Name.Name == "main"
}

// sources returns the imports of every Go file of the module that is not a test.
func sources(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name, err := filepath.Rel("..", path)
		if err != nil {
			return err
		}
		all[filepath.ToSlash(name)] = nil
		for _, spec := range f.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			all[filepath.ToSlash(name)] = append(all[filepath.ToSlash(name)], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("no Go files found")
	}
	return all
}

// roomOf returns the room a file is in: a folder inside a room is part of it.
func roomOf(file string) string {
	for dir := filepath.ToSlash(filepath.Dir(file)); dir != "."; dir = filepath.ToSlash(filepath.Dir(dir)) {
		if _, known := rooms[dir]; known {
			return dir
		}
	}
	return filepath.ToSlash(filepath.Dir(file))
}
