package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/storydiff/storydiff/compare"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/report"
)

func newVerify(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "verify REPORT [PATH...]",
		Short: "Check that an HTML report is the report of its inputs",
		Long: `Check that an HTML report is the report of its inputs: make it again from them and
compare both byte for byte. The inputs may have other names than they had; they are
known by their SHA-256; a text given by --source is one of them. Without inputs, check that the report is as it was written.

Exit 0 when it is, 1 when it is not, 2 when that cannot be told, as of a report that
another version made.`,
		Example: "  storydiff verify report.html articles/",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(c *cobra.Command, args []string) error { return verify(c.Context(), s, args[0], args[1:]) },
	}
}

// verify says whether a page is the report of the inputs.
func verify(ctx context.Context, s streams, name string, args []string) error {
	page, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("cannot read %s: %w", name, reason(err))
	}
	made, err := report.ReadMade(page)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if made.Version != compare.Version() {
		return fmt.Errorf("%s was made by storydiff %s, this is %s: verify it with that version", name, made.Version, compare.Version())
	}
	if len(args) == 0 {
		return verifySeal(s, name, page, made)
	}
	how, err := optionsOf(made.Settings)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	in, err := read(ctx, s, args, how)
	if err != nil {
		return err
	}
	articles, source := takeSource(in.articles, made.Source)
	asRead, err := remake(ctx, articles, source, made)
	if err != nil {
		return err
	}
	if bytes.Equal(page, asRead) {
		return verified(s, name, len(in.articles))
	}
	// The inputs may have been renamed since.
	if unlike := matchInputs(articles, source, made); len(unlike) > 0 {
		fmt.Fprintf(s.out, "%s is not the report of these inputs:\n  %s\n", name, strings.Join(unlike, "\n  "))
		return errFound
	}
	again, err := remake(ctx, articles, source, made)
	if err != nil {
		return err
	}
	if !bytes.Equal(page, again) {
		fmt.Fprintf(s.out, "%s is not the report of these inputs: it differs from line %d on\n", name, firstDifference(page, again))
		return errFound
	}
	return verified(s, name, len(in.articles))
}

// verified says that a page is the report of n inputs.
func verified(s streams, name string, n int) error {
	_, err := fmt.Fprintf(s.out, "%s is the report of these %d inputs, byte for byte\n", name, n)
	return err
}

// verifySeal checks the page against the digest in it, and says which inputs it had.
func verifySeal(s streams, name string, page []byte, made report.Made) error {
	if !report.Intact(page) {
		fmt.Fprintf(s.out, "%s was changed after it was written\n", name)
		return errFound
	}
	fmt.Fprintf(s.out, "%s is as it was written; name its inputs to have it made again:\n", name)
	for _, in := range made.Inputs {
		fmt.Fprintf(s.out, "  %s  %s\n", in.SHA256, in.Label)
	}
	if made.Source != nil {
		fmt.Fprintf(s.out, "  %s  %s, measured against\n", made.Source.SHA256, made.Source.Label)
	}
	return nil
}

// takeSource takes the text that the quotes were measured against out of the inputs.
func takeSource(articles []*article.Article, source *report.Input) ([]*article.Article, *article.Article) {
	if source == nil {
		return articles, nil
	}
	i := slices.IndexFunc(articles, func(a *article.Article) bool { return a.SHA256 == source.SHA256 })
	if i < 0 {
		return articles, nil
	}
	return slices.Delete(slices.Clone(articles), i, i+1), articles[i]
}

// matchInputs names what is in the report alone, or among the articles alone, and
// gives the articles the labels and the order that they have in the report.
func matchInputs(articles []*article.Article, source *article.Article, made report.Made) []string {
	var unlike []string
	switch {
	case source != nil:
		source.Label = made.Source.Label
	case made.Source != nil:
		unlike = append(unlike, "missing: "+inputWords(*made.Source)+", which the quotes were measured against")
	}
	inputs := made.Inputs
	known := map[string][]*article.Article{}
	for _, a := range articles {
		known[a.SHA256] = append(known[a.SHA256], a)
	}
	for i, in := range inputs {
		as := known[in.SHA256]
		if len(as) == 0 {
			unlike = append(unlike, "missing: "+inputWords(in))
			continue
		}
		as[0].Label, as[0].Named, as[0].Path = unnumbered(in.Label, inputs), true, fmt.Sprintf("%09d", i)
		known[in.SHA256] = as[1:]
	}
	for _, a := range articles {
		if slices.Contains(known[a.SHA256], a) {
			unlike = append(unlike, "not in the report: "+a.Path)
		}
	}
	return unlike
}

func inputWords(in report.Input) string {
	return in.Label + " (" + in.SHA256[:min(12, len(in.SHA256))] + ")"
}

// unnumbered takes away the number that tells the second article of a label from the
// first; comparing gives it again.
func unnumbered(label string, inputs []report.Input) string {
	at := strings.LastIndex(label, " (")
	if at < 0 || !strings.HasSuffix(label, ")") {
		return label
	}
	if slices.ContainsFunc(inputs, func(in report.Input) bool { return in.Label == label[:at] }) {
		return label[:at]
	}
	return label
}

// remake makes a page again as it was made.
func remake(ctx context.Context, articles []*article.Article, source *article.Article, made report.Made) ([]byte, error) {
	o := compare.Options{Source: source, Settings: map[string]string{}}
	for name, value := range made.Settings {
		switch name {
		case "signals":
			o.Signals = strings.Split(value, ",")
		case "as-is", "field":
			o.Settings[name] = value
		default:
			return nil, errors.New("the report has a setting that this version does not know: " + name)
		}
	}
	r, err := compare.Articles(ctx, articles, o)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = report.Write(&out, r, report.Options{Format: report.HTML, Only: made.Only})
	return out.Bytes(), err
}

// firstDifference returns the line of the first byte in which two pages differ.
func firstDifference(a, b []byte) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return 1 + bytes.Count(a[:n], []byte("\n"))
}
