package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/storydiff/storydiff/compare"
)

// writeCSV writes one section as a table with a head; pairs when none is named.
func writeCSV(w io.Writer, r *compare.Report, o Options) error {
	section := Pairs
	if len(o.Only) > 0 {
		section = o.Only[0]
	}
	v := newView(r, o)
	rows := map[string]func() [][]string{
		Articles: v.csvArticles, Pairs: v.csvPairs, Events: v.csvEvents, Quotes: v.csvQuotes,
		Ledger: v.csvLedger, Framing: v.csvFraming, Copies: v.csvCopies,
	}[section]()
	out := csv.NewWriter(w)
	for _, row := range rows {
		for i, field := range row {
			row[i] = harmless(field)
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// harmless keeps a spreadsheet from running text as a formula: text of articles is
// not to be trusted. Such a field gets an apostrophe before it; numbers stay.
func harmless(field string) string {
	if len(field) < 2 || !strings.ContainsRune("=+-@\t\r", rune(field[0])) {
		return field
	}
	if _, err := strconv.ParseFloat(field, 64); err == nil {
		return field
	}
	return "'" + field
}

func (v *view) csvArticles() [][]string {
	rows := [][]string{{"id", "label", "path", "outlet", "title", "authors", "published", "url", "language", "words", "removed", "sha256", "record"}}
	for _, a := range v.Articles {
		rows = append(rows, []string{
			a.ID, a.Label, a.Path, a.Outlet, a.Title, strings.Join(a.Authors, "; "), a.Published, a.URL,
			a.Language, strconv.Itoa(a.Words), strconv.Itoa(len(a.Removed)), a.SHA256, a.Record,
		})
	}
	return rows
}

func (v *view) csvPairs() [][]string {
	rows := [][]string{{
		"a", "b", "a_label", "b_label", "verdict", "same_event_probability", "similarity",
		"relation", "jaccard", "containment_a_in_b", "containment_b_in_a", "for", "against",
	}}
	for _, p := range v.Pairs {
		rows = append(rows, []string{
			p.A, p.B, v.article(p.A).Label, v.article(p.B).Label, p.Verdict, number(p.Probability), number(p.Similarity),
			p.Copy.Relation, number(p.Copy.Jaccard), number(p.Copy.AInB), number(p.Copy.BInA),
			strings.Join(notes(p, true), "; "), strings.Join(notes(p, false), "; "),
		})
	}
	return rows
}

// number writes a score in full, as JSON has it.
func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func (v *view) csvEvents() [][]string {
	rows := [][]string{{"event", "terms", "article", "label", "outlet", "published", "title"}}
	for _, e := range v.Events {
		for _, id := range e.Articles {
			a := v.article(id)
			rows = append(rows, []string{e.ID, strings.Join(e.Terms, "; "), id, a.Label, a.Outlet, a.Published, a.Title})
		}
	}
	return rows
}

func (v *view) csvQuotes() [][]string {
	rows := [][]string{{"id", "article", "label", "start", "end", "kind", "speaker", "as_written", "verb", "stance", "rule", "confidence", "text"}}
	for _, q := range v.Quotes {
		rows = append(rows, []string{
			q.ID, q.Article, v.article(q.Article).Label, strconv.Itoa(q.Start), strconv.Itoa(q.End), q.Kind,
			q.Speaker.Name, q.Speaker.AsWritten, q.Verb, q.Stance, q.Rule, number(q.Confidence), q.Said(),
		})
	}
	return rows
}

func (v *view) csvLedger() [][]string {
	rows := [][]string{{"utterance", "event", "article", "label", "fullest", "relation", "speaker", "verb", "changes", "start", "end", "text", "copy_of"}}
	for _, u := range v.Utterances {
		for i, w := range u.Variants {
			changes := make([]string, len(w.Changes))
			for k, c := range w.Changes {
				changes[k] = changeWords(c)
			}
			original := ""
			if w.CopyOf != nil {
				original = u.Variants[*w.CopyOf].Article
			}
			rows = append(rows, []string{
				u.ID, u.Event, w.Article, v.article(w.Article).Label, strconv.FormatBool(i == u.Fullest), w.Relation,
				w.Speaker, w.Verb, strings.Join(changes, "; "), strconv.Itoa(w.Start), strconv.Itoa(w.End), w.Said(), original,
			})
		}
	}
	return rows
}

func (v *view) csvFraming() [][]string {
	rows := [][]string{{"event", "signal", "topic", "note", "article", "label", "said", "side_note", "quoted", "count", "start", "end"}}
	for _, f := range v.Framing {
		for _, it := range f.Items {
			for _, s := range it.Sides {
				for _, w := range s.Said {
					rows = append(rows, v.csvSaid(f, it, s, w))
				}
			}
		}
	}
	return rows
}

func (v *view) csvSaid(f compare.Framing, it compare.FramingItem, s compare.FramingSide, w compare.Said) []string {
	start, end := "", ""
	if len(w.Spans) > 0 {
		start, end = strconv.Itoa(w.Spans[0].Start), strconv.Itoa(w.Spans[0].End)
	}
	return []string{
		f.Event, f.Signal, it.Topic, it.Note, s.Article, v.article(s.Article).Label, w.Text, s.Note,
		strconv.FormatBool(w.Quoted), strconv.Itoa(len(w.Spans)), start, end,
	}
}

func (v *view) csvCopies() [][]string {
	rows := [][]string{{"representative", "member", "label", "relation", "jaccard", "containment_in_representative", "containment_of_representative"}}
	for _, g := range v.Copies {
		for _, id := range g.Members {
			if id == g.Representative {
				continue
			}
			c := v.copyOf(g.Representative, id)
			rows = append(rows, []string{
				g.Representative, id, v.article(id).Label, c.Relation,
				number(c.Jaccard), number(c.BInA), number(c.AInB),
			})
		}
	}
	return rows
}
