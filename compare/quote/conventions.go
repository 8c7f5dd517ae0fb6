package quote

// A family is a set of marks that can open and close one another, whatever a
// typist mixed up.
type family uint8

const (
	noFamily    family = iota
	double             // “ ” „ ‟ ″ " `` ''
	single             // ‘ ’ ‚ ‛ '
	guillemet          // « »
	angle              // ‹ ›
	corner             // 「 」
	whiteCorner        // 『 』
	families
)

// A role is what a mark does, by its shape or by its surroundings.
type role uint8

const (
	either role = iota
	opens
	closes
)

// shapeOf returns the family of a quotation mark and what its shape says. The
// roles of « » ‹ › “ are the commoner ones: German and Danish turn them round.
func shapeOf(r rune) (family, role) {
	switch r {
	case '"', '″', '＂':
		return double, either
	case '“', '„', '‟', '〝':
		return double, opens
	case '”', '〞':
		return double, closes
	case '\'':
		return single, either
	case '‘', '‚', '‛':
		return single, opens
	case '’':
		return single, closes
	case '«':
		return guillemet, opens
	case '»':
		return guillemet, closes
	case '‹':
		return angle, opens
	case '›':
		return angle, closes
	case '「':
		return corner, opens
	case '」':
		return corner, closes
	case '『':
		return whiteCorner, opens
	case '』':
		return whiteCorner, closes
	}
	return noFamily, either
}

// paired reports whether some convention opens with a and closes with b.
func paired(a, b string) bool {
	switch a {
	case "“", "‟":
		return b == "”"
	case "„", "〝":
		return b == "“" || b == "”" || b == "〞"
	case "”":
		return b == "”" // Swedish, Finnish
	case "‘", "‛":
		return b == "’"
	case "‚":
		return b == "‘" || b == "’"
	case "’":
		return b == "’"
	case "«":
		return b == "»"
	case "»":
		return b == "«" || b == "»"
	case "‹":
		return b == "›"
	case "›":
		return b == "‹" || b == "›"
	case "「":
		return b == "」"
	case "『":
		return b == "』"
	case "``":
		return b == "''"
	}
	return a == b
}
