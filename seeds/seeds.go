// Package seeds holds sample articles, so that the first command works anywhere.
package seeds

import "embed"

// FS holds the sample articles as plain text: the headline on the first line, the
// body after it, with the debris that real pages leave. README.md says what each
// article is for.
//
//go:embed *.txt
var FS embed.FS
