package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

const (
	// gloveSize is the length of GloVe's vectors, modelSize that of the model's.
	gloveSize = 100
	modelSize = 384

	// most is how many words are read. Twenty and sixty thousand of GloVe served align's
	// TestFitPairs less well.
	most = 40_000

	longestLine = 1 << 16
)

// A word has a vector; norm is how our own reading has it ("u.s." is "us").
type word struct {
	written, norm string
	vector        []float64
}

// readFile reads a file by one of the functions below.
func readFile[T any](name string, read func(io.Reader) (T, error)) (T, error) {
	f, err := os.Open(name) //nolint:gosec // the file asked for
	if err != nil {
		var none T
		return none, err
	}
	defer f.Close() //nolint:errcheck // it is only read
	t, err := read(f)
	if err != nil {
		return t, fmt.Errorf("%s: %w", name, err)
	}
	return t, nil
}

// readWords returns the first words of a file of vectors, marks left out.
func readWords(r io.Reader) ([]word, error) {
	var words []word
	lines := bufio.NewScanner(r)
	for len(words) < most && lines.Scan() {
		written, numbers, _ := strings.Cut(lines.Text(), " ")
		vector, err := vectorOf(numbers, gloveSize)
		if err != nil {
			return nil, err
		}
		if norm, ok := normOf(written); ok {
			words = append(words, word{written, norm, vector})
		}
	}
	return words, lines.Err()
}

// normOf returns the word as our own reading has it, if it is one.
func normOf(s string) (string, bool) {
	words := text.Words(s)
	if len(words) != 1 {
		return "", false
	}
	return words[0].Norm, true
}

// Lessons are what the model makes of words and of sentences.
type lessons struct {
	words     map[string][]float64
	sentences []string
	vectors   [][]float64 // of the sentences
}

// readLessons reads what teacher.py writes: a text, a tab and numbers a line. What has no
// space in it is a word.
func readLessons(r io.Reader) (*lessons, error) {
	ls := &lessons{words: make(map[string][]float64)}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestLine)
	for lines.Scan() {
		asked, numbers, _ := strings.Cut(lines.Text(), "\t")
		vector, err := vectorOf(numbers, modelSize)
		if err != nil {
			return nil, err
		}
		if !strings.Contains(asked, " ") {
			ls.words[asked] = vector
			continue
		}
		ls.sentences, ls.vectors = append(ls.sentences, asked), append(ls.vectors, vector)
	}
	return ls, lines.Err()
}

func vectorOf(numbers string, size int) ([]float64, error) {
	fields := strings.Fields(numbers)
	if len(fields) != size {
		return nil, fmt.Errorf("%d numbers in a line, want %d", len(fields), size)
	}
	v := make([]float64, size)
	for k, s := range fields {
		var err error
		if v[k], err = strconv.ParseFloat(s, 64); err != nil {
			return nil, err
		}
	}
	return v, nil
}
