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
func (f *seedFraming) found(group []seed, findings []framing.Finding) int {
	n := 0
	if headlinesShown(group, itemsOf(findings, framing.Headlines)) {
		n++
	}
	naming, verbs := itemsOf(findings, framing.Naming), itemsOf(findings, framing.Verbs)
	voices, coverage := itemsOf(findings, framing.Voices), itemsOf(findings, framing.Coverage)
	for i, s := range group {
		n += count(f.War[s.key], func(words string) bool { return s.shown(naming, i, words) })
		n += count(f.Verbs[s.key], func(words string) bool { return s.shown(verbs, i, words) })
		n += count(f.Facts[s.key], func(words string) bool { return s.shown(coverage, i, words) })
		n += count(f.Voices[s.key], func(name string) bool { return heard(voices, i, name) })
	}
	return n
}

func count(things []string, shown func(string) bool) int {
	n := 0
	for _, t := range things {
		t, _, _ = strings.Cut(t, " (") // "reveals (headline)"
		if shown(t) {
			n++
		}
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
