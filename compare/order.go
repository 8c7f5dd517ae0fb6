package compare

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/article"
)

// order returns the articles in the order of the report: by label, path and digest,
// so that the order in which they came shows nowhere.
func order(articles []*article.Article) []*article.Article {
	sorted := slices.Clone(articles)
	slices.SortStableFunc(sorted, func(a, b *article.Article) int {
		return cmp.Or(
			cmp.Compare(a.Label, b.Label),
			cmp.Compare(a.Path, b.Path),
			cmp.Compare(digest(a), digest(b)),
			cmp.Compare(a.Text, b.Text),
		)
	})
	return sorted
}

// digest returns the SHA-256 of the raw input, or of the text when an article was
// not read from an input.
func digest(a *article.Article) string {
	if a.SHA256 != "" {
		return a.SHA256
	}
	sum := sha256.Sum256([]byte(a.Text))
	return hex.EncodeToString(sum[:])
}

// idLength is how much of the digest makes an id: 48 bits tell millions of articles apart.
const idLength = 12

// ids returns an id for each article: the start of its digest, numbered where inputs
// are identical.
func ids(articles []*article.Article) []string {
	return unique(articles, func(a *article.Article) string { return digest(a)[:idLength] }, "%s-%d")
}

// labels returns a name for each article that no other has: the one the user gave,
// else the outlet, numbered where it has several. An article in a file of its own bears
// its outlet's name only where it is the only one of that outlet: the file's says more.
func labels(articles []*article.Article) []string {
	outlets := map[string]int{}
	for _, a := range articles {
		outlets[a.Outlet]++
	}
	return unique(articles, func(a *article.Article) string {
		if a.Outlet != "" && !a.Named && (outlets[a.Outlet] == 1 || !ownFile(a)) {
			return a.Outlet
		}
		return cmp.Or(a.Label, a.Outlet, "article")
	}, "%s (%d)")
}

// ownFile reports whether an article is labelled with the name of its file, not as one
// of many records in it.
func ownFile(a *article.Article) bool {
	base := path.Base(filepath.ToSlash(a.Path))
	return a.Label == strings.TrimSuffix(base, path.Ext(base))
}

// unique names every article and numbers the second and later bearers of a name.
func unique(articles []*article.Article, name func(*article.Article) string, numbered string) []string {
	taken := map[string]bool{}
	for _, a := range articles {
		taken[name(a)] = false
	}
	out := make([]string, len(articles))
	for i, a := range articles {
		s := name(a)
		for k := 2; taken[s]; k++ {
			s = fmt.Sprintf(numbered, name(a), k)
		}
		taken[s] = true
		out[i] = s
	}
	return out
}
