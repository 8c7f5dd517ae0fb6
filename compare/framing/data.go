package framing

import (
	"embed"
	"strings"
)

//go:embed data/*.txt
var dataFiles embed.FS

// A section is a headed part of a data file: "[heading]" and the lines below it,
// without comments and empty lines.
type section struct {
	heading string
	lines   []string
}

// readSections returns the sections of an embedded data file, in order.
func readSections(name string) []section {
	raw, err := dataFiles.ReadFile("data/" + name)
	if err != nil {
		panic(err) // the file is part of the binary
	}
	var out []section
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			out = append(out, section{heading: strings.Trim(line, "[]")})
		default:
			s := &out[len(out)-1]
			s.lines = append(s.lines, line)
		}
	}
	return out
}
