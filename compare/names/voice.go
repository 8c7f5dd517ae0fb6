package names

import "strings"

// SameVoice reports whether two joined entities may be one voice: the same entity, a
// country and its capital or seat of government, or a spokesperson and the body or
// government they speak for. It is Voice at .8 or more.
func (u *Union) SameVoice(id1, id2 int) bool { return u.Voice(id1, id2) >= 0.8 }

// MaySpeakFor reports whether one of two joined entities is a person and the other a body,
// a place or a name of unknown kind that the person may speak for, as far as is known: none
// of another country.
func (u *Union) MaySpeakFor(id1, id2 int) bool {
	a, b := &u.members[id1], &u.members[id2]
	if (a.Kind == Person) == (b.Kind == Person) {
		return false
	}
	return a.Nation == "" || b.Nation == "" || a.Nation == b.Nation
}

// Voice grades how far two joined entities speak as one, 0 to 1:
//
//	1   the same entity
//	.9  a country, its capital and the seat of its government: Ghana, Accra
//	.8  a spokesperson or head and the body they speak for, a spokesperson and their government
//	.5  a country and a ministry of it, or the one who governs or represents it
//	0   anything else
func (u *Union) Voice(id1, id2 int) float64 {
	if id1 == id2 {
		return 1
	}
	a, b := &u.members[id1], &u.members[id2]
	if a.Kind == Person && b.Kind == Person {
		return 0
	}
	if b.Kind == Person {
		a, b = b, a
	}
	if a.Kind == Person {
		return a.voiceOf(b)
	}
	switch {
	case a.Nation == "" || a.Nation != b.Nation:
		return 0
	case a.governs() && b.governs():
		return 0.9
	case a.governs() && b.ministry() || b.governs() && a.ministry():
		return 0.5
	}
	return 0
}

// governs reports whether the name stands for a government: a country, its capital or a
// seat of its power.
func (m *member) governs() bool {
	if strings.HasPrefix(m.Known, "n:") || strings.HasPrefix(m.Known, "c:") {
		return true
	}
	if strings.HasPrefix(m.Known, "o:") {
		e := lexiconOf("en").lookup(strings.TrimPrefix(m.Known, "o:"))
		return e.is(seat) && !m.ministry()
	}
	key := partsOf(m.Name)
	return m.Kind == Org && len(key) > 0 && key[len(key)-1] == "government"
}

// ministry reports whether the body is a department of a government.
func (m *member) ministry() bool {
	for _, w := range partsOf(m.Name) {
		switch w {
		case "ministry", "department", "office", "embassy", "pentagon", "treasury":
			return true
		}
	}
	return false
}

// voiceOf grades how far a person speaks for a country or body.
func (m *member) voiceOf(b *member) float64 {
	best := 0.0
	for _, jb := range m.jobs {
		switch owns := jb.owner != "" && jb.owner == bodyKey(partsOf(b.Name), lexiconOf("en").word(firstPart(b.Name)).is(demonym)); {
		case jb.status == "former ":
		case (jb.class == "voice" || jb.class == "chief" || jb.class == "leader") && owns && (jb.nation == "" || b.Nation == "" || jb.nation == b.Nation):
			best = max(best, 0.8)
		case jb.class == "voice" && b.governs() && jb.nation != "" && jb.nation == b.Nation && (jb.owner == "" || seatKey(jb.owner)):
			best = max(best, 0.8)
		case (ruling(jb.class) || jb.class == "leader" || jb.class == "foreign") && b.governs() && m.Nation == b.Nation && b.Nation != "":
			best = max(best, 0.5)
		}
	}
	return best
}

func firstPart(name string) string {
	if p := partsOf(name); len(p) > 0 {
		return p[0]
	}
	return ""
}

// seatKey reports whether the key is that of a seat of government.
func seatKey(key string) bool {
	e := lexiconOf("en").lookup(key)
	return e.is(seat)
}
