package names

import (
	"strings"
	"unicode/utf8"
)

// endings are the case endings of Slavic surnames and given names, longest first.
var endings = [...]string{
	"ием", "ией", "еем", "ого", "ому", "ему", "его", "ими", "ыми", "еві", "ові",
	"iego", "iemu", "iej", "owi", "ego", "emu", "iem",
	"ым", "им", "ой", "ою", "ом", "ем", "ей", "ею", "ея", "ый", "ий", "ая", "ую", "ых", "их", "ім", "ії", "ія", "ій", "ию", "ии", "ия", "єм", "єю", "ею",
	"em", "im", "ym",
	"а", "у", "е", "ы", "и", "я", "ю", "і", "ї", "й", "ь", "о", "є",
	"ą", "ę", "a", "u", "y", "i", "e", "o",
}

// nameStem takes the case ending off a Slavic name; three letters at least remain.
func nameStem(w string, slavic bool) string {
	if !slavic || utf8.RuneCountInString(w) < 4 {
		return w
	}
	if i := strings.LastIndexByte(w, '-'); i > 0 {
		return nameStem(w[:i], slavic) + "-" + nameStem(w[i+1:], slavic)
	}
	for _, e := range endings {
		if len(w) > len(e) && w[len(w)-len(e):] == e && utf8.RuneCountInString(w[:len(w)-len(e)]) >= 3 {
			return w[:len(w)-len(e)]
		}
	}
	return w
}
