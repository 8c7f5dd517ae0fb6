// Minhashlsh finds the near-duplicates of JSON Lines with github.com/ekzhu/minhash-lsh,
// 128 hash functions and a threshold of .8, and writes their identifiers, a pair a line.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"unicode"

	minhashlsh "github.com/ekzhu/minhash-lsh"
)

func main() {
	const functions, threshold = 128, .8
	in := bufio.NewReaderSize(os.Stdin, 1<<18)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	index := minhashlsh.NewMinhashLSH16(functions, threshold)
	type document struct{ ID, Text string }
	var all []document
	var signatures [][]uint64
	for {
		line, err := in.ReadBytes('\n')
		if err != nil {
			break
		}
		var d document
		if json.Unmarshal(line, &d) != nil {
			continue
		}
		hasher := minhashlsh.NewMinhash(1, functions)
		words := strings.FieldsFunc(strings.ToLower(d.Text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		for i := 0; i == 0 || i+5 <= len(words); i++ {
			hasher.Push([]byte(strings.Join(words[i:min(i+5, len(words))], " ")))
		}
		signatures = append(signatures, hasher.Signature())
		all = append(all, document{ID: d.ID})
		index.Add(len(all)-1, signatures[len(all)-1])
	}
	index.Index()
	for i, s := range signatures {
		for _, key := range index.Query(s) {
			if j := key.(int); j < i {
				fmt.Fprintf(out, "%s\t%s\n", all[j].ID, all[i].ID)
			}
		}
	}
}
