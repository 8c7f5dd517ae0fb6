package main

import (
	"errors"
	"io"

	"github.com/storydiff/storydiff/compare/similar"
)

// train fits the weights of package similar on the train parts and writes the
// weights file to w.
func train(w io.Writer, gold string) error {
	all, err := datasets(gold)
	if err != nil {
		return err
	}
	var articles []similar.Labelled
	var headlines []similar.LabelledHeadlines
	for _, d := range all {
		switch {
		case !d.train():
		case d.kind == &eventsKind:
			articles, err = appendLabelled(articles, d)
		case d.kind == &headlinesKind:
			headlines, err = appendHeadlines(headlines, d)
		}
		if err != nil {
			return err
		}
	}
	if len(articles) == 0 || len(headlines) == 0 {
		return errors.New("training needs articles with events and labelled headlines whose file names say train")
	}
	_, err = io.WriteString(w, similar.Train(articles, headlines))
	return err
}

func appendLabelled(to []similar.Labelled, d dataset) ([]similar.Labelled, error) {
	articles, err := records[labelled](d.path)
	for _, a := range articles {
		to = append(to, similar.Labelled{Article: a.reading().Article, Event: a.Event})
	}
	return to, err
}

func appendHeadlines(to []similar.LabelledHeadlines, d dataset) ([]similar.LabelledHeadlines, error) {
	pairs, err := records[headlinePair](d.path)
	for _, p := range pairs {
		to = append(to, similar.LabelledHeadlines{A: p.A, B: p.B, Same: p.Label == 1})
	}
	return to, err
}
