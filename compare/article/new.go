package article

import "strings"

// New makes an article: debris is told from text, and what it reveals of outlet,
// authors and date fills the fields that are empty. An as-is source is not cleaned.
func New(s Source) *Article {
	a := &Article{
		Label: s.Label, Named: s.Named, Path: s.Path, Outlet: s.Outlet, Title: strings.TrimSpace(s.Title),
		Authors: s.Authors, Published: s.Published, URL: s.URL, SHA256: s.SHA256,
		Notes: s.Notes, Raw: s.Body, language: s.Language,
	}
	if s.AsIs {
		a.Text, a.BodyStart = s.Body, headlineEnd(s.Body, a.Title)
		return a
	}
	body, removed := clean(a.Title, s.Body, s.Authors...)
	a.Text, a.Removed = body, removed
	if a.Title != "" {
		a.BodyStart = len(a.Title) + len("\n\n")
		a.Text = a.Title + "\n\n" + body
	}
	for i := range a.Removed {
		a.Removed[i].At += a.BodyStart
	}
	a.learn()
	return a
}

// headlineEnd returns the byte at which the body of an as-is text begins: behind
// the title when the text opens with it, else 0.
func headlineEnd(s, title string) int {
	if title == "" || !strings.HasPrefix(s, title) {
		return 0
	}
	rest := strings.TrimLeft(s[len(title):], " \t\r\n")
	return len(s) - len(rest)
}
