package ingest

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// An Input is something to read articles from.
type Input struct {
	Label string // given by the user as label=path; empty when none was
	Path  string // a file, or "-" for standard input
	Found bool   // met in a folder, not named: passed over when it is no article
}

// name is how messages call the input.
func (in Input) name() string {
	switch in.Path {
	case "-":
		return "standard input"
	case "":
		return `""`
	}
	return in.Path
}

// label is the short name of an article read from the input: the label given, else
// the base name of its file.
func (in Input) label() string {
	if in.Label != "" {
		return in.Label
	}
	if in.Path == "-" {
		return "stdin"
	}
	base := path.Base(filepath.ToSlash(in.Path))
	for _, packed := range packings {
		base = strings.TrimSuffix(base, packed)
	}
	if stem := strings.TrimSuffix(base, path.Ext(base)); stem != "" {
		return stem
	}
	return base
}

// ending is that of the file's name in lower case, once it is unpacked.
func (in Input) ending() string {
	name := strings.ToLower(in.Path)
	for _, packed := range packings {
		name = strings.TrimSuffix(name, packed)
	}
	return path.Ext(name)
}

// packings are the endings of compressed files.
var packings = []string{".gz", ".zst", ".bz2"}

// Inputs resolves arguments: files, folders (with all that is in them, hidden files
// left out, sorted), globs, "-" and label=path. A path that exists is never taken
// apart. The inputs returned are good even when err is not nil: err joins an *Error
// for every argument that could not be resolved.
func Inputs(args []string, o Options) ([]Input, error) {
	var all []Input
	var errs []error
	for _, arg := range args {
		found, err := resolve(o.files(), arg)
		all = append(all, found...)
		if err != nil {
			errs = append(errs, Input{Path: arg}.fault(err))
		}
	}
	return all, errors.Join(errs...)
}

// resolve turns one argument into inputs.
func resolve(files fs.FS, arg string) ([]Input, error) {
	if arg == "-" {
		return []Input{{Path: arg}}, nil
	}
	info, err := fs.Stat(files, arg)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		if label, rest, ok := strings.Cut(arg, "="); ok && label != "" && rest != "" {
			return labelled(files, label, rest)
		}
		if strings.ContainsAny(arg, "*?[") {
			return glob(files, arg)
		}
	}
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return walk(files, arg)
	}
	return []Input{{Path: arg}}, nil
}

// labelled resolves the path of label=path and gives the label to what it holds.
func labelled(files fs.FS, label, arg string) ([]Input, error) {
	inputs, err := resolve(files, arg)
	for i := range inputs {
		inputs[i].Label = label
	}
	return inputs, err
}

// glob resolves a pattern. Shells do this already; on Windows, or in quotes, it is ours to do.
func glob(files fs.FS, pattern string) ([]Input, error) {
	matches, err := fs.Glob(files, filepath.ToSlash(pattern))
	if err != nil {
		return nil, err
	}
	if len(matches) == 0 {
		return nil, errNoMatch
	}
	var all []Input
	var errs []error
	for _, m := range matches {
		found, err := resolve(files, m)
		all = append(all, found...)
		errs = append(errs, err)
	}
	return all, errors.Join(errs...)
}

// walk lists the files under a folder. A folder in it that cannot be listed is an
// error; the others are listed all the same.
func walk(files fs.FS, root string) ([]Input, error) {
	var found []Input
	var errs []error
	_ = fs.WalkDir(files, root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			errs = append(errs, Input{Path: name}.fault(err))
			return skipFolder(d)
		case name != root && hidden(d.Name()):
			return skipFolder(d)
		case d.IsDir():
			if name != root && savedAssets(files, name) {
				return fs.SkipDir
			}
		case isFile(files, name, d):
			found = append(found, Input{Path: name, Found: true})
		}
		return nil
	})
	return found, errors.Join(errs...)
}

func skipFolder(d fs.DirEntry) error {
	if d != nil && d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") }

// isFile reports whether the entry is a regular file or leads to one. Links to
// folders are not followed: they may lead back up.
func isFile(files fs.FS, name string, d fs.DirEntry) bool {
	if d.Type().IsRegular() {
		return true
	}
	if d.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := fs.Stat(files, name)
	return err == nil && info.Mode().IsRegular()
}

// assetEndings are what browsers of several languages add to the name of a page for the
// folder of what it needs.
var assetEndings = []string{
	"_files", ".files", "-Dateien", "_fichiers", "_archivos", "_bestanden", "_file", "_pliki", "_arquivos", "_ficheiros", "_soubory", "_filer",
}

// savedAssets reports whether a folder holds the assets of a page that a browser
// saved beside it ("page_files" beside "page.html").
func savedAssets(files fs.FS, folder string) bool {
	for _, ending := range assetEndings {
		stem, ok := strings.CutSuffix(folder, ending)
		if !ok {
			continue
		}
		for _, ext := range []string{".html", ".htm", ".xhtml"} {
			if _, err := fs.Stat(files, stem+ext); err == nil {
				return true
			}
		}
	}
	return false
}

// disk is the machine's file system under fs.FS, without the restriction of
// os.DirFS to one tree: users name "../a" and "/b" as they please.
type disk struct{}

func (disk) Open(name string) (fs.File, error)     { return os.Open(name) }
func (disk) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }

func (o Options) files() fs.FS {
	if o.FS != nil {
		return o.FS
	}
	return disk{}
}
