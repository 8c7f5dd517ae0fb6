package names

// bareUses counts how often each word stands as a name by itself.
type bareUses map[string]int

func (r *reader) bareUses() bareUses {
	bare := bareUses{}
	for _, m := range r.mentions {
		if m.j-m.i == 1 && m.id == "" && (m.titled || !m.weak) {
			bare[r.toks[m.i].norm]++
		}
	}
	return bare
}

// modifies reports whether the first word of a run is a name that goes on alone in the
// article and the second only what it is set before: "the Holm ADS", "Holm Norway: …". No
// person's name ends in an acronym, a country or a common word.
func (bare bareUses) modifies(r *reader, m mention) bool {
	if m.j-m.i != 2 || m.titled || m.id != "" || m.kind == Org || m.kind == Place || r.toks[m.i].is(given|place|capital|org) || r.toks[m.i].shape == initial {
		return false
	}
	last := &r.toks[m.j-1]
	odd := last.shape == upper && !last.is(suffix) && r.toks[m.i].shape != upper || last.is(nation|demonym|site|body) && !last.is(given)
	return odd && bare[r.toks[m.i].norm] >= established
}

// behindNation reports whether a run is the name of a country cut short, which ends its sentence,
// and one that goes on alone in the article: "made in the U.S. Acme said".
func (bare bareUses) behindNation(r *reader, m mention) bool {
	return m.j-m.i == 2 && m.kind == Unknown && r.toks[m.i].is(nation) && r.toks[m.j-1].gap == point && bare[r.toks[m.j-1].norm] >= established
}
