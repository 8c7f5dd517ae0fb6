package align

import (
	"embed"
	"strings"
	"sync"

	"github.com/storydiff/storydiff/compare/text"
)

//go:embed kindred/*.txt
var kindredFiles embed.FS

// kindred says which words of a language stand for one another. It holds everyday
// words only: it helps to link the words of two wordings, and proves nothing alone.
type kindred struct {
	function map[string][]int16 // groups of a function word
	content  map[string][]int16 // groups of a stem
}

// english is the only table there is; other languages link by form and neighbours.
var english = sync.OnceValue(func() *kindred { return readKindred("kindred/en.txt", "en") })

func kindredOf(lang string) *kindred {
	if lang == "en" {
		return english()
	}
	return &kindred{}
}

// readKindred reads a table that is part of the program: one group of words a line.
func readKindred(name, lang string) *kindred {
	data, err := kindredFiles.ReadFile(name)
	if err != nil {
		panic("align: " + name + " is missing from the program")
	}
	k := &kindred{make(map[string][]int16), make(map[string][]int16)}
	content := false
	for i, line := range strings.Split(string(data), "\n") {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "[") {
			content = content || line == "[content]"
			continue
		}
		for _, word := range strings.Fields(line) {
			if content {
				stem := text.Stem(word, lang)
				k.content[stem] = append(k.content[stem], int16(i))
				continue
			}
			k.function[word] = append(k.function[word], int16(i))
		}
	}
	return k
}

// share reports whether two rising lists have an element in common.
func share(a, b []int16) bool {
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}
