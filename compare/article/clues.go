package article

import "strings"

// learn fills what is not known of the article's origin from what was removed.
func (a *Article) learn() {
	for _, r := range a.Removed {
		switch r.Reason {
		case "dateline":
			a.learnDateline(r.Text)
		case "byline":
			if r.At < a.BodyStart+topOfPage {
				a.learnAuthors(r.Text)
			}
		case "source line":
			if name := sourceOutlet(r.Text); domain(name) || r.At == len(a.Text) {
				a.learnOutlet(name) // elsewhere it is the source of a chart
			}
		case "copyright line":
			a.learnOutlet(copyrightOwner(r.Text))
		}
	}
	for _, r := range a.Removed {
		if r.Reason == "contributor line" {
			a.learnOutlet(contributorsOutlet(r.Text))
			a.learnWire(r.Text)
		}
	}
	a.learnPublished()
}

// topOfPage is how far down, in bytes, a byline is the article's; further down it is
// that of a box or a comment inside.
const topOfPage = 300

// learnOutlet takes an outlet's name. That of an agency on a page says whose copy it is,
// not who published it.
func (a *Article) learnOutlet(name string) {
	if wire := agencyOf(name); wire != "" {
		if a.Wire == "" {
			a.Wire = wire
		}
		return
	}
	if a.Outlet == "" {
		a.Outlet = name
	}
}

// agencyOf returns the news agency that a name is, whatever its guise; empty for others.
func agencyOf(name string) string {
	name = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(name), "The "), "the ")
	for _, w := range [...][]string{
		{"Associated Press", "AP", "AP News"},
		{"Reuters", "Thomson Reuters", "Reuters News Agency"},
		{"Agence France-Presse", "AFP", "Agence France Presse"},
		{"Deutsche Presse-Agentur", "dpa"},
		{"United Press International", "UPI"},
		{"Press Association", "PA Media"},
		{"Canadian Press"},
		{"Australian Associated Press", "AAP"},
		{"Press Trust of India", "PTI"},
	} {
		for _, form := range w {
			if strings.EqualFold(form, name) {
				return w[0]
			}
		}
	}
	return ""
}

// learnAuthors takes the names of a byline. In capitals it is the outlet that stands
// there.
func (a *Article) learnAuthors(s string) {
	rest, ok := bylineNames(s)
	if !ok {
		rest = s // a line of names above the dateline
	}
	a.learnWire(rest)
	if all, words := capitals(rest); all {
		if words > 1 {
			a.learnOutlet(rest)
		}
		return
	}
	if len(a.Authors) > 0 {
		return
	}
	head, _, _ := strings.Cut(rest, " | ")
	for part := range strings.SplitSeq(strings.ReplaceAll(head, " and ", ", "), ", ") {
		if part = strings.TrimSpace(part); personLike(part) && wordCount(part) <= 4 && !newsroom(part) {
			a.Authors = append(a.Authors, part)
		}
	}
}

// learnDateline keeps the place of a dateline and the agency that signs it.
func (a *Article) learnDateline(s string) {
	if a.Dateline != "" || a.Wire != "" {
		return
	}
	place, rest, signed := strings.Cut(s, "(")
	if wire, _, ok := strings.Cut(rest, ")"); signed && ok {
		a.Wire = wireName(wire)
	}
	a.Dateline = strings.TrimRight(strings.TrimSpace(place), " —–-")
}

// wireName returns the agency's name, empty for outlets that sign their own datelines.
func wireName(s string) string {
	switch s {
	case "AP":
		return "Associated Press"
	case "REUTERS", "Reuters":
		return "Reuters"
	case "CNN", "CBS", "CBSNewYork", "CBS News", "NBC", "NBC News", "CNNMoney", "CNN Business", "CNSNews.com":
		return ""
	}
	return s
}

// learnWire notes an agency among the contributors.
func (a *Article) learnWire(s string) {
	if a.Wire != "" {
		return
	}
	for _, w := range []string{"Associated Press", "Reuters", "Agence France-Presse"} {
		if strings.Contains(s, w) {
			a.Wire = w
			return
		}
	}
}

// sourceOutlet returns the outlet a source line names: "source: example.com".
func sourceOutlet(s string) string {
	if name, ok := sourceName(s); ok && !strings.HasPrefix(s, "—") {
		return name
	}
	return ""
}

// copyrightOwner returns who claims the copyright: "Copyright © 2020 The Harbour
// Times, LLC." gives "The Harbour Times".
func copyrightOwner(s string) string {
	y := year(s)
	if y == "" {
		return ""
	}
	_, owner, _ := strings.Cut(s, y)
	owner = strings.TrimLeft(owner, " ,-–by")
	owner, _, _ = strings.Cut(owner, ". ")
	owner, _, _ = strings.Cut(owner, ",")
	owner = strings.TrimRight(strings.TrimSpace(owner), ".")
	if strings.EqualFold(owner, "all rights reserved") || !names(owner) || wordCount(owner) > 6 {
		return ""
	}
	return owner
}

// contributorsOutlet returns the outlet whose people contributed: "Jane Doe and John
// Roe of CNN contributed to this report", "Fox News' Jane Doe contributed …".
func contributorsOutlet(s string) string {
	who, _, ok := strings.Cut(s, " contributed")
	if !ok {
		return ""
	}
	if i := strings.LastIndex(who, " of "); i >= 0 {
		if name := who[i+len(" of "):]; names(name) && wordCount(name) <= 4 && !strings.Contains(name, " and ") {
			return strings.TrimSpace(name)
		}
	}
	for _, mark := range []string{"’s ", "'s ", "’ ", "' "} {
		if name, _, ok := strings.Cut(who, mark); ok && names(name) && wordCount(name) <= 4 {
			return name
		}
	}
	return ""
}
