package main

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/framing"
)

// size returns the number of things a reader finds: both headlines, and all that is listed.
func (f *seedFraming) size() int {
	n := 1
	for _, side := range []map[string][]string{f.War, f.Verbs, f.Voices, f.Facts} {
		for _, things := range side {
			n += len(things)
		}
	}
	return n
}

// found counts what the findings show of it.
func (f *seedFraming) found(m *measured, group []seed, findings []framing.Finding) int {
	n := 0
	if headlinesShown(group, itemsOf(findings, framing.Headlines)) {
		n++
	}
	count := func(signal string, at int, things []string, shown func([]framing.Item, int, string) bool) {
		for _, t := range things {
			words, _, _ := strings.Cut(t, " (") // "reveals (headline)"
			if shown(itemsOf(findings, signal), at, words) {
				n++
			} else {
				m.remark("  %s: %s do not show %q", group[at].key, signal, t)
			}
		}
	}
	for i, s := range group {
		count(framing.Naming, i, f.War[s.key], s.shown)
		count(framing.Verbs, i, f.Verbs[s.key], s.shown)
		count(framing.Coverage, i, f.Facts[s.key], s.shown)
		count(framing.Voices, i, f.Voices[s.key], heard)
	}
	return n
}

func itemsOf(findings []framing.Finding, signal string) []framing.Item {
	i := slices.IndexFunc(findings, func(f framing.Finding) bool { return f.Signal == signal })
	if i < 0 {
		return nil
	}
	return findings[i].Items
}

// headlinesShown reports whether an item sets all headlines side by side.
func headlinesShown(group []seed, items []framing.Item) bool {
	return slices.ContainsFunc(items, func(it framing.Item) bool { return len(it.Sides) == len(group) })
}

// shown reports whether an item shows the words at one of their places in the article.
func (s seed) shown(items []framing.Item, at int, words string) bool {
	return anySaid(items, at, func(_ framing.Item, said framing.Said) bool {
		for _, span := range said.Spans {
			if s.standsAt(words, span) {
				return true
			}
		}
		return false
	})
}

// heard reports whether a voice is shown as heard in the article alone.
func heard(items []framing.Item, at int, name string) bool {
	return anySaid(items, at, func(it framing.Item, said framing.Said) bool {
		return len(it.Sides) == 1 && (sameName(it.Topic, name) || sameName(said.Text, name))
	})
}

func anySaid(items []framing.Item, at int, test func(framing.Item, framing.Said) bool) bool {
	for _, it := range items {
		for _, side := range it.Sides {
			for _, said := range side.Said {
				if side.Article == at && test(it, said) {
					return true
				}
			}
		}
	}
	return false
}
