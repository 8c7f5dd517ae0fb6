package article

import (
	"fmt"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// learnPublished fills an unknown date of publication: from a line that states it,
// from the dateline, else from the caption of a picture.
func (a *Article) learnPublished() {
	if a.Published != "" {
		return
	}
	for _, reason := range []string{"update line", "source line", "dateline", "caption"} {
		for _, r := range a.Removed {
			if r.Reason == reason && a.publishedBy(r) {
				return
			}
		}
	}
}

// publishedBy takes the full date a removal holds. A picture may be older than the
// report: its date counts only when it names a weekday and the article, which speaks
// of the days of its own week by their names, names the same one.
func (a *Article) publishedBy(r Removal) bool {
	if year(r.Text) == "" {
		return false
	}
	for _, d := range text.Dates(r.Text, a.Language()) {
		if d.Year == 0 || d.Month == 0 || d.Day == 0 {
			continue
		}
		if r.Reason == "caption" && (d.Weekday == "" || archived(r.Text) || !a.names(d.Weekday)) {
			continue
		}
		a.Published = fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
		if r.Reason == "caption" {
			a.Notes = append(a.Notes, "published: the day of a picture on the page")
		}
		return true
	}
	return false
}

// archived reports whether a caption says that the picture is an old one.
func archived(caption string) bool {
	return strings.Contains(caption, "FILE") || strings.Contains(caption, "file photo") || strings.Contains(caption, "File Photo")
}

// names reports whether the body names a weekday.
func (a *Article) names(weekday string) bool {
	for _, d := range text.Dates(a.Text[a.BodyStart:], a.Language()) {
		if d.Weekday == weekday {
			return true
		}
	}
	return false
}
