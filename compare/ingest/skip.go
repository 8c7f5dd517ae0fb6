package ingest

import (
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Stats count what was read and what was passed over.
type Stats struct {
	Files    int   // files read, whether they held an article or not
	Bytes    int64 // bytes of those files
	Articles int   // articles or records yielded
	skipped  map[string]int
}

// A Skip counts the files of folders that were passed over for one reason.
type Skip struct {
	Reason string // "image", "script", "empty", "notes about the folder", …
	Files  int
}

// Skipped returns what folders held besides articles, sorted by reason.
func (s *Stats) Skipped() []Skip {
	all := make([]Skip, 0, len(s.skipped))
	for reason, n := range s.skipped {
		all = append(all, Skip{reason, n})
	}
	slices.SortFunc(all, func(a, b Skip) int { return strings.Compare(a.Reason, b.Reason) })
	return all
}

func (s *Stats) skip(reason string) {
	if s.skipped == nil {
		s.skipped = make(map[string]int)
	}
	s.skipped[reason]++
}

// skipName returns why a file met in a folder is passed over by its name alone,
// empty when it is to be read.
func skipName(in Input) string {
	if !in.Found {
		return ""
	}
	base := strings.ToLower(path.Base(filepath.ToSlash(in.Path)))
	switch stem, _, _ := strings.Cut(base, "."); stem {
	case "readme", "license", "licence", "copying", "changelog", "contributing", "notice":
		return "notes about the folder"
	}
	switch path.Ext(base) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".bmp", ".ico", ".tif", ".tiff", ".heic":
		return "image"
	case ".mp3", ".mp4", ".m4a", ".wav", ".ogg", ".webm", ".mov", ".avi", ".mkv":
		return "sound or film"
	case ".js", ".mjs", ".css", ".go", ".py", ".sh", ".bat", ".rb", ".pl", ".ts", ".php", ".map", ".c", ".h", ".java", ".rs":
		return "script"
	case ".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".xls", ".xlsx", ".epub":
		return "office document"
	case ".zip", ".tar", ".tgz", ".7z", ".rar", ".exe", ".so", ".dll", ".o", ".a", ".woff", ".woff2", ".ttf", ".otf", ".db", ".sqlite":
		return "binary"
	case ".csv", ".tsv", ".xml", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".log", ".lock", ".mod", ".sum", ".sql":
		return "data"
	}
	return ""
}
