package report

import (
	"slices"

	"github.com/storydiff/storydiff/compare"
)

// compose builds the document that the table and Markdown views print: an overview
// by default, else the sections asked for.
func compose(r *compare.Report, o Options) document {
	v := newView(r, o)
	if o.Only == nil {
		return v.overview()
	}
	sections := map[string]func() document{
		Articles: v.articlesSection, Pairs: v.pairsSection, Events: v.eventsSection, Quotes: v.quotesSection,
		Ledger: v.ledgerSection, Framing: v.framingSection, Copies: v.copiesSection,
	}
	var d document
	for _, s := range Sections {
		if slices.Contains(o.Only, s) {
			d = append(d, sections[s]()...)
		}
	}
	return append(d, v.warnings()...)
}

// storiesInFull is how many stories an overview shows in full. Of more, it lists them.
const storiesInFull = 8

// overview shows what matters most on about a screen for each story.
func (v *view) overview() document {
	if len(v.Events) > storiesInFull && !v.options.All {
		return v.digest()
	}
	d := document{paragraph{v.summary()}}
	if len(v.Articles) > 0 {
		d = append(d, v.articleTable())
	}
	for i, e := range v.Events {
		d = append(d, v.story(i, e)...)
	}
	d = append(d, v.singles()...)
	d = append(d, v.copies()...)
	d = append(d, v.footnotes()...)
	return append(d, v.warnings()...)
}

// digest lists the stories of many articles, a few lines each.
func (v *view) digest() document {
	d := append(v.eventsSection(), paragraph{}, paragraph{line{
		dim("Each story with its quotes and how the tellings differ: --all, or compare its articles alone. All articles: --only articles."),
	}})
	d = append(d, v.footnotes()...)
	return append(d, v.warnings()...)
}

// summary says in one line what was found.
func (v *view) summary() line {
	total, told := 0, 0
	for _, a := range v.Articles {
		total += a.Words
	}
	for _, e := range v.Events {
		told += len(e.Articles)
	}
	s := count(len(v.Articles), "article", "articles") + ": " +
		count(len(v.Events), "story", "stories") + " told by more than one, " +
		count(len(v.Articles)-told, "article", "articles") + " told alone, " +
		count(len(v.Copies), "group of copies", "copies")
	return line{bold(s), dim(" (" + count(total, "word", "words") + ")")}
}

// articleTable lists the articles with the numbers that the rest refers to.
func (v *view) articleTable() grid {
	g := grid{head: []string{"#", "article", "published", "words", "headline"}, right: []bool{true, false, false, true, false}}
	for _, a := range v.Articles {
		published := a.Published
		if published == "" {
			published = "–"
		}
		g.rows = append(g.rows, []cell{
			words(v.no(a.ID)), words(a.Label), words(day(published)), words(thousands(a.Words)), words(a.Title),
		})
	}
	return g
}

// day cuts a time to its date; a table of many articles has no room for more.
func day(published string) string {
	if len(published) > len("2022-09-15") {
		return published[:len("2022-09-15")]
	}
	return published
}

// footnotes say what was taken out of the pages.
func (v *view) footnotes() document {
	removed := 0
	for _, a := range v.Articles {
		removed += len(a.Removed)
	}
	if removed == 0 {
		return nil
	}
	return document{paragraph{}, paragraph{line{dim("Removed from the pages: " +
		count(removed, "piece of debris", "pieces of debris") + " (--only articles shows each with its reason)")}}}
}

func (v *view) warnings() document {
	if len(v.Warnings) == 0 {
		return nil
	}
	d := document{paragraph{}}
	for _, w := range v.Warnings {
		l := line{bold("note: ")}
		if w.Article != "" {
			l = append(l, run{v.name(w.Article) + ": ", plain})
		}
		d = append(d, paragraph{append(l, run{w.Note, plain})})
	}
	return d
}

// articlesSection lists the articles, where each came from, and all that was removed from it.
func (v *view) articlesSection() document {
	d := document{heading{1, say("Articles")}, v.articleTable()}
	d = append(d, v.origins()...)
	g := grid{head: []string{"#", "removed as", "text"}, right: []bool{true}}
	for _, a := range v.Articles {
		for _, r := range a.Removed {
			g.rows = append(g.rows, []cell{words(v.no(a.ID)), words(r.Reason), words(r.Text)})
		}
	}
	if len(g.rows) > 0 {
		d = append(d, heading{2, say("Removed from the pages")}, g)
	}
	return d
}

// origins lists the file, or the place in it, that each article was read from, and the
// record and address it was archived under. What is known of none is no column.
func (v *view) origins() document {
	g := grid{head: []string{"#"}, right: []bool{true}, rows: make([][]cell, len(v.Articles))}
	for i, a := range v.Articles {
		g.rows[i] = []cell{words(v.no(a.ID))}
	}
	for _, column := range []struct {
		head string
		of   func(a compare.Article) string
	}{
		{"file", func(a compare.Article) string { return a.Path }},
		{"record", func(a compare.Article) string { return a.Record }},
		{"address", func(a compare.Article) string { return a.URL }},
	} {
		if !slices.ContainsFunc(v.Articles, func(a compare.Article) bool { return column.of(a) != "" }) {
			continue
		}
		g.head = append(g.head, column.head)
		for i, a := range v.Articles {
			g.rows[i] = append(g.rows[i], words(column.of(a)))
		}
	}
	if len(g.head) == 1 {
		return nil
	}
	return document{heading{2, say("Where they came from")}, g}
}
