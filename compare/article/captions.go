package article

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// maxCaption bounds captions; agencies write up to three sentences.
const maxCaption = 700

// captionOpenings are what only captions and the furniture around pictures begin with.
var captionOpenings = []string{
	"FILE PHOTO", "File photo", "FILE - ", "FILE – ", "FILE — ", "FILE: ", "Photo: ", "PHOTO: ", "Photograph: ",
	"Image copyright", "Image source", "Image caption", "Media caption", "Enlarge this image", "toggle caption",
	"Getty Images Image", "Facebook Twitter Pinterest", "Picture: ", "Pictured: ", "Caption: ", "Cover: ",
	"Cover image", "Photo (", "Foto (", "Featured image", "Foto: ", "Bild: ", "Photo : ", "(Photo", "In this photo", "In this image",
	"In this file photo", "In this handout", "A file photo", "This file photo", "Фото:", "© ",
}

// captionsByByte holds them by the byte they begin with, so that most lines are compared
// with few.
var captionsByByte = sync.OnceValue(func() *[256][]string {
	by := new([256][]string)
	for _, o := range captionOpenings {
		by[o[0]] = append(by[o[0]], o)
	}
	return by
})

// caption reports whether a line describes a picture: by its opening, or by the
// credit at its end.
func caption(_ *page, s string) bool {
	if len(s) > maxCaption {
		return false
	}
	return hasAnyPrefix(s, captionsByByte()[s[0]]...) || creditAt(s) > 0
}

// gallery reports whether a line is the captions of a gallery, however many: each ends in
// "Hide Caption 3 of 35".
func gallery(_ *page, s string) bool {
	if !digits(s[len(s)-1:]) {
		return false
	}
	const button = "Hide Caption "
	at := strings.LastIndex(s, button)
	if at < 0 {
		return false
	}
	number, all, ok := strings.Cut(s[at+len(button):], " of ")
	return ok && digits(number) && digits(all)
}

// creditLine reports whether a line is nothing but the credit of a picture:
// "(SPUTNIK/AFP via Getty Images)", "Reuters/Jane Doe".
func creditLine(_ *page, s string) bool {
	if len(s) > 90 {
		return false
	}
	if !strings.Contains(s, "/") && byline(nil, s) {
		return false // "By Jane Doe, Associated Press" wrote the words
	}
	bare := strings.Trim(s, "()[] .")
	return creditAt(s) == 0 || credit(bare) && !textAgency(bare) || agencyFirst(bare)
}

// creditAt returns the byte at which the credit at the end of a line begins, or -1.
func creditAt(s string) int {
	if sentenceEnd(s) {
		return -1
	}
	if at := bracketedCredit(s); at >= 0 {
		return at
	}
	if at := labelledCredit(s); at >= 0 {
		return at
	}
	return bareCredit(s)
}

// sentenceEnd reports whether s ends in a full stop or a closing quote, as paragraphs
// do and credits do not.
func sentenceEnd(s string) bool {
	return strings.HasSuffix(s, "”") || strings.HasSuffix(s, "\"") || strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ").")
}

// bracketedCredit finds "(AP Photo/Jane Doe)", "[Jane Doe/Reuters]".
func bracketedCredit(s string) int {
	s = strings.TrimRight(s, " .")
	if !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "]") {
		return -1
	}
	open := strings.LastIndexAny(s, "([")
	if open < 0 || len(s)-open > 120 {
		return -1
	}
	inner := s[open+1 : len(s)-1]
	if photoWord(inner) || credit(inner) && !textAgency(inner) {
		return open
	}
	return -1
}

// textAgency reports whether s is an agency alone that sells words too: "(Reuters)"
// behind a paragraph says whose report it is.
func textAgency(s string) bool {
	return !strings.ContainsAny(s, "/,|") && !strings.Contains(s, " via ") && !strings.Contains(s, "Images")
}

// creditLabels stand before the name of a photographer or an agency.
var creditLabels = []string{
	"Photograph: ", "Photo by ", "Photo: ", "Photos: ", "Picture: ", "Image: ", "Credit: ", "Source: ", "Photo credit: ",
	"Photography: ", "Courtesy of ", "Courtesy: ", "Courtesy ", "Illustration: ", "Foto: ", "Bild: ", "Quelle: ", "Crédit: ", "Fuente: ", "Fonte: ",
}

// labelledCredit finds "Photograph: Jane Doe/EPA", "Source: AAP / AP".
func labelledCredit(s string) int {
	tail := max(0, len(s)-100)
	if !strings.Contains(s[tail:], ": ") && !strings.Contains(s[tail:], "by ") && !strings.Contains(s[tail:], "Courtesy") {
		return -1
	}
	for _, label := range creditLabels {
		at := strings.LastIndex(s[tail:], label)
		if at < 0 {
			continue
		}
		name := s[tail+at+len(label):]
		if names(name) && (label != "Source: " || credit(name)) {
			return tail + at
		}
	}
	return -1
}

// bareCredit finds a credit that stands behind the last sentence without brackets
// or label: "… in Washington, Jan. 15. Jane Doe/AP".
func bareCredit(s string) int {
	tail := max(0, len(s)-100)
	for tail > 0 && tail < len(s) && !utf8.RuneStart(s[tail]) {
		tail++
	}
	for i := len(s) - 2; i > tail; i-- {
		if !sentenceBreak(s, i) {
			continue
		}
		if rest := strings.TrimSpace(s[i:]); (credit(rest) || agencyFirst(rest)) && wordCount(rest) <= 9 {
			return i + 1
		}
		break
	}
	if credit(s) && strings.Contains(s, "/") {
		return 0
	}
	return slashCredit(s)
}

// sentenceBreak reports whether a sentence ends before the space at i.
func sentenceBreak(s string, i int) bool {
	if s[i] != ' ' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	return strings.ContainsRune(".!?…)”\"", before)
}

// slashCredit finds "Jane Doe/Reuters" at the end of a line without sentence end.
func slashCredit(s string) int {
	slash := strings.LastIndexByte(s, '/')
	if slash <= 0 || len(s)-slash > 40 || !agency(s[slash+1:]) {
		return -1
	}
	at := slash
	for range 3 {
		space := strings.LastIndexByte(s[:at], ' ')
		if space < 0 || !capitalised(s[space+1:]) || strings.ContainsAny(s[space+1:at], ",.;:") {
			break
		}
		at = space
	}
	if at == slash {
		return -1
	}
	return at + 1
}

// credit reports whether s is the credit of a picture: an agency, or names and an
// agency parted by a slash or a comma, and no more.
func credit(s string) bool {
	s = strings.TrimSpace(strings.TrimRight(s, ". "))
	if s == "" || len(s) > 100 || !names(s) {
		return false
	}
	if agency(s) {
		return true
	}
	for _, sep := range []string{"/", ", ", " / ", " | ", " via ", " - ", "/via "} {
		if i := strings.LastIndex(s, sep); i >= 0 && agency(s[i+len(sep):]) {
			return true
		}
	}
	return false
}

// agencyFirst reports whether s is an agency, a slash and a name: "REUTERS/Jane Doe".
func agencyFirst(s string) bool {
	before, after, ok := strings.Cut(s, "/")
	return ok && agency(strings.TrimSuffix(strings.TrimSpace(before), " Photo")) && names(after)
}

// agencies supply pictures to the press.
const agencies = "|AP|AFP|Reuters|REUTERS|EPA|EPA-EFE|EFE|Getty|Getty Images|GETTY IMAGES|GETTY|Shutterstock|Bloomberg|" +
	"Sputnik|SPUTNIK|Xinhua|AAP|PA|PA Wire|PA Media|Press Association|dpa|DPA|TASS|UPI|KCNA|Kyodo|Yonhap|ANSA|Zuma|ZUMA|" +
	"Zuma Press|Alamy|iStock|Corbis|Rex|REX|NurPhoto|Anadolu|Anadolu Agency|Pool|POOL|PTI|ANI|File Photo|File|FILE|Handout|" +
	"HANDOUT|Associated Press|The Associated Press|AP Photo|AP Images|ABC News|CBS News|NBC News|CNN|BBC|Fox News|Redux|" +
	"Polaris|Sipa|SIPA|Sipa USA|Icon Sportswire|USA TODAY Sports|USA TODAY NETWORK|USA TODAY|MAXPPP|LaPresse|Belga|APA|" +
	"Ritzau|Scanpix|TT|NTB|Lehtikuva|ITAR-TASS|RIA Novosti|CTK|PAP|Keystone|Ukrinform|Unsplash|Pixabay|Flickr|Wikimedia|" +
	"Wikimedia Commons|Facebook|Twitter|Instagram|YouTube|courtesy|Courtesy|The Canadian Press|Canadian Press|VCG|" +
	"Visual China Group|Future Publishing|SOPA Images|LightRocket|WireImage|FilmMagic|New York Times|The New York Times|" +
	"Washington Post|The Washington Post|Agence France-Presse|European Pressphoto Agency|Star Tribune|"

// agency reports whether s is a supplier of pictures, or one by way of another:
// "AFP via Getty Images", "Pool/Reuters", "via REUTERS".
func agency(s string) bool {
	s = strings.TrimPrefix(strings.TrimSpace(s), "via ")
	if oneOf(agencies, s) {
		return true
	}
	head, rest, ok := strings.Cut(s, " via ")
	if !ok {
		head, rest, ok = strings.Cut(s, "/")
	}
	if !ok {
		head, rest, ok = strings.Cut(s, ", ")
	}
	return ok && rest != "" && names(head) && agency(rest)
}

// photoWord reports whether the words in brackets speak of a picture.
func photoWord(s string) bool {
	for _, w := range []string{"Photo by ", "Photo: ", "AP Photo", "Photo courtesy", "Screenshot", "Photo illustration", "File photo", "Courtesy of ", "Image: ", "Photo/"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// joiners stand between the names of a credit.
const joiners = "|via|for|and|/|-|–|—|&|of|the|de|van|von|der|del|di|da|la|le|bin|al|el|@|dpa|courtesy|©|"

// names reports whether s is made of capitalised words and what joins names, as
// credits are: no verb, no finished sentence, no quotation.
func names(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 100 || quoteMarks(s) {
		return false
	}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return unicode.IsSpace(r) || r == '/' || r == '|' }) {
		if !capitalised(w) && !oneOf(joiners, w) && !digits(w) {
			return false
		}
	}
	return true
}

func digits(s string) bool {
	return strings.Trim(s, "0123456789,") == ""
}
