package names

import "unicode/utf8"

// endings are the case endings of Slavic surnames and given names, longest first.
var endings = [...]string{
	"ского", "скому", "ським", "ських", "ським", "ского", "ськог", "овича", "ского",
	"ыми", "ого", "ому", "ему", "его", "ому", "ими", "ова", "еві", "ові",
	"ым", "им", "ой", "ою", "ом", "ем", "ей", "ый", "ий", "ая", "ую", "ім", "ії", "ія", "ию", "ии", "ия", "ев", "єм", "єю",
	"а", "у", "е", "ы", "и", "я", "ю", "і", "ї", "й", "ь", "о",
	"owi", "iego", "iemu", "ego", "emu", "iem", "ami", "ach", "em", "im", "ym", "om", "ą", "ę", "a", "u", "y", "i", "e", "o",
}

// nameStem takes the case ending off a Slavic name of five letters or more; four
// letters at least remain.
func nameStem(w string, slavic bool) string {
	if !slavic || utf8.RuneCountInString(w) < 5 {
		return w
	}
	for _, e := range endings {
		if len(w) > len(e) && w[len(w)-len(e):] == e && utf8.RuneCountInString(w[:len(w)-len(e)]) >= 3 {
			return w[:len(w)-len(e)]
		}
	}
	return w
}
