package ingest

import (
	"slices"
	"strings"
)

// maxFrontMatter bounds the lines of front matter.
const maxFrontMatter = 200

// A front holds what front matter says of an article, by the parts of articles that
// fieldOrder lists.
type front map[string][]string

func (f front) text(part string) string { return strings.Join(f[part], " ") }
func (f front) list(part string) []string {
	if len(f[part]) == 1 {
		return splitAuthors(f[part][0])
	}
	return f[part]
}

// frontMatter parts the lines between "---" (YAML) or "+++" (TOML) at the top of a
// text from the rest. Of YAML it reads what front matter is made of: values, and lists
// in brackets or one a line.
func frontMatter(s string) (front, string) {
	fence, rest, _ := strings.Cut(s, "\n")
	if fence = strings.TrimSpace(fence); fence != "---" && fence != "+++" {
		return nil, s
	}
	f, part := front{}, ""
	for range maxFrontMatter {
		line, more, ok := strings.Cut(rest, "\n")
		rest = more
		if trimmed := strings.TrimSpace(line); trimmed == fence || trimmed == "..." {
			return f, rest
		}
		if !ok {
			break
		}
		part = f.line(line, part)
	}
	return nil, s // a rule, not front matter
}

// line reads one line of front matter, inside of the list of a part that began above,
// and returns the part whose list goes on.
func (f front) line(line, part string) string {
	if item, ok := strings.CutPrefix(strings.TrimSpace(line), "- "); ok {
		f.add(part, item)
		return part
	}
	if line == "" || line[0] == ' ' || line[0] == '#' {
		return part
	}
	at := strings.IndexAny(line, ":=")
	if at < 0 {
		return ""
	}
	part = partNamed(strings.TrimSpace(line[:at]))
	value := strings.TrimSpace(line[at+1:])
	if list, ok := strings.CutPrefix(value, "["); ok {
		for item := range strings.SplitSeq(strings.TrimSuffix(list, "]"), ",") {
			f.add(part, item)
		}
		return ""
	}
	f.add(part, value)
	return part
}

// add adds a value to a part, the name behind "name:" for objects.
func (f front) add(part, value string) {
	value = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(value), "name:"))
	if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
		value = strings.ReplaceAll(value[1:n-1], `\"`, `"`)
	}
	if part != "" && value != "" && part != "text" {
		f[part] = append(f[part], value)
	}
}

// partNamed returns the part of an article that collections give a name, empty for a
// name that means none.
func partNamed(name string) string {
	for _, part := range fieldOrder {
		if slices.Contains(fieldNames[part], name) || slices.Contains(fieldNames[part], strings.ToLower(name)) {
			return part
		}
	}
	return ""
}
