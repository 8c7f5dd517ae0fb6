package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
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

// lost asks for the exit code of an input that was lost, if one was.
func (in *intake) lost() error {
	if in.failed {
		return errReported
	}
	return nil
}

// read reads all articles of the arguments. What cannot be read is reported and the
// rest still read; no article at all is an error.
func read(ctx context.Context, s streams, args []string, o ingest.Options) (intake, error) {
	var in intake
	o.Stdin, o.Stats = s.in, new(ingest.Stats)
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
	shows := newProgress(s.err)
	defer shows.stop()
	s.err = shows.below(s.err)
	o.Reading = shows.reading(o.Stats, bytesOf(inputs, o))
	for a, err := range ingest.Read(ctx, inputs, o) {
		if a != nil {
			in.articles = append(in.articles, a)
		}
		in.fault(s, err)
	}
}

// bytesOf returns the size of all files, 0 when it is not known.
func bytesOf(inputs []ingest.Input, o ingest.Options) int64 {
	var sum int64
	for _, in := range inputs {
		info, err := os.Stat(in.Path)
		if err != nil || o.FS != nil || !info.Mode().IsRegular() {
			return 0
		}
		sum += info.Size()
	}
	return sum
}

// fieldPaths reads the values of --field: "text=article.body".
func fieldPaths(fields []string) (map[string]string, error) {
	paths := map[string]string{}
	for _, f := range fields {
		part, path, ok := strings.Cut(f, "=")
		if !ok || path == "" {
			return nil, fmt.Errorf("--field %q: give PART=PATH, as in text=article.body", f)
		}
		if !slices.Contains(ingest.Parts(), part) {
			return nil, fmt.Errorf("--field %q: no part %q; use %s", f, part, commas(ingest.Parts()))
		}
		paths[part] = path
	}
	return paths, nil
}

// settingsOf names how inputs are read, which the report records.
func settingsOf(asIs bool, fields []string) map[string]string {
	settings := map[string]string{}
	if asIs {
		settings["as-is"] = "true"
	}
	if len(fields) > 0 {
		settings["field"] = strings.Join(fields, " ")
	}
	if len(settings) == 0 {
		return nil
	}
	return settings
}

// optionsOf reads what settingsOf wrote.
func optionsOf(settings map[string]string) (ingest.Options, error) {
	fields, err := fieldPaths(strings.Fields(settings["field"]))
	return ingest.Options{AsIs: settings["as-is"] == "true", Fields: fields}, err
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

// passedOver says what folders and archives held besides articles.
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
	return fmt.Sprintf("passed over %d that hold no article: %s", total, strings.Join(parts, ", "))
}
