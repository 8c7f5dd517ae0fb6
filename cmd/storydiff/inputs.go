package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/ingest"
	"github.com/storydiff/storydiff/seeds"
)

// An intake is what was read from the command line's inputs.
type intake struct {
	articles []*article.Article
	failed   bool // an input that was named could not be read, or a record was lost
}

// read reads all articles of the arguments. What cannot be read is reported and the
// rest still read; no article at all is an error.
func read(ctx context.Context, s streams, args []string, asIs bool) (intake, error) {
	var in intake
	o := ingest.Options{AsIs: asIs, Stdin: s.in, Stats: new(ingest.Stats)}
	var onDisk []string
	for _, arg := range args {
		if !isSample(arg) {
			onDisk = append(onDisk, arg)
			continue
		}
		samples := o
		samples.FS = seeds.FS
		in.read(ctx, s, []string{"."}, samples)
	}
	in.read(ctx, s, onDisk, o)
	if skipped := passedOver(o.Stats); skipped != "" {
		s.complain(errors.New(skipped))
	}
	if err := ctx.Err(); err != nil {
		return in, err
	}
	if len(in.articles) == 0 {
		if in.failed {
			return in, errReported
		}
		return in, fmt.Errorf("no articles in %s (name text files, or a folder that holds some)", commas(args))
	}
	return in, nil
}

// isSample reports whether an argument asks for the samples inside the program.
func isSample(arg string) bool {
	if arg != "seeds" {
		return false
	}
	_, err := os.Stat(arg)
	return errors.Is(err, fs.ErrNotExist)
}

// read adds the articles of the arguments.
func (in *intake) read(ctx context.Context, s streams, args []string, o ingest.Options) {
	inputs, err := ingest.Inputs(args, o)
	in.fault(s, err)
	for a, err := range ingest.Read(ctx, inputs, o) {
		if a != nil {
			in.articles = append(in.articles, a)
		}
		in.fault(s, err)
	}
}

// fault reports an error, each part of a joined one on its line.
func (in *intake) fault(s streams, err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	in.failed = true
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range many.Unwrap() {
			s.complain(e)
		}
		return
	}
	s.complain(err)
}

// passedOver says what folders held besides articles.
func passedOver(stats *ingest.Stats) string {
	var parts []string
	total := 0
	for _, skip := range stats.Skipped() {
		total += skip.Files
		parts = append(parts, fmt.Sprintf("%d %s", skip.Files, skip.Reason))
	}
	if total == 0 {
		return ""
	}
	return fmt.Sprintf("passed over %d of the files met in folders: %s", total, strings.Join(parts, ", "))
}
